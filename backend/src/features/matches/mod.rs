//! Matches: which of the gathered jobs fit a person, how well, and why.
//!
//! open jobs → `shelf`; profile, preferences and thumbs → `seeker`; both → `run` → store → `service` → `api`
//!
//! search ended → `embeddings` → `second_look`, where the server has such models; application recorded → `standing` →
//! `calibration`
//!
//! Only these two let what a profile says of the person's work leave the process, without name and contact. Kept are the
//! scores, and sealed the reasons, looks, directions of profiles, thumbs and wishes.
//! What must not happen here: a search lost or done twice because a server was ended, a memory that grows with the jobs,
//! a knock-out that a score hides.

mod api;
mod calibration;
mod embeddings;
mod error;
mod learning;
mod names;
mod packing;
mod posting;
mod preferences;
mod run;
mod sealing;
mod second_look;
mod seeker;
mod service;
mod shelf;
mod standing;
mod store;
mod view;

pub use api::MatchesApi;
pub use error::MatchError;
pub use learning::learned_terms;
pub use sealing::SEALED;
pub use service::Matches;
