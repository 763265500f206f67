//! Something a page shows that comes from the server, and can be asked for again.

use crate::api::Answer;
use foothold_shared::problem::Problem;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

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
        let ask: Rc<dyn Fn()> = Rc::new(move || {
            let answer = ask();
            spawn_local(async move {
                match answer.await {
                    Ok(value) => drop(now.try_set(Now::Ready(value))),
                    // What is shown already stays: it is better than nothing.
                    Err(problem) => drop(now.try_update(|now| {
                        if !matches!(now, Now::Ready(_)) {
                            *now = Now::Failed(problem);
                        }
                    })),
                }
            });
        });
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
