//! A failed request: what the client is told, and what only the log is told.
//!
//! Each feature maps its error enum to a [`Failure`] once, in its `api.rs`.
//! The client sees status, code, title, detail and fields; the cause is logged once with the
//! request id and never shown.

use std::error::Error;

use foothold_shared::problem::{FieldProblem, Problem};
use poem::error::ResponseError;
use poem::http::{StatusCode, header};
use poem::{IntoResponse, Response};
use poem_openapi::ApiResponse;
use poem_openapi::registry::{MetaMediaType, MetaResponse, MetaResponses, Registry};
use poem_openapi::types::{ToJSON, Type};

use super::RequestId;
use crate::adapters::objects::ObjectsError;
use crate::crypto::OpenError;
use crate::db;

/// The media type of every error.
pub(crate) const PROBLEM_JSON: &str = "application/problem+json";

/// A failed request.
#[derive(Debug)]
pub struct Failure {
    status: StatusCode,
    code: &'static str,
    title: &'static str,
    detail: String,
    errors: Vec<FieldProblem>,
    retry_after_s: Option<i64>,
    cause: Option<Box<dyn Error + Send + Sync>>,
}

impl Failure {
    /// A failure with its stable code, the code's fixed title, and what to do in plain words.
    pub fn new(
        status: StatusCode,
        code: &'static str,
        title: &'static str,
        detail: impl Into<String>,
    ) -> Self {
        Self {
            status,
            code,
            title,
            detail: detail.into(),
            errors: Vec::new(),
            retry_after_s: None,
            cause: None,
        }
    }

    /// A body whose parts are wrong: 422 with each part named.
    #[must_use]
    pub fn invalid(errors: Vec<FieldProblem>) -> Self {
        let detail = match errors.as_slice() {
            [one] => one.message.clone(),
            _ => "Some parts need a change; each says which.".to_owned(),
        };
        Self::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "invalid",
            "Some parts need a change",
            detail,
        )
        .with_errors(errors)
    }

    /// Our own mistake: 500, the cause only in the log.
    pub fn internal(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            "Something went wrong on our side",
            "This is our mistake, not yours. Try again; if it stays, quote the request id.",
        )
        .caused_by(cause)
    }

    /// Something the server needs is away: 503, the cause only in the log.
    pub fn unavailable(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "unavailable",
            "The service is not available",
            "A part of Foothold does not answer right now. Try again in a minute.",
        )
        .with_retry_after_s(30)
        .caused_by(cause)
    }

    /// What is stored does not open: 500 with a code of its own, the cause only in the log.
    pub fn unreadable(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "stored_data_unreadable",
            "What is stored cannot be read",
            "Your data is still there, but the server cannot open it: one of its keys is missing. \
             Nothing was changed. Tell the people who run this server, and quote the request id.",
        )
        .caused_by(cause)
    }

    /// Names the wrong parts of the request.
    #[must_use]
    pub fn with_errors(mut self, errors: Vec<FieldProblem>) -> Self {
        self.errors = errors;
        self
    }

    /// Says after how many seconds another try makes sense.
    #[must_use]
    pub fn with_retry_after_s(mut self, seconds: i64) -> Self {
        self.retry_after_s = Some(seconds.max(1));
        self
    }

    /// Keeps the cause for the log.
    #[must_use]
    pub fn caused_by(mut self, cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        self.cause = Some(cause.into());
        self
    }

    /// Logs the cause, once, and makes the answer.
    #[must_use]
    pub fn respond(&self, request_id: &RequestId) -> Response {
        if let Some(cause) = &self.cause {
            tracing::error!(
                request_id = request_id.as_str(),
                code = self.code,
                cause = chain(cause.as_ref()),
                "request failed"
            );
        }
        let problem = Problem {
            kind: format!("/docs/problems#{}", self.code),
            title: self.title.to_owned(),
            status: self.status.as_u16(),
            code: self.code.to_owned(),
            detail: self.detail.clone(),
            errors: self.errors.clone(),
            request_id: request_id.as_str().to_owned(),
        };
        let mut response = Response::builder()
            .status(self.status)
            .content_type(PROBLEM_JSON)
            .header(header::CACHE_CONTROL, "no-store");
        if let Some(seconds) = self.retry_after_s {
            response = response.header(header::RETRY_AFTER, seconds);
        }
        if self.status == StatusCode::UNAUTHORIZED {
            response = response.header(header::WWW_AUTHENTICATE, "Bearer");
        }
        response.body(problem.to_json_string())
    }
}

/// A database failure is "unavailable" when the database is away and our mistake otherwise.
impl From<db::Error> for Failure {
    fn from(error: db::Error) -> Self {
        if db::is_unavailable(&error) {
            Self::unavailable(error)
        } else {
            Self::internal(error)
        }
    }
}

impl From<ObjectsError> for Failure {
    fn from(error: ObjectsError) -> Self {
        match error {
            ObjectsError::Full(_) => Self::new(
                StatusCode::INSUFFICIENT_STORAGE,
                "storage_full",
                "There is no room for files",
                "The server has no room left for files. Nothing was stored; try again later.",
            ),
            ObjectsError::NotFound | ObjectsError::Unavailable(_) => Self::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "storage_unavailable",
                "Files cannot be reached",
                "The place where files are kept does not answer. Nothing was changed; try again in a minute.",
            )
            .with_retry_after_s(30),
        }
        .caused_by(error)
    }
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        Self::unreadable(error)
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code)
    }
}

impl Error for Failure {}

impl ResponseError for Failure {
    fn status(&self) -> StatusCode {
        self.status
    }

    fn as_response(&self) -> Response {
        self.respond(&RequestId::unknown())
    }
}

/// Documents the failure of every operation as its `default` response.
impl ApiResponse for Failure {
    fn meta() -> MetaResponses {
        MetaResponses {
            responses: vec![MetaResponse {
                description: "What went wrong: see `code` and `detail`",
                status: None,
                status_range: Some("default".to_owned()),
                content: vec![MetaMediaType {
                    content_type: PROBLEM_JSON,
                    schema: Problem::schema_ref(),
                }],
                headers: vec![],
            }],
        }
    }

    fn register(registry: &mut Registry) {
        Problem::register(registry);
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        self.as_response()
    }
}

/// The error and its sources in one line.
fn chain(error: &(dyn Error + 'static)) -> String {
    let mut line = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        line.push_str(": ");
        line.push_str(&error.to_string());
        source = error.source();
    }
    line
}
