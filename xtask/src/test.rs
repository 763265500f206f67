//! `cargo xtask test`: everything that can be checked, in one run, with one line of counts at the end.

use crate::shell::{cargo, check, say, timed};
use crate::workspace::{dist, target};
use crate::{bundle, chromium, postgres, tidy, wasm_target};
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Write};
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
    // Servers and tests in one command: a package built alone has other features of its dependencies, and then a
    // third of them is built twice.
    timed("building the servers and the tests", || {
        check(&mut cargo(["build", "--workspace", "--bins", "--tests"]))
    })?;
    let postgres = timed("starting PostgreSQL", postgres::Postgres::start)?;

    let mut tests = cargo(["test", "--workspace", "--no-fail-fast"]);
    if let Some(filter) = filter {
        tests.args(["--", filter]);
    }
    tests
        .env("FOOTHOLD_TEST_POSTGRES_URL", postgres.url())
        .env("FOOTHOLD_CHROMIUM", &chromium.browser)
        .env("FOOTHOLD_CHROMEDRIVER", &chromium.driver)
        .env("FOOTHOLD_DIST", dist())
        .env("FOOTHOLD_BIN_DIR", target().join("debug"))
        // A test that compares a snapshot must fail, not rewrite it.
        .env("INSTA_UPDATE", "no");
    let counts = timed("tests", || run_and_count(&mut tests))?;
    drop(postgres);

    say(&format!(
        "everything took {:.0} s",
        start.elapsed().as_secs_f64()
    ));
    println!("{} passed, {} failed", counts.passed, counts.failed);
    if !counts.ended_well || counts.failed > 0 {
        bail!("some tests failed: see above");
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

/// What all test programs together counted.
#[derive(Debug, Default, PartialEq, Eq)]
struct Counts {
    passed: u64,
    failed: u64,
    ignored: u64,
    ended_well: bool,
}

/// Runs the tests, shows what they print, and adds up their own closing lines.
fn run_and_count(command: &mut std::process::Command) -> Result<Counts> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot start cargo test")?;
    let printed = child.stdout.take().context("cargo test has no output")?;
    let mut counts = Counts::default();
    let mut out = std::io::stdout();
    for line in BufReader::new(printed).lines() {
        let line = line?;
        writeln!(out, "{line}")?;
        counts.add(&line);
    }
    counts.ended_well = child.wait()?.success();
    Ok(counts)
}

impl Counts {
    /// Adds a closing line such as "test result: ok. 3 passed; 0 failed; 1 ignored; …".
    fn add(&mut self, line: &str) {
        let Some(result) = line.strip_prefix("test result: ") else {
            return;
        };
        for part in result.split([';', '.']) {
            let mut words = part.split_whitespace();
            let (Some(number), Some(what)) = (words.next(), words.next()) else {
                continue;
            };
            let Ok(number) = number.parse::<u64>() else {
                continue;
            };
            match what {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" => self.ignored += number,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn adds_up_closing_lines() {
        let mut counts = Counts::default();
        counts.add("test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 3 filtered out; finished in 1.02s");
        counts.add("test a::b ... ok");
        counts.add("test result: FAILED. 3 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.10s");
        assert_eq!(
            counts,
            Counts {
                passed: 15,
                failed: 2,
                ignored: 1,
                ended_well: false
            }
        );
    }
}
