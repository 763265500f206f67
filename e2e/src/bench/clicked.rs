//! The built extension, timed as the person meets it: from the extension's own page to the worker's answer, with
//! messages, WebAssembly, injection and storage in it.
//!
//! A headless browser shows no permission prompt, so a copy of the extension is loaded whose manifest already has
//! access to loopback; nothing else in it is changed.

use super::server::Server;
use super::stages::{PROFILE, RESUME, RESUME_NAME};
use super::{Times, times};
use crate::browser::{Browser, BrowserOptions};
use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use serde::Serialize;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long anything may take on a busy machine.
const LIMIT: Duration = Duration::from_secs(40);

/// What a click takes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Clicked {
    /// Looking at the page: inject, collect, classify, plan, and the job.
    pub look: Times,
    /// Filling it: the same once more, and writing, reading back, and keeping the receipt.
    pub fill: Times,
}

/// Where the built extension is, if it is.
pub(super) fn built() -> Option<PathBuf> {
    let dist = std::env::var_os("FOOTHOLD_DIST").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist"),
        PathBuf::from,
    );
    let folder = dist.join("extension");
    folder.join("manifest.json").is_file().then_some(folder)
}

/// Times looking and filling, `repeats` times, each on a fresh page.
pub(super) async fn measure(server: &Server, built: &Path, repeats: usize) -> Result<Clicked> {
    let copy = tempfile::tempdir()?;
    copy_folder(built, copy.path())?;
    let path = copy.path().join("manifest.json");
    let mut manifest: Value = serde_json::from_slice(&std::fs::read(&path)?)?;
    manifest["host_permissions"] = json!(["http://127.0.0.1/*"]);
    std::fs::write(&path, manifest.to_string())?;

    let browser = Browser::start(BrowserOptions::with_extension(copy.path())).await?;
    let page = browser.window().await?;
    // A window, not a tab: a page in a tab behind another one gets no time.
    let own = browser.client().new_window(false).await?.handle;
    browser.switch_to(&own).await?;
    let id = extension_id(&manifest)?;
    browser
        .goto(&format!("chrome-extension://{id}/options.html"))
        .await?;
    let _: Value = ask(&browser, SEED, vec![seed()?]).await?;

    let (mut look, mut fill) = (Vec::new(), Vec::new());
    for _ in 0..repeats {
        browser.switch_to(&page).await?;
        browser.goto(server.form()).await?;
        browser.switch_to(&own).await?;
        for (kind, runs) in [("look", &mut look), ("fill", &mut fill)] {
            let answer = ask(&browser, TIME, vec![json!(kind), json!(server.form())]).await?;
            let failed = answer["reply"]["Err"].is_object() || answer["reply"].is_null();
            match answer["ms"].as_f64() {
                Some(ms) if !failed => runs.push(ms),
                _ => bail!("{kind} did not work: {}", answer["reply"]),
            }
        }
    }
    Ok(Clicked {
        look: times(look),
        fill: times(fill),
    })
}

/// Puts a profile and a résumé where the worker keeps what the server gave it.
const SEED: &str = "await chrome.storage.local.set(args[0]); return true;";

const TIME: &str = "const tab = (await chrome.tabs.query({})).find((tab) => tab.url === args[1]).id;\
    const from = performance.now();\
    const reply = await chrome.runtime.sendMessage({ kind: args[0], tab, wish: { overwrite: true, anyway: true } });\
    return { ms: performance.now() - from, reply };";

fn seed() -> Result<Value> {
    let profile: Value = serde_json::from_str(PROFILE)?;
    Ok(json!({
        "profile": { "profile": profile, "version": "1", "synced_at_ms": 0 },
        "resume": {
            "resume_id": "bench", "file_name": RESUME_NAME, "media_type": "application/pdf",
            "size_bytes": RESUME.len(), "sha256": hex::encode(Sha256::digest(RESUME)),
            "base64": base64::engine::general_purpose::STANDARD.encode(RESUME),
        },
    }))
}

/// Runs a script body with `args` in the extension's own page; it may await.
async fn ask(browser: &Browser, body: &str, args: Vec<Value>) -> Result<Value> {
    let script = format!(
        "const done = arguments[arguments.length - 1]; const args = [...arguments]; \
         (async () => {{ {body} }})().then((value) => done({{ value }}), (error) => done({{ error: String(error) }}));"
    );
    let mut answer: Value = tokio::time::timeout(LIMIT, browser.run_async(&script, args))
        .await
        .context("the extension did not answer")??;
    if let Some(error) = answer["error"].as_str() {
        bail!("the extension's page failed: {error}");
    }
    Ok(answer["value"].take())
}

/// The id that follows from the manifest's key: the first half of its hash, in the letters a to p.
pub(super) fn extension_id(manifest: &Value) -> Result<String> {
    let key = manifest["key"]
        .as_str()
        .context("the manifest has no key")?;
    let key = base64::engine::general_purpose::STANDARD.decode(key)?;
    Ok(Sha256::digest(key)
        .iter()
        .take(16)
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|digit| char::from(b'a' + digit))
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
