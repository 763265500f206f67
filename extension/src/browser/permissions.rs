//! Access to origins, which only the person can give.

use super::BrowserError;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "permissions"], js_name = contains, catch)]
    async fn contains_origins(what: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "permissions"], js_name = request, catch)]
    async fn request_origins(what: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "permissions"], js_name = remove, catch)]
    async fn remove_origins(what: &JsValue) -> Result<JsValue, JsValue>;
}

fn origins(pattern: &str) -> Result<JsValue, BrowserError> {
    super::to_js(&serde_json::json!({ "origins": [pattern] }))
}

/// Whether access to a pattern is given.
pub(crate) async fn contains(pattern: &str) -> Result<bool, BrowserError> {
    Ok(contains_origins(&origins(pattern)?).await?.is_truthy())
}

/// Asks the person for access to a pattern. Must be called while a click or key press is handled.
pub(crate) async fn request(pattern: &str) -> Result<bool, BrowserError> {
    Ok(request_origins(&origins(pattern)?).await?.is_truthy())
}

/// Gives access to a pattern back. Access that the manifest itself asks for stays.
pub(crate) async fn remove(pattern: &str) -> Result<(), BrowserError> {
    remove_origins(&origins(pattern)?).await?;
    Ok(())
}
