//! `/me/resumes/{resume_id}/profile-suggestions`: what a résumé could tell the profile, and writing what was chosen.

use foothold_shared::profile::Profile;
use foothold_shared::reading::{ChosenSuggestions, SuggestionList};
use poem::http::StatusCode;
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};

use super::service::{SuggestionError, Suggestions};
use crate::http::{Body, Caller, Failure};

/// The operations on suggestions.
#[derive(Debug, Clone)]
pub struct SuggestionsApi {
    suggestions: Suggestions,
}

impl SuggestionsApi {
    /// The operations on these suggestions.
    #[must_use]
    pub fn new(suggestions: Suggestions) -> Self {
        Self { suggestions }
    }
}

/// The profile after the chosen suggestions were written.
#[derive(Debug, ApiResponse)]
enum AppliedAnswer {
    /// The profile.
    #[oai(status = 200)]
    Profile(
        Json<Profile>,
        /// Its version.
        #[oai(header = "ETag")]
        String,
    ),
}

#[OpenApi(tag = "crate::http::Topic::Profile")]
impl SuggestionsApi {
    /// What a résumé could tell your profile
    ///
    /// Each suggestion says what the profile says now and what it would say. Nothing is written.
    #[oai(
        path = "/me/resumes/:resume_id/profile-suggestions",
        method = "get",
        operation_id = "suggestProfile"
    )]
    async fn list(
        &self,
        caller: Caller,
        /// The résumé's id.
        resume_id: Path<String>,
    ) -> Result<Json<SuggestionList>, Failure> {
        let (account, id) = (&caller.account_id, &resume_id.0);
        Ok(Json(self.suggestions.list(account, id).await?))
    }

    /// Write chosen suggestions into your profile
    ///
    /// All of them or nothing. Each is written exactly as it was listed: if the profile changed meanwhile so that one
    /// is different, the answer is 409 and the list is to be read again.
    #[oai(
        path = "/me/resumes/:resume_id/profile-suggestions/apply",
        method = "post",
        operation_id = "applySuggestions"
    )]
    async fn apply(
        &self,
        caller: Caller,
        /// The résumé's id.
        resume_id: Path<String>,
        chosen: Body<ChosenSuggestions>,
    ) -> Result<AppliedAnswer, Failure> {
        let stored = self
            .suggestions
            .apply(&caller.account_id, &resume_id.0, &chosen.0.suggestion_ids)
            .await?;
        let tag = format!("\"{}\"", stored.version);
        Ok(AppliedAnswer::Profile(Json(stored.profile), tag))
    }
}

impl From<SuggestionError> for Failure {
    fn from(error: SuggestionError) -> Self {
        match error {
            SuggestionError::Gone => Self::new(
                StatusCode::CONFLICT,
                "suggestions_changed",
                "The suggestions have changed",
                "Your profile or this résumé changed in the meantime, so nothing was written. Look at the suggestions again.",
            ),
            SuggestionError::Resume(error) => Self::from(error),
            SuggestionError::Profile(error) => Self::from(error),
        }
    }
}
