//! Jobs that a person brought from a page: theirs alone, sealed, beside the jobs of the boards.
//!
//! They are in no search, no list of open jobs and nobody else's matches, because they lie in a table of their own.
//! What must not happen here: such a job shown to another account, a second one for a job that a board of ours lists.

use std::collections::HashMap;

use foothold_boards::{Compared, Posting, is_same_job, same_job_keys};
use foothold_shared::job::{JobCard, JobView};
use url::Url;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::service::{JobError, Jobs, MOST_MARKED, Mark};
use super::store;
use super::store::own::OwnRow;
use super::take::hashed;
use super::view;
use crate::crypto::{Place, SealedColumn};
use crate::db::Conn;
use crate::ids::AccountId;

/// The sealed column. The key is the one of `row_key`.
pub(super) const SEALED: SealedColumn = SealedColumn {
    table: TABLE,
    key: "(account_id || '/' || job_id)",
    column: POSTING,
};

const TABLE: &str = "own_jobs";
const POSTING: &str = "posting_sealed";
/// The most that an account keeps.
const MOST: i64 = 1_000;
/// Of the jobs that are called like a page's, so many of the newest are compared with it.
const COMPARED: usize = 1_000;
/// One that is not marked any more can be marked again for so long.
const UNMARKED_MS: i64 = 24 * 60 * 60 * 1000;

/// What is known of a posting that a person looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KnownJob {
    pub(crate) job_id: String,
    pub(crate) saved: bool,
}

impl Jobs {
    /// Saves the posting of a page; whether it was not saved before. Where a board of ours lists the job, that one is
    /// saved, else the posting is kept for this account alone under the sender's id.
    pub(crate) async fn save_posting(
        &self,
        account: &AccountId,
        job_id: &str,
        posting: &Posting,
    ) -> Result<(JobCard, bool), JobError> {
        let job_id = read_id(job_id)?;
        let now_ms = self.clock.now_ms();
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        let known = self.find_known(conn, account, &job_id, posting).await?;
        let is_new = known.as_ref().is_none_or(|known| !known.saved);
        let job_id = known.map_or(job_id, |known| known.job_id);
        if !store::marks::put(conn, account, &job_id, Mark::Saved.name(), now_ms).await? {
            store::own::delete_unmarked(conn, account, now_ms - UNMARKED_MS).await?;
            let kept = store::own::list_by_id(conn, account, &[&job_id]).await?;
            if kept.is_empty() && store::own::count(conn, account).await? >= MOST {
                return Err(JobError::TooManyOwn);
            }
            let json = serde_json::to_vec(posting).map_err(JobError::Unwritable)?;
            let key = row_key(account, &job_id);
            let row = OwnRow {
                posting_sealed: self.keyring.seal(&Zeroizing::new(json), place(&key)),
                mark: Mark::Saved.name().to_owned(),
                marked_at_ms: match kept.first() {
                    Some(kept) if !is_new => kept.marked_at_ms,
                    _ => now_ms,
                },
                job_id: job_id.clone(),
            };
            store::own::put(conn, account, &row).await?;
        }
        tx.commit().await?;
        let mut cards = self.cards_of(account, &[&job_id]).await?;
        Ok((cards.pop().ok_or(JobError::NotFound)?, is_new))
    }

    /// What is known of the posting of a page, by the sender's id, its address, or what it says.
    pub(crate) async fn known(
        &self,
        account: &AccountId,
        job_id: &str,
        posting: &Posting,
    ) -> Result<Option<KnownJob>, JobError> {
        let job_id = read_id(job_id)?;
        let mut held = self.db.read().await?;
        let conn = &mut held.conn();
        self.find_known(conn, account, &job_id, posting).await
    }

    async fn find_known(
        &self,
        conn: &mut Conn<'_>,
        account: &AccountId,
        job_id: &str,
        posting: &Posting,
    ) -> Result<Option<KnownJob>, JobError> {
        // What the person saved themselves stays what it is, also where a board lists it by now.
        let own = store::own::list_by_id(conn, account, &[job_id]).await?;
        if let Some(own) = own.first() {
            let saved = own.mark == Mark::Saved.name();
            return Ok(Some(KnownJob {
                job_id: job_id.to_owned(),
                saved,
            }));
        }
        let keys: Vec<i64> = same_job_keys(posting).iter().map(|k| hashed(k)).collect();
        if keys.is_empty() {
            return Ok(None);
        }
        let mut ids: HashMap<String, String> = HashMap::new();
        let mut main = Vec::new();
        for row in store::take::list_alike(conn, &keys).await? {
            if main.len() < COMPARED && !ids.contains_key(&row.source_key) {
                main.push(row.source_key.clone());
                ids.insert(row.source_key, row.job_id);
            }
        }
        let mut alike: Vec<(String, Posting)> = Vec::new();
        for (source_key, posting) in store::take::list_postings(conn, &main).await? {
            if let (Some(job_id), Ok(known)) = (ids.remove(&source_key), view::posting(&posting)) {
                alike.push((job_id, known));
            }
        }
        let Some(job_id) = same(&alike, posting) else {
            return Ok(None);
        };
        let marks = store::marks::list_of(conn, account, &[job_id]).await?;
        Ok(Some(KnownJob {
            job_id: job_id.to_owned(),
            saved: marks.iter().any(|mark| mark.mark == Mark::Saved.name()),
        }))
    }

    /// The posting of a job that this account may see: a board's, or one it brought itself.
    ///
    /// # Errors
    /// When the database fails, or what is stored is not a posting.
    pub async fn posting_for(
        &self,
        account: &AccountId,
        job_id: &str,
    ) -> Result<Option<Posting>, JobError> {
        if let Some(posting) = self.posting(job_id).await? {
            return Ok(Some(posting));
        }
        let mut held = self.db.read().await?;
        let rows = store::own::list_by_id(&mut held.conn(), account, &[job_id]).await?;
        rows.first().map(|row| self.open(account, row)).transpose()
    }

    /// One of the account's own, as it is shown alone.
    pub(super) async fn find_own(
        &self,
        conn: &mut Conn<'_>,
        account: &AccountId,
        job_id: &str,
    ) -> Result<JobView, JobError> {
        let rows = store::own::list_by_id(conn, account, &[job_id]).await?;
        let row = rows.first().ok_or(JobError::NotFound)?;
        let posting = self.open(account, row)?;
        Ok(view::of_own(row, &posting, self.clock.now_ms()))
    }

    /// The account's own among these ids, as lists show them.
    pub(super) async fn own_cards(
        &self,
        conn: &mut Conn<'_>,
        account: &AccountId,
        job_ids: &[&str],
    ) -> Result<Vec<JobCard>, JobError> {
        let rows = store::own::list_by_id(conn, account, job_ids).await?;
        Ok(rows
            .iter()
            .filter_map(|row| self.card(account, row))
            .collect())
    }

    /// The cards of what boards list and the account marked, and its own that are marked so: the last marked first.
    pub(super) async fn with_own(
        &self,
        conn: &mut Conn<'_>,
        account: &AccountId,
        mark: Mark,
        cards: Vec<JobCard>,
    ) -> Result<Vec<JobCard>, JobError> {
        let rows = store::own::list(conn, account, mark.name(), MOST_MARKED).await?;
        if rows.is_empty() {
            return Ok(cards);
        }
        let times = store::own::list_times(conn, account, mark.name(), MOST_MARKED).await?;
        let at = |card: &JobCard| {
            let found = times.iter().find(|row| row.job_id == card.job_id);
            found.map_or(i64::MIN, |row| row.marked_at_ms)
        };
        let mut all: Vec<(i64, JobCard)> =
            cards.into_iter().map(|card| (at(&card), card)).collect();
        for row in &rows {
            all.extend(self.card(account, row).map(|card| (row.marked_at_ms, card)));
        }
        all.sort_by_key(|(marked_at_ms, _)| std::cmp::Reverse(*marked_at_ms));
        Ok(all.into_iter().map(|(_, card)| card).collect())
    }

    /// One that does not open is left out: it must not take the others with it.
    fn card(&self, account: &AccountId, row: &OwnRow) -> Option<JobCard> {
        match self.open(account, row) {
            Ok(posting) => Some(view::own_card(row, &posting, self.clock.now_ms())),
            Err(error) => {
                tracing::warn!(cause = %error, "a job of a person's own was left out of a list");
                None
            }
        }
    }

    fn open(&self, account: &AccountId, row: &OwnRow) -> Result<Posting, JobError> {
        let key = row_key(account, &row.job_id);
        let json = self.keyring.open(&row.posting_sealed, place(&key))?;
        serde_json::from_slice(&json).map_err(|_| JobError::Unknown)
    }
}

/// The job that a page shows: the one at its very address; else the only one that says the same and stands on another
/// site. Two openings of one board are alike, and each has an address of its own.
fn same<'a>(alike: &'a [(String, Posting)], page: &Posting) -> Option<&'a str> {
    let here = |known: &Posting| {
        [&known.url, &known.apply_url]
            .into_iter()
            .any(|address| is_same_address(address, &page.url))
    };
    let mut there = alike.iter().filter(|(_, known)| here(known));
    match (there.next(), there.next()) {
        (Some((job_id, _)), None) => return Some(job_id),
        (Some(_), Some(_)) => return None,
        (None, _) => {}
    }
    match alike {
        [(job_id, known)]
            if is_same_job(&Compared::of(known), &Compared::of(page))
                && host(&known.url) != host(&page.url) =>
        {
            Some(job_id)
        }
        _ => None,
    }
}

/// Whether two addresses lead to the same page. What follows a `?` may name the job, so each part of it that the page's
/// address has must be the same; the other may have more.
fn is_same_address(one: &str, page: &str) -> bool {
    let (Ok(one), Ok(page)) = (Url::parse(one), Url::parse(page)) else {
        return false;
    };
    let plain = |url: &Url| url.path().trim_end_matches('/').to_lowercase();
    let pairs = |url: &Url| url.query_pairs().into_owned().collect::<Vec<_>>();
    let known = pairs(&one);
    one.host_str() == page.host_str()
        && one.port_or_known_default() == page.port_or_known_default()
        && plain(&one) == plain(&page)
        && pairs(&page).iter().all(|pair| known.contains(pair))
}

fn host(url: &str) -> Option<String> {
    Url::parse(url).ok()?.host_str().map(str::to_owned)
}

fn read_id(job_id: &str) -> Result<String, JobError> {
    let id = Uuid::parse_str(job_id).map_err(|_| JobError::Filter("the job’s id"))?;
    Ok(id.to_string())
}

fn place(key: &str) -> Place<'_> {
    Place {
        table: TABLE,
        column: POSTING,
        row: key,
    }
}

fn row_key(account: &AccountId, job_id: &str) -> String {
    format!("{account}/{job_id}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_the_same_without_what_says_where_one_came_from() {
        for (known, page, same) in [
            (
                "https://a.example/jobs/1",
                "https://a.example/jobs/1/",
                true,
            ),
            (
                "https://a.example/jobs/1?ref=board",
                "https://a.example/jobs/1",
                true,
            ),
            (
                "https://a.example/apply?job=7",
                "https://a.example/apply?job=7",
                true,
            ),
            (
                "https://a.example/apply?job=7",
                "https://a.example/apply?job=8",
                false,
            ),
            (
                "https://a.example/apply",
                "https://a.example/apply?job=8",
                false,
            ),
            (
                "https://a.example/jobs/1",
                "https://a.example/jobs/2",
                false,
            ),
            (
                "https://a.example/jobs/1",
                "https://b.example/jobs/1",
                false,
            ),
            (
                "https://a.example/jobs/1",
                "https://a.example:8443/jobs/1",
                false,
            ),
            ("", "", false),
        ] {
            assert_eq!(is_same_address(known, page), same, "{known} {page}");
        }
    }
}
