//! What is known of each host: when it was last asked, and how it is.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::Mutex as Turn;
use url::Url;

use crate::adapters::fetch::Breaker;

/// So many hosts are remembered before those that nobody asks are forgotten.
const MANY: usize = 10_000;

/// One host; whoever holds it may ask.
#[derive(Debug, Default)]
pub(super) struct Host {
    pub(super) asked_ms: Option<i64>,
    pub(super) breaker: Breaker,
}

/// All hosts, by name and port.
#[derive(Debug, Clone, Default)]
pub(super) struct Hosts(Arc<Mutex<HashMap<String, Arc<Turn<Host>>>>>);

impl Hosts {
    /// The host of an address.
    pub(super) fn of(&self, url: &str) -> Arc<Turn<Host>> {
        let name = Url::parse(url)
            .map_or_else(|_| String::new(), |url| url.origin().ascii_serialization());
        let mut hosts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if hosts.len() >= MANY {
            let well = |host: &Arc<Turn<Host>>| {
                host.try_lock()
                    .is_ok_and(|host| host.breaker == Breaker::default())
            };
            hosts.retain(|_, host| Arc::strong_count(host) > 1 || !well(host));
        }
        Arc::clone(hosts.entry(name).or_default())
    }
}
