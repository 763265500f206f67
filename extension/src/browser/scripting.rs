//! Putting the page agent into the frames of one tab.

use super::{BrowserError, from_js, to_js};
use js_sys::Object;
use serde::Deserialize;
use wasm_bindgen::JsCast as _;
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

/// Runs files of the extension in every frame of a tab that may be reached; frames that may not are left out.
///
/// # Errors
/// When the tab's top frame may not be reached.
pub(crate) async fn inject(tab: i32, files: &[&str]) -> Result<Vec<Injected>, BrowserError> {
    let options = to_js(&serde_json::json!({
        "target": { "tabId": tab, "allFrames": true },
        "files": files,
    }))?;
    let options: Object = options.dyn_into().map_err(|_| BrowserError::Unreadable)?;
    let results = chrome().scripting().execute_script(&options).await?;
    from_js(&results)
}

/// A script that does nothing but run.
pub(crate) const PRESENT: &str = "agent/present.js";

/// Whether a document stands in a tab. Asked of the whole tab: a document that the browser keeps for
/// going back would neither run a script nor refuse to.
pub(crate) async fn stands(tab: i32, document_id: &str) -> bool {
    let standing = inject(tab, &[PRESENT]).await.unwrap_or_default();
    standing
        .iter()
        .any(|frame| frame.document_id == document_id)
}
