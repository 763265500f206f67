//! Applications under way in forms of several pages: kept in memory until they are sent.

use crate::apply::Received;
use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

/// How many drafts are kept; the oldest goes when another begins.
const MAX_DRAFTS: usize = 24;

/// One application under way.
pub(super) struct Draft {
    pub(super) id: String,
    pub(super) job_id: String,
    pub(super) received: Received,
}

/// All of them.
#[derive(Default)]
pub(super) struct Drafts(Mutex<VecDeque<Draft>>);

impl Drafts {
    pub(super) fn insert(&self, id: String, job_id: &str) {
        let mut drafts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if drafts.len() == MAX_DRAFTS {
            drafts.pop_front();
        }
        drafts.push_back(Draft {
            id,
            job_id: job_id.to_owned(),
            received: Received::default(),
        });
    }

    /// Looks at a draft, or changes it; `None` where there is none.
    pub(super) fn with<T>(&self, id: &str, then: impl FnOnce(&mut Draft) -> T) -> Option<T> {
        let mut drafts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        drafts.iter_mut().find(|draft| draft.id == id).map(then)
    }

    pub(super) fn delete(&self, id: &str) {
        let mut drafts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        drafts.retain(|draft| draft.id != id);
    }
}
