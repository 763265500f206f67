//! `cargo xtask test`: everything that can be checked, in one run, with one line of counts at the end.

use crate::counts::Counts;
use crate::shell::{cargo, check, say, timed};
use crate::workspace::{dist, target};
use crate::{bundle, chromium, postgres, programs, tidy, wasm_target};
use anyhow::{Context, Result, bail};
use std::io::Write as _;
use std::process::Stdio;
use std::time::Instant;

/// Runs every check and test; with a filter only the tests whose name contains it.
///
/// # Errors
/// When a check or a test fails, a test is ignored, or something is missing and cannot be installed.
pub fn test(filter: Option<&str>) -> Result<()> {
    let start = Instant::now();
    wasm_target::ensure()?;
    let chromium = chromium::ensure()?;
    if filter.is_none() {
        timed("formatting", || {
            check(&mut cargo(["fmt", "--all", "--check"]))
        })?;
        timed("the rules of the house", tidy::tidy)?;
        timed("lints", || {
            check(&mut cargo([
                "clippy",
                "--quiet",
                "--workspace",
                "--all-targets",
                "--",
                "-D",
                "warnings",
            ]))
        })?;
        timed("documentation", || {
            let mut doc = cargo(["doc", "--quiet", "--workspace", "--no-deps"]);
            check(doc.env("RUSTDOCFLAGS", "-D warnings"))
        })?;
    }
    bundle::build()?;
    let programs = timed("building the servers and the tests", programs::build)?;
    let postgres = timed("starting PostgreSQL", postgres::Postgres::start)?;
    let variables = [
        ("FOOTHOLD_TEST_POSTGRES_URL", postgres.url().into()),
        ("FOOTHOLD_CHROMIUM", chromium.browser),
        ("FOOTHOLD_CHROMEDRIVER", chromium.driver),
        ("FOOTHOLD_DIST", dist()),
        ("FOOTHOLD_BIN_DIR", target().join("debug")),
        // A test that compares a snapshot must fail, not rewrite it.
        ("INSTA_UPDATE", "no".into()),
    ];
    let mut counts = timed("tests", || programs::run(programs, filter, &variables))?;
    drop(postgres);
    counts.join(timed("examples in the documentation", || examples(filter))?);

    say(&format!(
        "everything took {:.0} s",
        start.elapsed().as_secs_f64()
    ));
    println!("{}", counts.summary());
    if counts.failed > 0 || !counts.ended_badly.is_empty() {
        bail!(
            "some tests failed, see above: {}",
            counts.ended_badly.join(", ")
        );
    }
    if counts.ignored > 0 {
        bail!(
            "{} tests are ignored: a test runs or is deleted",
            counts.ignored
        );
    }
    if counts.passed == 0 {
        bail!("no test ran");
    }
    Ok(())
}

/// Runs the examples in the documentation, which are no programs of their own.
fn examples(filter: Option<&str>) -> Result<Counts> {
    let mut command = cargo(["test", "--workspace", "--doc", "--no-fail-fast"]);
    if let Some(filter) = filter {
        command.args(["--", filter]);
    }
    let done = command
        .stderr(Stdio::inherit())
        .output()
        .context("cannot start cargo test")?;
    std::io::stdout().write_all(&done.stdout)?;
    let mut counts = Counts::of(&String::from_utf8_lossy(&done.stdout));
    if !done.status.success() {
        counts.ended_badly.push("the examples".to_owned());
    }
    Ok(counts)
}
