//! A button that says what it will destroy before it does.

use crate::browser::document;
use leptos::prelude::*;

#[component]
pub(super) fn Confirm(
    /// The button's id; the confirming one gets `-yes` after it.
    id: &'static str,
    button: &'static str,
    warning: String,
    yes: &'static str,
    on_yes: impl Fn() + Copy + Send + 'static,
) -> impl IntoView {
    let asking = RwSignal::new(false);
    let yes_id = format!("{id}-yes");
    let ask = move |_| {
        asking.set(true);
        let yes_id = format!("{id}-yes");
        request_animation_frame(move || document::focus(&yes_id));
    };
    let keep = move |_| {
        asking.set(false);
        request_animation_frame(move || document::focus(id));
    };
    view! {
        {move || if asking.get() {
            view! {
                <div class="note brick flex-wrap items-center w-full" role="alertdialog" aria-label=button>
                    <p class="grow">{warning.clone()}</p>
                    <div class="flex flex-wrap gap-2">
                        <button type="button" class="btn danger small whitespace-nowrap" id=yes_id.clone()
                            on:click=move |_| { asking.set(false); on_yes(); }>
                            {yes}
                        </button>
                        <button type="button" class="btn quiet small whitespace-nowrap" on:click=keep>"Keep"</button>
                    </div>
                </div>
            }.into_any()
        } else {
            view! { <button type="button" class="btn danger" id=id on:click=ask>{button}</button> }.into_any()
        }}
    }
}
