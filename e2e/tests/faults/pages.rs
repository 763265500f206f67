//! A local server of the pages that a test brings along. Its two names, `127.0.0.1` and `localhost`,
//! are two origins.

use anyhow::Result;
use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Notify;

/// A page that begins, and never ends.
pub(crate) const ENDLESS: &str = "/endless";

/// Paths and the bodies that stand there.
type Bodies = Arc<Mutex<HashMap<String, String>>>;

/// The server, for as long as the test runs.
pub(crate) struct Pages {
    port: u16,
    bodies: Bodies,
    /// Told when the page without an end has begun.
    endless: Arc<Notify>,
}

impl Pages {
    pub(crate) fn start() -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let port = listener.local_addr()?.port();
        let bodies = Bodies::default();
        let endless = Arc::<Notify>::default();
        let (served, begun) = (Arc::clone(&bodies), Arc::clone(&endless));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (served, begun) = (Arc::clone(&served), Arc::clone(&begun));
                std::thread::spawn(move || answer(stream, &served, &begun));
            }
        });
        Ok(Self {
            port,
            bodies,
            endless,
        })
    }

    /// Waits until the page without an end has begun.
    pub(crate) async fn endless_begun(&self) {
        self.endless.notified().await;
    }

    /// Puts a page at a path, and gives its address.
    pub(crate) fn put(&self, path: &str, body: &str) -> String {
        let html = format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Apply</title><body>{body}"
        );
        let mut bodies = self.bodies.lock().unwrap_or_else(PoisonError::into_inner);
        bodies.insert(path.to_owned(), html);
        self.at(path)
    }

    /// A path's address.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// The same on the other origin.
    pub(crate) fn elsewhere(&self, path: &str) -> String {
        format!("http://localhost:{}{path}", self.port)
    }
}

fn answer(mut stream: TcpStream, bodies: &Bodies, endless: &Notify) -> Option<()> {
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let mut first = String::new();
    reader.read_line(&mut first).ok()?;
    let path = first.split_whitespace().nth(1)?.to_owned();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? == 0 || line == "\r\n" {
            break;
        }
    }
    let path = path.split('?').next().unwrap_or_default();
    if path == ENDLESS {
        let head =
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9999\r\n\r\n<p>Wait";
        stream.write_all(head.as_bytes()).ok()?;
        endless.notify_one();
        // Until the browser has enough of it.
        return reader.read_line(&mut first).ok().map(drop);
    }
    let body = bodies
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .get(path)
        .cloned();
    let (status, body) = match body {
        Some(body) => ("200 OK", body),
        None => ("404 Not Found", "<h1>Nothing here</h1>".to_owned()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
    .ok()
}
