//! The servers: which address answers what, and how errors are told.
//!
//! Two listeners serve the same pages: a form that one frames from the other is cross-origin.

mod answer;
mod drafts;
mod flow;
mod routes;
#[cfg(test)]
mod tests;

use crate::apply::Store;
use crate::jobs::JobsFile;
use crate::nonce::Nonces;
use anyhow::Context;
use drafts::Drafts;
use poem::listener::{Acceptor, Listener, TcpListener};
use poem::{EndpointExt, Server};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;

/// How many applications are read at the same time: each is held in memory.
const READ_AT_ONCE: usize = 8;

/// What a server is started with.
pub struct Settings {
    /// Where the job board listens; port 0 takes a free one.
    pub listen: SocketAddr,
    /// Where embedded forms come from.
    pub embed_listen: SocketAddr,
    /// The jobs file; `None` for the built-in jobs.
    pub jobs: Option<PathBuf>,
    /// Where applications are kept.
    pub data: PathBuf,
    /// The time, epoch milliseconds.
    pub clock: fn() -> i64,
}

/// A started server.
pub struct Running {
    /// The job board's address, `http://127.0.0.1:8090`.
    pub origin: String,
    /// The embedded forms' address.
    pub embed_origin: String,
    stop: watch::Sender<bool>,
    tasks: JoinSet<std::io::Result<()>>,
}

/// What every request needs.
struct Portal {
    jobs: JobsFile,
    store: Store,
    nonces: Nonces,
    drafts: Drafts,
    origin: String,
    embed_origin: String,
    loopback_only: bool,
    clock: fn() -> i64,
    reading: Semaphore,
}

/// Starts both listeners.
///
/// # Errors
/// An address is taken, or the data folder cannot be made.
pub async fn start(settings: Settings) -> anyhow::Result<Running> {
    let store = Store::open(&settings.data)
        .with_context(|| format!("cannot open the data folder {}", settings.data.display()))?;
    let board = bind(settings.listen).await?;
    let embed = bind(settings.embed_listen).await?;
    let (origin, embed_origin) = (origin_of(&board), origin_of(&embed));
    let portal = Arc::new(Portal {
        jobs: JobsFile::new(settings.jobs),
        store,
        nonces: Nonces::new(),
        drafts: Drafts::default(),
        origin: origin.clone(),
        embed_origin: embed_origin.clone(),
        loopback_only: settings.listen.ip().is_loopback()
            && settings.embed_listen.ip().is_loopback(),
        clock: settings.clock,
        reading: Semaphore::new(READ_AT_ONCE),
    });
    let (stop, stopped) = watch::channel(false);
    let mut tasks = JoinSet::new();
    for acceptor in [board, embed] {
        let app = routes::routes().data(Arc::clone(&portal));
        let mut stopped = stopped.clone();
        let until = async move {
            // Fails only when the sender is gone, which means the same.
            let _ = stopped.wait_for(|stop| *stop).await;
        };
        let grace = Some(Duration::from_secs(3));
        tasks.spawn(
            Server::new_with_acceptor(acceptor).run_with_graceful_shutdown(app, until, grace),
        );
    }
    Ok(Running {
        origin,
        embed_origin,
        stop,
        tasks,
    })
}

impl Running {
    /// Stops both listeners, after the requests under way.
    ///
    /// # Errors
    /// A listener failed.
    pub async fn stop(mut self) -> anyhow::Result<()> {
        self.stop.send_replace(true);
        while let Some(ended) = self.tasks.join_next().await {
            ended.context("a server task broke off")??;
        }
        Ok(())
    }
}

async fn bind(address: SocketAddr) -> anyhow::Result<impl Acceptor + 'static> {
    TcpListener::bind(address)
        .into_acceptor()
        .await
        .with_context(|| format!("cannot listen on {address}"))
}

fn origin_of(acceptor: &impl Acceptor) -> String {
    acceptor
        .local_addr()
        .iter()
        .find_map(|address| {
            address
                .as_socket_addr()
                .map(|address| format!("http://{address}"))
        })
        .unwrap_or_default()
}
