//! Jobs: postings gathered from boards, merged, retired and found.
//!
//! board → `gather` → `take` → store → `search`
//!
//! Postings are public and not sealed; what a person marked is kept by account alone. What they look for and what they
//! brought from pages that no board lists is sealed, and theirs alone.
//! What must not happen here: a job twice, an open job called closed because a board did not answer, a search that a
//! person's words could break.

mod alerts;
mod alike;
mod api;
mod boards;
mod collections;
mod companies;
mod keyed;
mod names;
mod nearby;
mod open;
mod own;
mod pasted;
mod remake;
mod retire;
mod saved;
mod search;
mod service;
mod store;
mod take;
mod tidy;
mod unlisted;
mod view;
mod when;
mod words;

pub use api::{JobCollectionsApi, JobsApi, SavedSearchesApi};
pub use keyed::BoardKeys;
pub use pasted::PastedFault;
pub use saved::SavedSearches;

pub(crate) use open::{JobsAt, OpenJob, OpenMark};
pub use service::{JobError, Jobs};
pub use take::Taken;

/// The sealed columns, for the rotation of keys.
pub const SEALED: &[crate::crypto::SealedColumn] = &[
    saved::SEALED,
    own::SEALED,
    collections::SEALED_NAMES,
    collections::SEALED_NOTES,
];
