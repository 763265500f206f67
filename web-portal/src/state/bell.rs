//! How many notifications are new: asked on each page, and now and then while one stands open.

use crate::api::Api;
use crate::browser::clock;
use crate::state::session::{SessionState, use_session};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How often it is asked while nothing happens.
const OFTEN_MS: u32 = 60_000;

/// The count.
#[derive(Clone, Copy)]
pub(crate) struct Bell {
    /// How many are new; 0 while nobody knows.
    pub(crate) unread: RwSignal<i64>,
    api: Api,
    session: SessionState,
}

impl Bell {
    /// Begins to ask.
    pub(crate) fn start(api: Api) -> Self {
        let bell = Self {
            unread: RwSignal::new(0),
            api,
            session: use_session(),
        };
        Effect::new(move || {
            if bell.session.is_in() {
                bell.ask();
            } else {
                bell.unread.set(0);
            }
        });
        bell.ask_later();
        bell
    }

    /// Asks now. Without an answer the number stays as it is.
    pub(crate) fn ask(self) {
        if !untrack(|| self.session.is_in()) {
            return;
        }
        spawn_local(async move {
            if let Ok(count) = self.api.unread_notifications().await {
                self.unread.try_set(count.unread);
            }
        });
    }

    fn ask_later(self) {
        clock::after(OFTEN_MS, move || {
            self.ask();
            self.ask_later();
        });
    }
}

/// The count.
pub(crate) fn use_bell() -> Bell {
    expect_context()
}
