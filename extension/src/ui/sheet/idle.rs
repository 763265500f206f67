//! The panel at a tab that nobody asked about: it reads nothing until the person says so.

use super::state::Sheet;
use leptos::prelude::*;

#[component]
pub(super) fn Idle(sheet: Sheet) -> impl IntoView {
    view! {
        <section class="flex flex-col items-start gap-3 p-4" id="idle">
            <h1 class="text-lg">"Ready when you are"</h1>
            <p>"Foothold reads a page only when you ask. Open an application form, then press the button."</p>
            <button type="button" class="btn primary" id="next" on:click=move |_| sheet.look()>
                "Look at this page"
            </button>
        </section>
    }
}
