//! Readings: made on the first request, kept beside the résumé, and made anew by a newer reader.
//!
//! What is kept can always be made again from the file, so a kept reading that does not open is not an error.

use bytes::Bytes;
use foothold_shared::reading::ReadingView;

use super::error::ResumeError;
use super::sealing;
use super::service::Resumes;
use super::store::readings::{self, ReadingRow};
use super::{help, reading};
use crate::features::model_use::{Limits, Purpose};
use crate::ids::AccountId;

/// The longest question about a reading, in bytes: twelve heads of entries are a third of it.
const PROMPT_BYTES: usize = 16 * 1024;
/// The longest answer, in tokens.
const ANSWER_TOKENS: u32 = 1_200;

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
        let mut view = self.inspector.read(Bytes::from(bytes)).await?;
        self.help(account, &mut view).await;
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

    /// Lets a language model, where there is one, say what the reader was not sure of. Without an answer the reading
    /// stays as it is, and says why where something is amiss.
    async fn help(&self, account: &AccountId, view: &mut ReadingView) {
        let Some(models) = self.models.as_ref().filter(|models| models.are_there()) else {
            return;
        };
        let Some(asked) = help::ask(view) else {
            return;
        };
        let limits = Limits {
            prompt_bytes: PROMPT_BYTES,
            max_tokens: ANSWER_TOKENS,
        };
        let answer = models
            .ask(account, Purpose::Reading, asked.system, &asked.user, limits)
            .await;
        match answer {
            Ok(answer) => {
                let taken = help::take(view, &asked, &answer.text);
                tracing::debug!(
                    parts = asked.parts.len(),
                    taken,
                    "a language model helped to read"
                );
            }
            Err(none) => {
                view.note = none.note().unwrap_or_default().to_owned();
            }
        }
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
