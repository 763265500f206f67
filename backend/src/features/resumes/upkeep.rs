//! Looking after all résumés at once: removing what nobody names, sealing with a newer key.

use bytes::Bytes;

use super::error::ResumeError;
use super::service::{FOLDER, Resumes};
use super::{sealing, store};
use crate::adapters::objects::Objects;
use crate::crypto::Keyring;
use crate::ids::AccountId;
use crate::rotate::Counts;
use crate::sealed_files::{self, SealedFiles};

impl Resumes {
    /// Removes the objects that a crash left without a row, and says how many. Safe while the
    /// server runs, and on several servers at once.
    ///
    /// # Errors
    /// When the object store or the database fails; what was removed until then stays removed.
    pub async fn sweep(&self) -> Result<u64, ResumeError> {
        sealed_files::sweep(self, self.clock.now_ms()).await
    }

    /// Seals every file with the active key that is sealed with an older one. A file that does not
    /// open stays as it is. Their names are sealed columns (`SEALED`).
    ///
    /// # Errors
    /// When the object store or the database fails; what was done until then stays done, and a
    /// second run goes on from there.
    pub async fn reseal_files(&self) -> Result<Counts, ResumeError> {
        sealed_files::reseal(self).await
    }
}

impl SealedFiles for Resumes {
    type Error = ResumeError;
    const FOLDER: &'static str = FOLDER;

    fn objects(&self) -> &dyn Objects {
        &*self.objects
    }

    fn keyring(&self) -> &Keyring {
        &self.keyring
    }

    async fn has_row(&self, account: &AccountId, id: &str) -> Result<bool, ResumeError> {
        let row = store::find(&mut self.db.read().await?.conn(), account, id).await?;
        Ok(row.is_some())
    }

    async fn list_ids(
        &self,
        after: &str,
        limit: i64,
    ) -> Result<Vec<(AccountId, String)>, ResumeError> {
        let mut held = self.db.read().await?;
        Ok(store::list_ids(&mut held.conn(), after, limit).await?)
    }

    async fn seal_anew(
        &self,
        account: &AccountId,
        id: &str,
        sealed: Bytes,
    ) -> Result<Bytes, ResumeError> {
        let bytes = sealing::open_bytes(&self.keyring, account, id, sealed).await?;
        sealing::seal_bytes(&self.keyring, account, id, bytes.into()).await
    }

    fn is_of_one(error: &ResumeError) -> bool {
        matches!(error, ResumeError::Closed(_) | ResumeError::Unknown)
    }
}
