//! The reports on the documents of a set: the résumé's and the letter's, each against the posting they were made for.

use super::{Taken, around};
use crate::browser::clock;
use crate::components::choice::{Word, choice};
use crate::components::field::FieldText;
use crate::components::icon::{Icon, small};
use crate::components::state_view::{failure, skeleton};
use crate::pages::documents::job_name;
use crate::pages::documents::preview::preview;
use crate::pages::{arrive, signed_in};
use crate::state::asked::Asked;
use crate::state::carried::use_carried;
use crate::state::fetched::{Fetched, Now};
use crate::state::session::use_api;
use crate::state::toasts::use_toasts;
use foothold_shared::document::DocumentKind;
use foothold_shared::generation::{DocumentPreview, DocumentSetView};
use foothold_shared::problem::Problem;
use foothold_shared::report::{
    ApplyLetterSuggestion, ApplySuggestion, DocumentSetReport, ReportRequest, ReportView,
    TextSuggestion,
};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};

const WHICH: &[Word<DocumentKind>] = &[
    Word {
        value: DocumentKind::Resume,
        words: "Résumé",
        unsaid: false,
    },
    Word {
        value: DocumentKind::Letter,
        words: "Letter",
        unsaid: false,
    },
];

/// The page.
pub(crate) fn page() -> AnyView {
    signed_in(set)
}

fn set() -> AnyView {
    let api = use_api();
    let id = use_params_map()
        .with_untracked(|params| params.get("id"))
        .unwrap_or_default();
    let back = format!("/documents/{id}");
    let found = Fetched::start(move || {
        let id = id.clone();
        async move { api.document_set(&id).await }
    });
    view! {
        <a class="inline-flex items-center gap-1 mb-4" href=back>{small(Icon::Back)}"These documents"</a>
        {move || match found.now.get() {
            Now::Loading => skeleton(3),
            Now::Failed(problem) => failure(&problem, move || found.again()),
            Now::Ready(set) => whole(set),
        }}
    }
    .into_any()
}

/// The report on one of the two; the set has it, or the page would not ask.
fn of(report: DocumentSetReport, kind: DocumentKind) -> Option<ReportView> {
    match kind {
        DocumentKind::Resume => report.resume,
        DocumentKind::Letter => report.letter,
    }
}

fn no_such_document() -> Problem {
    Problem {
        detail: "This set has no such document.".to_owned(),
        ..Problem::default()
    }
}

fn whole(set: DocumentSetView) -> AnyView {
    arrive("How good are these documents?", "title");
    let both = set.resume.is_some() && set.letter.is_some();
    let which = RwSignal::new(if set.resume.is_some() {
        DocumentKind::Resume
    } else {
        DocumentKind::Letter
    });
    let title = format!("{} · version {}", job_name(&set.posting), set.version);
    let set = StoredValue::new(set);
    let choose = both.then(|| {
        let field = FieldText::new("which", "Show");
        view! { <div class="mb-6">{choice(field, WHICH, which.into(), move |kind| which.set(kind))}</div> }
    });
    view! {
        <div class="mb-6">
            <h1 id="title" tabindex="-1">"How good are these documents?"</h1>
            <p class="mt-2 text-slate">{title}</p>
        </div>
        <p class="hint mb-6">"Measured against the posting they were made for."</p>
        {choose}
        {move || one(set, which.get())}
    }
    .into_any()
}

fn one(set: StoredValue<DocumentSetView>, kind: DocumentKind) -> AnyView {
    let api = use_api();
    let asked = Asked::start();
    let ask = move || {
        let id = set.with_value(|set| set.document_set_id.clone());
        asked.ask(async move { of(api.set_report(&id).await?, kind).ok_or_else(no_such_document) });
    };
    Effect::new(ask);
    let (busy, refused) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let taken = match kind {
        DocumentKind::Resume => {
            let says = "Applying one makes a résumé of your own from this one, with the change in it. These documents stay as they are.";
            Taken::new(says, ask, busy, refused, to_resume(set, busy, refused))
        }
        DocumentKind::Letter => {
            let says = "Applying one opens the letter’s text under Letters, with the change in it. These documents stay as they are.";
            Taken::new(
                says,
                ask,
                busy,
                refused,
                to_letter(set, asked, busy, refused),
            )
        }
    };
    let document = Signal::derive(move || {
        set.with_value(|set| DocumentPreview {
            resume: set.resume.clone().filter(|_| kind == DocumentKind::Resume),
            letter: set.letter.clone().filter(|_| kind == DocumentKind::Letter),
            look: set.options.look.clone(),
        })
    });
    let name = match kind {
        DocumentKind::Resume => "Résumé",
        DocumentKind::Letter => "Letter",
    };
    let original = move || {
        let shown = view! {
            <section class="card p-4 sm:p-6" aria-labelledby="document">
                <h2 class="mb-4" id="document">"The document"</h2>
                {preview(name, document)}
            </section>
        };
        Some(shown.into_any())
    };
    around(asked, taken, original)
}

/// Makes a résumé of the builder with the suggestion in it, and goes there.
fn to_resume(
    set: StoredValue<DocumentSetView>,
    busy: RwSignal<bool>,
    refused: RwSignal<Option<String>>,
) -> impl Fn(TextSuggestion) + Send + Sync + 'static {
    let (api, toasts, against) = (use_api(), use_toasts(), use_carried().against);
    let navigate = StoredValue::new_local(use_navigate());
    move |one: TextSuggestion| {
        busy.set(true);
        refused.set(None);
        let draft_id = clock::fresh_uuid();
        let request = ApplySuggestion {
            suggestion_id: one.suggestion_id,
            draft_id: draft_id.clone(),
            ..ApplySuggestion::default()
        };
        let (id, job_id) = set.with_value(|set| (set.document_set_id.clone(), set.job_id.clone()));
        spawn_local(async move {
            match api.apply_to_set(&id, &request).await {
                Ok(_) => {
                    // The résumé goes on being measured against the same job.
                    against.set(ReportRequest {
                        posting: None,
                        job_id: Some(job_id),
                    });
                    toasts
                        .say("Applied to a résumé of your own. These documents are as they were.");
                    if let Some(navigate) = navigate.try_get_value() {
                        navigate(
                            &format!("/builder/{draft_id}/report"),
                            NavigateOptions::default(),
                        );
                    }
                }
                Err(problem) => drop(refused.try_set(Some(problem.detail))),
            }
            busy.try_set(false);
        });
    }
}

/// Takes the letter's text with the suggestion in it to the page of letters.
fn to_letter(
    set: StoredValue<DocumentSetView>,
    asked: Asked<ReportView>,
    busy: RwSignal<bool>,
    refused: RwSignal<Option<String>>,
) -> impl Fn(TextSuggestion) + Send + Sync + 'static {
    let (api, carried) = (use_api(), use_carried());
    let navigate = StoredValue::new_local(use_navigate());
    move |one: TextSuggestion| {
        busy.set(true);
        refused.set(None);
        let text = asked.now.with_untracked(|now| match now {
            Now::Ready(view) => view.text.clone(),
            _ => String::new(),
        });
        let against = ReportRequest {
            posting: None,
            job_id: Some(set.with_value(|set| set.job_id.clone())),
        };
        let request = ApplyLetterSuggestion {
            suggestion_id: one.suggestion_id,
            text,
            posting: None,
            job_id: against.job_id.clone(),
        };
        spawn_local(async move {
            match api.apply_to_letter(&request).await {
                Ok(letter) => {
                    carried.letter.set(letter.text);
                    carried.against.set(against);
                    if let Some(navigate) = navigate.try_get_value() {
                        navigate("/letters", NavigateOptions::default());
                    }
                }
                Err(problem) => drop(refused.try_set(Some(problem.detail))),
            }
            busy.try_set(false);
        });
    }
}
