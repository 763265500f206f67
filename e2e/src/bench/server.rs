//! Serves the form and the long page, and nothing else, on a free port of loopback.

use super::{form, long};
use anyhow::Result;
use std::sync::Arc;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

pub(super) struct Server {
    address: String,
    long: String,
    task: JoinHandle<()>,
}

impl Server {
    pub(super) async fn start() -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let host = listener.local_addr()?;
        let task = tokio::spawn(serve(listener, Arc::new([form::page(), long::page()])));
        Ok(Self {
            address: format!("http://{host}/jobs/bench-joiner/apply"),
            long: format!("http://{host}/jobs/all"),
            task,
        })
    }

    /// Where the form is.
    pub(super) fn form(&self) -> &str {
        &self.address
    }

    /// Where the long page is.
    pub(super) fn long(&self) -> &str {
        &self.long
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(listener: TcpListener, pages: Arc<[String; 2]>) {
    while let Ok((mut stream, _)) = listener.accept().await {
        let pages = Arc::clone(&pages);
        tokio::spawn(async move {
            let mut head = vec![0; 8_192];
            let read = stream.read(&mut head).await.unwrap_or(0);
            let head = String::from_utf8_lossy(&head[..read]);
            let [form, long] = &*pages;
            let (status, body) = if head.starts_with("GET /jobs/all") {
                ("200 OK", long.as_str())
            } else if head.starts_with("GET /jobs/") {
                ("200 OK", form.as_str())
            } else {
                ("404 Not Found", "")
            };
            let answer = format!(
                "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\
                 Cache-Control: no-store\r\nConnection: close\r\n\r\n{body}",
                body.len()
            );
            // A browser that went away needs no answer.
            let _ = stream.write_all(answer.as_bytes()).await;
        });
    }
}
