//! Keeping résumés: bytes first, then the row; row first away, then the bytes.
//!
//! In this order a crash leaves at most an object that no row names, which `sweep` removes, and
//! never a row without its bytes.

use std::sync::Arc;

use bytes::Bytes;
use foothold_shared::resume::{ResumeList, ResumeView};
use sha2::{Digest, Sha256};

use super::error::ResumeError;
use super::inspect::{Inspector, Kind, Refusal, Verdict, sniff};
use super::model::format_word;
use super::store::ResumeRow;
use super::{MAX_FILE_BYTES, file_name, sealing, store};
use crate::adapters::objects::{Objects, ObjectsError};
use crate::clock::Clock;
use crate::crypto::Keyring;
use crate::db::{Db, Tx};
use crate::features::model_use::Models;
use crate::ids::{AccountId, Ids};
use crate::sealed_files;

/// The most résumés of one account.
const RESUMES_PER_ACCOUNT: i64 = 20;

/// A file as it was uploaded.
pub(super) struct Upload {
    pub(super) file_name: String,
    pub(super) bytes: Bytes,
}

/// A file that was uploaded, and whether it was new.
#[derive(Debug)]
pub(super) struct Stored {
    pub(super) view: ResumeView,
    pub(super) is_new: bool,
}

/// What résumés need.
#[derive(Debug, Clone)]
pub struct Resumes {
    pub(super) db: Db,
    pub(super) keyring: Keyring,
    pub(super) objects: Arc<dyn Objects>,
    pub(super) clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
    pub(super) inspector: Inspector,
    /// Who helps where the reader is not sure; nobody in commands that read nothing.
    pub(super) models: Option<Models>,
}

impl Resumes {
    /// Résumés with their rows in `db` and their bytes in `objects`, sealed with `keyring`.
    #[must_use]
    pub fn new(
        db: Db,
        keyring: Keyring,
        objects: Arc<dyn Objects>,
        inspector: Inspector,
        clock: Arc<dyn Clock>,
        ids: Arc<dyn Ids>,
    ) -> Self {
        Self {
            db,
            keyring,
            objects,
            clock,
            ids,
            inspector,
            models: None,
        }
    }

    /// The same with language models that help to read.
    #[must_use]
    pub fn with_models(self, models: Models) -> Self {
        Self {
            models: Some(models),
            ..self
        }
    }

    /// The same with the bytes elsewhere.
    #[must_use]
    pub fn with_objects(self, objects: Arc<dyn Objects>) -> Self {
        Self { objects, ..self }
    }

    /// What opens uploads.
    pub(crate) const fn inspector(&self) -> &Inspector {
        &self.inspector
    }

    /// The same with other keys.
    #[must_use]
    pub fn with_keyring(self, keyring: Keyring) -> Self {
        Self { keyring, ..self }
    }

    /// The same with another program that looks into files.
    #[must_use]
    pub fn with_inspector(self, inspector: Inspector) -> Self {
        Self { inspector, ..self }
    }

    /// Stores a file. The same bytes again are the résumé that is there already.
    pub(super) async fn add(
        &self,
        account: &AccountId,
        upload: Upload,
    ) -> Result<Stored, ResumeError> {
        let Upload { file_name, bytes } = upload;
        check_outside(&bytes)?;
        let sha256 = hex::encode(Sha256::digest(&bytes));
        let mut held = self.db.read().await?;
        if let Some(row) = store::find_by_sha256(&mut held.conn(), account, &sha256).await? {
            return Ok(Stored {
                view: sealing::view(&self.keyring, account, row)?,
                is_new: false,
            });
        }
        // Asked again below, where it counts; here it saves the work.
        if store::count(&mut held.conn(), account).await? >= RESUMES_PER_ACCOUNT {
            return Err(ResumeError::TooMany);
        }
        drop(held);
        let format = match self.inspector.inspect(bytes.clone()).await? {
            Verdict::Accepted(format) => format,
            Verdict::Refused(refusal) => return Err(ResumeError::Refused(refusal)),
        };
        let resume_id = self.ids.next();
        let name = file_name::sanitize(&file_name, format);
        let row = ResumeRow {
            file_name_sealed: sealing::seal_name(&self.keyring, account, &resume_id, &name),
            format: format_word(format).to_owned(),
            size_bytes: i64::try_from(bytes.len()).map_err(|_| ResumeError::TooLarge)?,
            sha256,
            uploaded_at_ms: self.clock.now_ms(),
            label_sealed: None,
            is_default: false,
            resume_id,
        };
        let key = object_key(account, &row.resume_id);
        let sealed = sealing::seal_bytes(&self.keyring, account, &row.resume_id, bytes).await?;
        self.objects.put(&key, sealed).await?;
        match self.add_row(account, row).await {
            Ok(Added::Row(row)) => Ok(Stored {
                view: sealing::view(&self.keyring, account, row)?,
                is_new: true,
            }),
            Ok(Added::Known(row)) => {
                self.forget_object(&key).await;
                Ok(Stored {
                    view: sealing::view(&self.keyring, account, row)?,
                    is_new: false,
                })
            }
            Err(AddRowError::NotWritten(error)) => {
                self.forget_object(&key).await;
                Err(error)
            }
            // The row may be there, so its bytes must stay. If it is not, `sweep` removes them.
            Err(AddRowError::PerhapsWritten(error)) => Err(error),
        }
    }

    async fn add_row(&self, account: &AccountId, row: ResumeRow) -> Result<Added, AddRowError> {
        let mut tx = self.db.begin().await.map_err(ResumeError::from)?;
        let added = self.add_row_in(&mut tx, account, row).await?;
        tx.commit()
            .await
            .map_err(|error| AddRowError::PerhapsWritten(error.into()))?;
        Ok(added)
    }

    async fn add_row_in(
        &self,
        tx: &mut Tx,
        account: &AccountId,
        mut row: ResumeRow,
    ) -> Result<Added, ResumeError> {
        store::lock_shelf(&mut tx.conn(), account, row.uploaded_at_ms).await?;
        if let Some(known) = store::find_by_sha256(&mut tx.conn(), account, &row.sha256).await? {
            return Ok(Added::Known(known));
        }
        let others = store::list(&mut tx.conn(), account).await?;
        if i64::try_from(others.len()).is_ok_and(|others| others >= RESUMES_PER_ACCOUNT) {
            return Err(ResumeError::TooMany);
        }
        if !store::insert(&mut tx.conn(), account, &row).await? {
            return Err(ResumeError::Unknown);
        }
        if !others.iter().any(|other| other.is_default) {
            store::update_default(&mut tx.conn(), account, Some(&row.resume_id)).await?;
            row.is_default = true;
        }
        Ok(Added::Row(row))
    }

    /// The account's résumés, newest first.
    pub(crate) async fn list(&self, account: &AccountId) -> Result<ResumeList, ResumeError> {
        let rows = store::list(&mut self.db.read().await?.conn(), account).await?;
        let resumes = rows
            .into_iter()
            .map(|row| sealing::view(&self.keyring, account, row))
            .collect::<Result<_, _>>()?;
        Ok(ResumeList { resumes })
    }

    /// One résumé with its bytes, as they were uploaded.
    pub(super) async fn read(
        &self,
        account: &AccountId,
        resume_id: &str,
    ) -> Result<(ResumeView, Vec<u8>), ResumeError> {
        let row = self.find(account, resume_id).await?;
        let sealed = match self.objects.get(&object_key(account, &row.resume_id)).await {
            Ok(sealed) => sealed,
            Err(ObjectsError::NotFound) => {
                // Deleted between the two looks, or really gone.
                self.find(account, resume_id).await?;
                return Err(ResumeError::BytesGone);
            }
            Err(error) => return Err(error.into()),
        };
        let bytes = sealing::open_bytes(&self.keyring, account, &row.resume_id, sealed).await?;
        if hex::encode(Sha256::digest(&bytes)) != row.sha256 {
            return Err(ResumeError::BytesChanged);
        }
        Ok((sealing::view(&self.keyring, account, row)?, bytes))
    }

    /// Makes a résumé the one that forms get.
    pub(super) async fn make_default(
        &self,
        account: &AccountId,
        resume_id: &str,
    ) -> Result<ResumeView, ResumeError> {
        let mut tx = self.db.begin().await?;
        store::lock_shelf(&mut tx.conn(), account, self.clock.now_ms()).await?;
        let row = store::find(&mut tx.conn(), account, resume_id)
            .await?
            .ok_or(ResumeError::NotFound)?;
        store::update_default(&mut tx.conn(), account, Some(&row.resume_id)).await?;
        tx.commit().await?;
        let row = ResumeRow {
            is_default: true,
            ..row
        };
        sealing::view(&self.keyring, account, row)
    }

    /// Deletes a résumé; if it was the default, the newest remaining one is.
    pub(super) async fn delete(
        &self,
        account: &AccountId,
        resume_id: &str,
    ) -> Result<(), ResumeError> {
        let mut tx = self.db.begin().await?;
        store::lock_shelf(&mut tx.conn(), account, self.clock.now_ms()).await?;
        if !store::delete(&mut tx.conn(), account, resume_id).await? {
            return Err(ResumeError::NotFound);
        }
        let remaining = store::list(&mut tx.conn(), account).await?;
        if !remaining.iter().any(|other| other.is_default) {
            let newest = remaining.first().map(|other| other.resume_id.as_str());
            store::update_default(&mut tx.conn(), account, newest).await?;
        }
        tx.commit().await?;
        self.forget_object(&object_key(account, resume_id)).await;
        Ok(())
    }

    async fn find(&self, account: &AccountId, resume_id: &str) -> Result<ResumeRow, ResumeError> {
        let mut held = self.db.read().await?;
        store::find(&mut held.conn(), account, resume_id)
            .await?
            .ok_or(ResumeError::NotFound)
    }

    /// Deletes an object that no row names any more. A failure costs only room until the sweep.
    async fn forget_object(&self, key: &str) {
        if let Err(error) = self.objects.delete(key).await {
            tracing::warn!(%error, "an unneeded file was left for the sweep");
        }
    }
}

/// What can be told without opening the file.
fn check_outside(bytes: &[u8]) -> Result<(), ResumeError> {
    if bytes.is_empty() {
        return Err(ResumeError::Empty);
    }
    if bytes.len() > MAX_FILE_BYTES {
        return Err(ResumeError::TooLarge);
    }
    match sniff(bytes) {
        Kind::Pdf | Kind::Zip => Ok(()),
        Kind::Encrypted => Err(ResumeError::Refused(Refusal::PasswordProtected)),
        Kind::Other => Err(ResumeError::Refused(Refusal::Unsupported)),
    }
}

enum Added {
    Row(ResumeRow),
    Known(ResumeRow),
}

enum AddRowError {
    NotWritten(ResumeError),
    /// The answer to the commit was lost.
    PerhapsWritten(ResumeError),
}

impl From<ResumeError> for AddRowError {
    fn from(error: ResumeError) -> Self {
        Self::NotWritten(error)
    }
}

/// The folder of all résumés in the object store.
pub(super) const FOLDER: &str = "resumes";

pub(super) fn object_key(account: &AccountId, resume_id: &str) -> String {
    sealed_files::key(FOLDER, account, resume_id)
}
