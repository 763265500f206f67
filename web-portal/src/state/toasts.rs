//! Short messages about what just happened, with an undo where there is one.

use leptos::prelude::*;
use std::sync::Arc;

/// Called once; the argument of `done` tells whether the page is being left.
type Undo = Arc<dyn Fn() + Send + Sync>;
type Done = Arc<dyn Fn(bool) + Send + Sync>;

/// One message. Of `undo` and `done` exactly one is called, once.
#[derive(Clone)]
pub(crate) struct Toast {
    /// Its number.
    pub(crate) id: u64,
    /// What happened.
    pub(crate) text: String,
    /// Takes it back.
    pub(crate) undo: Option<Undo>,
    done: Option<Done>,
}

/// The messages on the page.
#[derive(Clone, Copy)]
pub(crate) struct Toasts {
    /// The oldest first.
    pub(crate) list: RwSignal<Vec<Toast>>,
    next: StoredValue<u64>,
}

impl Toasts {
    /// None yet.
    pub(crate) fn start() -> Self {
        Self {
            list: RwSignal::new(Vec::new()),
            next: StoredValue::new(0),
        }
    }

    /// Says what happened.
    pub(crate) fn say(self, text: impl Into<String>) {
        self.push(text.into(), None, None);
    }

    /// Says what happened and offers to take it back.
    pub(crate) fn say_undoable(
        self,
        text: impl Into<String>,
        undo: impl Fn() + Send + Sync + 'static,
    ) {
        self.push(text.into(), Some(Arc::new(undo)), None);
    }

    /// Says what will have happened once the message goes, and offers to prevent it.
    pub(crate) fn say_pending(
        self,
        text: impl Into<String>,
        undo: impl Fn() + Send + Sync + 'static,
        done: impl Fn(bool) + Send + Sync + 'static,
    ) {
        self.push(text.into(), Some(Arc::new(undo)), Some(Arc::new(done)));
    }

    fn push(self, text: String, undo: Option<Undo>, done: Option<Done>) {
        let id = self.next.get_value();
        self.next.set_value(id + 1);
        self.list.update(|list| {
            list.push(Toast {
                id,
                text,
                undo,
                done,
            });
        });
    }

    fn take(self, id: u64) -> Option<Toast> {
        self.list
            .try_update(|list| {
                let at = list.iter().position(|toast| toast.id == id)?;
                Some(list.remove(at))
            })
            .flatten()
    }

    /// Takes it back.
    pub(crate) fn undo(self, id: u64) {
        if let Some(undo) = self.take(id).and_then(|toast| toast.undo) {
            undo();
        }
    }

    /// Takes back the latest that can be; whether there was one.
    pub(crate) fn undo_latest(self) -> bool {
        let latest = self.list.with_untracked(|list| {
            let mut latest_first = list.iter().rev();
            latest_first
                .find(|toast| toast.undo.is_some())
                .map(|toast| toast.id)
        });
        if let Some(id) = latest {
            self.undo(id);
        }
        latest.is_some()
    }

    /// Its time is over.
    pub(crate) fn expire(self, id: u64) {
        if let Some(done) = self.take(id).and_then(|toast| toast.done) {
            done(false);
        }
    }

    /// The page is being left: what was pending happens now.
    pub(crate) fn leave(self) {
        let all = self.list.try_update(std::mem::take).unwrap_or_default();
        for done in all.into_iter().filter_map(|toast| toast.done) {
            done(true);
        }
    }
}

/// The messages.
pub(crate) fn use_toasts() -> Toasts {
    expect_context()
}
