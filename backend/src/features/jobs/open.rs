//! Open jobs for the features that compare them: which there are, what they say, and how lists show them.
//!
//! What must not happen here: a list without a bound.

use std::collections::HashMap;

use foothold_boards::Posting;
use foothold_shared::job::JobCard;

use super::service::{JobError, Jobs, Mark};
use super::store;
pub(crate) use super::store::open::{JobsAt, OpenMark};
use super::take::{number_at, posted_at};
use super::view;
use crate::ids::AccountId;

/// An open job with its main posting.
#[derive(Debug, Clone)]
pub(crate) struct OpenJob {
    pub(crate) job_no: i64,
    pub(crate) job_id: String,
    pub(crate) posting: Posting,
}

impl OpenJob {
    /// When it was posted; one that does not tell counts as posted when it came in, as in the search.
    pub(crate) fn posted_at_ms(&self) -> i64 {
        let told = self.posting.posted_ms;
        told.unwrap_or_else(|| posted_at(self.job_no))
    }
}

/// What became of jobs by their number: the hash of the posting of each that is open, `None` for one that is closed.
pub(crate) type JobNews = HashMap<i64, Option<String>>;

/// How many jobs are asked for at once.
const AT_A_TIME: i64 = 10_000;

/// The most jobs that somebody hid and that are told of.
const MOST_HIDDEN: i64 = 5_000;

impl Jobs {
    /// How far jobs are numbered. Read before the jobs themselves: what comes meanwhile is then told as new once more.
    pub(crate) async fn now_at(&self) -> Result<JobsAt, JobError> {
        Ok(store::open::find_at(&mut self.db.read().await?.conn()).await?)
    }

    /// What came and changed since a time; `None` where that is more than `most`.
    ///
    /// Whoever numbers jobs or their changes holds the row that counts them until what they did is seen, so that no
    /// lower number appears after a higher one.
    pub(crate) async fn list_news(
        &self,
        since: JobsAt,
        most: usize,
    ) -> Result<Option<JobNews>, JobError> {
        let mut held = self.db.read().await?;
        let conn = &mut held.conn();
        let mut news = JobNews::new();
        let mut after = since.last_number;
        while news.len() <= most {
            let rows = store::open::list_added(conn, after, AT_A_TIME).await?;
            let Some(last) = rows.last() else { break };
            after = last.added_no;
            news.extend(rows.into_iter().map(|row| (row.job_no, Some(row.hash))));
        }
        // After what came in: of a job that came and changed, the change is what it is now.
        let mut after = (since.last_change, i64::MAX);
        while news.len() <= most {
            let rows = store::open::list_changed(conn, after, AT_A_TIME).await?;
            let Some(last) = rows.last() else { break };
            after = (last.changed_no, last.job_no);
            news.extend(rows.into_iter().map(|row| {
                let is_open = row.is_closed == 0;
                (row.job_no, is_open.then_some(row.hash))
            }));
        }
        Ok((news.len() <= most).then_some(news))
    }

    /// The lowest number of a job that was posted at this time or later.
    pub(crate) fn first_since(since_ms: i64) -> i64 {
        number_at(since_ms)
    }

    /// The newest open jobs from one number to below another, newest first.
    pub(crate) async fn list_open(
        &self,
        from: i64,
        below: i64,
        limit: i64,
    ) -> Result<Vec<OpenMark>, JobError> {
        let mut held = self.db.read().await?;
        Ok(store::open::list(&mut held.conn(), from, below, limit).await?)
    }

    /// The jobs with these numbers. One whose posting is not in a known form is left out: it costs none of the others.
    pub(crate) async fn read_open(&self, numbers: &[i64]) -> Result<Vec<OpenJob>, JobError> {
        let mut held = self.db.read().await?;
        let rows = store::search::list_jobs(&mut held.conn(), numbers).await?;
        drop(held);
        Ok(rows
            .into_iter()
            .filter_map(|row| {
                Some(OpenJob {
                    job_no: row.job_no,
                    posting: view::posting(&row.posting).ok()?,
                    job_id: row.job_id,
                })
            })
            .collect())
    }

    /// The jobs with these ids as lists show them, open or closed; those that are not there are left out.
    pub(crate) async fn cards_of(
        &self,
        account: &AccountId,
        job_ids: &[&str],
    ) -> Result<Vec<JobCard>, JobError> {
        let mut held = self.db.read().await?;
        let conn = &mut held.conn();
        let rows = store::open::list_by_id(conn, job_ids).await?;
        let mut cards = self.cards(conn, account, &rows).await?;
        if rows.len() < job_ids.len() {
            cards.extend(self.own_cards(conn, account, job_ids).await?);
        }
        Ok(cards)
    }

    /// The ids of the jobs that a person saved, the last saved first.
    pub(crate) async fn list_saved(&self, account: &AccountId) -> Result<Vec<String>, JobError> {
        let mut held = self.db.read().await?;
        let conn = &mut held.conn();
        Ok(store::open::list_marked(conn, account, Mark::Saved.name(), MOST_HIDDEN).await?)
    }

    /// The ids of the jobs that a person hid, the last hidden first.
    pub(crate) async fn list_hidden(&self, account: &AccountId) -> Result<Vec<String>, JobError> {
        let mut held = self.db.read().await?;
        let conn = &mut held.conn();
        Ok(store::open::list_marked(conn, account, Mark::Hidden.name(), MOST_HIDDEN).await?)
    }
}
