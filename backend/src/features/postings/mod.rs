//! A posting that a person has before them: how well it fits, whether it is saved, what they sent to its company before.
//!
//! posting → `service` (asks matches, jobs and applications) → `api`
//!
//! What must not happen here: a posting kept that nobody saved, or one that a person saved shown to anybody else.

mod api;
mod service;

pub use api::PostingsApi;
pub use service::{PostingError, Postings};
