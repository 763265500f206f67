//! The builder's résumés and their versions.

use super::send::{Call, Reply};
use super::{Answer, Api};
use foothold_shared::generation::{
    DraftComparison, ResumeDraft, ResumeDraftBrief, ResumeDraftList, ResumeDraftVersion,
    ResumeDraftVersions, ResumeDraftView,
};

fn path(id: &str) -> String {
    format!("/me/resume-drafts/{}", js_sys::encode_uri_component(id))
}

/// The version as `If-Match` has it; 0 for one that was never saved.
fn tag(version: i64) -> String {
    format!("\"{version}\"")
}

async fn read(reply: Reply) -> Answer<ResumeDraftView> {
    reply.json().await
}

impl Api {
    /// The person's own résumés, the last saved first.
    pub(crate) async fn drafts(self) -> Answer<Vec<ResumeDraftBrief>> {
        let list: ResumeDraftList = self
            .call(Call::get("/me/resume-drafts"))
            .await?
            .json()
            .await?;
        Ok(list.drafts)
    }

    /// One of them.
    pub(crate) async fn draft(self, id: &str) -> Answer<ResumeDraftView> {
        read(self.call(Call::get(path(id))).await?).await
    }

    /// Saves one, if the stored one still has this version; 0 for a new one.
    pub(crate) async fn save_draft(
        self,
        id: &str,
        version: i64,
        draft: &ResumeDraft,
    ) -> Answer<ResumeDraftView> {
        let tag = tag(version);
        let call = Call::new("PUT", path(id)).json(draft).if_match(&tag);
        read(self.call(call).await?).await
    }

    /// Deletes one with all its versions; `leaving` lets the request outlive the page.
    pub(crate) async fn delete_draft(self, id: &str, leaving: bool) -> Answer<()> {
        let call = Call::new("DELETE", path(id));
        self.call(if leaving { call.keepalive() } else { call })
            .await
            .map(drop)
    }

    /// The kept versions, the newest first.
    pub(crate) async fn draft_versions(self, id: &str) -> Answer<Vec<ResumeDraftVersion>> {
        let call = Call::get(format!("{}/versions", path(id)));
        let list: ResumeDraftVersions = self.call(call).await?.json().await?;
        Ok(list.versions)
    }

    /// Two versions, line by line.
    pub(crate) async fn compare_drafts(
        self,
        id: &str,
        from: i64,
        to: i64,
    ) -> Answer<DraftComparison> {
        let call = Call::get(format!("{}/versions/{from}/compare/{to}", path(id)));
        self.call(call).await?.json().await
    }

    /// Makes an earlier version the newest, if the stored one is still `current`.
    pub(crate) async fn restore_draft(
        self,
        id: &str,
        version: i64,
        current: i64,
    ) -> Answer<ResumeDraftView> {
        let tag = tag(current);
        let path = format!("{}/versions/{version}/restore", path(id));
        read(self.call(Call::new("POST", path).if_match(&tag)).await?).await
    }
}
