//! Answers that are not a page of their own: problems, and the headers every page carries.

use poem::http::{StatusCode, header};
use poem::{IntoResponse, Request, Response};
use serde_json::{Value, json};

/// An HTML page.
pub(super) fn page(status: StatusCode, html: String) -> Response {
    html.with_content_type("text/html; charset=utf-8")
        .with_status(status)
        .into_response()
}

/// JSON.
pub(super) fn data(status: StatusCode, value: &Value) -> Response {
    value
        .to_string()
        .with_content_type("application/json")
        .with_status(status)
        .into_response()
}

/// RFC 9457 problem details.
pub(super) fn problem(status: StatusCode, code: &str, detail: &str, errors: Value) -> Response {
    let body = json!({
        "type": format!("about:blank#{code}"),
        "title": status.canonical_reason().unwrap_or_default(),
        "status": status.as_u16(),
        "code": code,
        "detail": detail,
        "errors": errors,
    });
    body.to_string()
        .with_content_type("application/problem+json")
        .with_status(status)
        .into_response()
}

/// Whether the caller is a browser that sent a form, not a program.
pub(super) fn wants_page(request: &Request) -> bool {
    let accept = request.header(header::ACCEPT).unwrap_or_default();
    accept.contains("text/html") && !accept.contains("application/json")
}

/// Adds a header whose value was made here.
pub(super) fn with_header(mut response: Response, name: &'static str, value: &str) -> Response {
    if let Ok(value) = value.parse() {
        response.headers_mut().insert(name, value);
    }
    response
}
