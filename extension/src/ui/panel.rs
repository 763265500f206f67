//! The panel at the window's side: the same sheet as the popup's, which stays, follows the tab in front and keeps up
//! with the page.

use super::icons::{Icon, Kind, Mark};
use super::sheet::{Body, Sheet, Stays, open_options};
use crate::browser::document;
use leptos::prelude::*;

/// Puts the panel on its page.
pub(crate) fn mount() {
    document::set_classes("[scrollbar-gutter:auto]", "min-h-0 bg-paper text-base");
    leptos::mount::mount_to_body(Page);
}

#[component]
fn Page() -> impl IntoView {
    let sheet = Sheet::new(Stays::Always);
    sheet.open();
    sheet.follow();
    view! {
        <main
            class="flex flex-col w-full h-dvh text-[15px]"
            aria-busy=move || sheet.is_busy().to_string()
        >
            <header class="flex flex-none items-center gap-2 pl-4 pr-2 py-1.5 border-b border-line bg-surface">
                <Mark/>
                <span class="font-semibold grow">"Foothold"</span>
                <button type="button" class="icon-btn" id="options" title="Options"
                    aria-label="Options" on:click=move |_| open_options(sheet)>
                    <Icon kind=Kind::Sliders/>
                </button>
            </header>
            <Body sheet/>
        </main>
    }
}
