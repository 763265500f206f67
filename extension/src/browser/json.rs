//! Plain data to JavaScript and back, through JSON text: the same words as on the wire.

use super::BrowserError;
use crate::json;
use js_sys::JSON;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast as _, JsValue};

/// A value as JavaScript holds it.
pub(crate) fn to_js<T: Serialize>(value: &T) -> Result<JsValue, BrowserError> {
    let text = serde_json::to_string(value).map_err(|_| BrowserError::Unreadable)?;
    JSON::parse(&text).map_err(|_| BrowserError::Unreadable)
}

/// A value as Rust holds it. `undefined` reads as `null`.
pub(crate) fn from_js<T: DeserializeOwned>(value: &JsValue) -> Result<T, BrowserError> {
    from_js_within(value, usize::MAX)
}

/// The same, of a value that is no longer than `most` bytes as JSON.
pub(crate) fn from_js_within<T: DeserializeOwned>(
    value: &JsValue,
    most: usize,
) -> Result<T, BrowserError> {
    let text = if value.is_undefined() {
        "null".to_owned()
    } else {
        JSON::stringify(value)
            .ok()
            .and_then(|text| text.as_string())
            .ok_or(BrowserError::Unreadable)?
    };
    if text.len() > most {
        return Err(BrowserError::Unreadable);
    }
    json::read(&text).ok_or(BrowserError::Unreadable)
}

impl From<JsValue> for BrowserError {
    fn from(thrown: JsValue) -> Self {
        match thrown.dyn_ref::<js_sys::Error>() {
            Some(error) => Self::from_message(&format!(
                "{}: {}",
                String::from(error.name()),
                String::from(error.message())
            )),
            None => Self::from_message(&thrown.as_string().unwrap_or_default()),
        }
    }
}
