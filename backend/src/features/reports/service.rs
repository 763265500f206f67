//! Reports on résumés, and applying one suggestion to a draft.

use std::sync::Arc;

use foothold_documents::report::{self, Measure, Report, ResumeCase};
use foothold_shared::document::{DocumentLook, ResumeContent};
use foothold_shared::generation::{ResumeDraft, ResumeDraftView};
use foothold_shared::reading::ReadingView;
use foothold_shared::report::{ApplySuggestion, DocumentSetReport, ReportRequest, ReportView};

use super::error::ReportError;
use crate::clock::Clock;
use crate::features::documents::{DocumentError, Documents};
use crate::features::profiles::Profiles;
use crate::features::receipts::Receipts;
use crate::features::resumes::Resumes;
use crate::features::suggestions;
use crate::ids::AccountId;

/// Makes reports; keeps nothing of its own.
#[derive(Debug, Clone)]
pub struct Reports {
    pub(super) documents: Documents,
    pub(super) resumes: Resumes,
    pub(super) profiles: Profiles,
    pub(super) receipts: Receipts,
    pub(super) clock: Arc<dyn Clock>,
}

/// A résumé that is reported on.
pub(super) struct Subject {
    pub(super) reading: ReadingView,
    /// What suggestions are applied to.
    pub(super) content: ResumeContent,
    pub(super) measure: Option<Measure>,
    /// The set it is of, which is not the past.
    pub(super) set: Option<String>,
}

impl Reports {
    /// Reports on these documents and résumés of these profiles.
    #[must_use]
    pub fn new(
        documents: Documents,
        resumes: Resumes,
        profiles: Profiles,
        receipts: Receipts,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self {
            documents,
            resumes,
            profiles,
            receipts,
            clock,
        }
    }

    /// The report on an upload.
    pub(super) async fn of_upload(
        &self,
        account: &AccountId,
        resume_id: &str,
        request: ReportRequest,
    ) -> Result<ReportView, ReportError> {
        let subject = self.upload(account, resume_id, request).await?;
        Ok(self.report(account, subject).await?.0.view)
    }

    /// The report on a résumé of the builder.
    pub(super) async fn of_draft(
        &self,
        account: &AccountId,
        draft_id: &str,
        request: ReportRequest,
    ) -> Result<ReportView, ReportError> {
        let draft = self
            .documents
            .reported_draft(account, draft_id)
            .await?
            .draft;
        let subject = self.draft(account, draft, request).await?;
        Ok(self.report(account, subject).await?.0.view)
    }

    /// The reports on the documents of a set, against its own posting.
    pub(super) async fn of_set(
        &self,
        account: &AccountId,
        document_set_id: &str,
    ) -> Result<DocumentSetReport, ReportError> {
        let set = self
            .documents
            .reported_set(account, document_set_id)
            .await?;
        let letter = match &set.letter {
            Some(letter) => {
                let measure = Measure {
                    posting: set.posting.clone(),
                    brief: set.brief.clone(),
                };
                let text = super::letters::text_of(letter);
                let id = Some(document_set_id);
                let reading = super::letters::reading_of_text(&text);
                let made = self
                    .of_letter(account, text, reading, Some(measure), id)
                    .await?;
                Some(made.view)
            }
            None => None,
        };
        let resume = match self.set(account, document_set_id).await {
            Ok(subject) => Some(self.report(account, subject).await?.0.view),
            Err(ReportError::NoResume) => None,
            Err(error) => return Err(error),
        };
        Ok(DocumentSetReport { resume, letter })
    }

    /// Makes a draft of an upload, and applies one suggestion to it as its second version.
    pub(super) async fn apply_to_upload(
        &self,
        account: &AccountId,
        resume_id: &str,
        request: ApplySuggestion,
    ) -> Result<ResumeDraftView, ReportError> {
        let known = self.resumes.list(account).await?.resumes;
        let name = known
            .into_iter()
            .find(|resume| resume.resume_id == resume_id)
            .map(|resume| match resume.name.as_str() {
                "" => resume.file_name,
                name => name.to_owned(),
            })
            .unwrap_or_default();
        let asked = asked(&request);
        let subject = self.upload(account, resume_id, asked).await?;
        self.apply_to_new(account, subject, name, DocumentLook::default(), request)
            .await
    }

    /// Makes a draft of a set's résumé, and applies one suggestion to it as its second version.
    pub(super) async fn apply_to_set(
        &self,
        account: &AccountId,
        document_set_id: &str,
        request: ApplySuggestion,
    ) -> Result<ResumeDraftView, ReportError> {
        let set = self
            .documents
            .reported_set(account, document_set_id)
            .await?;
        let name = set.brief.title;
        let subject = self.set(account, document_set_id).await?;
        self.apply_to_new(account, subject, name, DocumentLook::default(), request)
            .await
    }

    /// Applies one suggestion to a résumé of the builder, if it is still at `seen`.
    pub(super) async fn apply_to_draft(
        &self,
        account: &AccountId,
        draft_id: &str,
        seen: i64,
        request: ApplySuggestion,
    ) -> Result<ResumeDraftView, ReportError> {
        let known = self.documents.reported_draft(account, draft_id).await?;
        if known.version != seen {
            return Err(DocumentError::DraftChanged.into());
        }
        let asked = asked(&request);
        let subject = self.draft(account, known.draft.clone(), asked).await?;
        let (report, content) = self.report(account, subject).await?;
        let draft = ResumeDraft {
            content: applied(&report, &content, &request.suggestion_id)?,
            ..known.draft
        };
        Ok(self
            .documents
            .save_reported(account, draft_id, seen, draft)
            .await?)
    }

    async fn apply_to_new(
        &self,
        account: &AccountId,
        subject: Subject,
        name: String,
        look: DocumentLook,
        request: ApplySuggestion,
    ) -> Result<ResumeDraftView, ReportError> {
        let (report, content) = self.report(account, subject).await?;
        let changed = applied(&report, &content, &request.suggestion_id)?;
        let draft = ResumeDraft {
            name: name.chars().take(120).collect(),
            content,
            look,
            ..ResumeDraft::default()
        };
        // The first version is the résumé as it was, so that the change can be compared and taken back.
        let documents = &self.documents;
        let first = documents
            .save_reported(account, &request.draft_id, 0, draft.clone())
            .await?;
        let draft = ResumeDraft {
            name: first.draft.name,
            content: changed,
            ..draft
        };
        Ok(documents
            .save_reported(account, &request.draft_id, first.version, draft)
            .await?)
    }

    async fn upload(
        &self,
        account: &AccountId,
        resume_id: &str,
        request: ReportRequest,
    ) -> Result<Subject, ReportError> {
        let reading = self.resumes.reading(account, resume_id).await?;
        let measure = self
            .measure(account, request.posting, request.job_id.as_deref())
            .await?;
        Ok(Subject {
            content: report::content_of(&reading),
            reading,
            measure,
            set: None,
        })
    }

    async fn draft(
        &self,
        account: &AccountId,
        draft: ResumeDraft,
        request: ReportRequest,
    ) -> Result<Subject, ReportError> {
        let measure = self
            .measure(account, request.posting, request.job_id.as_deref())
            .await?;
        let reading = self.read_own(draft.content.clone(), draft.look).await?;
        Ok(Subject {
            reading,
            content: draft.content,
            measure,
            set: None,
        })
    }

    async fn set(&self, account: &AccountId, id: &str) -> Result<Subject, ReportError> {
        let set = self.documents.reported_set(account, id).await?;
        let content = set.resume.ok_or(ReportError::NoResume)?;
        let file = match self
            .documents
            .reported_file(account, id, "resume.pdf")
            .await
        {
            // Words that our fonts lack: the set has a Word file only.
            Err(DocumentError::FileNotFound) => {
                self.documents
                    .reported_file(account, id, "resume.docx")
                    .await
            }
            found => found,
        };
        let reading = self.read_made(file?).await?;
        Ok(Subject {
            reading,
            content,
            measure: Some(Measure {
                posting: set.posting,
                brief: set.brief,
            }),
            set: Some(id.to_owned()),
        })
    }

    /// Makes the report, and gives back what its suggestions are applied to.
    async fn report(
        &self,
        account: &AccountId,
        subject: Subject,
    ) -> Result<(Report, ResumeContent), ReportError> {
        let profile = self.profiles.load(account).await?.profile;
        let company = subject
            .measure
            .as_ref()
            .map(|measure| measure.brief.company.clone())
            .unwrap_or_default();
        let past = self.past(account, &company, subject.set.as_deref()).await?;
        let today = self.today();
        let work = move || {
            let case = ResumeCase {
                says: suggestions::profile_of(subject.reading.clone()),
                reading: subject.reading,
                content: subject.content,
                profile,
                posting: subject.measure,
                sent: past.sent,
                today,
            };
            Ok((report::resume(&case), case.content))
        };
        Ok(self.documents.at_the_press(work).await?)
    }

    /// Today in UTC, `YYYY-MM-DD`.
    pub(super) fn today(&self) -> String {
        let now = chrono::DateTime::from_timestamp_millis(self.clock.now_ms()).unwrap_or_default();
        now.format("%Y-%m-%d").to_string()
    }
}

fn asked(request: &ApplySuggestion) -> ReportRequest {
    ReportRequest {
        posting: request.posting.clone(),
        job_id: request.job_id.clone(),
    }
}

/// The content with the one suggestion applied.
fn applied(
    report: &Report,
    content: &ResumeContent,
    suggestion_id: &str,
) -> Result<ResumeContent, ReportError> {
    report
        .proposals
        .iter()
        .find(|proposal| proposal.view.suggestion_id == suggestion_id)
        .and_then(|proposal| report::apply(content, proposal))
        .ok_or(ReportError::SuggestionGone)
}
