//! Reading an import: a multipart body with the file, and with what of it was chosen.
//!
//! The file stays in memory and is gone with the request.

use bytes::Bytes;
use foothold_shared::reading::ChosenSuggestions;
use poem::http::StatusCode;
use poem::web::{Field, Multipart};
use poem::{FromRequest, Request, RequestBody, Result};
use poem_openapi::registry::{MetaMediaType, MetaRequest, MetaSchema, MetaSchemaRef};
use poem_openapi::{ApiExtractor, ApiExtractorType, ExtractParamOptions};
use tokio::io::AsyncReadExt;

use crate::features::imports::service::ImportError;
use crate::features::resumes::{MAX_FILE_BYTES, ResumeError};
use crate::http::Failure;

const FILE: &str = "file";
const CHOSEN: &str = "chosen";
/// The longest list of chosen suggestions: a thousand ids are 30 KB.
const CHOSEN_BYTES: u64 = 48 * 1024;

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
    let is_form = request.content_type().is_some_and(|content_type| {
        let essence = content_type.split(';').next().unwrap_or_default();
        essence.trim().eq_ignore_ascii_case("multipart/form-data")
    });
    if !is_form {
        return Err(Failure::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "unsupported_media_type",
            "The body's media type is not supported",
            "Send the file as multipart/form-data, in a part named file.",
        )
        .into());
    }
    let mut fields = <Multipart as FromRequest>::from_request(request, body).await?;
    let mut found = Parts::default();
    while let Some(field) = fields.next_field().await? {
        match field.name() {
            Some(FILE) if found.file.is_none() => {
                // One more byte than fits tells that there are more.
                let bytes = read(field, MAX_FILE_BYTES as u64 + 1).await?;
                found.file = Some(Bytes::from(bytes));
            }
            Some(CHOSEN) if found.chosen.is_none() => {
                found.chosen = Some(read(field, CHOSEN_BYTES + 1).await?);
            }
            _ => {}
        }
    }
    Ok(found)
}

async fn read(field: Field, most: u64) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut reader = std::pin::pin!(field.into_async_read().take(most));
    reader.read_to_end(&mut bytes).await.map_err(|_| {
        Failure::new(
            StatusCode::BAD_REQUEST,
            "upload_interrupted",
            "The upload did not arrive whole",
            "The upload broke off. Check your connection and choose the file again.",
        )
    })?;
    Ok(bytes)
}

fn sound(file: Option<Bytes>) -> std::result::Result<Bytes, ImportError> {
    let file = file.ok_or(ResumeError::FileMissing)?;
    match file.len() {
        0 => Err(ResumeError::Empty.into()),
        size if size > MAX_FILE_BYTES => Err(ResumeError::TooLarge.into()),
        _ => Ok(file),
    }
}

fn form(properties: Vec<(&'static str, MetaSchema)>) -> MetaRequest {
    let required = properties.iter().map(|(name, _)| *name).collect();
    let form = MetaSchema {
        properties: properties
            .into_iter()
            .map(|(name, schema)| (name, MetaSchemaRef::Inline(Box::new(schema))))
            .collect(),
        required,
        ..MetaSchema::new("object")
    };
    MetaRequest {
        description: None,
        content: vec![MetaMediaType {
            content_type: "multipart/form-data",
            schema: MetaSchemaRef::Inline(Box::new(form)),
        }],
        required: true,
    }
}

fn file_schema() -> MetaSchema {
    MetaSchema {
        format: Some("binary"),
        description: Some(
            "A PDF or Word résumé, a JSON Resume, LinkedIn's profile as PDF or its data export as ZIP; at most 5 MB",
        ),
        ..MetaSchema::new("string")
    }
}

impl<'a> ApiExtractor<'a> for ImportFile {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::RequestObject];

    type ParamType = ();
    type ParamRawType = ();

    fn request_meta() -> Option<MetaRequest> {
        Some(form(vec![(FILE, file_schema())]))
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
        let chosen = MetaSchema {
            description: Some(
                "JSON: {\"suggestion_ids\": [\"…\"]}, with ids from the list that the file gave",
            ),
            ..MetaSchema::new("string")
        };
        Some(form(vec![(FILE, file_schema()), (CHOSEN, chosen)]))
    }

    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> Result<Self> {
        let found = parts(request, body).await?;
        let chosen = found
            .chosen
            .filter(|text| text.len() as u64 <= CHOSEN_BYTES)
            .and_then(|text| serde_json::from_slice(&text).ok())
            .ok_or(ImportError::ChoiceMissing)
            .map_err(Failure::from)?;
        let file = sound(found.file).map_err(Failure::from)?;
        Ok(Self { file, chosen })
    }
}
