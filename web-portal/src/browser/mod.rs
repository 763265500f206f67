//! Thin edges to the browser: the clock, names and dates, storage, focus, files, timers.
//!
//! What must not happen here: a decision. Each function does one thing and has no state.

pub(crate) mod clock;
pub(crate) mod dialog;
pub(crate) mod files;
pub(crate) mod focus;
pub(crate) mod intl;
pub(crate) mod page;
pub(crate) mod storage;
