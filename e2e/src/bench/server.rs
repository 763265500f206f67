//! Serves the form, and nothing else, on a free port of loopback.

use super::form;
use anyhow::Result;
use std::sync::Arc;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

pub(super) struct Server {
    address: String,
    task: JoinHandle<()>,
}

impl Server {
    pub(super) async fn start() -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = format!("http://{}/jobs/bench-joiner/apply", listener.local_addr()?);
        let task = tokio::spawn(serve(listener, Arc::new(form::page())));
        Ok(Self { address, task })
    }

    /// Where the form is.
    pub(super) fn form(&self) -> &str {
        &self.address
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(listener: TcpListener, page: Arc<String>) {
    while let Ok((mut stream, _)) = listener.accept().await {
        let page = Arc::clone(&page);
        tokio::spawn(async move {
            let mut head = vec![0; 8_192];
            let read = stream.read(&mut head).await.unwrap_or(0);
            let wanted = String::from_utf8_lossy(&head[..read]).starts_with("GET /jobs/");
            let (status, body) = if wanted {
                ("200 OK", page.as_str())
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
