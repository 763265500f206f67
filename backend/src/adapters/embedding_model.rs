//! Embedding models behind one trait, and the real one: any server that speaks OpenAI's embeddings.
//!
//! texts → one call → as many directions, in the order of the texts
//!
//! What must not happen here: an answer half believed (one direction amiss, and none of them is taken), a redirect
//! followed, a word of the texts in an error.

use std::fmt::Debug;

use async_openai::Client;
use foothold_shared::redact_debug;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use serde::{Deserialize, Serialize};

use super::language_model::{Address, Endpoint, ModelError, NoClient, client, reason};

/// The longest answer that is read, in bytes: thirty-two directions of four thousand numbers in full length.
const LONGEST_ANSWER: usize = 4 * 1024 * 1024;
/// The most numbers of a direction; models in use have some hundreds to four thousand.
const MOST_NUMBERS: usize = 16_384;

/// What a model made of texts.
#[derive(Clone, PartialEq)]
pub struct Embedded {
    /// One direction a text, in the order of the texts; all of the same length, none without a length of its own.
    pub directions: Vec<Vec<f32>>,
    /// Tokens sent, as the server counted them.
    pub tokens_in: Option<u64>,
}
redact_debug!(Embedded);

/// An embedding model.
pub trait EmbeddingModel: Debug + Send + Sync {
    /// Asks once about all texts.
    fn embed<'a>(&'a self, texts: &'a [String]) -> BoxFuture<'a, Result<Embedded, ModelError>>;
}

/// A model behind OpenAI's protocol.
#[derive(Debug)]
pub struct RemoteEmbeddings {
    client: Client<Endpoint>,
    model: String,
}

impl RemoteEmbeddings {
    /// A model at an address.
    ///
    /// # Errors
    /// If the key has characters that no header may have, or the client cannot be made.
    pub fn new(address: &Address) -> Result<Self, NoClient> {
        Ok(Self {
            client: client(address, LONGEST_ANSWER)?,
            model: address.model.clone(),
        })
    }
}

impl EmbeddingModel for RemoteEmbeddings {
    fn embed<'a>(&'a self, texts: &'a [String]) -> BoxFuture<'a, Result<Embedded, ModelError>> {
        async move {
            let request = Request {
                model: &self.model,
                input: texts,
            };
            let answer: Answer = self
                .client
                .embeddings()
                .create_byot(request)
                .await
                .map_err(|error| reason(&error))?;
            let usage = answer.usage.unwrap_or_default();
            Ok(Embedded {
                directions: placed(answer.data, texts.len()).ok_or(ModelError::Malformed)?,
                tokens_in: usage.prompt_tokens.or(usage.total_tokens),
            })
        }
        .boxed()
    }
}

/// The directions in the order of the texts; `None` where one is missing, told twice, of another length or no direction.
fn placed(data: Vec<Item>, texts: usize) -> Option<Vec<Vec<f32>>> {
    let length = data.first()?.embedding.len();
    if data.len() != texts || !(1..=MOST_NUMBERS).contains(&length) {
        return None;
    }
    let mut places: Vec<Option<Vec<f32>>> = vec![None; texts];
    for (at, item) in data.into_iter().enumerate() {
        // Some servers leave the number 0 out, some leave all of them out; what has none stands where it belongs.
        let place = places.get_mut(item.index.unwrap_or(at))?;
        let sound = item.embedding.len() == length
            && item.embedding.iter().all(|number| number.is_finite())
            && item.embedding.iter().any(|number| *number != 0.0);
        if !sound || place.is_some() {
            return None;
        }
        *place = Some(item.embedding);
    }
    places.into_iter().collect()
}

#[derive(Serialize)]
struct Request<'t> {
    model: &'t str,
    input: &'t [String],
}

#[derive(Deserialize)]
struct Answer {
    data: Vec<Item>,
    #[serde(default)]
    usage: Option<Usage>,
}

#[derive(Deserialize)]
struct Item {
    #[serde(default)]
    index: Option<usize>,
    embedding: Vec<f32>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Usage {
    prompt_tokens: Option<u64>,
    total_tokens: Option<u64>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, from_value, json};

    fn read(data: Value, texts: usize) -> Option<Vec<Vec<f32>>> {
        placed(from_value(data).ok()?, texts)
    }

    #[test]
    fn directions_come_in_the_order_of_the_texts() {
        let expected = Some(vec![vec![1.0, 0.5], vec![-2.0, 0.0]]);
        for (what, first, second) in [
            (
                "as asked",
                json!({"index": 0, "embedding": [1, 0.5]}),
                json!({"index": 1, "embedding": [-2, 0]}),
            ),
            (
                "the other way",
                json!({"index": 1, "embedding": [-2, 0]}),
                json!({"index": 0, "embedding": [1, 0.5]}),
            ),
            (
                "without 0",
                json!({"embedding": [1, 0.5]}),
                json!({"index": 1, "embedding": [-2, 0]}),
            ),
            (
                "without any",
                json!({"embedding": [1, 0.5]}),
                json!({"embedding": [-2, 0]}),
            ),
        ] {
            assert_eq!(read(json!([first, second]), 2), expected, "{what}");
        }
    }

    #[test]
    fn one_that_is_amiss_spoils_all() {
        let sound = json!({"index": 0, "embedding": [1, 0.5]});
        assert!(read(json!([sound, {"index": 1, "embedding": [1, 1]}]), 2).is_some());
        for (what, other) in [
            ("twice", json!({"index": 0, "embedding": [1, 1]})),
            ("beyond the last", json!({"index": 2, "embedding": [1, 1]})),
            (
                "another length",
                json!({"index": 1, "embedding": [1, 1, 1]}),
            ),
            ("no direction", json!({"index": 1, "embedding": [0, 0]})),
            ("not a number", json!({"index": 1, "embedding": [null, 1]})),
            ("too large", json!({"index": 1, "embedding": [1e300, 1]})),
            ("words", json!({"index": 1, "embedding": "AAAA"})),
        ] {
            assert_eq!(read(json!([sound, other]), 2), None, "{what}");
        }
        assert_eq!(read(json!([sound]), 2), None);
        assert_eq!(read(json!([]), 0), None);
        assert_eq!(read(json!([{"embedding": []}]), 1), None);
    }
}
