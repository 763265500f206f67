//! The builder's résumés: saved without overwriting what another device saved, with their versions.

use foothold_rendering::{Document, text};
use foothold_shared::generation::{
    DraftComparison, ResumeDraft, ResumeDraftBrief, ResumeDraftList, ResumeDraftVersion,
    ResumeDraftVersions, ResumeDraftView,
};
use foothold_shared::problem::FieldProblem;

use super::compare::compare;
use super::error::DocumentError;
use super::rules;
use super::sealing::{self, DRAFT, version_key};
use super::service::Documents;
use super::store::drafts::{self, DraftRow, VersionRow};
use super::store::sets;
use crate::ids::AccountId;

/// The most drafts of one account.
const DRAFTS_PER_ACCOUNT: i64 = 50;
/// The most versions of one draft; the oldest go first.
const VERSIONS_PER_DRAFT: i64 = 50;

/// A draft that was saved, and whether it was new.
pub(super) struct Saved {
    pub(super) view: ResumeDraftView,
    pub(super) is_new: bool,
}

impl Documents {
    /// The account's drafts, the last saved first.
    pub(super) async fn list_drafts(
        &self,
        account: &AccountId,
    ) -> Result<ResumeDraftList, DocumentError> {
        let rows = drafts::list(&mut self.db.read().await?.conn(), account).await?;
        let brief = |row: DraftRow| {
            let view = self.open_draft(account, row)?;
            Ok(ResumeDraftBrief {
                draft_id: view.draft_id,
                version: view.version,
                saved_at_ms: view.saved_at_ms,
                name: view.draft.name,
                tags: view.draft.tags,
                look: view.draft.look,
            })
        };
        let drafts = rows
            .into_iter()
            .map(brief)
            .collect::<Result<_, DocumentError>>()?;
        Ok(ResumeDraftList { drafts })
    }

    /// One draft, as it was last saved.
    pub(super) async fn find_draft(
        &self,
        account: &AccountId,
        draft_id: &str,
    ) -> Result<ResumeDraftView, DocumentError> {
        let id = rules::id(draft_id).ok_or(DocumentError::DraftNotFound)?;
        let row = drafts::find(&mut self.db.read().await?.conn(), account, &id)
            .await?
            .ok_or(DocumentError::DraftNotFound)?;
        self.open_draft(account, row)
    }

    /// Saves a draft if the stored one is still at `seen` (0 for one that is not there yet). What changes nothing
    /// makes no version.
    pub(super) async fn save_draft(
        &self,
        account: &AccountId,
        draft_id: &str,
        seen: i64,
        draft: ResumeDraft,
    ) -> Result<Saved, DocumentError> {
        let draft = rules::accept_draft(draft).map_err(DocumentError::Invalid)?;
        let id = rules::id(draft_id).ok_or_else(|| {
            DocumentError::Invalid(vec![FieldProblem {
                field: "draft_id".to_owned(),
                code: "invalid_id".to_owned(),
                message: "Send a UUID.".to_owned(),
            }])
        })?;
        let now_ms = self.clock.now_ms();
        let mut tx = self.db.begin().await?;
        sets::lock_shelf(&mut tx.conn(), account, now_ms).await?;
        let known = drafts::find(&mut tx.conn(), account, &id).await?;
        let latest = known.as_ref().map_or(0, |row| row.version);
        if latest != seen {
            return Err(DocumentError::DraftChanged);
        }
        let is_new = known.is_none();
        if let Some(known) = &known
            && let Ok(stored) = self.open_draft(account, known.clone())
            && stored.draft == draft
        {
            return Ok(Saved {
                view: stored,
                is_new,
            });
        }
        if is_new && drafts::count(&mut tx.conn(), account).await? >= DRAFTS_PER_ACCOUNT {
            return Err(DocumentError::TooManyDrafts);
        }
        let version = latest + 1;
        let row = DraftRow {
            draft_sealed: self.seal_draft(account, &id, version, &draft),
            draft_id: id,
            version,
            created_at_ms: known.map_or(now_ms, |known| known.created_at_ms),
            saved_at_ms: now_ms,
        };
        let saved = if is_new {
            drafts::insert(&mut tx.conn(), account, &row).await?
        } else {
            let oldest = version - VERSIONS_PER_DRAFT;
            let id = &row.draft_id;
            drafts::delete_versions(&mut tx.conn(), account, id, oldest).await?;
            drafts::update(&mut tx.conn(), account, latest, &row).await?
        };
        if !saved {
            return Err(DocumentError::DraftChanged);
        }
        tx.commit().await?;
        Ok(Saved {
            view: view(row, draft),
            is_new,
        })
    }

    /// Deletes a draft with all its versions.
    pub(super) async fn delete_draft(
        &self,
        account: &AccountId,
        draft_id: &str,
    ) -> Result<(), DocumentError> {
        let id = rules::id(draft_id).ok_or(DocumentError::DraftNotFound)?;
        let mut tx = self.db.begin().await?;
        if !drafts::delete(&mut tx.conn(), account, &id).await? {
            return Err(DocumentError::DraftNotFound);
        }
        Ok(tx.commit().await?)
    }

    /// The kept versions of a draft, the newest first.
    pub(super) async fn list_versions(
        &self,
        account: &AccountId,
        draft_id: &str,
    ) -> Result<ResumeDraftVersions, DocumentError> {
        let id = rules::id(draft_id).ok_or(DocumentError::DraftNotFound)?;
        let mut held = self.db.read().await?;
        let rows = drafts::list_versions(&mut held.conn(), account, &id).await?;
        drop(held);
        if rows.is_empty() {
            return Err(DocumentError::DraftNotFound);
        }
        let said = |row: VersionRow| {
            let (version, saved_at_ms) = (row.version, row.saved_at_ms);
            let draft = self.open_version(account, &id, &row)?;
            Ok(ResumeDraftVersion {
                version,
                saved_at_ms,
                name: draft.name,
            })
        };
        let versions = rows
            .into_iter()
            .map(said)
            .collect::<Result<_, DocumentError>>()?;
        Ok(ResumeDraftVersions { versions })
    }

    /// One version of a draft.
    pub(super) async fn find_version(
        &self,
        account: &AccountId,
        draft_id: &str,
        version: i64,
    ) -> Result<ResumeDraft, DocumentError> {
        let id = rules::id(draft_id).ok_or(DocumentError::DraftNotFound)?;
        let mut held = self.db.read().await?;
        if let Some(row) = drafts::find_version(&mut held.conn(), account, &id, version).await? {
            return self.open_version(account, &id, &row);
        }
        Err(match drafts::find(&mut held.conn(), account, &id).await? {
            Some(_) => DocumentError::VersionNotFound,
            None => DocumentError::DraftNotFound,
        })
    }

    /// Two versions of a draft, line by line as they read.
    pub(super) async fn compare_versions(
        &self,
        account: &AccountId,
        draft_id: &str,
        from: i64,
        to: i64,
    ) -> Result<DraftComparison, DocumentError> {
        let old = self.find_version(account, draft_id, from).await?;
        let new = self.find_version(account, draft_id, to).await?;
        let lines = move || Ok(compare(&read_out(&old), &read_out(&new)));
        Ok(DraftComparison {
            from,
            to,
            lines: self.press.run(lines).await?,
        })
    }

    /// Makes an earlier version the latest again; what came between stays as it was.
    pub(super) async fn restore_version(
        &self,
        account: &AccountId,
        draft_id: &str,
        version: i64,
        seen: i64,
    ) -> Result<Saved, DocumentError> {
        let draft = self.find_version(account, draft_id, version).await?;
        self.save_draft(account, draft_id, seen, draft).await
    }

    fn seal_draft(
        &self,
        account: &AccountId,
        draft_id: &str,
        version: i64,
        draft: &ResumeDraft,
    ) -> String {
        let key = version_key(account, draft_id, version);
        sealing::seal(&self.keyring, DRAFT, &key, draft)
    }

    fn open_version(
        &self,
        account: &AccountId,
        draft_id: &str,
        row: &VersionRow,
    ) -> Result<ResumeDraft, DocumentError> {
        let key = version_key(account, draft_id, row.version);
        sealing::open(&self.keyring, DRAFT, &key, &row.draft_sealed)
    }

    fn open_draft(
        &self,
        account: &AccountId,
        row: DraftRow,
    ) -> Result<ResumeDraftView, DocumentError> {
        let key = version_key(account, &row.draft_id, row.version);
        let draft = sealing::open(&self.keyring, DRAFT, &key, &row.draft_sealed)?;
        Ok(view(row, draft))
    }

    /// What all drafts of an account say, for choosing among them.
    pub(super) async fn open_drafts(
        &self,
        account: &AccountId,
    ) -> Result<Vec<ResumeDraftView>, DocumentError> {
        let rows = drafts::list(&mut self.db.read().await?.conn(), account).await?;
        rows.into_iter()
            .map(|row| self.open_draft(account, row))
            .collect()
    }
}

/// A draft as a person reads it: its name, its tags, and the résumé from top to bottom.
fn read_out(draft: &ResumeDraft) -> String {
    let content = text(Document::Resume(&draft.content));
    format!("{}\n{}\n{content}", draft.name, draft.tags.join(", "))
}

fn view(row: DraftRow, draft: ResumeDraft) -> ResumeDraftView {
    ResumeDraftView {
        draft_id: row.draft_id,
        version: row.version,
        created_at_ms: row.created_at_ms,
        saved_at_ms: row.saved_at_ms,
        draft,
    }
}
