//! Documents for jobs: the sets that were made, making one, previews, the answer to the one question.

use super::send::Call;
use super::{Answer, Api};
use foothold_shared::generation::{
    DocumentPreview, DocumentRating, DocumentSetBrief, DocumentSetPage, DocumentSetView,
    DocumentStyleView, GenerateDocuments,
};
use foothold_shared::job::JobView;
use web_sys::Blob;

/// A document as a PDF.
pub(crate) struct Pages {
    /// The PDF.
    pub(crate) pdf: Blob,
    /// How many pages it has; `None` where the server does not say.
    pub(crate) count: Option<u32>,
}

impl Api {
    /// One page of the sets, the newest first; of one job where it is named.
    pub(crate) async fn document_sets(
        self,
        job_id: Option<&str>,
        cursor: Option<&str>,
        limit: u32,
    ) -> Answer<DocumentSetPage> {
        let mut path = format!("/me/document-sets?limit={limit}");
        for (name, value) in [("job_id", job_id), ("cursor", cursor)] {
            if let Some(value) = value {
                path.push_str(&format!("&{name}={}", encoded(value)));
            }
        }
        self.call(Call::get(path)).await?.json().await
    }

    /// The sets that hold a file of this SHA-256, the newest first.
    pub(crate) async fn document_sets_with(self, sha256: &str) -> Answer<Vec<DocumentSetBrief>> {
        let path = format!("/me/document-sets?file_sha256={}", encoded(sha256));
        let page: DocumentSetPage = self.call(Call::get(path)).await?.json().await?;
        Ok(page.document_sets)
    }

    /// One set, without the bytes of its files.
    pub(crate) async fn document_set(self, id: &str) -> Answer<DocumentSetView> {
        let call = Call::get(format!("/me/document-sets/{}", encoded(id)));
        self.call(call).await?.json().await
    }

    /// Makes the job's next set. With the same `key` the same request is answered with the same set.
    pub(crate) async fn generate(
        self,
        job_id: &str,
        key: &str,
        request: &GenerateDocuments,
    ) -> Answer<DocumentSetView> {
        let path = format!("/jobs/{}/generate-documents", encoded(job_id));
        let call = Call::new("POST", path).json(request).idempotent(key);
        self.call(call).await?.json().await
    }

    /// A file of a set.
    pub(crate) async fn document_file(self, set_id: &str, name: &str) -> Answer<Blob> {
        let path = format!(
            "/me/document-sets/{}/files/{}",
            encoded(set_id),
            encoded(name)
        );
        self.call(Call::get(path)).await?.bytes().await
    }

    /// Deletes a set with its files; `leaving` lets the request outlive the page.
    pub(crate) async fn delete_document_set(self, id: &str, leaving: bool) -> Answer<()> {
        let call = Call::new("DELETE", format!("/me/document-sets/{}", encoded(id)));
        self.call(if leaving { call.keepalive() } else { call })
            .await
            .map(drop)
    }

    /// Shows a document as it would be set; nothing is kept.
    pub(crate) async fn preview(self, document: &DocumentPreview) -> Answer<Pages> {
        let call = Call::new("POST", "/me/document-previews").json(document);
        let reply = self.call(call).await?;
        let count = reply.header("X-Pages").and_then(|pages| pages.parse().ok());
        Ok(Pages {
            pdf: reply.bytes().await?,
            count,
        })
    }

    /// Answers the one question about a set.
    pub(crate) async fn rate_documents(
        self,
        set_id: &str,
        rating: &DocumentRating,
    ) -> Answer<DocumentStyleView> {
        let path = format!("/me/document-sets/{}/ratings", encoded(set_id));
        let call = Call::new("POST", path).json(rating);
        self.call(call).await?.json().await
    }

    /// A gathered job, for its title and company.
    pub(crate) async fn job_to_apply_for(self, job_id: &str) -> Answer<JobView> {
        let call = Call::get(format!("/jobs/{}", encoded(job_id)));
        self.call(call).await?.json().await
    }
}

fn encoded(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}
