//! Every command a person types: `cargo xtask run`, `test`, `build`, `tidy`, `eval`, `bench`.
//!
//! Each command is one file. What must not happen here: product logic; these commands only build, start and check.

mod bench_jobs;
mod bundle;
mod chromium;
mod counts;
mod css;
mod demo;
mod measure;
mod postgres;
mod programs;
mod run;
mod shell;
mod test;
mod tidy;
mod wasm_target;
mod workspace;

use anyhow::{Result, bail};
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask <command>

  run [--demo] [--port N]   build everything, start the server and the portal on SQLite under ./data;
                            --demo adds a demo account with a full profile and starts the job portal
  test [FILTER]             check and test everything; installs what is missing
                            (with FILTER only the tests whose name contains it)
  build                     build the extension into dist/extension and the portal into dist/portal
  tidy                      check the rules of ARCHITECTURE.md that a program can check
  eval forms DIR [--json]   measure the form reader on a folder of pages with their truth
  eval mutate DIR [--json] [--seed N] [--rounds N]
                            the same with the pages' names, words, order, language and markup changed
  eval random [--forms N] [--seed N] [--json]
                            measure it on forms made by chance
  eval postings DIR [--json]
                            measure the posting reader
  eval resumes DIR [--json] [--misses]
                            measure the résumé reader on a folder of files with their truth
  eval matching DIR [--json] [--table]
                            measure how postings are put in order for people, beside TF-IDF, BM25 and chance
  eval documents [--count N] [--seed N] [--json]
                            have made-up people's résumés and letters read by other people's readers
                            (pdftotext, readers of PyPI, LibreOffice; what is missing is said)
  eval grounding [--json] [--misses]
                            measure which altered and which faithful sentences pass as said by their facts
  bench [--json]            time a 60-field form, a page of 20,000 elements and the worker's start,
                            and weigh the extension; then the same as below
  bench jobs [--on sqlite|postgres] [--postings N] [--users N] [--database URL] [--json]
                            time how jobs are taken in and found (100,000 of them unless told) and matched with
                            people (10,000), on each database, beside the goals and scikit-learn's TF-IDF;
                            a million postings take about 12 GB of disk a database
  bench reading [--json]    time the reading of two-page résumés beside pdftotext
  bench matching [--json] [--postings N]
                            time the scoring of people against postings
  bench documents [--json]  time and weigh a résumé and a letter, as PDF and Word file
  wasm-target               make sure this machine can build for WebAssembly
  wasm-target --from-source DIR
                            build its standard library into DIR the way it is done without rustup
";

fn main() -> ExitCode {
    match carry_out() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The chain of reasons; a backtrace helps nobody who only typed a command.
            shell::say(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn carry_out() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["run", options @ ..] => run::run(&run::Options::parse(options)?),
        ["test"] => test::test(None),
        ["test", filter] if !filter.starts_with('-') => test::test(Some(filter)),
        ["build"] => bundle::build(),
        ["tidy"] => tidy::tidy(),
        ["eval", "random", options @ ..] => measure::evaluate_random(options),
        [
            "eval",
            what @ ("forms" | "mutate" | "postings"),
            folder,
            options @ ..,
        ] => measure::evaluate(what, folder, options),
        ["eval", "resumes", folder, options @ ..] => measure::evaluate_resumes(folder, options),
        ["eval", "matching", folder, options @ ..] => measure::evaluate_matching(folder, options),
        ["eval", "documents", options @ ..] => measure::evaluate_documents(options),
        ["eval", "grounding", options @ ..] => measure::evaluate_grounding(options),
        ["bench", "jobs", options @ ..] => bench_jobs::bench_jobs(options),
        ["bench", "documents", options @ ..] => measure::bench_documents(options),
        ["bench", "matching", options @ ..] => measure::bench_matching(options),
        ["bench", "reading", options @ ..] => measure::bench_reading(options),
        ["bench", options @ ..] => measure::bench(options),
        ["wasm-target"] => wasm_target::ensure(),
        ["wasm-target", "--from-source", folder] => {
            wasm_target::from_debian(std::path::Path::new(folder))
        }
        ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        [] => bail!("say which command\n\n{USAGE}"),
        other => bail!("no such command: {}\n\n{USAGE}", other.join(" ")),
    }
}
