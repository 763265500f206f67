//! The extension's storage: typed keys, values as JSON.
//!
//! `local` is on disk and outlives the browser; `session` is in memory and ends with it.
//! Neither can be read by pages or by scripts in them (see [`lock_down`]).

use super::{BrowserError, from_js, to_js};
use js_sys::{Object, Reflect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::borrow::Cow;
use std::marker::PhantomData;
use wasm_bindgen::prelude::*;
use web_extensions_sys::chrome;
use web_extensions_sys::traits::StorageArea;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = setAccessLevel, catch)]
    async fn set_local_access_level(level: &JsValue) -> Result<JsValue, JsValue>;
}

/// Where a value is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Area {
    /// On disk.
    Local,
    /// In memory, until the browser ends.
    Session,
}

/// The name of a stored value, and its type.
pub(crate) struct Key<T> {
    area: Area,
    name: Cow<'static, str>,
    holds: PhantomData<fn() -> T>,
}

impl<T> Key<T> {
    /// A key on disk.
    pub(crate) const fn local(name: &'static str) -> Self {
        Self {
            area: Area::Local,
            name: Cow::Borrowed(name),
            holds: PhantomData,
        }
    }

    /// A key in memory.
    pub(crate) const fn session(name: &'static str) -> Self {
        Self {
            area: Area::Session,
            name: Cow::Borrowed(name),
            holds: PhantomData,
        }
    }

    /// One of many of a kind: `receipt` → `receipt:17`.
    pub(crate) fn of(&self, which: &str) -> Self {
        Self {
            area: self.area,
            name: format!("{}:{which}", self.name).into(),
            holds: PhantomData,
        }
    }

    fn name(&self) -> JsValue {
        JsValue::from_str(&self.name)
    }
}

/// Reads a value; `None` where there is none.
///
/// # Errors
/// [`BrowserError::Unreadable`] when it has another shape than its key says.
pub(crate) async fn get<T: DeserializeOwned>(key: &Key<T>) -> Result<Option<T>, BrowserError> {
    let found = area(key.area).get(&key.name()).await?;
    let value = Reflect::get(&found, &key.name())?;
    if value.is_undefined() {
        return Ok(None);
    }
    from_js(&value).map(Some)
}

/// Stores a value.
pub(crate) async fn set<T: Serialize>(key: &Key<T>, value: &T) -> Result<(), BrowserError> {
    let entry = Object::new();
    Reflect::set(&entry, &key.name(), &to_js(value)?)?;
    area(key.area).set(&entry).await?;
    Ok(())
}

/// Deletes a value; nothing happens where there is none.
pub(crate) async fn delete<T>(key: &Key<T>) -> Result<(), BrowserError> {
    area(key.area).remove(&key.name()).await?;
    Ok(())
}

/// Deletes everything, on disk and in memory.
pub(crate) async fn clear() -> Result<(), BrowserError> {
    area(Area::Local).clear().await?;
    area(Area::Session).clear().await?;
    Ok(())
}

/// Keeps scripts in pages from reading what is on disk (what is in memory they never can).
pub(crate) async fn lock_down() -> Result<(), BrowserError> {
    set_local_access_level(&to_js(
        &serde_json::json!({ "accessLevel": "TRUSTED_CONTEXTS" }),
    )?)
    .await?;
    Ok(())
}

fn area(area: Area) -> StorageArea {
    let storage = chrome().storage();
    match area {
        Area::Local => storage.local(),
        Area::Session => storage.session(),
    }
}
