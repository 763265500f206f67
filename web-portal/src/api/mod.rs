//! The one client of the server. Every failure is a [`Problem`], also those that never reached the server.
//!
//! Cookies carry the session; writing requests carry the CSRF token from the readable cookie.
//! On 401 the session is refreshed once and the request sent again; if that fails too, the session is over.
//!
//! What must not happen here: a page, a signal other than the session, personal data in an address.

mod account;
mod answers;
mod applications;
mod documents;
mod drafts;
mod imports;
pub(crate) mod jobs;
mod matches;
mod notifications;
mod profile;
mod receipts;
mod reports;
mod resumes;
mod searches;
mod send;
mod upload;

pub(crate) use profile::Versioned;

use crate::state::session::Session;
use foothold_shared::problem::Problem;
use leptos::prelude::{RwSignal, Set as _};

/// What a call answers.
pub(crate) type Answer<T> = Result<T, Problem>;

/// The client.
#[derive(Clone, Copy)]
pub(crate) struct Api {
    session: RwSignal<Session>,
}

impl Api {
    /// A client that tells `session` when the session is over.
    pub(crate) fn new(session: RwSignal<Session>) -> Self {
        Self { session }
    }

    fn session_over(self) {
        self.session.set(Session::Out { expired: true });
    }
}

/// Codes of problems that arise in the browser.
pub(crate) mod code {
    /// The server could not be reached.
    pub(crate) const UNREACHABLE: &str = "unreachable";
    /// The answer was not what the portal understands.
    pub(crate) const UNREADABLE: &str = "unreadable_answer";
    /// The profile was saved elsewhere in the meantime.
    pub(crate) const PROFILE_CHANGED: &str = "profile_changed";
    /// The résumé of the builder was saved elsewhere in the meantime.
    pub(crate) const DRAFT_CHANGED: &str = "resume_draft_changed";
    /// The same request is being worked on.
    pub(crate) const UNDER_WAY: &str = "generation_under_way";
    /// A suggestion of a report does not fit any more.
    pub(crate) const SUGGESTION_GONE: &str = "suggestion_gone";
    /// The profile does not say enough for documents.
    pub(crate) const PROFILE_EMPTY: &str = "profile_too_empty";
}

fn unreachable() -> Problem {
    Problem {
        code: code::UNREACHABLE.to_owned(),
        title: "No connection".to_owned(),
        detail: "We cannot reach the server. Check your connection and try again.".to_owned(),
        ..Problem::default()
    }
}

fn unreadable(status: u16) -> Problem {
    Problem {
        code: code::UNREADABLE.to_owned(),
        title: "Unexpected answer".to_owned(),
        detail: format!(
            "The server answered in a way this page does not understand ({status}). Load the page again, and if that does not help, try later."
        ),
        status,
        ..Problem::default()
    }
}

/// Reads a refusal: problem details where the server sent them, else a plain one.
fn problem_from(status: u16, body: &str) -> Problem {
    match serde_json::from_str::<Problem>(body) {
        Ok(problem) if !problem.detail.is_empty() => Problem { status, ..problem },
        _ => unreadable(status),
    }
}

/// The message for one field of a request, where the problem has one.
pub(crate) fn message_for(problem: &Problem, field: &str) -> Option<String> {
    problem
        .errors
        .iter()
        .find(|error| error.field == field)
        .map(|error| error.message.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_keeps_the_servers_words() {
        let body = r#"{"type":"/docs/problems#x","title":"T","status":422,"code":"x","detail":"Say more.","errors":[{"field":"name","code":"short","message":"Too short."}]}"#;
        let problem = problem_from(422, body);
        assert_eq!(problem.detail, "Say more.");
        assert_eq!(message_for(&problem, "name").as_deref(), Some("Too short."));
        assert_eq!(message_for(&problem, "other"), None);
    }

    #[test]
    fn anything_else_is_still_a_problem_with_words() {
        for body in ["", "<html>", "{}", r#"{"detail":""}"#] {
            let problem = problem_from(502, body);
            assert_eq!(problem.status, 502);
            assert_eq!(problem.code, code::UNREADABLE);
            assert!(problem.detail.contains("502"));
        }
    }
}
