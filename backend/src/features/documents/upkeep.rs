//! Looking after all documents at once: removing what nobody names, sealing with a newer key.

use bytes::Bytes;

use super::error::DocumentError;
use super::requests::REMEMBERED_MS;
use super::sealing::{self, row_key};
use super::service::{Documents, FOLDER};
use super::store::{requests, sets};
use crate::adapters::objects::Objects;
use crate::crypto::Keyring;
use crate::ids::AccountId;
use crate::rotate::Counts;
use crate::sealed_files::{self, SealedFiles};

impl Documents {
    /// Removes the files that a crash left without a row, and says how many; forgets old keys of requests. Safe while
    /// the server runs, and on several servers at once.
    ///
    /// # Errors
    /// When the object store or the database fails; what was removed until then stays removed.
    pub async fn sweep(&self) -> Result<u64, DocumentError> {
        let now_ms = self.clock.now_ms();
        let mut tx = self.db.begin().await?;
        requests::delete_before(&mut tx.conn(), now_ms - REMEMBERED_MS).await?;
        tx.commit().await?;
        sealed_files::sweep(self, now_ms).await
    }

    /// Seals every set's files with the active key that are sealed with an older one. What does not open stays as it
    /// is. The rest of a set is in sealed columns (`SEALED`).
    ///
    /// # Errors
    /// When the object store or the database fails; what was done until then stays done, and a second run goes on from
    /// there.
    pub async fn reseal_files(&self) -> Result<Counts, DocumentError> {
        sealed_files::reseal(self).await
    }
}

impl SealedFiles for Documents {
    type Error = DocumentError;
    const FOLDER: &'static str = FOLDER;

    fn objects(&self) -> &dyn Objects {
        &*self.objects
    }

    fn keyring(&self) -> &Keyring {
        &self.keyring
    }

    async fn has_row(&self, account: &AccountId, id: &str) -> Result<bool, DocumentError> {
        let row = sets::find(&mut self.db.read().await?.conn(), account, id).await?;
        Ok(row.is_some())
    }

    async fn list_ids(
        &self,
        after: &str,
        limit: i64,
    ) -> Result<Vec<(AccountId, String)>, DocumentError> {
        let mut held = self.db.read().await?;
        Ok(sets::list_ids(&mut held.conn(), after, limit).await?)
    }

    async fn seal_anew(
        &self,
        account: &AccountId,
        id: &str,
        sealed: Bytes,
    ) -> Result<Bytes, DocumentError> {
        let row = row_key(account, id);
        let files = sealing::open_files(&self.keyring, row.clone(), sealed).await?;
        sealing::seal_files(&self.keyring, row, files).await
    }

    fn is_of_one(error: &DocumentError) -> bool {
        matches!(error, DocumentError::Closed(_) | DocumentError::Unknown)
    }
}
