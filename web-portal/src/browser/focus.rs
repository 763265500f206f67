//! Moving the focus and the view.

use leptos::prelude::{document, request_animation_frame};
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Focuses the element with this id once the next frame has drawn it.
pub(crate) fn soon(id: impl Into<String>) {
    let id = id.into();
    request_animation_frame(move || {
        if let Some(element) = element(&id) {
            let _ = element.focus();
        }
    });
}

/// Scrolls to the element with this id and focuses it, once the next frame has drawn it.
/// Says nothing where it is not there.
pub(crate) fn reveal(id: impl Into<String>, in_the_middle: bool) {
    let id = id.into();
    request_animation_frame(move || {
        let Some(element) = element(&id) else { return };
        let options = ScrollIntoViewOptions::new();
        options.set_block(if in_the_middle {
            ScrollLogicalPosition::Center
        } else {
            ScrollLogicalPosition::Start
        });
        let _ = element.focus();
        element.scroll_into_view_with_scroll_into_view_options(&options);
    });
}

fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Goes to the first field on the page that is marked as wrong.
pub(crate) fn first_invalid() {
    let found = document().query_selector("[aria-invalid='true'], [data-invalid='true']");
    if let Ok(Some(element)) = found {
        let id = element.id();
        if id.is_empty() {
            element.scroll_into_view();
        } else {
            reveal(id, true);
        }
    }
}
