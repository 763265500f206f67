//! What comes back: a text, a body, a problem that is complete.

use foothold_shared::problem::Problem;
use reqwest::{Response, StatusCode};
use serde::de::DeserializeOwned;
use serde_json::Value;

pub(crate) fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

pub(crate) async fn json<T: DeserializeOwned>(response: Response) -> T {
    assert!(response.status().is_success(), "{}", response.status());
    response.json().await.expect("JSON")
}

/// Asserts that the answer is a problem of this status and code, complete, and answers it.
pub(crate) async fn problem(response: Response, status: StatusCode, code: &str) -> Problem {
    let id = response
        .headers()
        .get("x-request-id")
        .cloned()
        .expect("a request id");
    assert_eq!(
        response.headers()["content-type"],
        "application/problem+json"
    );
    let actual = response.status();
    let problem: Problem = response.json().await.expect("a problem");
    assert_eq!(
        (actual, problem.code.as_str()),
        (status, code),
        "{problem:?}"
    );
    assert_eq!(problem.status, status.as_u16());
    assert_eq!(problem.kind, format!("/docs/problems#{code}"));
    assert_eq!(problem.request_id, id.to_str().expect("text"));
    assert!(!problem.title.is_empty() && !problem.detail.is_empty());
    problem
}
