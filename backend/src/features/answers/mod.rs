//! The answer memory: questions that a person answered by hand and wants answered the same way again.
//!
//! Question, options, answer and host are sealed at rest; times are not.
//! What must not happen here: two accounts meeting in one answer id, an answer going back to an earlier one, deciding
//! whether a question on a page is the same one (that is `foothold-core`'s).

mod api;
mod rules;
mod service;
mod store;

pub use api::AnswersApi;
pub use service::{AnswerError, Answers, SEALED};
