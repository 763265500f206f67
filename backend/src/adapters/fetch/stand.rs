//! A small web server on loopback for tests: it answers what a test tells it to, also what no good server would.

use std::collections::HashMap;
use std::io;
use std::io::Write as _;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

use flate2::Compression;
use flate2::write::GzEncoder;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use super::{Allowed, GuardedFetch, Lookup, Pause};
use crate::clock::{Clock, ManualClock};

/// 21 November 2026, noon.
pub(crate) const NOW: i64 = 1_795_262_400_000;

/// A request that came.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) method: String,
    /// With the query.
    pub(crate) path: String,
    pub(crate) headers: HashMap<String, String>,
    pub(crate) body: String,
}

/// What to answer.
pub(crate) enum Reply {
    /// A proper answer.
    Whole(u16, Vec<(&'static str, String)>, Vec<u8>),
    /// These bytes, and the end.
    Raw(Vec<u8>),
    /// A good head, and a body that never ends.
    Endless,
    /// Nothing, until the other side goes.
    Silent,
}

impl Reply {
    pub(crate) fn json(body: impl Into<String>) -> Self {
        Self::Whole(
            200,
            vec![("content-type", "application/json".to_owned())],
            body.into().into_bytes(),
        )
    }

    pub(crate) fn status(status: u16) -> Self {
        Self::Whole(status, Vec::new(), Vec::new())
    }

    pub(crate) fn to(status: u16, location: impl Into<String>) -> Self {
        Self::Whole(status, vec![("location", location.into())], Vec::new())
    }
}

type Answers = dyn Fn(&Asked) -> Reply + Send + Sync;

/// The server, and what it was asked.
pub(crate) struct Stand {
    pub(crate) address: SocketAddr,
    asked: Arc<Mutex<Vec<Asked>>>,
    at_once: Arc<Mutex<(usize, usize)>>,
}

impl Stand {
    pub(crate) async fn start(
        answers: impl Fn(&Asked) -> Reply + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let stand = Self {
            address: listener.local_addr()?,
            asked: Arc::default(),
            at_once: Arc::default(),
        };
        let (asked, at_once) = (Arc::clone(&stand.asked), Arc::clone(&stand.at_once));
        let answers: Arc<Answers> = Arc::new(answers);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (answers, asked, at_once) = (
                    Arc::clone(&answers),
                    Arc::clone(&asked),
                    Arc::clone(&at_once),
                );
                tokio::spawn(async move {
                    // Whoever hangs up early is a test's own doing.
                    let _ = serve(stream, &*answers, &asked, &at_once).await;
                });
            }
        });
        Ok(stand)
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.asked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// The most requests that were open at once.
    pub(crate) fn most_at_once(&self) -> usize {
        self.at_once
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .1
    }
}

async fn serve(
    mut stream: TcpStream,
    answers: &Answers,
    log: &Mutex<Vec<Asked>>,
    at_once: &Mutex<(usize, usize)>,
) -> io::Result<()> {
    let asked = receive(&mut stream).await?;
    let reply = answers(&asked);
    log.lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(asked);
    {
        let mut at_once = at_once.lock().unwrap_or_else(PoisonError::into_inner);
        at_once.0 += 1;
        at_once.1 = at_once.1.max(at_once.0);
    }
    for _ in 0..20 {
        tokio::task::yield_now().await;
    }
    at_once.lock().unwrap_or_else(PoisonError::into_inner).0 -= 1;
    match reply {
        Reply::Whole(status, headers, body) => {
            let mut head = format!(
                "HTTP/1.1 {status} x\r\ncontent-length: {}\r\nconnection: close\r\n",
                body.len()
            );
            for (name, value) in headers {
                head.push_str(&format!("{name}: {value}\r\n"));
            }
            head.push_str("\r\n");
            stream.write_all(head.as_bytes()).await?;
            stream.write_all(&body).await?;
        }
        Reply::Raw(bytes) => stream.write_all(&bytes).await?,
        Reply::Endless => {
            stream
                .write_all(b"HTTP/1.1 200 x\r\ncontent-type: text/plain\r\n\r\n")
                .await?;
            loop {
                stream.write_all(&[b'x'; 65_536]).await?;
            }
        }
        Reply::Silent => {
            let mut rest = Vec::new();
            stream.read_to_end(&mut rest).await?;
        }
    }
    stream.shutdown().await
}

async fn receive(stream: &mut TcpStream) -> io::Result<Asked> {
    let mut bytes = Vec::new();
    let head = loop {
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break end;
        }
        if stream.read_buf(&mut bytes).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    };
    let text = String::from_utf8_lossy(&bytes[..head]).into_owned();
    let mut lines = text.lines();
    let mut first = lines.next().unwrap_or_default().split(' ');
    let (method, path) = (
        first.next().unwrap_or_default(),
        first.next().unwrap_or_default(),
    );
    let headers = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect::<HashMap<_, _>>();
    let length = headers
        .get("content-length")
        .and_then(|length| length.parse::<usize>().ok())
        .unwrap_or_default();
    while bytes.len() < head + 4 + length {
        if stream.read_buf(&mut bytes).await? == 0 {
            break;
        }
    }
    Ok(Asked {
        method: method.to_owned(),
        path: path.to_owned(),
        headers,
        body: String::from_utf8_lossy(&bytes[head + 4..]).into_owned(),
    })
}

/// A look-up with fixed answers.
#[derive(Debug, Default)]
pub(crate) struct Names(pub(crate) HashMap<&'static str, Vec<IpAddr>>);

impl Lookup for Names {
    fn lookup(&self, name: String) -> BoxFuture<'static, io::Result<Vec<IpAddr>>> {
        let found = self.0.get(name.as_str()).cloned();
        async move { found.ok_or_else(|| io::ErrorKind::NotFound.into()) }.boxed()
    }
}

/// A fetcher that may ask these, at a clock that stands.
pub(crate) fn fetch(allowed: &[String], names: Names) -> GuardedFetch {
    let allowed = Allowed::read(allowed).expect("hosts and ports");
    GuardedFetch::new(allowed, Arc::new(names), Arc::new(ManualClock::at(NOW))).expect("a client")
}

/// Waits by moving a clock, and tells how long.
#[derive(Debug)]
pub(crate) struct Waits {
    pub(crate) clock: Arc<ManualClock>,
    pub(crate) waited: Mutex<Vec<u64>>,
}

impl Waits {
    pub(crate) fn by(clock: Arc<ManualClock>) -> Arc<Self> {
        Arc::new(Self {
            clock,
            waited: Mutex::default(),
        })
    }

    pub(crate) fn waited(&self) -> Vec<u64> {
        self.waited
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

impl Pause for Waits {
    fn pause(&self, ms: u64) -> BoxFuture<'static, ()> {
        self.clock.advance_ms(i64::try_from(ms).unwrap_or(i64::MAX));
        debug_assert!(self.clock.now_ms() >= NOW);
        self.waited
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(ms);
        std::future::ready(()).boxed()
    }
}

pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("memory takes everything");
    encoder.finish().expect("memory takes everything")
}
