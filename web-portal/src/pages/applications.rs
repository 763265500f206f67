//! Applications: what was sent, to whom and when, and how it stands.

mod row;
pub(super) mod sent;

use super::{heading, signed_in};
use crate::components::choice::{Word, choice};
use crate::components::field::FieldText;
use crate::components::icon::Icon;
use crate::components::state_view::{empty, failure, skeleton};
use crate::state::fetched::{Fetched, Now};
use crate::state::removal::use_removals;
use crate::state::session::use_api;
use foothold_shared::application::{ApplicationPage, ApplicationStatus};
use leptos::prelude::*;
use leptos::task::spawn_local;

pub(super) use row::brief;

/// How many come at once.
const AT_ONCE: u32 = 20;

const fn word(
    value: Option<ApplicationStatus>,
    words: &'static str,
) -> Word<Option<ApplicationStatus>> {
    Word {
        value,
        words,
        unsaid: false,
    }
}

/// Which applications are shown.
const WHICH: &[Word<Option<ApplicationStatus>>] = &[
    word(None, "All"),
    word(Some(ApplicationStatus::Applied), "Applied"),
    word(Some(ApplicationStatus::Interview), "Interview"),
    word(Some(ApplicationStatus::Offer), "Offer"),
    word(Some(ApplicationStatus::Rejected), "Rejected"),
    word(Some(ApplicationStatus::Withdrawn), "Withdrawn"),
];

/// The page.
pub(crate) fn page() -> AnyView {
    signed_in(applications)
}

fn applications() -> AnyView {
    let which = RwSignal::new(None);
    view! {
        {heading("Applications", ().into_any())}
        <p class="text-slate -mt-4 mb-6 max-w-[60ch]">"What you sent, as the extension saw it. Change the status as things go on."</p>
        <div class="mb-6">{choice(FieldText::new("status", "Show"), WHICH, which.into(), move |status| which.set(status))}</div>
        // A list of its own for each choice: what still comes for an earlier one has nowhere to go.
        {move || list(which.get())}
    }
    .into_any()
}

fn list(status: Option<ApplicationStatus>) -> AnyView {
    let (api, removals) = (use_api(), use_removals());
    let first = Fetched::start(move || api.applications(status, None, AT_ONCE));
    let older = RwSignal::new(Vec::<ApplicationPage>::new());
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
            match api.applications(status, Some(&cursor), AT_ONCE).await {
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
                .flat_map(|page| page.applications)
                .filter(|known| !removals.hides(&known.application_id))
                .collect();
            if all.is_empty() {
                return none(status);
            }
            let rows = all.into_iter().map(row::row).collect_view();
            view! { <ul class="grid grid-cols-[minmax(0,1fr)] gap-4" aria-label="Applications">{rows}</ul> }.into_any()
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

fn none(status: Option<ApplicationStatus>) -> AnyView {
    if status.is_some() {
        return view! { <p class="text-slate">"None of your applications stands like this."</p> }
            .into_any();
    }
    let step = view! { <a class="btn primary" href="/extension">"Set up the extension"</a> };
    empty(
        Icon::Sent,
        "No applications yet",
        "When you send a form that the extension filled, it is noted here: the job, the day, and what the page said.",
        step.into_any(),
    )
}
