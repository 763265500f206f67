//! Jobs: postings gathered from boards, merged, retired and found.
//!
//! board → `gather` → `take` → store → `search`
//!
//! Postings are public and not sealed; what a person marked is kept by account alone, and what they look for is sealed.
//! What must not happen here: a job twice, an open job called closed because a board did not answer, a search that a
//! person's words could break.

mod alerts;
mod api;
mod boards;
mod names;
mod open;
mod saved;
mod search;
mod service;
mod store;
mod take;
mod view;
mod when;
mod words;

pub use api::{JobsApi, SavedSearchesApi};
pub use saved::{SEALED, SavedSearches};

pub(crate) use open::{OpenJob, OpenMark};
pub use service::{JobError, Jobs};
pub use take::Taken;
