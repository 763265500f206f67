//! Making documents for a job: the posting, pasted or known, and how they should be.

use super::job_name;
use crate::api::{Answer, Api, code, message_for};
use crate::browser::{clock, focus};
use crate::components::field::{FieldText, Typing, text_area, text_field};
use crate::components::icon::{Icon, small};
use crate::components::look::{look_fields, writing_fields};
use crate::components::pill::{Tone, note};
use crate::components::state_view::{failure, skeleton};
use crate::pages::{heading, signed_in};
use crate::state::fetched::{Fetched, Now};
use crate::state::profile_form::use_profile;
use crate::state::session::use_api;
use foothold_shared::document::DocumentOptions;
use foothold_shared::generation::{GenerateDocuments, PostingBrief, PostingInput};
use foothold_shared::problem::Problem;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use std::time::Duration;

/// The page.
pub(crate) fn page() -> AnyView {
    signed_in(new)
}

fn new() -> AnyView {
    let job = use_query_map()
        .with_untracked(|query| query.get("job"))
        .filter(|job| !job.is_empty());
    let content = match job {
        None => form(&clock::fresh_uuid(), None),
        Some(job) => known_job(job),
    };
    view! {
        <a class="inline-flex items-center gap-1 mb-4" href="/documents">{small(Icon::Back)}"All documents"</a>
        {heading("Make documents for a job", ().into_any())}
        {content}
    }
    .into_any()
}

/// Asks what is known of a job: as it was gathered, else as documents were made for it before.
async fn brief(api: Api, job_id: String) -> Answer<PostingBrief> {
    let refusal = match api.job_to_apply_for(&job_id).await {
        Ok(job) => {
            return Ok(PostingBrief {
                title: job.card.title,
                company: job.card.company,
                ..PostingBrief::default()
            });
        }
        Err(problem) => problem,
    };
    if refusal.status != 404 {
        return Err(refusal);
    }
    let known = api.document_sets(Some(&job_id), None, 1).await?;
    let set = known.document_sets.into_iter().next();
    set.map(|set| set.posting).ok_or(refusal)
}

fn known_job(job_id: String) -> AnyView {
    let api = use_api();
    let asked = job_id.clone();
    let found = Fetched::start(move || brief(api, asked.clone()));
    (move || match found.now.get() {
        Now::Loading => skeleton(2),
        Now::Failed(problem) => failure(&problem, move || found.again()),
        Now::Ready(posting) => form(&job_id, Some(&posting)),
    })
    .into_any()
}

/// What the person typed, where the job is not known.
#[derive(Clone, Copy)]
struct Typed {
    title: RwSignal<String>,
    company: RwSignal<String>,
    url: RwSignal<String>,
    text: RwSignal<String>,
}

impl Typed {
    fn posting(self) -> PostingInput {
        PostingInput {
            title: self.title.get_untracked(),
            company: self.company.get_untracked(),
            url: self.url.get_untracked(),
            description: self.text.get_untracked(),
            ..PostingInput::default()
        }
    }
}

fn form(job_id: &str, known: Option<&PostingBrief>) -> AnyView {
    let (api, profile, navigate) = (use_api(), use_profile(), use_navigate());
    let typed = Typed {
        title: RwSignal::new(String::new()),
        company: RwSignal::new(String::new()),
        url: RwSignal::new(String::new()),
        text: RwSignal::new(String::new()),
    };
    let options = RwSignal::new(DocumentOptions::default());
    let busy = RwSignal::new(false);
    let refused = RwSignal::new(None::<Problem>);
    let is_known = known.is_some();
    let job_id = job_id.to_owned();
    // The key stays while the request does: what was made although its answer got lost is found, not made twice.
    let sent = StoredValue::new(None::<(GenerateDocuments, String)>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let request = GenerateDocuments {
            posting: (!is_known).then(|| typed.posting()),
            options: Some(options.get_untracked()),
            ..GenerateDocuments::default()
        };
        let known_key = sent.with_value(|sent| match sent {
            Some((before, key)) if *before == request => Some(key.clone()),
            _ => None,
        });
        let key = known_key.unwrap_or_else(clock::fresh_uuid);
        sent.set_value(Some((request.clone(), key.clone())));
        busy.set(true);
        refused.set(None);
        let (job_id, navigate) = (job_id.clone(), navigate.clone());
        spawn_local(async move {
            // What was typed on the profile's page and is not saved yet counts.
            profile.settle().await;
            let answer = generate(api, &job_id, &key, &request).await;
            if busy.try_set(false).is_some() {
                // The person went elsewhere; what was made is in the list.
                return;
            }
            match answer {
                Ok(id) => navigate(&format!("/documents/{id}"), NavigateOptions::default()),
                Err(problem) => {
                    refused.set(Some(problem));
                    focus::first_invalid();
                }
            }
        });
    };
    let posting = match known {
        Some(posting) => view! {
            <div class="card p-4 sm:p-6"><p class="hint">"For this job"</p><p class="mt-1 font-semibold">{job_name(posting)}</p></div>
        }
        .into_any(),
        None => pasted(typed, refused),
    };
    view! {
        <form class="grid grid-cols-[minmax(0,1fr)] gap-6 max-w-3xl" on:submit=submit novalidate>
            {posting}
            <section class="card p-4 sm:p-6" aria-labelledby="how">
                <h2 class="mb-4" id="how">"How they should be"</h2>
                {writing_fields("new", options)}
                <div class="mt-4">{look_fields("new", Signal::derive(move || options.with(|options| options.look.clone())),
                    move |look| options.update(|options| options.look = look))}</div>
            </section>
            <div role="alert" class="empty:hidden">{move || refused.get().map(|problem| refusal(&problem))}</div>
            <div class="flex flex-wrap items-center gap-4">
                <button class="btn primary" id="make" type="submit" disabled=move || busy.get()>
                    {move || if busy.get() { "Making them…" } else { "Make résumé and letter" }}
                </button>
                <div class="min-w-0 grow" role="status">{move || busy.get().then(under_way)}</div>
            </div>
        </form>
    }
    .into_any()
}

fn under_way() -> AnyView {
    view! {
        <progress aria-label="Making the documents"></progress>
        <p class="hint mt-2">"Choosing what your profile says for this job, setting the pages, and reading each file back. With a language model this can take a minute."</p>
    }
    .into_any()
}

fn pasted(typed: Typed, refused: RwSignal<Option<Problem>>) -> AnyView {
    let message = move |field: &'static str| {
        Signal::derive(move || {
            refused.with(|problem| {
                problem
                    .as_ref()
                    .and_then(|problem| message_for(problem, field))
            })
        })
    };
    let title = FieldText::new("job-title", "Job title").error(message("posting.title"));
    let company = FieldText::new("job-company", "Company").error(message("posting.company"));
    let url = FieldText::new("job-url", "Address of the posting")
        .hint("Not needed. With an address alone, we read the page ourselves where it lets us.")
        .error(message("posting.url"));
    let text = FieldText::new("job-text", "What the posting says")
        .hint("Copy the whole posting; the longer, the better it is understood.")
        .error(message("posting.description"));
    view! {
        <section class="card grid gap-4 p-4 sm:p-6" aria-labelledby="posting">
            <h2 id="posting">"The job"</h2>
            <div class="grid gap-4 sm:grid-cols-2">
                {text_field(title, Typing::TEXT.at_most(500), typed.title.into(), move |text| typed.title.set(text))}
                {text_field(company, Typing::TEXT.at_most(500), typed.company.into(), move |text| typed.company.set(text))}
            </div>
            {text_area(text, typed.text.into(), move |text| typed.text.set(text))}
            {text_field(url, Typing::of("url").example("https://"), typed.url.into(), move |text| typed.url.set(text))}
        </section>
    }
    .into_any()
}

/// Why there are no documents, and the way to what helps.
pub(super) fn refusal(problem: &Problem) -> AnyView {
    let step = (problem.code == code::PROFILE_EMPTY)
        .then(|| view! { <p class="mt-2"><a href="/profile">"Open your profile"</a></p> });
    let content = view! { <p>{problem.detail.clone()}</p>{step} };
    note(Tone::Brick, content.into_any())
}

/// Makes them and waits, also where an earlier try of the same request is still being worked on. Gives the set's id.
pub(super) async fn generate(
    api: Api,
    job_id: &str,
    key: &str,
    request: &GenerateDocuments,
) -> Answer<String> {
    const TRIES: u32 = 60;
    let mut tried = 0;
    loop {
        match api.generate(job_id, key, request).await {
            Ok(set) => return Ok(set.document_set_id),
            Err(problem) if problem.code == code::UNDER_WAY && tried < TRIES => {
                tried += 1;
                clock::pause(Duration::from_secs(3)).await;
            }
            Err(problem) => return Err(problem),
        }
    }
}
