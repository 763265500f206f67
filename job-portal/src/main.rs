//! The command: reads the arguments, starts the servers, waits for Ctrl-C.

use anyhow::Context;
use foothold_job_portal::{Args, Settings, USAGE, start};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let args = match Args::parse(std::env::args().skip(1)) {
        Ok(args) => args,
        Err(message) => {
            write!(std::io::stderr(), "{message}\n\n{USAGE}")?;
            std::process::exit(2);
        }
    };
    if args.help {
        write!(std::io::stdout(), "{USAGE}")?;
        return Ok(());
    }
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .init();

    let usual = Path::new("job-portal/jobs.json");
    let jobs = args
        .jobs
        .clone()
        .or_else(|| usual.exists().then(|| PathBuf::from(usual)));
    let settings = Settings {
        listen: args.listen,
        embed_listen: args.embed_listen,
        jobs,
        data: args.data.clone(),
        clock: now_ms,
    };
    let running = start(settings).await?;
    tracing::info!(origin = %running.origin, embed_origin = %running.embed_origin, "ready");
    if let Some(path) = &args.ready_file {
        announce(path, &running.origin, &running.embed_origin)?;
    }
    tokio::signal::ctrl_c()
        .await
        .context("cannot wait for Ctrl-C")?;
    running.stop().await
}

/// One address a line, written whole or not at all: whoever waits must never read half of it.
fn announce(path: &Path, origin: &str, embed_origin: &str) -> anyhow::Result<()> {
    let part = path.with_extension("part");
    std::fs::write(&part, format!("{origin}\n{embed_origin}\n"))
        .and_then(|()| std::fs::rename(&part, path))
        .with_context(|| format!("cannot write the ready file {}", path.display()))
}

#[expect(clippy::disallowed_methods, reason = "the one clock of this program")]
fn now_ms() -> i64 {
    let since = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
