//! Résumés: list, default, download, delete, and what is read in them. The upload is in `upload`.

use super::profile::{Versioned, versioned};
use super::send::Call;
use super::{Answer, Api};
use foothold_shared::reading::{ChosenSuggestions, ReadingView, SuggestionList};
use foothold_shared::resume::{ResumeList, ResumeView};
use web_sys::Blob;

impl Api {
    /// The stored résumés, newest first.
    pub(crate) async fn resumes(self) -> Answer<Vec<ResumeView>> {
        let list: ResumeList = self.call(Call::get("/me/resumes")).await?.json().await?;
        Ok(list.resumes)
    }

    /// Makes a résumé the one that forms get.
    pub(crate) async fn make_default(self, resume_id: &str) -> Answer<ResumeView> {
        let call = Call::new("PUT", format!("/me/resumes/{resume_id}/default"));
        self.call(call).await?.json().await
    }

    /// The file itself.
    pub(crate) async fn resume_file(self, resume_id: &str) -> Answer<Blob> {
        let call = Call::get(format!("/me/resumes/{resume_id}/file"));
        self.call(call).await?.bytes().await
    }

    /// What a program reads in it.
    pub(crate) async fn reading(self, resume_id: &str) -> Answer<ReadingView> {
        let call = Call::get(format!("/me/resumes/{resume_id}/reading"));
        self.call(call).await?.json().await
    }

    /// What of it could go into the profile.
    pub(crate) async fn suggestions(self, resume_id: &str) -> Answer<SuggestionList> {
        let call = Call::get(format!("/me/resumes/{resume_id}/profile-suggestions"));
        self.call(call).await?.json().await
    }

    /// Writes chosen suggestions into the profile.
    pub(crate) async fn apply_suggestions(
        self,
        resume_id: &str,
        chosen: &ChosenSuggestions,
    ) -> Answer<Versioned> {
        let path = format!("/me/resumes/{resume_id}/profile-suggestions/apply");
        versioned(self.call(Call::new("POST", path).json(chosen)).await?).await
    }

    /// Deletes a résumé; `leaving` lets the request outlive the page.
    pub(crate) async fn delete_resume(self, resume_id: &str, leaving: bool) -> Answer<()> {
        let call = Call::new("DELETE", format!("/me/resumes/{resume_id}"));
        self.call(if leaving { call.keepalive() } else { call })
            .await
            .map(drop)
    }
}
