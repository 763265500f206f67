//! The options page: the connection, how Foothold behaves on pages, the receipts, what is kept where.

mod confirm;
mod connect;
mod connected;
mod privacy;
mod receipts;
mod settings;
mod state;

use super::icons::{Icon, Kind, Mark};
use crate::browser::document;
use leptos::prelude::*;
use state::Options;

/// Puts the page in place.
pub(crate) fn mount() {
    document::set_classes("", "bg-paper text-base");
    leptos::mount::mount_to_body(Page);
}

#[component]
fn Page() -> impl IntoView {
    let options = Options::new();
    options.open();
    view! {
        <main class="flex flex-col gap-6 max-w-[46rem] mx-auto px-4 py-8 md:py-12">
            <header class="flex items-center gap-3">
                <Mark/>
                <h1 class="text-2xl">"Foothold options"</h1>
            </header>
            <p class="sr" role="status" aria-live="polite" id="said">{move || options.said()}</p>
            {move || match options.status() {
                None => view! { <Loading/> }.into_any(),
                Some(status) => view! { <Connection options status/> }.into_any(),
            }}
            {move || options.trouble().map(|failure| view! {
                <div class="note brick" role="alert" id="trouble">
                    <Icon kind=Kind::Cross/><p>{failure.words()}</p>
                </div>
            })}
            <settings::SettingsCard options/>
            <receipts::Receipts options/>
            <privacy::Privacy/>
        </main>
    }
}

#[component]
fn Connection(options: Options, status: crate::messages::Status) -> impl IntoView {
    let asks = status.asks_to_connect();
    let server = status
        .connected
        .as_ref()
        .map(|c| c.server.clone())
        .unwrap_or_default();
    view! {
        {status.connected.clone().map(|connected| view! { <connected::ConnectedCard options status connected/> })}
        {asks.then(|| view! { <connect::ConnectForm options server/> })}
    }
}

#[component]
fn Loading() -> impl IntoView {
    view! {
        <div class="card flex flex-col gap-3 p-6">
            <div class="skeleton h-6 w-[40%]"></div>
            <div class="skeleton h-11 w-full"></div>
            <div class="skeleton h-11 w-full"></div>
        </div>
    }
}
