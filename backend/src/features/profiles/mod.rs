//! Profiles: what a person says about themselves, whole, one an account.
//!
//! All of it is sealed at rest; contact, address and self-identification each under a seal of
//! their own.
//! What must not happen here: changing what the person wrote, deriving what they did not say,
//! answering with an empty profile when the stored one cannot be read.

mod api;
mod codes;
mod model;
mod rules;
mod sealing;
mod service;
mod store;

pub use api::ProfilesApi;
pub(crate) use model::StoredProfile;
pub use sealing::{SEALED, UnreadableProfile};
pub use service::{ProfileError, Profiles};
