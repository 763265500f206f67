//! SHA-256, by the browser.

use super::BrowserError;
use js_sys::{ArrayBuffer, Uint8Array};
use std::fmt::Write as _;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["crypto", "subtle"], js_name = digest, catch)]
    async fn digest(algorithm: &str, bytes: &Uint8Array) -> Result<JsValue, JsValue>;
}

/// The SHA-256 of some bytes, lower-case hex.
pub(crate) async fn sha256(bytes: &[u8]) -> Result<String, BrowserError> {
    let buffer = digest("SHA-256", &Uint8Array::from(bytes)).await?;
    let buffer: ArrayBuffer = buffer.dyn_into().map_err(|_| BrowserError::Unreadable)?;
    Ok(Uint8Array::new(&buffer)
        .to_vec()
        .iter()
        .fold(String::with_capacity(64), |mut hex, byte| {
            // Writing into a string cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        }))
}
