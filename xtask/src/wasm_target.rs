//! The standard library for WebAssembly, however this machine can get it.
//!
//! The normal way is `rustup target add`. Where rustup is missing or cannot download, the library is
//! built from Debian's `rust-src` package of the compiler's own version: see [`from_debian`].

use crate::shell::{check, find, read, say};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";

/// Debian suites that carry newer compilers than the stable one, nearest first.
const SUITES: [&str; 4] = ["trixie-backports", "trixie", "forky", "sid"];

/// Makes sure that the compiler has a standard library for WebAssembly.
///
/// # Errors
/// When neither way works; the text says what was tried and what to do.
pub fn ensure() -> Result<()> {
    let library = library_folder()?;
    if is_there(&library) {
        return Ok(());
    }
    if find(&["rustup"]).is_some() {
        say("the WebAssembly target is missing: rustup target add wasm32-unknown-unknown");
        let added = check(Command::new("rustup").args(["target", "add", TARGET]));
        if added.is_ok() && is_there(&library) {
            return Ok(());
        }
        say("rustup could not add it; building it from Debian's rust-src of the same version");
    }
    from_debian(&library).with_context(|| {
        format!(
            "no standard library for {TARGET}: `rustup target add {TARGET}` did not work, and it \
             could not be built from Debian's rust-src either"
        )
    })
}

fn library_folder() -> Result<PathBuf> {
    let path = read(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]))?;
    Ok(PathBuf::from(path.trim()))
}

fn is_there(library: &Path) -> bool {
    fs::read_dir(library).is_ok_and(|entries| {
        entries
            .flatten()
            .any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
    })
}

/// Builds the standard library from the source that Debian ships for exactly this compiler, and puts it
/// where the compiler looks for it. `library` is that place.
///
/// # Errors
/// When the mirror does not carry that version, or it does not build.
pub fn from_debian(library: &Path) -> Result<()> {
    let version = compiler_version()?;
    let work = tempfile::tempdir()?;
    let source = fetch_source(&version, work.path())?;
    say(&format!(
        "building the standard library {version} for {TARGET}"
    ));
    let rlibs = build_std(&source, work.path())?;
    fs::create_dir_all(library)?;
    for rlib in rlibs {
        let name = rlib.file_name().context("a library without a name")?;
        fs::copy(&rlib, library.join(name))?;
    }
    if !is_there(library) {
        bail!("the build gave no libstd");
    }
    Ok(())
}

/// "1.95.0" from `rustc -V`.
fn compiler_version() -> Result<String> {
    let text = read(Command::new("rustc").arg("-V"))?;
    let version = text
        .split_whitespace()
        .nth(1)
        .context("rustc -V says no version")?;
    Ok(version.to_owned())
}

/// Downloads and unpacks `rust-src` of this version, without touching the machine's own package lists.
fn fetch_source(version: &str, work: &Path) -> Result<PathBuf> {
    let apt = work.join("apt");
    fs::create_dir_all(apt.join("lists/partial"))?;
    fs::create_dir_all(apt.join("cache/archives/partial"))?;
    let mirror = debian_mirror()?;
    let list = SUITES
        .map(|suite| format!("deb {mirror} {suite} main\n"))
        .concat();
    fs::write(apt.join("sources.list"), list)?;
    let options = [
        format!(
            "Dir::Etc::sourcelist={}",
            apt.join("sources.list").display()
        ),
        "Dir::Etc::sourceparts=-".to_owned(),
        format!("Dir::State::lists={}", apt.join("lists").display()),
        format!("Dir::Cache={}", apt.join("cache").display()),
        "APT::Sandbox::User=root".to_owned(),
    ];
    let with_options = |program: &str| {
        let mut command = Command::new(program);
        for option in &options {
            command.arg("-o").arg(option);
        }
        command
    };
    // A suite that a mirror does not carry is no reason to give up on the others.
    let _ = read(with_options("apt-get").arg("update"));
    let found = read(with_options("apt-cache").args(["madison", "rust-src"]))?;
    let package = matching_package(&found, version).with_context(|| {
        format!(
            "Debian has no rust-src {version} in {}; it has:\n{found}",
            SUITES.join(", ")
        )
    })?;
    check(
        with_options("apt-get")
            .args(["download", "--quiet", &format!("rust-src={package}")])
            .current_dir(work),
    )?;
    let archive = fs::read_dir(work)?
        .flatten()
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|end| end == "deb"))
        .context("apt-get download left no file")?;
    check(
        Command::new("dpkg")
            .arg("-x")
            .arg(&archive)
            .arg(work.join("source")),
    )?;
    let library = work
        .join("source/usr/src")
        .join(format!("rustc-{version}"))
        .join("library");
    if !library.is_dir() {
        bail!("rust-src {package} has no {}", library.display());
    }
    Ok(library)
}

/// The package version in `apt-cache madison`'s table that is of the compiler's version.
fn matching_package(table: &str, version: &str) -> Option<String> {
    table
        .lines()
        .filter_map(|line| line.split('|').nth(1))
        .map(str::trim)
        .find(|package| package.split(['+', '-', '~']).next() == Some(version))
        .map(str::to_owned)
}

/// The mirror that apt is set up with, with the key it is trusted by.
fn debian_mirror() -> Result<String> {
    let mut files = vec![PathBuf::from("/etc/apt/sources.list")];
    if let Ok(folder) = fs::read_dir("/etc/apt/sources.list.d") {
        files.extend(folder.flatten().map(|entry| entry.path()));
    }
    let address = files
        .iter()
        .filter_map(|file| fs::read_to_string(file).ok())
        .flat_map(|text| {
            text.split_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .find(|word| word.starts_with("http") && word.trim_end_matches('/').ends_with("/debian"))
        .context("apt is not set up with a Debian mirror")?;
    let key = "/usr/share/keyrings/debian-archive-keyring.gpg";
    Ok(if Path::new(key).is_file() {
        format!("[signed-by={key}] {address}")
    } else {
        address
    })
}

/// Compiles std from its source in a throw-away crate; gives the library files.
fn build_std(source: &Path, work: &Path) -> Result<Vec<PathBuf>> {
    let package = work.join("std-build");
    fs::create_dir_all(package.join("src"))?;
    fs::write(
        package.join("Cargo.toml"),
        "[package]\nname = \"std-build\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n",
    )?;
    fs::write(package.join("src/lib.rs"), "")?;
    let source = source.to_str().context("a path that is not text")?;
    check(
        Command::new("cargo")
            .args([
                "build",
                "-Zbuild-std=std,panic_abort,test",
                "--release",
                "--target",
                TARGET,
            ])
            .current_dir(&package)
            // std is built by nightly means with the stable compiler it belongs to.
            .env("RUSTC_BOOTSTRAP", "1")
            .env("__CARGO_TESTS_ONLY_SRC_ROOT", source)
            // Without the bit code, link-time optimisation cannot read these libraries.
            .env("RUSTFLAGS", "-Cembed-bitcode=yes")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .env("CARGO_TARGET_DIR", package.join("target")),
    )?;
    let built = package.join("target").join(TARGET).join("release/deps");
    let rlibs = fs::read_dir(built)?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "rlib"))
        .filter(|path| !path.to_string_lossy().contains("std_build"))
        .collect();
    Ok(rlibs)
}

#[cfg(test)]
mod tests {
    use super::matching_package;

    #[test]
    fn takes_the_package_of_the_same_version() {
        let table = " rust-src | 1.97.1+dfsg1-1 | http://mirror forky/main amd64 Packages\n \
                     rust-src | 1.95.0+dfsg1-2~bpo13+1 | http://mirror trixie-backports/main\n \
                     rust-src | 1.9.0+dfsg1-1 | http://mirror trixie/main amd64 Packages\n";
        assert_eq!(
            matching_package(table, "1.95.0").as_deref(),
            Some("1.95.0+dfsg1-2~bpo13+1")
        );
        assert_eq!(
            matching_package(table, "1.9.0").as_deref(),
            Some("1.9.0+dfsg1-1")
        );
        assert_eq!(matching_package(table, "1.95"), None);
    }
}
