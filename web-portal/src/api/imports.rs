//! A profile from a file, and a file from the profile.

use super::profile::versioned;
use super::send::Call;
use super::{Answer, Api, Versioned, unreachable};
use foothold_shared::reading::{ChosenSuggestions, SuggestionList};
use wasm_bindgen::JsValue;
use web_sys::{Blob, File, FormData};

fn form(file: &File) -> Result<FormData, JsValue> {
    let form = FormData::new()?;
    form.append_with_blob_and_filename("file", file, &file.name())?;
    Ok(form)
}

impl Api {
    /// What a file could tell the profile.
    pub(crate) async fn look_into(self, file: &File) -> Answer<SuggestionList> {
        let call = Call::new("POST", "/me/imports").form(form(file).map_err(|_| unreachable())?);
        self.call(call).await?.json().await
    }

    /// Writes what was chosen of a file into the profile.
    pub(crate) async fn apply_import(
        self,
        file: &File,
        chosen: &ChosenSuggestions,
    ) -> Answer<Versioned> {
        let form = form(file).map_err(|_| unreachable())?;
        // Ids alone: plain text that always serialises.
        let chosen = serde_json::to_string(chosen).unwrap_or_default();
        form.append_with_str("chosen", &chosen)
            .map_err(|_| unreachable())?;
        let call = Call::new("POST", "/me/imports/apply").form(form);
        versioned(self.call(call).await?).await
    }

    /// The profile as JSON Resume.
    pub(crate) async fn json_resume(self) -> Answer<Blob> {
        let call = Call::get("/me/profile/json-resume");
        self.call(call).await?.bytes().await
    }
}
