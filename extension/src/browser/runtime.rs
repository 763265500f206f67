//! Messages from the extension's pages to its worker, and its options page.

use super::{BrowserError, from_js, to_js};
use crate::messages::{Failure, Reply, Request};
use web_extensions_sys::chrome;

/// Asks the worker. The browser starts it where it sleeps.
pub(crate) async fn ask(request: &Request) -> Reply {
    let lost = |error: BrowserError| Failure::from(error);
    let message = to_js(request).map_err(lost)?;
    let answer = chrome()
        .runtime()
        .send_message(None, &message, None)
        .await
        .map_err(|thrown| lost(thrown.into()))?;
    from_js::<Reply>(&answer).map_err(lost)?
}

/// Opens the options page, or brings it to the front.
pub(crate) fn open_options() {
    chrome().runtime().open_options_page();
}
