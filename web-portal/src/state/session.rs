//! Who is signed in.

use crate::api::Api;
use crate::browser::{clock, page};
use foothold_shared::account::AccountView;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How often a server that cannot be reached is asked who is signed in.
const AGAIN_MS: u32 = 5_000;

/// What is known about the session.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Session {
    /// The server has not answered yet.
    Unknown,
    /// The server cannot be reached.
    Unreachable,
    /// Nobody is signed in; `expired` tells whether somebody was until just now.
    Out {
        /// Somebody was signed in until just now.
        expired: bool,
    },
    /// This account is signed in.
    In(AccountView),
}

/// The session, from anywhere.
#[derive(Clone, Copy)]
pub(crate) struct SessionState {
    /// What is known about it.
    pub(crate) now: RwSignal<Session>,
}

impl SessionState {
    /// Asks the server who is signed in, unless no session was ever opened in this browser.
    pub(crate) fn check(self, api: Api) {
        if page::cookie("foothold_csrf").is_none() {
            self.now.set(Session::Out { expired: false });
            return;
        }
        self.now.update(|now| {
            // What says that nobody answers stays until somebody does.
            if *now != Session::Unreachable {
                *now = Session::Unknown;
            }
        });
        spawn_local(async move {
            let session = match api.me().await {
                Ok(account) => Session::In(account),
                Err(problem) if problem.status == 401 => Session::Out { expired: true },
                Err(_) => Session::Unreachable,
            };
            let is_unreachable = session == Session::Unreachable;
            let was = self.now.get_untracked() == Session::Unreachable;
            if !(is_unreachable && was) {
                self.now.set(session);
            }
            if is_unreachable {
                clock::after(AGAIN_MS, move || {
                    if self.now.get_untracked() == Session::Unreachable {
                        self.check(api);
                    }
                });
            }
        });
    }

    /// Whether somebody is signed in.
    pub(crate) fn is_in(self) -> bool {
        self.now.with(|session| matches!(session, Session::In(_)))
    }

    /// The signed-in account's address.
    pub(crate) fn email(self) -> Option<String> {
        self.now.with(|session| match session {
            Session::In(account) => Some(account.email.clone()),
            _ => None,
        })
    }
}

/// The session.
pub(crate) fn use_session() -> SessionState {
    expect_context()
}

/// The client.
pub(crate) fn use_api() -> Api {
    expect_context()
}
