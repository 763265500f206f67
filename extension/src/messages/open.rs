//! A question that waits for the person.

use super::FieldAt;
use serde::{Deserialize, Serialize};

/// A question that was brought in front of the person.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenQuestion {
    /// Where it is.
    pub at: FieldAt,
    /// The question as a person reads it.
    pub label: String,
    /// Its place among the open ones, from 1.
    pub number: usize,
    /// How many are open.
    pub of: usize,
}
