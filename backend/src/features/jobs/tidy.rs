//! The index of words put in order, so that searches read little beside it.
//!
//! What must not happen here: the one writer held for longer than a person notices.

use super::service::{JobError, Jobs};
use super::store;

/// So many pages of SQLite's index are merged in one transaction: some forty milliseconds.
const PAGES: i64 = 500;

impl Jobs {
    /// Merges what taking in left beside the search's index, until nothing is worth it.
    ///
    /// # Errors
    /// When the database fails; what was merged until then stays.
    pub async fn merge_words(&self) -> Result<(), JobError> {
        loop {
            let mut tx = self.db.begin().await?;
            let more = store::word_rows::merge(&mut tx.conn(), PAGES).await?;
            tx.commit().await?;
            if !more {
                return Ok(());
            }
        }
    }
}
