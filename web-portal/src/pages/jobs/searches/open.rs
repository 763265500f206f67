//! The address of one saved search, as notifications and e-mails have it: leads to what it finds.

use crate::api::jobs::query;
use crate::components::icon::Icon;
use crate::components::state_view::{empty, failure, skeleton};
use crate::jobs::search::Search;
use crate::pages::heading;
use crate::state::fetched::{Fetched, Now};
use crate::state::session::use_api;
use foothold_shared::job::SavedSearch;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};

/// Where a saved search is shown.
pub(super) fn href(search: &SavedSearch) -> String {
    let mut open = Search::saved(&search.filters);
    open.newest = true;
    format!("/jobs?{}", query(&open.pairs()))
}

/// The page. It notes that the search was looked at, and goes on.
pub(in crate::pages::jobs) fn open() -> AnyView {
    let api = use_api();
    let params = use_params_map();
    let navigate = use_navigate();
    let list = Fetched::start(move || api.saved_searches());
    let gone = RwSignal::new(false);
    Effect::new(move || {
        let id = params.with(|params| params.get("id")).unwrap_or_default();
        list.now.with(|now| {
            let Now::Ready(list) = now else { return };
            let Some(found) = list.searches.iter().find(|one| one.search_id == id) else {
                return gone.set(true);
            };
            let newest = list.newest;
            spawn_local(async move {
                // Without it the jobs only stay new.
                let _ = api.see_search(&id, newest).await;
            });
            let options = NavigateOptions {
                replace: true,
                ..NavigateOptions::default()
            };
            navigate(&href(found), options);
        });
    });
    let shown = move || match list.now.get() {
        Now::Failed(problem) => failure(&problem, move || list.again()),
        Now::Ready(_) if gone.get() => {
            let step =
                view! { <a class="btn primary" href="/jobs/searches">"See your searches"</a> };
            empty(
                Icon::Search,
                "This search is gone",
                "It was deleted, or belongs to another account.",
                step.into_any(),
            )
        }
        _ => skeleton(3),
    };
    view! { {heading("Saved search", ().into_any())}{shown} }.into_any()
}
