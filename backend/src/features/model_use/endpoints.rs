//! The configured models, in the order in which they are asked.

use std::sync::Arc;
use std::time::Duration;

use super::rules::Prices;
use crate::adapters::language_model::{Address, ChatModel, LanguageModel, NoClient};
use crate::config::{EndpointConfig, ModelConfig};

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
