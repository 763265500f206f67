//! The saved jobs, the last saved first.

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
        jobs
    });
    let is_empty = Memo::new(move |_| jobs.with(Vec::is_empty));
    let shown = move || match saved.now.get() {
        Now::Loading => skeleton(3),
        Now::Failed(problem) => failure(&problem, move || saved.again()),
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
            move |id| why(desk, id),
        ),
    };
    view! { {heading("Saved jobs", ().into_any())}{tabs("/jobs/saved")}{shown} }.into_any()
}
