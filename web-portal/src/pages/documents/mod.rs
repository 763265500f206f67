//! Documents for jobs: the sets that were made, the newest first. Making one is in `new`, one set in `set`.

pub(crate) mod facts;
mod files;
pub(crate) mod new;
pub(crate) mod preview;
mod row;
pub(crate) mod set;

pub(crate) use files::day;

use super::{heading, signed_in};
use crate::components::icon::{Icon, small};
use crate::components::paged::{foot, shown};
use crate::components::state_view::empty;
use crate::state::paged::Paged;
use crate::state::removal::use_removals;
use crate::state::session::use_api;
use foothold_shared::generation::PostingBrief;
use leptos::prelude::*;

/// How many come at once.
const AT_ONCE: u32 = 20;

/// The page.
pub(crate) fn page() -> AnyView {
    signed_in(documents)
}

/// What the job of a posting is called.
pub(crate) fn job_name(posting: &PostingBrief) -> String {
    match (posting.title.is_empty(), posting.company.is_empty()) {
        (false, false) => format!("{}, {}", posting.title, posting.company),
        (false, true) => posting.title.clone(),
        (true, false) => posting.company.clone(),
        (true, true) => "A job without a title".to_owned(),
    }
}

fn documents() -> AnyView {
    let beside = view! {
        <div class="flex flex-wrap gap-2">
            <a class="btn" href="/builder">"Your own résumés"</a>
            <a class="btn" href="/letters">"Look at a letter"</a>
            <a class="btn primary" href="/documents/new">{small(Icon::Plus)}"Make documents for a job"</a>
        </div>
    };
    view! {
        {heading("Documents", beside.into_any())}
        <p class="text-slate -mt-4 mb-6 max-w-[60ch]">"Résumés and letters made for one job each, from what your profile says. Every line names what it rests on."</p>
        {list()}
    }
    .into_any()
}

fn list() -> AnyView {
    let (api, removals) = (use_api(), use_removals());
    let list = Paged::start(move |cursor: Option<String>| async move {
        api.document_sets(None, cursor.as_deref(), AT_ONCE).await
    });
    let shown = shown(list, 3, move |_| {
        let mut all = list.items();
        all.retain(|set| !removals.hides(&set.document_set_id));
        if all.is_empty() {
            return none();
        }
        let rows = all.into_iter().map(row::row).collect_view();
        view! { <ul class="grid grid-cols-[minmax(0,1fr)] gap-4" aria-label="Documents">{rows}</ul> }.into_any()
    });
    view! {
        {shown}
        {foot(list, "Show older")}
    }
    .into_any()
}

fn none() -> AnyView {
    let step =
        view! { <a class="btn primary" href="/documents/new">"Make documents for a job"</a> };
    empty(
        Icon::Letter,
        "No documents yet",
        "Paste what a job posting says, and get a résumé and a letter for it: as PDF, Word and text. Nothing in them is made up.",
        step.into_any(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_is_called_by_what_is_known_of_it() {
        let of = |title: &str, company: &str| {
            job_name(&PostingBrief {
                title: title.to_owned(),
                company: company.to_owned(),
                ..PostingBrief::default()
            })
        };
        assert_eq!(of("Welder", "Quayside Yards"), "Welder, Quayside Yards");
        assert_eq!(of("Welder", ""), "Welder");
        assert_eq!(of("", ""), "A job without a title");
    }
}
