//! The report on a résumé of the builder. A suggestion that is taken makes its next version, and can be taken back.

use super::{Taken, against_card, around};
use crate::api::code;
use crate::browser::focus;
use crate::components::icon::{Icon, small};
use crate::components::state_view::{failure, skeleton};
use crate::pages::documents::preview::preview;
use crate::pages::{arrive, signed_in};
use crate::state::asked::Asked;
use crate::state::carried::use_carried;
use crate::state::fetched::{Fetched, Now};
use crate::state::session::use_api;
use crate::state::toasts::use_toasts;
use foothold_shared::generation::{DocumentPreview, ResumeDraftView};
use foothold_shared::report::{ApplySuggestion, TextSuggestion};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_params_map;

/// The page.
pub(crate) fn page() -> AnyView {
    signed_in(draft)
}

fn draft() -> AnyView {
    let api = use_api();
    let id = use_params_map()
        .with_untracked(|params| params.get("id"))
        .unwrap_or_default();
    let back = format!("/builder/{id}");
    let found = Fetched::start(move || {
        let id = id.clone();
        async move { api.draft(&id).await }
    });
    view! {
        <a class="inline-flex items-center gap-1 mb-4" href=back>{small(Icon::Back)}"Edit this résumé"</a>
        {move || match found.now.get() {
            Now::Loading => skeleton(3),
            Now::Failed(problem) => failure(&problem, move || found.again()),
            Now::Ready(view) => whole(view),
        }}
    }
    .into_any()
}

fn whole(view: ResumeDraftView) -> AnyView {
    arrive("How good is this résumé?", "title");
    let (api, toasts) = (use_api(), use_toasts());
    let against = use_carried().against;
    let asked = Asked::start();
    let id = StoredValue::new(view.draft_id.clone());
    let now = RwSignal::new(view);
    let version = Memo::new(move |_| now.with(|now| now.version));
    let ask = move || {
        // Each version has its own report.
        version.track();
        let against = against.get();
        let id = id.get_value();
        asked.ask(async move { api.draft_report(&id, &against).await });
    };
    Effect::new(ask);
    let (busy, refused) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let undo = move |to: i64, from: i64| {
        spawn_local(async move {
            match api.restore_draft(&id.get_value(), to, from).await {
                Ok(view) => {
                    toasts.say("Taken back.");
                    now.try_set(view);
                }
                Err(problem) => toasts.say(format!("Not taken back. {}", problem.detail)),
            }
        });
    };
    let apply = move |one: TextSuggestion| {
        busy.set(true);
        refused.set(None);
        let before = version.get_untracked();
        let against = against.get_untracked();
        let request = ApplySuggestion {
            suggestion_id: one.suggestion_id,
            posting: against.posting,
            job_id: against.job_id,
            ..ApplySuggestion::default()
        };
        spawn_local(async move {
            match api.apply_to_draft(&id.get_value(), before, &request).await {
                Ok(view) => {
                    let after = view.version;
                    toasts.say_undoable(format!("Applied: version {after}."), move || {
                        undo(before, after)
                    });
                    now.try_set(view);
                    // The button that was pressed is about to go.
                    focus::soon("suggestions");
                }
                Err(problem) => {
                    // Saved elsewhere: what is stored now, and the report on that.
                    if problem.code == code::DRAFT_CHANGED
                        && let Ok(view) = api.draft(&id.get_value()).await
                    {
                        now.try_set(view);
                    }
                    Taken::refuse(refused, ask, problem);
                }
            }
            busy.try_set(false);
        });
    };
    let says = "Applying one makes the next version; you can take it back here or under Versions.";
    let taken = Taken::new(says, ask, busy, refused, apply);
    let document = Memo::new(move |_| {
        now.with(|now| DocumentPreview {
            resume: Some(now.draft.content.clone()),
            letter: None,
            look: now.draft.look.clone(),
        })
    });
    let name = move || {
        let name = now.with(|now| now.draft.name.clone());
        if name.is_empty() {
            "Without a name".to_owned()
        } else {
            name
        }
    };
    let original = move || {
        let shown = view! {
            <section class="card p-4 sm:p-6" aria-labelledby="document">
                <h2 class="mb-4" id="document">"The document"</h2>
                {preview("Résumé", document.into())}
            </section>
        };
        Some(shown.into_any())
    };
    view! {
        <div class="mb-6">
            <h1 id="title" tabindex="-1">"How good is this résumé?"</h1>
            <p class="mt-2 text-slate">{name}<span class="figures" id="report-version">{move || format!(" · version {}", version.get())}</span></p>
        </div>
        {against_card()}
        {around(asked, taken, original)}
    }
    .into_any()
}
