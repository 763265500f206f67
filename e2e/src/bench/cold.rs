//! The service worker's cold start: it is stopped, and timed from the first message to its answer.

use super::{Times, times};
use crate::extension::{Extension, LOOPBACK, ask};
use anyhow::Result;
use serde_json::json;

/// What a cold start may take, in milliseconds.
pub(super) const BUDGET_MS: f64 = 100.0;

/// A question that needs the whole worker and no page.
const ASK: &str = "const from = performance.now();\
    const reply = await chrome.runtime.sendMessage({ kind: 'status' });\
    if (!reply) throw new Error('no answer');\
    return performance.now() - from;";

/// Waits until the worker is gone.
const GONE: &str = "while ((await chrome.runtime.getContexts({ contextTypes: ['BACKGROUND'] })).length) {\
      await new Promise((done) => setTimeout(done, 10)); }\
    return true;";

/// Stops and wakes the worker `repeats` times.
pub(super) async fn measure(repeats: usize) -> Result<Times> {
    let extension = Extension::with_access(LOOPBACK)?;
    let (browser, windows) = extension.start().await?;
    browser.switch_to(&windows.own).await?;
    browser.goto(&extension.address("options.html")).await?;
    let _: f64 = ask(&browser, ASK, vec![]).await?;
    let mut runs = Vec::new();
    for _ in 0..repeats {
        browser.cdp("ServiceWorker.enable", json!({})).await?;
        browser
            .cdp("ServiceWorker.stopAllWorkers", json!({}))
            .await?;
        let _: bool = ask(&browser, GONE, vec![]).await?;
        runs.push(ask(&browser, ASK, vec![]).await?);
    }
    Ok(times(runs))
}
