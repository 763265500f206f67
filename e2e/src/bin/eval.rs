//! `eval forms DIR`, `eval mutate DIR`, `eval random`, `eval postings DIR`: measures the reader on pages with their
//! truth.

use anyhow::{Context, Result, bail};
use foothold_e2e::{eval_forms, eval_mutate, eval_postings, eval_random};
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "\
usage: eval forms DIR [--json] [--misses]
       eval mutate DIR [--json] [--misses] [--seed N] [--rounds N]
       eval random [--forms N] [--seed N] [--json] [--misses]
       eval random --html --seed N
       eval postings DIR [--json]";

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

/// What stands on the command line.
#[derive(Default)]
struct Arguments {
    words: Vec<String>,
    report: eval_forms::Report,
    seed: Option<u64>,
    rounds: Option<u64>,
    forms: Option<u64>,
    html: bool,
}

impl Arguments {
    fn read(mut arguments: impl Iterator<Item = String>) -> Result<Self> {
        let mut read = Self::default();
        while let Some(argument) = arguments.next() {
            let mut number = || -> Result<Option<u64>> {
                let value = arguments
                    .next()
                    .with_context(|| format!("{argument} needs a number"))?;
                let number = value
                    .parse()
                    .with_context(|| format!("{argument} needs a number, not {value}"))?;
                Ok(Some(number))
            };
            match argument.as_str() {
                "--json" => read.report.json = true,
                "--html" => read.html = true,
                "--misses" => read.report.misses = true,
                "--seed" => read.seed = number()?,
                "--rounds" => read.rounds = number()?,
                "--forms" => read.forms = number()?,
                unknown if unknown.starts_with("--") => bail!("unknown option {unknown}\n{USAGE}"),
                _ => read.words.push(argument),
            }
        }
        Ok(read)
    }
}

async fn measure() -> Result<()> {
    let arguments = Arguments::read(std::env::args().skip(1))?;
    let words: Vec<&str> = arguments.words.iter().map(String::as_str).collect();
    match words[..] {
        ["forms", folder] => eval_forms::run(Path::new(folder), arguments.report).await,
        ["mutate", folder] => {
            let rounds = eval_mutate::Rounds {
                count: arguments.rounds.unwrap_or(1),
                seed: arguments.seed.unwrap_or(1),
            };
            eval_mutate::run(Path::new(folder), rounds, arguments.report).await
        }
        ["random"] if arguments.html => {
            let page = eval_random::page(arguments.seed.unwrap_or(1));
            writeln!(std::io::stdout(), "{page}")?;
            Ok(())
        }
        ["random"] => {
            let forms = eval_random::Forms {
                count: arguments.forms.unwrap_or(200),
                seed: arguments.seed.unwrap_or(1),
            };
            eval_random::run(forms, arguments.report).await
        }
        ["postings", folder] => eval_postings::run(Path::new(folder), arguments.report.json).await,
        _ => bail!("{USAGE}"),
    }
}
