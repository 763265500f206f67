//! Companies: what their postings tell, what the person sent there, and whether they want to see more of it.
//!
//! What must not happen here: a fact of one's own about a company; everything is counted from postings and from what the
//! person did.

mod api;
mod service;

pub use api::CompaniesApi;
pub use service::Companies;
