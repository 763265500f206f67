//! Requests to the person's own server.
//!
//! Cookies are never sent: the portal's session must not stand in for the extension's own.

use super::BrowserError;
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::*;
use web_sys::{
    AbortSignal, Headers, Request, RequestCache, RequestCredentials, RequestInit, RequestRedirect,
    Response,
};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = fetch, catch)]
    async fn fetch(request: &Request) -> Result<JsValue, JsValue>;
}

/// How long a request may take.
const LIMIT_MS: u32 = 20_000;

/// A request.
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

/// Sends a request and reads the whole answer.
///
/// # Errors
/// [`BrowserError::Network`] or [`BrowserError::TimedOut`]; an answer with an error status is an answer.
pub(crate) async fn send(call: Call<'_>) -> Result<Answer, BrowserError> {
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
    let init = RequestInit::new();
    init.set_method(call.method);
    init.set_credentials(RequestCredentials::Omit);
    init.set_cache(RequestCache::NoStore);
    // An API does not redirect; following one could carry the token to somewhere else.
    init.set_redirect(RequestRedirect::Error);
    let signal = AbortSignal::timeout_with_u32(LIMIT_MS);
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
