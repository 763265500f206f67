//! Fetching from addresses that users and boards give: guarded, bounded, and the only way there.
//!
//! An address is checked when it is read, the machine behind it after its name was looked up (`resolve`), and each
//! redirect again; the connection then goes to exactly the address that was checked. What comes is bounded in size, also
//! unpacked, in time and in kind (`guarded`).
//!
//! What must not happen here: a request to a private, local or otherwise special address that the configuration does not
//! allow by name and port; a key sent to another host by a redirect; a query in an error (it may hold a key, or what a
//! person looks for).

mod address;
mod allowed;
mod body;
mod guarded;
mod patience;
mod pause;
mod post;
mod resolve;

use std::fmt::Debug;

use bytes::Bytes;
use futures_util::future::BoxFuture;

pub use address::is_public;
pub use allowed::{Allowed, WrongAllowed};
pub use guarded::{GuardedFetch, NoFetch};
pub use patience::{Breaker, Patience};
pub use pause::{Pause, SystemPause};
pub(crate) use post::Post;
pub use resolve::{Lookup, SystemLookup};

/// The longest body that is read where the asker names no other bound.
pub const LONGEST_BODY: usize = 16 * 1024 * 1024;

/// What to fetch.
#[derive(Clone, PartialEq, Eq)]
pub struct Ask {
    /// The address.
    pub url: String,
    /// JSON to post; a GET without.
    pub body: Option<String>,
    /// Headers beside the usual ones; not sent on to another host.
    pub headers: Vec<(&'static str, String)>,
    /// What was told when the same was fetched before: it is sent again only if it changed.
    pub validators: Validators,
    /// How long all of it may take, redirects included.
    pub timeout_ms: u64,
    /// The longest body, before and after unpacking.
    pub longest: usize,
}

impl Ask {
    /// Asks for an address, with the usual bounds.
    #[must_use]
    pub fn get(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            body: None,
            headers: Vec::new(),
            validators: Validators::default(),
            timeout_ms: 30_000,
            longest: LONGEST_BODY,
        }
    }
}

impl Debug for Ask {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let shown = self.url.split(['?', '#']).next().unwrap_or_default();
        write!(f, "Ask({shown})")
    }
}

/// What tells whether something changed since.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Validators {
    /// The `ETag`.
    pub etag: Option<String>,
    /// The `Last-Modified`.
    pub last_modified: Option<String>,
}

/// What came.
#[derive(Clone, PartialEq, Eq)]
pub struct Fetched {
    /// The body, unpacked.
    pub body: Bytes,
    /// The address it came from, after redirects.
    pub url: String,
    /// Its media type, lower case; empty where none was told.
    pub media_type: String,
    /// For the next time.
    pub validators: Validators,
}

impl Debug for Fetched {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Fetched({} bytes)", self.body.len())
    }
}

/// Why nothing came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// It is no address of the web, or one with a name and a password.
    #[error("this is not a web address")]
    NotWeb,
    /// It leads into a private network, to this machine, or to a port that is not the web's.
    #[error("this address is not on the public web")]
    NotPublic,
    /// There is no such host.
    #[error("there is no such host")]
    NoHost,
    /// It redirects without end, or from https to http.
    #[error("it redirects somewhere that is not followed")]
    Redirects,
    /// Nothing changed since (304).
    #[error("nothing changed")]
    Unchanged,
    /// The server answered something other than success.
    #[error("the server answered {status}")]
    Status {
        /// The status.
        status: u16,
        /// How long it asks to wait.
        retry_after_ms: Option<u64>,
    },
    /// It took too long.
    #[error("the server did not answer in time")]
    TimedOut,
    /// The server cannot be reached.
    #[error("the server cannot be reached")]
    Unreachable,
    /// The body ended before its end.
    #[error("the answer was cut off")]
    CutOff,
    /// The body is longer than it may be.
    #[error("the answer is too long")]
    TooLong,
    /// It is a picture, a film, a program: nothing to read.
    #[error("the answer is of a kind that is not read")]
    Kind,
}

impl FetchError {
    /// Whether asking again may help.
    #[must_use]
    pub const fn may_pass(self) -> bool {
        match self {
            Self::Status { status, .. } => {
                matches!(status, 408 | 425 | 429 | 500 | 502 | 503 | 504)
            }
            Self::TimedOut | Self::Unreachable | Self::CutOff => true,
            _ => false,
        }
    }

    /// Whether it says that what was asked for is not there.
    #[must_use]
    pub const fn is_missing(self) -> bool {
        matches!(
            self,
            Self::Status {
                status: 404 | 410,
                ..
            }
        )
    }
}

/// Fetches.
pub trait Fetch: Debug + Send + Sync {
    /// Fetches once: no repeats.
    fn fetch<'a>(&'a self, ask: &'a Ask) -> BoxFuture<'a, Result<Fetched, FetchError>>;
}

#[cfg(test)]
pub(crate) mod stand;
#[cfg(test)]
mod tests;
