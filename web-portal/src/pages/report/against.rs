//! What a document is measured against: a job the person saved, a posting they paste, or nothing.

use crate::components::field::{FieldText, Typing, text_area, text_field};
use crate::components::select::select_field;
use crate::pages::documents::job_name;
use crate::state::carried::use_carried;
use crate::state::fetched::{Fetched, Now};
use crate::state::session::use_api;
use foothold_shared::generation::{PostingBrief, PostingInput};
use foothold_shared::job::JobCard;
use foothold_shared::report::ReportRequest;
use leptos::ev;
use leptos::prelude::*;

/// The card.
pub(crate) fn card() -> AnyView {
    let api = use_api();
    let against = use_carried().against;
    let saved = Fetched::start(move || api.saved_jobs());
    let writing = RwSignal::new(false);
    let now = move || {
        against.with(|against| match (&against.posting, &against.job_id) {
            (Some(posting), _) => brief_of(posting),
            (None, Some(id)) => saved.now.with(|now| match now {
                Now::Ready(all) => all
                    .iter()
                    .find(|card| card.job_id == *id)
                    .map_or_else(|| "A job you chose".to_owned(), card_name),
                _ => "A job you chose".to_owned(),
            }),
            (None, None) => "No job: the document is looked at by itself.".to_owned(),
        })
    };
    let is_chosen = move || against.with(|against| *against != ReportRequest::default());
    let without = move || {
        is_chosen().then(|| {
            view! { <button class="btn small" type="button" on:click=move |_| { against.set(ReportRequest::default()); writing.set(false) }>"Without a job"</button> }
        })
    };
    view! {
        <section class="card p-4 sm:p-6 mb-6" aria-labelledby="against">
            <h2 id="against">"Measured against"</h2>
            <p class="mt-2 font-semibold" id="against-now" role="status">{now}</p>
            <div class="mt-4 flex flex-wrap items-end gap-4">
                <div class="grow min-w-0 max-w-md basis-60">{move || choose(saved.now.get(), against)}</div>
                <button class="btn small" type="button" id="paste-posting" aria-expanded=move || if writing.get() { "true" } else { "false" }
                    on:click=move |_| writing.update(|writing| *writing = !*writing)>"Paste a posting"</button>
                {without}
            </div>
            {move || writing.get().then(|| pasted(against, writing))}
        </section>
    }
    .into_any()
}

fn card_name(card: &JobCard) -> String {
    job_name(&PostingBrief {
        title: card.title.clone(),
        company: card.company.clone(),
        ..PostingBrief::default()
    })
}

/// What a pasted posting is called.
fn brief_of(posting: &PostingInput) -> String {
    if posting.title.trim().is_empty() && posting.company.trim().is_empty() {
        return "The posting you pasted".to_owned();
    }
    job_name(&PostingBrief {
        title: posting.title.trim().to_owned(),
        company: posting.company.trim().to_owned(),
        ..PostingBrief::default()
    })
}

fn choose(saved: Now<Vec<JobCard>>, against: RwSignal<ReportRequest>) -> AnyView {
    match saved {
        Now::Loading => ().into_any(),
        Now::Failed(problem) => view! { <p class="hint">"Your saved jobs did not come. "{problem.detail}</p> }.into_any(),
        Now::Ready(all) if all.is_empty() => {
            view! { <p class="hint">"Jobs that you save under "<a href="/jobs">"Jobs"</a>" can be chosen here."</p> }.into_any()
        }
        Now::Ready(all) => {
            let options = all
                .iter()
                .map(|card| (card.job_id.clone(), card_name(card)))
                .collect();
            let now = Signal::derive(move || {
                against.with(|against| match &against.posting {
                    Some(_) => String::new(),
                    None => against.job_id.clone().unwrap_or_default(),
                })
            });
            let field = FieldText::new("against-job", "A job you saved");
            select_field(field, Some("Choose one"), options, now, move |id: String| {
                against.set(ReportRequest {
                    posting: None,
                    job_id: Some(id).filter(|id| !id.is_empty()),
                });
            })
        }
    }
}

fn pasted(against: RwSignal<ReportRequest>, writing: RwSignal<bool>) -> AnyView {
    let before = against.with_untracked(|against| against.posting.clone().unwrap_or_default());
    let title = RwSignal::new(before.title);
    let company = RwSignal::new(before.company);
    let text = RwSignal::new(before.description);
    let missing = RwSignal::new(None::<String>);
    let take = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if title.with_untracked(|title| title.trim().is_empty())
            && text.with_untracked(|text| text.trim().is_empty())
        {
            missing.set(Some(
                "Paste what the posting says, or its title.".to_owned(),
            ));
            return;
        }
        against.set(ReportRequest {
            posting: Some(PostingInput {
                title: title.get_untracked(),
                company: company.get_untracked(),
                description: text.get_untracked(),
                ..PostingInput::default()
            }),
            job_id: None,
        });
        writing.set(false);
        crate::browser::focus::soon("paste-posting");
    };
    view! {
        <form class="mt-4 grid grid-cols-[minmax(0,1fr)] gap-4" on:submit=take novalidate>
            <div class="grid gap-4 sm:grid-cols-2">
                {text_field(FieldText::new("against-title", "Job title"), Typing::TEXT.at_most(500), title.into(), move |typed| title.set(typed))}
                {text_field(FieldText::new("against-company", "Company"), Typing::TEXT.at_most(500), company.into(), move |typed| company.set(typed))}
            </div>
            {text_area(FieldText::new("against-text", "What the posting says").error(missing.into()), text.into(), move |typed| text.set(typed))}
            <div><button class="btn small primary" type="submit" id="measure">"Measure against this"</button></div>
        </form>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_posting_is_called_by_what_is_known_of_it() {
        let of = |title: &str, company: &str| {
            brief_of(&PostingInput {
                title: title.to_owned(),
                company: company.to_owned(),
                ..PostingInput::default()
            })
        };
        assert_eq!(of("Welder", " Yard "), "Welder, Yard");
        assert_eq!(of("", ""), "The posting you pasted");
    }
}
