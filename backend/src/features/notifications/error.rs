//! Why somebody was not told, or could not say how.

use foothold_shared::problem::FieldProblem;

use crate::crypto::OpenError;
use crate::db;
use crate::features::accounts::AccountsError;

/// Why somebody was not told, or could not say how.
#[derive(Debug, thiserror::Error)]
pub enum NotificationError {
    /// The account has no such notification.
    #[error("there is no such notification")]
    NotFound,
    /// The cursor is not one that a list answered.
    #[error("the cursor is not one of ours")]
    UnknownCursor,
    /// The page is to be larger or smaller than pages are.
    #[error("the limit is out of range")]
    LimitOutOfRange,
    /// This server sends no e-mail.
    #[error("no mail server is configured")]
    NoMail,
    /// So many messages were asked for that the next must wait.
    #[error("a message was sent a moment ago")]
    TooManyMessages {
        /// Seconds.
        retry_after_s: i64,
    },
    /// The account has no webhook.
    #[error("there is no webhook")]
    NoWebhook,
    /// What was sent cannot be used.
    #[error("{} parts are wrong", .0.len())]
    Invalid(Vec<FieldProblem>),
    /// What is stored does not open.
    #[error("what is stored of notifications does not open: {0}")]
    Closed(#[from] OpenError),
    /// What is stored opens but is not what this program writes.
    #[error("what is stored of notifications is not in a known form")]
    Unknown,
    /// The account's address.
    #[error(transparent)]
    Account(#[from] AccountsError),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] db::Error),
}
