//! Keeping the answer memory: each answer once, in its latest state.

use std::sync::Arc;

use foothold_shared::answer::{AnswerList, NewAnswer, RememberedAnswer};
use foothold_shared::problem::FieldProblem;

use super::store::AnswerRow;
use super::{rules, store};
use crate::clock::Clock;
use crate::crypto::{Keyring, OpenError, Place, SealedColumn};
use crate::db::{self, Db};
use crate::ids::AccountId;

/// The sealed columns, for the rotation of keys. The key is the one of `place`.
pub const SEALED: &[SealedColumn] = &[SealedColumn {
    table: TABLE,
    key: "(account_id || '/' || answer_id)",
    column: ANSWER,
}];

const TABLE: &str = "answers";
const ANSWER: &str = "answer_sealed";

/// Why an answer was not stored, found or read.
#[derive(Debug, thiserror::Error)]
pub enum AnswerError {
    /// What the answer says cannot be used.
    #[error("{} parts of the answer are wrong", .0.len())]
    Invalid(Vec<FieldProblem>),
    /// The account has no such answer.
    #[error("there is no such answer")]
    NotFound,
    /// The account has as many as it may have.
    #[error("the answer memory is full")]
    TooMany,
    /// The same answer was changed by somebody else at the same moment.
    #[error("the answer is being changed by another request")]
    Busy,
    /// A stored answer cannot be opened.
    #[error("an answer does not open: {0}")]
    Closed(#[from] OpenError),
    /// A stored answer opens but is not what this program writes.
    #[error("an answer is not in a known form")]
    Unknown,
    /// The database failed.
    #[error(transparent)]
    Database(#[from] db::Error),
}

/// An answer that was sent, and whether it was new.
#[derive(Debug)]
pub(super) struct Stored {
    pub(super) view: RememberedAnswer,
    pub(super) is_new: bool,
}

/// The answers of all accounts.
#[derive(Debug, Clone)]
pub struct Answers {
    db: Db,
    keyring: Keyring,
    clock: Arc<dyn Clock>,
}

impl Answers {
    /// Answers kept in `db`, sealed with `keyring`.
    #[must_use]
    pub fn new(db: Db, keyring: Keyring, clock: Arc<dyn Clock>) -> Self {
        Self { db, keyring, clock }
    }

    /// Stores an answer, or a later state of one that is known. The same again changes nothing.
    pub(super) async fn put(
        &self,
        account: &AccountId,
        answer_id: &str,
        answer: NewAnswer,
    ) -> Result<Stored, AnswerError> {
        let now_ms = self.clock.now_ms();
        let (answer_id, answer) =
            rules::accept(answer_id, answer, now_ms).map_err(AnswerError::Invalid)?;
        let row = self.seal(account, &answer_id, &answer, now_ms);
        let mut view = RememberedAnswer {
            answer_id,
            answer,
            stored_at_ms: now_ms,
        };
        let mut tx = self.db.begin().await?;
        store::lock_shelf(&mut tx.conn(), account, now_ms).await?;
        let known = store::find(&mut tx.conn(), account, &row.answer_id).await?;
        let is_new = known.is_none();
        match known {
            None if store::count(&mut tx.conn(), account).await? >= rules::MOST => {
                return Err(AnswerError::TooMany);
            }
            None => {
                if !store::insert(&mut tx.conn(), account, &row).await? {
                    return Err(AnswerError::Busy);
                }
            }
            // One that no longer opens is replaced: the sender still has it, we do not.
            Some(known) => match self.open(account, &known) {
                Ok(stored)
                    if stored.answer == view.answer
                        || !rules::may_replace(&stored.answer, &view.answer) =>
                {
                    view = stored;
                }
                _ => {
                    if !store::update(&mut tx.conn(), account, &row).await? {
                        return Err(AnswerError::Busy);
                    }
                }
            },
        }
        tx.commit().await?;
        Ok(Stored { view, is_new })
    }

    /// All answers of the account, newest first.
    pub(super) async fn list(&self, account: &AccountId) -> Result<AnswerList, AnswerError> {
        let mut held = self.db.read().await?;
        let rows = store::list(&mut held.conn(), account).await?;
        drop(held);
        let answers = rows
            .iter()
            .map(|row| self.open(account, row))
            .collect::<Result<_, AnswerError>>()?;
        Ok(AnswerList { answers })
    }

    /// Deletes one answer of the account.
    pub(super) async fn delete(
        &self,
        account: &AccountId,
        answer_id: &str,
    ) -> Result<(), AnswerError> {
        let mut tx = self.db.begin().await?;
        if !store::delete(&mut tx.conn(), account, answer_id).await? {
            return Err(AnswerError::NotFound);
        }
        Ok(tx.commit().await?)
    }

    fn seal(
        &self,
        account: &AccountId,
        answer_id: &str,
        answer: &NewAnswer,
        stored_at_ms: i64,
    ) -> AnswerRow {
        let key = row_key(account, answer_id);
        AnswerRow {
            answer_id: answer_id.to_owned(),
            answer_sealed: self.keyring.seal_json(answer, place(&key)),
            remembered_at_ms: answer.remembered_at_ms,
            expires_at_ms: answer.expires_at_ms,
            stored_at_ms,
        }
    }

    fn open(&self, account: &AccountId, row: &AnswerRow) -> Result<RememberedAnswer, AnswerError> {
        let key = row_key(account, &row.answer_id);
        let answer =
            self.keyring
                .open_json(&row.answer_sealed, place(&key), AnswerError::Unknown)?;
        Ok(RememberedAnswer {
            answer_id: row.answer_id.clone(),
            answer,
            stored_at_ms: row.stored_at_ms,
        })
    }
}

fn place(key: &str) -> Place<'_> {
    Place {
        table: TABLE,
        column: ANSWER,
        row: key,
    }
}

fn row_key(account: &AccountId, answer_id: &str) -> String {
    format!("{account}/{answer_id}")
}
