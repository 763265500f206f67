//! The toasts on the page. Their time stands still while the pointer or the focus is on one; the key that takes back
//! elsewhere takes back here, too, since a toast stands at the end of the page and does not stay.

use crate::browser::{clock, page};
use crate::state::toasts::{Toast, Toasts, use_toasts};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// How long a message stays.
const SHOWN_MS: u32 = 7_000;

/// "⌘ Z" or "Ctrl Z".
fn keys() -> &'static str {
    if page::is_apple() { "⌘ Z" } else { "Ctrl Z" }
}

/// All of them.
pub(crate) fn toasts() -> AnyView {
    let toasts = use_toasts();
    let key = window_event_listener(ev::keydown, move |event| {
        let takes_back = (event.ctrl_key() || event.meta_key())
            && !event.shift_key()
            && !event.alt_key()
            && event.key().eq_ignore_ascii_case("z");
        // In a field it takes back what was typed.
        if takes_back && !is_typed_in(&event) && toasts.undo_latest() {
            event.prevent_default();
        }
    });
    on_cleanup(move || key.remove());
    view! {
        <div class="toasts" role="status" aria-live="polite">
            <For each=move || toasts.list.get() key=|toast| toast.id let(toast)>
                {one(toasts, toast)}
            </For>
        </div>
    }
    .into_any()
}

fn is_typed_in(event: &ev::KeyboardEvent) -> bool {
    let target = event.target();
    let element = target.and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    element.is_some_and(|element| {
        let field = element.closest("input, textarea, select, [contenteditable]");
        field.is_ok_and(|field| field.is_some())
    })
}

fn one(toasts: Toasts, toast: Toast) -> AnyView {
    let id = toast.id;
    let timer = StoredValue::new_local(None::<TimeoutHandle>);
    let hold = move || {
        if let Some(handle) = timer.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    };
    let run = move || {
        hold();
        timer.try_update_value(|timer| *timer = clock::after(SHOWN_MS, move || toasts.expire(id)));
    };
    run();
    let undo = toast.undo.is_some().then(|| {
        view! {
            <button type="button" aria-keyshortcuts="Control+Z Meta+Z" title=keys() on:click=move |_| { hold(); toasts.undo(id) }>"Undo"</button>
        }
    });
    view! {
        <div class="toast"
            on:mouseenter=move |_| hold() on:mouseleave=move |_| run()
            on:focusin=move |_| hold() on:focusout=move |_| run()>
            <p>{toast.text}</p>
            {undo}
            <button type="button" aria-label="Dismiss" on:click=move |_| { hold(); toasts.expire(id) }>
                {super::icon::small(super::icon::Icon::Close)}
            </button>
        </div>
    }
    .into_any()
}
