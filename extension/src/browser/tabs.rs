//! Tabs, and messages to the agent in their frames.

use super::{BrowserError, clock, from_js, scripting, to_js};
use js_sys::{Array, Object, Promise};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_extensions_sys::chrome;

#[wasm_bindgen]
extern "C" {
    /// Part of the worker's front door (`manifest/background.js`); only there.
    #[wasm_bindgen(js_name = hearLoads, catch)]
    fn front_door_hears(on: bool) -> Result<(), JsValue>;
}

/// Whether the worker is woken when a tab has loaded. Only its front door can tell the browser so.
pub(crate) fn hear_loads(on: bool) {
    // In a page of the extension there is no front door: the worker's own stays as it is.
    let _ = front_door_hears(on);
}

/// A tab, as far as the browser lets us know it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Tab {
    /// Its id.
    pub(crate) id: i32,
    /// The window it is in.
    pub(crate) window_id: i32,
    /// Its address; absent where no access was given.
    #[serde(default)]
    pub(crate) url: Option<String>,
}

/// One tab.
pub(crate) async fn find(tab: i32) -> Result<Tab, BrowserError> {
    from_js(&chrome().tabs().get(tab).await?)
}

/// The tab in front in the current window.
pub(crate) async fn in_front() -> Result<Option<Tab>, BrowserError> {
    let query = object(&serde_json::json!({ "active": true, "currentWindow": true }))?;
    let found: Vec<Tab> = from_js(&chrome().tabs().query(&query).await?)?;
    Ok(found.into_iter().next())
}

/// Sends a message to the agent in one document and reads its answer.
///
/// # Errors
/// [`BrowserError::FrameGone`] when the frame holds another document by now.
pub(crate) async fn send<M: Serialize, A: DeserializeOwned>(
    tab: i32,
    document_id: &str,
    message: &M,
) -> Result<A, BrowserError> {
    let options = object(&serde_json::json!({ "documentId": document_id }))?;
    let message = to_js(message)?;
    let sent = future_to_promise(async move {
        chrome()
            .tabs()
            .send_message(tab, &message, Some(&options))
            .await
    });
    // A document that is left in this moment may never answer: then nobody would.
    let waits = Rc::new(Cell::new(true));
    let left = future_to_promise(until_left(tab, document_id.to_owned(), Rc::clone(&waits)));
    let answer = JsFuture::from(Promise::race(&Array::of2(&sent, &left))).await;
    waits.set(false);
    let answer = answer?;
    if answer.is_undefined() || answer.is_null() {
        return Err(BrowserError::FrameGone);
    }
    from_js(&answer)
}

/// How often a document that has not answered is looked after.
const LOOK_AFTER_MS: i32 = 500;

/// Waits until a document is gone from a tab, as long as anybody waits for that.
async fn until_left(
    tab: i32,
    document_id: String,
    waits: Rc<Cell<bool>>,
) -> Result<JsValue, JsValue> {
    loop {
        JsFuture::from(clock::pause(LOOK_AFTER_MS)).await?;
        if !waits.get() || !scripting::stands(tab, &document_id).await {
            return Ok(JsValue::UNDEFINED);
        }
    }
}

fn object<T: Serialize>(value: &T) -> Result<Object, BrowserError> {
    to_js(value)?
        .dyn_into()
        .map_err(|_| BrowserError::Unreadable)
}
