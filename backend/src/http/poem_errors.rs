//! The framework's own errors, said in our words: one place, each once.

use foothold_shared::problem::FieldProblem;
use poem::Error;
use poem::error::{MethodNotAllowedError, NotFoundError, ReadBodyError};
use poem::http::StatusCode;
use poem_openapi::error::{
    ContentTypeError, ParseMultipartError, ParseParamError, ParsePathError,
    ParseRequestPayloadError,
};

use super::Failure;

impl Failure {
    /// What a failed endpoint wants to say: its own failure, or the framework's in our words.
    pub(crate) fn from_poem(error: Error) -> Self {
        let error = match error.downcast::<Self>() {
            Ok(failure) => return failure,
            Err(error) => error,
        };
        if let Some(param) = error.downcast_ref::<ParseParamError>() {
            return parameter(param.name, &param.reason);
        }
        if let Some(param) = error.downcast_ref::<ParsePathError>() {
            return parameter(param.name, &param.reason);
        }
        if let Some(payload) = error.downcast_ref::<ParseRequestPayloadError>() {
            return malformed(&payload.reason);
        }
        if let Some(part) = error.downcast_ref::<ParseMultipartError>() {
            return malformed(&part.reason);
        }
        if error.is::<poem::error::ParseMultipartError>() {
            return malformed("the multipart body is not well formed");
        }
        if error.is::<ContentTypeError>() {
            return Self::from_status(StatusCode::UNSUPPORTED_MEDIA_TYPE);
        }
        if error.is::<NotFoundError>() {
            return Self::from_status(StatusCode::NOT_FOUND);
        }
        if error.is::<MethodNotAllowedError>() {
            return Self::from_status(StatusCode::METHOD_NOT_ALLOWED);
        }
        if let Some(body) = error.downcast_ref::<ReadBodyError>() {
            return match body {
                ReadBodyError::PayloadTooLarge => Self::body_too_large(),
                _ => malformed("the body ended early or is not text"),
            };
        }
        let status = error.status();
        if status.is_server_error() {
            return Self::internal(error.to_string());
        }
        Self::from_status(status)
    }

    /// The failure that a bare status stands for.
    pub(crate) fn from_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::new(
                status,
                "not_found",
                "There is nothing here",
                "The address leads nowhere. See /docs for the addresses there are.",
            ),
            StatusCode::METHOD_NOT_ALLOWED => Self::new(
                status,
                "method_not_allowed",
                "This address does not take that method",
                "See /docs for the methods it takes.",
            ),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::new(
                status,
                "unsupported_media_type",
                "The body's media type is not supported",
                "Send a Content-Type that this address takes, such as application/json.",
            ),
            StatusCode::UNAUTHORIZED => Self::not_signed_in(),
            StatusCode::PAYLOAD_TOO_LARGE => Self::body_too_large(),
            status if status.is_server_error() => {
                Self::internal(format!("an endpoint answered a bare {status}"))
            }
            _ => malformed("the request is not well formed"),
        }
    }

    /// No token and no cookie came with the request.
    pub(crate) fn not_signed_in() -> Self {
        Self::new(
            StatusCode::UNAUTHORIZED,
            "not_signed_in",
            "You are not signed in",
            "Sign in and try again.",
        )
    }

    /// The body is larger than this address takes.
    pub(crate) fn body_too_large() -> Self {
        Self::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "body_too_large",
            "That is too large",
            "What you sent is larger than this address takes.",
        )
    }

    /// The uploaded file is larger than is taken.
    pub(crate) fn file_too_large() -> Self {
        Self::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "file_too_large",
            "The file is too large",
            "A résumé may have up to 5 MB. Save it with smaller pictures, or as a PDF for screens.",
        )
    }

    /// The imported file of jobs is larger than is taken.
    pub(crate) fn jobs_file_too_large() -> Self {
        Self::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "file_too_large",
            "The file is too large",
            "A file of jobs may have up to 4 MB. Split it.",
        )
    }

    /// The request took longer than the server gives it.
    pub(crate) fn timed_out() -> Self {
        Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "timed_out",
            "That took too long",
            "The request took too long and was stopped. Look whether it took effect, and try again.",
        )
        .with_retry_after_s(1)
    }
}

fn parameter(name: &str, reason: &str) -> Failure {
    Failure::new(
        StatusCode::BAD_REQUEST,
        "invalid_parameter",
        "A parameter is wrong",
        format!("The parameter {name:?} is missing or malformed."),
    )
    .with_errors(vec![FieldProblem {
        field: name.to_owned(),
        code: "malformed".to_owned(),
        message: wanted(reason).to_owned(),
    }])
}

/// What a parameter takes, by the framework's words for why it could not be read: those are for who wrote the program.
fn wanted(reason: &str) -> &'static str {
    let is_about = |words: &[&str]| words.iter().any(|word| reason.contains(word));
    if is_about(&["number too large", "number too small"]) {
        "This number is out of range."
    } else if is_about(&["\"integer"]) {
        "Send a whole number that is in range."
    } else if is_about(&["\"number"]) {
        "Send a number."
    } else if is_about(&["\"boolean\""]) {
        "Send true or false."
    } else if is_about(&["enumeration"]) {
        "Send one of the values that the API's document lists."
    } else if is_about(&["required", "expected"]) {
        "This is needed."
    } else {
        "This cannot be read. See the API's document for what it takes."
    }
}

/// The body cannot be read at all.
pub(super) fn malformed(reason: &str) -> Failure {
    Failure::new(
        StatusCode::BAD_REQUEST,
        "malformed_request",
        "The request could not be read",
        format!("The request could not be read: {reason}."),
    )
}
