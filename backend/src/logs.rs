//! Where log lines go and how they look. Personal data never gets here: see each type's `Debug`.

use std::io::IsTerminal;

use foothold_backend::config::{LogConfig, LogFormat};
use tracing_subscriber::EnvFilter;

/// Starts logging to standard error, and says where the program panicked but not with what: the
/// message of a panic may hold what a person wrote.
pub(crate) fn start(config: &LogConfig) -> anyhow::Result<()> {
    let filter = filter(config)?;
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    match config.format {
        LogFormat::Text => lines.with_target(false).init(),
        LogFormat::Json => lines.json().flatten_event(true).init(),
    }
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panicked");
    }));
    Ok(())
}

/// Whether logging could be started.
pub(crate) fn check(config: &LogConfig) -> anyhow::Result<()> {
    filter(config).map(drop)
}

fn filter(config: &LogConfig) -> anyhow::Result<EnvFilter> {
    EnvFilter::try_new(&config.filter)
        .map_err(|_| anyhow::anyhow!("log.filter is not a filter: use levels such as \"info\""))
}
