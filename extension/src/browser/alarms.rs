//! Being woken up later.

use super::BrowserError;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "alarms"], js_name = create, catch)]
    async fn create(name: &str, when: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "alarms"], js_name = clearAll, catch)]
    async fn clear_all() -> Result<JsValue, JsValue>;
}

/// Wakes the worker at a time (the browser waits at least 30 seconds). One of the same name is replaced.
pub(crate) async fn set(name: &str, at_ms: i64) -> Result<(), BrowserError> {
    create(name, &super::to_js(&serde_json::json!({ "when": at_ms }))?).await?;
    Ok(())
}

/// Forgets all alarms.
pub(crate) async fn clear() -> Result<(), BrowserError> {
    clear_all().await?;
    Ok(())
}
