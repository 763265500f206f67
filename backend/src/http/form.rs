//! Forms: multipart bodies whose parts are counted while they come in.
//!
//! The framework's own type writes parts to temporary files; what people upload in the clear does not belong on a disk,
//! so parts stay in memory here.

use poem::http::StatusCode;
use poem::web::Field;
use poem::{Request, Result};
use poem_openapi::registry::{MetaMediaType, MetaRequest, MetaSchema, MetaSchemaRef};
use tokio::io::AsyncReadExt;

use super::Failure;

const MULTIPART: &str = "multipart/form-data";

/// Whether the body is a form.
pub(crate) fn is_form(request: &Request) -> bool {
    request.content_type().is_some_and(|content_type| {
        let essence = content_type.split(';').next().unwrap_or_default();
        essence.trim().eq_ignore_ascii_case(MULTIPART)
    })
}

/// The answer to a body that should be a form with a part `file`, and is none.
pub(crate) fn no_form() -> Failure {
    Failure::new(
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "unsupported_media_type",
        "The body's media type is not supported",
        "Send the file as multipart/form-data, in a part named file.",
    )
}

/// A part, one byte more than fits at most: it tells that there are more.
///
/// # Errors
/// When the rest of the part does not come.
pub(crate) async fn read_part(part: Field, most: usize) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut reader = std::pin::pin!(part.into_async_read().take(most as u64 + 1));
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

/// A part that holds a file, as the API's document describes it.
pub(crate) fn file_part(description: &'static str) -> MetaSchema {
    MetaSchema {
        format: Some("binary"),
        description: Some(description),
        ..MetaSchema::new("string")
    }
}

/// A part that holds text, as the API's document describes it.
pub(crate) fn text_part(description: &'static str) -> MetaSchema {
    MetaSchema {
        description: Some(description),
        ..MetaSchema::new("string")
    }
}

/// A form of these parts, as the API's document describes it.
pub(crate) fn media_type(
    parts: Vec<(&'static str, MetaSchema)>,
    required: Vec<&'static str>,
) -> MetaMediaType {
    let form = MetaSchema {
        properties: parts
            .into_iter()
            .map(|(name, schema)| (name, MetaSchemaRef::Inline(Box::new(schema))))
            .collect(),
        required,
        ..MetaSchema::new("object")
    };
    MetaMediaType {
        content_type: MULTIPART,
        schema: MetaSchemaRef::Inline(Box::new(form)),
    }
}

/// A body that is always such a form.
pub(crate) fn body(parts: Vec<(&'static str, MetaSchema)>) -> MetaRequest {
    let required = parts.iter().map(|(name, _)| *name).collect();
    MetaRequest {
        description: None,
        content: vec![media_type(parts, required)],
        required: true,
    }
}
