//! The index of words in few parts.
//!
//! What must not happen here: the one writer held for longer than a person notices.

use super::service::{JobError, Jobs};
use super::store;

/// So many pages of the index are merged in one transaction: some forty milliseconds.
const PAGES: i64 = 500;

impl Jobs {
    /// Merges the parts of the search's index that taking in left, until none is worth it.
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
