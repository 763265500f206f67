//! Errors on the wire: RFC 9457 problem details with a stable code.

use serde::{Deserialize, Serialize};

/// What went wrong, for a program (`code`) and for a person (`detail`).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct Problem {
    /// A URI reference that names the kind of problem: `/docs/problems#<code>`.
    #[serde(rename = "type")]
    #[cfg_attr(feature = "openapi", oai(rename = "type"))]
    pub kind: String,
    /// A short summary, the same for every problem of this code.
    pub title: String,
    /// The HTTP status, repeated.
    pub status: u16,
    /// The stable code, `snake_case`.
    pub code: String,
    /// What happened and what to do, in plain words.
    pub detail: String,
    /// Which parts of the request were wrong.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "openapi", oai(default, skip_serializing_if_is_empty))]
    pub errors: Vec<FieldProblem>,
    /// The id to quote when asking for help; also in the `X-Request-Id` header.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", oai(default))]
    pub request_id: String,
}

/// One wrong part of a request.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct FieldProblem {
    /// The path in the body: `contact.email`, `work[2].start`.
    pub field: String,
    /// The stable code, `snake_case`.
    pub code: String,
    /// What to change, in plain words.
    pub message: String,
}
