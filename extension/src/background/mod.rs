//! The service worker: takes requests, keeps what must outlive it in storage, speaks to the server and to the pages.
//!
//! The worker may be ended and started at any moment, so nothing lives in memory between two events.
//! What must not happen here: filling a page nobody asked about, pressing a button that sends a form,
//! giving one origin what was planned for another.

pub(crate) mod answers;
pub(crate) mod api;
pub(crate) mod badge;
pub(crate) mod fill;
pub(crate) mod jump;
pub(crate) mod keys;
pub(crate) mod marks;
pub(crate) mod outbox;
pub(crate) mod queue;
pub(crate) mod receipts;
pub(crate) mod router;
pub(crate) mod session;
pub(crate) mod settings;
pub(crate) mod standing;
pub(crate) mod sync;
pub(crate) mod tailor;
pub(crate) mod watch;

use crate::browser::{BrowserError, storage};
use crate::messages::{Failure, Wish};

/// The alarm that tries again what failed for want of a network.
pub(crate) const RETRY_ALARM: &str = "retry";

/// When the browser or the extension has just started.
pub(crate) async fn start() {
    // Worst case the storage stays as it is by default, which is still out of reach for pages.
    let _ = storage::lock_down().await;
    sync::sync(0).await;
}

/// When an alarm rings, or the network is back.
pub(crate) async fn wake() {
    watch::resume().await;
    sync::sync(0).await;
}

/// The keyboard command: fills the tab in front without the popup; the badge tells how it went.
pub(crate) async fn fill_by_key(tab: i32) {
    match fill::fill(tab, Wish::default()).await {
        Ok(view) => {
            badge::show_filled(tab, &view).await;
            fill::save_refused(tab, &view).await;
            watch::begin(tab).await;
        }
        Err(failure) => badge::show_failure(tab, &failure).await,
    }
}

/// The keyboard command: on to the next open question; the page and the badge tell where it is.
pub(crate) async fn next_by_key(tab: i32) {
    if let Err(failure) = jump::next(tab).await {
        badge::show_failure(tab, &failure).await;
    }
}

impl From<BrowserError> for Failure {
    fn from(error: BrowserError) -> Self {
        match error {
            BrowserError::NoTab => Self::NoTab,
            BrowserError::NoAccess => Self::NoAccess,
            BrowserError::BrowserPage => Self::BrowserPage,
            BrowserError::ErrorPage => Self::ErrorPage,
            BrowserError::FrameGone => Self::PageChanged,
            BrowserError::Network | BrowserError::TimedOut => Self::Offline,
            BrowserError::Cancelled => Self::Cancelled,
            BrowserError::Full => Self::Storage,
            BrowserError::Unreadable => Self::Unexpected {
                what: "unreadable data".to_owned(),
            },
            BrowserError::Unexpected(what) => Self::Unexpected { what },
        }
    }
}
