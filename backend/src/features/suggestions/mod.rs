//! Suggestions: what a file says that the profile could hold.
//!
//! reading + profile → `plan` → suggestions; the chosen ones → `Change::apply` → the profile is saved.
//! What must not happen here: writing anything that the person did not choose; a value that the résumé does not
//! hold; keeping anything of its own.

mod api;
mod change;
mod links;
mod map;
mod names;
mod phone;
mod plan;
mod said;
mod say;
mod service;
mod whole;
mod words;

pub use api::SuggestionsApi;
pub(crate) use said::Said;
pub use service::{SuggestionError, Suggestions};
pub(crate) use whole::profile_of;
