//! What a person's language-model calls of a day came to.

use serde::{Deserialize, Serialize};

/// The calls of one purpose and model on one day.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct ModelUseLine {
    /// The day in UTC, `YYYY-MM-DD`.
    pub day: String,
    /// What the model was asked for: `documents`, `reading`, `matches` (second looks), `embeddings`.
    pub purpose: String,
    /// The model's name, as the server's configuration has it.
    pub model: String,
    /// How many calls, failed ones included.
    pub calls: i64,
    /// How many of them gave no answer.
    pub failed: i64,
    /// Tokens sent.
    pub tokens_in: i64,
    /// Tokens answered.
    pub tokens_out: i64,
    /// What they cost, in millionths of a US dollar.
    pub cost_micro_dollars: i64,
}

/// A person's use of language models: today against the limits, and the last 31 days.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct ModelUseView {
    /// Whether this server has a language model at all; without one everything works by rules.
    pub available: bool,
    /// Today in UTC, `YYYY-MM-DD`.
    pub today: String,
    /// Tokens of today, both ways; calls that are still open count with the most they can take.
    pub tokens_today: i64,
    /// The most tokens a day.
    pub most_tokens_a_day: i64,
    /// What today cost, in millionths of a US dollar.
    pub cost_today_micro_dollars: i64,
    /// The most a day may cost, in millionths of a US dollar.
    pub most_cost_a_day_micro_dollars: i64,
    /// Whether a limit is reached: until tomorrow the model is not asked.
    pub cap_reached: bool,
    /// The last 31 days, newest first.
    pub lines: Vec<ModelUseLine>,
}
