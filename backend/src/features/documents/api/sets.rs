//! Generating documents, the sets that were made, previews, and what a person likes.

use foothold_shared::generation::{
    BestResumeRequest, BestResumes, DocumentPreview, DocumentRating, DocumentSetPage,
    DocumentSetView, DocumentStyleView, GenerateDocuments,
};
use poem_openapi::param::{Header, Path, Query};
use poem_openapi::payload::{Binary, Json};
use poem_openapi::{ApiResponse, OpenApi};

use crate::features::documents::Documents;
use crate::features::resumes::attachment;
use crate::http::{Body, Caller, Download, Failure, NoContent};

/// The operations on document sets.
#[derive(Debug, Clone)]
pub struct SetsApi {
    documents: Documents,
}

impl SetsApi {
    /// The operations on these documents.
    #[must_use]
    pub fn new(documents: Documents) -> Self {
        Self { documents }
    }
}

/// What generating answers.
#[derive(Debug, ApiResponse)]
enum GenerateAnswer {
    /// This request was answered before: the same set again.
    #[oai(status = 200)]
    Known(Json<DocumentSetView>),
    /// Made.
    #[oai(status = 201)]
    Made(Json<DocumentSetView>),
}

/// What a preview answers.
#[derive(Debug, ApiResponse)]
enum PreviewAnswer {
    /// The PDF.
    #[oai(status = 200)]
    Pdf(
        Binary<Vec<u8>>,
        /// `application/pdf`.
        #[oai(header = "Content-Type")]
        String,
        /// How many pages it has.
        #[oai(header = "X-Pages")]
        u32,
        /// Nothing of it is kept.
        #[oai(header = "Cache-Control")]
        String,
    ),
}

#[OpenApi(tag = "crate::http::Topic::Documents")]
impl SetsApi {
    /// Make a résumé and a letter for a job
    ///
    /// From the profile, for the posting in the request; where it carries none, for the posting that is known of the
    /// job. Each call makes the job's next version. Every statement names the facts of the profile that it rests on,
    /// and every file was read back before it is given out. With an `Idempotency-Key`, the same request again gives
    /// the same set.
    #[oai(
        path = "/jobs/:job_id/generate-documents",
        method = "post",
        operation_id = "generateDocuments"
    )]
    async fn generate(
        &self,
        caller: Caller,
        /// The job's id (UUID); for a job that the server does not know, one of the client's own.
        job_id: Path<String>,
        /// The client's own key of this request, at most 255 characters.
        #[oai(name = "Idempotency-Key")]
        idempotency_key: Header<Option<String>>,
        request: Body<GenerateDocuments>,
    ) -> Result<GenerateAnswer, Failure> {
        let account = &caller.account_id;
        let generated = self
            .documents
            .generate(account, &job_id.0, idempotency_key.0, request.0)
            .await?;
        let view = Json(generated.view);
        Ok(if generated.is_new {
            GenerateAnswer::Made(view)
        } else {
            GenerateAnswer::Known(view)
        })
    }

    /// List your document sets, the newest first
    #[oai(
        path = "/me/document-sets",
        method = "get",
        operation_id = "listDocumentSets"
    )]
    async fn list(
        &self,
        caller: Caller,
        /// Only those for this job.
        job_id: Query<Option<String>>,
        /// Only those with a file of this SHA-256 (lower-case hex), as receipts name what was attached.
        file_sha256: Query<Option<String>>,
        /// `next_cursor` of the page before; left out for the first. Not with `file_sha256`.
        cursor: Query<Option<String>>,
        /// How many at most, 1 to 100; 25 if left out.
        limit: Query<Option<i64>>,
    ) -> Result<Json<DocumentSetPage>, Failure> {
        let (job_id, cursor) = (job_id.0.as_deref(), cursor.0.as_deref());
        let account = &caller.account_id;
        if let Some(hash) = &file_sha256.0 {
            let page = self
                .documents
                .list_with_file(account, job_id, hash, limit.0)
                .await?;
            return Ok(Json(page));
        }
        let page = self
            .documents
            .list(account, job_id, cursor, limit.0)
            .await?;
        Ok(Json(page))
    }

    /// Read a document set
    #[oai(
        path = "/me/document-sets/:document_set_id",
        method = "get",
        operation_id = "readDocumentSet"
    )]
    async fn find(
        &self,
        caller: Caller,
        /// The set's id.
        document_set_id: Path<String>,
        /// Whether the answer carries the files themselves.
        include_files: Query<Option<bool>>,
    ) -> Result<Json<DocumentSetView>, Failure> {
        let (account, id) = (&caller.account_id, &document_set_id.0);
        let with_files = include_files.0.unwrap_or_default();
        Ok(Json(self.documents.find(account, id, with_files).await?))
    }

    /// Download a file of a document set
    #[oai(
        path = "/me/document-sets/:document_set_id/files/:name",
        method = "get",
        operation_id = "downloadDocument"
    )]
    async fn download(
        &self,
        caller: Caller,
        /// The set's id.
        document_set_id: Path<String>,
        /// `resume` or `letter` with `.pdf`, `.docx` or `.txt`; `resume.json`.
        name: Path<String>,
        /// The `ETag` of the bytes that the client has.
        #[oai(name = "If-None-Match")]
        if_none_match: Header<Option<String>>,
    ) -> Result<Download, Failure> {
        let (account, id) = (&caller.account_id, &document_set_id.0);
        let (file, bytes) = self.documents.file(account, id, &name.0).await?;
        Ok(Download::unless_known(
            if_none_match.0.as_deref(),
            &file.sha256,
            &file.media_type,
            attachment(&file.download_name),
            bytes,
        ))
    }

    /// Delete a document set with its files
    #[oai(
        path = "/me/document-sets/:document_set_id",
        method = "delete",
        operation_id = "deleteDocumentSet"
    )]
    async fn delete(
        &self,
        caller: Caller,
        /// The set's id.
        document_set_id: Path<String>,
    ) -> Result<NoContent, Failure> {
        let (account, id) = (&caller.account_id, &document_set_id.0);
        self.documents.delete(account, id).await?;
        Ok(NoContent::Done)
    }

    /// Answer the one question about a document
    ///
    /// Later documents are made accordingly. Another answer to the same question replaces the first.
    #[oai(
        path = "/me/document-sets/:document_set_id/ratings",
        method = "post",
        operation_id = "rateDocument"
    )]
    async fn rate(
        &self,
        caller: Caller,
        /// The set's id.
        document_set_id: Path<String>,
        rating: Body<DocumentRating>,
    ) -> Result<Json<DocumentStyleView>, Failure> {
        let (account, id) = (&caller.account_id, &document_set_id.0);
        Ok(Json(self.documents.rate(account, id, &rating.0).await?))
    }

    /// Read what was learned from your answers and edits
    #[oai(
        path = "/me/document-style",
        method = "get",
        operation_id = "readDocumentStyle"
    )]
    async fn style(&self, caller: Caller) -> Result<Json<DocumentStyleView>, Failure> {
        Ok(Json(self.documents.style_view(&caller.account_id).await?))
    }

    /// Forget what was learned from your answers and edits
    #[oai(
        path = "/me/document-style",
        method = "delete",
        operation_id = "forgetDocumentStyle"
    )]
    async fn forget_style(&self, caller: Caller) -> Result<NoContent, Failure> {
        self.documents.forget_style(&caller.account_id).await?;
        Ok(NoContent::Done)
    }

    /// Show a résumé or a letter as a PDF
    ///
    /// Nothing of it is kept.
    #[oai(
        path = "/me/document-previews",
        method = "post",
        operation_id = "previewDocument"
    )]
    async fn preview(
        &self,
        _caller: Caller,
        preview: Body<DocumentPreview>,
    ) -> Result<PreviewAnswer, Failure> {
        let pdf = self.documents.preview(preview.0).await?;
        Ok(PreviewAnswer::Pdf(
            Binary(pdf.bytes),
            "application/pdf".to_owned(),
            pdf.pages,
            "no-store".to_owned(),
        ))
    }

    /// Find the résumé that suits a posting best
    ///
    /// Among the uploaded ones, by what can be read in them, and the builder's, each with the reasons.
    #[oai(
        path = "/me/resumes/best-for",
        method = "post",
        operation_id = "findBestResume"
    )]
    async fn best_for(
        &self,
        caller: Caller,
        request: Body<BestResumeRequest>,
    ) -> Result<Json<BestResumes>, Failure> {
        let account = &caller.account_id;
        Ok(Json(self.documents.best_for(account, request.0).await?))
    }
}
