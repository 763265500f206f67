//! Reading an import: a multipart body with the file, and with what of it was chosen.
//!
//! The file stays in memory and is gone with the request.

use bytes::Bytes;
use foothold_shared::reading::ChosenSuggestions;
use poem::web::Multipart;
use poem::{FromRequest, Request, RequestBody, Result};
use poem_openapi::registry::{MetaRequest, MetaSchema};
use poem_openapi::{ApiExtractor, ApiExtractorType, ExtractParamOptions};

use crate::features::imports::service::ImportError;
use crate::features::resumes::{MAX_FILE_BYTES, ResumeError};
use crate::http::{Failure, form};

const FILE: &str = "file";
const CHOSEN: &str = "chosen";
/// The longest list of chosen suggestions: a thousand ids are 30 KB.
const CHOSEN_BYTES: usize = 48 * 1024;

/// A file alone.
pub(super) struct ImportFile(pub(super) Bytes);

/// A file, and which of its suggestions were chosen.
pub(super) struct ImportChoice {
    pub(super) file: Bytes,
    pub(super) chosen: ChosenSuggestions,
}

#[derive(Default)]
struct Parts {
    file: Option<Bytes>,
    chosen: Option<Vec<u8>>,
}

async fn parts(request: &Request, body: &mut RequestBody) -> Result<Parts> {
    if !form::is_form(request) {
        return Err(form::no_form().into());
    }
    let mut fields = <Multipart as FromRequest>::from_request(request, body).await?;
    let mut found = Parts::default();
    while let Some(field) = fields.next_field().await? {
        match field.name() {
            Some(FILE) if found.file.is_none() => {
                let bytes = form::read_part(field, MAX_FILE_BYTES).await?;
                found.file = Some(Bytes::from(bytes));
            }
            Some(CHOSEN) if found.chosen.is_none() => {
                found.chosen = Some(form::read_part(field, CHOSEN_BYTES).await?);
            }
            _ => {}
        }
    }
    Ok(found)
}

fn sound(file: Option<Bytes>) -> std::result::Result<Bytes, ImportError> {
    let file = file.ok_or(ResumeError::FileMissing)?;
    match file.len() {
        0 => Err(ResumeError::Empty.into()),
        size if size > MAX_FILE_BYTES => Err(ResumeError::TooLarge.into()),
        _ => Ok(file),
    }
}

fn file_schema() -> MetaSchema {
    form::file_part(
        "A PDF or Word résumé, a JSON Resume, LinkedIn's profile as PDF or its data export as ZIP; at most 5 MB",
    )
}

impl<'a> ApiExtractor<'a> for ImportFile {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::RequestObject];

    type ParamType = ();
    type ParamRawType = ();

    fn request_meta() -> Option<MetaRequest> {
        Some(form::body(vec![(FILE, file_schema())]))
    }

    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> Result<Self> {
        let found = parts(request, body).await?;
        Ok(Self(sound(found.file).map_err(Failure::from)?))
    }
}

impl<'a> ApiExtractor<'a> for ImportChoice {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::RequestObject];

    type ParamType = ();
    type ParamRawType = ();

    fn request_meta() -> Option<MetaRequest> {
        let chosen = form::text_part(
            "JSON: {\"suggestion_ids\": [\"…\"]}, with ids from the list that the file gave",
        );
        Some(form::body(vec![(FILE, file_schema()), (CHOSEN, chosen)]))
    }

    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> Result<Self> {
        let found = parts(request, body).await?;
        let chosen = found
            .chosen
            .filter(|text| text.len() <= CHOSEN_BYTES)
            .and_then(|text| serde_json::from_slice(&text).ok())
            .ok_or(ImportError::ChoiceMissing)
            .map_err(Failure::from)?;
        let file = sound(found.file).map_err(Failure::from)?;
        Ok(Self { file, chosen })
    }
}
