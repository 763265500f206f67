//! Requests to the person's own server.
//!
//! Cookies are never sent: the portal's session must not stand in for the extension's own.

use super::{BrowserError, clock};
use js_sys::{Array, ArrayBuffer, Uint8Array};
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::*;
use web_sys::{
    AbortController, AbortSignal, Headers, Request, RequestCache, RequestCredentials, RequestInit,
    RequestRedirect, Response,
};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = fetch, catch)]
    async fn fetch(request: &Request) -> Result<JsValue, JsValue>;
}

/// How long a request may take.
pub(crate) const LIMIT_MS: u32 = 20_000;

thread_local! {
    /// The requests under way that somebody may want to end, by their names.
    static UNDER_WAY: RefCell<BTreeMap<String, AbortController>> = RefCell::default();
}

/// A request.
#[derive(Clone, Default)]
pub(crate) struct Call<'a> {
    /// `GET`, `POST` …
    pub(crate) method: &'a str,
    /// The whole address.
    pub(crate) url: &'a str,
    /// The access token.
    pub(crate) bearer: Option<&'a str>,
    /// The ETag that is known already.
    pub(crate) if_none_match: Option<&'a str>,
    /// A JSON body.
    pub(crate) body: Option<String>,
    /// The request's own key: the server does nothing twice for it.
    pub(crate) idempotency_key: Option<&'a str>,
    /// The name that [`cancel`] knows it by; one at a time.
    pub(crate) cancel_by: Option<&'a str>,
}

/// An answer.
pub(crate) struct Answer {
    /// The status.
    pub(crate) status: u16,
    /// The media type, without parameters, lower case.
    pub(crate) media_type: String,
    /// The `ETag` header.
    pub(crate) etag: Option<String>,
    /// The body.
    pub(crate) body: Vec<u8>,
}

/// Ends the request of this name; nothing happens where there is none.
pub(crate) fn cancel(name: &str) {
    if let Some(request) = UNDER_WAY.with_borrow_mut(|all| all.remove(name)) {
        request.abort();
    }
}

/// Waits before a request is made again.
///
/// # Errors
/// [`BrowserError::Cancelled`] where somebody ended it meanwhile.
pub(crate) async fn wait(after_ms: i32, name: &str) -> Result<(), BrowserError> {
    let controller = AbortController::new()?;
    UNDER_WAY.with_borrow_mut(|all| all.insert(name.to_owned(), controller.clone()));
    clock::wait(after_ms).await;
    UNDER_WAY.with_borrow_mut(|all| all.remove(name));
    if controller.signal().aborted() {
        return Err(BrowserError::Cancelled);
    }
    Ok(())
}

/// Sends a request and reads the whole answer.
///
/// # Errors
/// [`BrowserError::Network`], [`BrowserError::TimedOut`] or [`BrowserError::Cancelled`]; an answer with an error
/// status is an answer.
pub(crate) async fn send(call: Call<'_>) -> Result<Answer, BrowserError> {
    let controller = AbortController::new()?;
    if let Some(name) = call.cancel_by {
        UNDER_WAY.with_borrow_mut(|all| all.insert(name.to_owned(), controller.clone()));
    }
    let name = call.cancel_by.map(str::to_owned);
    let answer = exchange(call, &controller.signal()).await;
    if let Some(name) = name {
        UNDER_WAY.with_borrow_mut(|all| all.remove(&name));
    }
    if controller.signal().aborted() {
        return Err(BrowserError::Cancelled);
    }
    answer
}

async fn exchange(call: Call<'_>, cancelled: &AbortSignal) -> Result<Answer, BrowserError> {
    let headers = Headers::new()?;
    headers.set(
        "Accept",
        "application/json, application/problem+json, */*;q=0.1",
    )?;
    if let Some(token) = call.bearer {
        headers.set("Authorization", &format!("Bearer {token}"))?;
    }
    if let Some(etag) = call.if_none_match {
        headers.set("If-None-Match", etag)?;
    }
    if let Some(key) = call.idempotency_key {
        headers.set("Idempotency-Key", key)?;
    }
    let init = RequestInit::new();
    init.set_method(call.method);
    init.set_credentials(RequestCredentials::Omit);
    init.set_cache(RequestCache::NoStore);
    // An API does not redirect; following one could carry the token to somewhere else.
    init.set_redirect(RequestRedirect::Error);
    let too_long = AbortSignal::timeout_with_u32(LIMIT_MS);
    let signal = AbortSignal::any(&Array::of2(cancelled, &too_long));
    init.set_signal(Some(&signal));
    if let Some(body) = &call.body {
        headers.set("Content-Type", "application/json")?;
        init.set_body(&JsValue::from_str(body));
    }
    init.set_headers(&headers);
    let request = Request::new_with_str_and_init(call.url, &init)?;
    let response: Response = fetch(&request)
        .await?
        .dyn_into()
        .map_err(|_| BrowserError::Unreadable)?;
    let buffer = wasm_bindgen_futures::JsFuture::from(response.array_buffer()?).await?;
    let buffer: ArrayBuffer = buffer.dyn_into().map_err(|_| BrowserError::Unreadable)?;
    let header = |name: &str| response.headers().get(name).ok().flatten();
    let media_type = header("Content-Type").unwrap_or_default();
    Ok(Answer {
        status: response.status(),
        media_type: media_type
            .split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase(),
        etag: header("ETag"),
        body: Uint8Array::new(&buffer).to_vec(),
    })
}
