//! What the browser refuses, told apart by its messages.
//!
//! Chromium reports most of these by text alone; the texts are those of its sources
//! (`extensions/common/manifest_constants`, `extensions/common/permissions/permissions_data`,
//! `extensions/browser/script_executor`). An unknown text is [`BrowserError::Unexpected`].

/// Why the browser did not do something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BrowserError {
    /// The tab is gone.
    NoTab,
    /// No access was given to this page.
    NoAccess,
    /// A page that no extension may touch.
    BrowserPage,
    /// The browser shows an error instead of a page.
    ErrorPage,
    /// The frame or its agent is gone.
    FrameGone,
    /// Nothing answered at that address.
    Network,
    /// The answer took too long.
    TimedOut,
    /// The person did not want to wait for it.
    Cancelled,
    /// The storage is full.
    Full,
    /// What was stored or answered has another shape than expected.
    Unreadable,
    /// Anything else: the browser's own message.
    Unexpected(String),
}

impl BrowserError {
    /// Reads the browser's message.
    #[must_use]
    pub fn from_message(message: &str) -> Self {
        let any = |words: &[&str]| words.iter().any(|word| message.contains(word));
        if any(&[
            "No tab with id",
            "Tab not found",
            "tab was closed",
            "Tabs cannot be",
        ]) {
            Self::NoTab
        } else if any(&["showing error page"]) {
            Self::ErrorPage
        } else if any(&[
            "chrome:// URL",
            "chrome-extension:// URL",
            "chrome-untrusted:",
            "devtools:",
            "extensions gallery",
            "ExtensionsSettings policy",
            "Cannot access a chrome",
            "view-source:",
        ]) {
            Self::BrowserPage
        } else if any(&[
            "Cannot access contents of",
            "must request permission to access",
            "Missing host permission",
        ]) {
            Self::NoAccess
        } else if any(&[
            "Receiving end does not exist",
            "message port closed",
            "message channel closed",
            "No frame with id",
            "No document with id",
            "Frame with ID",
            "was removed",
            "back/forward cache",
        ]) {
            Self::FrameGone
        } else if any(&[
            "QUOTA_BYTES",
            "quota exceeded",
            "QuotaExceeded",
            "No space left",
        ]) {
            Self::Full
        } else if any(&["TimeoutError", "signal timed out"]) {
            Self::TimedOut
        } else if any(&[
            "Failed to fetch",
            "NetworkError",
            "network error",
            "Load failed",
        ]) {
            Self::Network
        } else {
            Self::Unexpected(message.chars().take(200).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::BrowserError::{self, *};

    #[test]
    fn chromiums_messages_are_told_apart() {
        for (message, error) in [
            ("No tab with id: 17.", NoTab),
            ("Cannot access a chrome:// URL", BrowserPage),
            ("The extensions gallery cannot be scripted.", BrowserPage),
            (
                "Cannot access a chrome-extension:// URL of different extension",
                BrowserPage,
            ),
            (
                "This page cannot be scripted due to an ExtensionsSettings policy.",
                BrowserPage,
            ),
            (
                "Cannot access contents of the page. Extension manifest must request permission \
                 to access the respective host.",
                NoAccess,
            ),
            ("Frame with ID 0 is showing error page", ErrorPage),
            (
                "Could not establish connection. Receiving end does not exist.",
                FrameGone,
            ),
            (
                "The message port closed before a response was received.",
                FrameGone,
            ),
            ("No document with id 5F3A in tab with id 3", FrameGone),
            ("Resource::kQuotaBytes quota exceeded", Full),
            ("Failed to fetch", Network),
            ("signal timed out", TimedOut),
            ("Something new", Unexpected("Something new".to_owned())),
        ] {
            assert_eq!(BrowserError::from_message(message), error, "{message}");
        }
    }
}
