//! The one client that asks: each hop checked, the whole bounded in time.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use chrono::DateTime;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use reqwest::header::{
    ACCEPT, ACCEPT_ENCODING, CONTENT_TYPE, ETAG, HeaderMap, HeaderName, HeaderValue,
    IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED, LOCATION, RETRY_AFTER,
};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, Response};
use url::{Host, Url};

use super::resolve::{Blocked, GuardedLookup, Nowhere};
use super::{Allowed, Ask, Fetch, FetchError, Fetched, Lookup, Validators, address, body};
use crate::adapters::tls;
use crate::clock::Clock;

/// At most this many redirects are followed.
const MOST_REDIRECTS: usize = 5;
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const USER_AGENT: &str = concat!(
    "Foothold/",
    env!("CARGO_PKG_VERSION"),
    " (reads job boards for job seekers)"
);

/// Fetches from the public web, and from what the configuration allows.
#[derive(Debug)]
pub struct GuardedFetch {
    pub(super) client: Client,
    pub(super) allowed: Allowed,
    clock: Arc<dyn Clock>,
}

/// The client cannot be made.
#[derive(Debug, thiserror::Error)]
#[error("the web client cannot be made")]
pub struct NoFetch;

impl GuardedFetch {
    /// A client that may also ask what is `allowed`.
    ///
    /// # Errors
    /// If the client cannot be made (no certificates on this machine).
    pub fn new(
        allowed: Allowed,
        lookup: Arc<dyn Lookup>,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, NoFetch> {
        let client = Client::builder()
            .user_agent(USER_AGENT)
            .redirect(Policy::none())
            .connect_timeout(CONNECT_TIMEOUT)
            .pool_max_idle_per_host(2)
            // A proxy would look names up by itself.
            .no_proxy()
            .tls_backend_preconfigured(tls::config().map_err(|_| NoFetch)?)
            .dns_resolver(Arc::new(GuardedLookup {
                lookup,
                allowed: allowed.clone(),
            }))
            .build()
            .map_err(|_| NoFetch)?;
        Ok(Self {
            client,
            allowed,
            clock,
        })
    }

    async fn follow(&self, ask: &Ask) -> Result<Fetched, FetchError> {
        let first = self.check(&ask.url)?;
        let mut url = first.clone();
        let mut post = ask.body.as_deref();
        for _ in 0..=MOST_REDIRECTS {
            let own = url.origin() == first.origin();
            let response = self.send(ask, &url, post, own).await?;
            let status = response.status().as_u16();
            match status {
                200..=299 => return self.take(response, ask, &url).await,
                304 => return Err(FetchError::Unchanged),
                301 | 302 | 303 | 307 | 308 => {
                    let next = response
                        .headers()
                        .get(LOCATION)
                        .and_then(|value| value.to_str().ok())
                        .and_then(|value| url.join(value).ok())
                        .ok_or(FetchError::Redirects)?;
                    let next = self.check(next.as_str())?;
                    if url.scheme() == "https" && next.scheme() == "http" {
                        return Err(FetchError::Redirects);
                    }
                    // What was posted goes on only where the server says so, and never to another host.
                    if status < 307 || next.origin() != first.origin() {
                        post = None;
                    }
                    url = next;
                }
                _ => {
                    return Err(FetchError::Status {
                        status,
                        retry_after_ms: self.retry_after(&response),
                    });
                }
            }
        }
        Err(FetchError::Redirects)
    }

    /// The address, if it may be asked. A name is checked again when it is looked up.
    pub(super) fn check(&self, text: &str) -> Result<Url, FetchError> {
        if text.len() > 4_000 {
            return Err(FetchError::NotWeb);
        }
        let mut url = Url::parse(text.trim()).map_err(|_| FetchError::NotWeb)?;
        url.set_fragment(None);
        let bare = url.username().is_empty() && url.password().is_none();
        if !matches!(url.scheme(), "http" | "https") || !bare {
            return Err(FetchError::NotWeb);
        }
        let host = url.host().ok_or(FetchError::NotWeb)?;
        if self.allowed.covers(&url) {
            return Ok(url);
        }
        let public = match host {
            // The look-up is not asked about these.
            Host::Ipv4(ip) => address::is_public(ip.into()),
            Host::Ipv6(ip) => address::is_public(ip.into()),
            // A name that is allowed at another port only.
            Host::Domain(name) => !self.allowed.names(name) && is_public_name(name),
        };
        // The port is the scheme's own, or one that web servers take beside it.
        let port = matches!(url.port(), None | Some(80 | 443 | 8080 | 8443));
        if public && port {
            Ok(url)
        } else {
            Err(FetchError::NotPublic)
        }
    }

    async fn send(
        &self,
        ask: &Ask,
        url: &Url,
        post: Option<&str>,
        own: bool,
    ) -> Result<Response, FetchError> {
        let mut headers = HeaderMap::new();
        let kinds =
            "application/json, application/xml;q=0.9, text/html;q=0.9, text/*;q=0.8, */*;q=0.5";
        headers.insert(ACCEPT, HeaderValue::from_static(kinds));
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
        if own {
            let validators = [
                (IF_NONE_MATCH, &ask.validators.etag),
                (IF_MODIFIED_SINCE, &ask.validators.last_modified),
            ];
            for (name, value) in validators {
                if let Some(value) = value
                    .as_deref()
                    .and_then(|value| HeaderValue::from_str(value).ok())
                {
                    headers.insert(name, value);
                }
            }
            for (name, value) in &ask.headers {
                let mut value = HeaderValue::from_str(value).map_err(|_| FetchError::NotWeb)?;
                value.set_sensitive(true);
                headers.insert(HeaderName::from_static(name), value);
            }
        }
        let mut request = match post {
            Some(json) => self
                .client
                .request(Method::POST, url.clone())
                .header(CONTENT_TYPE, "application/json")
                .body(json.to_owned()),
            None => self.client.get(url.clone()),
        };
        request = request.headers(headers);
        request.send().await.map_err(|error| unsent(&error))
    }

    async fn take(&self, response: Response, ask: &Ask, url: &Url) -> Result<Fetched, FetchError> {
        let media_type = body::media_type(&response);
        if !body::may_be_text(&media_type) {
            return Err(FetchError::Kind);
        }
        let header = |name: HeaderName| {
            response
                .headers()
                .get(name)
                .and_then(|value| value.to_str().ok())
                .filter(|value| value.len() <= 500)
                .map(str::to_owned)
        };
        let validators = Validators {
            etag: header(ETAG),
            last_modified: header(LAST_MODIFIED),
        };
        Ok(Fetched {
            body: body::read(response, ask.longest).await?,
            url: url.to_string(),
            media_type,
            validators,
        })
    }

    /// Seconds, or a moment by the server's clock.
    pub(super) fn retry_after(&self, response: &Response) -> Option<u64> {
        let text = response.headers().get(RETRY_AFTER)?.to_str().ok()?.trim();
        if let Ok(seconds) = text.parse::<u64>() {
            return Some(seconds.saturating_mul(1_000));
        }
        let until = DateTime::parse_from_rfc2822(text).ok()?.timestamp_millis();
        u64::try_from(until - self.clock.now_ms()).ok()
    }
}

impl Fetch for GuardedFetch {
    fn fetch<'a>(&'a self, ask: &'a Ask) -> BoxFuture<'a, Result<Fetched, FetchError>> {
        async move {
            let whole =
                tokio::time::timeout(Duration::from_millis(ask.timeout_ms), self.follow(ask));
            whole.await.unwrap_or(Err(FetchError::TimedOut))
        }
        .boxed()
    }
}

/// Names that are never on the public internet, whatever a look-up says.
fn is_public_name(name: &str) -> bool {
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    let special = [
        "localhost",
        "local",
        "internal",
        "intranet",
        "lan",
        "home",
        "corp",
        "private",
        "home.arpa",
        "onion",
        "test",
        "invalid",
    ];
    name.contains('.')
        && !special.iter().any(|end| {
            name.strip_suffix(end)
                .is_some_and(|head| head.is_empty() || head.ends_with('.'))
        })
}

/// Why a request was not answered.
pub(super) fn unsent(error: &reqwest::Error) -> FetchError {
    let mut source: Option<&(dyn Error + 'static)> = Some(error);
    while let Some(inner) = source {
        if inner.is::<Blocked>() {
            return FetchError::NotPublic;
        }
        if inner.is::<Nowhere>() {
            return FetchError::NoHost;
        }
        source = inner.source();
    }
    if error.is_timeout() {
        FetchError::TimedOut
    } else {
        FetchError::Unreachable
    }
}
