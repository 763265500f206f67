//! The builder's résumés and their versions.

use foothold_shared::generation::{
    DraftComparison, ResumeDraft, ResumeDraftList, ResumeDraftVersions, ResumeDraftView,
};
use poem_openapi::param::{Header, Path};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};

use crate::features::documents::drafts::Saved;
use crate::features::documents::{DocumentError, Documents};
use crate::http::{Body, Caller, Failure, NoContent, version_of};

/// The operations on the builder's résumés.
#[derive(Debug, Clone)]
pub struct DraftsApi {
    documents: Documents,
}

impl DraftsApi {
    /// The operations on these documents' drafts.
    #[must_use]
    pub fn new(documents: Documents) -> Self {
        Self { documents }
    }
}

/// A draft and its version.
#[derive(Debug, ApiResponse)]
enum DraftAnswer {
    /// The draft.
    #[oai(status = 200)]
    Known(
        Json<ResumeDraftView>,
        /// The version, to be sent as `If-Match` when saving.
        #[oai(header = "ETag")]
        String,
        /// It is personal and changes.
        #[oai(header = "Cache-Control")]
        String,
    ),
    /// Saved for the first time.
    #[oai(status = 201)]
    New(
        Json<ResumeDraftView>,
        /// The version, to be sent as `If-Match` when saving.
        #[oai(header = "ETag")]
        String,
        /// It is personal and changes.
        #[oai(header = "Cache-Control")]
        String,
    ),
}

#[OpenApi(tag = "crate::http::Topic::Documents")]
impl DraftsApi {
    /// List your résumés in the builder, the last saved first
    #[oai(
        path = "/me/resume-drafts",
        method = "get",
        operation_id = "listResumeDrafts"
    )]
    async fn list(&self, caller: Caller) -> Result<Json<ResumeDraftList>, Failure> {
        Ok(Json(self.documents.list_drafts(&caller.account_id).await?))
    }

    /// Read a résumé of the builder
    #[oai(
        path = "/me/resume-drafts/:draft_id",
        method = "get",
        operation_id = "readResumeDraft"
    )]
    async fn find(
        &self,
        caller: Caller,
        /// The draft's id.
        draft_id: Path<String>,
    ) -> Result<DraftAnswer, Failure> {
        let (account, id) = (&caller.account_id, &draft_id.0);
        let view = self.documents.find_draft(account, id).await?;
        Ok(answer(Saved {
            view,
            is_new: false,
        }))
    }

    /// Save a résumé of the builder
    ///
    /// The id is the client's (a UUID). What changes nothing makes no new version; the last 50 versions are kept.
    #[oai(
        path = "/me/resume-drafts/:draft_id",
        method = "put",
        operation_id = "saveResumeDraft"
    )]
    async fn save(
        &self,
        caller: Caller,
        /// The draft's id.
        draft_id: Path<String>,
        /// The `ETag` of the draft that was changed; `"0"` for a new one.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        draft: Body<ResumeDraft>,
    ) -> Result<DraftAnswer, Failure> {
        let (account, id) = (&caller.account_id, &draft_id.0);
        let seen = seen(if_match)?;
        let saved = self
            .documents
            .save_draft(account, id, seen, draft.0)
            .await?;
        Ok(answer(saved))
    }

    /// Delete a résumé of the builder with all its versions
    #[oai(
        path = "/me/resume-drafts/:draft_id",
        method = "delete",
        operation_id = "deleteResumeDraft"
    )]
    async fn delete(
        &self,
        caller: Caller,
        /// The draft's id.
        draft_id: Path<String>,
    ) -> Result<NoContent, Failure> {
        let (account, id) = (&caller.account_id, &draft_id.0);
        self.documents.delete_draft(account, id).await?;
        Ok(NoContent::Done)
    }

    /// List the versions of a résumé, the newest first
    #[oai(
        path = "/me/resume-drafts/:draft_id/versions",
        method = "get",
        operation_id = "listResumeDraftVersions"
    )]
    async fn versions(
        &self,
        caller: Caller,
        /// The draft's id.
        draft_id: Path<String>,
    ) -> Result<Json<ResumeDraftVersions>, Failure> {
        let (account, id) = (&caller.account_id, &draft_id.0);
        Ok(Json(self.documents.list_versions(account, id).await?))
    }

    /// Read a version of a résumé
    #[oai(
        path = "/me/resume-drafts/:draft_id/versions/:version",
        method = "get",
        operation_id = "readResumeDraftVersion"
    )]
    async fn version(
        &self,
        caller: Caller,
        /// The draft's id.
        draft_id: Path<String>,
        /// The version's number.
        version: Path<i64>,
    ) -> Result<Json<ResumeDraft>, Failure> {
        let (account, id) = (&caller.account_id, &draft_id.0);
        let found = self.documents.find_version(account, id, version.0);
        Ok(Json(found.await?))
    }

    /// Compare two versions of a résumé, line by line
    #[oai(
        path = "/me/resume-drafts/:draft_id/versions/:version/compare/:other",
        method = "get",
        operation_id = "compareResumeDraftVersions"
    )]
    async fn compare(
        &self,
        caller: Caller,
        /// The draft's id.
        draft_id: Path<String>,
        /// The first version's number.
        version: Path<i64>,
        /// The second version's number.
        other: Path<i64>,
    ) -> Result<Json<DraftComparison>, Failure> {
        let (account, id) = (&caller.account_id, &draft_id.0);
        let compared = self
            .documents
            .compare_versions(account, id, version.0, other.0);
        Ok(Json(compared.await?))
    }

    /// Bring an earlier version of a résumé back
    ///
    /// It becomes the newest version; nothing is lost.
    #[oai(
        path = "/me/resume-drafts/:draft_id/versions/:version/restore",
        method = "post",
        operation_id = "restoreResumeDraftVersion"
    )]
    async fn restore(
        &self,
        caller: Caller,
        /// The draft's id.
        draft_id: Path<String>,
        /// The version's number.
        version: Path<i64>,
        /// The `ETag` of the draft as it is now.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
    ) -> Result<DraftAnswer, Failure> {
        let (account, id) = (&caller.account_id, &draft_id.0);
        let seen = seen(if_match)?;
        let restored = self.documents.restore_version(account, id, version.0, seen);
        Ok(answer(restored.await?))
    }
}

fn seen(if_match: Header<Option<String>>) -> Result<i64, DocumentError> {
    let tag = if_match.0.ok_or(DocumentError::VersionRequired)?;
    version_of(&tag).ok_or(DocumentError::DraftChanged)
}

fn answer(saved: Saved) -> DraftAnswer {
    let tag = format!("\"{}\"", saved.view.version);
    let view = Json(saved.view);
    let cache = "private, no-cache".to_owned();
    if saved.is_new {
        DraftAnswer::New(view, tag, cache)
    } else {
        DraftAnswer::Known(view, tag, cache)
    }
}
