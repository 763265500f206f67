//! Reading an upload: a form with one part `file`.

use poem::web::Multipart;
use poem::{FromRequest, Request, RequestBody, Result};
use poem_openapi::registry::MetaRequest;
use poem_openapi::{ApiExtractor, ApiExtractorType, ExtractParamOptions};

use crate::features::resumes::MAX_FILE_BYTES;
use crate::features::resumes::error::ResumeError;
use crate::features::resumes::service::Upload;
use crate::http::{Failure, form};

const PART: &str = "file";

impl<'a> ApiExtractor<'a> for Upload {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::RequestObject];

    type ParamType = ();
    type ParamRawType = ();

    fn request_meta() -> Option<MetaRequest> {
        let file = form::file_part("A PDF or Word (.docx) file of at most 5 MB");
        Some(form::body(vec![(PART, file)]))
    }

    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> Result<Self> {
        if !form::is_form(request) {
            return Err(form::no_form().into());
        }
        let mut parts = <Multipart as FromRequest>::from_request(request, body).await?;
        while let Some(part) = parts.next_field().await? {
            if part.name() == Some(PART) {
                let file_name = part.file_name().unwrap_or_default().to_owned();
                let bytes = form::read_part(part, MAX_FILE_BYTES).await?.into();
                return Ok(Upload { file_name, bytes });
            }
        }
        Err(Failure::from(ResumeError::FileMissing).into())
    }
}
