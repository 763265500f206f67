//! What a page costs on which nobody clicked: nothing, and here is how that is seen.
//!
//! The same page is opened in a browser with the extension as it is shipped and in one without it. Requests to the
//! extension, the bytes of every resource and the number of elements are counted in both, and the manifest is asked for
//! anything that could put itself into pages.

use super::server::Server;
use crate::browser::{Browser, BrowserOptions};
use crate::extension;
use anyhow::{Result, ensure};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fmt;
use std::path::Path;

/// What was counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Idle {
    /// Resources of the extension that the page loaded.
    pub extension_requests: usize,
    /// Bytes more than without the extension.
    pub added_bytes: i64,
    /// Elements more than without the extension.
    pub added_elements: i64,
    /// Names in the page's global scope more than without the extension.
    pub added_globals: i64,
    /// Entries of the manifest that put something into pages by themselves.
    pub manifest_entries: Vec<String>,
}

#[derive(Deserialize)]
struct Counted {
    requests: usize,
    bytes: i64,
    elements: i64,
    globals: i64,
}

const COUNT: &str = "const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];\
    return { requests: all.filter((at) => at.name.startsWith('chrome-extension:')).length,\
      bytes: all.reduce((sum, at) => sum + (at.transferSize ?? 0), 0),\
      elements: document.querySelectorAll('*').length, globals: Object.getOwnPropertyNames(globalThis).length };";

/// Opens the page with and without the extension and compares.
pub(super) async fn measure(server: &Server, built: &Path) -> Result<Idle> {
    let manifest: Value = serde_json::from_slice(&std::fs::read(built.join("manifest.json"))?)?;
    let without = count(BrowserOptions::default(), server, None).await?;
    let id = extension::id(&manifest)?;
    let with = count(BrowserOptions::with_extension(built), server, Some(&id)).await?;
    let entries = [
        "content_scripts",
        "web_accessible_resources",
        "host_permissions",
    ];
    Ok(Idle {
        extension_requests: with.requests,
        added_bytes: with.bytes - without.bytes,
        added_elements: with.elements - without.elements,
        added_globals: with.globals - without.globals,
        manifest_entries: entries
            .into_iter()
            .filter(|entry| manifest.get(*entry).is_some())
            .map(str::to_owned)
            .collect(),
    })
}

async fn count(
    options: BrowserOptions,
    server: &Server,
    extension: Option<&str>,
) -> Result<Counted> {
    let browser = Browser::start(options).await?;
    if let Some(id) = extension {
        // Without this the comparison could be one of two browsers that both lack the extension.
        browser
            .goto(&extension::address(id, "options.html"))
            .await?;
        let there: bool = browser
            .run("return typeof chrome.storage === 'object'", Vec::new())
            .await?;
        ensure!(there, "the extension was not loaded");
    }
    browser.goto(server.form()).await?;
    browser.run(COUNT, Vec::new()).await
}

impl Idle {
    /// # Errors
    /// When anything of the extension reached the page.
    pub(super) fn check(&self) -> Result<()> {
        ensure!(
            self.extension_requests == 0
                && self.added_bytes == 0
                && self.added_elements == 0
                && self.added_globals == 0
                && self.manifest_entries.is_empty(),
            "a page on which nobody clicked was touched: {self:?}"
        );
        Ok(())
    }
}

impl fmt::Display for Idle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "a page on which nobody clicked: {} bytes, {} requests to the extension, {} elements, {} globals added (budget 0)",
            self.added_bytes, self.extension_requests, self.added_elements, self.added_globals
        )
    }
}
