//! Closing jobs: what its board does not list any more, and what is past its last day.
//!
//! What must not happen here: a job closed that another source still offers, a job that stays open for ever.

use std::collections::HashSet;

use super::service::{JobError, Jobs};
use super::store;
use super::take::Fresh;
use super::view;
use super::words;
use crate::db::Conn;

impl Jobs {
    /// Retires what a board does not list any more, after its whole list was read from `since_ms` on. How many jobs
    /// were closed.
    ///
    /// # Errors
    /// When the database fails; then nothing was retired.
    pub async fn retire_unseen(&self, board_id: &str, since_ms: i64) -> Result<u64, JobError> {
        let now_ms = self.clock.now_ms();
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        store::take::lock(conn).await?;
        store::retire::retire_unseen(conn, board_id, since_ms, now_ms).await?;
        let closed = Self::close_gone(conn, board_id, now_ms).await?;
        tx.commit().await?;
        Ok(closed)
    }

    /// Closes the jobs of a board that nobody offers any more, after postings of it were marked gone at this time; how many.
    pub(super) async fn close_gone(
        conn: &mut Conn<'_>,
        board_id: &str,
        now_ms: i64,
    ) -> Result<u64, JobError> {
        // A job that another source still offers leads there from now on.
        let mut led = HashSet::new();
        let mut words = Vec::new();
        for row in store::retire::list_orphaned(conn, board_id, now_ms).await? {
            if led.contains(&row.job_id) {
                continue;
            }
            // One that an older program wrote cannot lead anybody.
            let Ok(posting) = view::posting(&row.posting) else {
                continue;
            };
            store::take::update_job(conn, &row.job_id, &Fresh::new(&posting)?.head(), false)
                .await?;
            words.push((row.job_no, words::of(&posting)));
            led.insert(row.job_id);
        }
        store::take::replace_words(conn, &words).await?;
        let closed = store::retire::close_gone(conn, board_id, now_ms).await?;
        store::take::delete_words(conn, &closed).await?;
        Ok(closed.len() as u64)
    }

    /// Closes jobs whose last day has passed; how many.
    ///
    /// # Errors
    /// When the database fails; what was closed until then stays closed.
    pub async fn close_expired(&self) -> Result<u64, JobError> {
        const AT_A_TIME: i64 = 500;
        let mut closed = 0;
        loop {
            let now_ms = self.clock.now_ms();
            let mut tx = self.db.begin().await?;
            let conn = &mut tx.conn();
            let numbers = store::retire::close_expired(conn, now_ms, AT_A_TIME).await?;
            store::take::delete_words(conn, &numbers).await?;
            tx.commit().await?;
            closed += numbers.len() as u64;
            if numbers.is_empty() {
                return Ok(closed);
            }
        }
    }
}
