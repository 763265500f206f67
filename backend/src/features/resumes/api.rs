//! `/me/resumes`: uploading, listing, downloading, choosing and deleting résumés.

mod failures;
mod upload;

use foothold_shared::reading::ReadingView;
use foothold_shared::resume::{ResumeChange, ResumeList, ResumeView};
use poem_openapi::param::{Header, Path};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};

use super::file_name::attachment;
use super::service::{Resumes, Upload};
use crate::http::{Body, Caller, Download, Failure, NoContent};

/// The operations on résumés.
#[derive(Debug, Clone)]
pub struct ResumesApi {
    resumes: Resumes,
}

impl ResumesApi {
    /// The operations on these résumés.
    #[must_use]
    pub fn new(resumes: Resumes) -> Self {
        Self { resumes }
    }
}

/// What an upload answers.
#[derive(Debug, ApiResponse)]
enum UploadAnswer {
    /// The same bytes are there already: this is that résumé.
    #[oai(status = 200)]
    Known(Json<ResumeView>),
    /// Stored.
    #[oai(status = 201)]
    Stored(Json<ResumeView>),
}

#[OpenApi(tag = "crate::http::Topic::Resumes")]
impl ResumesApi {
    /// Upload a résumé
    ///
    /// A PDF or Word (.docx) file of at most 5 MB, told by its content. An account's first résumé
    /// becomes its default.
    #[oai(path = "/me/resumes", method = "post", operation_id = "uploadResume")]
    async fn upload(&self, caller: Caller, upload: Upload) -> Result<UploadAnswer, Failure> {
        let stored = self.resumes.add(&caller.account_id, upload).await?;
        let view = Json(stored.view);
        Ok(if stored.is_new {
            UploadAnswer::Stored(view)
        } else {
            UploadAnswer::Known(view)
        })
    }

    /// List your résumés
    #[oai(path = "/me/resumes", method = "get", operation_id = "listResumes")]
    async fn list(&self, caller: Caller) -> Result<Json<ResumeList>, Failure> {
        Ok(Json(self.resumes.list(&caller.account_id).await?))
    }

    /// Download a résumé
    #[oai(
        path = "/me/resumes/:resume_id/file",
        method = "get",
        operation_id = "downloadResume"
    )]
    async fn download(
        &self,
        caller: Caller,
        /// The résumé's id.
        resume_id: Path<String>,
        /// The `ETag` of the bytes that the client has.
        #[oai(name = "If-None-Match")]
        if_none_match: Header<Option<String>>,
    ) -> Result<Download, Failure> {
        let (view, bytes) = self.resumes.read(&caller.account_id, &resume_id.0).await?;
        Ok(Download::unless_known(
            if_none_match.0.as_deref(),
            &view.sha256,
            view.format.media_type(),
            attachment(&view.file_name),
            bytes,
        ))
    }

    /// What an employer's system reads in a résumé
    ///
    /// The text in the order of reading and what was understood of it, each value with its place and how sure the
    /// reader is. A file without text says so in `status`.
    #[oai(
        path = "/me/resumes/:resume_id/reading",
        method = "get",
        operation_id = "readResume"
    )]
    async fn reading(
        &self,
        caller: Caller,
        /// The résumé's id.
        resume_id: Path<String>,
    ) -> Result<Json<ReadingView>, Failure> {
        let (account, id) = (&caller.account_id, &resume_id.0);
        Ok(Json(self.resumes.reading(account, id).await?))
    }

    /// Choose the résumé that forms get
    #[oai(
        path = "/me/resumes/:resume_id/default",
        method = "put",
        operation_id = "chooseResume"
    )]
    async fn make_default(
        &self,
        caller: Caller,
        /// The résumé's id.
        resume_id: Path<String>,
    ) -> Result<Json<ResumeView>, Failure> {
        Ok(Json(
            self.resumes
                .make_default(&caller.account_id, &resume_id.0)
                .await?,
        ))
    }

    /// Name a résumé and say what it is for
    ///
    /// What is left out stays. The file keeps the name it was uploaded under.
    #[oai(
        path = "/me/resumes/:resume_id",
        method = "patch",
        operation_id = "changeResume"
    )]
    async fn change(
        &self,
        caller: Caller,
        /// The résumé's id.
        resume_id: Path<String>,
        change: Body<ResumeChange>,
    ) -> Result<Json<ResumeView>, Failure> {
        Ok(Json(
            self.resumes
                .change(&caller.account_id, &resume_id.0, change.0)
                .await?,
        ))
    }

    /// Delete a résumé
    ///
    /// If it was the default, the newest remaining one becomes the default.
    #[oai(
        path = "/me/resumes/:resume_id",
        method = "delete",
        operation_id = "deleteResume"
    )]
    async fn delete(
        &self,
        caller: Caller,
        /// The résumé's id.
        resume_id: Path<String>,
    ) -> Result<NoContent, Failure> {
        self.resumes
            .delete(&caller.account_id, &resume_id.0)
            .await?;
        Ok(NoContent::Done)
    }
}
