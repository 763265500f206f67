//! Everything a test stands on: the backend, the pages, Chromium with the extension, and two windows.

use crate::account;
use crate::pages::Pages;
use anyhow::Result;
use fantoccini::Locator;
use foothold_e2e::api::Api;
use foothold_e2e::browser::Browser;
use foothold_e2e::built;
use foothold_e2e::extension::{Extension, LOOPBACK, Windows, ask, tab};
use foothold_e2e::servers::Backend;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::time::Duration;

/// How long anything may take on a busy machine.
pub(crate) const LIMIT: Duration = Duration::from_secs(40);

pub(crate) struct Stand {
    pub(crate) browser: Browser,
    pub(crate) backend: Backend,
    pub(crate) pages: Pages,
    windows: Windows,
    // Removed when nothing reads it any more.
    extension: Extension,
}

impl Stand {
    /// A browser that may reach every address of the test.
    pub(crate) async fn start() -> Result<Self> {
        Self::with_access(LOOPBACK).await
    }

    /// A browser that may reach these addresses.
    pub(crate) async fn with_access(patterns: &[&str]) -> Result<Self> {
        let backend = Backend::start(&built::portal()).await?;
        let extension = Extension::with_access(patterns)?;
        let (browser, windows) = extension.start().await?;
        let pages = Pages::start()?;
        Ok(Self {
            browser,
            backend,
            pages,
            windows,
            extension,
        })
    }

    /// The same, with an account whose profile and résumé the extension has.
    pub(crate) async fn connected() -> Result<(Self, Api)> {
        let stand = Self::start().await?;
        let account = stand.connect().await?;
        Ok((stand, account))
    }

    /// Makes an account with a profile and connects the extension to it.
    pub(crate) async fn connect(&self) -> Result<Api> {
        let account = account::with_profile(self.backend.origin())?;
        let token = account.device_token()?;
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
        self.browser.switch_to(&self.windows.page).await
    }

    pub(crate) async fn to_own(&self) -> Result<()> {
        self.browser.switch_to(&self.windows.own).await
    }

    /// Opens a page of the extension in its own window, and stays there.
    pub(crate) async fn open_own(&self, path: &str) -> Result<()> {
        self.to_own().await?;
        self.browser.goto(&self.extension.address(path)).await
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
        tab(&self.browser, address.as_str()).await
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
        let first = "document.querySelector(arguments[0])";
        self.browser
            .click(selector, first, vec![json!(selector)], LIMIT)
            .await
    }

    /// Moves the mouse to an element.
    pub(crate) async fn point_at(&self, selector: &str) -> Result<()> {
        self.wait(selector).await?;
        let (x, y): (f64, f64) = self
            .browser
            .run(
                "const at = document.querySelector(arguments[0]);
                at.scrollIntoView({ block: 'center' });
                const box = at.getBoundingClientRect();
                return [box.x + box.width / 2, box.y + box.height / 2];",
                vec![json!(selector)],
            )
            .await?;
        let moved = json!({ "type": "mouseMoved", "x": x, "y": y });
        self.browser.cdp("Input.dispatchMouseEvent", moved).await?;
        Ok(())
    }

    /// Waits until the service worker runs. Asking does not wake it.
    pub(crate) async fn until_worker_runs(&self) -> Result<()> {
        let script = "return chrome.runtime.getContexts({contextTypes: ['BACKGROUND']}).then((all) => all.length === 1)";
        self.browser
            .wait_until("the worker to run", script, vec![], LIMIT)
            .await?;
        Ok(())
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
        ask(&self.browser, body, args).await
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
