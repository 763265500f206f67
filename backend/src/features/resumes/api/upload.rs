//! Reading an upload: a multipart body with one part `file`, counted while it comes in.
//!
//! The framework's own type writes parts to temporary files; a résumé in the clear does not belong
//! on a disk, so this one keeps it in memory, five megabytes at most.

use bytes::Bytes;
use poem::http::StatusCode;
use poem::web::{Field, Multipart};
use poem::{FromRequest, Request, RequestBody, Result};
use poem_openapi::registry::{MetaMediaType, MetaRequest, MetaSchema, MetaSchemaRef};
use poem_openapi::{ApiExtractor, ApiExtractorType, ExtractParamOptions};
use tokio::io::AsyncReadExt;

use crate::features::resumes::MAX_FILE_BYTES;
use crate::features::resumes::error::ResumeError;
use crate::features::resumes::service::Upload;
use crate::http::Failure;

const PART: &str = "file";

impl<'a> ApiExtractor<'a> for Upload {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::RequestObject];

    type ParamType = ();
    type ParamRawType = ();

    fn request_meta() -> Option<MetaRequest> {
        let file = MetaSchema {
            format: Some("binary"),
            description: Some("A PDF or Word (.docx) file of at most 5 MB"),
            ..MetaSchema::new("string")
        };
        let form = MetaSchema {
            properties: vec![(PART, MetaSchemaRef::Inline(Box::new(file)))],
            required: vec![PART],
            ..MetaSchema::new("object")
        };
        Some(MetaRequest {
            description: None,
            content: vec![MetaMediaType {
                content_type: "multipart/form-data",
                schema: MetaSchemaRef::Inline(Box::new(form)),
            }],
            required: true,
        })
    }

    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> Result<Self> {
        if !request.content_type().is_some_and(is_form) {
            return Err(Failure::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "unsupported_media_type",
                "The body's media type is not supported",
                "Send the file as multipart/form-data, in a part named file.",
            )
            .into());
        }
        let mut parts = <Multipart as FromRequest>::from_request(request, body).await?;
        while let Some(part) = parts.next_field().await? {
            if part.name() == Some(PART) {
                return read_part(part).await;
            }
        }
        Err(Failure::from(ResumeError::FileMissing).into())
    }
}

fn is_form(content_type: &str) -> bool {
    let essence = content_type.split(';').next().unwrap_or_default();
    essence.trim().eq_ignore_ascii_case("multipart/form-data")
}

async fn read_part(part: Field) -> Result<Upload> {
    let file_name = part.file_name().unwrap_or_default().to_owned();
    let mut bytes = Vec::new();
    let most = MAX_FILE_BYTES as u64 + 1;
    let mut reader = std::pin::pin!(part.into_async_read().take(most));
    reader.read_to_end(&mut bytes).await.map_err(|_| {
        Failure::new(
            StatusCode::BAD_REQUEST,
            "upload_interrupted",
            "The upload did not arrive whole",
            "The upload broke off. Check your connection and upload the file again.",
        )
    })?;
    Ok(Upload {
        file_name,
        bytes: Bytes::from(bytes),
    })
}
