//! Reports on résumés and letters: what an employer's system sees, what it is worth, and what would make it better.
//!
//! request → `material` (reading, profile, posting, what was sent) → `foothold_documents::report` → report, or a draft
//! or letter with one suggestion applied. Nothing of a report is kept.
//! What must not happen here: opening an upload in the server's process; a change that the person did not choose; words
//! of a document or a profile in a log.

mod api;
mod backing;
mod error;
mod letters;
mod material;
mod service;

pub use api::ReportsApi;
pub use error::ReportError;
pub use service::Reports;
