//! A list that comes in pages: the first at once, the later ones when they are asked for.

use super::fetched::{Fetched, Now};
use crate::api::Answer;
use foothold_shared::application::{ApplicationPage, ApplicationView};
use foothold_shared::generation::{DocumentSetBrief, DocumentSetPage};
use foothold_shared::job::{JobCard, JobPage};
use foothold_shared::matching::{MatchPage, MatchView};
use foothold_shared::notification::{Notification, NotificationPage};
use foothold_shared::receipt::{ReceiptPage, ReceiptSummary};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::pin::Pin;
use std::rc::Rc;

/// One page of a list, as the server sends it.
pub(crate) trait Page: Clone + Send + Sync + 'static {
    /// What the list is of.
    type Item: Clone;

    /// What is on the page, in the list's order.
    fn items(&self) -> &[Self::Item];

    /// What to ask the next page with; none on the last.
    fn next_cursor(&self) -> Option<&str>;
}

macro_rules! pages {
    ($($page:ty, $items:ident: $item:ty;)*) => {$(
        impl Page for $page {
            type Item = $item;

            fn items(&self) -> &[$item] {
                &self.$items
            }

            fn next_cursor(&self) -> Option<&str> {
                self.next_cursor.as_deref()
            }
        }
    )*};
}

pages! {
    ApplicationPage, applications: ApplicationView;
    DocumentSetPage, document_sets: DocumentSetBrief;
    JobPage, jobs: JobCard;
    MatchPage, matches: MatchView;
    NotificationPage, notifications: Notification;
    ReceiptPage, receipts: ReceiptSummary;
}

type Asked<P> = Pin<Box<dyn Future<Output = Answer<P>>>>;
type Ask<P> = Rc<dyn Fn(Option<String>) -> Asked<P>>;

/// The list as far as it is here, and how to ask for more of it.
pub(crate) struct Paged<P: Page> {
    /// The first page: whether the list is here at all.
    pub(crate) first: Fetched<P>,
    later: RwSignal<Vec<P>>,
    /// What went wrong with the last page that was asked for.
    pub(crate) failed: RwSignal<Option<String>>,
    /// Whether a page is on its way.
    pub(crate) asking: RwSignal<bool>,
    ask: StoredValue<Ask<P>, LocalStorage>,
}

impl<P: Page> Clone for Paged<P> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<P: Page> Copy for Paged<P> {}

impl<P: Page> Paged<P> {
    /// Asks for the first page now; `ask` is given the cursor of the page that is wanted.
    pub(crate) fn start<F>(ask: impl Fn(Option<String>) -> F + 'static) -> Self
    where
        F: Future<Output = Answer<P>> + 'static,
    {
        let ask: Ask<P> = Rc::new(move |cursor| Box::pin(ask(cursor)));
        let first = ask.clone();
        Self {
            first: Fetched::start(move || first(None)),
            later: RwSignal::new(Vec::new()),
            failed: RwSignal::new(None),
            asking: RwSignal::new(false),
            ask: StoredValue::new_local(ask),
        }
    }

    /// All that is here, in order. Tracks.
    pub(crate) fn items(self) -> Vec<P::Item> {
        let mut items = self.first.now.with(|now| match now {
            Now::Ready(page) => page.items().to_vec(),
            _ => Vec::new(),
        });
        self.later
            .with(|later| items.extend(later.iter().flat_map(Page::items).cloned()));
        items
    }

    /// Whether there is more than what is here. Tracks.
    pub(crate) fn has_more(self) -> bool {
        self.cursor().is_some()
    }

    fn cursor(self) -> Option<String> {
        let of = |page: &P| page.next_cursor().map(str::to_owned);
        self.later.with(|later| match later.last() {
            Some(page) => of(page),
            None => self.first.now.with(|now| match now {
                Now::Ready(page) => of(page),
                _ => None,
            }),
        })
    }

    /// Asks for the next page, where there is one and none is on its way.
    pub(crate) fn more(self) {
        let Some(cursor) = untrack(|| self.cursor()).filter(|_| !self.asking.get_untracked())
        else {
            return;
        };
        let Some(ask) = self.ask.try_get_value() else {
            return;
        };
        self.asking.set(true);
        spawn_local(async move {
            match ask(Some(cursor)).await {
                Ok(page) => {
                    self.failed.try_set(None);
                    self.later.try_update(|later| later.push(page));
                }
                Err(problem) => drop(self.failed.try_set(Some(problem.detail))),
            }
            self.asking.try_set(false);
        });
    }
}
