//! Readings: made on the first request, kept beside the résumé, and made anew by a newer reader.
//!
//! What is kept can always be made again from the file, so a kept reading that does not open is not an error.

use bytes::Bytes;
use foothold_shared::reading::ReadingView;

use super::error::ResumeError;
use super::reading;
use super::sealing;
use super::service::Resumes;
use super::store::readings::{self, ReadingRow};
use crate::ids::AccountId;

impl Resumes {
    /// What a program reads in a résumé.
    pub(crate) async fn reading(
        &self,
        account: &AccountId,
        resume_id: &str,
    ) -> Result<ReadingView, ResumeError> {
        let kept = readings::find(&mut self.db.read().await?.conn(), account, resume_id).await?;
        if let Some(row) = kept
            && row.reader_version == reading::VERSION
            && let Some(view) = self.open_reading(account, resume_id, &row)
        {
            return Ok(view);
        }
        let (_, bytes) = self.read(account, resume_id).await?;
        let view = self.inspector.read(Bytes::from(bytes)).await?;
        let plain = serde_json::to_vec(&view).map_err(|_| ResumeError::Unknown)?;
        let row = ReadingRow {
            reader_version: reading::VERSION,
            reading_sealed: sealing::seal_reading(&self.keyring, account, resume_id, &plain),
        };
        let now_ms = self.clock.now_ms();
        let mut tx = self.db.begin().await?;
        if !readings::insert(&mut tx.conn(), account, resume_id, &row, now_ms).await? {
            // Deleted while it was read.
            return Err(ResumeError::NotFound);
        }
        tx.commit().await?;
        Ok(view)
    }

    fn open_reading(
        &self,
        account: &AccountId,
        resume_id: &str,
        row: &ReadingRow,
    ) -> Option<ReadingView> {
        let opened = sealing::open_reading(&self.keyring, account, resume_id, &row.reading_sealed);
        match opened {
            Ok(plain) => serde_json::from_slice(&plain).ok(),
            Err(cause) => {
                tracing::warn!(resume_id, %cause, "a kept reading does not open; it is made anew");
                None
            }
        }
    }
}
