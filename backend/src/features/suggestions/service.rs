//! Making suggestions, and writing the chosen ones into the profile.

use std::sync::Arc;

use foothold_shared::reading::{SuggestionKind, SuggestionList};

use super::change::Change;
use super::plan::{Planned, plan};
use super::said::Said;
use crate::clock::Clock;
use crate::features::profiles::{ProfileError, Profiles, StoredProfile};
use crate::features::resumes::{ResumeError, Resumes};
use crate::ids::{AccountId, Ids};

/// Why nothing was suggested or written.
#[derive(Debug, thiserror::Error)]
pub enum SuggestionError {
    /// What was chosen is not what would be written now.
    #[error("a chosen suggestion is not there any more")]
    Gone,
    /// The résumé.
    #[error(transparent)]
    Resume(#[from] ResumeError),
    /// The profile.
    #[error(transparent)]
    Profile(#[from] ProfileError),
}

/// Suggestions for all accounts.
#[derive(Debug, Clone)]
pub struct Suggestions {
    resumes: Resumes,
    profiles: Profiles,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
}

impl Suggestions {
    /// Suggestions from these résumés for these profiles.
    #[must_use]
    pub fn new(
        resumes: Resumes,
        profiles: Profiles,
        clock: Arc<dyn Clock>,
        ids: Arc<dyn Ids>,
    ) -> Self {
        Self {
            resumes,
            profiles,
            clock,
            ids,
        }
    }

    /// What of a résumé could go into the profile.
    pub(super) async fn list(
        &self,
        account: &AccountId,
        resume_id: &str,
    ) -> Result<SuggestionList, SuggestionError> {
        let reading = self.resumes.reading(account, resume_id).await?;
        self.list_of(account, &Said::in_resume(reading)).await
    }

    /// What of any file could go into the profile.
    pub(crate) async fn list_of(
        &self,
        account: &AccountId,
        said: &Said,
    ) -> Result<SuggestionList, SuggestionError> {
        let stored = self.profiles.load(account).await?;
        let planned = self.storable(plan(said, &stored.profile), &stored);
        Ok(SuggestionList {
            status: said.reading.status,
            suggestions: planned.into_iter().map(|one| one.suggestion).collect(),
        })
    }

    /// Writes the chosen suggestions into the profile: all of them, or nothing.
    pub(super) async fn apply(
        &self,
        account: &AccountId,
        resume_id: &str,
        chosen: &[String],
    ) -> Result<StoredProfile, SuggestionError> {
        let reading = self.resumes.reading(account, resume_id).await?;
        self.apply_of(account, &Said::in_resume(reading), chosen)
            .await
    }

    /// The same with what any file says.
    pub(crate) async fn apply_of(
        &self,
        account: &AccountId,
        said: &Said,
        chosen: &[String],
    ) -> Result<StoredProfile, SuggestionError> {
        let stored = self.profiles.load(account).await?;
        let planned = self.storable(plan(said, &stored.profile), &stored);
        let known = |id: &String| {
            planned
                .iter()
                .any(|one| one.suggestion.suggestion_id == *id)
        };
        if !chosen.iter().all(known) {
            return Err(SuggestionError::Gone);
        }
        // An id says what stands there now and what would: what the person saw is what is written. Entries change
        // before others come between them.
        let (adding, changing): (Vec<Change>, Vec<Change>) = planned
            .into_iter()
            .filter(|one| chosen.contains(&one.suggestion.suggestion_id))
            .map(|one| one.change)
            .partition(Change::adds);
        let mut profile = stored.profile;
        for change in changing.into_iter().chain(adding) {
            change.apply(&mut profile, || self.ids.next());
        }
        Ok(self.profiles.save(account, stored.version, profile).await?)
    }

    /// Leaves out what a profile cannot hold: a reader's mistake must not keep the rest from being saved.
    fn storable(&self, planned: Vec<Planned>, stored: &StoredProfile) -> Vec<Planned> {
        let now_ms = self.clock.now_ms();
        let before = Profiles::problems(&stored.profile, now_ms).len();
        planned
            .into_iter()
            .filter(|one| {
                if one.suggestion.kind == SuggestionKind::Same {
                    return true;
                }
                let mut changed = stored.profile.clone();
                // Only whether it fits is asked; the entry goes away again.
                one.change.clone().apply(&mut changed, || "new".to_owned());
                Profiles::problems(&changed, now_ms).len() <= before
            })
            .collect()
    }
}
