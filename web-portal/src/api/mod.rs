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
    /// Something before the server, or the server itself, has no time for it now.
    pub(crate) const BUSY: &str = "server_busy";
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

/// What a proxy means by these statuses: the server starts anew, or has too much to do.
fn busy(status: u16, retry_after_s: Option<u32>) -> Problem {
    let when = match retry_after_s {
        None | Some(0) => "in a moment".to_owned(),
        Some(1) => "in a second".to_owned(),
        Some(seconds @ ..120) => format!("in {seconds} seconds"),
        Some(seconds) => format!("in {} minutes", seconds.div_ceil(60)),
    };
    Problem {
        code: code::BUSY.to_owned(),
        title: "The server is busy".to_owned(),
        detail: format!("The server is busy or starts anew. Try again {when}."),
        status,
        ..Problem::default()
    }
}

/// Reads a refusal: problem details where the server sent them, else a plain one.
fn problem_from(status: u16, retry_after_s: Option<u32>, body: &str) -> Problem {
    match serde_json::from_str::<Problem>(body) {
        Ok(problem) if !problem.detail.is_empty() => Problem { status, ..problem },
        _ if matches!(status, 429 | 502 | 503 | 504) => busy(status, retry_after_s),
        _ => unreadable(status),
    }
}

/// Whether asking again later, with the same words, may help.
pub(crate) fn may_pass(problem: &Problem) -> bool {
    problem.code == code::UNREACHABLE || matches!(problem.status, 408 | 429 | 502 | 503 | 504)
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
        let problem = problem_from(422, None, body);
        assert_eq!(problem.detail, "Say more.");
        assert_eq!(message_for(&problem, "name").as_deref(), Some("Too short."));
        assert_eq!(message_for(&problem, "other"), None);
    }

    #[test]
    fn anything_else_is_still_a_problem_with_words() {
        for body in ["", "<html>", "{}", r#"{"detail":""}"#] {
            let problem = problem_from(500, None, body);
            assert_eq!(problem.status, 500);
            assert_eq!(problem.code, code::UNREADABLE);
            assert!(problem.detail.contains("500"));
        }
    }

    #[test]
    fn a_busy_server_is_told_as_one_and_asked_again() {
        for (retry_after_s, words) in [
            (None, "in a moment"),
            (Some(7), "in 7 seconds"),
            (Some(300), "in 5 minutes"),
        ] {
            let problem = problem_from(503, retry_after_s, "<html>bad gateway</html>");
            assert_eq!(problem.code, code::BUSY);
            assert!(problem.detail.contains(words), "{}", problem.detail);
            assert!(may_pass(&problem));
        }
        assert!(may_pass(&unreachable()));
        assert!(!may_pass(&unreadable(200)));
        assert!(!may_pass(&problem_from(422, None, "")));
    }
}
