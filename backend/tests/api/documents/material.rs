//! A person, postings and the calls that the tests share.

use foothold_shared::generation::DocumentSetView;
use reqwest::{Method, Response, StatusCode};
use serde_json::{Value, json};

use crate::support::{Server, json, text};

pub(crate) const JOB: &str = "01990000-0000-7000-8000-0000000000a1";
pub(crate) const OTHER_JOB: &str = "01990000-0000-7000-8000-0000000000a2";

/// A nurse with a history.
pub(crate) fn profile() -> Value {
    json!({
        "name": {"given": "Zoë", "family": "Novák"},
        "contact": {"email": "zoe@mail.example", "phone": {"country": "DE", "national": "0151 2345678"}},
        "address": {"city": "Wurzen", "country": "DE"},
        "summary": "Registered nurse in intensive care. Trains new colleagues.",
        "work": [
            {
                "id": "w1", "company": "Klinikum Lindenau", "title": "Intensive Care Nurse", "location": "Leipzig",
                "start": {"year": 2019, "month": 4}, "current": true,
                "description": "- Cared for up to 12 ventilated patients a shift\n- Trained 14 new colleagues in wound care\n- Introduced a handover checklist that cut missed doses by 30 %"
            },
            {
                "id": "w2", "company": "Haus Abendsonne", "title": "Nurse", "location": "Halle",
                "start": {"year": 2015, "month": 9}, "end": {"year": 2019, "month": 3},
                "description": "- Planned the care of 40 residents\n- Kept the medication records"
            }
        ],
        "education": [{
            "id": "e1", "school": "Medical School Halle", "degree": "Diploma", "discipline": "Nursing",
            "start": {"year": 2012, "month": 9}, "end": {"year": 2015, "month": 8}
        }],
        "skills": [{"name": "Wound care", "years": 8}, {"name": "Ventilation", "years": 6}, {"name": "Excel", "years": null}],
        "languages": [{"language": "de", "level": "native"}, {"language": "en", "level": "b2"}],
        "certificates": [{"name": "Advanced Life Support", "issuer": "Resuscitation Council"}]
    })
}

/// A posting for an intensive care nurse.
pub(crate) fn posting() -> Value {
    json!({
        "url": "https://jobs.example/apply/17?token=s3cret#me",
        "title": "Intensive Care Nurse (m/f/x)",
        "company": "Sankt Anna Hospital",
        "location": "Dresden, Germany",
        "description": "<p>You care for our patients and you are part of a team that likes its work.</p>\
            <h3>Your profile</h3><ul><li>Diploma in nursing</li><li>Experience with ventilation</li>\
            <li>Wound care</li><li>English is a plus</li></ul>"
    })
}

/// Sends a request of the session's.
pub(crate) async fn ask(
    server: &Server,
    session: &Value,
    method: Method,
    path: &str,
    body: Option<&Value>,
) -> Response {
    let mut request = server
        .request(method, &format!("/api/v1{path}"))
        .bearer_auth(text(&session["access_token"]));
    if let Some(body) = body {
        request = request.json(body);
    }
    request.send().await.expect("answers")
}

/// An account whose profile is [`profile`].
pub(crate) async fn nurse(server: &Server, email: &str) -> Value {
    person(server, email, &profile()).await
}

/// An account with a profile.
pub(crate) async fn person(server: &Server, email: &str, profile: &Value) -> Value {
    let session = server.register(email).await;
    let saved = server
        .request(Method::PUT, "/api/v1/me/profile")
        .bearer_auth(text(&session["access_token"]))
        .header("if-match", "\"0\"")
        .json(profile)
        .send()
        .await
        .expect("answers");
    assert_eq!(saved.status(), StatusCode::OK);
    session
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
        .request(
            Method::POST,
            &format!("/api/v1/jobs/{job}/generate-documents"),
        )
        .bearer_auth(text(&session["access_token"]))
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
