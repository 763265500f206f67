//! What went wrong with an import, in words for the person.

use poem::http::StatusCode;

use crate::features::imports::service::ImportError;
use crate::http::Failure;

impl From<ImportError> for Failure {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::Unsupported => Self::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "unsupported_format",
                "Unsupported format",
                "Choose a résumé (PDF or Word), a JSON Resume, or what LinkedIn gives you: your profile as PDF or your data as ZIP.",
            ),
            ImportError::Unreadable => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "file_unreadable",
                "The file cannot be read",
                "This file is damaged or incomplete. Download or save it again, and choose the new file.",
            ),
            ImportError::TooComplex => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "file_too_complex",
                "The file unpacks to too much",
                "This file unpacks to far more than a person's history needs. Choose a smaller one.",
            ),
            ImportError::ChoiceMissing => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "choice_missing",
                "Nothing was chosen",
                "Choose what your profile takes over; the API takes it as JSON in the part named chosen.",
            ),
            ImportError::Upload(error) => Self::from(error),
            ImportError::Inspector(error) => Self::unavailable(error),
            ImportError::Suggestions(error) => Self::from(error),
            ImportError::Profile(error) => Self::from(error),
        }
    }
}
