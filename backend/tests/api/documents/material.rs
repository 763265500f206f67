//! A person, a posting and the calls that the tests share.

use foothold_shared::generation::DocumentSetView;
use reqwest::{Method, Response, StatusCode};
use serde_json::Value;

use crate::support::{self, Server, json, nurse_posting};

pub(crate) const JOB: &str = "01990000-0000-7000-8000-0000000000a1";
pub(crate) const OTHER_JOB: &str = "01990000-0000-7000-8000-0000000000a2";

/// A posting for an intensive care nurse.
pub(crate) fn posting() -> Value {
    nurse_posting(
        "<h3>Your profile</h3><ul><li>Diploma in nursing</li><li>Experience with ventilation</li>\
         <li>Wound care</li><li>English is a plus</li></ul>",
    )
}

/// An account of the nurse's.
pub(crate) async fn nurse(server: &Server, email: &str) -> Value {
    server.person(email, &support::nurse()).await
}

/// Asks for documents, with a key of the request where one is given.
pub(crate) async fn generate(
    server: &Server,
    session: &Value,
    job: &str,
    key: Option<&str>,
    body: &Value,
) -> Response {
    let mut request = server
        .request_as(
            Method::POST,
            &format!("/jobs/{job}/generate-documents"),
            session,
        )
        .json(body);
    if let Some(key) = key {
        request = request.header("idempotency-key", key);
    }
    request.send().await.expect("answers")
}

/// Documents that are made.
pub(crate) async fn made(
    server: &Server,
    session: &Value,
    job: &str,
    body: &Value,
) -> DocumentSetView {
    let answer = generate(server, session, job, None, body).await;
    assert_eq!(answer.status(), StatusCode::CREATED);
    json(answer).await
}
