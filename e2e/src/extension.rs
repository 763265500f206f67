//! The built extension in a Chromium of its own: the copy that may reach the test's addresses, its id, and what only
//! its own pages can do.
//!
//! A headless browser shows no permission prompt, so the copy's manifest has access from the start; nothing else in it
//! is changed.

use crate::browser::{Browser, BrowserOptions};
use crate::built;
use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use fantoccini::wd::WindowHandle;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::path::Path;
use std::time::Duration;
use tempfile::TempDir;

/// Every address of this machine's own servers.
pub const LOOPBACK: &[&str] = &["http://127.0.0.1/*", "http://localhost/*"];

/// How long the extension may take for one answer on a busy machine.
const LIMIT: Duration = Duration::from_secs(40);

/// A copy of the built extension. It is removed when this is dropped, so the browser must be dropped first.
#[derive(Debug)]
pub struct Extension {
    id: String,
    folder: TempDir,
}

/// The two windows of a browser with the extension in it.
#[derive(Debug)]
pub struct Windows {
    /// For the page that is filled.
    pub page: WindowHandle,
    /// For the extension's own pages.
    pub own: WindowHandle,
}

impl Extension {
    /// Copies the built extension and gives the copy access to these addresses (match patterns).
    ///
    /// # Errors
    /// When it is not built (the message says how), or its manifest cannot be read.
    pub fn with_access(patterns: &[&str]) -> Result<Self> {
        let built = built::extension();
        if !built.join("manifest.json").is_file() {
            bail!(
                "{} holds no built extension: run cargo xtask build",
                built.display()
            );
        }
        let folder = tempfile::tempdir()?;
        copy_folder(&built, folder.path())?;
        let path = folder.path().join("manifest.json");
        let mut manifest: Value = serde_json::from_slice(&std::fs::read(&path)?)?;
        manifest["host_permissions"] = json!(patterns);
        std::fs::write(&path, manifest.to_string())?;
        let id = id(&manifest)?;
        Ok(Self { id, folder })
    }

    /// Starts a browser with it. The page's window is the current one.
    ///
    /// # Errors
    /// When the browser does not start.
    pub async fn start(&self) -> Result<(Browser, Windows)> {
        let browser = Browser::start(BrowserOptions::with_extension(self.folder.path())).await?;
        let page = browser.window().await?;
        // A window, not a tab: a page in a tab behind another one gets no time.
        let own = browser.client().new_window(false).await?.handle;
        Ok((browser, Windows { page, own }))
    }

    /// The address of one of its own pages.
    #[must_use]
    pub fn address(&self, page: &str) -> String {
        address(&self.id, page)
    }
}

/// The address of an extension's own page.
pub(crate) fn address(id: &str, page: &str) -> String {
    format!("chrome-extension://{id}/{page}")
}

/// Runs a script body with `args` in the current window, which shows a page of the extension; it may await.
///
/// # Errors
/// When it throws, does not end, or its result has another shape.
pub async fn ask<T: DeserializeOwned>(
    browser: &Browser,
    body: &str,
    args: Vec<Value>,
) -> Result<T> {
    let script = format!(
        "const done = arguments[arguments.length - 1]; const args = [...arguments]; \
         (async () => {{ {body} }})().then((value) => done({{ value: value ?? null }}), \
         (error) => done({{ error: String(error?.stack ?? error) }}));"
    );
    let mut answer: Value = tokio::time::timeout(LIMIT, browser.run_async(&script, args))
        .await
        .context("the extension did not answer")??;
    if let Some(error) = answer["error"].as_str() {
        bail!("the script failed: {error}");
    }
    Ok(serde_json::from_value(answer["value"].take())?)
}

/// The id of the tab that shows an address, asked in a page of the extension.
///
/// # Errors
/// When no tab shows it.
pub async fn tab(browser: &Browser, address: &str) -> Result<i64> {
    let find =
        "return (await chrome.tabs.query({})).find((tab) => tab.url === args[0])?.id ?? null";
    let tab: Option<i64> = ask(browser, find, vec![json!(address)]).await?;
    tab.with_context(|| format!("no tab shows {address}"))
}

/// The id that follows from a manifest's key: the first half of the key's SHA-256, in the letters a to p.
///
/// # Errors
/// When there is no key, or it is not base64.
pub fn id(manifest: &Value) -> Result<String> {
    let key = manifest["key"]
        .as_str()
        .context("the manifest has no key")?;
    let key = base64::engine::general_purpose::STANDARD.decode(key)?;
    Ok(Sha256::digest(key)
        .iter()
        .take(16)
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|half| char::from(b'a' + half))
        .collect())
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
