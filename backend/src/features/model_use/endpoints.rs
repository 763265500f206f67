//! The configured models, in the order in which they are asked.

use std::sync::Arc;
use std::time::Duration;

use super::rules::Prices;
use crate::adapters::embedding_model::{EmbeddingModel, RemoteEmbeddings};
use crate::adapters::language_model::{Address, ChatModel, LanguageModel, NoClient};
use crate::config::{EmbeddingConfig, EndpointConfig, ModelConfig};

/// A model, its name and its prices.
#[derive(Debug, Clone)]
pub struct ModelEndpoint {
    pub(super) name: String,
    pub(super) prices: Prices,
    pub(super) max_tokens: u32,
    pub(super) model: Arc<dyn LanguageModel>,
}

impl ModelEndpoint {
    /// A model in place of the configured one, with its name, prices and limits; for tests.
    #[must_use]
    pub fn new(config: &EndpointConfig, model: Arc<dyn LanguageModel>) -> Self {
        Self {
            name: config.model.clone(),
            prices: Prices {
                per_token_in: config.dollars_per_million_in,
                per_token_out: config.dollars_per_million_out,
            },
            max_tokens: config.max_tokens,
            model,
        }
    }
}

/// The configured models: primary, second, or none.
///
/// # Errors
/// If a client cannot be made from what is configured.
pub fn endpoints(config: &ModelConfig) -> Result<Vec<ModelEndpoint>, NoClient> {
    [&config.primary, &config.second]
        .into_iter()
        .filter(|endpoint| endpoint.is_set())
        .map(|endpoint| {
            let address = Address {
                base_url: endpoint.base_url.clone(),
                api_key: endpoint.api_key.clone(),
                model: endpoint.model.clone(),
                timeout: Duration::from_millis(endpoint.timeout_ms),
            };
            Ok(ModelEndpoint::new(
                endpoint,
                Arc::new(ChatModel::new(&address)?),
            ))
        })
        .collect()
}

/// An embedding model, its name, its price and what all people together may use of it a day.
#[derive(Debug, Clone)]
pub struct EmbeddingEndpoint {
    pub(super) name: String,
    pub(super) prices: Prices,
    pub(super) most_tokens_a_day: i64,
    pub(super) model: Arc<dyn EmbeddingModel>,
}

impl EmbeddingEndpoint {
    /// A model in place of the configured one, with its name, price and limit; for tests.
    #[must_use]
    pub fn new(config: &EmbeddingConfig, model: Arc<dyn EmbeddingModel>) -> Self {
        Self {
            name: config.model.clone(),
            prices: Prices {
                per_token_in: config.dollars_per_million,
                per_token_out: 0.0,
            },
            most_tokens_a_day: config.most_tokens_a_day,
            model,
        }
    }
}

/// The configured embedding model, or none.
///
/// # Errors
/// If a client cannot be made from what is configured.
pub fn embedding_endpoint(config: &EmbeddingConfig) -> Result<Option<EmbeddingEndpoint>, NoClient> {
    if !config.is_set() {
        return Ok(None);
    }
    let address = Address {
        base_url: config.base_url.clone(),
        api_key: config.api_key.clone(),
        model: config.model.clone(),
        timeout: Duration::from_millis(config.timeout_ms),
    };
    let model = Arc::new(RemoteEmbeddings::new(&address)?);
    Ok(Some(EmbeddingEndpoint::new(config, model)))
}
