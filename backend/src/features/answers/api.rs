//! `/me/answers`: the answer memory.

use foothold_shared::answer::{AnswerList, NewAnswer, RememberedAnswer};
use poem::http::StatusCode;
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};

use super::service::{AnswerError, Answers};
use crate::http::{Body, Caller, Failure, NoContent};

/// The operations on the answer memory.
#[derive(Debug, Clone)]
pub struct AnswersApi {
    answers: Answers,
}

impl AnswersApi {
    /// The operations on these answers.
    #[must_use]
    pub fn new(answers: Answers) -> Self {
        Self { answers }
    }
}

/// What storing an answer answers.
#[derive(Debug, ApiResponse)]
enum StoredAnswer {
    /// It was known; this is its latest state.
    #[oai(status = 200)]
    Known(Json<RememberedAnswer>),
    /// Stored.
    #[oai(status = 201)]
    Stored(Json<RememberedAnswer>),
}

#[OpenApi(tag = "crate::http::Topic::Applications")]
impl AnswersApi {
    /// List your remembered answers, newest first
    ///
    /// All of them, expired ones included: an expired one is shown and no longer used.
    #[oai(path = "/me/answers", method = "get", operation_id = "listAnswers")]
    async fn list(&self, caller: Caller) -> Result<Json<AnswerList>, Failure> {
        Ok(Json(self.answers.list(&caller.account_id).await?))
    }

    /// Remember an answer
    ///
    /// The id is the sender's (a UUID). Sending the same again changes nothing; one that was remembered later replaces
    /// the one before, and an earlier one never replaces a later. An account keeps at most 1,000: one more is refused
    /// with 409 `too_many_answers`.
    #[oai(
        path = "/me/answers/:answer_id",
        method = "put",
        operation_id = "rememberAnswer"
    )]
    async fn put(
        &self,
        caller: Caller,
        /// The answer's id.
        answer_id: Path<String>,
        answer: Body<NewAnswer>,
    ) -> Result<StoredAnswer, Failure> {
        let stored = self
            .answers
            .put(&caller.account_id, &answer_id.0, answer.0)
            .await?;
        let view = Json(stored.view);
        Ok(if stored.is_new {
            StoredAnswer::Stored(view)
        } else {
            StoredAnswer::Known(view)
        })
    }

    /// Forget an answer
    #[oai(
        path = "/me/answers/:answer_id",
        method = "delete",
        operation_id = "forgetAnswer"
    )]
    async fn delete(
        &self,
        caller: Caller,
        /// The answer's id.
        answer_id: Path<String>,
    ) -> Result<NoContent, Failure> {
        self.answers
            .delete(&caller.account_id, &answer_id.0)
            .await?;
        Ok(NoContent::Done)
    }
}

impl From<AnswerError> for Failure {
    fn from(error: AnswerError) -> Self {
        match error {
            AnswerError::Invalid(problems) => Self::invalid(problems),
            AnswerError::NotFound => Self::new(
                StatusCode::NOT_FOUND,
                "answer_not_found",
                "There is no such answer",
                "You have no remembered answer with this id. It may have been deleted.",
            ),
            AnswerError::TooMany => Self::new(
                StatusCode::CONFLICT,
                "too_many_answers",
                "The answer memory is full",
                "Foothold remembers at most 1,000 answers. Delete some you no longer need, then try again.",
            ),
            AnswerError::Busy => Self::new(
                StatusCode::CONFLICT,
                "answer_busy",
                "The answer is being changed",
                "The same answer was changed at the same moment. Send it again.",
            ),
            AnswerError::Closed(error) => Self::from(error),
            AnswerError::Unknown => Self::unreadable(error),
            AnswerError::Database(error) => Self::from(error),
        }
    }
}
