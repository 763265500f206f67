//! Waiting, as a parameter: tests do not sleep.

use std::fmt::Debug;
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;

/// Waits.
pub trait Pause: Debug + Send + Sync {
    /// Comes back after that long.
    fn pause(&self, ms: u64) -> BoxFuture<'static, ()>;
}

/// Waits by the machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemPause;

impl Pause for SystemPause {
    fn pause(&self, ms: u64) -> BoxFuture<'static, ()> {
        tokio::time::sleep(Duration::from_millis(ms)).boxed()
    }
}
