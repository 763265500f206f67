//! A letter as a request brings it: its text as JSON, or its file in a form. A file stays in memory and is gone with the
//! request.

use bytes::Bytes;
use foothold_shared::report::{LetterReportRequest, ReportRequest};
use poem::web::Multipart;
use poem::{FromRequest, Request, RequestBody, Result};
use poem_openapi::registry::{MetaMediaType, MetaRequest, Registry};
use poem_openapi::types::Type;
use poem_openapi::{ApiExtractor, ApiExtractorType, ExtractParamOptions};

use crate::features::reports::error::ReportError;
use crate::features::resumes::{MAX_FILE_BYTES, ResumeError};
use crate::http::{Body, Failure, form};

const FILE: &str = "file";
const ABOUT: &str = "about";
/// The longest part that says what the letter is for: a posting of 600,000 characters, in any script.
const ABOUT_BYTES: usize = 3 * 1024 * 1024;

/// A letter, and what it is for.
pub(super) enum LetterBody {
    /// Its text.
    Text(LetterReportRequest),
    /// Its file.
    File {
        /// The bytes.
        file: Bytes,
        /// What it is measured against.
        about: ReportRequest,
    },
}

impl<'a> ApiExtractor<'a> for LetterBody {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::RequestObject];

    type ParamType = ();
    type ParamRawType = ();

    fn register(registry: &mut Registry) {
        LetterReportRequest::register(registry);
        ReportRequest::register(registry);
    }

    fn request_meta() -> Option<MetaRequest> {
        let parts = vec![
            (
                FILE,
                form::file_part("A letter as PDF or Word (.docx) file of at most 5 MB"),
            ),
            (
                ABOUT,
                form::text_part("JSON of a ReportRequest: what the letter is measured against"),
            ),
        ];
        Some(MetaRequest {
            description: None,
            content: vec![
                MetaMediaType {
                    content_type: "application/json; charset=utf-8",
                    schema: LetterReportRequest::schema_ref(),
                },
                form::media_type(parts, vec![FILE]),
            ],
            required: true,
        })
    }

    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        options: ExtractParamOptions<()>,
    ) -> Result<Self> {
        if !form::is_form(request) {
            let Body(text) = Body::from_request(request, body, options).await?;
            return Ok(Self::Text(text));
        }
        let mut fields = <Multipart as FromRequest>::from_request(request, body).await?;
        let (mut file, mut about) = (None, None);
        while let Some(field) = fields.next_field().await? {
            match field.name() {
                Some(FILE) if file.is_none() => {
                    file = Some(form::read_part(field, MAX_FILE_BYTES).await?)
                }
                Some(ABOUT) if about.is_none() => {
                    about = Some(form::read_part(field, ABOUT_BYTES).await?)
                }
                _ => {}
            }
        }
        Ok(letter(file, about).map_err(Failure::from)?)
    }
}

fn letter(
    file: Option<Vec<u8>>,
    about: Option<Vec<u8>>,
) -> std::result::Result<LetterBody, ReportError> {
    let file = file.ok_or(ReportError::LetterMissing)?;
    if file.is_empty() {
        return Err(ResumeError::Empty.into());
    }
    if file.len() > MAX_FILE_BYTES {
        return Err(ResumeError::TooLarge.into());
    }
    let about = match about.as_deref() {
        None | Some([]) => ReportRequest::default(),
        Some(text) if text.len() <= ABOUT_BYTES => {
            serde_json::from_slice(text).map_err(|_| ReportError::AboutUnclear)?
        }
        Some(_) => return Err(ReportError::AboutUnclear),
    };
    Ok(LetterBody::File {
        file: Bytes::from(file),
        about,
    })
}
