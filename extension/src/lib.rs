//! Foothold's browser extension: one WebAssembly module for the service worker, the popup, the panel at the side and the options page.
//!
//! `background` does the work, `ui` shows it, `browser` is the only place that speaks to the browser,
//! and `messages` is what goes between the pages and the worker.
//!
//! What must not happen here: a panic (answers and storage are read with care), personal data in the console,
//! a decision about what a field means or what may be written (that is `foothold-core`).

pub mod address;
pub mod age;
mod background;
mod browser;
mod json;
pub mod messages;
#[expect(
    unreachable_pub,
    reason = "leptos writes `pub` items for every component"
)]
mod ui;

pub use browser::BrowserError;

use messages::{Failure, Reply, Request};
use wasm_bindgen::prelude::*;

/// The extension was installed or updated, or the browser has started.
#[wasm_bindgen]
pub async fn start_worker() {
    console_error_panic_hook::set_once();
    background::start().await;
}

/// A page of the extension asks something.
#[wasm_bindgen]
pub async fn on_message(message: JsValue) -> JsValue {
    console_error_panic_hook::set_once();
    let reply: Reply = match browser::from_js::<Request>(&message) {
        Ok(request) => background::router::answer(request).await,
        Err(error) => Err(Failure::from(error)),
    };
    // A reply that cannot be written down reads as "unreadable" on the other side.
    browser::to_js(&reply).unwrap_or(JsValue::NULL)
}

/// The person pressed one of the extension's keys.
#[wasm_bindgen]
pub async fn on_command(command: String, tab: i32) {
    console_error_panic_hook::set_once();
    match command.as_str() {
        "fill" => background::fill_by_key(tab).await,
        "next" => background::next_by_key(tab).await,
        _ => {}
    }
}

/// An alarm rang, or the network is back.
#[wasm_bindgen]
pub async fn on_wake() {
    console_error_panic_hook::set_once();
    background::wake().await;
}

/// The agent tells of a page that it watches. The answer is for the agent.
#[wasm_bindgen]
pub async fn on_page(event: JsValue, tab: i32, document_id: String) -> JsValue {
    console_error_panic_hook::set_once();
    let Some(event) = background::watch::read(&event) else {
        return JsValue::NULL;
    };
    let heard = background::watch::heard(tab, document_id, event).await;
    browser::to_js(&heard).unwrap_or(JsValue::NULL)
}

/// A tab has loaded.
#[wasm_bindgen]
pub async fn on_loaded(tab: i32) {
    console_error_panic_hook::set_once();
    background::watch::loaded(tab).await;
}

/// A tab was closed.
#[wasm_bindgen]
pub async fn on_tab_removed(tab: i32) {
    console_error_panic_hook::set_once();
    background::fill::forget(tab).await;
    background::watch::forget(tab).await;
}

/// The popup was opened.
#[wasm_bindgen]
pub fn start_popup() {
    console_error_panic_hook::set_once();
    ui::popup::mount();
}

/// The panel at the side was opened.
#[wasm_bindgen]
pub fn start_panel() {
    console_error_panic_hook::set_once();
    ui::panel::mount();
}

/// The options page was opened.
#[wasm_bindgen]
pub fn start_options() {
    console_error_panic_hook::set_once();
    ui::options::mount();
}
