//! A mail server on loopback: it speaks SMTP, and takes or refuses as it is told.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

use crate::support::Loopback;

/// What it does with the next letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Does {
    /// Says that there is no such address.
    Refuses,
    /// Asks to come later.
    Waits,
    /// Takes it, and goes before it says so.
    TakesAndGoes,
}

/// A letter as it came.
#[derive(Debug, Clone)]
pub(crate) struct Came {
    pub(crate) to: String,
    pub(crate) raw: String,
}

#[derive(Default)]
struct State {
    next: VecDeque<Does>,
    came: Vec<Came>,
}

pub(crate) struct Smtp {
    listening: Loopback,
    state: Arc<Mutex<State>>,
}

impl Smtp {
    pub(crate) async fn start() -> Self {
        let state: Arc<Mutex<State>> = Arc::default();
        let own = Arc::clone(&state);
        let listening = Loopback::serving(move |stream| talk(stream, Arc::clone(&own))).await;
        Self { listening, state }
    }

    pub(crate) fn url(&self) -> String {
        format!("smtp://{}", self.listening.address)
    }

    /// What it does with the next letters, one each; it takes those after them.
    pub(crate) fn next(&self, does: &[Does]) {
        let mut state = self.state.lock().expect("nobody panicked");
        state.next.extend(does.iter().copied());
    }

    pub(crate) fn came(&self) -> Vec<Came> {
        self.state.lock().expect("nobody panicked").came.clone()
    }

    pub(crate) fn last(&self) -> Came {
        self.came().pop().expect("a letter came")
    }
}

async fn talk(stream: TcpStream, state: Arc<Mutex<State>>) {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    let mut to = String::new();
    let mut does = None;
    if write.write_all(b"220 stand\r\n").await.is_err() {
        return;
    }
    while let Ok(Some(line)) = lines.next_line().await {
        let word = line
            .split(' ')
            .next()
            .unwrap_or_default()
            .to_ascii_uppercase();
        let said = match word.as_str() {
            "EHLO" | "HELO" => "250 stand",
            "MAIL" => {
                does = state.lock().expect("nobody panicked").next.pop_front();
                "250 go on"
            }
            "RCPT" if does == Some(Does::Refuses) => "550 no such address",
            "RCPT" if does == Some(Does::Waits) => "451 come later",
            "RCPT" => {
                to = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                "250 go on"
            }
            "DATA" => {
                if write.write_all(b"354 go on\r\n").await.is_err() {
                    return;
                }
                let mut raw = String::new();
                while let Ok(Some(line)) = lines.next_line().await {
                    if line == "." {
                        break;
                    }
                    raw.push_str(line.strip_prefix('.').unwrap_or(&line));
                    raw.push_str("\r\n");
                }
                let came = Came {
                    to: to.clone(),
                    raw,
                };
                state.lock().expect("nobody panicked").came.push(came);
                if does == Some(Does::TakesAndGoes) {
                    return;
                }
                "250 taken"
            }
            "QUIT" => "221 bye",
            _ => "250 fine",
        };
        if write
            .write_all(format!("{said}\r\n").as_bytes())
            .await
            .is_err()
            || word == "QUIT"
        {
            return;
        }
    }
}

impl Came {
    /// A header, its lines joined.
    pub(crate) fn header(&self, name: &str) -> Option<String> {
        let (head, _) = self.raw.split_once("\r\n\r\n")?;
        let head = head.replace("\r\n ", " ").replace("\r\n\t", " ");
        let start = format!("{}:", name.to_ascii_lowercase());
        head.lines()
            .find(|line| line.to_ascii_lowercase().starts_with(&start))
            .map(|line| line[start.len()..].trim().to_owned())
    }

    /// The part of this media type, decoded.
    pub(crate) fn part(&self, media_type: &str) -> String {
        let (_, from) = self
            .raw
            .split_once(&format!("Content-Type: {media_type}"))
            .expect("such a part");
        let (head, body) = from.split_once("\r\n\r\n").expect("a body");
        let content = self.header("Content-Type").expect("what it holds");
        let boundary = content.split('"').nth(1).expect("a boundary");
        let end = format!("\r\n--{boundary}");
        let body = body.split(&end).next().unwrap_or_default();
        if head.contains("quoted-printable") {
            unquote(body)
        } else if head.contains("base64") {
            use base64::Engine;
            let joined: String = body.split_whitespace().collect();
            let bytes = base64::engine::general_purpose::STANDARD.decode(joined);
            String::from_utf8(bytes.expect("base64")).expect("text")
        } else {
            body.to_owned()
        }
    }
}

/// Quoted-printable as text.
fn unquote(text: &str) -> String {
    let text = text.replace("=\r\n", "");
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'=' {
            bytes.push(byte);
            continue;
        }
        let pair = [rest.next().expect("a digit"), rest.next().expect("a digit")];
        let pair = std::str::from_utf8(&pair).expect("digits");
        bytes.push(u8::from_str_radix(pair, 16).expect("a byte"));
    }
    String::from_utf8(bytes).expect("text")
}
