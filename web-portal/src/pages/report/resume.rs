//! The report on an uploaded résumé. A suggestion that is taken makes a résumé of the builder from it; the file stays.

use super::{Taken, against_card, around};
use crate::browser::clock;
use crate::components::icon::{Icon, small};
use crate::components::state_view::{failure, skeleton};
use crate::pages::resume::original;
use crate::pages::{arrive, signed_in};
use crate::state::asked::Asked;
use crate::state::carried::use_carried;
use crate::state::fetched::{Fetched, Now};
use crate::state::session::use_api;
use crate::state::toasts::use_toasts;
use foothold_shared::problem::Problem;
use foothold_shared::report::{ApplySuggestion, TextSuggestion};
use foothold_shared::resume::ResumeView;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};

/// The page.
pub(crate) fn page() -> AnyView {
    signed_in(resume)
}

fn resume() -> AnyView {
    let api = use_api();
    let id = use_params_map()
        .with_untracked(|params| params.get("id"))
        .unwrap_or_default();
    let back = format!("/resumes/{id}");
    let found = Fetched::start(move || {
        let id = id.clone();
        async move {
            let all = api.resumes().await?;
            all.into_iter()
                .find(|one| one.resume_id == id)
                .ok_or_else(|| Problem {
                    detail: "You have no such résumé. It may have been deleted.".to_owned(),
                    ..Problem::default()
                })
        }
    });
    view! {
        <a class="inline-flex items-center gap-1 mb-4" href=back>{small(Icon::Back)}"What is read in it"</a>
        {move || match found.now.get() {
            Now::Loading => skeleton(3),
            Now::Failed(problem) => failure(&problem, move || found.again()),
            Now::Ready(resume) => whole(resume),
        }}
    }
    .into_any()
}

fn whole(resume: ResumeView) -> AnyView {
    arrive("How good is this résumé?", "title");
    let (api, toasts, navigate) = (use_api(), use_toasts(), use_navigate());
    let against = use_carried().against;
    let asked = Asked::start();
    let id = StoredValue::new(resume.resume_id.clone());
    let ask = move || {
        let against = against.get();
        let id = id.get_value();
        asked.ask(async move { api.resume_report(&id, &against).await });
    };
    Effect::new(ask);
    let (busy, refused) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let navigate = StoredValue::new_local(navigate);
    let apply = move |one: TextSuggestion| {
        busy.set(true);
        refused.set(None);
        let draft_id = clock::fresh_uuid();
        let against = against.get_untracked();
        let request = ApplySuggestion {
            suggestion_id: one.suggestion_id,
            posting: against.posting,
            job_id: against.job_id,
            draft_id: draft_id.clone(),
        };
        spawn_local(async move {
            match api.apply_to_upload(&id.get_value(), &request).await {
                Ok(_) => {
                    toasts.say("Applied to a résumé of your own. Your file is as it was.");
                    if let Some(navigate) = navigate.try_get_value() {
                        navigate(
                            &format!("/builder/{draft_id}/report"),
                            NavigateOptions::default(),
                        );
                    }
                }
                Err(problem) => Taken::refuse(refused, ask, problem),
            }
            busy.try_set(false);
        });
    };
    let says = "Applying one makes a résumé of your own from this file, with the change in it. The file stays as it is.";
    let taken = Taken::new(says, ask, busy, refused, apply);
    let file_name = resume.file_name.clone();
    let resume = StoredValue::new(resume);
    view! {
        <div class="mb-6">
            <h1 id="title" tabindex="-1">"How good is this résumé?"</h1>
            <p class="mt-2 text-slate">{file_name}</p>
        </div>
        {against_card()}
        {around(asked, taken, move || Some(resume.with_value(original::card)))}
    }
    .into_any()
}
