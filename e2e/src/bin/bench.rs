//! `bench [--json]`: times the whole way of one form, and what a page costs on which nobody clicked.

use anyhow::{Result, bail};

#[tokio::main]
async fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        [] => foothold_e2e::bench::run(false).await,
        ["--json"] => foothold_e2e::bench::run(true).await,
        _ => bail!("usage: bench [--json]"),
    }
}
