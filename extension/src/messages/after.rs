//! What follows a fill: whether the application was sent, and what the person changed by hand.

use super::FieldAt;
use serde::{Deserialize, Serialize};

/// Whether an application was sent. Absent (`FilledView::submitted` is `None`) until something speaks for it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SubmittedView {
    /// The page said so, or the person did.
    Sent {
        /// When, epoch milliseconds.
        at_ms: i64,
        /// What the page said; absent where only the person says so.
        confirmation: Option<String>,
    },
    /// The form was sent off, but no page told what came of it: the person may know.
    Unsure {
        /// When it was sent off, epoch milliseconds.
        at_ms: i64,
    },
}

/// What the person answered by hand after a fill.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectionView {
    /// Its number: what [`super::Request::Remember`] and [`super::Request::ForgetCorrection`] name it by.
    pub correction: u32,
    /// The field, as long as its page stands.
    pub at: FieldAt,
    /// The question as the page words it.
    pub question: String,
    /// What the person put: one text, or each option that was chosen.
    pub answer: Vec<String>,
    /// What Foothold had written there; empty where it had left the field.
    pub was: String,
    /// What can be done with it.
    pub offer: CorrectionOffer,
    /// ISO 3166-1 alpha-2 country of the job, where the answer would be remembered for that country only.
    pub country: Option<String>,
}

/// What can be done with a person's own answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CorrectionOffer {
    /// It can be remembered for the same question.
    Remember,
    /// It is a fact of the profile, and belongs there.
    UpdateProfile,
}
