//! One résumé: what an employer's system reads in it, beside the original, and what of it the profile could take.

pub(super) mod original;
pub(super) mod suggestions;
mod text;
mod values;

use super::{arrive, signed_in};
use crate::components::icon::{Icon, small};
use crate::components::pill::{Tone, note};
use crate::components::state_view::{failure, skeleton};
use crate::state::fetched::{Fetched, Now};
use crate::state::session::use_api;
use foothold_shared::problem::Problem;
use foothold_shared::reading::{ReadingStatus, ReadingView};
use foothold_shared::resume::ResumeView;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page.
pub(crate) fn page() -> AnyView {
    signed_in(resume)
}

fn resume() -> AnyView {
    let api = use_api();
    let params = use_params_map();
    let id = move || {
        params
            .with_untracked(|params| params.get("id"))
            .unwrap_or_default()
    };
    let ask = move || {
        let id = id();
        async move {
            let all = api.resumes().await?;
            let resume = all.into_iter().find(|one| one.resume_id == id);
            let resume = resume.ok_or_else(gone)?;
            let reading = api.reading(&id).await?;
            Ok((resume, reading))
        }
    };
    let found = Fetched::start(ask);
    view! {
        <a class="inline-flex items-center gap-1 mb-4" href="/resumes">{small(Icon::Back)}"All résumés"</a>
        {move || match found.now.get() {
            Now::Loading => skeleton(3),
            Now::Failed(problem) => failure(&problem, move || found.again()),
            Now::Ready((resume, reading)) => whole(&resume, reading),
        }}
    }
    .into_any()
}

fn gone() -> Problem {
    Problem {
        detail: "You have no such résumé. It may have been deleted.".to_owned(),
        ..Problem::default()
    }
}

fn whole(resume: &ResumeView, reading: ReadingView) -> AnyView {
    arrive("What an employer’s system sees", "title");
    let status = reading.status;
    let readable = status == ReadingStatus::Read;
    let take = readable
        .then(|| suggestions::section(suggestions::Source::Resume(resume.resume_id.clone())));
    let right = readable.then(|| values::card(&reading));
    let lines = readable.then(|| text::card(&reading));
    let how = (!reading.note.is_empty()).then(|| reading.note.clone());
    view! {
        <div class="flex flex-wrap items-end justify-between gap-4 mb-6">
            <div class="min-w-0">
                <h1 id="title" tabindex="-1">"What an employer’s system sees"</h1>
                <p class="mt-2 text-slate">{resume.file_name.clone()}</p>
            </div>
            <a class="btn" href=format!("/resumes/{}/report", resume.resume_id)>"How good is it?"</a>
        </div>
        {verdict(status).map(|words| view! { <div class="mb-6">{note(Tone::Amber, words.into_any())}</div> })}
        {how.map(|words| view! { <div class="mb-6">{note(Tone::Amber, words.into_any())}</div> })}
        <div class="grid gap-6 lg:grid-cols-2 items-start">
            {original::card(resume)}
            {right}
        </div>
        {lines}
        {take}
    }
    .into_any()
}

/// What a file that gives no text means for the person, and what helps.
const fn verdict(status: ReadingStatus) -> Option<&'static str> {
    match status {
        ReadingStatus::Read => None,
        ReadingStatus::Picture => Some(
            "This file is a picture: an employer’s system sees nothing in it. Save your résumé as a PDF from the program you wrote it in, and upload that.",
        ),
        ReadingStatus::Unreadable => Some(
            "No text can be read in this file, so an employer’s system will most likely see nothing. Save it again as a PDF with its fonts, or as a Word file, and upload that.",
        ),
        ReadingStatus::TooLarge => Some(
            "This file has far more pages or text than a résumé, so it was not read. Upload a shorter one.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_without_text_is_told_what_helps() {
        for status in [
            ReadingStatus::Picture,
            ReadingStatus::Unreadable,
            ReadingStatus::TooLarge,
        ] {
            assert!(verdict(status).is_some_and(|words| words.contains("pload")));
        }
        assert!(verdict(ReadingStatus::Read).is_none());
    }
}
