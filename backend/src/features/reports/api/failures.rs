//! What went wrong with a report, in words for the person.

use poem::http::StatusCode;

use crate::features::reports::error::ReportError;
use crate::http::Failure;

impl From<ReportError> for Failure {
    fn from(error: ReportError) -> Self {
        match error {
            ReportError::LetterMissing => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "letter_missing",
                "There is no letter",
                "Send the letter's text, or its file in a part named file.",
            ),
            ReportError::AboutUnclear => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "about_unclear",
                "What the letter is for cannot be read",
                "Send the part named about as JSON with posting or job_id, or leave it out.",
            ),
            ReportError::Invalid(problems) => Self::invalid(problems),
            ReportError::SuggestionGone => Self::new(
                StatusCode::CONFLICT,
                "suggestion_gone",
                "The suggestion does not fit any more",
                "The document, your profile or the job changed since the report was made. Make the report again and \
                 choose from the new one.",
            ),
            ReportError::NoResume => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "set_without_resume",
                "These documents have no résumé",
                "Only a letter was made for this job. Apply suggestions to its text instead.",
            ),
            ReportError::Document(error) => Self::from(error),
            ReportError::Resume(error) => Self::from(error),
            ReportError::Inspector(error) => Self::unavailable(error),
            ReportError::Profile(error) => Self::from(error),
            ReportError::Receipt(error) => Self::from(error),
        }
    }
}
