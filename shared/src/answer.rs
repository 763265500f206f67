//! The answer memory: questions that a person answered by hand and wants answered the same way again.
//!
//! An answer belongs to one question: its words, its options, and for a question whose right answer depends on the
//! country, that country. `foothold-core` decides whether a question on a page is the same one.

use crate::redact::redact_debug;
use serde::{Deserialize, Serialize};

/// An answer as the extension or the portal stores it.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct NewAnswer {
    /// The question as the page worded it, at most 500 characters.
    pub question: String,
    /// The options it offered, as a person reads them, at most 100; empty for a question answered in writing.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", oai(default))]
    pub options: Vec<String>,
    /// The answer: one text, or each option that was chosen.
    pub answer: Vec<String>,
    /// ISO 3166-1 alpha-2 country of the job, where the answer is right for that country only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub country: Option<String>,
    /// The host of the page it was given on; tells the person where it came from and decides nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub host: Option<String>,
    /// When the person gave it, epoch milliseconds.
    pub remembered_at_ms: i64,
    /// From when it is asked again instead of used, epoch milliseconds; absent for never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub expires_at_ms: Option<i64>,
}

/// A remembered answer.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct RememberedAnswer {
    /// Made by whoever stored it first (UUID), unique within an account.
    pub answer_id: String,
    /// The answer.
    pub answer: NewAnswer,
    /// When the server stored this state of it, epoch milliseconds.
    #[serde(default)]
    pub stored_at_ms: i64,
}

/// All of a person's remembered answers, the newest first.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct AnswerList {
    /// The answers.
    pub answers: Vec<RememberedAnswer>,
}

redact_debug!(NewAnswer, RememberedAnswer, AnswerList);
