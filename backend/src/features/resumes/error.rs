//! What can go wrong with a résumé, in the person's words.

use foothold_shared::problem::FieldProblem;

use super::inspect::{InspectorError, Refusal};
use crate::adapters::objects::ObjectsError;
use crate::crypto::OpenError;
use crate::db;

/// Why a résumé was not stored, found or read.
#[derive(Debug, thiserror::Error)]
pub enum ResumeError {
    /// The upload holds no part `file`.
    #[error("the upload holds no part named file")]
    FileMissing,
    /// The file has no content.
    #[error("the file is empty")]
    Empty,
    /// The file is larger than is taken.
    #[error("the file is larger than 5 MB")]
    TooLarge,
    /// The file was looked into and is not taken.
    #[error("the file is refused: {0:?}")]
    Refused(Refusal),
    /// The account has as many résumés as it may.
    #[error("the account has as many résumés as it may")]
    TooMany,
    /// The account has no such résumé.
    #[error("there is no such résumé")]
    NotFound,
    /// The row is there and its bytes are not.
    #[error("the stored bytes of a résumé are gone")]
    BytesGone,
    /// The stored bytes are not those that were uploaded.
    #[error("the stored bytes of a résumé are not those that were uploaded")]
    BytesChanged,
    /// The name or a tag cannot be used.
    #[error("{} parts of the change are wrong", .0.len())]
    Invalid(Vec<FieldProblem>),
    /// A stored name or file cannot be opened.
    #[error("a résumé does not open: {0}")]
    Closed(#[from] OpenError),
    /// A stored row is not what this program writes.
    #[error("a résumé is not in a known form")]
    Unknown,
    /// The object store is full or away.
    #[error(transparent)]
    Objects(#[from] ObjectsError),
    /// The file could not be looked into.
    #[error(transparent)]
    Inspector(#[from] InspectorError),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] db::Error),
}
