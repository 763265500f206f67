//! Asking the embedding model: counted to the person whose search wants it, and to the server's day.
//!
//! What must not happen here: a call that is not counted before it is made; a text kept or logged.

use super::rules::{Purpose, Use, most_tokens_of, usual_tokens_of};
use super::service::{AROUND, Models, NoModel};
use crate::ids::AccountId;
use foothold_shared::redact_debug;

/// What an embedding model made of texts.
#[derive(Clone, PartialEq)]
pub struct Directions {
    /// One a text, in their order, all of one length.
    pub list: Vec<Vec<f32>>,
}
redact_debug!(Directions);

impl Models {
    /// The embedding model's name; `None` where there is none.
    #[must_use]
    pub fn embedding_name(&self) -> Option<&str> {
        self.embedding
            .as_ref()
            .map(|endpoint| endpoint.name.as_str())
    }

    /// Asks the embedding model about texts, in one call.
    ///
    /// # Errors
    /// See [`NoModel`]. Each means: do without.
    pub async fn embed(
        &self,
        account: &AccountId,
        texts: &[String],
    ) -> Result<Directions, NoModel> {
        let Some(endpoint) = &self.embedding else {
            return Err(NoModel::NotConfigured);
        };
        let usual: i64 = texts.iter().map(|text| usual_tokens_of(text.len())).sum();
        let most: i64 = texts.iter().map(|text| most_tokens_of(text.len())).sum();
        let most = Use::of(most + AROUND, 0, endpoint.prices);
        let begun = self
            .begin(
                account,
                Purpose::Embeddings,
                &endpoint.name,
                most,
                Some(endpoint.most_tokens_a_day),
            )
            .await?;
        match endpoint.model.embed(texts).await {
            Ok(embedded) => {
                let told = embedded
                    .tokens_in
                    .and_then(|tokens| i64::try_from(tokens).ok());
                let took = Use::of(told.unwrap_or(usual), 0, endpoint.prices);
                self.end(&begun, "answered", took).await?;
                Ok(Directions {
                    list: embedded.directions,
                })
            }
            Err(error) => {
                let took = if error.may_have_cost() {
                    Use::of(usual, 0, endpoint.prices)
                } else {
                    Use::default()
                };
                self.end(&begun, "failed", took).await?;
                tracing::warn!(model = endpoint.name, cause = %error, "an embedding model gave no usable answer; matches are as they are without it");
                Err(NoModel::Failed(error))
            }
        }
    }
}
