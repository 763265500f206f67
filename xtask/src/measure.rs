//! `cargo xtask eval` and `cargo xtask bench`: how well and how fast, measured in a real Chromium.

use crate::shell::{cargo, check};
use crate::workspace::target;
use crate::{bundle, chromium};
use anyhow::{Context, Result};
use std::path::Path;

/// Measures the form or the posting reader on a folder of pages.
///
/// # Errors
/// When the folder is missing, or the evaluation does not run.
pub fn evaluate(what: &str, folder: &str, options: &[&str]) -> Result<()> {
    // The folder is named from where the person stands, and the evaluation runs in the checkout.
    let folder = Path::new(folder)
        .canonicalize()
        .with_context(|| format!("no folder {folder}"))?;
    tool("eval", "dev", |command| {
        command.arg(what).arg(&folder).args(options);
    })
}

/// Measures the form reader on forms made by chance.
///
/// # Errors
/// When the evaluation does not run.
pub fn evaluate_random(options: &[&str]) -> Result<()> {
    tool("eval", "dev", |command| {
        command.arg("random").args(options);
    })
}

/// Measures the résumé reader on a folder of files with their truth; as released, because it prints times.
///
/// # Errors
/// When the folder is missing, or the evaluation does not run.
pub fn evaluate_resumes(folder: &str, options: &[&str]) -> Result<()> {
    evaluate_with("eval_resumes", folder, options)
}

/// Has postings put in order for people and compares with graded ones.
///
/// # Errors
/// When the folder is missing or the evaluation does not run.
pub fn evaluate_matching(folder: &str, options: &[&str]) -> Result<()> {
    evaluate_with("eval_matching", folder, options)
}

fn evaluate_with(binary: &str, folder: &str, options: &[&str]) -> Result<()> {
    let folder = Path::new(folder)
        .canonicalize()
        .with_context(|| format!("no folder {folder}"))?;
    let mut command = cargo(["run", "--quiet", "--release", "-p", "foothold-documents"]);
    command.args(["--bin", binary, "--"]).arg(folder);
    check(command.args(options))
}

/// Has made-up people's documents read by other people's readers.
///
/// # Errors
/// When the evaluation does not run.
pub fn evaluate_documents(options: &[&str]) -> Result<()> {
    documents("eval", options)
}

/// Times the reading of résumés beside `pdftotext`.
///
/// # Errors
/// When the benchmark does not run.
pub fn bench_reading(options: &[&str]) -> Result<()> {
    let mut command = cargo(["run", "--quiet", "--release", "-p", "foothold-documents"]);
    command.args(["--bin", "bench_reading", "--"]);
    check(command.args(options))
}

/// Times what is made for a job.
///
/// # Errors
/// When the benchmark does not run.
pub fn bench_documents(options: &[&str]) -> Result<()> {
    documents("bench", options)
}

fn documents(what: &str, options: &[&str]) -> Result<()> {
    let mut command = cargo(["run", "--quiet", "--release", "-p", "foothold-rendering"]);
    command.args(["--bin", "measure_documents", "--", what]);
    command.arg("--work").arg(target().join("documents"));
    check(command.args(options))
}

/// Measures grounding on altered and faithful sentences.
///
/// # Errors
/// When the evaluation does not run.
pub fn evaluate_grounding(options: &[&str]) -> Result<()> {
    let mut command = cargo(["run", "--quiet", "-p", "foothold-tailoring"]);
    command.args(["--bin", "eval_grounding", "--"]);
    check(command.args(options))
}

/// Times the whole way of one form.
///
/// # Errors
/// When the benchmark does not run.
pub fn bench(options: &[&str]) -> Result<()> {
    bundle::build()?;
    tool("bench", "release", |command| {
        command.args(options);
    })?;
    bench_reading(options)?;
    bench_documents(options)?;
    bench_matching(options)
}

/// Times matching on postings made by chance.
///
/// # Errors
/// When the benchmark does not run.
pub fn bench_matching(options: &[&str]) -> Result<()> {
    let mut command = cargo(["run", "--quiet", "--release", "-p", "foothold-matching"]);
    check(
        command
            .args(["--bin", "bench_matching", "--"])
            .args(options),
    )
}

fn tool(
    binary: &str,
    profile: &str,
    arguments: impl FnOnce(&mut std::process::Command),
) -> Result<()> {
    let chromium = chromium::ensure()?;
    let mut command = cargo(["run", "--quiet", "--profile", profile]);
    command.args(["-p", "foothold-e2e", "--bin", binary, "--"]);
    command.env("FOOTHOLD_CHROMIUM", chromium.browser);
    command.env("FOOTHOLD_CHROMEDRIVER", chromium.driver);
    command.env("FOOTHOLD_DIST", crate::workspace::dist());
    arguments(&mut command);
    check(&mut command)
}
