//! Files that a feature keeps as one sealed object for each of its rows: the object's key, and looking after all of them
//! at once.
//!
//! What must not happen here: deleting an object whose key is not one that [`key`] makes.

use std::fmt::Display;
use std::future::Future;

use bytes::Bytes;
use futures_util::TryStreamExt;

use crate::adapters::objects::{Objects, ObjectsError};
use crate::crypto::Keyring;
use crate::ids::AccountId;
use crate::rotate::Counts;

/// An object this old belongs to nothing that is still under way.
const ABANDONED_AFTER_MS: i64 = 24 * 60 * 60 * 1000;
/// How many rows are read at a time when all are visited.
const BATCH: i64 = 100;

/// A feature that keeps such files.
pub(crate) trait SealedFiles: Sync {
    /// What can go wrong.
    type Error: From<ObjectsError> + Display + Send;
    /// The folder of the object store.
    const FOLDER: &'static str;

    fn objects(&self) -> &dyn Objects;
    fn keyring(&self) -> &Keyring;

    /// Whether there is a row for the object.
    fn has_row(
        &self,
        account: &AccountId,
        id: &str,
    ) -> impl Future<Output = Result<bool, Self::Error>> + Send;

    /// The rows after this one in the order of ids, of all accounts, at most `limit`.
    fn list_ids(
        &self,
        after: &str,
        limit: i64,
    ) -> impl Future<Output = Result<Vec<(AccountId, String)>, Self::Error>> + Send;

    /// Opens what is sealed, and seals it with the active key.
    fn seal_anew(
        &self,
        account: &AccountId,
        id: &str,
        sealed: Bytes,
    ) -> impl Future<Output = Result<Bytes, Self::Error>> + Send;

    /// Whether the error is that this one object does not open; then the others are still visited.
    fn is_of_one(error: &Self::Error) -> bool;
}

/// The key of a row's object.
pub(crate) fn key(folder: &str, account: &AccountId, id: &str) -> String {
    format!("{folder}/{account}/{id}")
}

/// Takes a key of [`key`] apart.
fn read_key<'k>(folder: &str, key: &'k str) -> Option<(AccountId, &'k str)> {
    let (account, id) = key
        .strip_prefix(folder)?
        .strip_prefix('/')?
        .split_once('/')?;
    (!account.is_empty() && !id.is_empty() && !id.contains('/'))
        .then(|| (AccountId::from(account.to_owned()), id))
}

/// Removes the objects that a crash left without a row, and says how many. Safe while the server runs, and on several
/// servers at once.
///
/// # Errors
/// When the object store or the database fails; what was removed until then stays removed.
pub(crate) async fn sweep<F: SealedFiles>(files: &F, now_ms: i64) -> Result<u64, F::Error> {
    let before_ms = now_ms - ABANDONED_AFTER_MS;
    let mut removed = files.objects().clear_unfinished(before_ms).await?;
    let mut found = files.objects().list(F::FOLDER);
    while let Some(object) = found.try_next().await? {
        // What does not look like ours is not ours to delete.
        let Some((account, id)) = read_key(F::FOLDER, &object.key) else {
            continue;
        };
        if object.put_at_ms < before_ms && !files.has_row(&account, id).await? {
            files.objects().delete(&object.key).await?;
            removed += 1;
        }
    }
    Ok(removed)
}

/// Seals every object with the active key that is sealed with an older one. What does not open stays as it is.
///
/// # Errors
/// When the object store or the database fails; what was done until then stays done, and a second run goes on from
/// there.
pub(crate) async fn reseal<F: SealedFiles>(files: &F) -> Result<Counts, F::Error> {
    let mut counts = Counts::default();
    let mut after = String::new();
    loop {
        let ids = files.list_ids(&after, BATCH).await?;
        let Some((_, last)) = ids.last() else {
            return Ok(counts);
        };
        after.clone_from(last);
        for (account, id) in &ids {
            match reseal_one(files, account, id).await {
                Ok(rotated) => counts.rotated += u64::from(rotated),
                Err(cause) if F::is_of_one(&cause) => {
                    tracing::warn!(folder = F::FOLDER, id, %cause, "not opened");
                    counts.failed += 1;
                }
                Err(error) => return Err(error),
            }
        }
    }
}

/// The object is replaced in one step. If its row is deleted meanwhile, an object without a row is left, which the sweep
/// removes.
async fn reseal_one<F: SealedFiles>(
    files: &F,
    account: &AccountId,
    id: &str,
) -> Result<bool, F::Error> {
    let key = key(F::FOLDER, account, id);
    let sealed = match files.objects().get(&key).await {
        Err(ObjectsError::NotFound) => return Ok(false),
        other => other?,
    };
    if std::str::from_utf8(&sealed).is_ok_and(|sealed| files.keyring().is_current(sealed)) {
        return Ok(false);
    }
    let fresh = files.seal_anew(account, id, sealed).await?;
    files.objects().put(&key, fresh).await?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_keys_are_read() {
        let account = AccountId::from("a".to_owned());
        let made = key("resumes", &account, "1");
        assert_eq!(read_key("resumes", &made), Some((account, "1")));
        for foreign in [
            "",
            "resumes",
            "resumes/a",
            "resumes/a/",
            "resumes//1",
            "resumes/a/1/2",
            "other/a/1",
        ] {
            assert_eq!(read_key("resumes", foreign), None, "{foreign}");
        }
    }
}
