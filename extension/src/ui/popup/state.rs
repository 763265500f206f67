//! What the popup knows, and what its buttons do.

use crate::address;
use crate::browser::{document, permissions, tabs};
use crate::messages::{Failure, FieldAt, FilledView, LookView, Status, Wish};
use crate::ui::worker;
use base64::Engine as _;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A profile older than this is fetched again when the popup opens.
const FRESH_MS: i64 = 2 * 60_000;

/// What the popup shows.
#[derive(Clone)]
pub(super) enum Screen {
    /// The page is being read.
    Loading,
    /// Something stands in the way.
    Failed(Failure),
    /// What would be filled.
    Looked(LookView),
    /// What was filled.
    Filled(FilledView),
}

/// The popup's state, shared by its parts.
#[derive(Clone, Copy)]
pub(super) struct Popup {
    tab: RwSignal<Option<i32>>,
    status: RwSignal<Option<Status>>,
    screen: RwSignal<Screen>,
    wish: RwSignal<Wish>,
    busy: RwSignal<bool>,
    said: RwSignal<String>,
    trouble: RwSignal<Option<Failure>>,
}

impl Popup {
    pub(super) fn new() -> Self {
        Self {
            tab: RwSignal::new(None),
            status: RwSignal::new(None),
            screen: RwSignal::new(Screen::Loading),
            wish: RwSignal::new(Wish::default()),
            busy: RwSignal::new(true),
            said: RwSignal::new(String::new()),
            trouble: RwSignal::new(None),
        }
    }

    pub(super) fn screen(self) -> Screen {
        self.screen.get()
    }

    pub(super) fn status(self) -> Option<Status> {
        self.status.get()
    }

    pub(super) fn is_busy(self) -> bool {
        self.busy.get()
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

    /// Reads the tab and, meanwhile, fetches the profile where it is not fresh.
    pub(super) fn open(self) {
        let online = window_event_listener(ev::online, move |_| self.sync(0));
        on_cleanup(move || online.remove());
        spawn_local(async move {
            self.status.set(worker::status().await.ok());
            match tab_asked_for().await {
                Ok(tab) => {
                    self.tab.set(Some(tab));
                    match worker::last_fill(tab).await {
                        Ok(Some(view)) => self.show_filled(view),
                        _ => self.read().await,
                    }
                }
                Err(failure) => self.fail(failure),
            }
            self.sync(FRESH_MS);
        });
    }

    /// Reads the tab again.
    pub(super) fn look(self) {
        self.begin();
        spawn_local(self.read());
    }

    /// Reads the tab again, with other wishes.
    pub(super) fn look_with(self, change: impl FnOnce(&mut Wish)) {
        self.wish.update(change);
        self.look();
    }

    /// Fills the tab.
    pub(super) fn fill(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.begin();
        spawn_local(async move {
            let Some(tab) = self.tab.get_untracked() else {
                return;
            };
            match worker::fill(tab, self.wish.get_untracked()).await {
                Ok(view) => self.show_filled(view),
                Err(failure) => self.fail(failure),
            }
            if let Ok(status) = worker::status().await {
                self.status.set(Some(status));
            }
        });
    }

    /// Takes fields back; all of them where none are named.
    pub(super) fn undo(self, fields: Option<Vec<FieldAt>>) {
        if self.busy.get_untracked() {
            return;
        }
        self.begin();
        spawn_local(async move {
            let Some(tab) = self.tab.get_untracked() else {
                return;
            };
            match worker::undo(tab, fields).await {
                Ok(view) => self.show_filled(view),
                Err(failure) => self.fail(failure),
            }
        });
    }

    /// Shows a field on the page.
    pub(super) fn reveal(self, at: FieldAt) {
        spawn_local(async move {
            let Some(tab) = self.tab.get_untracked() else {
                return;
            };
            self.trouble.set(worker::reveal(tab, at).await.err());
        });
    }

    /// Asks for access to a frame's origin; the browser shows its own question.
    pub(super) fn allow(self, origin: String) {
        spawn_local(async move {
            match permissions::request(&address::permission_pattern(&origin)).await {
                Ok(true) => self.look(),
                Ok(false) => self.trouble.set(Some(Failure::FrameNotAllowed {
                    host: address::host_of(&origin),
                })),
                Err(error) => self.trouble.set(Some(error.into())),
            }
        });
    }

    /// Saves the résumé as a file and shows the field that wants it.
    pub(super) fn save_resume(self, at: FieldAt) {
        spawn_local(async move {
            let saved = worker::resume_file().await.and_then(|file| {
                let bytes = base64::engine::general_purpose::STANDARD
                    .decode(file.base64)
                    .map_err(|_| Failure::NoResume)?;
                Ok(document::save(&file.name, &file.media_type, &bytes)?)
            });
            match saved {
                Ok(()) => self.reveal(at),
                Err(failure) => self.trouble.set(Some(failure)),
            }
        });
    }

    /// Fetches the profile; where it changed, the tab is read again.
    pub(super) fn sync(self, older_than_ms: i64) {
        spawn_local(async move {
            let Ok(after) = worker::sync(older_than_ms).await else {
                return;
            };
            let before = self.status.get_untracked();
            let changed = before.is_none_or(|before| !before.same_material(&after));
            self.status.set(Some(after));
            let shows_fill = matches!(self.screen.get_untracked(), Screen::Filled(_));
            if changed && !shows_fill && self.tab.get_untracked().is_some() {
                self.read().await;
            }
        });
    }

    async fn read(self) {
        let Some(tab) = self.tab.get_untracked() else {
            return;
        };
        match worker::look(tab, self.wish.get_untracked()).await {
            Ok(view) => self.show_look(view),
            Err(failure) => self.fail(failure),
        }
    }

    fn begin(self) {
        self.busy.set(true);
        self.trouble.set(None);
    }

    fn show_look(self, view: LookView) {
        self.busy.set(false);
        self.said.set(looked_sentence(&view));
        self.screen.set(Screen::Looked(view));
        focus_next("fill");
    }

    fn show_filled(self, view: FilledView) {
        self.busy.set(false);
        self.said.set(view.sentence());
        self.screen.set(Screen::Filled(view));
        focus_next("outcome");
    }

    fn fail(self, failure: Failure) {
        self.busy.set(false);
        self.said.set(failure.words());
        self.screen.set(Screen::Failed(failure));
        focus_next("next");
    }
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

/// The tab the address names, or else the one in front.
async fn tab_asked_for() -> Result<i32, Failure> {
    if let Some(tab) = document::parameter("tab").and_then(|tab| tab.parse().ok()) {
        return Ok(tab);
    }
    Ok(tabs::in_front().await?.ok_or(Failure::NoTab)?.id)
}

/// Moves the focus once the new screen stands.
fn focus_next(id: &'static str) {
    request_animation_frame(move || document::focus(id));
}
