//! Matches: which of the gathered jobs fit a person, how well, and why.
//!
//! open jobs → `shelf`; profile, preferences and thumbs → `seeker`; both → `run` → store → `service` → `api`
//!
//! What a profile says never leaves the process here. Kept are the scores, and sealed the reasons, thumbs and wishes.
//! What must not happen here: a search lost or done twice because a server was ended, a memory that grows with the jobs,
//! a knock-out that a score hides.

mod api;
mod error;
mod posting;
mod preferences;
mod run;
mod sealing;
mod seeker;
mod service;
mod shelf;
mod store;
mod view;

pub use api::MatchesApi;
pub use error::MatchError;
pub use sealing::SEALED;
pub use service::Matches;
