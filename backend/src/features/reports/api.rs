//! Reports under `/me`: on uploads, the builder's résumés, sets and letters; and applying what they suggest.

mod failures;
mod letter_form;

use foothold_shared::generation::ResumeDraftView;
use foothold_shared::report::{
    ApplyLetterSuggestion, ApplySuggestion, DocumentSetReport, LetterText, ReportRequest,
    ReportView,
};
use poem_openapi::param::{Header, Path};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};

use self::letter_form::LetterBody;
use super::service::Reports;
use crate::features::documents::DocumentError;
use crate::http::{Body, Caller, Failure, OptionalBody, version_of};

/// The operations on reports.
#[derive(Debug, Clone)]
pub struct ReportsApi {
    reports: Reports,
}

impl ReportsApi {
    /// The operations on these reports.
    #[must_use]
    pub fn new(reports: Reports) -> Self {
        Self { reports }
    }
}

/// A draft with a suggestion applied.
#[derive(Debug, ApiResponse)]
enum AppliedAnswer {
    /// The draft that was changed.
    #[oai(status = 200)]
    Changed(
        Json<ResumeDraftView>,
        /// The version, to be sent as `If-Match` when saving.
        #[oai(header = "ETag")]
        String,
    ),
    /// The draft that was made.
    #[oai(status = 201)]
    Made(
        Json<ResumeDraftView>,
        /// The version, to be sent as `If-Match` when saving.
        #[oai(header = "ETag")]
        String,
    ),
}

#[OpenApi(tag = "crate::http::Topic::Reports")]
impl ReportsApi {
    /// Report on an uploaded résumé, alone or against a posting
    #[oai(
        path = "/me/resumes/:resume_id/report",
        method = "post",
        operation_id = "reportOnResume"
    )]
    async fn of_upload(
        &self,
        caller: Caller,
        /// The résumé's id.
        resume_id: Path<String>,
        request: OptionalBody<ReportRequest>,
    ) -> Result<Json<ReportView>, Failure> {
        let (account, id) = (&caller.account_id, &resume_id.0);
        Ok(Json(self.reports.of_upload(account, id, request.0).await?))
    }

    /// Make a draft of an uploaded résumé and apply one suggestion to it
    ///
    /// The draft's first version is the résumé as it was read, the second has the change: restoring the first takes it
    /// back.
    #[oai(
        path = "/me/resumes/:resume_id/report/apply",
        method = "post",
        operation_id = "applyToResume"
    )]
    async fn apply_to_upload(
        &self,
        caller: Caller,
        /// The résumé's id.
        resume_id: Path<String>,
        request: Body<ApplySuggestion>,
    ) -> Result<AppliedAnswer, Failure> {
        let (account, id) = (&caller.account_id, &resume_id.0);
        let view = self.reports.apply_to_upload(account, id, request.0).await?;
        let (view, tag) = tag(&view);
        Ok(AppliedAnswer::Made(view, tag))
    }

    /// Report on a résumé of the builder, alone or against a posting
    #[oai(
        path = "/me/resume-drafts/:draft_id/report",
        method = "post",
        operation_id = "reportOnResumeDraft"
    )]
    async fn of_draft(
        &self,
        caller: Caller,
        /// The draft's id.
        draft_id: Path<String>,
        request: OptionalBody<ReportRequest>,
    ) -> Result<Json<ReportView>, Failure> {
        let (account, id) = (&caller.account_id, &draft_id.0);
        Ok(Json(self.reports.of_draft(account, id, request.0).await?))
    }

    /// Apply one suggestion to a résumé of the builder
    ///
    /// It becomes a new version; the one before can be restored.
    #[oai(
        path = "/me/resume-drafts/:draft_id/report/apply",
        method = "post",
        operation_id = "applyToResumeDraft"
    )]
    async fn apply_to_draft(
        &self,
        caller: Caller,
        /// The draft's id.
        draft_id: Path<String>,
        /// The `ETag` of the draft that the report was about.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        request: Body<ApplySuggestion>,
    ) -> Result<AppliedAnswer, Failure> {
        let (account, id) = (&caller.account_id, &draft_id.0);
        let seen = if_match.0.ok_or(DocumentError::VersionRequired)?;
        let seen = version_of(&seen).ok_or(DocumentError::DraftChanged)?;
        let changed = self.reports.apply_to_draft(account, id, seen, request.0);
        let (view, tag) = tag(&changed.await?);
        Ok(AppliedAnswer::Changed(view, tag))
    }

    /// Report on the résumé and the letter of a set, against its own posting
    #[oai(
        path = "/me/document-sets/:document_set_id/report",
        method = "post",
        operation_id = "reportOnDocumentSet"
    )]
    async fn of_set(
        &self,
        caller: Caller,
        /// The set's id.
        document_set_id: Path<String>,
    ) -> Result<Json<DocumentSetReport>, Failure> {
        let (account, id) = (&caller.account_id, &document_set_id.0);
        Ok(Json(self.reports.of_set(account, id).await?))
    }

    /// Make a draft of a set's résumé and apply one suggestion to it
    ///
    /// The set stays as it is; the draft's first version is its résumé.
    #[oai(
        path = "/me/document-sets/:document_set_id/report/apply",
        method = "post",
        operation_id = "applyToDocumentSet"
    )]
    async fn apply_to_set(
        &self,
        caller: Caller,
        /// The set's id.
        document_set_id: Path<String>,
        request: Body<ApplySuggestion>,
    ) -> Result<AppliedAnswer, Failure> {
        let (account, id) = (&caller.account_id, &document_set_id.0);
        let view = self.reports.apply_to_set(account, id, request.0).await?;
        let (view, tag) = tag(&view);
        Ok(AppliedAnswer::Made(view, tag))
    }

    /// Report on a letter: its text, or its file
    ///
    /// Nothing of it is kept. The answer has the text that suggestions are applied to.
    #[oai(
        path = "/me/letter-reports",
        method = "post",
        operation_id = "reportOnLetter"
    )]
    async fn of_letter(
        &self,
        caller: Caller,
        letter: LetterBody,
    ) -> Result<Json<ReportView>, Failure> {
        let account = &caller.account_id;
        let view = match letter {
            LetterBody::Text(request) => self.reports.of_letter_text(account, request).await,
            LetterBody::File { file, about } => {
                self.reports.of_letter_file(account, file, about).await
            }
        };
        Ok(Json(view?))
    }

    /// Apply one suggestion to a letter's text
    ///
    /// The answer is the new text; nothing is kept.
    #[oai(
        path = "/me/letter-reports/apply",
        method = "post",
        operation_id = "applyToLetter"
    )]
    async fn apply_to_letter(
        &self,
        caller: Caller,
        request: Body<ApplyLetterSuggestion>,
    ) -> Result<Json<LetterText>, Failure> {
        let account = &caller.account_id;
        Ok(Json(
            self.reports.apply_to_letter(account, request.0).await?,
        ))
    }
}

/// A draft and its version as an entity tag.
fn tag(view: &ResumeDraftView) -> (Json<ResumeDraftView>, String) {
    (Json(view.clone()), format!("\"{}\"", view.version))
}
