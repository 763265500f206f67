//! Keeping applications: each once, with its status and note.

use std::sync::Arc;

use foothold_shared::application::{
    ApplicationChange, ApplicationPage, ApplicationStatus, ApplicationView, NewApplication,
};
use foothold_shared::problem::FieldProblem;

use super::model::{Head, status_name, status_named};
use super::store::ApplicationRow;
use super::{rules, store};
use crate::clock::Clock;
use crate::crypto::{Keyring, OpenError, Place, SealedColumn};
use crate::db::{self, Db};
use crate::ids::AccountId;
use crate::paging::{After, Limit};

/// The sealed columns, for the rotation of keys. The key is the one of `row_key`.
pub const SEALED: &[SealedColumn] = &[column(HEAD), column(NOTE)];

const TABLE: &str = "applications";
const HEAD: &str = "head_sealed";
const NOTE: &str = "note_sealed";

const fn column(column: &'static str) -> SealedColumn {
    SealedColumn {
        table: TABLE,
        key: "(account_id || '/' || application_id)",
        column,
    }
}

/// Why an application was not recorded, found, changed or read.
#[derive(Debug, thiserror::Error)]
pub enum ApplicationError {
    /// What the application or the change says cannot be used.
    #[error("{} parts of the application are wrong", .0.len())]
    Invalid(Vec<FieldProblem>),
    /// The account has no such application.
    #[error("there is no such application")]
    NotFound,
    /// The cursor is not one that a list answered.
    #[error("the cursor is not one of ours")]
    UnknownCursor,
    /// The page is to be larger or smaller than pages are.
    #[error("the limit is out of range")]
    LimitOutOfRange,
    /// The same application was changed by somebody else at the same moment.
    #[error("the application is being changed by another request")]
    Busy,
    /// A stored application cannot be opened.
    #[error("an application does not open: {0}")]
    Closed(#[from] OpenError),
    /// A stored application opens but is not what this program writes.
    #[error("an application is not in a known form")]
    Unknown,
    /// The database failed.
    #[error(transparent)]
    Database(#[from] db::Error),
}

/// An application that was sent, and whether it was new.
#[derive(Debug)]
pub(super) struct Stored {
    pub(super) view: ApplicationView,
    pub(super) is_new: bool,
}

/// The applications of all accounts.
#[derive(Debug, Clone)]
pub struct Applications {
    pub(super) db: Db,
    keyring: Keyring,
    clock: Arc<dyn Clock>,
}

impl Applications {
    /// Applications kept in `db`, sealed with `keyring`.
    #[must_use]
    pub fn new(db: Db, keyring: Keyring, clock: Arc<dyn Clock>) -> Self {
        Self { db, keyring, clock }
    }

    /// Records an application, or corrects one that is known. The same again changes nothing.
    pub(super) async fn put(
        &self,
        account: &AccountId,
        application_id: &str,
        application: NewApplication,
    ) -> Result<Stored, ApplicationError> {
        let now_ms = self.clock.now_ms();
        let (application_id, application) = rules::accept(application_id, application, now_ms)
            .map_err(ApplicationError::Invalid)?;
        let status = ApplicationStatus::Applied;
        let fresh = ApplicationRow {
            head_sealed: self.seal_head(account, &application_id, &application),
            note_sealed: None,
            status: status_name(status).to_owned(),
            status_at_ms: application.submitted_at_ms,
            submitted_at_ms: application.submitted_at_ms,
            stored_at_ms: now_ms,
            application_id,
        };
        let mut tx = self.db.begin().await?;
        if store::insert(&mut tx.conn(), account, &fresh).await? {
            tx.commit().await?;
            let view = ApplicationView {
                application_id: fresh.application_id,
                application,
                status,
                status_at_ms: fresh.status_at_ms,
                note: String::new(),
            };
            return Ok(Stored { view, is_new: true });
        }
        let known = store::find(&mut tx.conn(), account, &fresh.application_id)
            .await?
            .ok_or(ApplicationError::Busy)?;
        let stored = match self.open_head(account, &known) {
            Ok(stored) => Some(stored),
            // One that no longer opens is replaced: the sender still has it, we do not.
            Err(ApplicationError::Closed(_) | ApplicationError::Unknown) => None,
            Err(error) => return Err(error),
        };
        let keeps = stored.as_ref().is_some_and(|stored| {
            *stored == application || !rules::may_replace(stored, &application)
        });
        let row = if keeps {
            known
        } else {
            let row = ApplicationRow {
                head_sealed: fresh.head_sealed,
                submitted_at_ms: fresh.submitted_at_ms,
                stored_at_ms: now_ms,
                ..known.clone()
            };
            if !store::update(&mut tx.conn(), account, &known, &row).await? {
                return Err(ApplicationError::Busy);
            }
            row
        };
        let view = self.open(account, &row)?;
        tx.commit().await?;
        Ok(Stored {
            view,
            is_new: false,
        })
    }

    /// A page of the account's applications, the last sent first.
    pub(super) async fn list(
        &self,
        account: &AccountId,
        status: Option<ApplicationStatus>,
        cursor: Option<&str>,
        limit: Option<i64>,
    ) -> Result<ApplicationPage, ApplicationError> {
        let limit = Limit::asked(limit).ok_or(ApplicationError::LimitOutOfRange)?;
        let after = match cursor {
            None => None,
            Some(cursor) => Some(After::read(cursor).ok_or(ApplicationError::UnknownCursor)?),
        };
        let status = status.map(status_name);
        let mut held = self.db.read().await?;
        let mut rows = store::list(
            &mut held.conn(),
            account,
            status,
            after.as_ref(),
            limit.and_one(),
        )
        .await?;
        drop(held);
        let next_cursor = limit
            .cut(&mut rows)
            .map(|last| After::new(last.submitted_at_ms, &last.application_id).cursor());
        let applications = rows
            .iter()
            .map(|row| self.open(account, row))
            .collect::<Result<_, ApplicationError>>()?;
        Ok(ApplicationPage {
            applications,
            next_cursor,
        })
    }

    /// One application of the account.
    pub(super) async fn find(
        &self,
        account: &AccountId,
        application_id: &str,
    ) -> Result<ApplicationView, ApplicationError> {
        let row = store::find(&mut self.db.read().await?.conn(), account, application_id)
            .await?
            .ok_or(ApplicationError::NotFound)?;
        self.open(account, &row)
    }

    /// Changes the status or the note of one application of the account.
    pub(super) async fn change(
        &self,
        account: &AccountId,
        application_id: &str,
        change: ApplicationChange,
    ) -> Result<ApplicationView, ApplicationError> {
        let change = rules::accept_change(change).map_err(ApplicationError::Invalid)?;
        let now_ms = self.clock.now_ms();
        let mut tx = self.db.begin().await?;
        let known = store::find(&mut tx.conn(), account, application_id)
            .await?
            .ok_or(ApplicationError::NotFound)?;
        let mut row = known.clone();
        if let Some(status) = change.status.map(status_name)
            && status != row.status
        {
            status.clone_into(&mut row.status);
            row.status_at_ms = now_ms;
        }
        if let Some(note) = &change.note {
            row.note_sealed = self.seal_note(account, application_id, note);
        }
        if row != known {
            row.stored_at_ms = now_ms;
            if !store::update(&mut tx.conn(), account, &known, &row).await? {
                return Err(ApplicationError::Busy);
            }
        }
        let view = self.open(account, &row)?;
        tx.commit().await?;
        Ok(view)
    }

    /// Deletes one application of the account.
    pub(super) async fn delete(
        &self,
        account: &AccountId,
        application_id: &str,
    ) -> Result<(), ApplicationError> {
        let mut tx = self.db.begin().await?;
        if !store::delete(&mut tx.conn(), account, application_id).await? {
            return Err(ApplicationError::NotFound);
        }
        Ok(tx.commit().await?)
    }

    fn seal_head(
        &self,
        account: &AccountId,
        application_id: &str,
        application: &NewApplication,
    ) -> String {
        let key = row_key(account, application_id);
        self.keyring
            .seal_json(&Head::of(application), place(HEAD, &key))
    }

    fn seal_note(&self, account: &AccountId, application_id: &str, note: &str) -> Option<String> {
        let key = row_key(account, application_id);
        (!note.is_empty()).then(|| self.keyring.seal(note.as_bytes(), place(NOTE, &key)))
    }

    fn open_head(
        &self,
        account: &AccountId,
        row: &ApplicationRow,
    ) -> Result<NewApplication, ApplicationError> {
        let key = row_key(account, &row.application_id);
        let head: Head = self.keyring.open_json(
            &row.head_sealed,
            place(HEAD, &key),
            ApplicationError::Unknown,
        )?;
        Ok(head.into_application(row.submitted_at_ms))
    }

    pub(super) fn open(
        &self,
        account: &AccountId,
        row: &ApplicationRow,
    ) -> Result<ApplicationView, ApplicationError> {
        let key = row_key(account, &row.application_id);
        let note = match &row.note_sealed {
            None => String::new(),
            Some(sealed) => {
                let text = self.keyring.open(sealed, place(NOTE, &key))?;
                String::from_utf8(text.to_vec()).map_err(|_| ApplicationError::Unknown)?
            }
        };
        Ok(ApplicationView {
            application_id: row.application_id.clone(),
            application: self.open_head(account, row)?,
            status: status_named(&row.status).ok_or(ApplicationError::Unknown)?,
            status_at_ms: row.status_at_ms,
            note,
        })
    }
}

fn place<'a>(column: &'a str, key: &'a str) -> Place<'a> {
    Place {
        table: TABLE,
        column,
        row: key,
    }
}

fn row_key(account: &AccountId, application_id: &str) -> String {
    format!("{account}/{application_id}")
}
