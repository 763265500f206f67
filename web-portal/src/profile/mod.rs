//! The profile as the portal thinks about it: its sections, what is missing, what two versions disagree on,
//! and how one field of it is read and written.
//!
//! What must not happen here: a browser, a request, a clock. Everything is tested natively.

pub(crate) mod codes;
pub(crate) mod completeness;
pub(crate) mod half_typed;
pub(crate) mod lens;
pub(crate) mod merge;
pub(crate) mod sections;
pub(crate) mod title;
