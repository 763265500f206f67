//! Imports: a file that says who a person is (a résumé, JSON Resume, what LinkedIn exports) becomes suggestions for the
//! profile; and the profile as JSON Resume, to take elsewhere.
//!
//! file → worker process → `Said` → `suggestions` → the person's choice → profile
//!
//! What must not happen here: keeping a file or what it says (it is sent again with the choice); opening one in the
//! server's process; writing what the person did not choose.

mod api;
mod csv;
mod dates;
mod export;
mod json_resume;
mod linkedin;
mod open;
mod service;

pub use api::ImportsApi;
pub(crate) use open::{Opened, open};
pub use service::{ImportError, Imports};
