//! Clicks as a person's: on what is there, can be seen and stands still.
//!
//! A page that still grows moves what is to be clicked after it was found, and the driver then refuses. A person looks
//! again and clicks where it is now; so does this. What must not happen here: a second click after one that was taken,
//! or a click by script, which reaches what a person could not.

use crate::browser::Browser;
use anyhow::{Context as _, Result};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::{CmdError, ErrorStatus};
use serde_json::Value;
use std::time::Duration;
use tokio::time::Instant;

/// The name under which WebDriver passes an element through JSON
/// (<https://www.w3.org/TR/webdriver2/#elements>).
const REFERENCE: &str = "element-6066-11e4-a52e-4f735466cecf";

impl Browser {
    /// Clicks the element that a JavaScript expression (of `arguments[0]` …) gives, once it is there and nothing lies
    /// over it.
    ///
    /// # Errors
    /// When it is not so within `limit`; `what` names it in the message.
    pub async fn click(
        &self,
        what: &str,
        expression: &str,
        arguments: Vec<Value>,
        limit: Duration,
    ) -> Result<()> {
        let free = format!(
            "const at = {expression}; if (!at) return null; at.scrollIntoView({{ block: 'center' }}); \
             const box = at.getBoundingClientRect(); const root = at.getRootNode(); \
             const top = root.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2); \
             return top && (at.contains(top) || top.contains(at)) ? at : null"
        );
        let start = Instant::now();
        loop {
            let found = self
                .wait_until(
                    &format!("{what} to lie free"),
                    &free,
                    arguments.clone(),
                    limit,
                )
                .await?;
            let id = found[REFERENCE]
                .as_str()
                .context("the expression gave no element")?;
            let element =
                Element::from_element_id(self.client().clone(), ElementRef::from(id.to_owned()));
            match element.click().await {
                Err(error) if moved_away(&error) && start.elapsed() < limit => {}
                clicked => return clicked.with_context(|| format!("{what} cannot be clicked")),
            }
        }
    }
}

/// Whether the driver says that it clicked nothing, since the page was not any more as it was looked at.
fn moved_away(error: &CmdError) -> bool {
    let CmdError::Standard(refusal) = error else {
        return false;
    };
    matches!(
        refusal.error,
        ErrorStatus::ElementClickIntercepted
            | ErrorStatus::ElementNotInteractable
            | ErrorStatus::StaleElementReference
    )
}

#[cfg(test)]
mod tests {
    use crate::browser::{Browser, BrowserOptions};
    use anyhow::Result;
    use serde_json::json;
    use std::time::Duration;

    const LIMIT: Duration = Duration::from_secs(20);

    #[tokio::test]
    async fn what_is_covered_and_moves_is_clicked_once_it_stands_free() -> Result<()> {
        let browser = Browser::start(BrowserOptions::default()).await?;
        // The button wanders for forty frames under a cover that comes and goes; then both rest.
        let page = "data:text/html,<button style='position:absolute;width:6em' onclick='clicks++'>Go</button>\
            <div style='position:fixed;inset:0'></div><script>var clicks = 0, frames = 0;\
            (function move() { const [b, c] = [document.querySelector('button'), document.querySelector('div')];\
            b.style.top = (frames * 97 %25 900) %2B 'px'; c.hidden = frames %25 2; c.style.display = c.hidden ? 'none' : '';\
            if (%2B%2Bframes < 40) requestAnimationFrame(move); else c.remove(); })()</script>";
        browser.goto(page).await?;
        let button = "document.querySelector(arguments[0])";
        browser
            .click("Go", button, vec![json!("button")], LIMIT)
            .await?;
        let clicks: u32 = browser.run("return clicks", vec![]).await?;
        assert_eq!(clicks, 1);
        Ok(())
    }

    #[tokio::test]
    async fn what_stays_covered_is_not_clicked() -> Result<()> {
        let browser = Browser::start(BrowserOptions::default()).await?;
        let page = "data:text/html,<button onclick='clicks=1'>Go</button><script>clicks=0</script>\
            <div style='position:fixed;inset:0'></div>";
        browser.goto(page).await?;
        let refused = browser
            .click(
                "Go",
                "document.querySelector('button')",
                vec![],
                Duration::from_millis(200),
            )
            .await
            .expect_err("the button cannot be reached");
        assert!(format!("{refused:#}").contains("Go to lie free"));
        let clicks: u32 = browser.run("return clicks", vec![]).await?;
        assert_eq!(clicks, 0);
        Ok(())
    }
}
