//! Searches that a person comes back to, and how many jobs came in since they last looked.
//!
//! A job is new by the order in which it came in, not by when it was posted: a board that is read for the first time
//! brings jobs that are weeks old.
//! What must not happen here: what a person looks for in the open, a job called seen that nobody was shown.

use std::sync::Arc;

use foothold_shared::job::{JobFilters, NewSavedSearch, SavedSearch, SavedSearchList};
use serde::Serialize;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::search::{self, Search};
use super::service::{JobError, Jobs};
use super::store;
use super::store::saved::SavedRow;
use super::words::{Filters, Group, Sought};
use crate::clock::Clock;
use crate::crypto::{Keyring, Place, SealedColumn};
use crate::db::Db;
use crate::features::notifications::Notifications;
use crate::ids::AccountId;

/// The sealed column. The key is the one of `place`.
pub(super) const SEALED: SealedColumn = SealedColumn {
    table: TABLE,
    key: "(account_id || '/' || search_id)",
    column: SEARCH,
};

const TABLE: &str = "saved_searches";
const SEARCH: &str = "search_sealed";
/// The most searches of an account.
const MOST: i64 = 50;
/// The longest name, in characters.
const LONGEST_NAME: usize = 100;
/// New jobs are counted up to this many.
pub(super) const COUNTED: i64 = 1_000;

/// The saved searches of all accounts.
#[derive(Debug, Clone)]
pub struct SavedSearches {
    pub(super) db: Db,
    keyring: Keyring,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) notifications: Notifications,
    pub(super) jobs: Jobs,
}

impl SavedSearches {
    /// Searches of `jobs`, kept in `db`, sealed with `keyring`, that tell of new jobs by `notifications`.
    #[must_use]
    pub fn new(
        db: Db,
        keyring: Keyring,
        clock: Arc<dyn Clock>,
        notifications: Notifications,
        jobs: Jobs,
    ) -> Self {
        Self {
            db,
            keyring,
            clock,
            notifications,
            jobs,
        }
    }

    /// Saves a search, or changes one; whether it is new. What there is now is not new to it, and stays not new where
    /// only the name is changed.
    pub(super) async fn put(
        &self,
        account: &AccountId,
        search_id: &str,
        mut search: NewSavedSearch,
    ) -> Result<(SavedSearch, bool), JobError> {
        let search_id = id(search_id).ok_or(JobError::Filter("search_id"))?;
        search.name = search.name.trim().to_owned();
        if search.name.is_empty() || search.name.chars().count() > LONGEST_NAME {
            return Err(JobError::Filter("the name of the search"));
        }
        searched(&search.filters)?;
        let json = Zeroizing::new(serde_json::to_vec(&search).map_err(JobError::Unwritable)?);
        let key = row_key(account, &search_id);
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        let known = store::saved::find(conn, account, &search_id).await?;
        if known.is_none() && store::saved::count(conn, account).await? >= MOST {
            return Err(JobError::TooManySearches);
        }
        // One that no longer opens is replaced: the sender still has it, we do not.
        let kept = known.as_ref().filter(
            |row| matches!(self.open(account, row), Ok(old) if old.filters == search.filters),
        );
        let newest = store::saved::find_last_number(conn).await?;
        let row = SavedRow {
            search_id,
            search_sealed: self.keyring.seal(&json, place(&key)),
            seen_no: kept.map_or(newest, |row| row.seen_no),
            saved_at_ms: known
                .as_ref()
                .map_or_else(|| self.clock.now_ms(), |row| row.saved_at_ms),
        };
        store::saved::put(conn, account, &row).await?;
        if known.is_some() && kept.is_none() {
            self.begin_anew(conn, account, &row.search_id, newest)
                .await?;
        }
        let view = self.view(conn, account, &row, search).await?;
        tx.commit().await?;
        Ok((view, known.is_none()))
    }

    /// The searches of the account, the first saved first, each with how many jobs are new.
    pub(super) async fn list(&self, account: &AccountId) -> Result<SavedSearchList, JobError> {
        let mut held = self.db.read().await?;
        let conn = &mut held.conn();
        // Read first: what comes in while it is counted is new once more, never lost.
        let newest = store::saved::find_last_number(conn).await?;
        let mut searches = Vec::new();
        for row in store::saved::list(conn, account, MOST).await? {
            let search = self.open(account, &row)?;
            searches.push(self.view(conn, account, &row, search).await?);
        }
        Ok(SavedSearchList { searches, newest })
    }

    /// Notes that the person looked at what a search found, up to the job that had come in last when they asked.
    pub(super) async fn see(
        &self,
        account: &AccountId,
        search_id: &str,
        newest: i64,
    ) -> Result<(), JobError> {
        let search_id = id(search_id).ok_or(JobError::SearchNotFound)?;
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        let newest = newest.min(store::saved::find_last_number(conn).await?);
        if !store::saved::update_seen(conn, account, &search_id, newest).await? {
            return Err(JobError::SearchNotFound);
        }
        Ok(tx.commit().await?)
    }

    /// Deletes a search of the account.
    pub(super) async fn delete(
        &self,
        account: &AccountId,
        search_id: &str,
    ) -> Result<(), JobError> {
        let search_id = id(search_id).ok_or(JobError::SearchNotFound)?;
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        if !store::saved::delete(conn, account, &search_id).await? {
            return Err(JobError::SearchNotFound);
        }
        self.withdraw(conn, account, &search_id).await?;
        Ok(tx.commit().await?)
    }

    async fn view(
        &self,
        conn: &mut crate::db::Conn<'_>,
        account: &AccountId,
        row: &SavedRow,
        search: NewSavedSearch,
    ) -> Result<SavedSearch, JobError> {
        let wanted = searched(&search.filters)?;
        let sought = Sought::of(&wanted.filters);
        let query = search::query(conn, &sought, Group::All);
        let from = wanted.from(self.clock.now_ms());
        let query = query.as_deref();
        let counted = store::saved::count_new(conn, query, from, row.seen_no, COUNTED + 1).await?;
        Ok(SavedSearch {
            search_id: row.search_id.clone(),
            name: search.name,
            filters: search.filters,
            new_jobs: counted.min(COUNTED),
            more_than_new: counted > COUNTED,
            saved_at_ms: row.saved_at_ms,
            alerts: self.alerts_of(conn, account, &row.search_id).await?,
        })
    }

    pub(super) fn open(
        &self,
        account: &AccountId,
        row: &SavedRow,
    ) -> Result<NewSavedSearch, JobError> {
        let key = row_key(account, &row.search_id);
        let json = self.keyring.open(&row.search_sealed, place(&key))?;
        serde_json::from_slice(&json).map_err(|_| JobError::Unknown)
    }
}

/// The search that these filters are.
pub(super) fn searched(filters: &JobFilters) -> Result<Search, JobError> {
    let filters = filters.clone();
    let pay = match (filters.min_pay, filters.currency) {
        (None, _) => None,
        (Some(least), Some(currency)) if currency.len() == 3 => Some((least, currency)),
        (Some(_), _) => return Err(JobError::Filter("currency")),
    };
    let search = Search {
        filters: Filters {
            words: filters.q,
            title: filters.title,
            places: filters.place,
            within_km: filters.within_km,
            countries: filters.country,
            remote: names(&filters.remote),
            employment: names(&filters.employment),
            seniority: names(&filters.seniority),
            languages: filters.language,
            companies: filters.company,
            sources: filters.source,
            visa: names(&filters.visa),
            pay,
        },
        days: filters.days,
        ..Search::default()
    };
    search.check()?;
    Ok(search)
}

/// The names of values, as they are indexed.
pub(super) fn names<T: Serialize>(values: &[T]) -> Vec<String> {
    values
        .iter()
        .filter_map(|value| Some(serde_json::to_value(value).ok()?.as_str()?.to_owned()))
        .collect()
}

pub(super) fn id(search_id: &str) -> Option<String> {
    Uuid::parse_str(search_id).ok().map(|id| id.to_string())
}

fn place(key: &str) -> Place<'_> {
    Place {
        table: TABLE,
        column: SEARCH,
        row: key,
    }
}

fn row_key(account: &AccountId, search_id: &str) -> String {
    format!("{account}/{search_id}")
}
