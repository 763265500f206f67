//! `/me/posting-standing` and `/me/saved-postings`.

use foothold_shared::generation::PostingInput;
use foothold_shared::job::JobCard;
use foothold_shared::posting::{PostingAsked, PostingStanding};
use poem::http::StatusCode;
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};

use super::service::{PostingError, Postings};
use crate::features::matches::MatchError;
use crate::http::{Body, Caller, Failure};

/// The operations on postings that a person has before them.
#[derive(Debug, Clone)]
pub struct PostingsApi {
    postings: Postings,
}

impl PostingsApi {
    /// The operations on these postings.
    #[must_use]
    pub fn new(postings: Postings) -> Self {
        Self { postings }
    }
}

/// What saving a posting answers.
#[derive(Debug, ApiResponse)]
enum SavedPosting {
    /// It was saved already.
    #[oai(status = 200)]
    Known(Json<JobCard>),
    /// Saved.
    #[oai(status = 201)]
    Saved(Json<JobCard>),
}

#[OpenApi(tag = "crate::http::Topic::Jobs")]
impl PostingsApi {
    /// Ask what is known of a posting that you have before you
    ///
    /// How well it fits and why, whether you saved it, and what you sent to its company before. Nothing of it is kept.
    #[oai(
        path = "/me/posting-standing",
        method = "post",
        operation_id = "askAboutPosting"
    )]
    async fn standing(
        &self,
        caller: Caller,
        asked: Body<PostingAsked>,
    ) -> Result<Json<PostingStanding>, Failure> {
        let standing = self.postings.standing(&caller.account_id, asked.0).await?;
        Ok(Json(standing))
    }

    /// Save a posting that you have before you
    ///
    /// The id is the sender's (a UUID), the same for one page. Where a board lists the job, that one is saved and
    /// answered. Else the posting is kept for you alone, under this id, among your saved jobs; sending it again keeps
    /// what it says now. An account keeps at most 1,000: one more is refused with 409 `too_many_saved_postings`.
    #[oai(
        path = "/me/saved-postings/:job_id",
        method = "put",
        operation_id = "savePosting"
    )]
    async fn save(
        &self,
        caller: Caller,
        /// The id of its job.
        job_id: Path<String>,
        posting: Body<PostingInput>,
    ) -> Result<SavedPosting, Failure> {
        let (card, is_new) = self
            .postings
            .save(&caller.account_id, &job_id.0, posting.0)
            .await?;
        Ok(if is_new {
            SavedPosting::Saved(Json(card))
        } else {
            SavedPosting::Known(Json(card))
        })
    }
}

impl From<PostingError> for Failure {
    fn from(error: PostingError) -> Self {
        match error {
            PostingError::Unclear => MatchError::PostingUnclear.into(),
            PostingError::NoAddress => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "posting_without_address",
                "The posting has no address",
                "Send the http or https address of the posting's page.",
            ),
            PostingError::Ended => Self::unavailable(error),
            PostingError::Match(error) => error.into(),
            PostingError::Job(error) => error.into(),
            PostingError::Profile(error) => error.into(),
            PostingError::Application(error) => error.into(),
        }
    }
}
