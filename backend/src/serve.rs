//! Serving until a signal says stop, then letting open requests finish within the grace.

use std::path::{Path, PathBuf};
use std::time::Duration;

use foothold_backend::app::App;
use foothold_backend::config::ServerConfig;
use poem::Server;
use poem::listener::{Acceptor, Listener, TcpListener};

/// How long a connection may be open without a byte either way.
const IDLE_TIMEOUT: Duration = Duration::from_secs(75);

/// Listens and serves. When it listens, the address is logged and, if asked for, written to a file.
pub(crate) async fn serve(
    app: App,
    config: &ServerConfig,
    ready_file: Option<PathBuf>,
) -> anyhow::Result<()> {
    let acceptor = TcpListener::bind(config.listen.clone())
        .into_acceptor()
        .await
        .map_err(|error| anyhow::anyhow!("cannot listen on {}: {error}", config.listen))?;
    let address = acceptor
        .local_addr()
        .first()
        .and_then(|address| address.as_socket_addr().copied())
        .ok_or_else(|| anyhow::anyhow!("the listener has no address"))?;
    let stop = stop_signal()?;
    tracing::info!(address = %address, "listening on http://{address}");
    if let Some(file) = &ready_file {
        write_whole(file, &format!("{address}\n"))?;
    }
    let house = tokio::spawn({
        let app = app.clone();
        async move { app.keep_house().await }
    });
    let gathering = tokio::spawn({
        let app = app.clone();
        async move { app.gather_jobs().await }
    });
    let matching = tokio::spawn({
        let app = app.clone();
        async move { app.match_jobs().await }
    });
    let looking = tokio::spawn({
        let app = app.clone();
        async move { app.look_at_matches().await }
    });
    let merging = tokio::spawn({
        let app = app.clone();
        async move { app.keep_words().await }
    });
    let telling = tokio::spawn({
        let app = app.clone();
        async move { app.tell_of_jobs().await }
    });
    let delivering = tokio::spawn({
        let app = app.clone();
        async move { app.deliver().await }
    });
    Server::new_with_acceptor(acceptor)
        .idle_timeout(IDLE_TIMEOUT)
        .run_with_graceful_shutdown(
            app.endpoint(),
            stop,
            Some(Duration::from_millis(config.shutdown_grace_ms)),
        )
        .await?;
    house.abort();
    gathering.abort();
    matching.abort();
    looking.abort();
    merging.abort();
    telling.abort();
    delivering.abort();
    app.db().close().await;
    tracing::info!("stopped");
    Ok(())
}

/// Whoever waits for the file sees it with its whole content or not at all.
fn write_whole(file: &Path, text: &str) -> std::io::Result<()> {
    let mut draft = file.as_os_str().to_owned();
    draft.push(".new");
    std::fs::write(&draft, text)?;
    std::fs::rename(&draft, file)
}

/// Resolves at SIGINT or SIGTERM.
#[cfg(unix)]
fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
        tracing::info!("stopping: open requests may finish");
    })
}

/// Resolves at Ctrl-C.
#[cfg(not(unix))]
fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}
