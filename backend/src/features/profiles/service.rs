//! Reading and saving a profile.

use std::sync::Arc;

use chrono::DateTime;
use foothold_shared::problem::FieldProblem;
use foothold_shared::profile::Profile;

use super::model::StoredProfile;
use super::sealing::{self, UnreadableProfile};
use super::{rules, store};
use crate::clock::Clock;
use crate::crypto::Keyring;
use crate::db::{self, Db};
use crate::ids::AccountId;

/// Why a profile was not read or not saved.
#[derive(Debug, thiserror::Error)]
pub enum ProfileError {
    /// The request does not say which version it changes.
    #[error("the request names no version of the profile")]
    VersionRequired,
    /// Another device saved in between.
    #[error("the profile was saved from elsewhere")]
    Changed,
    /// What the profile says cannot be used.
    #[error("{} parts of the profile are wrong", .0.len())]
    Invalid(Vec<FieldProblem>),
    /// The stored profile cannot be opened.
    #[error(transparent)]
    Unreadable(#[from] UnreadableProfile),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] db::Error),
}

/// The profiles of all accounts.
#[derive(Debug, Clone)]
pub struct Profiles {
    db: Db,
    keyring: Keyring,
    clock: Arc<dyn Clock>,
}

impl Profiles {
    /// Profiles kept in `db`, sealed with `keyring`.
    #[must_use]
    pub fn new(db: Db, keyring: Keyring, clock: Arc<dyn Clock>) -> Self {
        Self { db, keyring, clock }
    }

    /// Everything that keeps a profile from being stored.
    pub(crate) fn problems(profile: &Profile, now_ms: i64) -> Vec<FieldProblem> {
        let today = DateTime::from_timestamp_millis(now_ms)
            .unwrap_or_default()
            .date_naive();
        // A day more: it may be tomorrow already where the person lives.
        rules::check(profile, today.succ_opt().unwrap_or(today))
    }

    /// The account's profile; an empty one of version 0 before the first save.
    pub(crate) async fn load(&self, account: &AccountId) -> Result<StoredProfile, ProfileError> {
        let row = store::find(&mut self.db.read().await?.conn(), account).await?;
        Ok(match row {
            None => StoredProfile {
                profile: Profile::default(),
                version: 0,
            },
            Some(row) => StoredProfile {
                profile: sealing::open(&self.keyring, account, &row.parts)?,
                version: row.version,
            },
        })
    }

    /// The accounts that have a profile, after one of them, in the order of their ids.
    pub(crate) async fn list_accounts(
        &self,
        after: &str,
        limit: i64,
    ) -> Result<Vec<AccountId>, ProfileError> {
        Ok(store::list_accounts(&mut self.db.read().await?.conn(), after, limit).await?)
    }

    /// Saves the whole profile if the stored one is still at `version`.
    ///
    /// Does not read what it replaces: a profile whose key was lost can be written anew.
    pub(crate) async fn save(
        &self,
        account: &AccountId,
        version: i64,
        profile: Profile,
    ) -> Result<StoredProfile, ProfileError> {
        let now_ms = self.clock.now_ms();
        let problems = Self::problems(&profile, now_ms);
        if !problems.is_empty() {
            return Err(ProfileError::Invalid(problems));
        }
        let parts = sealing::seal(&self.keyring, account, profile.clone());
        let mut tx = self.db.begin().await?;
        let saved = if version == 0 {
            store::insert(&mut tx.conn(), account, &parts, now_ms).await?
        } else {
            store::update(&mut tx.conn(), account, version, &parts, now_ms).await?
        };
        if !saved {
            return Err(ProfileError::Changed);
        }
        tx.commit().await?;
        Ok(StoredProfile {
            profile,
            version: version + 1,
        })
    }
}
