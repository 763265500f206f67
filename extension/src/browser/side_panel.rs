//! The panel at the window's side.

use super::BrowserError;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "sidePanel"], js_name = open, catch)]
    async fn open_side_panel(options: &JsValue) -> Result<JsValue, JsValue>;
}

/// Opens the panel in a window. Must be called while a click or key press is handled.
pub(crate) async fn open(window: i32) -> Result<(), BrowserError> {
    open_side_panel(&super::to_js(&serde_json::json!({ "windowId": window }))?).await?;
    Ok(())
}
