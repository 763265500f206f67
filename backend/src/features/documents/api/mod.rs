//! `/jobs/{job_id}/generate-documents`, `/me/document-sets`, `/me/document-previews`, `/me/document-style`,
//! `/me/resume-drafts` and `/me/resumes/best-for`.

mod drafts;
mod failures;
mod sets;

use super::service::Documents;

/// The operations on documents.
pub type DocumentsApi = (SetsApi, DraftsApi);

use drafts::DraftsApi;
use sets::SetsApi;

impl Documents {
    /// The operations on these documents.
    #[must_use]
    pub fn api(&self) -> DocumentsApi {
        (SetsApi::new(self.clone()), DraftsApi::new(self.clone()))
    }
}
