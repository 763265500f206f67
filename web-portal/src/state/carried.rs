//! What a person takes along from page to page of the reports: the job they measure against, the letter they work on.
//! It is gone with the tab, and with the session.

use foothold_shared::report::ReportRequest;
use leptos::prelude::*;

/// What is taken along.
#[derive(Clone, Copy)]
pub(crate) struct Carried {
    /// What documents are measured against.
    pub(crate) against: RwSignal<ReportRequest>,
    /// The letter on the desk.
    pub(crate) letter: RwSignal<String>,
}

impl Carried {
    /// Nothing yet.
    pub(crate) fn start() -> Self {
        Self {
            against: RwSignal::new(ReportRequest::default()),
            letter: RwSignal::new(String::new()),
        }
    }

    /// Nothing of one person's is left for the next.
    pub(crate) fn clear(self) {
        self.against.set(ReportRequest::default());
        self.letter.set(String::new());
    }
}

/// What is taken along.
pub(crate) fn use_carried() -> Carried {
    expect_context()
}
