//! A server with nobody in it, a browser at its portal, and what a person does there.

use anyhow::Result;
use fantoccini::Locator;
use fantoccini::elements::Element;
use foothold_e2e::api::Api;
use foothold_e2e::browser::{Browser, BrowserOptions};
use foothold_e2e::built;
use foothold_e2e::servers::Backend;
use serde_json::{Value, json};
use std::time::Duration;

/// How long a page may take to show what is waited for.
const LIMIT: Duration = Duration::from_secs(30);
/// The person of these tests.
pub(crate) const EMAIL: &str = "ines.ferro@mail.example";
/// Their password.
pub(crate) const PASSWORD: &str = "nine lemons on the sill";

/// Server and browser.
pub(crate) struct Stage {
    pub(crate) browser: Browser,
    pub(crate) backend: Backend,
}

impl Stage {
    /// Nobody has an account yet.
    pub(crate) async fn empty() -> Result<Self> {
        Ok(Self {
            backend: Backend::start(&built::portal()).await?,
            browser: Browser::start(BrowserOptions::default()).await?,
        })
    }

    /// A person with an empty profile, signed in to the portal at this page.
    pub(crate) async fn signed_in(page: &str) -> Result<(Self, Api)> {
        let stage = Self::empty().await?;
        let api = Api::register(stage.backend.origin(), EMAIL, PASSWORD)?;
        let next: String = url::form_urlencoded::byte_serialize(page.as_bytes()).collect();
        stage
            .open(&format!("/sign-in?next={next}"), "#email")
            .await?;
        stage.write("#email", EMAIL).await?;
        stage.write("#password", PASSWORD).await?;
        stage.click("form button[type=submit]").await?;
        stage.wait_for_page(page).await?;
        Ok((stage, api))
    }

    /// Opens a page and waits for an element of it.
    pub(crate) async fn open(&self, path: &str, selector: &str) -> Result<()> {
        let address = format!("{}{path}", self.backend.origin());
        self.browser.goto(&address).await?;
        self.wait(selector).await
    }

    /// Waits until the portal shows this page.
    pub(crate) async fn wait_for_page(&self, path: &str) -> Result<()> {
        let shown =
            "return location.pathname === arguments[0] && !!document.querySelector('main h1')";
        self.until(&format!("the page {path}"), shown, vec![json!(path)])
            .await
            .map(drop)
    }

    /// Waits until an element is there and can be seen.
    pub(crate) async fn wait(&self, selector: &str) -> Result<()> {
        let seen =
            "return [...document.querySelectorAll(arguments[0])].some((e) => e.checkVisibility())";
        self.until(selector, seen, vec![json!(selector)])
            .await
            .map(drop)
    }

    /// Waits until a script gives something true.
    pub(crate) async fn until(
        &self,
        what: &str,
        script: &str,
        arguments: Vec<Value>,
    ) -> Result<Value> {
        self.browser
            .wait_until(what, script, arguments, LIMIT)
            .await
    }

    /// Waits until an element's text contains these words.
    pub(crate) async fn until_says(&self, selector: &str, words: &str) -> Result<()> {
        let says = "return [...document.querySelectorAll(arguments[0])]\
                    .some((e) => e.checkVisibility() && e.textContent.includes(arguments[1]))";
        self.until(
            &format!("{selector} to say {words:?}"),
            says,
            vec![json!(selector), json!(words)],
        )
        .await
        .map(drop)
    }

    /// Waits until everything is saved after the edit that was just made.
    pub(crate) async fn saved(&self) -> Result<()> {
        self.until_says("#save-state", "Saved").await
    }

    /// The first visible element.
    pub(crate) async fn find(&self, selector: &str) -> Result<Element> {
        // What fades in is not there yet for the driver.
        let shown = "return [...document.querySelectorAll(arguments[0])]\
                     .some((e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true }))";
        self.until(selector, shown, vec![json!(selector)]).await?;
        let all = self
            .browser
            .client()
            .find_all(Locator::Css(selector))
            .await?;
        for element in all {
            if element.is_displayed().await? {
                return Ok(element);
            }
        }
        anyhow::bail!("{selector} is gone")
    }

    /// An element that need not be seen: a file input behind a button.
    pub(crate) async fn find_hidden(&self, selector: &str) -> Result<Element> {
        let there = "return !!document.querySelector(arguments[0])";
        self.until(selector, there, vec![json!(selector)]).await?;
        let client = self.browser.client();
        Ok(client.find(Locator::Css(selector)).await?)
    }

    /// Clicks an element.
    pub(crate) async fn click(&self, selector: &str) -> Result<()> {
        let seen = "[...document.querySelectorAll(arguments[0])]\
                    .find((e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true }))";
        self.browser
            .click(selector, seen, vec![json!(selector)], LIMIT)
            .await
    }

    /// Types over what a field holds.
    pub(crate) async fn write(&self, selector: &str, text: &str) -> Result<()> {
        let element = self.find(selector).await?;
        element.clear().await?;
        Ok(element.send_keys(text).await?)
    }

    /// Chooses an option by its words.
    pub(crate) async fn choose(&self, selector: &str, words: &str) -> Result<()> {
        Ok(self.find(selector).await?.select_by_label(words).await?)
    }

    /// Presses keys where the focus is.
    pub(crate) async fn keys(&self, keys: &str) -> Result<()> {
        let focused = self.browser.client().active_element().await?;
        Ok(focused.send_keys(keys).await?)
    }

    /// What a field holds.
    pub(crate) async fn value(&self, selector: &str) -> Result<String> {
        let script = "return document.querySelector(arguments[0]).value";
        self.browser.run(script, vec![json!(selector)]).await
    }

    /// The id of the element with the focus.
    pub(crate) async fn focused(&self) -> Result<String> {
        let script =
            "return document.activeElement?.id || document.activeElement?.textContent.trim() || ''";
        self.browser.run(script, vec![]).await
    }

    /// The message that belongs to a field, found the way a screen reader does.
    pub(crate) async fn message_of(&self, selector: &str) -> Result<String> {
        let script = "const field = document.querySelector(arguments[0]);\
             if (!field) return null;\
             const marked = field.matches('[aria-invalid=true], [data-invalid=true]');\
             const ids = (field.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);\
             const text = ids.map((id) => document.getElementById(id)).filter((e) => e?.classList.contains('message'));\
             return marked && text[0]?.textContent.trim()";
        let said = self
            .until(
                &format!("a message beside {selector}"),
                script,
                vec![json!(selector)],
            )
            .await?;
        Ok(said.as_str().unwrap_or_default().to_owned())
    }
}
