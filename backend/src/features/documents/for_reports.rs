//! What reports ask of documents: postings to measure against, drafts, sets with their own posting, and time at the
//! press.

use foothold_core::posting::JobPosting;
use foothold_shared::document::{LetterContent, ResumeContent};
use foothold_shared::generation::{
    GeneratedFile, PostingBrief, PostingInput, ResumeDraft, ResumeDraftView,
};

use super::error::DocumentError;
use super::posting;
use super::rules;
use super::service::Documents;
use crate::ids::AccountId;

/// The most sets that are looked through for what was sent to a company.
const SETS: i64 = 100;

/// A set, as far as a report is about it.
pub(crate) struct ReportedSet {
    /// The whole posting.
    pub(crate) posting: JobPosting,
    /// The same in short.
    pub(crate) brief: PostingBrief,
    /// What the résumé says.
    pub(crate) resume: Option<ResumeContent>,
    /// What the letter says.
    pub(crate) letter: Option<LetterContent>,
}

/// A set in short: whose it is, and its files.
pub(crate) struct SetHead {
    /// Its id.
    pub(crate) document_set_id: String,
    /// The company.
    pub(crate) company: String,
    /// The files.
    pub(crate) files: Vec<GeneratedFile>,
}

impl Documents {
    /// The posting that a request names, read; `None` where it names none.
    pub(crate) async fn measured(
        &self,
        account: &AccountId,
        mut input: Option<PostingInput>,
        job_id: Option<&str>,
    ) -> Result<Option<(JobPosting, PostingBrief)>, DocumentError> {
        let mut problems = Vec::new();
        if let Some(posting) = &mut input {
            rules::check_posting(posting, &mut problems);
        }
        let id = job_id.map(rules::id);
        if id == Some(None) {
            rules::add(&mut problems, "job_id", "invalid_id", "Send a UUID.");
        }
        if !problems.is_empty() {
            return Err(DocumentError::Invalid(problems));
        }
        let found = match (&input, id.flatten()) {
            (Some(posting), _) => self.read_posting(posting, &self.today()).await?,
            (None, Some(id)) => self.posting_of_job(account, &id).await?,
            (None, None) => return Ok(None),
        };
        let brief = posting::brief(&found);
        Ok(Some((found.posting, brief)))
    }

    /// A set of the account.
    pub(crate) async fn reported_set(
        &self,
        account: &AccountId,
        document_set_id: &str,
    ) -> Result<ReportedSet, DocumentError> {
        let row = self.find_row(account, document_set_id).await?;
        let body = self.open_body(account, &row)?;
        let view = self.view(account, row, false).await?;
        Ok(ReportedSet {
            posting: body.posting,
            brief: view.posting,
            resume: view.resume,
            letter: view.letter,
        })
    }

    /// A file of a set of the account.
    pub(crate) async fn reported_file(
        &self,
        account: &AccountId,
        document_set_id: &str,
        name: &str,
    ) -> Result<Vec<u8>, DocumentError> {
        Ok(self.file(account, document_set_id, name).await?.1)
    }

    /// The account's last sets.
    pub(crate) async fn set_heads(
        &self,
        account: &AccountId,
    ) -> Result<Vec<SetHead>, DocumentError> {
        let page = self.list(account, None, None, Some(SETS)).await?;
        let heads = page.document_sets.into_iter().map(|set| SetHead {
            document_set_id: set.document_set_id,
            company: set.posting.company,
            files: set.files,
        });
        Ok(heads.collect())
    }

    /// A draft of the account.
    pub(crate) async fn reported_draft(
        &self,
        account: &AccountId,
        draft_id: &str,
    ) -> Result<ResumeDraftView, DocumentError> {
        self.find_draft(account, draft_id).await
    }

    /// Saves a draft if the stored one is still at `seen`.
    pub(crate) async fn save_reported(
        &self,
        account: &AccountId,
        draft_id: &str,
        seen: i64,
        draft: ResumeDraft,
    ) -> Result<ResumeDraftView, DocumentError> {
        Ok(self.save_draft(account, draft_id, seen, draft).await?.view)
    }

    /// Does work of the processor's, a few at a time and within a bound.
    pub(crate) async fn at_the_press<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, DocumentError> + Send + 'static,
    ) -> Result<T, DocumentError> {
        self.press.run(work).await
    }
}
