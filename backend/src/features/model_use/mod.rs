//! Asking a language model on a person's behalf: each call counted, each day bounded.
//!
//! [`Models::ask`] is the only way to a model's words, and [`Models::embed`] to a text's direction: endpoints are asked in their order, and where none answers, or the
//! person's day is used up, the caller goes on without one and says [`NoModel::note`].
//! What must not happen here: keeping or logging a word of what was asked or answered.

mod api;
mod embed;
mod endpoints;
mod rules;
mod service;
mod store;

pub use api::ModelUseApi;
pub use embed::Directions;
pub use endpoints::{EmbeddingEndpoint, ModelEndpoint, embedding_endpoint, endpoints};
pub use rules::{Limits, Purpose};
pub use service::{Answer, Models, NoModel};
