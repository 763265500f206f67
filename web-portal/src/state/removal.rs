//! Deleting things on the server so that it can be taken back: the call waits until the message goes.

use super::toasts::Toasts;
use crate::api::Answer;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::HashSet;

/// What is about to be deleted, and so is not shown.
#[derive(Clone, Copy)]
pub(crate) struct Removals {
    hidden: RwSignal<HashSet<String>>,
    toasts: Toasts,
}

impl Removals {
    /// Nothing yet.
    pub(crate) fn start(toasts: Toasts) -> Self {
        Self {
            hidden: RwSignal::new(HashSet::new()),
            toasts,
        }
    }

    /// Whether the thing with this id is not to be shown.
    pub(crate) fn hides(self, id: &str) -> bool {
        self.hidden.with(|hidden| hidden.contains(id))
    }

    /// Hides it now, says `text`, and calls `delete` once that can no longer be taken back.
    /// `delete`'s argument tells whether the page is being left. `after` runs when it is gone or back again.
    pub(crate) fn remove<F>(
        self,
        id: String,
        text: String,
        delete: impl Fn(String, bool) -> F + Send + Sync + 'static,
        after: impl Fn() + Send + Sync + Clone + 'static,
    ) where
        F: Future<Output = Answer<()>> + 'static,
    {
        self.hidden.update(|hidden| {
            hidden.insert(id.clone());
        });
        let back = id.clone();
        let undo = move || self.show(&back);
        let done = move |leaving: bool| {
            let request = delete(id.clone(), leaving);
            let (id, after) = (id.clone(), after.clone());
            spawn_local(async move {
                if let Err(problem) = request.await
                    && problem.status != 404
                {
                    self.show(&id);
                    self.toasts.say(format!("Not deleted. {}", problem.detail));
                }
                after();
            });
        };
        self.toasts.say_pending(text, undo, done);
    }

    fn show(self, id: &str) {
        self.hidden.update(|hidden| {
            hidden.remove(id);
        });
    }
}

/// What is about to be deleted.
pub(crate) fn use_removals() -> Removals {
    expect_context()
}
