//! What a person calls an uploaded résumé, and what it is for.

use foothold_shared::problem::FieldProblem;
use foothold_shared::resume::{ResumeChange, ResumeView};
use serde::{Deserialize, Serialize};

use super::error::ResumeError;
use super::service::Resumes;
use super::{sealing, store};
use crate::ids::AccountId;
use crate::labels;

/// A name and tags of the person's own.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Label {
    pub(super) name: String,
    pub(super) tags: Vec<String>,
}

impl Label {
    /// The label after a change; all that is wrong with it otherwise.
    fn changed(mut self, change: ResumeChange) -> Result<Self, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        if let Some(name) = change.name {
            self.name = labels::name(&name, &mut problems);
        }
        if let Some(tags) = change.tags {
            self.tags = labels::tags(tags, &mut problems);
        }
        if problems.is_empty() {
            Ok(self)
        } else {
            Err(problems)
        }
    }
}

impl Resumes {
    /// Changes what the person calls a résumé.
    pub(super) async fn change(
        &self,
        account: &AccountId,
        resume_id: &str,
        change: ResumeChange,
    ) -> Result<ResumeView, ResumeError> {
        let mut tx = self.db.begin().await?;
        store::lock_shelf(&mut tx.conn(), account, self.clock.now_ms()).await?;
        let mut row = store::find(&mut tx.conn(), account, resume_id)
            .await?
            .ok_or(ResumeError::NotFound)?;
        let label = sealing::open_label(&self.keyring, account, &row)?
            .changed(change)
            .map_err(ResumeError::Invalid)?;
        row.label_sealed = sealing::seal_label(&self.keyring, account, &row.resume_id, &label);
        let sealed = row.label_sealed.as_deref();
        if !store::update_label(&mut tx.conn(), account, &row.resume_id, sealed).await? {
            return Err(ResumeError::NotFound);
        }
        tx.commit().await?;
        sealing::view(&self.keyring, account, row)
    }
}
