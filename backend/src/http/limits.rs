//! How much a request may hold and how long it may take, per operation.
//!
//! The framework's own size limit refuses every request without a Content-Length, so this one
//! counts the bytes as they come. A refused body is still read to a bounded end: a client that is
//! in the middle of sending would otherwise see a broken connection instead of the answer.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use futures_util::{Stream, StreamExt, stream};
use poem::http::{Method, header};
use poem::web::headers::HeaderMapExt;
use poem::{Body, Request};

use super::Failure;
use crate::config::ServerConfig;

/// The largest file that an upload may hold.
pub const UPLOAD_BYTES: u64 = 5 * 1024 * 1024;
/// What an import of jobs may hold: a file of 4 MB, which as text in JSON may be twice as long.
const JOBS_BODY_BYTES: u64 = 2 * 4 * 1024 * 1024 + 64 * 1024;
/// What a multipart body may hold beside the file.
const MULTIPART_OVERHEAD_BYTES: u64 = 64 * 1024;
/// How much of a refused body is still read before the answer.
const DRAIN_BYTES: u64 = 32 * 1024 * 1024;

/// The limits of every operation.
#[derive(Debug, Clone)]
pub(crate) struct Limits {
    body_bytes: u64,
    time: Duration,
    upload_time: Duration,
}

impl Limits {
    /// The configured limits.
    #[must_use]
    pub(crate) fn new(config: &ServerConfig) -> Self {
        Self {
            body_bytes: config.body_limit_bytes,
            time: Duration::from_millis(config.request_timeout_ms),
            upload_time: Duration::from_millis(config.upload_timeout_ms),
        }
    }

    /// How many bytes a body may hold.
    pub(crate) fn body_bytes(&self, request: &Request) -> u64 {
        if is_upload(request) {
            self.body_bytes.max(UPLOAD_BYTES + MULTIPART_OVERHEAD_BYTES)
        } else if is_jobs_file(request) {
            self.body_bytes.max(JOBS_BODY_BYTES)
        } else {
            self.body_bytes
        }
    }

    /// What to say of a body over its limit.
    pub(crate) fn too_large(request: &Request) -> Failure {
        if is_upload(request) {
            Failure::file_too_large()
        } else if is_jobs_file(request) {
            Failure::jobs_file_too_large()
        } else {
            Failure::body_too_large()
        }
    }

    /// How long the answer may take, the reading of the body included.
    pub(crate) fn time(&self, request: &Request) -> Duration {
        if is_upload(request) || asks_a_model(request) {
            self.time.max(self.upload_time)
        } else {
            self.time
        }
    }
}

fn is_upload(request: &Request) -> bool {
    request.method() == Method::POST
        && matches!(
            request.uri().path(),
            "/api/v1/me/resumes" | "/api/v1/me/imports" | "/api/v1/me/imports/apply"
        )
}

fn is_jobs_file(request: &Request) -> bool {
    request.method() == Method::POST && request.uri().path() == "/api/v1/job-imports"
}

/// Whether a language model may be asked for the answer, which takes its time.
fn asks_a_model(request: &Request) -> bool {
    request.method() == Method::POST && request.uri().path().ends_with("/generate-documents")
}

/// Remembers that a body went over its limit, whatever the reader made of it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Overflow(Arc<AtomicBool>);

impl Overflow {
    pub(crate) fn happened(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

/// Whether the request says by itself that its body is too large.
pub(crate) fn declares_more_than(request: &Request, limit: u64) -> bool {
    request
        .headers()
        .typed_get::<poem::web::headers::ContentLength>()
        .is_some_and(|length| length.0 > limit)
}

/// Reads a refused body to its end, or to the bound.
pub(crate) async fn drain(body: Body) {
    drain_stream(std::pin::pin!(body.into_bytes_stream())).await;
}

async fn drain_stream<S, B, E>(mut chunks: std::pin::Pin<&mut S>)
where
    S: Stream<Item = Result<B, E>>,
    B: AsRef<[u8]>,
{
    let mut seen = 0;
    while let Some(Ok(chunk)) = chunks.next().await {
        seen += chunk.as_ref().len() as u64;
        if seen > DRAIN_BYTES {
            return;
        }
    }
}

/// Cuts a request's body off where it passes the limit: its reader gets an error, and the
/// overflow is remembered.
pub(crate) fn cap(request: &mut Request, limit: u64) -> Overflow {
    let overflow = Overflow::default();
    if !may_have_body(request) {
        return overflow;
    }
    let flag = overflow.clone();
    let chunks = Box::pin(request.take_body().into_bytes_stream());
    let capped = stream::unfold(Some((chunks, 0_u64)), move |state| {
        let flag = flag.clone();
        async move {
            let (mut chunks, seen) = state?;
            match chunks.next().await? {
                Ok(chunk) if seen + chunk.len() as u64 <= limit => {
                    let seen = seen + chunk.len() as u64;
                    Some((Ok(chunk), Some((chunks, seen))))
                }
                Ok(_) => {
                    flag.0.store(true, Ordering::Release);
                    drain_stream(chunks.as_mut()).await;
                    let error = std::io::Error::other("the body is larger than the limit");
                    Some((Err(error), None))
                }
                Err(error) => Some((Err(error), None)),
            }
        }
    });
    request.set_body(Body::from_bytes_stream(capped));
    overflow
}

fn may_have_body(request: &Request) -> bool {
    request.headers().contains_key(header::CONTENT_LENGTH)
        || request.headers().contains_key(header::TRANSFER_ENCODING)
        || !matches!(
            *request.method(),
            Method::GET | Method::HEAD | Method::OPTIONS
        )
}
