//! One request over `fetch`: cookies, CSRF token, the single refresh, problems.

use super::{Answer, Api, problem_from, unreachable, unreadable};
use crate::browser::{clock, page};
use js_sys::Promise;
use leptos::prelude::window;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::cell::RefCell;
use std::time::Duration;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{Blob, FormData, Headers, RequestCredentials, RequestInit, Response};

/// A request, as often as it takes.
pub(super) struct Call<'a> {
    method: &'a str,
    path: String,
    body: Option<String>,
    form: Option<FormData>,
    if_match: Option<&'a str>,
    key: Option<&'a str>,
    /// Outlives the page that sends it.
    keepalive: bool,
}

/// A server that asks for no more patience than this is asked again at once; longer waits are the person's to know.
const SHORT_WAIT_S: u32 = 5;
/// So often a question is sent again to a server that asked for patience.
const MOST_AGAIN: u32 = 2;

/// An answer that is no refusal.
pub(super) struct Reply {
    response: Response,
}

impl<'a> Call<'a> {
    pub(super) fn new(method: &'a str, path: impl Into<String>) -> Self {
        Self {
            method,
            path: path.into(),
            body: None,
            form: None,
            if_match: None,
            key: None,
            keepalive: false,
        }
    }

    pub(super) fn get(path: impl Into<String>) -> Self {
        Self::new("GET", path)
    }

    pub(super) fn json(mut self, body: &impl Serialize) -> Self {
        // Our own wire types always serialise; an empty body would be refused by the server in words.
        self.body = Some(serde_json::to_string(body).unwrap_or_default());
        self
    }

    /// Sends a form with files in it; the browser names its media type.
    pub(super) fn form(mut self, form: FormData) -> Self {
        self.form = Some(form);
        self
    }

    pub(super) fn if_match(mut self, tag: &'a str) -> Self {
        self.if_match = Some(tag);
        self
    }

    /// With this key, the same request again gives the same answer.
    pub(super) fn idempotent(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self
    }

    pub(super) fn keepalive(mut self) -> Self {
        self.keepalive = true;
        self
    }

    async fn send(&self) -> Answer<Response> {
        let init = RequestInit::new();
        init.set_method(self.method);
        init.set_credentials(RequestCredentials::SameOrigin);
        let headers = Headers::new().map_err(|_| unreachable())?;
        // Refused only for a value that no header may have; the server then says what is missing.
        let header = |name: &str, value: &str| drop(headers.set(name, value));
        header("Accept", "application/json");
        if self.method != "GET"
            && let Some(token) = page::cookie("foothold_csrf")
        {
            header("X-CSRF-Token", &token);
        }
        if let Some(tag) = self.if_match {
            header("If-Match", tag);
        }
        if let Some(key) = self.key {
            header("Idempotency-Key", key);
        }
        if let Some(body) = &self.body {
            header("Content-Type", "application/json");
            init.set_body(&JsValue::from_str(body));
        }
        if let Some(form) = &self.form {
            init.set_body(form);
        }
        init.set_headers(&headers);
        if self.keepalive {
            let _ = js_sys::Reflect::set(&init, &"keepalive".into(), &JsValue::TRUE);
        }
        let address = format!("/api/v1{}", self.path);
        JsFuture::from(window().fetch_with_str_and_init(&address, &init))
            .await
            .map_err(|_| unreachable())?
            .dyn_into()
            .map_err(|_| unreadable(0))
    }
}

impl Call<'_> {
    /// Sends it, and a question again where the server asks for a few seconds.
    async fn send_patiently(&self) -> Answer<Response> {
        let mut again = 0;
        loop {
            let response = self.send().await?;
            let wait_s = match (response.status(), retry_after_s(&response)) {
                (429 | 503, Some(seconds @ 1..=SHORT_WAIT_S)) => seconds,
                _ => return Ok(response),
            };
            // What changes something is sent again by who asked for it.
            if self.method != "GET" || again == MOST_AGAIN {
                return Ok(response);
            }
            again += 1;
            clock::pause(Duration::from_secs(wait_s.into())).await;
        }
    }
}

/// How many seconds a server asks to wait.
fn retry_after_s(response: &Response) -> Option<u32> {
    let told = response.headers().get("Retry-After").ok().flatten()?;
    told.trim().parse().ok()
}

impl Reply {
    fn of(response: Response) -> Self {
        Self { response }
    }

    /// The version of what was answered.
    pub(super) fn tag(&self) -> Option<String> {
        self.response.headers().get("ETag").ok().flatten()
    }

    /// A header of ours.
    pub(super) fn header(&self, name: &str) -> Option<String> {
        self.response.headers().get(name).ok().flatten()
    }

    pub(super) async fn json<T: DeserializeOwned>(self) -> Answer<T> {
        let status = self.response.status();
        let text = text_of(&self.response).await?;
        serde_json::from_str(&text).map_err(|_| unreadable(status))
    }

    pub(super) async fn bytes(self) -> Answer<Blob> {
        let promise = self.response.blob().map_err(|_| unreachable())?;
        JsFuture::from(promise)
            .await
            .map_err(|_| unreachable())?
            .dyn_into()
            .map_err(|_| unreadable(0))
    }
}

async fn text_of(response: &Response) -> Answer<String> {
    let promise = response.text().map_err(|_| unreachable())?;
    let text = JsFuture::from(promise).await.map_err(|_| unreachable())?;
    Ok(text.as_string().unwrap_or_default())
}

impl Api {
    /// Sends a request that needs a session: refreshed once where it ran out.
    pub(super) async fn call(self, call: Call<'_>) -> Answer<Reply> {
        let first = call.send_patiently().await?;
        if first.status() != 401 {
            return reply(first).await;
        }
        self.refresh().await?;
        let second = call.send_patiently().await?;
        if second.status() == 401 {
            self.session_over();
        }
        reply(second).await
    }

    /// Sends a request that opens a session: a 401 is the answer, not a reason to refresh.
    pub(super) async fn call_signed_out(self, call: Call<'_>) -> Answer<Reply> {
        reply(call.send().await?).await
    }

    /// Refreshes the session; calls that come while one is under way wait for that one,
    /// since a refresh token works once.
    pub(super) async fn refresh(self) -> Answer<()> {
        thread_local! {
            static UNDER_WAY: RefCell<Option<Promise>> = const { RefCell::new(None) };
        }
        let known = UNDER_WAY.with_borrow(Clone::clone);
        let promise = known.unwrap_or_else(|| {
            let promise = future_to_promise(async {
                let sent = Call::new("POST", "/token/refresh")
                    .json(&foothold_shared::account::RefreshRequest::default())
                    .send()
                    .await;
                UNDER_WAY.with_borrow_mut(Option::take);
                Ok(sent.map_or(JsValue::NULL, JsValue::from))
            });
            UNDER_WAY.with_borrow_mut(|slot| *slot = Some(promise.clone()));
            promise
        });
        let response: Response = JsFuture::from(promise)
            .await
            .ok()
            .and_then(|value| value.dyn_into().ok())
            .ok_or_else(unreachable)?;
        match response.status() {
            200..=299 => Ok(()),
            status @ 400..=499 if status != 429 => {
                self.session_over();
                Err(problem_from(
                    401,
                    None,
                    &text_of(&response).await.unwrap_or_default(),
                ))
            }
            status => {
                let wait_s = retry_after_s(&response);
                let text = text_of(&response).await.unwrap_or_default();
                Err(problem_from(status, wait_s, &text))
            }
        }
    }
}

async fn reply(response: Response) -> Answer<Reply> {
    if response.ok() {
        return Ok(Reply::of(response));
    }
    let (status, wait_s) = (response.status(), retry_after_s(&response));
    Err(problem_from(status, wait_s, &text_of(&response).await?))
}
