//! `/me/profile`: reading it, and replacing it without overwriting what another device saved.

use foothold_shared::profile::Profile;
use poem::http::StatusCode;
use poem_openapi::param::Header;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};

use super::model::StoredProfile;
use super::service::{ProfileError, Profiles};
use crate::http::{Body, Caller, Failure, version_of};

/// The operations on the profile.
#[derive(Debug, Clone)]
pub struct ProfilesApi {
    profiles: Profiles,
}

impl ProfilesApi {
    /// The operations on these profiles.
    #[must_use]
    pub fn new(profiles: Profiles) -> Self {
        Self { profiles }
    }
}

/// A profile and its version.
#[derive(Debug, ApiResponse)]
enum ProfileAnswer {
    /// The profile.
    #[oai(status = 200)]
    Profile(
        Json<Profile>,
        /// The version, to be sent as `If-Match` when saving; `"0"` before the first save.
        #[oai(header = "ETag")]
        String,
        /// It is personal and changes.
        #[oai(header = "Cache-Control")]
        String,
    ),
}

#[OpenApi(tag = "crate::http::Topic::Profile")]
impl ProfilesApi {
    /// Read your profile
    ///
    /// An empty one, with the version `"0"`, before the first save.
    #[oai(path = "/me/profile", method = "get", operation_id = "readProfile")]
    async fn read(&self, caller: Caller) -> Result<ProfileAnswer, Failure> {
        Ok(answer(self.profiles.load(&caller.account_id).await?))
    }

    /// Save your profile
    ///
    /// Replaces the whole profile: a part that is left out becomes "not said". A name that this
    /// version of the API does not know is ignored. Every wrong part is named at once.
    #[oai(path = "/me/profile", method = "put", operation_id = "saveProfile")]
    async fn save(
        &self,
        caller: Caller,
        /// The `ETag` of the profile that was changed.
        #[oai(name = "If-Match")]
        if_match: Header<Option<String>>,
        profile: Body<Profile>,
    ) -> Result<ProfileAnswer, Failure> {
        let tag = if_match.0.ok_or(ProfileError::VersionRequired)?;
        let version = version_of(&tag).ok_or(ProfileError::Changed)?;
        Ok(answer(
            self.profiles
                .save(&caller.account_id, version, profile.0)
                .await?,
        ))
    }
}

fn answer(stored: StoredProfile) -> ProfileAnswer {
    ProfileAnswer::Profile(
        Json(stored.profile),
        format!("\"{}\"", stored.version),
        "private, no-cache".to_owned(),
    )
}

impl From<ProfileError> for Failure {
    fn from(error: ProfileError) -> Self {
        match error {
            ProfileError::VersionRequired => Self::new(
                StatusCode::PRECONDITION_REQUIRED,
                "if_match_required",
                "The version is missing",
                "Send the ETag of the profile that you changed as If-Match.",
            ),
            ProfileError::Changed => Self::new(
                StatusCode::PRECONDITION_FAILED,
                "profile_changed",
                "The profile was changed elsewhere",
                "The profile was saved from another device or window. Load it again, then make your change.",
            ),
            ProfileError::Invalid(problems) => Self::invalid(problems),
            ProfileError::Unreadable(error) => Self::unreadable(error),
            ProfileError::Database(error) => Self::from(error),
        }
    }
}
