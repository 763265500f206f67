//! What a sheet knows of its tab, and what its buttons do.

use super::standing::Weighed;
use crate::address;
use crate::browser::tasks::spawn;
use crate::browser::{document, permissions, side_panel, storage, tabs};
use crate::messages::{
    CorrectionView, Failure, FieldAt, FilledView, LookView, OpenQuestion, Status, TailoredView,
    Wish,
};
use crate::ui::worker;
use base64::Engine as _;
use leptos::ev;
use leptos::prelude::*;

/// A profile older than this is fetched again when the sheet opens.
const FRESH_MS: i64 = 2 * 60_000;

/// What the sheet shows.
#[derive(Clone, PartialEq)]
pub(super) enum Screen {
    /// The page is being read.
    Loading,
    /// Nobody asked about this page.
    Idle,
    /// Something stands in the way.
    Failed(Failure),
    /// What would be filled.
    Looked(LookView),
    /// Documents are being written for the tab's job.
    Tailoring,
    /// The documents for the tab's job.
    Tailored(TailoredView),
    /// What was filled.
    Filled(FilledView),
}

/// How long a sheet stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum Stays {
    /// The popup: it belongs to the tab it was opened over, and reads it at once.
    UntilItLosesTheFocus,
    /// The panel: it goes with the tab in front, and reads a page when it is told to.
    Always,
}

/// A sheet's state, shared by its parts.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Sheet {
    pub(super) stays: Stays,
    pub(super) tab: RwSignal<Option<i32>>,
    pub(super) window: RwSignal<Option<i32>>,
    pub(super) status: RwSignal<Option<Status>>,
    pub(super) screen: RwSignal<Screen>,
    pub(super) wish: RwSignal<Wish>,
    pub(super) busy: RwSignal<bool>,
    pub(super) said: RwSignal<String>,
    pub(super) trouble: RwSignal<Option<Failure>>,
    /// How the job stands with the person.
    pub(super) weighed: RwSignal<Weighed>,
    /// Whether the job is being saved, or taken from the saved ones.
    pub(super) saving: RwSignal<bool>,
    /// The questions that wait for the person; `None` until somebody counted.
    pub(super) open: RwSignal<Option<Vec<FieldAt>>>,
    /// The question the person was last brought to.
    pub(super) current: RwSignal<Option<OpenQuestion>>,
    pub(super) corrections: RwSignal<Vec<CorrectionView>>,
    pub(super) marks: RwSignal<bool>,
    /// The groups of lines that the person folded or unfolded.
    pub(super) folded: RwSignal<Vec<(&'static str, bool)>>,
    /// Whether the sheet is going to read the tab's state again in a moment.
    pub(super) stale: RwSignal<bool>,
}

impl Sheet {
    pub(in crate::ui) fn new(stays: Stays) -> Self {
        Self {
            stays,
            tab: RwSignal::new(None),
            window: RwSignal::new(None),
            status: RwSignal::new(None),
            screen: RwSignal::new(Screen::Loading),
            wish: RwSignal::new(Wish::default()),
            busy: RwSignal::new(true),
            said: RwSignal::new(String::new()),
            trouble: RwSignal::new(None),
            weighed: RwSignal::new(Weighed::Nothing),
            saving: RwSignal::new(false),
            open: RwSignal::new(None),
            current: RwSignal::new(None),
            corrections: RwSignal::new(Vec::new()),
            marks: RwSignal::new(false),
            folded: RwSignal::new(Vec::new()),
            stale: RwSignal::new(false),
        }
    }

    pub(super) fn screen(self) -> Screen {
        self.screen.get()
    }

    pub(super) fn status(self) -> Option<Status> {
        self.status.get()
    }

    pub(in crate::ui) fn is_busy(self) -> bool {
        self.busy.get()
    }

    /// Whether the sheet outlives a click beside it.
    pub(super) fn stays(self) -> bool {
        self.stays == Stays::Always
    }

    /// The last thing worth hearing.
    pub(super) fn said(self) -> String {
        self.said.get()
    }

    pub(super) fn overwrites(self) -> bool {
        self.wish.get().overwrite
    }

    /// What went wrong beside the screen, which stays.
    pub(super) fn trouble(self) -> Option<Failure> {
        self.trouble.get()
    }

    /// Shows the tab and, meanwhile, fetches the profile where it is not fresh.
    pub(in crate::ui) fn open(self) {
        let online = window_event_listener(ev::online, move |_| self.sync(0));
        on_cleanup(move || online.remove());
        spawn(async move {
            self.status.set(worker::status().await.ok());
            match tab_asked_for().await {
                Ok(tab) => {
                    self.window.set(Some(tab.window_id));
                    self.turn_to(tab.id).await;
                }
                Err(failure) => self.fail(failure),
            }
            self.sync(FRESH_MS);
        });
    }

    /// Shows a tab: its last fill while that stands, else what would be filled, where the person asked for that.
    pub(super) async fn turn_to(self, tab: i32) {
        self.tab.set(Some(tab));
        self.weighed.set(Weighed::Nothing);
        self.current.set(None);
        self.open.set(None);
        self.corrections.set(Vec::new());
        let last = worker::last_fill(tab).await;
        if !self.is_about(tab) {
            return;
        }
        match last {
            Ok(Some(view)) => self.show_filled(view),
            _ if !self.stays() || asked_in_popup(tab).await || is_named() => self.read().await,
            _ => self.rest(),
        }
    }

    /// Reads the tab again.
    pub(super) fn look(self) {
        self.begin();
        spawn(self.read());
    }

    /// Reads the tab again, with other wishes.
    pub(super) fn look_with(self, change: impl FnOnce(&mut Wish)) {
        self.wish.update(change);
        self.look();
    }

    /// Fills the tab.
    pub(super) fn fill(self) {
        let wish = self.wish.get_untracked();
        self.change(async move |tab| fill_and_save(tab, wish).await);
    }

    /// Takes fields back; all of them where none are named.
    pub(super) fn undo(self, fields: Option<Vec<FieldAt>>) {
        self.change(async move |tab| worker::undo(tab, fields).await);
    }

    /// Notes that the person sent the application.
    pub(super) fn sent(self) {
        self.change(async move |tab| worker::sent(tab).await);
    }

    /// Does something that changes what was filled, and shows what came of it.
    pub(super) fn change(
        self,
        act: impl AsyncFnOnce(i32) -> Result<FilledView, Failure> + 'static,
    ) {
        if self.busy.get_untracked() {
            return;
        }
        let Some(tab) = self.tab.get_untracked() else {
            return;
        };
        self.begin();
        spawn(async move {
            let done = act(tab).await;
            if !self.is_about(tab) {
                return;
            }
            match done {
                Ok(view) => self.show_filled(view),
                Err(failure) => self.fail(failure),
            }
            if let Ok(status) = worker::status().await {
                self.status.set(Some(status));
            }
        });
    }

    /// Shows a field on the page.
    pub(super) fn reveal(self, at: FieldAt) {
        spawn(async move {
            let Some(tab) = self.tab.get_untracked() else {
                return;
            };
            self.trouble.set(worker::reveal(tab, at).await.err());
        });
    }

    /// Asks for access to a frame's origin; the browser shows its own question.
    pub(super) fn allow(self, origin: String) {
        spawn(async move {
            match permissions::request(&address::permission_pattern(&origin)).await {
                Ok(true) => self.look(),
                Ok(false) => self.trouble.set(Some(Failure::FrameNotAllowed {
                    host: address::host_of(&origin),
                })),
                Err(error) => self.trouble.set(Some(error.into())),
            }
        });
    }

    /// Opens the panel at the side, which goes on from here; the popup closes.
    pub(in crate::ui) fn to_side(self) {
        let (Some(tab), Some(window)) = (self.tab.get_untracked(), self.window.get_untracked())
        else {
            return;
        };
        // Not awaited one after the other: the browser opens panels only while a click is handled.
        spawn(async move {
            // Without this the panel waits to be told to read the page.
            let _ = storage::set(&asked(tab), &true).await;
        });
        spawn(async move {
            match side_panel::open(window).await {
                Ok(()) => document::close_window(),
                Err(error) => self.trouble.set(Some(error.into())),
            }
        });
    }

    /// Saves a file and shows the field that wants it.
    pub(super) fn save_for(self, at: FieldAt, file: String) {
        spawn(async move {
            let Some(tab) = self.tab.get_untracked() else {
                return;
            };
            match save(tab, file).await {
                Ok(()) => self.reveal(at),
                Err(failure) => self.trouble.set(Some(failure)),
            }
        });
    }

    /// Fetches the profile; where it changed, the tab is read again.
    pub(super) fn sync(self, older_than_ms: i64) {
        spawn(async move {
            let Ok(after) = worker::sync(older_than_ms).await else {
                return;
            };
            let before = self.status.get_untracked();
            let changed = before.is_none_or(|before| !before.same_material(&after));
            self.status.set(Some(after));
            let rests = matches!(
                self.screen.get_untracked(),
                Screen::Filled(_) | Screen::Idle | Screen::Tailoring | Screen::Tailored(_)
            );
            if changed && !rests && self.tab.get_untracked().is_some() {
                self.read().await;
            }
        });
    }

    async fn read(self) {
        let Some(tab) = self.tab.get_untracked() else {
            return;
        };
        let looked = worker::look(tab, self.wish.get_untracked()).await;
        if !self.is_about(tab) {
            return;
        }
        match looked {
            Ok(view) => self.show_look(view),
            Err(failure) => self.fail(failure),
        }
    }

    /// Whether the sheet shows this tab still.
    pub(super) fn is_about(self, tab: i32) -> bool {
        self.tab.get_untracked() == Some(tab)
    }

    pub(super) fn begin(self) {
        self.busy.set(true);
        self.trouble.set(None);
    }

    pub(super) fn rest(self) {
        self.busy.set(false);
        self.screen.set(Screen::Idle);
    }

    fn show_look(self, view: LookView) {
        self.busy.set(false);
        self.said.set(looked_sentence(&view));
        let is_job = view.job.title.is_some();
        self.screen.set(Screen::Looked(view));
        if is_job {
            self.weigh();
        } else {
            self.weighed.set(Weighed::Nothing);
        }
        focus_next("fill");
    }

    fn show_filled(self, view: FilledView) {
        self.busy.set(false);
        self.said.set(view.sentence());
        self.screen.set(Screen::Filled(view));
        self.read_rest();
        focus_next("outcome");
    }

    fn fail(self, failure: Failure) {
        self.busy.set(false);
        self.said.set(failure.words());
        self.screen.set(Screen::Failed(failure));
        focus_next("next");
    }
}

/// Fills a tab. What the page does not take is saved at once, to be chosen by hand.
pub(super) async fn fill_and_save(tab: i32, wish: Wish) -> Result<FilledView, Failure> {
    let view = worker::fill(tab, wish).await?;
    let mut files: Vec<&str> = view
        .rows
        .iter()
        .filter_map(|row| row.refused_file())
        .collect();
    files.dedup();
    for file in files {
        // The line has a button that tries it again.
        let _ = save(tab, file.to_owned()).await;
    }
    Ok(view)
}

/// Saves a file that a tab was or would be filled with.
pub(super) async fn save(tab: i32, file: String) -> Result<(), Failure> {
    let file = worker::attached_file(tab, file).await?;
    let bytes = base64::engine::general_purpose::STANDARD
        .decode(file.base64)
        .map_err(|_| Failure::NoResume)?;
    Ok(document::save(&file.name, &file.media_type, &bytes)?)
}

/// What was found, as one sentence.
pub(super) fn looked_sentence(view: &LookView) -> String {
    use crate::messages::Group;
    if !view.is_application && view.rows.is_empty() {
        return Failure::NoForm.words();
    }
    let found = match view.found {
        1 => "1 field found".to_owned(),
        n => format!("{n} fields found"),
    };
    format!("{found}, {} will be filled.", view.count(Group::Fill))
}

/// That the popup was asked to go on at the side, about this tab.
fn asked(tab: i32) -> storage::Key<bool> {
    storage::Key::session("to_side").of(&tab.to_string())
}

/// Whether the person came from the popup of this tab; asked once.
pub(super) async fn asked_in_popup(tab: i32) -> bool {
    let key = asked(tab);
    let found = storage::get(&key).await.ok().flatten().unwrap_or_default();
    if found {
        // Left behind it would only read the same page once more.
        let _ = storage::delete(&key).await;
    }
    found
}

/// Whether the page's own address names the tab.
pub(super) fn is_named() -> bool {
    document::parameter("tab").is_some()
}

/// The tab the address names, or else the one in front.
async fn tab_asked_for() -> Result<tabs::Tab, Failure> {
    if let Some(tab) = document::parameter("tab").and_then(|tab| tab.parse().ok()) {
        return Ok(tabs::find(tab).await?);
    }
    tabs::in_front().await?.ok_or(Failure::NoTab)
}

/// Moves the focus once the new screen stands.
pub(super) fn focus_next(id: &'static str) {
    request_animation_frame(move || document::focus(id));
}
