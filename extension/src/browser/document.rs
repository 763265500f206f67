//! The extension's own pages: their address, focus, and saving a file.

use super::BrowserError;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast as _;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlElement, Url, UrlSearchParams};

/// A parameter of the page's own address.
pub(crate) fn parameter(name: &str) -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// The element of an id.
pub(crate) fn element(id: &str) -> Option<HtmlElement> {
    web_sys::window()?
        .document()?
        .get_element_by_id(id)?
        .dyn_into()
        .ok()
}

/// Moves the focus to the element of an id, where there is one.
pub(crate) fn focus(id: &str) {
    if let Some(element) = element(id) {
        // A page that refuses focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Where the person is in a list that is about to be drawn anew.
#[derive(Debug, Clone, Default)]
pub(crate) struct Place {
    scrolled: i32,
    focused: Option<String>,
}

/// Where the person is: how far `#rows` is scrolled, and which of the buttons has the focus.
pub(crate) fn place() -> Place {
    let page = web_sys::window().and_then(|window| window.document());
    let active = page.and_then(|page| page.active_element());
    Place {
        scrolled: element("rows").map_or(0, |rows| rows.scroll_top()),
        focused: active.as_ref().and_then(selector_of),
    }
}

/// Puts the person back where they were, as far as that is there still.
pub(crate) fn restore(place: &Place) {
    if let Some(rows) = element("rows") {
        rows.set_scroll_top(place.scrolled);
    }
    let page = web_sys::window().and_then(|window| window.document());
    if let (Some(page), Some(selector)) = (page, &place.focused)
        && let Ok(Some(found)) = page.query_selector(selector)
        && let Ok(found) = found.dyn_into::<HtmlElement>()
    {
        // A page that refuses focus leaves it where it is.
        let _ = found.focus();
    }
}

/// How to find a button again: by its id, or by what it does in its line.
fn selector_of(element: &web_sys::Element) -> Option<String> {
    if !element.id().is_empty() {
        return Some(format!("#{}", element.id()));
    }
    let does = element.get_attribute("data-do")?;
    let line = element.closest("[data-at]").ok()??;
    let at = line.get_attribute("data-at")?;
    Some(format!("[data-at=\"{at}\"] [data-do=\"{does}\"]"))
}

/// Whether the `<details>` that an event is about is unfolded.
pub(crate) fn is_unfolded(event: &web_sys::Event) -> bool {
    let target = event.current_target().or_else(|| event.target());
    target
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|details| details.has_attribute("open"))
}

/// Names the classes of the page's root and body, which the shell leaves open.
pub(crate) fn set_classes(root: &str, body: &str) {
    let Some(page) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    if let Some(element) = page.document_element() {
        element.set_class_name(root);
    }
    if let Some(element) = page.body() {
        element.set_class_name(body);
    }
}

/// Puts a text on the clipboard.
///
/// # Errors
/// When the browser does not let the page do that now.
pub(crate) async fn copy(text: &str) -> Result<(), BrowserError> {
    let window = web_sys::window().ok_or(BrowserError::Unreadable)?;
    let done = window.navigator().clipboard().write_text(text);
    wasm_bindgen_futures::JsFuture::from(done).await?;
    Ok(())
}

/// Closes the window the page is in.
pub(crate) fn close_window() {
    if let Some(window) = web_sys::window() {
        // A window that may not be closed stays open.
        let _ = window.close();
    }
}

/// Saves bytes as a file in the person's download folder.
pub(crate) fn save(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), BrowserError> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let page = web_sys::window()
        .and_then(|window| window.document())
        .ok_or_else(|| BrowserError::Unexpected("no document".to_owned()))?;
    let anchor: HtmlAnchorElement = page
        .create_element("a")?
        .dyn_into()
        .map_err(|_| BrowserError::Unreadable)?;
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    // The address stays alive with the page: taking it back at once would stop the download.
    Ok(())
}
