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

/// Cargo, in the checkout, as if a person had typed it.
///
/// What the cargo that runs this program tells it about itself is not passed on: build scripts take note of it (ring's
/// does), and everything above them would be built anew whenever a person types a command of their own in between.
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
    for (name, _) in std::env::vars_os() {
        if is_about_this_program(&name.to_string_lossy()) {
            command.env_remove(name);
        }
    }
    command
}

/// Whether cargo set this variable for the program that it runs, rather than the person for cargo.
fn is_about_this_program(name: &str) -> bool {
    name.starts_with("CARGO_PKG_")
        || matches!(
            name,
            "CARGO_MANIFEST_DIR"
                | "CARGO_MANIFEST_PATH"
                | "CARGO_MANIFEST_LINKS"
                | "CARGO_PRIMARY_PACKAGE"
                | "CARGO_CRATE_NAME"
                | "CARGO_BIN_NAME"
                | "OUT_DIR"
        )
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
    // The package lists of a fresh machine are empty or old, and so would be what is installed from them.
    if check(Command::new("apt-get").arg("update").stdout(Stdio::null())).is_err() {
        say("the package lists could not be renewed");
    }
    check(
        Command::new("apt-get")
            .args(["install", "-y", "--no-install-recommends"])
            .args(packages)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdout(Stdio::null()),
    )
}

fn words(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::is_about_this_program;

    #[test]
    fn what_a_person_sets_for_cargo_is_passed_on() {
        for name in [
            "CARGO_PKG_NAME",
            "CARGO_PKG_VERSION_PRE",
            "CARGO_MANIFEST_DIR",
            "OUT_DIR",
        ] {
            assert!(is_about_this_program(name), "{name}");
        }
        for name in [
            "CARGO",
            "CARGO_HOME",
            "CARGO_TARGET_DIR",
            "CARGO_INCREMENTAL",
            "RUSTFLAGS",
            "PATH",
        ] {
            assert!(!is_about_this_program(name), "{name}");
        }
    }
}
