//! The outermost endpoint: what happens to every request, whatever it asks for.
//!
//! It gives the request its id, limits it, turns panics and every bare error into a problem, adds
//! the security headers, and writes one access-log line: method, route, status, duration, id.
//! What must not happen: a query string, a body or an address in that line.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Instant;

use futures_util::FutureExt;
use poem::http::{HeaderValue, StatusCode, header};
use poem::{Endpoint, IntoResponse, Request, Response, Result};

use super::failure::PROBLEM_JSON;
use super::guard::RoutePattern;
use super::limits::{cap, declares_more_than, drain};
use super::request_id::HEADER;
use super::{ClientAddress, Failure, Limits, RateLimits, RequestId};
use crate::config::ServerConfig;
use crate::ids::Ids;

/// What the portal's pages may load: their own files and WebAssembly, nothing inline or foreign.
const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self'; img-src 'self' data:; frame-src blob:; object-src 'none'; base-uri 'self'; \
     form-action 'self'; frame-ancestors 'none'";

/// Wraps the routes.
#[derive(Debug)]
pub struct Edge<E> {
    inner: E,
    limits: Limits,
    rates: Arc<RateLimits>,
    ids: Arc<dyn Ids>,
    trust_forwarded_for: bool,
    is_https: bool,
}

impl<E> Edge<E> {
    /// Wraps `inner`.
    pub fn new(inner: E, rates: Arc<RateLimits>, ids: Arc<dyn Ids>, config: &ServerConfig) -> Self {
        Self {
            inner,
            limits: Limits::new(config),
            rates,
            ids,
            trust_forwarded_for: config.trust_forwarded_for,
            is_https: config.is_https(),
        }
    }
}

impl<E: Endpoint> Endpoint for Edge<E> {
    type Output = Response;

    async fn call(&self, mut request: Request) -> Result<Response> {
        let started = Instant::now();
        let id = RequestId::of(&request, self.ids.as_ref());
        let method = request.method().clone();
        let fallback = route_group(request.uri().path());
        request.set_data(id.clone());
        request.set_data(ClientAddress::of(&request, self.trust_forwarded_for));

        let mut response = self.answer(request, &id).await;

        secure(&mut response, &id, self.is_https);
        let route = response
            .data::<RoutePattern>()
            .map_or(fallback, |pattern| &pattern.0);
        tracing::info!(
            request_id = id.as_str(),
            method = method.as_str(),
            route,
            status = response.status().as_u16(),
            duration_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX),
            "request"
        );
        Ok(response)
    }
}

impl<E: Endpoint> Edge<E> {
    async fn answer(&self, mut request: Request, id: &RequestId) -> Response {
        let limit = self.limits.body_bytes(&request);
        let time = self.limits.time(&request);
        let too_large = Limits::too_large(&request);
        if let Err(failure) = self.rates.admit(&request) {
            return failure.respond(id);
        }
        if names_nothing(request.uri().path()) {
            return Failure::from_status(StatusCode::NOT_FOUND).respond(id);
        }
        if declares_more_than(&request, limit) {
            // Reading on is a kindness to the client; it has the same time as any request.
            let _ = tokio::time::timeout(time, drain(request.take_body())).await;
            return too_large.respond(id);
        }
        let overflow = cap(&mut request, limit);
        let call = AssertUnwindSafe(self.inner.call(request)).catch_unwind();
        let response = match tokio::time::timeout(time, call).await {
            Err(_) => Failure::timed_out().respond(id),
            Ok(Err(_)) => Failure::internal("a handler panicked").respond(id),
            Ok(Ok(Err(error))) => Failure::from_poem(error).respond(id),
            Ok(Ok(Ok(output))) => output.into_response(),
        };
        let failed = response.status().is_client_error() || response.status().is_server_error();
        if overflow.happened() && failed {
            return with_pattern(too_large.respond(id), &response);
        }
        let is_problem = response
            .content_type()
            .is_some_and(|kind| kind == PROBLEM_JSON);
        if failed && !is_problem {
            return with_pattern(
                Failure::from_status(response.status()).respond(id),
                &response,
            );
        }
        response
    }
}

/// Whether a path holds a zero byte: no id and no file has one, and PostgreSQL refuses it as text.
fn names_nothing(path: &str) -> bool {
    path.contains("%00")
}

fn with_pattern(mut response: Response, from: &Response) -> Response {
    if let Some(pattern) = from.data::<RoutePattern>() {
        response.set_data(pattern.clone());
    }
    response
}

/// What the log calls an address that no operation answered.
fn route_group(path: &str) -> &'static str {
    match path {
        "/healthz" => "/healthz",
        "/readyz" => "/readyz",
        _ if path.starts_with("/api/") => "/api/*",
        _ if path.starts_with("/docs") => "/docs",
        _ => "/*",
    }
}

fn secure(response: &mut Response, id: &RequestId, is_https: bool) {
    let is_personal = response.data::<RoutePattern>().is_some();
    let headers = response.headers_mut();
    if let Ok(value) = HeaderValue::from_str(id.as_str()) {
        headers.insert(HEADER, value);
    }
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    headers.insert(
        header::REFERRER_POLICY,
        HeaderValue::from_static("no-referrer"),
    );
    headers.insert(header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    if is_https {
        let a_year = HeaderValue::from_static("max-age=31536000");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, a_year);
    }
    if is_personal {
        let no_store = HeaderValue::from_static("no-store");
        headers.entry(header::CACHE_CONTROL).or_insert(no_store);
    }
    headers
        .entry(header::CONTENT_SECURITY_POLICY)
        .or_insert(HeaderValue::from_static(CONTENT_SECURITY_POLICY));
}
