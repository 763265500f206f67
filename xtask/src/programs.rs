//! The test programs that cargo built: which there are, and all of them run, two at a time.
//!
//! Cargo itself runs one after the other, and a processor has nothing to do whenever one waits for a browser, a server
//! or a clock, and while the last test of a program runs alone.
//! What must not happen here: a program that was built and not run, or output of two programs in one another.

use crate::counts::Counts;
use crate::shell::{cargo, say};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::VecDeque;
use std::fs::File;
use std::io::{Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// How many run at a time. Each runs as many tests at a time as there are processors.
const AT_ONCE: usize = 2;

/// A program of tests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    /// What it is of, as a person would say: `foothold-backend api`.
    name: String,
    file: PathBuf,
    /// The package's folder, where it is run.
    folder: PathBuf,
    /// Whether it is one of a `tests` folder; those take longest.
    is_from_outside: bool,
}

/// Builds the servers and all tests, and says which programs of tests became of them.
///
/// In one command: a package built alone has other features of its dependencies, and then a third of them is built
/// twice.
///
/// # Errors
/// When something does not build.
pub fn build() -> Result<Vec<Program>> {
    let mut command = cargo([
        "build",
        "--workspace",
        "--bins",
        "--tests",
        "--message-format=json-render-diagnostics",
    ]);
    let built = command
        .stderr(Stdio::inherit())
        .output()
        .context("cannot start cargo build")?;
    if !built.status.success() {
        bail!("cargo build ended with {}", built.status);
    }
    let programs = listed(&String::from_utf8_lossy(&built.stdout))?;
    if programs.is_empty() {
        bail!("cargo built no tests");
    }
    Ok(programs)
}

/// The programs of tests in what cargo says of its work, those that take longest first.
fn listed(messages: &str) -> Result<Vec<Program>> {
    let mut programs = Vec::new();
    for line in messages.lines().filter(|line| line.starts_with('{')) {
        let message: Value = serde_json::from_str(line).context("cargo says what is no JSON")?;
        let Some(file) = message["executable"].as_str() else {
            continue;
        };
        if message["profile"]["test"] != true {
            continue;
        }
        let manifest = message["manifest_path"].as_str().unwrap_or_default();
        let folder = Path::new(manifest)
            .parent()
            .context("a test program of no package")?;
        let package = folder.file_name().unwrap_or_default().to_string_lossy();
        let target = message["target"]["name"].as_str().unwrap_or_default();
        let kind = message["target"]["kind"][0].as_str().unwrap_or_default();
        programs.push(Program {
            name: format!("{package} {target} ({kind})"),
            file: PathBuf::from(file),
            folder: folder.to_owned(),
            is_from_outside: kind == "test",
        });
    }
    programs.sort_by(|one, other| {
        let key = |program: &Program| (!program.is_from_outside, program.name.clone());
        key(one).cmp(&key(other))
    });
    Ok(programs)
}

/// Runs them with these variables, and adds up what they counted; with a filter only the tests whose name contains it.
///
/// # Errors
/// When a program cannot be started or its output not be read.
pub fn run(
    programs: Vec<Program>,
    filter: Option<&str>,
    variables: &[(&str, PathBuf)],
) -> Result<Counts> {
    let waiting = Mutex::new(VecDeque::from(programs));
    let all = Mutex::new(Counts::default());
    let work = || -> Result<()> {
        loop {
            let next = waiting
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .pop_front();
            let Some(program) = next else { return Ok(()) };
            let (counts, printed) = program.run(filter, variables)?;
            // Held while it is printed: one program's output stays together.
            let mut all = all.lock().unwrap_or_else(PoisonError::into_inner);
            all.join(counts);
            std::io::stdout().write_all(&printed)?;
        }
    };
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(work)).collect();
        for worker in workers {
            worker
                .join()
                .map_err(|_| anyhow::anyhow!("running tests failed"))??;
        }
        anyhow::Ok(())
    })?;
    Ok(all.into_inner().unwrap_or_else(PoisonError::into_inner))
}

impl Program {
    /// Runs it to its end: what it counted, and what it printed.
    fn run(
        &self,
        filter: Option<&str>,
        variables: &[(&str, PathBuf)],
    ) -> Result<(Counts, Vec<u8>)> {
        let start = Instant::now();
        say(&format!("running {}", self.name));
        // One file for both streams: they stay in their order, and a program that prints much does not wait for us.
        let mut output = tempfile::tempfile()?;
        let mut command = Command::new(&self.file);
        command
            .args(filter)
            .current_dir(&self.folder)
            .env("CARGO_MANIFEST_DIR", &self.folder)
            .envs(variables.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(output.try_clone()?)
            .stderr(output.try_clone()?);
        let status = command
            .status()
            .with_context(|| format!("cannot start {}", self.name))?;
        let printed = read(&mut output)?;
        let mut counts = Counts::of(&String::from_utf8_lossy(&printed));
        if !status.success() {
            counts.ended_badly.push(self.name.clone());
        }
        say(&format!(
            "{}: {} in {:.0} s",
            self.name,
            counts.summary(),
            start.elapsed().as_secs_f64()
        ));
        Ok((counts, printed))
    }
}

fn read(file: &mut File) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.rewind()?;
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::listed;

    #[test]
    fn programs_of_tests_are_told_from_all_else_that_is_built() {
        let messages = r#"
{"reason":"compiler-artifact","manifest_path":"/x/backend/Cargo.toml","target":{"name":"foothold_backend","kind":["lib"]},"profile":{"test":false},"executable":null}
{"reason":"compiler-artifact","manifest_path":"/x/backend/Cargo.toml","target":{"name":"foothold-backend","kind":["bin"]},"profile":{"test":false},"executable":"/x/target/debug/foothold-backend"}
{"reason":"compiler-artifact","manifest_path":"/x/backend/Cargo.toml","target":{"name":"foothold_backend","kind":["lib"]},"profile":{"test":true},"executable":"/x/target/debug/deps/foothold_backend-1"}
{"reason":"compiler-artifact","manifest_path":"/x/backend/Cargo.toml","target":{"name":"api","kind":["test"]},"profile":{"test":true},"executable":"/x/target/debug/deps/api-2"}
{"reason":"build-finished","success":true}
"#;
        let programs = listed(messages).expect("cargo's messages");
        let names: Vec<&str> = programs
            .iter()
            .map(|program| program.name.as_str())
            .collect();
        assert_eq!(
            names,
            ["backend api (test)", "backend foothold_backend (lib)"]
        );
        assert!(
            programs
                .iter()
                .all(|program| program.folder.ends_with("backend"))
        );
    }

    #[test]
    fn what_is_no_json_is_said() {
        assert!(listed("{cut off").is_err());
    }
}
