//! What a report's page works out by itself: which words changed, which lines a finding is about, what things are called.
//! Pure.

pub(crate) mod diff;
pub(crate) mod lines;
pub(crate) mod words;
