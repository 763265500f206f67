//! What a person does on a page with mouse and keyboard, in the current window and frame.

use anyhow::{Context as _, Result, bail};
use fantoccini::Locator;
use fantoccini::elements::Element;
use foothold_e2e::browser::Browser;
use serde_json::json;
use std::time::Duration;

/// How long a page may take to show what is waited for.
pub(crate) const LIMIT: Duration = Duration::from_secs(30);

/// Waits until an element is there; where it does not come, tells what the page shows instead.
pub(crate) async fn wait(browser: &Browser, selector: &str) -> Result<()> {
    let there = "return !!document.querySelector(arguments[0])";
    let waited = browser
        .wait_until(selector, there, vec![json!(selector)], LIMIT)
        .await;
    if let Err(error) = waited {
        let shown: String = browser
            .run(
                "return location.href + ' ' + document.body.innerText",
                vec![],
            )
            .await?;
        return Err(error.context(format!("the page shows {shown}")));
    }
    Ok(())
}

async fn find(browser: &Browser, selector: &str) -> Result<Element> {
    wait(browser, selector).await?;
    browser
        .client()
        .find(Locator::Css(selector))
        .await
        .with_context(|| format!("{selector} is gone"))
}

/// Clicks an element.
pub(crate) async fn click(browser: &Browser, selector: &str) -> Result<()> {
    let first = "document.querySelector(arguments[0])";
    browser
        .click(selector, first, vec![json!(selector)], LIMIT)
        .await
}

/// Clicks the element that has exactly this text, below a selector.
pub(crate) async fn click_text(browser: &Browser, selector: &str, text: &str) -> Result<()> {
    let path = "[...document.querySelectorAll(arguments[0])]\
                .find((element) => element.textContent.trim() === arguments[1])";
    browser
        .wait_until(
            &format!("{selector} with the text {text}"),
            &format!("return !!{path}"),
            vec![json!(selector), json!(text)],
            LIMIT,
        )
        .await?;
    browser
        .run::<()>(
            &format!("{path}.setAttribute('data-e2e-wanted', '')"),
            vec![json!(selector), json!(text)],
        )
        .await?;
    click(browser, "[data-e2e-wanted]").await?;
    browser
        .run::<()>(
            "document.querySelector('[data-e2e-wanted]')?.removeAttribute('data-e2e-wanted')",
            vec![],
        )
        .await
}

/// Types into a field, over what it holds.
pub(crate) async fn write(browser: &Browser, selector: &str, text: &str) -> Result<()> {
    let element = find(browser, selector).await?;
    element.clear().await?;
    element.send_keys(text).await?;
    Ok(())
}

/// Types into a field as it is.
pub(crate) async fn type_keys(browser: &Browser, selector: &str, text: &str) -> Result<()> {
    find(browser, selector).await?.send_keys(text).await?;
    Ok(())
}

/// Sends the application with the page's own button; gives the application's id.
pub(crate) async fn submit(browser: &Browser, selector: &str) -> Result<String> {
    click(browser, selector).await?;
    let answer = browser
        .wait_until(
            "the confirmation, or what is wrong",
            "const shown = document.querySelector('#confirmation-number');\
             const wrong = [...document.querySelectorAll('[role=alert], [class*=error]')]\
               .filter((element) => element.textContent.trim())\
               .map((element) => element.parentElement.innerText);\
             return shown ? location.pathname : wrong.length && wrong;",
            vec![],
            LIMIT,
        )
        .await?;
    let Some(path) = answer.as_str() else {
        bail!("the page does not take the application: {answer}");
    };
    Ok(path.rsplit('/').next().unwrap_or_default().to_owned())
}

/// Asserts that nothing was touched that a form filler must leave alone: search, cookie switches,
/// bait, captcha, and every consent box (those whose label speaks of agreement or of contact).
pub(crate) async fn assert_traps_untouched(browser: &Browser) -> Result<()> {
    let touched: Vec<String> = browser
        .run(
            "const boxes = [...document.querySelectorAll('input[type=checkbox]')].filter((box) => {\
               const label = (box.labels?.[0]?.textContent ?? '') + box.name;\
               return /agree|consent|terms|contact me|privacy|cookie|newsletter/i.test(label); });\
             const ticked = boxes.filter((box) => box.checked).map((box) => box.name || box.id);\
             const texts = [...document.querySelectorAll('[data-bait], input[type=search]')]\
               .filter((field) => field.value).map((field) => field.name);\
             return ticked.concat(texts);",
            vec![],
        )
        .await?;
    assert!(
        touched.is_empty(),
        "these were not to be touched: {touched:?}"
    );
    Ok(())
}

/// Clicks the radio button or checkbox whose label begins with a text, below a selector.
pub(crate) async fn tick(browser: &Browser, below: &str, label: &str) -> Result<()> {
    let path = "[...document.querySelectorAll(arguments[0] + ' label')]\
                .find((label) => label.textContent.trim().startsWith(arguments[1]))?.control";
    let what = format!("the box labelled {label}");
    click_found(browser, &what, path, vec![json!(below), json!(label)]).await
}

/// Clicks the element that a JavaScript expression finds, once it does.
pub(crate) async fn click_found(
    browser: &Browser,
    what: &str,
    path: &str,
    arguments: Vec<serde_json::Value>,
) -> Result<()> {
    browser.click(what, path, arguments, LIMIT).await
}

/// Every element that a selector (`arguments[0]`) matches, in open shadow roots too.
pub(crate) const DEEP: &str = "(function all(root, selector) {\
     return [...root.querySelectorAll(selector), ...[...root.querySelectorAll('*')]\
       .filter((element) => element.shadowRoot)\
       .flatMap((element) => all(element.shadowRoot, selector))]; })(document, arguments[0])";

/// Goes into a frame of the page.
pub(crate) async fn enter_frame(browser: &Browser, selector: &str) -> Result<()> {
    find(browser, selector).await?.enter_frame().await?;
    Ok(())
}
