//! A local stand-in for job boards and applicant tracking systems.
//!
//! It shows invented jobs from a file, and application forms that behave like those of well-known
//! systems, and keeps what was submitted, so that the extension can be tried without bothering anyone.
//!
//! What must not happen here: a request to any other machine, a submission that leaves this one,
//! text or marks copied from a real company.

mod apply;
mod args;
mod assets;
mod description;
mod escape;
mod form;
mod http;
mod jobs;
mod nonce;
mod pages;
mod places;
mod resume;

pub use args::{Args, USAGE};
pub use http::{Running, Settings, start};
