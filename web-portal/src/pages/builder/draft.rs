//! One résumé of the builder: the editor, the pages beside it, saving, the versions.

use super::{editor, versions};
use crate::api::{Api, code};
use crate::components::icon::{Icon, small};
use crate::components::look::look_fields;
use crate::components::pill::{Tone, note};
use crate::components::state_view::{failure, skeleton};
use crate::pages::documents::preview::preview;
use crate::pages::{arrive, signed_in};
use crate::state::fetched::{Fetched, Now};
use crate::state::session::use_api;
use crate::state::toasts::use_toasts;
use foothold_shared::generation::{DocumentPreview, ResumeDraft, ResumeDraftView};
use foothold_shared::problem::Problem;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};

/// A résumé being edited.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    /// Its id.
    pub(super) id: StoredValue<String>,
    /// As it is on the page.
    pub(super) draft: RwSignal<ResumeDraft>,
    /// As it was last saved.
    pub(super) saved: RwSignal<ResumeDraft>,
    /// The version of that.
    pub(super) version: RwSignal<i64>,
    /// Counts what changes the shape of the editor: entries that come, go and move.
    pub(super) shape: RwSignal<u32>,
    refused: RwSignal<Option<Problem>>,
    busy: RwSignal<bool>,
    api: Api,
}

impl Desk {
    fn of(view: ResumeDraftView) -> Self {
        Self {
            id: StoredValue::new(view.draft_id),
            saved: RwSignal::new(view.draft.clone()),
            draft: RwSignal::new(view.draft),
            version: RwSignal::new(view.version),
            shape: RwSignal::new(0),
            refused: RwSignal::new(None),
            busy: RwSignal::new(false),
            api: use_api(),
        }
    }

    /// Takes over what the server has.
    pub(super) fn take(self, view: ResumeDraftView) {
        self.saved.set(view.draft.clone());
        self.draft.set(view.draft);
        self.version.set(view.version);
        self.refused.set(None);
        self.shape.update(|shape| *shape += 1);
    }

    fn unsaved(self) -> bool {
        self.draft
            .with(|draft| self.saved.with(|saved| draft != saved))
    }

    fn unsaved_untracked(self) -> bool {
        self.draft
            .with_untracked(|draft| self.saved.with_untracked(|saved| draft != saved))
    }
}

/// The page.
pub(crate) fn page() -> AnyView {
    signed_in(builder)
}

fn builder() -> AnyView {
    let api = use_api();
    let params = use_params_map();
    let id = params
        .with_untracked(|params| params.get("id"))
        .unwrap_or_default();
    let found = Fetched::start(move || {
        let id = id.clone();
        async move { api.draft(&id).await }
    });
    view! {
        <a class="inline-flex items-center gap-1 mb-4" href="/builder">{small(Icon::Back)}"Your own résumés"</a>
        {move || match found.now.get() {
            Now::Loading => skeleton(3),
            Now::Failed(problem) => failure(&problem, move || found.again()),
            Now::Ready(view) => whole(view),
        }}
    }
    .into_any()
}

fn whole(view: ResumeDraftView) -> AnyView {
    arrive("Résumé builder", "title");
    let desk = Desk::of(view);
    keep_safe(desk);
    let look = Signal::derive(move || desk.draft.with(|draft| draft.look.clone()));
    let document = Memo::new(move |_| {
        desk.draft.with(|draft| DocumentPreview {
            resume: Some(draft.content.clone()),
            letter: None,
            look: draft.look.clone(),
        })
    });
    let name = move || {
        desk.draft.with(|draft| {
            if draft.name.is_empty() {
                "Without a name".to_owned()
            } else {
                draft.name.clone()
            }
        })
    };
    view! {
        <div class="flex flex-wrap items-end justify-between gap-4 mb-6">
            <h1 class="min-w-0" id="title" tabindex="-1">{name}</h1>
            {save_row(desk)}
        </div>
        {refusal(desk)}
        <div class="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-2 items-start">
            <div class="grid grid-cols-[minmax(0,1fr)] gap-6">
                // Drawn anew where the shape changes; typing alone moves nothing.
                {move || { desk.shape.track(); editor::editor(desk) }}
                {versions::card(desk)}
            </div>
            <section class="card p-4 sm:p-6 lg:sticky lg:top-4" aria-labelledby="preview">
                <h2 class="mb-4" id="preview">"How it looks"</h2>
                <div class="mb-4">{look_fields("look", look, move |look| desk.draft.update(|draft| draft.look = look))}</div>
                {preview("Résumé", document.into())}
            </section>
        </div>
    }
    .into_any()
}

/// Warns before the tab closes, and saves when the person goes to another page of the portal.
fn keep_safe(desk: Desk) {
    let api = use_api();
    let warns = window_event_listener(ev::beforeunload, move |event| {
        if desk.unsaved_untracked() {
            event.prevent_default();
            event.set_return_value("unsaved");
        }
    });
    let keys = window_event_listener(ev::keydown, move |event| {
        if (event.ctrl_key() || event.meta_key()) && event.key().eq_ignore_ascii_case("s") {
            event.prevent_default();
            save(desk, None);
        }
    });
    let toasts = use_toasts();
    on_cleanup(move || {
        warns.remove();
        keys.remove();
        if !desk.unsaved_untracked() {
            return;
        }
        let (id, version) = (desk.id.get_value(), desk.version.get_untracked());
        let draft = desk.draft.get_untracked();
        spawn_local(async move {
            match api.save_draft(&id, version, &draft).await {
                Ok(_) => toasts.say("Your résumé is saved."),
                Err(problem) => {
                    toasts.say(format!("Your résumé is not saved. {}", problem.detail));
                }
            }
        });
    });
}

/// Saves what is on the page; over `version`, or over the one that is known.
fn save(desk: Desk, version: Option<i64>) {
    save_then(desk, version, || {});
}

/// The same, and then something else where it went well.
fn save_then(desk: Desk, version: Option<i64>, then: impl FnOnce() + 'static) {
    if desk.busy.get_untracked() || !desk.unsaved_untracked() {
        return;
    }
    let api = desk.api;
    desk.busy.set(true);
    let (id, draft) = (desk.id.get_value(), desk.draft.get_untracked());
    let version = version.unwrap_or_else(|| desk.version.get_untracked());
    spawn_local(async move {
        match api.save_draft(&id, version, &draft).await {
            Ok(view) => {
                // The server may have put name and tags in order; what was typed meanwhile stays unsaved.
                if desk.draft.try_with_untracked(|now| *now == draft) == Some(true) {
                    desk.draft.try_set(view.draft.clone());
                }
                desk.saved.try_set(view.draft);
                desk.version.try_set(view.version);
                desk.refused.try_set(None);
                desk.busy.try_set(false);
                then();
            }
            Err(problem) => {
                desk.refused.try_set(Some(problem));
                desk.busy.try_set(false);
            }
        }
    });
}

fn save_row(desk: Desk) -> AnyView {
    let navigate = StoredValue::new_local(use_navigate());
    let report = move |_| {
        let go = move || {
            let address = format!("/builder/{}/report", desk.id.get_value());
            if let Some(navigate) = navigate.try_get_value() {
                navigate(&address, NavigateOptions::default());
            }
        };
        // A report is on what is saved.
        if desk.unsaved_untracked() {
            save_then(desk, None, go);
        } else {
            go();
        }
    };
    let state = move || {
        if desk.busy.get() {
            "Saving…".to_owned()
        } else if desk.unsaved() {
            "Not saved yet".to_owned()
        } else {
            format!("Saved, version {}", desk.version.get())
        }
    };
    view! {
        <div class="flex flex-wrap items-center gap-x-4 gap-y-2">
            <p class="hint figures" id="draft-state" role="status">{state}</p>
            <button class="btn" type="button" id="draft-report" on:click=report disabled=move || desk.busy.get()>"How good is it?"</button>
            <button class="btn primary" type="button" id="save-draft" on:click=move |_| save(desk, None)
                disabled=move || desk.busy.get() || !desk.unsaved()>"Save"</button>
        </div>
    }
    .into_any()
}

/// Why it was not saved; where it was changed elsewhere, whose it shall be.
fn refusal(desk: Desk) -> AnyView {
    let api = use_api();
    let shown = move || {
        let problem = desk.refused.get()?;
        let messages = problem
            .errors
            .iter()
            .map(|error| view! { <li>{error.message.clone()}</li> })
            .collect_view();
        let choose = (problem.code == code::DRAFT_CHANGED).then(|| {
            let fetch = move |mine: bool| {
                spawn_local(async move {
                    let id = desk.id.get_value();
                    match api.draft(&id).await {
                        Ok(view) if mine => save(desk, Some(view.version)),
                        Ok(view) => desk.take(view),
                        Err(problem) => drop(desk.refused.try_set(Some(problem))),
                    }
                });
            };
            view! {
                <div class="mt-3 flex flex-wrap gap-2">
                    <button class="btn small" type="button" on:click=move |_| fetch(true)>"Keep mine"</button>
                    <button class="btn small" type="button" on:click=move |_| fetch(false)>"Load the other"</button>
                </div>
            }
        });
        let content = view! { <p>{problem.detail.clone()}</p><ul>{messages}</ul>{choose} };
        Some(note(Tone::Brick, content.into_any()))
    };
    view! { <div role="alert" class="mb-6 empty:hidden">{shown}</div> }.into_any()
}
