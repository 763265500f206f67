//! The only place that speaks to the browser: storage, tabs, scripts, permissions, network, clock.
//!
//! Each call is one small async function with plain types and a [`BrowserError`].
//! What must not happen here: a decision, a word for the person, personal data in a log.

pub(crate) mod alarms;
pub(crate) mod badge;
pub(crate) mod clock;
pub(crate) mod digest;
pub(crate) mod document;
mod error;
pub(crate) mod events;
pub(crate) mod http;
mod json;
pub(crate) mod locks;
pub(crate) mod permissions;
pub(crate) mod runtime;
pub(crate) mod scripting;
pub(crate) mod side_panel;
pub(crate) mod storage;
pub(crate) mod tabs;
pub(crate) mod tasks;

pub use error::BrowserError;
pub(crate) use json::{from_js, from_js_within, to_js};
