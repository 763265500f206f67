//! A text with a button that copies it.

use crate::browser::dialog;
use crate::state::toasts::use_toasts;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A read-only field with its button. `what` is what a toast calls it: "Token".
pub(crate) fn copyable(
    id: &'static str,
    label: &'static str,
    what: &'static str,
    text: String,
) -> AnyView {
    let toasts = use_toasts();
    let shown = text.clone();
    let copy = move |_| {
        let text = text.clone();
        spawn_local(async move {
            if dialog::copy(&text).await {
                toasts.say(format!("{what} copied."));
            } else {
                toasts
                    .say("This browser did not let us copy. Select the text and copy it yourself.");
            }
        });
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <div class="with-button">
                <input class="input mono" id=id type="text" readonly spellcheck="false" prop:value=shown
                    on:focus=select_all />
                <button class="btn quiet small inside" type="button" aria-label=format!("Copy {}", label.to_lowercase()) on:click=copy>"Copy"</button>
            </div>
        </div>
    }
    .into_any()
}

/// Coming to the field selects its text, ready to be copied by hand.
fn select_all(event: leptos::ev::FocusEvent) {
    event_target::<web_sys::HtmlInputElement>(&event).select();
}
