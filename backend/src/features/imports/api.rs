//! `/me/imports` and `/me/profile/json-resume`: a profile from a file, and a file from a profile.

mod failures;
mod form;

use foothold_shared::profile::Profile;
use foothold_shared::reading::SuggestionList;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};
use serde_json::Value;

use super::service::Imports;
use crate::http::{Caller, Failure};
use form::{ImportChoice, ImportFile};

/// The operations on imports.
#[derive(Debug, Clone)]
pub struct ImportsApi {
    imports: Imports,
}

impl ImportsApi {
    /// The operations on these imports.
    #[must_use]
    pub fn new(imports: Imports) -> Self {
        Self { imports }
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

/// A profile as a file.
#[derive(Debug, ApiResponse)]
enum ExportAnswer {
    /// JSON Resume, schema 1.0.0.
    #[oai(status = 200)]
    File(
        Json<Value>,
        /// Names the file.
        #[oai(header = "Content-Disposition")]
        String,
        /// It is personal and changes.
        #[oai(header = "Cache-Control")]
        String,
    ),
}

#[OpenApi(tag = "crate::http::Topic::Profile")]
impl ImportsApi {
    /// What a file you have could tell your profile
    ///
    /// A résumé (PDF, Word), a JSON Resume, LinkedIn's profile as PDF or its data export as ZIP. Nothing is written and
    /// nothing of the file is kept.
    #[oai(path = "/me/imports", method = "post", operation_id = "suggestImport")]
    async fn suggest(
        &self,
        caller: Caller,
        file: ImportFile,
    ) -> Result<Json<SuggestionList>, Failure> {
        Ok(Json(self.imports.list(&caller.account_id, file.0).await?))
    }

    /// Write chosen suggestions of a file into your profile
    ///
    /// The same file again, with the ids of what was chosen. All of them or nothing: if the profile changed meanwhile so
    /// that one is different, the answer is 409 and the list is to be asked for again.
    #[oai(
        path = "/me/imports/apply",
        method = "post",
        operation_id = "applyImport"
    )]
    async fn apply(&self, caller: Caller, choice: ImportChoice) -> Result<AppliedAnswer, Failure> {
        let stored = self
            .imports
            .apply(
                &caller.account_id,
                choice.file,
                &choice.chosen.suggestion_ids,
            )
            .await?;
        let tag = format!("\"{}\"", stored.version);
        Ok(AppliedAnswer::Profile(Json(stored.profile), tag))
    }

    /// Your profile as JSON Resume
    ///
    /// What other tools read. Pay, the right to work and self-identification are not in it.
    #[oai(
        path = "/me/profile/json-resume",
        method = "get",
        operation_id = "exportJsonResume"
    )]
    async fn export(&self, caller: Caller) -> Result<ExportAnswer, Failure> {
        let file = self.imports.json_resume(&caller.account_id).await?;
        Ok(ExportAnswer::File(
            Json(file),
            "attachment; filename=\"resume.json\"".to_owned(),
            "private, no-cache".to_owned(),
        ))
    }
}
