//! Résumés: PDF and Word files, told by their content, one of them the default.
//!
//! Name and bytes are sealed at rest; the bytes are in the object store.
//! What must not happen here: believing a file's name, opening a file in the server's process,
//! giving back other bytes than were uploaded, a row without bytes.

mod api;
mod error;
mod file_name;
mod help;
mod inspect;
mod label;
mod model;
mod reading;
mod readings;
mod sealing;
mod service;
mod store;
mod upkeep;

pub use api::ResumesApi;
pub use error::ResumeError;
pub(crate) use file_name::attachment;
pub use inspect::{
    IMPORT_COMMAND, INSPECT_COMMAND, Inspector, InspectorError, READ_COMMAND, Refusal, Verdict,
    Work,
};
pub(crate) use reading::read_resume;
pub use sealing::SEALED;
pub use service::Resumes;

/// The largest file that is taken, in bytes: 5 MB, counted generously as computers do.
pub const MAX_FILE_BYTES: usize = 5 * 1024 * 1024;
