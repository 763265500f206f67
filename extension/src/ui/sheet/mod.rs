//! What a person sees of one tab: before the fill, after it, or what stands in the way. The popup and the panel at the
//! side both show it.

mod after;
mod failed;
mod filled;
mod idle;
mod live;
mod looked;
mod notice;
mod row;
mod standing;
mod state;
mod tailored;
mod tailoring;

use crate::browser::{document, runtime};
use leptos::prelude::*;
use state::Screen;
pub(super) use state::{Sheet, Stays};

/// Everything below the heading.
#[component]
pub(super) fn Body(sheet: Sheet) -> impl IntoView {
    view! {
        <p class="sr" role="status" aria-live="polite" id="said">{move || sheet.said()}</p>
        <notice::Notices sheet/>
        {move || match sheet.screen() {
            Screen::Loading => view! { <Loading/> }.into_any(),
            Screen::Idle => view! { <idle::Idle sheet/> }.into_any(),
            Screen::Failed(failure) => view! { <failed::Failed sheet failure/> }.into_any(),
            Screen::Looked(view) => view! { <looked::Looked sheet view/> }.into_any(),
            Screen::Tailoring => view! { <tailored::Tailoring sheet/> }.into_any(),
            Screen::Tailored(view) => view! { <tailored::Tailored sheet view/> }.into_any(),
            Screen::Filled(view) => view! { <filled::Filled sheet view/> }.into_any(),
        }}
    }
}

/// Opens the options page; the popup closes.
pub(super) fn open_options(sheet: Sheet) {
    runtime::open_options();
    if !sheet.stays() {
        document::close_window();
    }
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
