//! The server's program: reads the command line, opens the app, serves until it is told to stop.
//!
//! What must not happen here: anything a test would want to reach; it is in the library.

mod commands;
mod logs;
mod serve;

use std::process::ExitCode;

use commands::Command;
use foothold_backend::features::resumes::Work;

fn main() -> ExitCode {
    // The process that opens an upload: no configuration, no threads, no network.
    if let Some(work) = std::env::args().nth(1).as_deref().and_then(Work::asked) {
        return if work.run().is_ok() {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        };
    }
    // Before anything can open a connection: the one TLS provider in this build.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let result = Command::parse(std::env::args().skip(1)).and_then(|command| {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()?;
        runtime.block_on(command.run())
    });
    match result {
        Ok(code) => code,
        Err(error) => {
            complain(&error);
            ExitCode::FAILURE
        }
    }
}

#[expect(
    clippy::print_stderr,
    reason = "the log may not be set up when this is needed"
)]
fn complain(error: &anyhow::Error) {
    eprintln!("foothold-backend: {error:#}");
}
