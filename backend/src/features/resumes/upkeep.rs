//! Looking after all résumés at once: removing what nobody names, sealing with a newer key.

use futures_util::TryStreamExt;

use super::error::ResumeError;
use super::service::{FOLDER, Resumes, object_key};
use super::{sealing, store};
use crate::adapters::objects::ObjectsError;
use crate::ids::AccountId;
use crate::rotate::Counts;

/// An object this old belongs to no upload that is still under way.
const ABANDONED_AFTER_MS: i64 = 24 * 60 * 60 * 1000;
/// How many rows are read at a time when all are visited.
const BATCH: i64 = 100;

impl Resumes {
    /// Removes the objects that a crash left without a row, and says how many. Safe while the
    /// server runs, and on several servers at once.
    ///
    /// # Errors
    /// When the object store or the database fails; what was removed until then stays removed.
    pub async fn sweep(&self) -> Result<u64, ResumeError> {
        let before_ms = self.clock.now_ms() - ABANDONED_AFTER_MS;
        let mut removed = self.objects.clear_unfinished(before_ms).await?;
        let mut found = self.objects.list(FOLDER);
        while let Some(object) = found.try_next().await? {
            // What does not look like ours is not ours to delete.
            let Some((account, resume_id)) = read_key(&object.key) else {
                continue;
            };
            if object.put_at_ms >= before_ms {
                continue;
            }
            let row = store::find(&mut self.db.read().await?.conn(), &account, resume_id).await?;
            if row.is_none() {
                self.objects.delete(&object.key).await?;
                removed += 1;
            }
        }
        Ok(removed)
    }

    /// Seals every file with the active key that is sealed with an older one. A file that does not
    /// open stays as it is. Their names are sealed columns (`SEALED`).
    ///
    /// # Errors
    /// When the object store or the database fails; what was done until then stays done, and a
    /// second run goes on from there.
    pub async fn reseal_files(&self) -> Result<Counts, ResumeError> {
        let mut counts = Counts::default();
        let mut after = String::new();
        loop {
            let mut held = self.db.read().await?;
            let ids = store::list_ids(&mut held.conn(), &after, BATCH).await?;
            drop(held);
            let Some((_, last)) = ids.last() else {
                return Ok(counts);
            };
            after.clone_from(last);
            for (account, resume_id) in &ids {
                match self.reseal_file(account, resume_id).await {
                    Ok(rotated) => counts.rotated += u64::from(rotated),
                    Err(cause @ (ResumeError::Closed(_) | ResumeError::Unknown)) => {
                        tracing::warn!(resume_id, %cause, "not opened");
                        counts.failed += 1;
                    }
                    Err(error) => return Err(error),
                }
            }
        }
    }

    /// The object is replaced in one step. If the résumé is deleted meanwhile, an object without
    /// a row is left, which the sweep removes.
    async fn reseal_file(&self, account: &AccountId, resume_id: &str) -> Result<bool, ResumeError> {
        let key = object_key(account, resume_id);
        let sealed = match self.objects.get(&key).await {
            Err(ObjectsError::NotFound) => return Ok(false),
            other => other?,
        };
        if std::str::from_utf8(&sealed).is_ok_and(|sealed| self.keyring.is_current(sealed)) {
            return Ok(false);
        }
        let bytes = sealing::open_bytes(&self.keyring, account, resume_id, sealed).await?;
        let fresh = sealing::seal_bytes(&self.keyring, account, resume_id, bytes.into()).await?;
        self.objects.put(&key, fresh).await?;
        Ok(true)
    }
}

/// Takes a key of [`object_key`] apart.
fn read_key(key: &str) -> Option<(AccountId, &str)> {
    let (account, resume_id) = key
        .strip_prefix(FOLDER)?
        .strip_prefix('/')?
        .split_once('/')?;
    (!account.is_empty() && !resume_id.is_empty() && !resume_id.contains('/'))
        .then(|| (AccountId::from(account.to_owned()), resume_id))
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
            "resumes",
            "resumes/a",
            "resumes/a/",
            "resumes//1",
            "resumes/a/1/2",
            "other/a/1",
        ] {
            assert_eq!(read_key(foreign), None, "{foreign}");
        }
    }
}
