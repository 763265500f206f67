//! Putting the page agent into the frames of one tab.

use super::{BrowserError, clock, from_js, to_js};
use js_sys::{Array, Object, Promise};
use serde::Deserialize;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_extensions_sys::chrome;

/// A frame the agent was put into.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Injected {
    /// The frame's id; 0 is the top frame.
    pub(crate) frame_id: i64,
    /// The document in it. A frame that moves on gets another one.
    pub(crate) document_id: String,
}

/// How long all frames together may take to let a script run. A frame whose page never comes lets none run, and the
/// browser answers for all of them at once or not at all.
const ALL_MS: i32 = 4_000;
/// How long the page itself may take. One that shows a dialog of the browser's lets no script run.
const TOP_MS: i32 = 30_000;

/// Runs files of the extension in every frame of a tab that may be reached; frames that may not are left out.
///
/// Where one frame holds up the others, the page is reached alone.
///
/// # Errors
/// When the tab's top frame may not be reached, or lets nothing run.
pub(crate) async fn inject(tab: i32, files: &[&str]) -> Result<Vec<Injected>, BrowserError> {
    if let Some(injected) = run(tab, files, true, ALL_MS).await? {
        return Ok(injected);
    }
    let alone = run(tab, files, false, TOP_MS).await?;
    alone.ok_or_else(|| BrowserError::Unexpected("the page does not answer".to_owned()))
}

/// The documents that stand in a tab now, as far as [`inject`] reaches them.
///
/// # Errors
/// As for [`inject`].
pub(crate) async fn present(tab: i32) -> Result<Vec<Injected>, BrowserError> {
    inject(tab, &[PRESENT]).await
}

/// `None` where the answer did not come in time.
async fn run(
    tab: i32,
    files: &[&str],
    all_frames: bool,
    limit_ms: i32,
) -> Result<Option<Vec<Injected>>, BrowserError> {
    let options = to_js(&serde_json::json!({
        "target": { "tabId": tab, "allFrames": all_frames },
        "files": files,
    }))?;
    let options: Object = options.dyn_into().map_err(|_| BrowserError::Unreadable)?;
    let ran = future_to_promise(async move { chrome().scripting().execute_script(&options).await });
    let limit = clock::pause(limit_ms);
    let results = JsFuture::from(Promise::race(&Array::of2(&ran, &limit))).await?;
    if results.is_undefined() {
        return Ok(None);
    }
    from_js(&results).map(Some)
}

/// A script that does nothing but run.
const PRESENT: &str = "agent/present.js";

/// Whether a document stands in a tab. Asked of the whole tab: a document that the browser keeps for
/// going back would neither run a script nor refuse to.
pub(crate) async fn stands(tab: i32, document_id: &str) -> bool {
    let standing = present(tab).await.unwrap_or_default();
    standing
        .iter()
        .any(|frame| frame.document_id == document_id)
}
