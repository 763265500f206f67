//! What went wrong, in words for the person, with a status and a stable code.

use poem::http::StatusCode;

use crate::features::resumes::error::ResumeError;
use crate::features::resumes::inspect::Refusal;
use crate::http::Failure;

impl From<ResumeError> for Failure {
    fn from(error: ResumeError) -> Self {
        match error {
            ResumeError::FileMissing => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "file_missing",
                "There is no file in the upload",
                "Choose a PDF or a Word (.docx) file; the API takes it as the part named file.",
            ),
            ResumeError::Empty => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "file_empty",
                "The file is empty",
                "This file has no content. Save your résumé again and upload the new file.",
            ),
            ResumeError::TooLarge => Self::file_too_large(),
            ResumeError::Refused(refusal) => refused(refusal),
            ResumeError::TooMany => Self::new(
                StatusCode::CONFLICT,
                "too_many_resumes",
                "There is no room for another résumé",
                "You have 20 résumés, which is the most. Delete one that you no longer need.",
            ),
            ResumeError::NotFound => Self::new(
                StatusCode::NOT_FOUND,
                "resume_not_found",
                "There is no such résumé",
                "You have no résumé with this id. It may have been deleted.",
            ),
            ResumeError::BytesGone | ResumeError::BytesChanged => Self::new(
                StatusCode::INTERNAL_SERVER_ERROR,
                "file_damaged",
                "The stored file is damaged",
                "The file on our side is not the one you uploaded. Delete this résumé and upload it again.",
            )
            .caused_by(error),
            ResumeError::Invalid(problems) => Self::invalid(problems),
            ResumeError::Closed(error) => Self::from(error),
            ResumeError::Unknown => Self::unreadable(error),
            ResumeError::Objects(error) => Self::from(error),
            ResumeError::Inspector(error) => Self::unavailable(error),
            ResumeError::Database(error) => Self::from(error),
        }
    }
}

fn refused(refusal: Refusal) -> Failure {
    match refusal {
        Refusal::Unsupported => Failure::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "unsupported_format",
            "Unsupported format",
            "Unsupported format: please upload a PDF or a Word (.docx) file",
        ),
        Refusal::Macros => Failure::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "file_has_macros",
            "The file holds macros",
            "This Word file holds macros, small programs that employers’ systems refuse. Save it as a Word document (.docx) or a PDF and upload that.",
        ),
        Refusal::PasswordProtected => Failure::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "file_password_protected",
            "The file is password-protected",
            "This file is password-protected. Save it without a password and upload it again.",
        ),
        Refusal::Unreadable => Failure::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "file_unreadable",
            "The file cannot be read",
            "This file is damaged or incomplete. Open it, save it again (as a PDF if you can), and upload the new file.",
        ),
        Refusal::TooComplex => Failure::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "file_too_complex",
            "The file unpacks to too much",
            "This file unpacks to far more than a résumé needs. Save it again as a plain PDF and upload that.",
        ),
    }
}
