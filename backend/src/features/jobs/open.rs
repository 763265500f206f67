//! Open jobs for the features that compare them: which there are, what they say, and how lists show them.
//!
//! What must not happen here: a list without a bound.

use foothold_boards::Posting;
use foothold_shared::job::JobCard;

use super::service::{JobError, Jobs, Mark};
use super::store;
pub(crate) use super::store::open::OpenMark;
use super::take::number_at;
use super::view;
use crate::ids::AccountId;

/// An open job with its main posting.
#[derive(Debug, Clone)]
pub(crate) struct OpenJob {
    pub(crate) job_no: i64,
    pub(crate) job_id: String,
    pub(crate) posting: Posting,
}

/// The most jobs that somebody hid and that are told of.
const MOST_HIDDEN: i64 = 5_000;

impl Jobs {
    /// The newest open jobs below a number, posted since `since_ms`, newest first.
    pub(crate) async fn list_open(
        &self,
        since_ms: i64,
        below: i64,
        limit: i64,
    ) -> Result<Vec<OpenMark>, JobError> {
        let mut held = self.db.read().await?;
        Ok(store::open::list(&mut held.conn(), number_at(since_ms), below, limit).await?)
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
