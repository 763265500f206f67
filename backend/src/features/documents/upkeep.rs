//! Looking after all documents at once: removing what nobody names, sealing with a newer key.

use futures_util::TryStreamExt;
use zeroize::Zeroizing;

use super::error::DocumentError;
use super::requests::REMEMBERED_MS;
use super::sealing::{self, row_key};
use super::service::{Documents, FOLDER, object_key};
use super::store::{requests, sets};
use crate::adapters::objects::ObjectsError;
use crate::ids::AccountId;
use crate::rotate::Counts;

/// An object this old belongs to no set that is still being made.
const ABANDONED_AFTER_MS: i64 = 24 * 60 * 60 * 1000;
/// How many rows are read at a time when all are visited.
const BATCH: i64 = 100;

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
        let before_ms = now_ms - ABANDONED_AFTER_MS;
        let mut removed = 0;
        let mut found = self.objects.list(FOLDER);
        while let Some(object) = found.try_next().await? {
            // What does not look like ours is not ours to delete.
            let Some((account, set_id)) = read_key(&object.key) else {
                continue;
            };
            if object.put_at_ms >= before_ms {
                continue;
            }
            let row = sets::find(&mut self.db.read().await?.conn(), &account, set_id).await?;
            if row.is_none() {
                self.objects.delete(&object.key).await?;
                removed += 1;
            }
        }
        Ok(removed)
    }

    /// Seals every set's files with the active key that are sealed with an older one. What does not open stays as it
    /// is. The rest of a set is in sealed columns (`SEALED`).
    ///
    /// # Errors
    /// When the object store or the database fails; what was done until then stays done, and a second run goes on from
    /// there.
    pub async fn reseal_files(&self) -> Result<Counts, DocumentError> {
        let mut counts = Counts::default();
        let mut after = String::new();
        loop {
            let mut held = self.db.read().await?;
            let ids = sets::list_ids(&mut held.conn(), &after, BATCH).await?;
            drop(held);
            let Some((_, last)) = ids.last() else {
                return Ok(counts);
            };
            after.clone_from(last);
            for (account, set_id) in &ids {
                match self.reseal(account, set_id).await {
                    Ok(rotated) => counts.rotated += u64::from(rotated),
                    Err(cause @ (DocumentError::Closed(_) | DocumentError::Unknown)) => {
                        tracing::warn!(set_id, %cause, "not opened");
                        counts.failed += 1;
                    }
                    Err(error) => return Err(error),
                }
            }
        }
    }

    /// The object is replaced in one step. If the set is deleted meanwhile, an object without a row is left, which the
    /// sweep removes.
    async fn reseal(&self, account: &AccountId, set_id: &str) -> Result<bool, DocumentError> {
        let key = object_key(account, set_id);
        let sealed = match self.objects.get(&key).await {
            Err(ObjectsError::NotFound) => return Ok(false),
            other => other?,
        };
        if std::str::from_utf8(&sealed).is_ok_and(|sealed| self.keyring.is_current(sealed)) {
            return Ok(false);
        }
        let row = row_key(account, set_id);
        let files: Zeroizing<Vec<u8>> =
            sealing::open_files(&self.keyring, row.clone(), sealed).await?;
        let fresh = sealing::seal_files(&self.keyring, row, files).await?;
        self.objects.put(&key, fresh).await?;
        Ok(true)
    }
}

/// Takes a key of [`object_key`] apart.
fn read_key(key: &str) -> Option<(AccountId, &str)> {
    let (account, set_id) = key
        .strip_prefix(FOLDER)?
        .strip_prefix('/')?
        .split_once('/')?;
    (!account.is_empty() && !set_id.is_empty() && !set_id.contains('/'))
        .then(|| (AccountId::from(account.to_owned()), set_id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_keys_are_read() {
        let account = AccountId::from("a".to_owned());
        assert_eq!(read_key(&object_key(&account, "1")), Some((account, "1")));
        for foreign in [
            "",
            "documents",
            "documents/a/",
            "documents//1",
            "resumes/a/1",
        ] {
            assert_eq!(read_key(foreign), None, "{foreign}");
        }
    }
}
