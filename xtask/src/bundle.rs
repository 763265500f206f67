//! `cargo xtask build`: the extension into `dist/extension`, the portal into `dist/portal`.

use crate::shell::{cargo, check, say, timed};
use crate::workspace::{dist, root, target};
use crate::{css, wasm_target};
use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

const TARGET: &str = "wasm32-unknown-unknown";

/// Builds the extension and the portal.
///
/// # Errors
/// When anything does not build.
pub fn build() -> Result<()> {
    wasm_target::ensure()?;
    timed(
        "building the extension and the portal for the browser",
        || {
            check(&mut cargo([
                "build",
                "--profile",
                "wasm",
                "--target",
                TARGET,
                "--package",
                "foothold-extension",
                "--package",
                "foothold-portal",
            ]))
        },
    )?;
    let style = css::style_sheet()?;
    extension(&style)?;
    portal(&style)
}

fn extension(style: &str) -> Result<()> {
    let out = fresh(&dist().join("extension"))?;
    bind("foothold_extension.wasm", "foothold", &out)?;
    copy_folder(&root().join("manifest"), &out)?;
    copy_folder(&root().join("extension/agent"), &out.join("agent"))?;
    fs::write(out.join("style.css"), style)?;
    say(&format!(
        "dist/extension: {}",
        sizes(&out, "foothold_bg.wasm")?
    ));
    hold_limits(&out)
}

/// Fails where the extension outgrew `extension/size-limits.json`: a person waits for every kilobyte of it once.
fn hold_limits(out: &Path) -> Result<()> {
    let limits = fs::read_to_string(root().join("extension/size-limits.json"))?;
    let limits: serde_json::Value = serde_json::from_str(&limits)?;
    for (end, name) in [("wasm", "wasmKb"), ("js", "jsKb")] {
        let limit = limits[name]
            .as_u64()
            .with_context(|| format!("extension/size-limits.json has no {name}"))?;
        let kilobytes = bytes_of(out, Some(end))?.div_ceil(1024);
        if kilobytes > limit {
            bail!(
                "the extension has {kilobytes} KB of .{end}, and extension/size-limits.json allows {limit}"
            );
        }
        say(&format!(
            "dist/extension: .{end} {kilobytes} KB of {limit} KB"
        ));
    }
    Ok(())
}

/// The bytes of a folder's files, or of those with this ending.
fn bytes_of(folder: &Path, end: Option<&str>) -> Result<u64> {
    let mut total = 0;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            total += bytes_of(&path, end)?;
        } else if end.is_none_or(|end| path.extension().is_some_and(|found| found == end)) {
            total += fs::metadata(&path)?.len();
        }
    }
    Ok(total)
}

/// The portal's files carry a hash in their names, so that a browser may keep them for ever.
fn portal(style: &str) -> Result<()> {
    let out = fresh(&dist().join("portal"))?;
    bind("foothold-portal.wasm", "portal", &out)?;
    copy_folder(&root().join("web-portal/public"), &out)?;
    let wasm = hashed(&out, "portal_bg.wasm")?;
    let script = hashed(&out, "portal.js")?;
    fs::write(out.join("style.css"), style)?;
    let style = hashed(&out, "style.css")?;
    fs::write(
        out.join("boot.js"),
        format!("import init from \"/{script}\";\ninit({{ module_or_path: \"/{wasm}\" }});\n"),
    )?;
    let boot = hashed(&out, "boot.js")?;
    let shell = fs::read_to_string(root().join("web-portal/index.html"))?
        .replace("{{script}}", &format!("/{script}"))
        .replace("{{wasm}}", &format!("/{wasm}"))
        .replace("{{style}}", &format!("/{style}"))
        .replace("{{boot}}", &format!("/{boot}"));
    fs::write(out.join("index.html"), shell)?;
    for name in [&wasm, &script, &style] {
        compressed(&out.join(name))?;
    }
    say(&format!("dist/portal: {}", sizes(&out, &wasm)?));
    Ok(())
}

/// Writes the JavaScript glue and the WebAssembly beside it.
fn bind(file: &str, name: &str, out: &Path) -> Result<()> {
    let input = target().join(TARGET).join("wasm").join(file);
    Bindgen::new()
        .input_path(&input)
        .out_name(name)
        .remove_name_section(true)
        .remove_producers_section(true)
        .web(true)
        .and_then(|bindgen| bindgen.typescript(false).generate(out))
        .with_context(|| format!("cannot make the glue for {}", input.display()))
}

/// Renames a file so that its name tells its content; gives the new name.
fn hashed(folder: &Path, name: &str) -> Result<String> {
    let path = folder.join(name);
    let digest = hex::encode(Sha256::digest(fs::read(&path)?));
    let (stem, end) = name.rsplit_once('.').context("a file without an ending")?;
    let new = format!("{stem}-{}.{end}", &digest[..12]);
    fs::rename(&path, folder.join(&new))?;
    Ok(new)
}

/// Writes `NAME.gz` beside a file: the server sends it as it is.
fn compressed(file: &Path) -> Result<()> {
    let mut name = file.as_os_str().to_owned();
    name.push(".gz");
    let mut encoder = GzEncoder::new(fs::File::create(name)?, Compression::best());
    encoder.write_all(&fs::read(file)?)?;
    encoder.finish()?;
    Ok(())
}

/// An empty folder in place of whatever was there.
fn fresh(folder: &Path) -> Result<PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    Ok(folder.to_path_buf())
}

/// Copies a folder; nothing where it is missing. Notes for contributors stay behind.
fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    if !from.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let target = to.join(path.file_name().context("a file without a name")?);
        if path.is_dir() {
            copy_folder(&path, &target)?;
        } else if path.extension().is_none_or(|end| end != "md") {
            fs::copy(&path, &target)?;
        }
    }
    Ok(())
}

fn sizes(folder: &Path, wasm: &str) -> Result<String> {
    let total = bytes_of(folder, None)?;
    let wasm = fs::metadata(folder.join(wasm))?.len();
    Ok(format!(
        "{} KB in all, WebAssembly {} KB",
        total / 1024,
        wasm / 1024
    ))
}
