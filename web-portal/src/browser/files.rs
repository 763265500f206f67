//! Giving a file to the person: a download made of bytes that are here.

use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use web_sys::{Blob, HtmlAnchorElement, Url};

/// An address of bytes that are here, for a frame to show; given back when it is dropped.
pub(crate) struct Shown(String);

impl Shown {
    /// Nothing where the browser gives no address.
    pub(crate) fn of(bytes: &Blob) -> Option<Self> {
        Url::create_object_url_with_blob(bytes).ok().map(Self)
    }

    /// The address.
    pub(crate) fn address(&self) -> &str {
        &self.0
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        let _ = Url::revoke_object_url(&self.0);
    }
}

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
