//! Opens captured pages under the hosts they came from, and takes their snapshots with the real page agent.
//!
//! A little server on loopback answers for every host there is: Chromium is told to resolve all names to it, and to
//! accept its certificate. It serves exactly one page at a time and nothing else.
//!
//! What must not happen here: a request that leaves loopback, a page that is served from another address than it was
//! captured at (facts about an ATS key on the host).

use crate::agent;
use crate::browser::{Browser, BrowserOptions};
use anyhow::{Context, Result};
use foothold_core::page::PageSnapshot;
use serde_json::Value;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use url::Url;

/// The first byte of a TLS handshake; anything else is plain HTTP.
const TLS_HANDSHAKE: u8 = 22;

/// How long one request may take to arrive.
const REQUEST_LIMIT: Duration = Duration::from_secs(10);

/// A page as it was captured.
#[derive(Debug, Clone, Default)]
pub struct Captured {
    /// Its HTML.
    pub html: Vec<u8>,
    /// Where it was captured; empty or unusable for a neutral host.
    pub url: String,
}

impl Captured {
    /// Reads a captured page from a file.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(path: &Path, url: &str) -> Result<Self> {
        let html =
            std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok(Self {
            html,
            url: url.to_owned(),
        })
    }

    /// The address it is served at.
    fn address(&self) -> Result<Url> {
        let url = Url::parse(&self.url)
            .ok()
            .filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
        let mut url = match url {
            Some(url) => url,
            None => Url::parse("https://capture.example/page")?,
        };
        // Everything is served by one server on one port, and the snapshot must show the real host alone.
        let _ = url.set_port(None);
        Ok(url)
    }
}

/// One browser and one server for any number of captured pages.
#[derive(Debug)]
pub struct Captures {
    browser: Browser,
    served: Served,
    server: JoinHandle<()>,
}

impl Captures {
    /// Starts the server and the browser.
    ///
    /// # Errors
    /// When the browser is missing or does not start.
    pub async fn start() -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let port = listener.local_addr()?.port();
        let served = Served::default();
        let acceptor = acceptor()?;
        let server = tokio::spawn(serve(listener, acceptor, served.clone()));
        let browser = Browser::start(BrowserOptions {
            host_resolver_rules: format!("MAP * 127.0.0.1:{port}"),
            ignore_certificate_errors: true,
            ..BrowserOptions::default()
        })
        .await?;
        Ok(Self {
            browser,
            served,
            server,
        })
    }

    /// Opens a page under its own address, with the page agent's reader in it.
    ///
    /// # Errors
    /// When the page does not load.
    pub async fn open(&self, page: &Captured) -> Result<()> {
        let url = page.address()?;
        let target = url[url::Position::BeforePath..url::Position::AfterQuery].to_owned();
        self.served.set(target, page.html.clone());
        self.browser.goto(url.as_str()).await?;
        for script in agent::READING {
            let _: Value = self.browser.run(script, Vec::new()).await?;
        }
        Ok(())
    }

    /// Opens a page and takes its snapshot.
    ///
    /// # Errors
    /// When the page does not load, or the agent's answer is not a snapshot.
    pub async fn snapshot(&self, page: &Captured) -> Result<PageSnapshot> {
        self.open(page).await?;
        self.collect().await
    }

    /// The snapshot of the page that is open.
    ///
    /// # Errors
    /// When the agent's answer is not a snapshot.
    pub async fn collect(&self) -> Result<PageSnapshot> {
        self.browser
            .run("return __foothold.collect()", Vec::new())
            .await
    }

    /// The browser, for asking more of the open page.
    #[must_use]
    pub fn browser(&self) -> &Browser {
        &self.browser
    }
}

impl Drop for Captures {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// The one page that is served: its path with query, and its HTML.
#[derive(Debug, Clone, Default)]
struct Served(Arc<Mutex<(String, Arc<Vec<u8>>)>>);

impl Served {
    fn set(&self, target: String, html: Vec<u8>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = (target, Arc::new(html));
    }

    fn find(&self, target: &str) -> Option<Arc<Vec<u8>>> {
        let served = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        (served.0 == target).then(|| Arc::clone(&served.1))
    }
}

/// TLS with a certificate made for this run; the browser accepts any.
fn acceptor() -> Result<TlsAcceptor> {
    let made = rcgen::generate_simple_self_signed(vec!["capture.example".to_owned()])?;
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)?;
    Ok(TlsAcceptor::from(Arc::new(config)))
}

async fn serve(listener: TcpListener, acceptor: TlsAcceptor, served: Served) {
    while let Ok((stream, _)) = listener.accept().await {
        let (acceptor, served) = (acceptor.clone(), served.clone());
        tokio::spawn(async move {
            // A browser opens connections it never uses and drops others half-way: neither is an error.
            let _ = timeout(REQUEST_LIMIT, connection(stream, acceptor, served)).await;
        });
    }
}

async fn connection(
    stream: TcpStream,
    acceptor: TlsAcceptor,
    served: Served,
) -> std::io::Result<()> {
    let mut first = [0_u8; 1];
    stream.peek(&mut first).await?;
    if first[0] == TLS_HANDSHAKE {
        answer(acceptor.accept(stream).await?, &served).await
    } else {
        answer(stream, &served).await
    }
}

/// Answers one request and closes.
async fn answer(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    served: &Served,
) -> std::io::Result<()> {
    let mut head = Vec::new();
    let mut part = [0_u8; 4096];
    while !head.windows(4).any(|end| end == b"\r\n\r\n") && head.len() < 65_536 {
        let read = stream.read(&mut part).await?;
        if read == 0 {
            return Ok(());
        }
        head.extend_from_slice(&part[..read]);
    }
    let head = String::from_utf8_lossy(&head);
    let target = head.split_whitespace().nth(1).unwrap_or_default();
    match served.find(target) {
        Some(html) => {
            let header = format!(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\
                 Content-Security-Policy: script-src 'none'\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
                html.len()
            );
            stream.write_all(header.as_bytes()).await?;
            stream.write_all(&html).await?;
        }
        None => {
            stream
                .write_all(
                    b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                )
                .await?;
        }
    }
    stream.shutdown().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn pages_keep_their_hosts_even_those_that_insist_on_https() -> Result<()> {
        let captures = Captures::start().await?;
        for url in [
            "https://www.linkedin.com/jobs/view/1?x=1#apply",
            "http://jobs.example.org/apply",
            "",
        ] {
            let page = Captured {
                html: b"<!doctype html><title>Job</title><label>Vorname <input name=vn></label>"
                    .to_vec(),
                url: url.to_owned(),
            };
            let snapshot = captures.snapshot(&page).await?;
            let host = Url::parse(&snapshot.url)?
                .host_str()
                .unwrap_or_default()
                .to_owned();
            let expected = Url::parse(url)
                .ok()
                .and_then(|url| url.host_str().map(str::to_owned));
            assert_eq!(host, expected.unwrap_or("capture.example".to_owned()));
            assert_eq!(snapshot.fields.len(), 1);
            assert_eq!(snapshot.fields[0].labels[0].text, "Vorname");
        }
        Ok(())
    }
}
