//! What can go wrong with documents, in the person's words.

use foothold_rendering::RenderError;
use foothold_shared::problem::FieldProblem;
use foothold_tailoring::NotEnough;

use crate::adapters::fetch::FetchError;
use crate::adapters::objects::ObjectsError;
use crate::crypto::OpenError;
use crate::db;
use crate::features::jobs::JobError;
use crate::features::profiles::ProfileError;
use crate::features::resumes::ResumeError;

/// Why a document was not made, stored, found or read.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// What was sent cannot be used.
    #[error("{} parts of the request are wrong", .0.len())]
    Invalid(Vec<FieldProblem>),
    /// Nothing is known of the job.
    #[error("no posting was sent, and none is known of this job")]
    PostingMissing,
    /// The posting was sent, and its title cannot be told.
    #[error("the posting has no title")]
    PostingUnclear,
    /// The page of the posting could not be read.
    #[error("the posting’s page could not be read: {0}")]
    PageUnread(#[source] FetchError),
    /// The set to go on from is of another job, or there is none.
    #[error("there is no such previous set of this job")]
    PreviousUnknown,
    /// The profile does not hold enough for a document.
    #[error(transparent)]
    NotEnough(#[from] NotEnough),
    /// The document cannot be set.
    #[error(transparent)]
    Render(#[from] RenderError),
    /// Others are being made, or this one takes too long.
    #[error("documents cannot be made in time: {0}")]
    Busy(&'static str),
    /// The same request is under way.
    #[error("the same request is being worked on")]
    UnderWay,
    /// The key was sent with another request.
    #[error("the key was used for another request")]
    KeyReused,
    /// The key cannot be used.
    #[error("the key is empty or too long")]
    KeyUnusable,
    /// The account has as many sets as it may.
    #[error("the account has as many document sets as it may")]
    TooManySets,
    /// The account has as many drafts as it may.
    #[error("the account has as many drafts as it may")]
    TooManyDrafts,
    /// The account has no such set.
    #[error("there is no such document set")]
    SetNotFound,
    /// The set has no such file.
    #[error("there is no such file in the set")]
    FileNotFound,
    /// The account has no such draft.
    #[error("there is no such draft")]
    DraftNotFound,
    /// The draft has no such version, or not any more.
    #[error("there is no such version")]
    VersionNotFound,
    /// The request does not say which version it changes.
    #[error("the request names no version of the draft")]
    VersionRequired,
    /// Another device saved in between.
    #[error("the draft was saved from elsewhere")]
    DraftChanged,
    /// The cursor is not one that a list answered.
    #[error("the cursor is not one of ours")]
    UnknownCursor,
    /// The page is to be larger or smaller than pages are.
    #[error("the limit is out of range")]
    LimitOutOfRange,
    /// The row is there and its files are not, or they are not those that were made.
    #[error("the stored files of a set are damaged")]
    FilesDamaged,
    /// What is stored cannot be opened.
    #[error("a document does not open: {0}")]
    Closed(#[from] OpenError),
    /// What is stored is not what this program writes.
    #[error("a document is not in a known form")]
    Unknown,
    /// The object store is full or away.
    #[error(transparent)]
    Objects(#[from] ObjectsError),
    /// The jobs cannot be read.
    #[error(transparent)]
    Job(#[from] JobError),
    /// The profile cannot be read.
    #[error(transparent)]
    Profile(#[from] ProfileError),
    /// The résumés cannot be read.
    #[error(transparent)]
    Resume(#[from] ResumeError),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] db::Error),
}
