//! What there is to tell, before anybody worded it for a page, a letter or a program. It is stored sealed.

use foothold_shared::notification::NotifiedJob;
use serde::{Deserialize, Serialize};

/// How many jobs a message names; how many more there are is said.
pub(crate) const MOST_JOBS: usize = 10;

/// What there is to tell. New kinds are added here and get their words in `announce`, `letters` and `hooks`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Content {
    /// A saved search found jobs that came in.
    NewJobs {
        /// Which search.
        search_id: String,
        /// The newest of them.
        jobs: Vec<NotifiedJob>,
        /// How many more there are.
        more: i64,
    },
    /// The owner of an address is asked to confirm it.
    Confirm {
        /// What the link shows it by; works once.
        token: String,
    },
}

impl Content {
    /// How many jobs it is about.
    pub(super) fn jobs(&self) -> i64 {
        match self {
            Self::NewJobs { jobs, more, .. } => i64::try_from(jobs.len())
                .unwrap_or(i64::MAX)
                .saturating_add(*more),
            Self::Confirm { .. } => 0,
        }
    }
}

impl std::fmt::Debug for Content {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Content(redacted)")
    }
}

/// "1 new job", "12 new jobs".
pub(super) fn new_jobs(many: i64) -> String {
    match many {
        1 => "1 new job".to_owned(),
        _ => format!("{many} new jobs"),
    }
}
