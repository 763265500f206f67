//! The popup: what Foothold understood of the page in front, one button to fill it, and what became of it.

mod failed;
mod filled;
mod looked;
mod notice;
mod row;
mod state;

use super::icons::{Icon, Kind, Mark};
use crate::browser::{document, runtime};
use leptos::prelude::*;
use state::{Popup, Screen};

/// Puts the popup on its page and starts reading the tab.
pub(crate) fn mount() {
    document::set_classes("[scrollbar-gutter:auto]", "min-h-0 bg-paper text-base");
    leptos::mount::mount_to_body(Page);
}

#[component]
fn Page() -> impl IntoView {
    let popup = Popup::new();
    popup.open();
    view! {
        <main
            class="flex flex-col w-[380px] max-h-[600px] text-[15px]"
            aria-busy=move || popup.is_busy().to_string()
        >
            <header class="flex flex-none items-center gap-2 pl-4 pr-2 py-1.5 border-b border-line bg-surface">
                <Mark/>
                <span class="font-semibold grow">"Foothold"</span>
                <button type="button" class="icon-btn" id="options" title="Options"
                    aria-label="Options" on:click=move |_| open_options()>
                    <Icon kind=Kind::Sliders/>
                </button>
            </header>
            <p class="sr" role="status" aria-live="polite" id="said">{move || popup.said()}</p>
            <notice::Notices popup/>
            {move || match popup.screen() {
                Screen::Loading => view! { <Loading/> }.into_any(),
                Screen::Failed(failure) => view! { <failed::Failed popup failure/> }.into_any(),
                Screen::Looked(view) => view! { <looked::Looked popup view/> }.into_any(),
                Screen::Filled(view) => view! { <filled::Filled popup view/> }.into_any(),
            }}
        </main>
    }
}

/// Opens the options page and leaves the popup.
fn open_options() {
    runtime::open_options();
    document::close_window();
}

#[component]
fn Loading() -> impl IntoView {
    view! {
        <div class="flex flex-col gap-3 p-4" id="loading">
            <p class="sr">"Reading the page"</p>
            <div class="skeleton h-6 w-[70%]"></div>
            <div class="skeleton h-4 w-[45%]"></div>
            <div class="skeleton h-24 w-full mt-2"></div>
            <div class="skeleton h-11 w-full"></div>
        </div>
    }
}
