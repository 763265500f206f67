//! Looking up names, and leaving out what is not on the public internet: the connection goes to what is left.
//!
//! A name that is looked up twice could lead elsewhere the second time; so the check stands where the connection's own
//! addresses come from.

use std::fmt::Debug;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use super::Allowed;
use super::address::is_public;

/// How long a look-up may take.
const LOOKUP_TIMEOUT: Duration = Duration::from_secs(5);

/// Looks up the addresses of a name.
pub trait Lookup: Debug + Send + Sync {
    /// Every address of the name.
    fn lookup(&self, name: String) -> BoxFuture<'static, io::Result<Vec<IpAddr>>>;
}

/// The operating system's look-up.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemLookup;

impl Lookup for SystemLookup {
    fn lookup(&self, name: String) -> BoxFuture<'static, io::Result<Vec<IpAddr>>> {
        async move {
            let found =
                tokio::time::timeout(LOOKUP_TIMEOUT, tokio::net::lookup_host((name.as_str(), 0)));
            let found = found
                .await
                .map_err(|_| io::Error::from(io::ErrorKind::TimedOut))??;
            Ok(found.map(|address| address.ip()).collect())
        }
        .boxed()
    }
}

/// That a name leads only to where nobody may ask.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("the name leads to no public address")]
pub(super) struct Blocked;

/// That a name leads nowhere.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("the name leads nowhere")]
pub(super) struct Nowhere;

/// The look-up of the guarded client.
#[derive(Debug)]
pub(super) struct GuardedLookup {
    pub(super) lookup: Arc<dyn Lookup>,
    pub(super) allowed: Allowed,
}

impl Resolve for GuardedLookup {
    fn resolve(&self, name: Name) -> Resolving {
        let name = name.as_str().to_ascii_lowercase();
        let allowed = self.allowed.names(&name);
        let found = self.lookup.lookup(name);
        async move {
            let found = found.await.map_err(|_| Nowhere)?;
            if found.is_empty() {
                return Err(Nowhere.into());
            }
            let kept = found
                .into_iter()
                .filter(|address| allowed || is_public(*address))
                .map(|address| SocketAddr::new(address, 0))
                .collect::<Vec<_>>();
            if kept.is_empty() {
                return Err(Blocked.into());
            }
            Ok(Box::new(kept.into_iter()) as Addrs)
        }
        .boxed()
    }
}
