//! What the browser tells a page of the extension while it stands: another tab in front, a tab that loads, a change in
//! what is kept in memory.

use super::from_js;
use serde::Deserialize;
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;
use web_extensions_sys::chrome;

/// Something a page that stays open wants to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Event {
    /// Another tab came to the front of some window.
    Front {
        /// The tab.
        tab: i32,
        /// The window.
        window: i32,
    },
    /// A tab has loaded another document.
    Loaded {
        /// The tab.
        tab: i32,
    },
    /// What is kept in memory for a tab changed.
    Kept {
        /// The tab.
        tab: i32,
    },
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Activated {
    tab_id: i32,
    window_id: i32,
}

#[derive(Deserialize)]
struct Update {
    #[serde(default)]
    status: Option<String>,
}

/// Tells of every event from now on, for as long as the page stands.
pub(crate) fn listen(tell: impl Fn(Event) + Clone + 'static) {
    let told = tell.clone();
    let front = Closure::<dyn Fn(JsValue)>::new(move |info: JsValue| {
        if let Ok(Activated { tab_id, window_id }) = from_js(&info) {
            told(Event::Front {
                tab: tab_id,
                window: window_id,
            });
        }
    });
    let told = tell.clone();
    let loaded = Closure::<dyn Fn(i32, JsValue)>::new(move |tab: i32, update: JsValue| {
        if let Ok(Update {
            status: Some(status),
        }) = from_js(&update)
            && status == "complete"
        {
            told(Event::Loaded { tab });
        }
    });
    let kept = Closure::<dyn Fn(JsValue, String)>::new(move |changes: JsValue, area: String| {
        if area != "session" {
            return;
        }
        // Only the names matter: what changed is asked of the worker.
        let changes: BTreeMap<String, serde::de::IgnoredAny> =
            from_js(&changes).unwrap_or_default();
        let mut tabs: Vec<i32> = changes.keys().filter_map(|name| tab_of(name)).collect();
        tabs.sort_unstable();
        tabs.dedup();
        for tab in tabs {
            tell(Event::Kept { tab });
        }
    });
    let chrome = chrome();
    let add = |event: web_extensions_sys::EventTarget, listener: JsValue| {
        event.add_listener(listener.unchecked_ref());
    };
    // The listeners live as long as their page.
    add(chrome.tabs().on_activated(), front.into_js_value());
    add(chrome.tabs().on_updated(), loaded.into_js_value());
    add(chrome.storage().on_changed(), kept.into_js_value());
}

/// The tab that a stored value is about: `fill:17` → 17.
fn tab_of(name: &str) -> Option<i32> {
    name.split(':').nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::tab_of;

    #[test]
    fn a_stored_value_names_its_tab() {
        assert_eq!(tab_of("fill:17"), Some(17));
        assert_eq!(tab_of("access"), None);
        assert_eq!(tab_of("receipt:0d9e-x"), None);
    }
}
