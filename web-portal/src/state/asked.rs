//! Something that is asked for again with other words while the last answer stays in sight.

use super::fetched::Now;
use crate::api::Answer;
use foothold_shared::problem::Problem;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The answer, and whether another is on its way.
pub(crate) struct Asked<T: Send + Sync + 'static> {
    /// The last good answer, or why there is none yet.
    pub(crate) now: RwSignal<Now<T>>,
    /// Whether one is on its way.
    pub(crate) busy: RwSignal<bool>,
    /// Why the last question had no answer, where an earlier one had.
    pub(crate) refused: RwSignal<Option<Problem>>,
    latest: StoredValue<u32>,
}

impl<T: Send + Sync + 'static> Clone for Asked<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: Send + Sync + 'static> Copy for Asked<T> {}

impl<T: Send + Sync + 'static> Asked<T> {
    /// Nothing was asked yet.
    pub(crate) fn start() -> Self {
        Self {
            now: RwSignal::new(Now::Loading),
            busy: RwSignal::new(false),
            refused: RwSignal::new(None),
            latest: StoredValue::new(0),
        }
    }

    /// Asks; what comes in answer to an earlier question is too late.
    pub(crate) fn ask(self, question: impl Future<Output = Answer<T>> + 'static) {
        let number = self.latest.try_update_value(|latest| {
            *latest += 1;
            *latest
        });
        self.busy.set(true);
        spawn_local(async move {
            let answer = question.await;
            if self.latest.try_get_value() != number {
                return;
            }
            match answer {
                Ok(value) => {
                    self.refused.try_set(None);
                    drop(self.now.try_set(Now::Ready(value)));
                }
                Err(problem) => {
                    let has = self
                        .now
                        .try_with_untracked(|now| matches!(now, Now::Ready(_)));
                    if has == Some(true) {
                        drop(self.refused.try_set(Some(problem)));
                    } else {
                        drop(self.now.try_set(Now::Failed(problem)));
                    }
                }
            }
            self.busy.try_set(false);
        });
    }
}
