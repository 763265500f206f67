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

/// The id of what has the focus; empty where nothing has it that can be found again.
pub(crate) fn current() -> String {
    document()
        .active_element()
        .map(|element| element.id())
        .unwrap_or_default()
}

/// Gives the focus back to the element with this id, where what was drawn anew took it away.
pub(crate) fn give_back(id: String) {
    if id.is_empty() {
        return;
    }
    request_animation_frame(move || {
        let lost = document()
            .active_element()
            .is_none_or(|element| element.tag_name() == "BODY");
        if let Some(element) = element(&id).filter(|_| lost) {
            let _ = element.focus();
        }
    });
}

/// Moves the focus from a button that takes its row away to the same button of the row beside it, or to the heading.
/// All such buttons of a list carry `data-removes`.
pub(crate) fn past_removed() {
    let here = current();
    let mut ids = Vec::new();
    if let Ok(all) = document().query_selector_all("[data-removes]") {
        for at in 0..all.length() {
            let element = all
                .item(at)
                .and_then(|node| node.dyn_into::<HtmlElement>().ok());
            ids.extend(element.map(|element| element.id()));
        }
    }
    let at = ids.iter().position(|id| *id == here);
    let beside = at.and_then(|at| ids.get(at + 1).or_else(|| ids.get(at.checked_sub(1)?)));
    soon(beside.map_or("title", String::as_str));
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
