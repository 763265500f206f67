//! Something a page shows that comes from the server, and can be asked for again.
//!
//! What failed for a while only (no connection, a server that starts anew) is asked for again by itself as long as the page
//! is open. What is drawn anew leaves the focus where it was.

use crate::api::{Answer, may_pass};
use crate::browser::{clock, focus};
use foothold_shared::problem::Problem;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// How long is waited before the first time it is asked for again by itself; doubled each time.
const FIRST_WAIT_MS: u32 = 2_000;
/// No wait is longer.
const LONGEST_WAIT_MS: u32 = 30_000;

/// Where it is.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Now<T> {
    /// On its way for the first time.
    Loading,
    /// Here.
    Ready(T),
    /// It did not come.
    Failed(Problem),
}

/// The thing, and how to ask for it.
pub(crate) struct Fetched<T: Send + Sync + 'static> {
    /// Where it is.
    pub(crate) now: RwSignal<Now<T>>,
    ask: StoredValue<Rc<dyn Fn()>, LocalStorage>,
}

impl<T: Send + Sync + 'static> Clone for Fetched<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: Send + Sync + 'static> Copy for Fetched<T> {}

impl<T: Send + Sync + 'static> Fetched<T> {
    /// Asks now.
    pub(crate) fn start<F>(ask: impl Fn() -> F + 'static) -> Self
    where
        F: Future<Output = Answer<T>> + 'static,
    {
        let now = RwSignal::new(Now::Loading);
        let failures = StoredValue::new(0_u32);
        let question: Rc<dyn Fn() -> F> = Rc::new(ask);
        let ask: Rc<dyn Fn()> = Rc::new(move || send(now, failures, Rc::clone(&question)));
        ask();
        Self {
            now,
            ask: StoredValue::new_local(ask),
        }
    }

    /// Asks again; what is shown stays until the answer is here.
    pub(crate) fn again(self) {
        if let Some(ask) = self.ask.try_get_value() {
            ask();
        }
    }
}

/// Asks, and again later where it failed for a while only.
fn send<T, F>(now: RwSignal<Now<T>>, failures: StoredValue<u32>, question: Rc<dyn Fn() -> F>)
where
    T: Send + Sync + 'static,
    F: Future<Output = Answer<T>> + 'static,
{
    let answer = question();
    spawn_local(async move {
        let problem = match answer.await {
            Ok(value) => {
                failures.try_set_value(0);
                let had = focus::current();
                drop(now.try_set(Now::Ready(value)));
                return focus::give_back(had);
            }
            Err(problem) => problem,
        };
        let passes = may_pass(&problem);
        // What is shown already stays: it is better than nothing. The same words again are not said again.
        let is_shown = now.try_with_untracked(|now| match now {
            Now::Ready(_) => true,
            Now::Failed(known) => known.code == problem.code && known.detail == problem.detail,
            Now::Loading => false,
        });
        match is_shown {
            None => return,
            Some(true) => {}
            Some(false) => drop(now.try_set(Now::Failed(problem))),
        }
        let is_here = now.try_with_untracked(|now| matches!(now, Now::Ready(_)));
        if is_here != Some(false) || !passes {
            return;
        }
        let failed = failures.try_update_value(|failures| {
            *failures += 1;
            *failures
        });
        if let Some(failed) = failed {
            clock::after(wait_ms(failed), move || {
                // Somebody may have asked in the meantime, or left the page.
                let failed_still = now.try_with_untracked(|now| matches!(now, Now::Failed(_)));
                if failed_still == Some(true) && failures.try_get_value() == Some(failed) {
                    send(now, failures, question);
                }
            });
        }
    });
}

/// How long to wait after so many failures in a row.
fn wait_ms(failed: u32) -> u32 {
    FIRST_WAIT_MS
        .saturating_mul(1 << failed.saturating_sub(1).min(5))
        .min(LONGEST_WAIT_MS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_to_half_a_minute() {
        let waits: Vec<u32> = (1..=6).map(wait_ms).collect();
        assert_eq!(waits, [2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    }
}
