//! The extension as a person meets it: its options page, its popup.

use anyhow::{Result, bail};
use foothold_e2e::browser::Browser;
use foothold_e2e::extension::{Extension, tab};
use serde::Deserialize;
use serde_json::json;
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

/// Connects the extension in its options page, in the current window.
pub(crate) async fn connect(
    browser: &Browser,
    extension: &Extension,
    server: &str,
    token: &str,
) -> Result<()> {
    browser.goto(&extension.address("options.html")).await?;
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
pub(crate) async fn open(browser: &Browser, extension: &Extension, address: &str) -> Result<()> {
    browser.goto(&extension.address("options.html")).await?;
    let tab = tab(browser, address).await?;
    let popup = extension.address(&format!("popup.html?tab={tab}"));
    browser.goto(&popup).await?;
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
            "return !!document.querySelector('#fill, #anyway')",
            vec![],
            LIMIT,
        )
        .await
        .map(drop)
}

/// Where the page is not known for a form by itself, as a late step with few fields may not be, asks
/// for it all the same.
pub(crate) async fn look_anyway(browser: &Browser) -> Result<()> {
    if text(browser, "#anyway").await?.is_empty() {
        return Ok(());
    }
    crate::page::click(browser, "#anyway").await?;
    browser
        .wait_until(
            "the popup to have looked all the same",
            "return !!document.querySelector('#fill')",
            vec![],
            LIMIT,
        )
        .await
        .map(drop)
}

/// Whether the form is known and the popup has nothing to put into it: Fill cannot be pressed then.
pub(crate) async fn has_nothing_to_fill(browser: &Browser) -> Result<bool> {
    browser
        .run(
            "return document.querySelector('#fill')?.disabled === true",
            vec![],
        )
        .await
}

/// Presses Fill and waits for what became of it.
pub(crate) async fn fill(browser: &Browser) -> Result<Vec<Line>> {
    let said: String = text(browser, "#failed").await?;
    if !said.is_empty() {
        bail!("the popup cannot fill: {said}");
    }
    if has_nothing_to_fill(browser).await? {
        let shown = text(browser, "main").await?;
        bail!("the popup has nothing to fill: {shown}");
    }
    crate::page::click(browser, "#fill").await?;
    let ended = browser
        .wait_until(
            "the fill to end",
            "return document.querySelector('#outcome') || document.querySelector('#failed')",
            vec![],
            LIMIT,
        )
        .await;
    if let Err(error) = ended {
        let shown = text(browser, "main").await?;
        return Err(error.context(format!("the popup shows: {shown}")));
    }
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
