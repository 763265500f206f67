//! `cargo xtask bench jobs`: how jobs are taken in, found and matched, on each database.

use crate::postgres::Postgres;
use crate::shell::{cargo, check};
use anyhow::{Result, bail};

/// Which databases, and what is passed on.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Options<'o> {
    sqlite: bool,
    postgres: bool,
    passed: Vec<&'o str>,
}

impl<'o> Options<'o> {
    /// Without a word of databases both; one that the person runs themselves is the only one.
    fn parse(words: &[&'o str]) -> Result<Self> {
        let mut options = Self {
            sqlite: true,
            postgres: true,
            passed: Vec::new(),
        };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--on" => match words.next() {
                    Some(&"sqlite") => options.postgres = false,
                    Some(&"postgres") => options.sqlite = false,
                    _ => bail!("--on takes sqlite or postgres"),
                },
                "--database" => {
                    options.postgres = false;
                    options.passed.push(word);
                }
                _ => options.passed.push(word),
            }
        }
        Ok(options)
    }
}

/// Times how jobs are taken in, found and matched.
///
/// # Errors
/// When the benchmark does not run.
pub fn bench_jobs(words: &[&str]) -> Result<()> {
    let options = Options::parse(words)?;
    if options.sqlite {
        run(&options.passed, None)?;
    }
    if options.postgres {
        let postgres = Postgres::start_as_people_run_it()?;
        run(&options.passed, Some(&postgres.url()))?;
    }
    Ok(())
}

fn run(options: &[&str], database: Option<&str>) -> Result<()> {
    let mut command = cargo(["bench", "--quiet", "-p", "foothold-backend"]);
    command.args(["--bench", "jobs", "--"]).args(options);
    if let Some(database) = database {
        command.args(["--database", database]);
    }
    check(&mut command)
}

#[cfg(test)]
mod tests {
    use super::Options;

    #[test]
    fn each_database_can_be_named() {
        let of = |words: &[&'static str]| {
            let options = Options::parse(words).expect("it is understood");
            (options.sqlite, options.postgres, options.passed)
        };
        assert_eq!(of(&["--json"]), (true, true, vec!["--json"]));
        assert_eq!(
            of(&["--on", "sqlite", "--users", "5"]),
            (true, false, vec!["--users", "5"])
        );
        assert_eq!(of(&["--on", "postgres"]), (false, true, vec![]));
        assert_eq!(
            of(&["--database", "x"]),
            (true, false, vec!["--database", "x"])
        );
        Options::parse(&["--on", "paper"]).expect_err("there is no such database");
    }
}
