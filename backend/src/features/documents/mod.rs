//! Documents: résumés and letters made for jobs, the builder's own résumés, and what a person likes.
//!
//! request → `posting` → `make` (tailor, fit, set, read back) → `service` → files as one sealed object, then the row.
//! All that is personal is sealed at rest, the posting included: where somebody applies is theirs to tell.
//! What must not happen here: a file that was not read back; a set of which one part is stored and another is not;
//! the same request doing its work twice; deciding what a document says (that is `foothold_tailoring`'s).

mod api;
mod best;
mod compare;
mod draft_profile;
mod drafts;
mod error;
mod for_reports;
mod known;
mod make;
mod model;
mod names;
mod posting;
mod press;
mod preview;
mod requests;
mod reword;
mod rules;
mod sealing;
mod service;
mod sets;
mod store;
mod taste;
mod upkeep;

pub use api::DocumentsApi;
pub(crate) use draft_profile::profile_of;
pub use error::DocumentError;
pub use posting::{FoundPosting, KnownPostings};
pub use sealing::SEALED;
pub use service::{Documents, Shelves};
