//! What the server reaches outside itself: for each a trait, the real one, and one for tests.
//!
//! Network clients live here and nowhere else, each with limits.

pub mod boards;
pub mod embedding_model;
pub mod fetch;
pub mod language_model;
pub mod language_model_fake;
pub mod mail;
pub mod objects;
pub mod objects_fake;
mod tls;
pub mod webhooks;
