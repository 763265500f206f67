//! The versions of a résumé: compared with the newest, and brought back.

use super::draft::Desk;
use crate::components::pill::{Tone, note};
use crate::pages::documents::day;
use crate::state::session::use_api;
use crate::state::toasts::use_toasts;
use foothold_shared::generation::{DraftComparison, LineChange, ResumeDraftVersion};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The card; it follows each save.
pub(super) fn card(desk: Desk) -> AnyView {
    let api = use_api();
    let versions = RwSignal::new(Vec::<ResumeDraftVersion>::new());
    let compared = RwSignal::new(None::<DraftComparison>);
    let refused = RwSignal::new(None::<String>);
    Effect::new(move || {
        // Each new version changes the list.
        desk.version.track();
        compared.set(None);
        let id = desk.id.get_value();
        spawn_local(async move {
            match api.draft_versions(&id).await {
                Ok(found) => drop(versions.try_set(found)),
                Err(problem) => drop(refused.try_set(Some(problem.detail))),
            }
        });
    });
    let rows = move || {
        let newest = desk.version.get();
        versions
            .get()
            .into_iter()
            .map(|version| row(desk, version, newest, compared, refused))
            .collect_view()
    };
    view! {
        <section class="card p-4 sm:p-6" aria-labelledby="versions">
            <h2 id="versions">"Versions"</h2>
            <p class="hint mt-1">"Each save is a version; the last fifty are kept."</p>
            <ul class="rule mt-2" aria-label="Versions">{rows}</ul>
            <div role="alert" class="mt-4 empty:hidden">{move || refused.get().map(|words| note(Tone::Brick, words.into_any()))}</div>
            {move || compared.get().map(|found| comparison(&found))}
        </section>
    }
    .into_any()
}

fn row(
    desk: Desk,
    one: ResumeDraftVersion,
    newest: i64,
    compared: RwSignal<Option<DraftComparison>>,
    refused: RwSignal<Option<String>>,
) -> AnyView {
    let (api, toasts) = (use_api(), use_toasts());
    let version = one.version;
    let compare = move |_| {
        let id = desk.id.get_value();
        refused.set(None);
        spawn_local(async move {
            match api.compare_drafts(&id, version, newest).await {
                Ok(found) => drop(compared.try_set(Some(found))),
                Err(problem) => drop(refused.try_set(Some(problem.detail))),
            }
        });
    };
    let restore = move |_| {
        let id = desk.id.get_value();
        refused.set(None);
        spawn_local(async move {
            match api.restore_draft(&id, version, newest).await {
                Ok(view) => {
                    desk.take(view);
                    toasts.say(format!("Version {version} is the newest again."));
                }
                Err(problem) => drop(refused.try_set(Some(problem.detail))),
            }
        });
    };
    let buttons = if version == newest {
        view! { <span class="hint">"The newest"</span> }.into_any()
    } else {
        view! {
            <button class="btn quiet small" type="button" aria-label=format!("Compare version {version} with the newest") on:click=compare>"Compare"</button>
            <button class="btn small" type="button" aria-label=format!("Bring version {version} back") on:click=restore>"Bring back"</button>
        }
        .into_any()
    };
    view! {
        <li class="flex flex-wrap items-center justify-between gap-2 py-2">
            <span class="figures">{format!("Version {version}")}<span class="hint">{format!(" · {}", day(one.saved_at_ms))}</span></span>
            <span class="flex items-center gap-2">{buttons}</span>
        </li>
    }
    .into_any()
}

/// The lines that differ, each with a word for it, since colour is never the only sign.
fn comparison(found: &DraftComparison) -> AnyView {
    let changed: Vec<_> = found
        .lines
        .iter()
        .filter(|line| line.change != LineChange::Same)
        .collect();
    let title = format!("From version {} to version {}", found.from, found.to);
    if changed.is_empty() {
        return view! { <p class="mt-4 text-slate">{title}": the words are the same."</p> }
            .into_any();
    }
    let rows = changed
        .into_iter()
        .map(|line| {
            let (word, added) = match line.change {
                LineChange::Added => ("Added", true),
                _ => ("Removed", false),
            };
            view! {
                <li class="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-2 py-1.5">
                    <span class="hint">{word}</span>
                    <span class:text-slate=!added class:line-through=!added>{line.text.clone()}</span>
                </li>
            }
        })
        .collect_view();
    view! { <div class="mt-4" role="status"><h3>{title}</h3><ul class="rule mt-1" aria-label="What changed">{rows}</ul></div> }
        .into_any()
}
