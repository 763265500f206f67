//! Signing out: no page, but what the button and the palette do.

use crate::api::Api;
use crate::state::profile_form::ProfileForm;
use crate::state::session::{Session, SessionState};
use crate::state::toasts::Toasts;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What signing out has to take care of; read while a component is being made.
#[derive(Clone, Copy)]
pub(crate) struct SignOut {
    api: Api,
    session: SessionState,
    form: ProfileForm,
    toasts: Toasts,
}

/// What signing out has to take care of.
pub(crate) fn use_sign_out() -> SignOut {
    SignOut {
        api: expect_context(),
        session: expect_context(),
        form: expect_context(),
        toasts: expect_context(),
    }
}

impl SignOut {
    /// Saves what is not saved yet, ends the session, and starts afresh with nothing in memory.
    pub(crate) fn run(self) {
        spawn_local(async move {
            self.form.settle().await;
            let lost = "Some changes are not saved. Sign out and lose them?";
            if self.form.unsaved() && !window().confirm_with_message(lost).unwrap_or(false) {
                return;
            }
            self.toasts.leave();
            match self.api.logout().await {
                // A session that is over already is what was wanted.
                Err(problem) if problem.status != 401 => {
                    self.toasts
                        .say(format!("Not signed out. {}", problem.detail));
                }
                _ => {
                    self.form.forget();
                    self.session.now.set(Session::Unknown);
                    // A fresh load is the surest way to forget a person.
                    let _ = window().location().set_href("/");
                }
            }
        });
    }
}
