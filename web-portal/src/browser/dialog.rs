//! The browser's own modal dialogs, and the clipboard.

use leptos::html::Dialog;
use leptos::prelude::{GetUntracked as _, NodeRef, window};
use wasm_bindgen_futures::JsFuture;

/// Opens a `<dialog>` over the page: focus stays inside, Escape closes it.
pub(crate) fn open(dialog: NodeRef<Dialog>) {
    if let Some(dialog) = dialog.get_untracked()
        && !dialog.open()
    {
        // Fails only when it is open already or not on the page.
        let _ = dialog.show_modal();
    }
}

/// Closes a `<dialog>`; the focus returns to where it was.
pub(crate) fn close(dialog: NodeRef<Dialog>) {
    if let Some(dialog) = dialog.get_untracked() {
        dialog.close();
    }
}

/// Copies a text. `false` where the browser refuses.
pub(crate) async fn copy(text: &str) -> bool {
    // `navigator.clipboard` is missing on pages that are neither https nor localhost.
    let navigator = window().navigator();
    let there = js_sys::Reflect::get(&navigator, &"clipboard".into())
        .is_ok_and(|clipboard| !clipboard.is_undefined());
    there
        && JsFuture::from(navigator.clipboard().write_text(text))
            .await
            .is_ok()
}
