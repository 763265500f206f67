//! A language model's server: what it answers, and how a configuration names it.

use foothold_backend::config::EndpointConfig;
use serde_json::json;

use super::Stand;

/// A model on this server, at a price that tests can count with.
pub(crate) fn chat_endpoint(stand: &Stand, model: &str) -> EndpointConfig {
    EndpointConfig {
        base_url: stand.url("/v1"),
        api_key: "sk-very-secret".into(),
        model: model.to_owned(),
        dollars_per_million_in: 0.25,
        dollars_per_million_out: 2.0,
        timeout_ms: 60_000,
        max_tokens: 500,
    }
}

/// What a model says, for a thousand tokens and these.
pub(crate) fn completion(text: &str, tokens_out: u64) -> String {
    json!({
        "id": "1", "object": "chat.completion", "created": 1, "model": "m",
        "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}}],
        "usage": {"prompt_tokens": 1000, "completion_tokens": tokens_out, "total_tokens": 1000 + tokens_out}
    })
    .to_string()
}
