//! `/me/model-use`: what the language model was used for.

use foothold_shared::model_use::ModelUseView;
use poem::http::StatusCode;
use poem_openapi::OpenApi;
use poem_openapi::payload::Json;

use super::service::{Models, NoModel};
use crate::http::{Caller, Failure};

/// The operations on the use of language models.
#[derive(Debug, Clone)]
pub struct ModelUseApi {
    models: Models,
}

impl ModelUseApi {
    /// The operations on these models' use.
    #[must_use]
    pub fn new(models: Models) -> Self {
        Self { models }
    }
}

#[OpenApi(tag = "crate::http::Topic::Model")]
impl ModelUseApi {
    /// See what the language model was used for
    ///
    /// Tokens and cost of the last 31 days, by day, purpose and model, and today's against the limits. Nothing of what
    /// was asked or answered is kept.
    #[oai(path = "/me/model-use", method = "get", operation_id = "getModelUse")]
    async fn get(&self, caller: Caller) -> Result<Json<ModelUseView>, Failure> {
        Ok(Json(self.models.find_use(&caller.account_id).await?))
    }
}

/// For operations that cannot do without a model.
impl From<NoModel> for Failure {
    fn from(error: NoModel) -> Self {
        match error {
            NoModel::NotConfigured => Self::new(
                StatusCode::CONFLICT,
                "no_model",
                "This server has no language model",
                "This needs a language model, and the people who run this server have not set one up.",
            ),
            NoModel::CapReached { retry_after_s } => Self::new(
                StatusCode::TOO_MANY_REQUESTS,
                "model_cap_reached",
                "Today's limit for the language model is reached",
                "You have used what one person may use of the language model in a day. It is free again tomorrow (UTC); everything else works without it.",
            )
            .with_retry_after_s(retry_after_s),
            NoModel::TooLong(_) => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "model_prompt_too_long",
                "This is too long for the language model",
                "Send a shorter text, or do without the language model.",
            ),
            NoModel::Failed(_) => Self::new(
                StatusCode::BAD_GATEWAY,
                "model_unavailable",
                "The language model did not answer",
                "Try again in a minute, or do without the language model.",
            )
            .caused_by(error),
            NoModel::Database(error) => Self::from(error),
        }
    }
}
