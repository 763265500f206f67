//! What a person sees of the extension: the popup, the panel at the side and the options page.
//!
//! What must not happen here: talking to a page or to the server (the worker does that), a decision about a field.

mod icons;
pub(crate) mod options;
pub(crate) mod panel;
pub(crate) mod popup;
mod sheet;
mod worker;
