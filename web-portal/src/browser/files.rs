//! Giving a file to the person: a download made of bytes that are here.

use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use web_sys::{Blob, HtmlAnchorElement, Url};

/// Offers the bytes as a download under this name.
pub(crate) fn download(bytes: &Blob, file_name: &str) {
    let Ok(address) = Url::create_object_url_with_blob(bytes) else {
        return;
    };
    if let Ok(Ok(link)) = document()
        .create_element("a")
        .map(wasm_bindgen::JsCast::dyn_into::<HtmlAnchorElement>)
    {
        link.set_href(&address);
        link.set_download(file_name);
        link.unchecked_ref::<web_sys::HtmlElement>().click();
    }
    // The browser has taken its own hold of the bytes by the time the click returned.
    let _ = Url::revoke_object_url(&address);
}
