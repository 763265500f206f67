//! Reports on résumés and letters, and the suggestions they make.

use super::send::Call;
use super::{Answer, Api, unreachable};
use foothold_shared::generation::ResumeDraftView;
use foothold_shared::report::{
    ApplyLetterSuggestion, ApplySuggestion, DocumentSetReport, LetterReportRequest, LetterText,
    ReportRequest, ReportView,
};
use web_sys::{File, FormData};

fn path(list: &str, id: &str, rest: &str) -> String {
    format!(
        "/me/{list}/{}/report{rest}",
        js_sys::encode_uri_component(id)
    )
}

impl Api {
    /// On an uploaded résumé.
    pub(crate) async fn resume_report(
        self,
        resume_id: &str,
        against: &ReportRequest,
    ) -> Answer<ReportView> {
        let call = Call::new("POST", path("resumes", resume_id, "")).json(against);
        self.call(call).await?.json().await
    }

    /// On a résumé of the builder, as it was last saved.
    pub(crate) async fn draft_report(
        self,
        draft_id: &str,
        against: &ReportRequest,
    ) -> Answer<ReportView> {
        let call = Call::new("POST", path("resume-drafts", draft_id, "")).json(against);
        self.call(call).await?.json().await
    }

    /// On the documents of a set, against the posting they were made for.
    pub(crate) async fn set_report(self, set_id: &str) -> Answer<DocumentSetReport> {
        let call = Call::new("POST", path("document-sets", set_id, ""));
        self.call(call).await?.json().await
    }

    /// On a letter's text.
    pub(crate) async fn letter_report(self, letter: &LetterReportRequest) -> Answer<ReportView> {
        let call = Call::new("POST", "/me/letter-reports").json(letter);
        self.call(call).await?.json().await
    }

    /// On a letter's file (PDF or Word).
    pub(crate) async fn letter_file_report(
        self,
        file: &File,
        against: &ReportRequest,
    ) -> Answer<ReportView> {
        let form = FormData::new().map_err(|_| unreachable())?;
        // Our own wire type: it always serialises.
        let about = serde_json::to_string(against).unwrap_or_default();
        form.append_with_blob_and_filename("file", file, &file.name())
            .and_then(|()| form.append_with_str("about", &about))
            .map_err(|_| unreachable())?;
        let call = Call::new("POST", "/me/letter-reports").form(form);
        self.call(call).await?.json().await
    }

    /// Applies a suggestion to a résumé of the builder, if it still has this version: gives the next one.
    pub(crate) async fn apply_to_draft(
        self,
        draft_id: &str,
        version: i64,
        suggestion: &ApplySuggestion,
    ) -> Answer<ResumeDraftView> {
        let tag = format!("\"{version}\"");
        let call = Call::new("POST", path("resume-drafts", draft_id, "/apply"))
            .json(suggestion)
            .if_match(&tag);
        self.call(call).await?.json().await
    }

    /// Makes a résumé of the builder from an upload, with a suggestion applied.
    pub(crate) async fn apply_to_upload(
        self,
        resume_id: &str,
        suggestion: &ApplySuggestion,
    ) -> Answer<ResumeDraftView> {
        let call = Call::new("POST", path("resumes", resume_id, "/apply")).json(suggestion);
        self.call(call).await?.json().await
    }

    /// The same from the résumé of a document set.
    pub(crate) async fn apply_to_set(
        self,
        set_id: &str,
        suggestion: &ApplySuggestion,
    ) -> Answer<ResumeDraftView> {
        let call = Call::new("POST", path("document-sets", set_id, "/apply")).json(suggestion);
        self.call(call).await?.json().await
    }

    /// A letter's text with a suggestion applied.
    pub(crate) async fn apply_to_letter(
        self,
        suggestion: &ApplyLetterSuggestion,
    ) -> Answer<LetterText> {
        let call = Call::new("POST", "/me/letter-reports/apply").json(suggestion);
        self.call(call).await?.json().await
    }
}
