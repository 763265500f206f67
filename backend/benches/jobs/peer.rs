//! Somebody else's ranking on the same data: scikit-learn's TF-IDF cosine, in a Python environment of its own.
//!
//! It knows no skills, places or reasons: what is compared is the time alone.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::{people, postings};

/// It holds all postings in memory: more of them than this are not given to it.
const MOST: usize = 100_000;
const PEOPLE: usize = 50;

/// What it took; the reason, where Python or the package is not to be had.
pub(crate) fn rank(count: usize, now_ms: i64, home: &Path, scratch: &Path) -> Result<Value> {
    let python = python(home)?;
    let (jobs, seekers) = (scratch.join("postings.jsonl"), scratch.join("people.jsonl"));
    let mut file = BufWriter::new(File::create(&jobs)?);
    for number in 0..count.min(MOST) {
        let posting = postings::posting(number, now_ms);
        let text = format!("{}\n{}", posting.title, posting.description);
        writeln!(file, "{}", Value::from(text))?;
    }
    file.flush()?;
    let mut file = BufWriter::new(File::create(&seekers)?);
    for number in 0..PEOPLE {
        writeln!(
            file,
            "{}",
            Value::from(people::text(&people::profile(number)))
        )?;
    }
    file.flush()?;
    let said = run(Command::new(python)
        .args(["-c", include_str!("tfidf.py")])
        .arg(&jobs)
        .arg(&seekers))?;
    std::fs::remove_file(&jobs)?;
    Ok(serde_json::from_str(&said)?)
}

/// The environment's Python with the package, made where it is missing.
fn python(home: &Path) -> Result<PathBuf> {
    let python = home.join("bin/python");
    if !python.exists() {
        run(Command::new("python3").args(["-m", "venv"]).arg(home))?;
    }
    if run(Command::new(&python).args(["-c", "import sklearn"])).is_err() {
        run(Command::new(&python).args(["-m", "pip", "install", "--quiet", "scikit-learn"]))?;
    }
    Ok(python)
}

fn run(command: &mut Command) -> Result<String> {
    let out = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("{} is not installed", command.get_program().display()))?;
    if !out.status.success() {
        let said = String::from_utf8_lossy(&out.stderr);
        bail!("{}", said.lines().last().unwrap_or("it failed"));
    }
    Ok(String::from_utf8_lossy(&out.stdout).into_owned())
}
