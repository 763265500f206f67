//! Jobs as the portal asks for them and words them: pure, so that it is tried without a browser.
//!
//! What must not happen here: a clock, a browser, a guess at what a posting does not say.

pub(crate) mod matches;
pub(crate) mod search;
pub(crate) mod words;
