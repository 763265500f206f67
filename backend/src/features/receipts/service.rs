//! Keeping receipts: once each, in their latest state.

use std::sync::Arc;

use foothold_shared::problem::FieldProblem;
use foothold_shared::receipt::{NewReceipt, ReceiptPage, ReceiptSummary, ReceiptView};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::model::{Fields, Head};
use super::store::{HeadRow, ReceiptRow};
use super::{rules, store};
use crate::clock::Clock;
use crate::crypto::{Keyring, OpenError, Place, SealedColumn};
use crate::db::{self, Conn, Db};
use crate::ids::AccountId;
use crate::paging::{After, Limit};

/// The sealed columns, for the rotation of keys. The key is the one of `row_key`.
pub const SEALED: &[SealedColumn] = &[
    SealedColumn {
        table: TABLE,
        key: "(account_id || '/' || receipt_id)",
        column: HEAD,
    },
    SealedColumn {
        table: TABLE,
        key: "(account_id || '/' || receipt_id)",
        column: FIELDS,
    },
];

const TABLE: &str = "receipts";
const HEAD: &str = "head_sealed";
const FIELDS: &str = "fields_sealed";

/// Why a receipt was not stored, found or read.
#[derive(Debug, thiserror::Error)]
pub enum ReceiptError {
    /// What the receipt says cannot be used.
    #[error("{} parts of the receipt are wrong", .0.len())]
    Invalid(Vec<FieldProblem>),
    /// The account has no such receipt.
    #[error("there is no such receipt")]
    NotFound,
    /// The cursor is not one that a list answered.
    #[error("the cursor is not one of ours")]
    UnknownCursor,
    /// The page is to be larger or smaller than pages are.
    #[error("the limit is out of range")]
    LimitOutOfRange,
    /// The same receipt was changed by somebody else at the same moment.
    #[error("the receipt is being changed by another request")]
    Busy,
    /// A stored receipt cannot be opened.
    #[error("a receipt does not open: {0}")]
    Closed(#[from] OpenError),
    /// A stored receipt opens but is not what this program writes.
    #[error("a receipt is not in a known form")]
    Unknown,
    /// The database failed.
    #[error(transparent)]
    Database(#[from] db::Error),
}

/// A receipt that was sent, and whether it was new.
#[derive(Debug)]
pub(super) struct Stored {
    pub(super) view: ReceiptView,
    pub(super) is_new: bool,
}

/// The receipts of all accounts.
#[derive(Debug, Clone)]
pub struct Receipts {
    db: Db,
    keyring: Keyring,
    clock: Arc<dyn Clock>,
}

impl Receipts {
    /// Receipts kept in `db`, sealed with `keyring`.
    #[must_use]
    pub fn new(db: Db, keyring: Keyring, clock: Arc<dyn Clock>) -> Self {
        Self { db, keyring, clock }
    }

    /// Stores a receipt, or a later state of one that is known. The same again changes nothing.
    pub(super) async fn put(
        &self,
        account: &AccountId,
        receipt: NewReceipt,
    ) -> Result<Stored, ReceiptError> {
        let now_ms = self.clock.now_ms();
        let receipt = rules::accept(receipt, now_ms).map_err(ReceiptError::Invalid)?;
        let row = self.seal(account, &receipt, now_ms);
        let mut tx = self.db.begin().await?;
        let is_new = store::insert(&mut tx.conn(), account, &row).await?;
        let mut view = ReceiptView {
            receipt,
            stored_at_ms: now_ms,
        };
        if !is_new {
            let known = store::find(&mut tx.conn(), account, &row.receipt_id)
                .await?
                .ok_or(ReceiptError::Busy)?;
            // One that no longer opens is replaced: the extension still has it, we do not.
            match self.open(account, &known) {
                Ok(stored) => match rules::merge(&stored.receipt, &view.receipt) {
                    None => view = stored,
                    Some(merged) => {
                        view.receipt = merged;
                        self.replace(&mut tx.conn(), account, &known, &view).await?;
                    }
                },
                Err(_) => self.replace(&mut tx.conn(), account, &known, &view).await?,
            }
        }
        tx.commit().await?;
        Ok(Stored { view, is_new })
    }

    async fn replace(
        &self,
        conn: &mut Conn<'_>,
        account: &AccountId,
        known: &ReceiptRow,
        view: &ReceiptView,
    ) -> Result<(), ReceiptError> {
        let row = self.seal(account, &view.receipt, view.stored_at_ms);
        if store::update(conn, account, &known.fields_sealed, &row).await? {
            Ok(())
        } else {
            Err(ReceiptError::Busy)
        }
    }

    /// A page of the account's receipts, newest first.
    pub(crate) async fn list(
        &self,
        account: &AccountId,
        cursor: Option<&str>,
        limit: Option<i64>,
    ) -> Result<ReceiptPage, ReceiptError> {
        let limit = Limit::asked(limit).ok_or(ReceiptError::LimitOutOfRange)?;
        let after = match cursor {
            None => None,
            Some(cursor) => Some(After::read(cursor).ok_or(ReceiptError::UnknownCursor)?),
        };
        let mut held = self.db.read().await?;
        let mut rows =
            store::list(&mut held.conn(), account, after.as_ref(), limit.and_one()).await?;
        drop(held);
        let next_cursor = limit
            .cut(&mut rows)
            .map(|last| After::new(last.filled_at_ms, &last.receipt_id).cursor());
        let receipts = rows
            .into_iter()
            .map(|row| self.summarize(account, row))
            .collect::<Result<_, ReceiptError>>()?;
        Ok(ReceiptPage {
            receipts,
            next_cursor,
        })
    }

    /// One receipt of the account.
    pub(crate) async fn find(
        &self,
        account: &AccountId,
        receipt_id: &str,
    ) -> Result<ReceiptView, ReceiptError> {
        let row = store::find(&mut self.db.read().await?.conn(), account, receipt_id)
            .await?
            .ok_or(ReceiptError::NotFound)?;
        self.open(account, &row)
    }

    /// Deletes one receipt of the account.
    pub(super) async fn delete(
        &self,
        account: &AccountId,
        receipt_id: &str,
    ) -> Result<(), ReceiptError> {
        let mut tx = self.db.begin().await?;
        if !store::delete(&mut tx.conn(), account, receipt_id).await? {
            return Err(ReceiptError::NotFound);
        }
        Ok(tx.commit().await?)
    }

    fn seal(&self, account: &AccountId, receipt: &NewReceipt, stored_at_ms: i64) -> ReceiptRow {
        let head = Head {
            page_url: receipt.page_url.clone(),
            job_title: receipt.job_title.clone(),
            company: receipt.company.clone(),
            submission: receipt.submission.clone(),
        };
        let fields = Fields {
            fields: receipt.fields.clone(),
        };
        let (filled, open) = rules::count(&receipt.fields);
        let key = row_key(account, &receipt.receipt_id);
        ReceiptRow {
            receipt_id: receipt.receipt_id.clone(),
            head_sealed: self.seal_part(HEAD, &key, &head),
            fields_sealed: self.seal_part(FIELDS, &key, &fields),
            filled,
            open,
            filled_at_ms: receipt.filled_at_ms,
            stored_at_ms,
        }
    }

    fn open(&self, account: &AccountId, row: &ReceiptRow) -> Result<ReceiptView, ReceiptError> {
        let key = row_key(account, &row.receipt_id);
        let head: Head = self.open_part(HEAD, &key, &row.head_sealed)?;
        let fields: Fields = self.open_part(FIELDS, &key, &row.fields_sealed)?;
        let receipt = NewReceipt {
            receipt_id: row.receipt_id.clone(),
            page_url: head.page_url,
            job_title: head.job_title,
            company: head.company,
            filled_at_ms: row.filled_at_ms,
            fields: fields.fields,
            submission: head.submission,
        };
        Ok(ReceiptView {
            receipt,
            stored_at_ms: row.stored_at_ms,
        })
    }

    fn summarize(&self, account: &AccountId, row: HeadRow) -> Result<ReceiptSummary, ReceiptError> {
        let key = row_key(account, &row.receipt_id);
        let head: Head = self.open_part(HEAD, &key, &row.head_sealed)?;
        Ok(ReceiptSummary {
            receipt_id: row.receipt_id,
            page_url: head.page_url,
            job_title: head.job_title,
            company: head.company,
            filled_at_ms: row.filled_at_ms,
            filled: row.filled,
            open: row.open,
            submitted_at_ms: head.submission.map(|sent| sent.submitted_at_ms),
        })
    }

    fn seal_part(&self, column: &str, key: &str, part: &impl Serialize) -> String {
        self.keyring.seal_json(part, place(column, key))
    }

    fn open_part<T: DeserializeOwned>(
        &self,
        column: &str,
        key: &str,
        sealed: &str,
    ) -> Result<T, ReceiptError> {
        self.keyring
            .open_json(sealed, place(column, key), ReceiptError::Unknown)
    }
}

fn place<'a>(column: &'a str, row: &'a str) -> Place<'a> {
    Place {
        table: TABLE,
        column,
        row,
    }
}

fn row_key(account: &AccountId, receipt_id: &str) -> String {
    format!("{account}/{receipt_id}")
}
