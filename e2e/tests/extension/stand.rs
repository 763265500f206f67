//! Everything a test stands on: the backend, the pages, Chromium with the extension, and two windows.

use crate::account::Account;
use crate::pages::Pages;
use anyhow::{Context, Result};
use fantoccini::Locator;
use fantoccini::wd::WindowHandle;
use foothold_e2e::browser::{Browser, BrowserOptions};
use foothold_e2e::servers::Backend;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;

/// How long anything may take on a busy machine.
pub(crate) const LIMIT: Duration = Duration::from_secs(40);

/// The id that follows from the key in the manifest, as the README names it.
pub(crate) const EXTENSION_ID: &str = "eabplaieebmbmkmflbompfiefcjaocob";

pub(crate) struct Stand {
    pub(crate) browser: Browser,
    pub(crate) backend: Backend,
    pub(crate) pages: Pages,
    page: WindowHandle,
    own: WindowHandle,
    _extension: TempDir,
}

impl Stand {
    /// A browser that may reach every address of the test.
    pub(crate) async fn start() -> Result<Self> {
        Self::with_access(&["http://127.0.0.1/*", "http://localhost/*"]).await
    }

    /// A browser that may reach these addresses.
    pub(crate) async fn with_access(patterns: &[&str]) -> Result<Self> {
        let backend = Backend::start(&dist().join("portal")).await?;
        let extension = tempfile::tempdir()?;
        copy_folder(&dist().join("extension"), extension.path())
            .context("the extension is not built: run `cargo xtask build`")?;
        let manifest_path = extension.path().join("manifest.json");
        let mut manifest: Value = serde_json::from_slice(&std::fs::read(&manifest_path)?)?;
        manifest["host_permissions"] = json!(patterns);
        std::fs::write(&manifest_path, manifest.to_string())?;
        let browser = Browser::start(BrowserOptions::with_extension(extension.path())).await?;
        let page = browser.window().await?;
        // A window, not a tab: a page in a tab behind another one gets no time.
        let own = browser.client().new_window(false).await?.handle;
        let pages = Pages::start()?;
        Ok(Self {
            browser,
            backend,
            pages,
            page,
            own,
            _extension: extension,
        })
    }

    /// The same, with an account whose profile and résumé the extension has.
    pub(crate) async fn connected() -> Result<(Self, Account)> {
        let stand = Self::start().await?;
        let account = stand.connect().await?;
        Ok((stand, account))
    }

    /// Makes an account with a profile and connects the extension to it.
    pub(crate) async fn connect(&self) -> Result<Account> {
        let account = Account::with_profile(self.backend.origin())?;
        let token = account.device()?.refresh_token;
        self.open_options().await?;
        self.write("#server", self.backend.origin()).await?;
        self.write("#token", &token).await?;
        self.click("#connect").await?;
        self.wait_text("#profile-age", "Up to date").await?;
        Ok(account)
    }

    /// Opens a page in the page window, and stays there.
    pub(crate) async fn open_page(&self, path: &str) -> Result<()> {
        self.to_page().await?;
        self.browser.goto(&self.pages.at(path)).await
    }

    pub(crate) async fn to_page(&self) -> Result<()> {
        self.browser.switch_to(&self.page).await
    }

    pub(crate) async fn to_own(&self) -> Result<()> {
        self.browser.switch_to(&self.own).await
    }

    /// Opens a page of the extension in its own window, and stays there.
    pub(crate) async fn open_own(&self, path: &str) -> Result<()> {
        self.to_own().await?;
        self.browser
            .goto(&format!("chrome-extension://{EXTENSION_ID}/{path}"))
            .await
    }

    pub(crate) async fn open_options(&self) -> Result<()> {
        self.open_own("options.html").await?;
        self.wait("#connect, #account").await
    }

    /// The id of the tab in the page window. Leaves the own window in front.
    pub(crate) async fn tab(&self) -> Result<i64> {
        self.to_page().await?;
        let address = self.browser.client().current_url().await?;
        self.open_own("options.html").await?;
        let tab: Option<i64> = self
            .in_own(
                "return (await chrome.tabs.query({})).find((tab) => tab.url === args[0])?.id ?? null",
                vec![json!(address.as_str())],
            )
            .await?;
        tab.with_context(|| format!("no tab shows {address}"))
    }

    /// Opens the popup for the page in the page window, waits until it shows something that stays, and stays there.
    pub(crate) async fn open_popup(&self) -> Result<()> {
        let tab = self.tab().await?;
        self.open_own(&format!("popup.html?tab={tab}")).await?;
        self.settled().await
    }

    /// Waits until the popup shows something that stays.
    pub(crate) async fn settled(&self) -> Result<()> {
        let script = "return document.querySelector('main')?.getAttribute('aria-busy') === 'false' \
                      && !document.querySelector('#loading')";
        self.browser
            .wait_until("the popup to have settled", script, vec![], LIMIT)
            .await
            .map(drop)
    }

    /// Presses Fill and waits for what became of it.
    pub(crate) async fn fill(&self) -> Result<()> {
        self.click("#fill").await?;
        self.wait("#outcome, #failed").await?;
        self.settled().await
    }

    pub(crate) async fn wait(&self, selector: &str) -> Result<()> {
        let script = "return !!document.querySelector(arguments[0])";
        self.browser
            .wait_until(selector, script, vec![json!(selector)], LIMIT)
            .await
            .map(drop)
    }

    /// Waits until an element's text contains something.
    pub(crate) async fn wait_text(&self, selector: &str, text: &str) -> Result<()> {
        let what = format!("{selector} to say {text:?}");
        let script = "const at = document.querySelector(arguments[0]); \
                      return at?.textContent.includes(arguments[1]) || `(${at?.textContent})` && false";
        let arguments = vec![json!(selector), json!(text)];
        match self
            .browser
            .wait_until(&what, script, arguments, LIMIT)
            .await
        {
            Ok(_) => Ok(()),
            Err(error) => {
                let shown = self.text("main").await.unwrap_or_default();
                Err(error.context(format!("the page says: {shown}")))
            }
        }
    }

    pub(crate) async fn click(&self, selector: &str) -> Result<()> {
        self.wait(selector).await?;
        let element = self.browser.client().find(Locator::Css(selector)).await?;
        let element_value = serde_json::to_value(&element)?;
        self.browser
            .run::<()>(
                "arguments[0].scrollIntoView({ block: 'center' })",
                vec![element_value],
            )
            .await?;
        element
            .click()
            .await
            .with_context(|| format!("{selector} cannot be clicked"))
    }

    pub(crate) async fn write(&self, selector: &str, text: &str) -> Result<()> {
        self.wait(selector).await?;
        let element = self.browser.client().find(Locator::Css(selector)).await?;
        element.clear().await?;
        Ok(element.send_keys(text).await?)
    }

    /// An element's text; empty where it is not there.
    pub(crate) async fn text(&self, selector: &str) -> Result<String> {
        let script = "return document.querySelector(arguments[0])?.textContent ?? ''";
        self.browser.run(script, vec![json!(selector)]).await
    }

    /// The labels under one heading of the popup.
    pub(crate) async fn labels(&self, group: &str) -> Result<Vec<String>> {
        let script = "return [...document.querySelectorAll(`#${arguments[0]} [data-part=label]`)]\
                      .map((at) => at.textContent)";
        self.browser.run(script, vec![json!(group)]).await
    }

    /// What the fields of the page hold, by id, in the page window; then comes back.
    pub(crate) async fn values(&self, ids: &[&str]) -> Result<Vec<String>> {
        self.to_page().await?;
        let script = "return arguments[0].map((id) => { const at = document.getElementById(id); \
                      return at.type === 'checkbox' ? String(at.checked) : \
                      at.type === 'file' ? [...at.files].map((f) => f.name).join() : at.value; })";
        let values = self.browser.run(script, vec![json!(ids)]).await?;
        self.to_own().await?;
        Ok(values)
    }

    /// Runs a script body with `args` in the own window; it may await.
    pub(crate) async fn in_own<T: DeserializeOwned>(
        &self,
        body: &str,
        args: Vec<Value>,
    ) -> Result<T> {
        let script = format!(
            "const done = arguments[arguments.length - 1]; const args = [...arguments]; \
             (async () => {{ {body} }})().then((value) => done({{ value: value ?? null }}), \
             (error) => done({{ error: String(error?.stack ?? error) }}));"
        );
        let mut answer: Value = self.browser.run_async(&script, args).await?;
        if let Some(error) = answer["error"].as_str() {
            anyhow::bail!("the script failed: {error}");
        }
        Ok(serde_json::from_value(answer["value"].take())?)
    }

    /// Ends the service worker, as the browser does at any time, and waits until it is gone.
    pub(crate) async fn end_worker(&self) -> Result<()> {
        self.browser.cdp("ServiceWorker.enable", json!({})).await?;
        self.browser
            .cdp("ServiceWorker.stopAllWorkers", json!({}))
            .await?;
        let deadline = tokio::time::Instant::now() + LIMIT;
        loop {
            let running: usize = self
                .in_own(
                    "return (await chrome.runtime.getContexts({contextTypes: ['BACKGROUND']})).length",
                    vec![],
                )
                .await?;
            if running == 0 {
                return Ok(());
            }
            anyhow::ensure!(
                tokio::time::Instant::now() < deadline,
                "the worker does not end"
            );
        }
    }
}

/// Where the built extension and portal are.
pub(crate) fn dist() -> PathBuf {
    std::env::var_os("FOOTHOLD_DIST").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist"),
        PathBuf::from,
    )
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
