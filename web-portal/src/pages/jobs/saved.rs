//! The saved jobs, the last saved first, in collections of the person's own.

use super::collections::{Chosen, Collections};
use super::desk::Desk;
use super::panes::panes;
use super::tabs;
use super::why::why;
use crate::components::icon::Icon;
use crate::components::state_view::{empty, failure, skeleton};
use crate::pages::heading;
use crate::state::fetched::{Fetched, Now};
use foothold_shared::job::JobCard;
use leptos::prelude::*;

/// The page.
pub(super) fn saved() -> AnyView {
    let desk = Desk::start();
    let api = desk.api;
    let saved = Fetched::start(move || api.saved_jobs());
    let collections = Collections::start(api, desk.toasts);
    let is_any = Memo::new(move |_| {
        saved
            .now
            .with(|now| matches!(now, Now::Ready(jobs) if !jobs.is_empty()))
    });
    let jobs = Signal::derive(move || {
        let mut jobs: Vec<JobCard> = saved.now.with(|now| match now {
            Now::Ready(jobs) => jobs.clone(),
            _ => Vec::new(),
        });
        // What is taken from the saved ones just now stays while it is open, so that it can be saved again.
        jobs.retain(|job| {
            desk.marked(job).0
                || desk
                    .opened
                    .with(|opened| opened.as_ref() == Some(&job.job_id))
        });
        jobs.retain(|job| collections.shows(&job.job_id));
        jobs
    });
    let is_empty = Memo::new(move |_| jobs.with(Vec::is_empty));
    let shown = move || match saved.now.get() {
        Now::Loading => skeleton(3),
        Now::Failed(problem) => failure(&problem, move || saved.again()),
        Now::Ready(_) if is_empty.get() && is_any.get() => {
            let step = view! { <button class="btn" type="button" on:click=move |_| collections.chosen.set(Chosen::All)>"Show all saved jobs"</button> };
            empty(
                Icon::File,
                "No job is in here",
                "Open a saved job and choose its collection.",
                step.into_any(),
            )
        }
        Now::Ready(_) if is_empty.get() => {
            let step = view! { <a class="btn primary" href="/jobs">"Search jobs"</a> };
            empty(
                Icon::File,
                "No saved jobs",
                "Save a job while you read it, and it waits here, also when it has left its board.",
                step.into_any(),
            )
        }
        Now::Ready(_) => panes(
            desk,
            jobs,
            |_| ().into_any(),
            ().into_any(),
            ().into_any(),
            || {},
            move |id| view! { {collections.about(id)}{why(desk, id)} }.into_any(),
        ),
    };
    let bar = move || is_any.get().then(|| collections.bar());
    view! { {heading("Saved jobs", ().into_any())}{tabs("/jobs/saved")}{bar}{shown} }.into_any()
}
