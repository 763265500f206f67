//! `bench_reading [--json]`: how long a two-page résumé takes to be read, in this process and in a new one as the server
//! does it, beside `pdftotext` (which gives the text alone) on the same files. Medians.

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Our own files of two pages.
const FILES: [&str; 3] = [
    "two-pages-foot.pdf",
    "linkedin-export.pdf",
    "academic-two.pdf",
];
/// How often each is read.
const TIMES: usize = 31;
/// What a two-page résumé may take, in milliseconds.
const GOAL_MS: f64 = 50.0;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["--once", file] => {
            let bytes = std::fs::read(file)?;
            let reading = foothold_documents::read_pdf(&bytes)?;
            if reading.pages == 0 {
                bail!("the file has no pages")
            }
            Ok(())
        }
        [] => report(false),
        ["--json"] => report(true),
        _ => bail!("usage: bench_reading [--json]"),
    }
}

fn report(as_json: bool) -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/layouts");
    let own = std::env::current_exe()?;
    let mut out = std::io::stdout().lock();
    let mut all: Vec<Value> = Vec::new();
    for name in FILES {
        let path: PathBuf = folder.join(name);
        let bytes = std::fs::read(&path).with_context(|| name.to_owned())?;
        let reading = foothold_documents::read_pdf(&bytes)?;
        let here = median(|| {
            foothold_documents::read_pdf(&bytes)?;
            Ok(())
        })?;
        let process = median(|| run(Command::new(&own).arg("--once").arg(&path)))?;
        let peer = || {
            let mut command = Command::new("pdftotext");
            run(command.arg("-layout").arg(&path).arg("-"))
        };
        let peer = peer().ok().map(|()| median(peer)).transpose()?;
        all.push(json!({
            "file": name,
            "pages": reading.pages,
            "read_ms": here,
            "process_ms": process,
            "pdftotext_ms": peer,
            "within_goal": process < GOAL_MS,
        }));
        if !as_json {
            let peer = peer.map_or("not installed".to_owned(), |ms| format!("{ms:.1} ms"));
            writeln!(
                out,
                "{name:<22} {} pages: read in {here:.1} ms, {process:.1} ms as a process of its own (goal {GOAL_MS:.0}); pdftotext: {peer}",
                reading.pages
            )?;
        }
    }
    if as_json {
        writeln!(out, "{}", json!({ "reading": all }))?;
    }
    Ok(())
}

fn run(command: &mut Command) -> Result<()> {
    let status = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()?;
    if status.success() {
        Ok(())
    } else {
        bail!("a program failed")
    }
}

/// Milliseconds.
fn median(mut work: impl FnMut() -> Result<()>) -> Result<f64> {
    let mut took = Vec::with_capacity(TIMES);
    for _ in 0..TIMES {
        let began = Instant::now();
        work()?;
        took.push(began.elapsed().as_secs_f64() * 1000.0);
    }
    took.sort_by(f64::total_cmp);
    Ok(took[TIMES / 2])
}
