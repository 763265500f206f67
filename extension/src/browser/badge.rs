//! The few characters on the toolbar button, and its tooltip. The browser clears both when the tab leaves its page.

use super::BrowserError;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "action"], js_name = setBadgeText, catch)]
    async fn set_badge_text(details: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "action"], js_name = setBadgeBackgroundColor, catch)]
    async fn set_badge_background_color(details: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "action"], js_name = setBadgeTextColor, catch)]
    async fn set_badge_text_color(details: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "action"], js_name = setTitle, catch)]
    async fn set_title(details: &JsValue) -> Result<JsValue, JsValue>;
}

/// What a badge says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Badge {
    /// At most four characters.
    pub(crate) text: String,
    /// The background, `#rrggbb`.
    pub(crate) color: &'static str,
    /// The tooltip.
    pub(crate) title: String,
}

/// Shows a badge on one tab's button.
pub(crate) async fn show(tab: i32, badge: &Badge) -> Result<(), BrowserError> {
    let with =
        |key: &str, value: &str| super::to_js(&serde_json::json!({ "tabId": tab, key: value }));
    set_badge_background_color(&with("color", badge.color)?).await?;
    set_badge_text_color(&with("color", "#ffffff")?).await?;
    set_badge_text(&with("text", &badge.text)?).await?;
    set_title(&with("title", &badge.title)?).await?;
    Ok(())
}
