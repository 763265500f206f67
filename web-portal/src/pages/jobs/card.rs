//! A job in a list.

use super::desk::Desk;
use crate::browser::clock;
use crate::browser::intl::{Names, name_of};
use crate::components::pill::{Tone, pill};
use crate::jobs::words;
use foothold_shared::job::JobCard;
use leptos::ev;
use leptos::prelude::*;

/// The id of the link that opens a job: the keys move the focus over these.
pub(super) fn link_id(job_id: &str) -> String {
    format!("open-{job_id}")
}

/// A country's name.
pub(super) fn country(code: &str) -> String {
    name_of(Names::Country, code)
}

/// A click that wants the job here, and not in another tab.
fn is_plain(event: &ev::MouseEvent) -> bool {
    !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}

/// The job, `beside` its title what a page knows more of it.
pub(super) fn card(desk: Desk, job: JobCard, beside: AnyView) -> AnyView {
    let id = job.job_id.clone();
    let is_open = {
        let id = id.clone();
        move || {
            desk.opened
                .with(|opened| opened.as_deref() == Some(id.as_str()))
        }
    };
    let current = {
        let is_open = is_open.clone();
        move || is_open().then_some("true")
    };
    let href = {
        let id = id.clone();
        move || desk.href(&id)
    };
    let open = {
        let id = id.clone();
        move |event: ev::MouseEvent| {
            if is_plain(&event) {
                event.prevent_default();
                // A key, or a screen reader, and no pointer: the focus goes along.
                desk.open(&id, event.detail() == 0);
            }
        }
    };
    let posted = job
        .posted_at_ms
        .map(|at| format!("Posted {}", words::age(at, clock::now_ms())));
    let again = (job.reposts > 0).then(|| "posted again".to_owned());
    let away = job.distance_km.map(|km| {
        if km < 1.0 {
            "In this town".to_owned()
        } else {
            format!("{km:.0} km away")
        }
    });
    let small: Vec<String> = away
        .into_iter()
        .chain(job.pay.as_ref().and_then(words::pay))
        .chain(posted)
        .chain(again)
        .chain((!job.link.source_name.is_empty()).then(|| job.link.source_name.clone()))
        .collect();
    let traits = words::traits(&job)
        .into_iter()
        .map(|words| view! { <span class="pill">{words}</span> })
        .collect_view();
    let closed = words::closed(&job.closed).map(|words| pill(Tone::Amber, words));
    let company = job.company.clone();
    let applied = move || {
        desk.applied_at(&company)
            .map(|_| pill(Tone::Amber, "You applied here before"))
    };
    let marks = {
        let job = job.clone();
        move || {
            let (saved, hidden) = desk.marked(&job);
            (
                saved.then(|| pill(Tone::Good, "Saved")),
                hidden.then(|| pill(Tone::Quiet, "Hidden")),
            )
        }
    };
    let below = words::below(&job, country);
    view! {
        <li class="job-card" class=("is-open", is_open)>
            <div class="flex items-start justify-between gap-3">
                <h3 class="min-w-0">
                    <a id=link_id(&id) href=href aria-current=current on:click=open>{job.title}</a>
                </h3>
                {beside}
            </div>
            <p class="text-slate min-w-0">{below}</p>
            <div class="flex flex-wrap gap-1.5 empty:hidden">{closed}{traits}{marks}{applied}</div>
            <p class="hint">{small.join(" · ")}</p>
        </li>
    }
    .into_any()
}
