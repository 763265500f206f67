//! Posting once to an address that a person gave: https only, no redirects, the answer's words unread.

use std::time::Duration;

use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, USER_AGENT};
use url::Url;

use super::guarded::unsent;
use super::{FetchError, GuardedFetch};

const AGENT: &str = concat!("Foothold/", env!("CARGO_PKG_VERSION"), " (webhook)");

/// What to post.
pub(crate) struct Post<'a> {
    /// The address.
    pub(crate) url: &'a str,
    /// JSON.
    pub(crate) body: &'a str,
    /// Headers beside the usual ones.
    pub(crate) headers: &'a [(&'static str, String)],
    /// How long all of it may take.
    pub(crate) timeout_ms: u64,
}

impl GuardedFetch {
    /// Whether an address may be posted to, as far as its words tell: https, or one that the configuration allows.
    pub(crate) fn check_post(&self, url: &str) -> Result<(), FetchError> {
        self.postable(url).map(drop)
    }

    fn postable(&self, url: &str) -> Result<Url, FetchError> {
        let url = self.check(url)?;
        if url.scheme() == "https" || self.allowed.covers(&url) {
            Ok(url)
        } else {
            Err(FetchError::NotWeb)
        }
    }

    /// Posts. Anything but a 2xx is an error, a redirect too: what is posted is meant for this address.
    pub(crate) async fn post_once(&self, post: &Post<'_>) -> Result<(), FetchError> {
        let url = self.postable(post.url)?;
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        headers.insert(USER_AGENT, HeaderValue::from_static(AGENT));
        for (name, value) in post.headers {
            let value = HeaderValue::from_str(value).map_err(|_| FetchError::NotWeb)?;
            headers.insert(HeaderName::from_static(name), value);
        }
        let request = self
            .client
            .post(url)
            .headers(headers)
            .body(post.body.to_owned());
        // Until the head of the answer is there. Its body is never read, however long it is.
        let answer =
            tokio::time::timeout(Duration::from_millis(post.timeout_ms), request.send()).await;
        let response =
            answer
                .map_err(|_| FetchError::TimedOut)?
                .map_err(|error| match unsent(&error) {
                    FetchError::Unreachable if !error.is_connect() => FetchError::CutOff,
                    other => other,
                })?;
        match response.status().as_u16() {
            200..=299 => Ok(()),
            300..=399 => Err(FetchError::Redirects),
            status => Err(FetchError::Status {
                status,
                retry_after_ms: self.retry_after(&response),
            }),
        }
    }
}
