//! Small settings kept in this browser. Never personal data.

use leptos::prelude::window;

/// Reads a setting; nothing where storage is turned off.
pub(crate) fn read(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(key).ok()?
}

/// Writes a setting, or removes it. Where storage is turned off it lasts as long as the page.
pub(crate) fn write(key: &str, value: Option<&str>) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = match value {
            Some(value) => storage.set_item(key, value),
            None => storage.remove_item(key),
        };
    }
}
