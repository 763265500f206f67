//! The page as a whole: its title, its address, the warning before it closes.

use leptos::ev;
use leptos::prelude::{document, window, window_event_listener};

/// Sets the window's title: "Profile – Foothold".
pub(crate) fn set_title(title: &str) {
    document().set_title(&if title.is_empty() {
        "Foothold".to_owned()
    } else {
        format!("{title} – Foothold")
    });
}

/// Where the portal is served: `https://foothold.example`.
pub(crate) fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// The value of a cookie that scripts may read.
pub(crate) fn cookie(name: &str) -> Option<String> {
    use wasm_bindgen::JsCast as _;
    let all = document()
        .dyn_into::<web_sys::HtmlDocument>()
        .ok()?
        .cookie()
        .ok()?;
    all.split(';')
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
}

/// Asks before the tab closes, as long as `unsaved` says so. For the life of the page.
pub(crate) fn warn_before_closing(unsaved: impl Fn() -> bool + 'static) {
    let _stays = window_event_listener(ev::beforeunload, move |event| {
        if unsaved() {
            event.prevent_default();
            // Some browsers ask only where a value is set; its text is never shown.
            event.set_return_value("unsaved");
        }
    });
}

/// Whether the window has room for one column only: the style's 1024 px.
pub(crate) fn is_narrow() -> bool {
    let width = window().inner_width().ok().and_then(|width| width.as_f64());
    width.is_some_and(|width| width < 1024.0)
}

/// Whether the keyboard says Cmd where others say Ctrl.
pub(crate) fn is_apple() -> bool {
    window()
        .navigator()
        .user_agent()
        .is_ok_and(|agent| agent.contains("Mac OS") || agent.contains("iPhone"))
}
