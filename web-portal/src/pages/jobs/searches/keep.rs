//! Saving the search that is open: its name, and how it is to tell of new jobs.

use super::alerts::{PACES, pace_of, start};
use super::words;
use crate::browser::{clock, focus};
use crate::components::field::{FieldText, Typing, text_field};
use crate::components::select::{options, select_field};
use crate::jobs::search::Search;
use crate::state::session::use_api;
use crate::state::toasts::use_toasts;
use foothold_shared::job::NewSavedSearch;
use foothold_shared::notification::SearchAlerts;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The longest name.
const LONGEST: u32 = 100;

/// The button, and the form that it opens; only where there is anything to save.
pub(in crate::pages::jobs) fn keep(search: Memo<Search>) -> AnyView {
    let opened = RwSignal::new(false);
    // Another search is another thing to save.
    Effect::new(move || {
        search.track();
        opened.set(false);
    });
    (move || {
        if !search.with(Search::asks) {
            return ().into_any();
        }
        if opened.get() {
            return form(search.get_untracked(), opened);
        }
        let open = move |_| {
            opened.set(true);
            focus::soon("search-name");
        };
        view! {
            <div class="mb-4"><button class="btn small" type="button" id="keep-search" on:click=open>"Save this search"</button></div>
        }
        .into_any()
    })
    .into_any()
}

fn form(search: Search, opened: RwSignal<bool>) -> AnyView {
    let (api, toasts) = (use_api(), use_toasts());
    let name = RwSignal::new(
        words(&search)
            .chars()
            .take(LONGEST as usize)
            .collect::<String>(),
    );
    let pace = RwSignal::new("daily".to_owned());
    let wrong = RwSignal::new(None::<String>);
    let asking = RwSignal::new(false);
    // The same id for each try: a search whose answer got lost is not saved twice.
    let id = StoredValue::new(clock::fresh_uuid());
    let filters = StoredValue::new(search.asked());
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if asking.get_untracked() {
            return;
        }
        let called = name.get_untracked().trim().to_owned();
        if called.is_empty() {
            wrong.set(Some("Give the search a name.".to_owned()));
            return focus::soon("search-name");
        }
        asking.set(true);
        wrong.set(None);
        let new = NewSavedSearch {
            name: called.clone(),
            filters: filters.get_value(),
        };
        let alerts = SearchAlerts {
            pace: pace_of(&pace.get_untracked()),
            ..start()
        };
        let id = id.get_value();
        spawn_local(async move {
            let saved = match api.save_search(&id, &new).await {
                Ok(_) => api.set_search_alerts(&id, &alerts).await.map(drop),
                Err(problem) => Err(problem),
            };
            match saved {
                Ok(()) => {
                    toasts.say(format!("“{called}” is saved under Searches."));
                    opened.try_set(false);
                    focus::soon("keep-search");
                }
                Err(problem) => drop(wrong.try_set(Some(problem.detail))),
            }
            asking.try_set(false);
        });
    };
    let field = FieldText::new("search-name", "Name").error(wrong.into());
    let typing = Typing::TEXT.at_most(LONGEST);
    let tells = FieldText::new("search-pace", "Tell me of new jobs")
        .hint("Here in the portal. E-mail and more can be chosen under Searches.");
    view! {
        <form class="card p-4 sm:p-6 mb-4 grid grid-cols-[minmax(0,1fr)] sm:grid-cols-2 gap-4" id="keep-form" on:submit=send>
            {text_field(field, typing, name.into(), move |text| name.set(text))}
            {select_field(tells, None, options(PACES), pace.into(), move |chosen| pace.set(chosen))}
            <div class="flex flex-wrap gap-3 sm:col-span-2">
                <button class="btn primary" type="submit" aria-disabled=move || asking.get().then_some("true")>"Save"</button>
                <button class="btn quiet" type="button" on:click=move |_| { opened.set(false); focus::soon("keep-search"); }>"Cancel"</button>
            </div>
        </form>
    }
    .into_any()
}
