//! `measure_documents eval|bench`: how well made documents are read by others, and how fast they are made.

mod bench;
mod chance;
mod eval;
mod people;
mod readers;

use anyhow::{Context, Result, bail};
use std::io::Write as _;
use std::path::PathBuf;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut words = arguments.iter().map(String::as_str);
    let what = words.next().unwrap_or_default();
    let (mut count, mut seed, mut json) = (200, 1, false);
    let mut work = PathBuf::from("target/documents");
    while let Some(word) = words.next() {
        let mut value = || {
            words
                .next()
                .with_context(|| format!("{word} needs a value"))
        };
        match word {
            "--json" => json = true,
            "--count" => count = value()?.parse().context("--count takes a number")?,
            "--seed" => seed = value()?.parse().context("--seed takes a number")?,
            "--work" => work = PathBuf::from(value()?),
            other => bail!("no such option: {other}"),
        }
    }
    std::fs::create_dir_all(&work)?;
    let work = work.canonicalize()?;
    let mut out = std::io::stdout();
    let mut say = |line: &str| {
        // Nobody is left to be told of a closed pipe.
        let _ = writeln!(out, "{line}");
    };
    match what {
        "eval" => eval::run(
            &eval::Options {
                count,
                seed,
                json,
                work,
            },
            &mut say,
        ),
        "bench" => bench::run(&work, json, &mut say),
        _ => {
            bail!("usage: measure_documents eval [--count N] [--seed N] [--json] | bench [--json]")
        }
    }
}
