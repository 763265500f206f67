//! The built extension, timed as the person meets it: from the extension's own page to the worker's answer, with
//! messages, WebAssembly, injection and storage in it.

use super::server::Server;
use super::stages::{PROFILE, RESUME, RESUME_NAME};
use super::{Times, times};
use crate::built;
use crate::extension::{Extension, LOOPBACK, ask, tab};
use anyhow::{Result, bail};
use base64::Engine as _;
use serde::Serialize;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::path::PathBuf;

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
    let folder = built::extension();
    folder.join("manifest.json").is_file().then_some(folder)
}

/// Times looking and filling, `repeats` times, each on a fresh page.
pub(super) async fn measure(server: &Server, repeats: usize) -> Result<Clicked> {
    let extension = Extension::with_access(LOOPBACK)?;
    let (browser, windows) = extension.start().await?;
    browser.switch_to(&windows.own).await?;
    browser.goto(&extension.address("options.html")).await?;
    let _: Value = ask(&browser, SEED, vec![seed()?]).await?;

    let (mut look, mut fill) = (Vec::new(), Vec::new());
    for _ in 0..repeats {
        browser.switch_to(&windows.page).await?;
        browser.goto(server.form()).await?;
        browser.switch_to(&windows.own).await?;
        let tab = tab(&browser, server.form()).await?;
        for (kind, runs) in [("look", &mut look), ("fill", &mut fill)] {
            let answer: Value = ask(&browser, TIME, vec![json!(kind), json!(tab)]).await?;
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

const TIME: &str = "const from = performance.now();\
    const reply = await chrome.runtime.sendMessage({ kind: args[0], tab: args[1], wish: { overwrite: true, anyway: true } });\
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
