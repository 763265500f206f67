//! What the pages of jobs share while one is open: which job is open, what was marked just now, where was applied.

use crate::api::jobs::Mark;
use crate::api::{Answer, Api};
use crate::browser::focus;
use crate::state::session::use_api;
use crate::state::toasts::{Toasts, use_toasts};
use foothold_core::company;
use foothold_shared::job::JobCard;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_query_map};
use leptos_router::params::ParamsMap;
use std::collections::HashMap;
use std::rc::Rc;

/// How many applications are looked at for one company's name, by pages of a hundred.
const APPLICATION_PAGES: usize = 10;

type Navigate = Rc<dyn Fn(&str, NavigateOptions)>;

/// The desk.
#[derive(Clone, Copy)]
pub(crate) struct Desk {
    pub(super) api: Api,
    pub(super) toasts: Toasts,
    /// The id of the job that is open; in the address, so that back closes it.
    pub(super) opened: Memo<Option<String>>,
    /// Whether the open job is to take the focus once it is here.
    pub(super) takes_focus: RwSignal<bool>,
    query: Memo<ParamsMap>,
    path: Memo<String>,
    navigate: StoredValue<Navigate, LocalStorage>,
    /// What was marked here since the cards came: saved, hidden.
    marks: RwSignal<HashMap<String, (bool, bool)>>,
    /// When the person last applied to a company, by its folded name.
    applied: RwSignal<HashMap<String, i64>>,
}

impl Desk {
    /// Nothing marked yet; asks where the person applied.
    pub(super) fn start() -> Self {
        let (api, query) = (use_api(), use_query_map());
        let navigate = use_navigate();
        let desk = Self {
            api,
            toasts: use_toasts(),
            opened: Memo::new(move |_| {
                query
                    .with(|query| query.get("job"))
                    .filter(|id| !id.is_empty())
            }),
            takes_focus: RwSignal::new(false),
            query,
            path: use_location().pathname,
            navigate: StoredValue::new_local(Rc::new(navigate)),
            marks: RwSignal::new(HashMap::new()),
            applied: RwSignal::new(HashMap::new()),
        };
        spawn_local(desk.ask_applied());
        desk
    }

    /// Fills what is known of earlier applications, page by page; without an answer nothing is claimed.
    async fn ask_applied(self) {
        let mut cursor: Option<String> = None;
        for _ in 0..APPLICATION_PAGES {
            let Ok(page) = self.api.applications(None, cursor.as_deref(), 100).await else {
                return;
            };
            let kept = self.applied.try_update(|applied| {
                for known in &page.applications {
                    let name =
                        company::words(known.application.company.as_deref().unwrap_or_default());
                    let at = applied
                        .entry(name)
                        .or_insert(known.application.submitted_at_ms);
                    *at = known.application.submitted_at_ms.max(*at);
                }
            });
            cursor = page.next_cursor;
            if kept.is_none() || cursor.is_none() {
                return;
            }
        }
    }

    /// When the person last applied to this company.
    pub(super) fn applied_at(self, company: &str) -> Option<i64> {
        let name = company::words(company);
        self.applied
            .with(|applied| applied.get(&name).copied())
            .filter(|_| !name.is_empty())
    }

    /// Whether a job is saved, and whether it is hidden, as far as is known now.
    pub(super) fn marked(self, card: &JobCard) -> (bool, bool) {
        self.marks
            .with(|marks| marks.get(&card.job_id).copied())
            .unwrap_or((card.saved, card.hidden))
    }

    /// The address of this page with that job open.
    pub(super) fn href(self, job_id: &str) -> String {
        let mut query = self.query.get();
        query.replace("job", job_id.to_owned());
        self.path.get() + &query.to_query_string()
    }

    /// Opens a job beside the list, or in its place on a phone. `with_focus`: the focus goes to it, too.
    pub(super) fn open(self, job_id: &str, with_focus: bool) {
        let address = untrack(|| self.href(job_id));
        let again = self
            .opened
            .with_untracked(|opened| opened.as_deref() == Some(job_id));
        if again {
            if with_focus {
                focus::soon("job-title");
            }
            return;
        }
        self.takes_focus.set(with_focus);
        self.go(&address, false);
    }

    /// The address of this page with no job open.
    pub(super) fn closed_href(self) -> String {
        let mut query = self.query.get();
        query.remove("job");
        self.path.get() + &query.to_query_string()
    }

    /// Goes to an address of the portal without moving the view.
    pub(super) fn go(self, address: &str, replace: bool) {
        let options = NavigateOptions {
            replace,
            scroll: false,
            ..NavigateOptions::default()
        };
        if let Some(navigate) = self.navigate.try_get_value() {
            navigate(address, options);
        }
    }

    /// Saves a job, or takes it from the saved ones.
    pub(super) fn save(self, card: &JobCard) {
        let (saved, hidden) = untrack(|| self.marked(card));
        let id = card.job_id.clone();
        self.note(&id, (!saved, hidden && saved));
        let api = self.api;
        self.send((saved, hidden), id, "Not saved.", move |id| async move {
            api.mark_job(&id, Mark::Saved, !saved).await
        });
    }

    /// Hides a job now and offers to take it back.
    pub(super) fn hide(self, card: &JobCard) {
        let before = untrack(|| self.marked(card));
        if before.1 {
            return self.unhide(card, before.0);
        }
        let api = self.api;
        self.note(&card.job_id, (false, true));
        self.send(
            before,
            card.job_id.clone(),
            "Not hidden.",
            move |id| async move { api.mark_job(&id, Mark::Hidden, true).await },
        );
        let card = card.clone();
        let words = format!("{} is hidden.", card.title);
        self.toasts
            .say_undoable(words, move || self.unhide(&card, before.0));
    }

    /// Shows a hidden job again, saved where it was saved.
    fn unhide(self, card: &JobCard, saved: bool) {
        let before = untrack(|| self.marked(card));
        let api = self.api;
        self.note(&card.job_id, (saved, false));
        self.send(
            before,
            card.job_id.clone(),
            "Still hidden.",
            move |id| async move {
                if saved {
                    // Saving shows it again, too.
                    return api.mark_job(&id, Mark::Saved, true).await;
                }
                api.mark_job(&id, Mark::Hidden, false).await
            },
        );
    }

    fn note(self, job_id: &str, marks: (bool, bool)) {
        self.marks.try_update(|all| {
            all.insert(job_id.to_owned(), marks);
        });
    }

    /// Sends a mark; where that fails, says so and shows what was before.
    fn send<F>(
        self,
        before: (bool, bool),
        id: String,
        failed: &'static str,
        call: impl FnOnce(String) -> F + 'static,
    ) where
        F: Future<Output = Answer<()>> + 'static,
    {
        spawn_local(async move {
            if let Err(problem) = call(id.clone()).await {
                self.note(&id, before);
                self.toasts.say(format!("{failed} {}", problem.detail));
            }
        });
    }
}
