//! What can go wrong with a report.

use foothold_shared::problem::FieldProblem;

use crate::features::documents::DocumentError;
use crate::features::profiles::ProfileError;
use crate::features::receipts::ReceiptError;
use crate::features::resumes::{InspectorError, ResumeError};

/// Why there is no report, or no change.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The request says neither what the letter's text is nor in which file it stands.
    #[error("there is no letter in the request")]
    LetterMissing,
    /// The part `about` of an upload is not what it should be.
    #[error("the part named about is not JSON of a report request")]
    AboutUnclear,
    /// A part of the request is wrong.
    #[error("{} parts of the request are wrong", .0.len())]
    Invalid(Vec<FieldProblem>),
    /// The document or what it is measured against changed since the suggestion was shown.
    #[error("there is no such suggestion any more")]
    SuggestionGone,
    /// The set has no résumé.
    #[error("the set has no résumé")]
    NoResume,
    /// The documents.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// The résumés.
    #[error(transparent)]
    Resume(#[from] ResumeError),
    /// The file could not be looked into.
    #[error(transparent)]
    Inspector(#[from] InspectorError),
    /// The profile.
    #[error(transparent)]
    Profile(#[from] ProfileError),
    /// The receipts.
    #[error(transparent)]
    Receipt(#[from] ReceiptError),
}
