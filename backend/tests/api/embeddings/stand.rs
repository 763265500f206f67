//! A server on loopback that stands in for an embedding model's: texts with the same words point the same way.

use foothold_backend::config::{Config, EmbeddingConfig};
use serde_json::{Value, json};

use crate::support::{Asked, Does, Stand, text};

/// The model's name.
pub(crate) const MODEL: &str = "near-and-far";
/// How many numbers a direction has.
pub(crate) const NUMBERS: usize = 64;
/// What the server counts for each call.
pub(crate) const TOKENS: i64 = 1_000;

/// What it does with these texts, asked for the nth time, from 1.
pub(crate) type Makes = fn(&[String], usize) -> Does;

/// The server, and what it was asked.
pub(crate) struct Embedder(Stand);

/// What is done with a request by what is done with its texts.
fn rule(makes: Makes) -> impl FnMut(&Asked, usize) -> Does + Send {
    move |asked, times| {
        let way = (asked.method.as_str(), asked.path.as_str());
        assert_eq!(way, ("POST", "/v1/embeddings"));
        assert_eq!(asked.json()["model"], MODEL);
        makes(&texts(asked), times)
    }
}

fn texts(asked: &Asked) -> Vec<String> {
    let question = asked.json();
    let texts = question["input"].as_array().expect("texts");
    texts.iter().map(|one| text(one).to_owned()).collect()
}

impl Embedder {
    pub(crate) async fn that(makes: Makes) -> Self {
        Self(Stand::that(rule(makes)).await)
    }

    /// From now on it does this.
    pub(crate) fn now(&self, makes: Makes) {
        self.0.now(rule(makes));
    }

    /// The texts of each question, since this was asked last.
    pub(crate) fn asked(&self) -> Vec<Vec<String>> {
        self.0.take_asked().iter().map(texts).collect()
    }

    /// Where it listens.
    pub(crate) fn url(&self) -> String {
        self.0.url("/v1")
    }

    /// Puts it into a configuration.
    pub(crate) fn serves(&self, config: &mut Config) {
        config.model.embedding = EmbeddingConfig {
            base_url: self.url(),
            model: MODEL.to_owned(),
            dollars_per_million: 0.02,
            timeout_ms: 60_000,
            ..EmbeddingConfig::default()
        };
    }
}

/// Words that mean the same to the model, and share no letter with each other.
const ALIKE: [(&str, &str); 2] = [("kidneys", "kidney"), ("amber", "kidney")];

/// Where a text points: each word has a number of its own, on top of what all texts have in common, as with real models,
/// whose cosines are all near to 1.
pub(crate) fn direction(text: &str, numbers: usize) -> Vec<f64> {
    let mut direction = vec![3.0; numbers];
    for word in text.split(|sign: char| !sign.is_alphanumeric()) {
        let word = word.to_lowercase();
        let meant = ALIKE
            .iter()
            .find(|(said, _)| *said == word)
            .map_or(word.as_str(), |(_, meant)| *meant);
        if meant.len() > 2 {
            let hash = meant.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
                (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
            });
            // What is alike counts more than all the words that every posting has.
            let more = if meant == "kidney" { 20.0 } else { 1.0 };
            if let Some(number) = direction.get_mut(hash as usize % numbers.max(1)) {
                *number += more;
            }
        }
    }
    direction
}

/// An answer with these entries.
pub(crate) fn saying(data: Vec<Value>) -> Does {
    let body = json!({"object": "list", "data": data, "model": MODEL,
        "usage": {"prompt_tokens": TOKENS, "total_tokens": TOKENS}});
    Does::say(body.to_string())
}

/// One entry a text, with this many numbers each.
pub(crate) fn entries(texts: &[String], numbers: usize) -> Vec<Value> {
    texts
        .iter()
        .enumerate()
        .map(|(at, text)| {
            json!({"object": "embedding", "index": at, "embedding": direction(text, numbers)})
        })
        .collect()
}

/// What a sound model answers.
pub(crate) fn sound(texts: &[String], _: usize) -> Does {
    saying(entries(texts, NUMBERS))
}
