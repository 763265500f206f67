//! What a report is made of: the document as a program reads it, the profile, the posting, and what the posting's company
//! was sent before.
//!
//! "Sent" is what a receipt says: the hash of the file that was attached. Documents that were only made are not.

use foothold_documents::report::{Measure, Sent};
use foothold_rendering::{Document, RenderError, docx, pdf};
use foothold_shared::document::{DocumentLook, LetterContent, ResumeContent};
use foothold_shared::generation::PostingInput;
use foothold_shared::reading::{ReadingStatus, ReadingView};

use super::error::ReportError;
use super::service::Reports;
use crate::features::documents::DocumentError;
use crate::features::receipts::ReceiptError;
use crate::features::resumes::{ResumeError, read_resume};
use crate::features::suggestions;
use crate::ids::AccountId;

/// The most receipts that are looked through, and the most of one company that are opened.
const RECEIPTS: i64 = 100;
const OPENED: usize = 10;

/// What a company was sent, and who else was.
#[derive(Default)]
pub(super) struct Past {
    /// What the posting's company was sent, the newest first.
    pub(super) sent: Vec<Sent>,
    /// Other companies that forms were filled or documents made for.
    pub(super) others: Vec<String>,
}

impl Reports {
    /// What a request wants the document measured against.
    pub(super) async fn measure(
        &self,
        account: &AccountId,
        posting: Option<PostingInput>,
        job_id: Option<&str>,
    ) -> Result<Option<Measure>, ReportError> {
        let found = self.documents.measured(account, posting, job_id).await?;
        Ok(found.map(|(posting, brief)| Measure { posting, brief }))
    }

    /// A résumé of the builder as a program reads it: set as it is downloaded, and read back.
    pub(super) async fn read_own(
        &self,
        content: ResumeContent,
        look: DocumentLook,
    ) -> Result<ReadingView, ReportError> {
        let read = move || {
            let document = Document::Resume(&content);
            let bytes = match pdf(document, &look) {
                Ok(pdf) => pdf.bytes,
                // Words that our fonts lack: what is downloaded then is the Word file.
                Err(RenderError::Script { .. }) => docx(document, &look)?,
                Err(error) => return Err(error.into()),
            };
            read_resume(&bytes).ok_or(DocumentError::Unknown)
        };
        Ok(self.documents.at_the_press(read).await?)
    }

    /// A file that this server made, read in its own process as it was before it was given out.
    pub(super) async fn read_made(&self, bytes: Vec<u8>) -> Result<ReadingView, ReportError> {
        let read = move || read_resume(&bytes).ok_or(DocumentError::FilesDamaged);
        Ok(self.documents.at_the_press(read).await?)
    }

    /// What was sent to a company before, as far as receipts tell, and which other companies there are. `but` is a set
    /// that is not the past but what is reported on.
    pub(super) async fn past(
        &self,
        account: &AccountId,
        company: &str,
        but: Option<&str>,
    ) -> Result<Past, ReportError> {
        let mut past = Past::default();
        let sets = self.documents.set_heads(account).await?;
        let receipts = self.receipts.list(account, None, Some(RECEIPTS)).await?;
        let same = |other: &str| foothold_core::company::is_same(company, other);
        for other in sets.iter().map(|set| set.company.as_str()).chain(
            receipts
                .receipts
                .iter()
                .filter_map(|one| one.company.as_deref()),
        ) {
            if !other.trim().is_empty()
                && !same(other)
                && !past.others.iter().any(|one| one == other)
            {
                past.others.push(other.to_owned());
            }
        }
        if company.trim().is_empty() {
            return Ok(past);
        }
        let theirs = receipts
            .receipts
            .into_iter()
            .filter(|receipt| receipt.company.as_deref().is_some_and(same));
        for summary in theirs.take(OPENED) {
            let receipt = match self.receipts.find(account, &summary.receipt_id).await {
                Ok(found) => found.receipt,
                // Deleted meanwhile, or one that does not open: the report is worth having without it.
                Err(ReceiptError::NotFound | ReceiptError::Closed(_) | ReceiptError::Unknown) => {
                    continue;
                }
                Err(error) => return Err(error.into()),
            };
            let hashes: Vec<String> = receipt
                .fields
                .into_iter()
                .filter_map(|field| field.file_sha256)
                .collect();
            let mut sent = Sent {
                day: day(receipt.filled_at_ms),
                title: receipt.job_title.unwrap_or_default(),
                says: None,
                letter: Vec::new(),
            };
            let set = sets.iter().find(|set| {
                Some(set.document_set_id.as_str()) != but
                    && set.files.iter().any(|file| hashes.contains(&file.sha256))
            });
            if let Some(set) = set {
                self.sent_set(account, &set.document_set_id, &mut sent)
                    .await?;
            } else {
                self.sent_upload(account, &hashes, &mut sent).await?;
            }
            if sent.says.is_some() || !sent.letter.is_empty() {
                past.sent.push(sent);
            }
        }
        Ok(past)
    }

    async fn sent_set(
        &self,
        account: &AccountId,
        document_set_id: &str,
        sent: &mut Sent,
    ) -> Result<(), ReportError> {
        match self.documents.reported_set(account, document_set_id).await {
            Ok(set) => {
                sent.says = set
                    .resume
                    .as_ref()
                    .map(crate::features::documents::profile_of);
                sent.letter = set.letter.iter().flat_map(sentences).collect();
                Ok(())
            }
            Err(DocumentError::SetNotFound) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    async fn sent_upload(
        &self,
        account: &AccountId,
        hashes: &[String],
        sent: &mut Sent,
    ) -> Result<(), ReportError> {
        let resumes = self.resumes.list(account).await?.resumes;
        let Some(resume) = resumes
            .into_iter()
            .find(|resume| hashes.contains(&resume.sha256))
        else {
            return Ok(());
        };
        match self.resumes.reading(account, &resume.resume_id).await {
            Ok(reading) if reading.status == ReadingStatus::Read => {
                sent.says = Some(suggestions::profile_of(reading));
                Ok(())
            }
            Ok(_)
            | Err(ResumeError::NotFound | ResumeError::BytesGone | ResumeError::BytesChanged) => {
                Ok(())
            }
            Err(error) => Err(error.into()),
        }
    }
}

/// A letter's sentences.
fn sentences(letter: &LetterContent) -> impl Iterator<Item = String> {
    letter
        .paragraphs
        .iter()
        .flat_map(|paragraph| &paragraph.statements)
        .map(|statement| statement.text.clone())
}

/// The day of a moment, `YYYY-MM-DD`, in UTC.
fn day(at_ms: i64) -> String {
    chrono::DateTime::from_timestamp_millis(at_ms)
        .unwrap_or_default()
        .format("%Y-%m-%d")
        .to_string()
}
