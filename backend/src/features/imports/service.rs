//! From a file to suggestions, and from chosen ones to the profile.

use bytes::Bytes;
use foothold_shared::reading::SuggestionList;
use serde_json::Value;

use super::export;
use super::open::Opened;
use crate::features::profiles::{ProfileError, Profiles, StoredProfile};
use crate::features::resumes::{Inspector, InspectorError, ResumeError};
use crate::features::suggestions::{Said, SuggestionError, Suggestions};
use crate::ids::AccountId;

/// Why a file was not imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// It is no kind of file that is taken.
    #[error("the file is of no kind that is imported")]
    Unsupported,
    /// It is damaged.
    #[error("the file is damaged")]
    Unreadable,
    /// It unpacks to too much.
    #[error("the file unpacks to too much")]
    TooComplex,
    /// The body does not say what was chosen.
    #[error("the choice is missing or is no list of ids")]
    ChoiceMissing,
    /// The upload itself.
    #[error(transparent)]
    Upload(#[from] ResumeError),
    /// The file could not be looked into.
    #[error(transparent)]
    Inspector(#[from] InspectorError),
    /// The suggestions.
    #[error(transparent)]
    Suggestions(#[from] SuggestionError),
    /// The profile.
    #[error(transparent)]
    Profile(#[from] ProfileError),
}

/// Imports for all accounts. Nothing of a file is kept.
#[derive(Debug, Clone)]
pub struct Imports {
    inspector: Inspector,
    suggestions: Suggestions,
    profiles: Profiles,
}

impl Imports {
    /// Imports through these suggestions, opened by this inspector.
    #[must_use]
    pub fn new(inspector: Inspector, suggestions: Suggestions, profiles: Profiles) -> Self {
        Self {
            inspector,
            suggestions,
            profiles,
        }
    }

    /// What a file could tell the profile.
    pub(super) async fn list(
        &self,
        account: &AccountId,
        file: Bytes,
    ) -> Result<SuggestionList, ImportError> {
        let said = self.said(file).await?;
        Ok(self.suggestions.list_of(account, &said).await?)
    }

    /// Writes what was chosen of a file into the profile.
    pub(super) async fn apply(
        &self,
        account: &AccountId,
        file: Bytes,
        chosen: &[String],
    ) -> Result<StoredProfile, ImportError> {
        let said = self.said(file).await?;
        Ok(self.suggestions.apply_of(account, &said, chosen).await?)
    }

    /// The profile as JSON Resume.
    pub(super) async fn json_resume(&self, account: &AccountId) -> Result<Value, ImportError> {
        let stored = self.profiles.load(account).await?;
        Ok(export::json_resume(&stored.profile))
    }

    async fn said(&self, file: Bytes) -> Result<Said, ImportError> {
        match self.inspector.import(file).await? {
            Opened::Said(said) => Ok(*said),
            Opened::Unsupported => Err(ImportError::Unsupported),
            Opened::Unreadable => Err(ImportError::Unreadable),
            Opened::TooComplex => Err(ImportError::TooComplex),
        }
    }
}
