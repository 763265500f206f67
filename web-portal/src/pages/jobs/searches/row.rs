//! One saved search: what it asks for, what is new, and what can be done with it.

use super::alerts::{editor, said};
use super::{Shown, words};
use crate::browser::focus;
use crate::components::field::{FieldText, Typing, text_field};
use crate::components::icon::{Icon, icon};
use crate::components::pill::{Tone, pill};
use crate::jobs::search::Search;
use crate::jobs::words::grouped;
use crate::state::removal::use_removals;
use crate::state::session::use_api;
use crate::state::toasts::use_toasts;
use foothold_shared::job::{NewSavedSearch, SavedSearch};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What is open in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opened {
    Nothing,
    Alerts,
    Name,
}

/// The row.
pub(super) fn row(search: SavedSearch, shown: Shown) -> AnyView {
    let (api, removals) = (use_api(), use_removals());
    let opened = RwSignal::new(Opened::Nothing);
    let id = search.search_id.clone();
    let name = search.name.clone();
    let asked = words(&Search::saved(&search.filters));
    let below = (asked != name).then(|| view! { <p class="text-slate wrap">{asked}</p> });
    #[expect(clippy::cast_sign_loss, reason = "a count")]
    let many = grouped(search.new_jobs.max(0) as u64);
    let new = (search.new_jobs > 0).then(|| {
        let words = if search.more_than_new {
            format!("More than {many} new")
        } else {
            format!("{many} new")
        };
        pill(Tone::Good, words)
    });
    let href = format!("/jobs/searches/{id}");
    let delete = {
        let (id, name) = (id.clone(), name.clone());
        move |_| {
            focus::past_removed();
            removals.remove(
                id.clone(),
                format!("“{name}” is deleted."),
                move |id, leaving| async move { api.delete_search(&id, leaving).await },
                move || shown.list.again(),
            );
        }
    };
    let toggle = move |part: Opened| {
        opened.update(|now| {
            *now = if *now == part { Opened::Nothing } else { part };
        });
    };
    let labels = [
        format!("Alerts of {name}"),
        format!("Rename {name}"),
        format!("Delete {name}"),
    ];
    let [alerts_label, rename_label, delete_label] = labels;
    let name_id = format!("name-{id}");
    let rename = {
        let name_id = name_id.clone();
        move |_| {
            toggle(Opened::Name);
            focus::soon(name_id.clone());
        }
    };
    let expanded = move |part: Opened| {
        move || {
            if opened.get() == part {
                "true"
            } else {
                "false"
            }
        }
    };
    let own_id = StoredValue::new(id.clone());
    // What closes gives the focus back to what opened it.
    let close = move |by: &'static str| {
        opened.try_set(Opened::Nothing);
        if let Some(id) = own_id.try_get_value() {
            focus::soon(format!("{by}-{id}"));
        }
    };
    let [alerts_id, rename_id, delete_id] =
        ["alerts", "rename", "delete"].map(|part| format!("{part}-{id}"));
    let told = search.alerts.clone();
    let tells = move || said(&told, &shown.ways());
    let editing = {
        let search = search.clone();
        move || match opened.get() {
            Opened::Nothing => ().into_any(),
            Opened::Alerts => editor(&search, shown, move || close("alerts")),
            Opened::Name => renamed(&search, shown, name_id.clone(), move || close("rename")),
        }
    };
    view! {
        <li class="grid grid-cols-[minmax(0,1fr)] gap-3 p-4 sm:px-6">
            <div class="grid grid-cols-[minmax(0,1fr)] sm:grid-cols-[minmax(0,1fr)_auto] gap-3 items-center">
                <div class="min-w-0">
                    <p class="flex flex-wrap items-center gap-x-3 gap-y-1"><a class="text-ink font-semibold wrap" href=href>{name}</a>{new}</p>
                    {below}
                    <p class="hint">{tells}</p>
                </div>
                <div class="flex flex-wrap items-center gap-2">
                    <button class="btn small" type="button" id=alerts_id aria-label=alerts_label aria-expanded=expanded(Opened::Alerts)
                        on:click=move |_| toggle(Opened::Alerts)>{icon(Icon::Bell)}"Alerts"</button>
                    <button class="btn quiet small" type="button" id=rename_id aria-label=rename_label aria-expanded=expanded(Opened::Name)
                        on:click=rename>"Rename"</button>
                    <button class="icon-btn danger" type="button" id=delete_id data-removes="" aria-label=delete_label title="Delete" on:click=delete>{icon(Icon::Trash)}</button>
                </div>
            </div>
            {editing}
        </li>
    }
    .into_any()
}

fn renamed(
    search: &SavedSearch,
    shown: Shown,
    id: String,
    done: impl Fn() + Copy + Send + Sync + 'static,
) -> AnyView {
    let (api, toasts) = (use_api(), use_toasts());
    let name = RwSignal::new(search.name.clone());
    let wrong = RwSignal::new(None::<String>);
    let search = StoredValue::new(search.clone());
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let called = name.get_untracked().trim().to_owned();
        if called.is_empty() {
            return wrong.set(Some("Give the search a name.".to_owned()));
        }
        let SavedSearch {
            search_id, filters, ..
        } = search.get_value();
        let new = NewSavedSearch {
            name: called,
            filters,
        };
        spawn_local(async move {
            match api.save_search(&search_id, &new).await {
                Ok(_) => {
                    toasts.say("The search has its new name.");
                    shown.list.again();
                    done();
                }
                Err(problem) => drop(wrong.try_set(Some(problem.detail))),
            }
        });
    };
    let field = FieldText::new(id, "Name").error(wrong.into());
    view! {
        <form class="grid grid-cols-[minmax(0,1fr)] sm:grid-cols-[minmax(0,1fr)_auto] gap-3 items-end" on:submit=send>
            {text_field(field, Typing::TEXT.at_most(100), name.into(), move |text| name.set(text))}
            <button class="btn primary" type="submit">"Rename"</button>
        </form>
    }
    .into_any()
}
