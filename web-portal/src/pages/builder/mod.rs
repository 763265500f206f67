//! The builder: the person's own résumés, for no job in particular. One of them is in `draft`.

pub(crate) mod draft;
mod editor;
mod entry;
mod from_profile;
mod statements;
mod versions;

use super::documents::day;
use super::{heading, signed_in};
use crate::browser::clock;
use crate::components::icon::{Icon, small};
use crate::components::look::template_name;
use crate::components::pill::{Tone, note};
use crate::components::state_view::{empty, failure, skeleton};
use crate::state::fetched::{Fetched, Now};
use crate::state::profile_form::use_profile;
use crate::state::removal::use_removals;
use crate::state::session::use_api;
use foothold_shared::generation::{ResumeDraft, ResumeDraftBrief};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use std::collections::BTreeSet;

/// The page.
pub(crate) fn page() -> AnyView {
    signed_in(builder)
}

fn builder() -> AnyView {
    let api = use_api();
    let list = Fetched::start(move || api.drafts());
    let refused = RwSignal::new(None::<String>);
    let tag = RwSignal::new(None::<String>);
    view! {
        <a class="inline-flex items-center gap-1 mb-4" href="/documents">{small(Icon::Back)}"Documents"</a>
        {heading("Your own résumés", new_button(refused))}
        <p class="text-slate -mt-4 mb-6 max-w-[60ch]">"For no job in particular: one for each kind of work you look for. They begin with what your profile says, and go where you take them."</p>
        <div role="alert" class="mb-6 empty:hidden">{move || refused.get().map(|words| note(Tone::Brick, words.into_any()))}</div>
        {move || match list.now.get() {
            Now::Loading => skeleton(2),
            Now::Failed(problem) => failure(&problem, move || list.again()),
            Now::Ready(all) => shown(all, tag, refused),
        }}
    }
    .into_any()
}

fn new_button(refused: RwSignal<Option<String>>) -> AnyView {
    let (api, form, navigate) = (use_api(), use_profile(), use_navigate());
    let busy = RwSignal::new(false);
    let begin = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        refused.set(None);
        let navigate = navigate.clone();
        spawn_local(async move {
            form.settle().await;
            let draft = match api.profile().await {
                Ok(stored) => ResumeDraft {
                    name: "My résumé".to_owned(),
                    content: from_profile::content(&stored.profile),
                    ..ResumeDraft::default()
                },
                Err(problem) => {
                    refused.try_set(Some(problem.detail));
                    busy.try_set(false);
                    return;
                }
            };
            let id = clock::fresh_uuid();
            let saved = api.save_draft(&id, 0, &draft).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match saved {
                Ok(_) => navigate(&format!("/builder/{id}"), NavigateOptions::default()),
                Err(problem) => refused.set(Some(problem.detail)),
            }
        });
    };
    view! {
        <button class="btn primary" type="button" on:click=begin disabled=move || busy.get()>{small(Icon::Plus)}"New from your profile"</button>
    }
    .into_any()
}

fn shown(
    all: Vec<ResumeDraftBrief>,
    tag: RwSignal<Option<String>>,
    refused: RwSignal<Option<String>>,
) -> AnyView {
    if all.is_empty() {
        return empty(
            Icon::File,
            "No résumé of your own yet",
            "Begin with everything your profile says, then word it, order it and choose how it looks.",
            new_button(refused),
        );
    }
    let tags: BTreeSet<String> = all
        .iter()
        .flat_map(|draft| draft.tags.iter().cloned())
        .collect();
    let filter = (!tags.is_empty()).then(|| {
        let buttons = tags
            .into_iter()
            .map(|own| {
                let pressed = {
                    let own = own.clone();
                    move || tag.with(|tag| tag.as_ref() == Some(&own))
                };
                let flip = {
                    let (own, pressed) = (own.clone(), pressed.clone());
                    move |_| tag.set((!pressed()).then(|| own.clone()))
                };
                let state = pressed.clone();
                view! {
                    <button class="btn small" class:primary=pressed type="button" on:click=flip
                        aria-pressed=move || if state() { "true" } else { "false" }>{own}</button>
                }
            })
            .collect_view();
        view! { <div class="mb-6 flex flex-wrap items-center gap-2" role="group" aria-label="Tags">{buttons}</div> }
    });
    let removals = use_removals();
    let rows = move || {
        tag.with(|tag| {
            all.iter()
                .filter(|draft| tag.as_ref().is_none_or(|tag| draft.tags.contains(tag)))
                .filter(|draft| !removals.hides(&draft.draft_id))
                .cloned()
                .map(row)
                .collect_view()
        })
    };
    view! {
        {filter}
        <ul class="grid grid-cols-[minmax(0,1fr)] gap-4" aria-label="Your own résumés">{rows}</ul>
    }
    .into_any()
}

fn row(draft: ResumeDraftBrief) -> AnyView {
    let (api, removals) = (use_api(), use_removals());
    let name = if draft.name.is_empty() {
        "Without a name".to_owned()
    } else {
        draft.name
    };
    let below = format!(
        "Version {} · {} · {}",
        draft.version,
        day(draft.saved_at_ms),
        template_name(draft.look.template)
    );
    let tags = draft
        .tags
        .into_iter()
        .map(|tag| view! { <li class="pill">{tag}</li> })
        .collect_view();
    let delete = {
        let (id, name) = (draft.draft_id.clone(), name.clone());
        move |_| {
            removals.remove(
                id.clone(),
                format!("{name} is deleted with its versions."),
                move |id, leaving| async move { api.delete_draft(&id, leaving).await },
                || {},
            );
        }
    };
    view! {
        <li class="card grid grid-cols-[minmax(0,1fr)_auto] gap-4 p-4 sm:px-6 items-center">
            <div class="min-w-0">
                <h2 class="text-base tracking-normal leading-normal"><a class="text-ink" href=format!("/builder/{}", draft.draft_id)>{name.clone()}</a></h2>
                <p class="hint figures mt-1">{below}</p>
                <ul class="mt-2 flex flex-wrap gap-2 empty:hidden">{tags}</ul>
            </div>
            <button class="icon-btn danger" type="button" aria-label=format!("Delete {name}") title="Delete" on:click=delete>{small(Icon::Trash)}</button>
        </li>
    }
    .into_any()
}
