//! A server on loopback that stands in for an embedding model's: texts with the same words point the same way.

use std::sync::{Arc, Mutex};

use foothold_backend::config::{Config, EmbeddingConfig};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use crate::support::text;

/// The model's name.
pub(crate) const MODEL: &str = "near-and-far";
/// How many numbers a direction has.
pub(crate) const NUMBERS: usize = 64;
/// What the server counts for each call.
pub(crate) const TOKENS: i64 = 1_000;

/// What it does with a question.
#[derive(Clone)]
pub(crate) enum Does {
    /// Answers with this status, header lines and body.
    Answers(u16, String, String),
    /// Takes the question and says nothing.
    Waits,
    /// Begins an answer and never ends it.
    Endless,
}

/// What it does with these texts, asked for the nth time, from 1.
pub(crate) type Makes = fn(&[String], usize) -> Does;

/// The server, and what it was asked.
pub(crate) struct Stand {
    pub(crate) url: String,
    asked: Arc<Mutex<Vec<Vec<String>>>>,
    makes: Arc<Mutex<Makes>>,
    task: JoinHandle<()>,
}

impl Drop for Stand {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Stand {
    pub(crate) async fn that(makes: Makes) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a port is free");
        let url = format!("http://{}/v1", listener.local_addr().expect("an address"));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let makes = Arc::new(Mutex::new(makes));
        let (seen, does) = (Arc::clone(&asked), Arc::clone(&makes));
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&does), Arc::clone(&seen)));
            }
        });
        Self {
            url,
            asked,
            makes,
            task,
        }
    }

    /// From now on it does this.
    pub(crate) fn now(&self, makes: Makes) {
        *self.makes.lock().expect("no test panics while it holds it") = makes;
    }

    /// The texts of each question, since this was asked last.
    pub(crate) fn asked(&self) -> Vec<Vec<String>> {
        std::mem::take(&mut *self.asked.lock().expect("no test panics while it holds it"))
    }

    /// Puts it into a configuration.
    pub(crate) fn serves(&self, config: &mut Config) {
        config.model.embedding = EmbeddingConfig {
            base_url: self.url.clone(),
            model: MODEL.to_owned(),
            dollars_per_million: 0.02,
            timeout_ms: 60_000,
            ..EmbeddingConfig::default()
        };
    }
}

async fn serve(
    mut stream: TcpStream,
    makes: Arc<Mutex<Makes>>,
    asked: Arc<Mutex<Vec<Vec<String>>>>,
) {
    let mut request = Vec::new();
    let mut part = [0; 8192];
    let body = loop {
        match stream.read(&mut part).await {
            Ok(read) if read > 0 => request.extend_from_slice(&part[..read]),
            _ => return,
        }
        let whole = String::from_utf8_lossy(&request).into_owned();
        let Some((head, body)) = whole.split_once("\r\n\r\n") else {
            continue;
        };
        let length = head
            .lines()
            .find_map(|line| {
                let line = line.to_ascii_lowercase();
                line.strip_prefix("content-length: ")?.parse().ok()
            })
            .unwrap_or(0);
        if body.len() >= length {
            assert!(head.starts_with("POST /v1/embeddings "), "{head}");
            break body.to_owned();
        }
    };
    let question: Value = serde_json::from_str(&body).expect("a question in JSON");
    assert_eq!(question["model"], MODEL);
    let texts: Vec<String> = question["input"]
        .as_array()
        .expect("texts")
        .iter()
        .map(|one| text(one).to_owned())
        .collect();
    let times = {
        let mut asked = asked.lock().expect("no test panics while it holds it");
        asked.push(texts.clone());
        asked.len()
    };
    let makes = *makes.lock().expect("no test panics while it holds it");
    match makes(&texts, times) {
        Does::Answers(status, headers, body) => {
            let answer = format!(
                "HTTP/1.1 {status} S\r\ncontent-type: application/json\r\n{headers}content-length: {}\r\nconnection: close\r\n\r\n{body}",
                body.len()
            );
            let _ = stream.write_all(answer.as_bytes()).await;
        }
        // Until the other side gives up.
        Does::Waits => while stream.read(&mut part).await.is_ok_and(|read| read > 0) {},
        Does::Endless => {
            let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n{\"data\":[{\"index\":0,\"embedding\":[1";
            let _ = stream.write_all(head.as_bytes()).await;
            while stream.write_all(&b",0".repeat(4096)).await.is_ok() {}
        }
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
            direction[hash as usize % numbers] += if meant == "kidney" { 20.0 } else { 1.0 };
        }
    }
    direction
}

/// An answer with these entries.
pub(crate) fn saying(data: Vec<Value>) -> Does {
    let body = json!({"object": "list", "data": data, "model": MODEL,
        "usage": {"prompt_tokens": TOKENS, "total_tokens": TOKENS}});
    Does::Answers(200, String::new(), body.to_string())
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
