//! The wire types: what travels between the backend, the portal, the extension and third parties.
//!
//! One file a feature, plain data only.
//! What must not happen here: logic, input or output, a clock, a database type, a browser type.
//! Types that carry personal data redact their `Debug` output, so that a stray log line cannot leak them.
//!
//! With the feature `openapi` each type also describes itself to poem-openapi; only the backend turns it on.

mod redact;
mod wire;

pub mod account;
pub mod answer;
pub mod application;
pub mod collection;
pub mod company;
pub mod document;
pub mod generation;
pub mod job;
pub mod matching;
pub mod model_use;
pub mod notification;
pub mod posting;
pub mod problem;
pub mod profile;
pub mod reading;
pub mod receipt;
pub mod report;
pub mod resume;
