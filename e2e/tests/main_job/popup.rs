//! The extension as a person meets it: its options page, its popup.

use anyhow::{Context, Result, bail};
use foothold_e2e::browser::Browser;
use serde::Deserialize;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::path::Path;
use std::time::Duration;

/// How long the extension may take for one step: reading or filling a form, over the network or not.
const LIMIT: Duration = Duration::from_secs(45);

/// One line of the popup.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(crate) struct Line {
    /// The list it stands in: `needs-you`, `will-fill`, `filled`, `left`, `undone`.
    pub(crate) list: String,
    pub(crate) label: String,
    pub(crate) value: String,
    pub(crate) why: String,
    pub(crate) kept: String,
}

/// Copies the built extension, with access to this machine's own servers from the start: a person is
/// asked for that by the browser, in a window of its own that no test can press.
pub(crate) fn copy(built: &Path, to: &Path) -> Result<()> {
    if !built.join("manifest.json").is_file() {
        bail!(
            "{} holds no built extension: run cargo xtask build",
            built.display()
        );
    }
    copy_folder(built, to)?;
    let path = to.join("manifest.json");
    let mut manifest: serde_json::Value = serde_json::from_slice(&std::fs::read(&path)?)?;
    manifest["host_permissions"] = json!(["http://127.0.0.1/*", "http://localhost/*"]);
    std::fs::write(&path, serde_json::to_vec(&manifest)?)?;
    Ok(())
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

/// The extension's id, which follows from the key in its manifest: the first half of the key's
/// SHA-256, written with the letters a to p.
pub(crate) fn id(extension: &Path) -> Result<String> {
    use base64::Engine as _;
    let manifest: serde_json::Value =
        serde_json::from_slice(&std::fs::read(extension.join("manifest.json"))?)?;
    let key = manifest["key"]
        .as_str()
        .context("the manifest has no key")?;
    let key = base64::engine::general_purpose::STANDARD.decode(key)?;
    let letters = Sha256::digest(key)[..16]
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|half| char::from(b'a' + half))
        .collect();
    Ok(letters)
}

/// Connects the extension in its options page, in the current window.
pub(crate) async fn connect(browser: &Browser, id: &str, server: &str, token: &str) -> Result<()> {
    browser
        .goto(&format!("chrome-extension://{id}/options.html"))
        .await?;
    crate::page::wait(browser, "#connect").await?;
    crate::page::write(browser, "#server", server).await?;
    crate::page::write(browser, "#token", token).await?;
    crate::page::click(browser, "#connect").await?;
    browser
        .wait_until(
            "the extension to be connected and to have the profile",
            "return document.querySelector('#profile-age')?.textContent.startsWith('Up to date')",
            vec![],
            LIMIT,
        )
        .await
        .map(drop)
}

/// Opens the popup for the tab with that address, in the current window, and waits until it has read it.
pub(crate) async fn open(browser: &Browser, id: &str, address: &str) -> Result<()> {
    let base = format!("chrome-extension://{id}");
    browser.goto(&format!("{base}/options.html")).await?;
    let tab: Option<i64> = browser
        .run_async(
            "const [address, done] = arguments; chrome.tabs.query({}).then((tabs) => \
             done(tabs.find((tab) => tab.url === address)?.id ?? null));",
            vec![json!(address)],
        )
        .await?;
    let tab = tab.with_context(|| format!("no tab shows {address}"))?;
    browser
        .goto(&format!("{base}/popup.html?tab={tab}"))
        .await?;
    settled(browser).await
}

/// Waits until the popup shows something that will stay.
async fn settled(browser: &Browser) -> Result<()> {
    browser
        .wait_until(
            "the popup to have read the page",
            "return document.querySelector('main')?.getAttribute('aria-busy') === 'false' \
             && !document.querySelector('#loading')",
            vec![],
            LIMIT,
        )
        .await
        .map(drop)
}

/// Looks at the page again.
pub(crate) async fn look_again(browser: &Browser) -> Result<()> {
    crate::page::click(browser, "#again").await?;
    browser
        .wait_until(
            "the popup to have looked again",
            "return !!document.querySelector('#fill')",
            vec![],
            LIMIT,
        )
        .await
        .map(drop)
}

/// Presses Fill and waits for what became of it.
pub(crate) async fn fill(browser: &Browser) -> Result<Vec<Line>> {
    let said: String = text(browser, "#failed").await?;
    if !said.is_empty() {
        bail!("the popup cannot fill: {said}");
    }
    crate::page::click(browser, "#fill").await?;
    browser
        .wait_until(
            "the fill to end",
            "return document.querySelector('#outcome') || document.querySelector('#failed')",
            vec![],
            LIMIT,
        )
        .await?;
    settled(browser).await?;
    let said: String = text(browser, "#failed").await?;
    if !said.is_empty() {
        bail!("the fill failed: {said}");
    }
    lines(browser).await
}

/// Takes everything back.
pub(crate) async fn undo_all(browser: &Browser) -> Result<Vec<Line>> {
    crate::page::click(browser, "#undo-all").await?;
    browser
        .wait_until(
            "the fill to be taken back",
            "return document.querySelector('#undone') || document.querySelector('#failed')",
            vec![],
            LIMIT,
        )
        .await?;
    settled(browser).await?;
    lines(browser).await
}

/// What the popup shows, line by line.
pub(crate) async fn lines(browser: &Browser) -> Result<Vec<Line>> {
    browser
        .run(
            "const own = (node) => [...(node?.childNodes ?? [])].filter((n) => n.nodeType === 3)\
                 .map((n) => n.data).join('').trim();\
             const part = (li, name) => li.querySelector(`[data-part=${name}]`)?.textContent ?? '';\
             return [...document.querySelectorAll('#rows details')].flatMap((list) => \
               [...list.querySelectorAll('li')].map((li) => ({ list: list.id, \
                 label: own(li.querySelector('.leading-snug')), value: part(li, 'value'), \
                 why: part(li, 'why'), kept: part(li, 'kept') })));",
            vec![],
        )
        .await
}

/// The text of an element of the popup; empty where it is not there.
pub(crate) async fn text(browser: &Browser, selector: &str) -> Result<String> {
    browser
        .run(
            "return document.querySelector(arguments[0])?.textContent ?? ''",
            vec![json!(selector)],
        )
        .await
}
