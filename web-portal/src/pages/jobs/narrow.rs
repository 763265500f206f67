//! The filters of the matches, kept in the page's address.
//!
//! What must not happen here: a filter that the address does not have.

use super::desk::Desk;
use super::filters::countries;
use crate::api::jobs::query;
use crate::components::choice::checkbox;
use crate::components::field::FieldText;
use crate::components::select::{options, select_field};
use crate::jobs::matches::{MatchSearch, SCORES};
use crate::jobs::search::{AGES, known};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// What the address says, and the way to say something else.
#[derive(Clone, Copy)]
pub(super) struct Narrow {
    pub(super) now: Memo<MatchSearch>,
    desk: Desk,
}

impl Narrow {
    /// As the address has it.
    pub(super) fn start(desk: Desk) -> Self {
        let address = use_query_map();
        let now = Memo::new(move |_| {
            address.with(|address| MatchSearch::read(|name| address.get(name).unwrap_or_default()))
        });
        Self { now, desk }
    }

    /// Goes to the matches that are like this.
    pub(super) fn go(self, next: &MatchSearch) {
        let query = query(&next.pairs());
        let mark = if query.is_empty() { "" } else { "?" };
        self.desk.go(&format!("/jobs/for-you{mark}{query}"), false);
    }

    fn change(self, change: impl FnOnce(&mut MatchSearch)) {
        let mut next = self.now.get_untracked();
        change(&mut next);
        self.go(&next);
    }

    fn value(
        self,
        read: impl Fn(&MatchSearch) -> String + Send + Sync + 'static,
    ) -> Signal<String> {
        Signal::derive(move || self.now.with(&read))
    }
}

/// The filters, folded; open where some are in use.
pub(super) fn narrow(all: Narrow) -> AnyView {
    let said = |number: Option<u16>| number.map(|number| number.to_string()).unwrap_or_default();
    let score = select_field(
        FieldText::new("match-score", "Score"),
        Some("Any"),
        options(SCORES),
        all.value(move |now| said(now.min_score.map(u16::from))),
        move |score| all.change(|next| next.min_score = score.parse().ok()),
    );
    let remote = select_field(
        FieldText::new("match-remote", "Way of working"),
        Some("Any"),
        options(known("remote")),
        all.value(|now| now.remote.clone()),
        move |way| all.change(|next| next.remote = way),
    );
    let country = select_field(
        FieldText::new("match-country", "Country"),
        Some("Any"),
        countries(),
        all.value(|now| now.country.clone()),
        move |country| all.change(|next| next.country = country),
    );
    let age = select_field(
        FieldText::new("match-days", "Posted"),
        Some("At any time"),
        options(AGES),
        all.value(move |now| said(now.days)),
        move |days| all.change(|next| next.days = days.parse().ok()),
    );
    let words = move || match all.now.with(MatchSearch::filters) {
        0 => "Filters".to_owned(),
        many => format!("Filters ({many})"),
    };
    let newest = Signal::derive(move || all.now.with(|now| now.newest));
    let without = Signal::derive(move || all.now.with(|now| now.without_knockouts));
    let is_open = all.now.with_untracked(|now| now.filters() > 0);
    view! {
        <details class="mb-4 border-t border-line" id="match-filters" open=is_open>
            <summary class="py-3 font-semibold">{words}</summary>
            <div class="grid grid-cols-[minmax(0,1fr)] sm:grid-cols-2 lg:grid-cols-4 gap-4 pb-4">
                {score}
                {remote}
                {country}
                {age}
            </div>
            <div class="flex flex-wrap gap-x-6 gap-y-1 pb-4">
                {checkbox("newest-first".to_owned(), "Newest first", newest, move |on| all.change(|next| next.newest = on))}
                {checkbox("without-knockouts".to_owned(), "Without those ruled out", without, move |on| all.change(|next| next.without_knockouts = on))}
            </div>
        </details>
    }
    .into_any()
}
