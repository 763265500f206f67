//! Starting other programs: said aloud, checked, with errors that name the command.

use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// A headline for what comes next, on standard error: standard output belongs to results.
pub fn say(text: &str) {
    // Nothing useful can be done when standard error is gone.
    let _ = writeln!(std::io::stderr(), "==> {text}");
}

/// Runs a step and says how long it took.
pub fn timed<T>(name: &str, step: impl FnOnce() -> Result<T>) -> Result<T> {
    say(name);
    let start = Instant::now();
    let value = step().with_context(|| format!("{name} failed"))?;
    say(&format!(
        "{name}: done in {:.0} s",
        start.elapsed().as_secs_f64()
    ));
    Ok(value)
}

/// Cargo, in the checkout.
pub fn cargo<I, S>(arguments: I) -> Command
where
    I: IntoIterator<Item = S>,
    S: AsRef<OsStr>,
{
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command
        .args(arguments)
        .current_dir(crate::workspace::root());
    command
}

/// Runs a command to its end; an exit code other than 0 is an error.
pub fn check(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("cannot start {}", words(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", words(command));
    }
    Ok(())
}

/// Runs a command and gives what it printed; its errors are shown only if it fails.
pub fn read(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("cannot start {}", words(command)))?;
    if !output.status.success() {
        bail!(
            "{} ended with {}\n{}",
            words(command),
            output.status,
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The first of these programs that is there: an absolute path, or a name on PATH.
pub fn find(candidates: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    candidates.iter().find_map(|name| {
        if name.starts_with('/') {
            return Path::new(name).is_file().then(|| PathBuf::from(name));
        }
        std::env::split_paths(&path)
            .map(|folder| folder.join(name))
            .find(|file| file.is_file())
    })
}

/// Whether this process may install packages.
pub fn is_root() -> bool {
    read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// Installs Debian packages when root; else says exactly what to install.
pub fn install(packages: &[&str], what_for: &str) -> Result<()> {
    let line = format!(
        "apt-get install -y --no-install-recommends {}",
        packages.join(" ")
    );
    if find(&["apt-get"]).is_none() {
        bail!(
            "{what_for} is missing. Install what your system calls: {}",
            packages.join(", ")
        );
    }
    if !is_root() {
        bail!("{what_for} is missing. Install it with:\n\n    sudo {line}\n\nand try again.");
    }
    say(&format!("{what_for} is missing: {line}"));
    let install = || {
        check(
            Command::new("apt-get")
                .args(["install", "-y", "--no-install-recommends"])
                .args(packages)
                .env("DEBIAN_FRONTEND", "noninteractive")
                .stdout(Stdio::null()),
        )
    };
    if install().is_ok() {
        return Ok(());
    }
    // The package lists of a fresh machine are empty or old.
    check(Command::new("apt-get").arg("update").stdout(Stdio::null()))?;
    install()
}

fn words(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}
