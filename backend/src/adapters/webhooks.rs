//! Calling people's webhooks: signed, guarded, once.
//!
//! Signed as <https://www.standardwebhooks.com> describes it, so that receivers need no code of ours.
//! What must not happen here: following a redirect; reading on in what a receiver answers.

use std::fmt::Debug;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use zeroize::Zeroizing;

use super::fetch::{FetchError, GuardedFetch, Post};
use crate::crypto::hmac_sha256;

/// How long a receiver may take.
const TIMEOUT_MS: u64 = 15_000;
/// What a secret begins with.
const PREFIX: &str = "whsec_";

/// A call.
#[derive(Clone)]
pub struct Call {
    /// Where to.
    pub url: String,
    /// The secrets (`whsec_…`) that sign it, the newest first: one, or two while the older one still counts.
    pub secrets: Vec<Zeroizing<String>>,
    /// What a repeated call is told by.
    pub id: String,
    /// When it is made, epoch seconds.
    pub at_s: i64,
    /// JSON.
    pub body: String,
}

impl Debug for Call {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Call({}, redacted)", self.id)
    }
}

/// Calls webhooks.
pub trait Webhooks: Debug + Send + Sync {
    /// Whether an address may be called at all, as far as its words tell.
    ///
    /// # Errors
    /// Why not.
    fn check(&self, url: &str) -> Result<(), FetchError>;

    /// Calls once. Anything but a 2xx is an error.
    fn call<'a>(&'a self, call: &'a Call) -> BoxFuture<'a, Result<(), FetchError>>;
}

impl Webhooks for GuardedFetch {
    fn check(&self, url: &str) -> Result<(), FetchError> {
        self.check_post(url)
    }

    fn call<'a>(&'a self, call: &'a Call) -> BoxFuture<'a, Result<(), FetchError>> {
        async move {
            let signatures: Vec<String> = call
                .secrets
                .iter()
                .map(|secret| sign(secret, &call.id, call.at_s, &call.body))
                .collect();
            let post = Post {
                url: &call.url,
                body: &call.body,
                headers: &[
                    ("webhook-id", call.id.clone()),
                    ("webhook-timestamp", call.at_s.to_string()),
                    ("webhook-signature", signatures.join(" ")),
                ],
                timeout_ms: TIMEOUT_MS,
            };
            self.post_once(&post).await
        }
        .boxed()
    }
}

/// A secret from random bytes.
#[must_use]
pub fn secret(bytes: &[u8; 32]) -> Zeroizing<String> {
    Zeroizing::new(format!("{PREFIX}{}", STANDARD.encode(bytes)))
}

/// The signature of a call: `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`.
fn sign(secret: &str, id: &str, at_s: i64, body: &str) -> String {
    let key = secret.strip_prefix(PREFIX).unwrap_or(secret);
    let key = Zeroizing::new(STANDARD.decode(key).unwrap_or_default());
    let tag = hmac_sha256(&key, format!("{id}.{at_s}.{body}").as_bytes());
    format!("v1,{}", STANDARD.encode(tag))
}

#[cfg(test)]
mod tests {
    use super::sign;

    /// The example of the specification.
    #[test]
    fn signs_as_the_standard_does() {
        let signature = sign(
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            1_614_265_330,
            r#"{"test": 2432232314}"#,
        );
        assert_eq!(signature, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
