//! The features. Each folder has a front door (`mod.rs`), `api`, `service`, `rules`, `store` and
//! `model`; no feature reads another's store.

pub mod accounts;
pub mod answers;
pub mod applications;
pub mod companies;
pub mod documents;
pub mod imports;
pub mod jobs;
pub mod matches;
pub mod model_use;
pub mod notifications;
pub mod postings;
pub mod profiles;
pub mod receipts;
pub mod reports;
pub mod resumes;
pub mod suggestions;
