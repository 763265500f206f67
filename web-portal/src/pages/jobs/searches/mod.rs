//! The saved searches: what is new to each, how each tells of it, and by which ways the person can be told.

mod alerts;
pub(super) mod keep;
pub(super) mod open;
mod row;
mod ways;
mod webhook;

use super::tabs;
use crate::components::icon::Icon;
use crate::components::state_view::{empty, failure, skeleton};
use crate::jobs::search::Search;
use crate::pages::heading;
use crate::pages::jobs::filters::value_words;
use crate::state::fetched::{Fetched, Now};
use crate::state::removal::use_removals;
use crate::state::session::use_api;
use foothold_shared::job::SavedSearchList;
use foothold_shared::notification::NotificationChannels;
use leptos::prelude::*;

/// What the rows work with.
#[derive(Clone, Copy)]
struct Shown {
    list: Fetched<SavedSearchList>,
    channels: Fetched<NotificationChannels>,
    /// The webhook's secret while it is new: kept until the page is left.
    secret: RwSignal<Option<String>>,
}

impl Shown {
    /// The ways there are, as far as they are known.
    fn ways(self) -> NotificationChannels {
        self.channels.now.with(|now| match now {
            Now::Ready(channels) => channels.clone(),
            _ => NotificationChannels::default(),
        })
    }
}

/// The page.
pub(super) fn searches() -> AnyView {
    let (api, removals) = (use_api(), use_removals());
    let shown = Shown {
        list: Fetched::start(move || api.saved_searches()),
        channels: Fetched::start(move || api.notification_channels()),
        secret: RwSignal::new(None),
    };
    let list = move || match shown.list.now.get() {
        Now::Loading => skeleton(3),
        Now::Failed(problem) => failure(&problem, move || shown.list.again()),
        Now::Ready(list) => {
            let all: Vec<_> = list
                .searches
                .into_iter()
                .filter(|search| !removals.hides(&search.search_id))
                .collect();
            if all.is_empty() {
                let step = view! { <a class="btn primary" href="/jobs">"Search jobs"</a> };
                return empty(
                    Icon::Search,
                    "No saved searches",
                    "Search for jobs, press Save this search, and you are told when a new job comes in for it.",
                    step.into_any(),
                );
            }
            let rows = all
                .into_iter()
                .map(|search| row::row(search, shown))
                .collect_view();
            view! { <ul class="card rule" aria-label="Saved searches">{rows}</ul> }.into_any()
        }
    };
    view! {
        {heading("Saved searches", ().into_any())}
        {tabs("/jobs/searches")}
        {list}
        {ways::ways(shown)}
    }
    .into_any()
}

/// What a search asks for, in words.
fn words(search: &Search) -> String {
    let mut parts = Vec::new();
    if !search.words.is_empty() {
        parts.push(search.words.clone());
    }
    let chosen = search.chosen().into_iter();
    parts.extend(chosen.map(|(filter, value)| value_words(filter, &value)));
    if let Some((least, currency)) = &search.pay {
        parts.push(format!("{currency} {least} or more"));
    }
    match search.days {
        Some(1) => parts.push("last day".to_owned()),
        Some(days) => parts.push(format!("last {days} days")),
        None => {}
    }
    if parts.is_empty() {
        "All jobs".to_owned()
    } else {
        parts.join(" · ")
    }
}

/// What is wrong, for one field of a form.
fn wrong(
    problem: RwSignal<Option<foothold_shared::problem::Problem>>,
    field: &'static str,
) -> Signal<Option<String>> {
    Signal::derive(move || {
        problem.with(|problem| {
            let problem = problem.as_ref()?;
            crate::api::message_for(problem, field)
        })
    })
}
