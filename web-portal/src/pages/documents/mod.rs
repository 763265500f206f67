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
use crate::components::state_view::{empty, failure, skeleton};
use crate::state::fetched::{Fetched, Now};
use crate::state::removal::use_removals;
use crate::state::session::use_api;
use foothold_shared::generation::{DocumentSetPage, PostingBrief};
use leptos::prelude::*;
use leptos::task::spawn_local;

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
    let first = Fetched::start(move || api.document_sets(None, None, AT_ONCE));
    let older = RwSignal::new(Vec::<DocumentSetPage>::new());
    let failed = RwSignal::new(None::<String>);
    let cursor = move || {
        older.with(|older| match older.last() {
            Some(page) => page.next_cursor.clone(),
            None => first.now.with(|now| match now {
                Now::Ready(page) => page.next_cursor.clone(),
                _ => None,
            }),
        })
    };
    let more = move |_| {
        let Some(cursor) = cursor() else { return };
        spawn_local(async move {
            match api.document_sets(None, Some(&cursor), AT_ONCE).await {
                Ok(page) => {
                    failed.try_set(None);
                    older.try_update(|older| older.push(page));
                }
                Err(problem) => drop(failed.try_set(Some(problem.detail))),
            }
        });
    };
    let shown = move || match first.now.get() {
        Now::Loading => skeleton(3),
        Now::Failed(problem) => failure(&problem, move || first.again()),
        Now::Ready(page) => {
            let all: Vec<_> = std::iter::once(page)
                .chain(older.get())
                .flat_map(|page| page.document_sets)
                .filter(|set| !removals.hides(&set.document_set_id))
                .collect();
            if all.is_empty() {
                return none();
            }
            let rows = all.into_iter().map(row::row).collect_view();
            view! { <ul class="grid grid-cols-[minmax(0,1fr)] gap-4" aria-label="Documents">{rows}</ul> }.into_any()
        }
    };
    view! {
        {shown}
        <div class="mt-6 flex flex-col items-center gap-3">
            {move || failed.get().map(|words| view! { <p class="message" role="alert">{words}</p> })}
            {move || cursor().is_some().then(|| view! { <button class="btn" type="button" on:click=more>"Show older"</button> })}
        </div>
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
