//! Why matches were not found or not kept.

use foothold_shared::problem::FieldProblem;

use crate::crypto::OpenError;
use crate::db;
use crate::features::jobs::JobError;
use crate::features::profiles::ProfileError;

/// Why matches were not found or not kept.
#[derive(Debug, thiserror::Error)]
pub enum MatchError {
    /// There is no such job.
    #[error("there is no such job")]
    NotFound,
    /// The job is one that the person brought themselves.
    #[error("the person’s own job is no match")]
    Own,
    /// The cursor is not one that a list answered.
    #[error("the cursor is not one of ours")]
    UnknownCursor,
    /// The page is to be larger or smaller than pages are.
    #[error("the limit is out of range")]
    LimitOutOfRange,
    /// What was sent cannot be used.
    #[error("{} parts are wrong", .0.len())]
    Invalid(Vec<FieldProblem>),
    /// A posting that was sent does not say what the job is.
    #[error("the posting has no title")]
    PostingUnclear,
    /// What is stored does not open.
    #[error("what is stored of matches does not open: {0}")]
    Closed(#[from] OpenError),
    /// What is stored opens but is not what this program writes.
    #[error("what is stored of matches is not in a known form")]
    Unknown,
    /// The work was ended from outside.
    #[error("the comparing was ended")]
    Ended,
    /// The profile.
    #[error(transparent)]
    Profile(#[from] ProfileError),
    /// The jobs.
    #[error(transparent)]
    Job(#[from] JobError),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] db::Error),
}
