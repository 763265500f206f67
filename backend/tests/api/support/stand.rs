//! A server on loopback that stands in for another's: it keeps what it was asked, and answers, or fails, as a test says.

use std::sync::{Arc, Mutex, MutexGuard};

use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::Notify;

use super::Loopback;

/// A request as it came.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) method: String,
    /// With the query.
    pub(crate) path: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Asked {
    /// A header that it has.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers[name].to_str().expect("text")
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).expect("JSON")
    }

    /// A request, once it is whole.
    fn of(bytes: &[u8]) -> Option<Self> {
        let whole = String::from_utf8_lossy(bytes);
        let (head, body) = whole.split_once("\r\n\r\n")?;
        let mut lines = head.lines();
        let mut first = lines.next()?.split(' ');
        let (method, path) = (first.next()?.to_owned(), first.next()?.to_owned());
        let headers: HeaderMap = lines
            .filter_map(|line| {
                let (name, value) = line.split_once(": ")?;
                let name = name.parse::<HeaderName>().ok()?;
                Some((name, HeaderValue::from_str(value).ok()?))
            })
            .collect();
        let length = headers.get("content-length");
        let length: usize = length
            .and_then(|length| length.to_str().ok()?.parse().ok())
            .unwrap_or(0);
        (body.len() >= length).then(|| Self {
            method,
            path,
            headers,
            body: body.to_owned(),
        })
    }
}

/// What it does with a request.
#[derive(Debug, Clone)]
pub(crate) enum Does {
    /// Answers with this status, header lines and body.
    Answers(u16, String, String),
    /// Answers 204, once it is let.
    Holds(Arc<Notify>),
    /// Takes the request and says nothing.
    Waits,
    /// Begins an answer like this, and goes on like that without end.
    Endless(&'static str, &'static str),
    /// Closes the connection.
    HangsUp,
}

impl Does {
    /// Answers this.
    pub(crate) fn say(body: impl Into<String>) -> Self {
        Self::Answers(200, String::new(), body.into())
    }

    /// Answers with a status alone.
    pub(crate) fn status(status: u16) -> Self {
        Self::Answers(status, String::new(), String::new())
    }
}

/// What is done with a request, the nth since somebody looked, from 1.
type Rule = Box<dyn FnMut(&Asked, usize) -> Does + Send>;

struct State {
    rule: Rule,
    asked: Vec<Asked>,
}

/// The server, until it is dropped.
pub(crate) struct Stand {
    listening: Loopback,
    state: Arc<Mutex<State>>,
    was_asked: Arc<Notify>,
}

impl Stand {
    pub(crate) async fn that(rule: impl FnMut(&Asked, usize) -> Does + Send + 'static) -> Self {
        let state = Arc::new(Mutex::new(State {
            rule: Box::new(rule),
            asked: Vec::new(),
        }));
        let was_asked = Arc::new(Notify::new());
        let (seen, told) = (Arc::clone(&state), Arc::clone(&was_asked));
        let listening =
            Loopback::serving(move |stream| serve(stream, Arc::clone(&seen), Arc::clone(&told)))
                .await;
        Self {
            listening,
            state,
            was_asked,
        }
    }

    /// One that does the same with every request.
    pub(crate) async fn always(does: Does) -> Self {
        Self::that(move |_, _| does.clone()).await
    }

    /// From now on it does this.
    pub(crate) fn now(&self, rule: impl FnMut(&Asked, usize) -> Does + Send + 'static) {
        self.state().rule = Box::new(rule);
    }

    /// Host and port.
    pub(crate) fn address(&self) -> &str {
        &self.listening.address
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address())
    }

    /// What it was asked, in this order.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.state().asked.clone()
    }

    /// What it was asked since this was looked at last; it counts from 1 again.
    pub(crate) fn take_asked(&self) -> Vec<Asked> {
        std::mem::take(&mut self.state().asked)
    }

    /// Waits until it was asked so often.
    pub(crate) async fn until_asked(&self, often: usize) {
        while self.state().asked.len() < often {
            self.was_asked.notified().await;
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no rule panics")
    }
}

async fn serve(mut stream: TcpStream, state: Arc<Mutex<State>>, was_asked: Arc<Notify>) {
    let mut request = Vec::new();
    let mut part = [0; 8192];
    let asked = loop {
        match stream.read(&mut part).await {
            Ok(read) if read > 0 => request.extend_from_slice(&part[..read]),
            _ => return,
        }
        if let Some(asked) = Asked::of(&request) {
            break asked;
        }
    };
    let does = {
        let mut state = state.lock().expect("no rule panics");
        state.asked.push(asked.clone());
        let often = state.asked.len();
        (state.rule)(&asked, often)
    };
    was_asked.notify_one();
    match does {
        Does::Answers(status, headers, body) => {
            let answer = answer(status, &headers, &body);
            let _ = stream.write_all(answer.as_bytes()).await;
        }
        Does::Holds(until) => {
            until.notified().await;
            let _ = stream.write_all(answer(204, "", "").as_bytes()).await;
        }
        // Until the other side gives up.
        Does::Waits => while stream.read(&mut part).await.is_ok_and(|read| read > 0) {},
        Does::Endless(beginning, more) => {
            let head = format!("HTTP/1.1 200 S\r\n{JSON}{CLOSE}\r\n{beginning}");
            let _ = stream.write_all(head.as_bytes()).await;
            let more = more.repeat(4096);
            while stream.write_all(more.as_bytes()).await.is_ok() {}
        }
        Does::HangsUp => {}
    }
}

const JSON: &str = "content-type: application/json\r\n";
const CLOSE: &str = "connection: close\r\n";

/// An answer; what it holds shows in how its body begins, unless the headers say so.
fn answer(status: u16, headers: &str, body: &str) -> String {
    let kind = if headers.contains("content-type: ") || status == 204 {
        ""
    } else if body.starts_with("<!doctype html") || body.starts_with("<html") {
        "content-type: text/html; charset=utf-8\r\n"
    } else if body.starts_with('<') {
        "content-type: application/xml\r\n"
    } else {
        JSON
    };
    let length = match status {
        204 => String::new(),
        _ => format!("content-length: {}\r\n", body.len()),
    };
    format!("HTTP/1.1 {status} S\r\n{kind}{headers}{length}{CLOSE}\r\n{body}")
}
