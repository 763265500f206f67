//! How often one address may ask for the operations that guess at accounts.
//!
//! A token bucket per address and operation, in this process's memory. It slows down guessing and
//! the search for registered addresses; the lock-out per account is the accounts feature's.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use poem::Request;
use poem::http::{Method, StatusCode};

use super::{ClientAddress, Failure};
use crate::clock::Clock;
use crate::config::ServerConfig;

/// Past this many buckets the full ones are forgotten.
const SWEEP_AT: usize = 10_000;

/// The buckets of every address.
#[derive(Debug)]
pub struct RateLimits {
    per_minute: u32,
    clock: Arc<dyn Clock>,
    buckets: Mutex<HashMap<(&'static str, String), Bucket>>,
}

#[derive(Debug, Clone, Copy)]
struct Bucket {
    tokens: f64,
    filled_at_ms: i64,
}

impl RateLimits {
    /// Buckets of the configured size.
    #[must_use]
    pub fn new(config: &ServerConfig, clock: Arc<dyn Clock>) -> Self {
        Self {
            per_minute: config.account_requests_per_minute,
            clock,
            buckets: Mutex::new(HashMap::new()),
        }
    }

    /// Takes one token for the request, if its operation is limited.
    pub(crate) fn admit(&self, request: &Request) -> Result<(), Failure> {
        let Some(operation) = limited(request) else {
            return Ok(());
        };
        let Some(address) = request.data::<ClientAddress>() else {
            return Ok(());
        };
        match self.take(operation, address.network()) {
            None => Ok(()),
            Some(wait_s) => Err(Failure::new(
                StatusCode::TOO_MANY_REQUESTS,
                "too_many_requests",
                "That was a lot at once",
                format!("Too many requests came from your address. Try again in {wait_s} seconds."),
            )
            .with_retry_after_s(wait_s)),
        }
    }

    /// Takes a token; where there is none, the seconds until there is.
    fn take(&self, operation: &'static str, address: String) -> Option<i64> {
        let size = f64::from(self.per_minute);
        let per_ms = size / 60_000.0;
        let now_ms = self.clock.now_ms();
        let refill = |bucket: &Bucket| {
            #[expect(
                clippy::cast_precision_loss,
                reason = "a span of milliseconds is far below 2^52"
            )]
            let passed_ms = (now_ms - bucket.filled_at_ms).max(0) as f64;
            (bucket.tokens + passed_ms * per_ms).min(size)
        };
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= SWEEP_AT {
            buckets.retain(|_, bucket| refill(bucket) < size);
        }
        let bucket = buckets.entry((operation, address)).or_insert(Bucket {
            tokens: size,
            filled_at_ms: now_ms,
        });
        let tokens = refill(bucket);
        if tokens >= 1.0 {
            *bucket = Bucket {
                tokens: tokens - 1.0,
                filled_at_ms: now_ms,
            };
            return None;
        }
        *bucket = Bucket {
            tokens,
            filled_at_ms: now_ms,
        };
        #[expect(clippy::cast_possible_truncation, reason = "at most one minute")]
        let wait_s = ((1.0 - tokens) / per_ms / 1000.0).ceil() as i64;
        Some(wait_s.max(1))
    }
}

fn limited(request: &Request) -> Option<&'static str> {
    let operations = ["/api/v1/register", "/api/v1/login", "/api/v1/token/refresh"];
    let path = request.uri().path();
    (request.method() == Method::POST)
        .then(|| operations.into_iter().find(|operation| *operation == path))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::ManualClock;

    #[test]
    fn a_bucket_empties_refills_and_is_one_address_own() {
        let clock = Arc::new(ManualClock::at(0));
        let config = ServerConfig {
            account_requests_per_minute: 2,
            ..ServerConfig::default()
        };
        let rates = RateLimits::new(&config, clock.clone());
        let ask = |address: &str| rates.take("/login", address.to_owned());
        assert_eq!([ask("a"), ask("a")], [None, None]);
        assert_eq!(ask("a"), Some(30));
        assert_eq!(ask("b"), None);
        clock.advance_ms(29_000);
        assert_eq!(ask("a"), Some(1));
        clock.advance_ms(1_000);
        assert_eq!(ask("a"), None);
        assert_eq!(ask("a"), Some(30));
    }
}
