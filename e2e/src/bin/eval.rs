//! `eval forms DIR [--json] [--misses]`, `eval postings DIR [--json]`: measures the reader on pages with their truth.

use anyhow::{Result, bail};
use foothold_e2e::{eval_forms, eval_postings};
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "usage: eval forms DIR [--json] [--misses]\n       eval postings DIR [--json]";

#[tokio::main]
async fn main() -> ExitCode {
    match measure().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "{error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn measure() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (flags, words): (Vec<&str>, Vec<&str>) = arguments
        .iter()
        .map(String::as_str)
        .partition(|word| word.starts_with("--"));
    if let Some(unknown) = flags
        .iter()
        .find(|flag| !["--json", "--misses"].contains(flag))
    {
        bail!("unknown option {unknown}\n{USAGE}");
    }
    let json = flags.contains(&"--json");
    match words[..] {
        ["forms", folder] => {
            let report = eval_forms::Report {
                json,
                misses: flags.contains(&"--misses"),
            };
            eval_forms::run(Path::new(folder), report).await
        }
        ["postings", folder] => eval_postings::run(Path::new(folder), json).await,
        _ => bail!("{USAGE}"),
    }
}
