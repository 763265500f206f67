//! The toasts on the page. Their time stands still while the pointer or the focus is on one.

use crate::browser::clock;
use crate::state::toasts::{Toast, Toasts, use_toasts};
use leptos::prelude::*;

/// How long a message stays.
const SHOWN_MS: u32 = 7_000;

/// All of them.
pub(crate) fn toasts() -> AnyView {
    let toasts = use_toasts();
    view! {
        <div class="toasts" role="status" aria-live="polite">
            <For each=move || toasts.list.get() key=|toast| toast.id let(toast)>
                {one(toasts, toast)}
            </For>
        </div>
    }
    .into_any()
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
            <button type="button" on:click=move |_| { hold(); toasts.undo(id) }>"Undo"</button>
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
