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
