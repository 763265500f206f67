//! What went wrong, in words for the person, with a status and a stable code.

use foothold_rendering::RenderError;
use poem::http::StatusCode;

use crate::features::documents::DocumentError;
use crate::http::Failure;

impl From<DocumentError> for Failure {
    fn from(error: DocumentError) -> Self {
        match error {
            DocumentError::Invalid(problems) => Self::invalid(problems),
            DocumentError::PostingMissing => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "posting_missing",
                "Nothing is known of this job",
                "Send the posting: its title and description, or the text of its page as page_text.",
            ),
            DocumentError::PostingUnclear => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "posting_unclear",
                "The job’s title cannot be told",
                "The text does not say which job it is about. Send the posting’s title, too.",
            ),
            DocumentError::PageUnread(error) => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "posting_page_unread",
                "The posting’s page cannot be read",
                format!(
                    "The page was not read: {error}. Send the posting’s title and description, or the text of its \
                     page as page_text."
                ),
            ),
            DocumentError::PreviousUnknown => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "previous_unknown",
                "There is no such previous version",
                "The set to go on from is of another job, or was deleted. Leave previous out to begin anew.",
            ),
            DocumentError::NotEnough(missing) => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "profile_too_empty",
                "The profile does not say enough",
                missing.to_string(),
            ),
            DocumentError::Render(error) => rendered(error),
            DocumentError::Busy(_) => Self::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "documents_busy",
                "Documents cannot be made right now",
                "Many documents are being made at this moment. Nothing was stored; try again in a moment.",
            )
            .with_retry_after_s(10)
            .caused_by(error),
            DocumentError::UnderWay => Self::new(
                StatusCode::CONFLICT,
                "generation_under_way",
                "These documents are being made",
                "The same request is being worked on. Send it again in a few seconds to get its documents.",
            )
            .with_retry_after_s(3),
            DocumentError::KeyReused => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "idempotency_key_reused",
                "The key was used for another request",
                "Give each request an Idempotency-Key of its own, and the same one only to the same request.",
            ),
            DocumentError::KeyUnusable => Self::new(
                StatusCode::BAD_REQUEST,
                "idempotency_key_unusable",
                "The key cannot be used",
                "Send an Idempotency-Key of 1 to 255 characters, or none.",
            ),
            DocumentError::SetNotFound => Self::new(
                StatusCode::NOT_FOUND,
                "document_set_not_found",
                "There are no such documents",
                "You have no documents with this id. They may have been deleted.",
            ),
            DocumentError::FileNotFound => Self::new(
                StatusCode::NOT_FOUND,
                "document_not_found",
                "There is no such file",
                "These documents have no file of this name.",
            ),
            DocumentError::UnknownCursor => Self::new(
                StatusCode::BAD_REQUEST,
                "unknown_cursor",
                "The list cannot go on from there",
                "Start the list again without a cursor.",
            ),
            DocumentError::LimitOutOfRange => Self::new(
                StatusCode::BAD_REQUEST,
                "limit_out_of_range",
                "The limit is out of range",
                "Ask for 1 to 100 document sets.",
            ),
            DocumentError::TooManySets => Self::new(
                StatusCode::CONFLICT,
                "too_many_document_sets",
                "There is no room for more documents",
                "You have documents for 1,000 applications, which is the most. Delete some that you no longer need.",
            ),
            DocumentError::TooManyDrafts
            | DocumentError::DraftNotFound
            | DocumentError::VersionNotFound
            | DocumentError::VersionRequired
            | DocumentError::DraftChanged => of_draft(&error),
            DocumentError::FilesDamaged => Self::new(
                StatusCode::INTERNAL_SERVER_ERROR,
                "document_damaged",
                "The stored files are damaged",
                "The files on our side are not those that were made. Make the documents again.",
            )
            .caused_by(error),
            DocumentError::Objects(error) => Self::from(error),
            DocumentError::Job(error) => Self::from(error),
            DocumentError::Profile(error) => Self::from(error),
            DocumentError::Resume(error) => Self::from(error),
            DocumentError::Closed(error) => Self::from(error),
            DocumentError::Unknown => Self::unreadable(error),
            DocumentError::Database(error) => Self::from(error),
        }
    }
}

fn of_draft(error: &DocumentError) -> Failure {
    match error {
        DocumentError::TooManyDrafts => Failure::new(
            StatusCode::CONFLICT,
            "too_many_resume_drafts",
            "There is no room for another résumé",
            "You have 50 résumés in the builder, which is the most. Delete one that you no longer need.",
        ),
        DocumentError::VersionNotFound => Failure::new(
            StatusCode::NOT_FOUND,
            "resume_version_not_found",
            "There is no such version",
            "This résumé has no version of this number, or it is too old to be kept.",
        ),
        DocumentError::VersionRequired => Failure::new(
            StatusCode::PRECONDITION_REQUIRED,
            "if_match_required",
            "The version is missing",
            "Send the ETag of the résumé that you changed as If-Match, or \"0\" for a new one.",
        ),
        DocumentError::DraftChanged => Failure::new(
            StatusCode::PRECONDITION_FAILED,
            "resume_draft_changed",
            "The résumé was changed elsewhere",
            "The résumé was saved from another device or window. Load it again, then make your change.",
        ),
        _ => Failure::new(
            StatusCode::NOT_FOUND,
            "resume_draft_not_found",
            "There is no such résumé",
            "You have no résumé with this id in the builder. It may have been deleted.",
        ),
    }
}

fn rendered(error: RenderError) -> Failure {
    match error {
        RenderError::Script { words } => Failure::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "script_not_in_fonts",
            "Some words cannot be set in a PDF",
            format!(
                "Our PDF fonts have no letters for: {}. Write them in Latin letters, or use the Word file.",
                shortened(&words)
            ),
        ),
        RenderError::TooLong { needed, asked } => Failure::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "does_not_fit",
            "The résumé does not fit",
            format!(
                "Your history needs at least {needed} pages, and {asked} were asked for. Allow more pages, or hide a \
                 section."
            ),
        ),
        RenderError::Empty => Failure::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "nothing_to_set",
            "There is nothing to set",
            "The document says nothing yet. Give it a name and a sentence.",
        ),
        RenderError::Lost { ref what } => Failure::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "lost_in_file",
            "Something would be lost in the file",
            format!(
                "Reading the file back, not everything came through: {}. Nothing was stored. Reword it, or choose \
                 another template.",
                shortened(what)
            ),
        )
        .caused_by(error),
        RenderError::Write(_) => Failure::internal(error),
    }
}

fn shortened(words: &[String]) -> String {
    let mut shown: Vec<&str> = words.iter().take(8).map(String::as_str).collect();
    if words.len() > shown.len() {
        shown.push("…");
    }
    shown.join(", ")
}
