//! The style sheets: tokens written by hand, and the utility classes that the sources use.

use crate::workspace::root;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// The folders whose sources name classes.
const SOURCES: [&str; 2] = ["web-portal/src", "extension/src/ui"];

/// The one style sheet that the portal and the extension share.
///
/// # Errors
/// When a source cannot be read or the configuration is not right.
pub fn style_sheet() -> Result<String> {
    let style = root().join("web-portal/style");
    let config_path = style.join("encre.toml");
    let config = encre_css::Config::from_file(&config_path)
        .with_context(|| format!("cannot use {}", config_path.display()))?;
    let mut sources = Vec::new();
    for folder in SOURCES {
        for file in rust_files(&root().join(folder))? {
            sources.push(fs::read_to_string(file)?);
        }
    }
    let utilities = encre_css::generate(sources.iter().map(String::as_str), &config);
    let tokens = fs::read_to_string(style.join("tokens.css"))?;
    Ok(format!("{tokens}\n{utilities}\n"))
}

/// Every `.rs` file below a folder, in a stable order; none where the folder is missing.
pub fn rust_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if !folder.is_dir() {
        return Ok(found);
    }
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|e| e.path()))
        .collect::<Result<_, _>>()?;
    entries.sort();
    for path in entries {
        if path.is_dir() {
            found.extend(rust_files(&path)?);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
    Ok(found)
}
