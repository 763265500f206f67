//! When something stands in the way: what it is, and the one step that helps.

use super::open_options;
use super::state::Sheet;
use crate::messages::{Failure, Next};
use leptos::prelude::*;

#[component]
pub(super) fn Failed(sheet: Sheet, failure: Failure) -> impl IntoView {
    let title = match &failure {
        Failure::NotConnected => "Connect Foothold to your account",
        Failure::NoProfile => "No profile yet",
        Failure::NoForm => "Nothing to fill here",
        Failure::BrowserPage | Failure::Pdf | Failure::NoAccess => "Foothold cannot read this page",
        Failure::NothingToUndo => "Nothing to take back",
        Failure::NotFilled => "Nothing filled yet",
        Failure::PageChanged => "The page has changed",
        _ => "That did not work",
    };
    let words = failure.words();
    let next = failure.next();
    view! {
        <section class="flex flex-col items-start gap-3 p-4 pb-5" id="failed">
            <h1 class="text-lg">{title}</h1>
            <p>{words}</p>
            {match next {
                Some(Next::OpenOptions) => view! {
                    <button type="button" class="btn primary" id="next" on:click=move |_| open_options(sheet)>
                        "Connect Foothold"
                    </button>
                }.into_any(),
                Some(Next::Sync) => view! {
                    <button type="button" class="btn primary" id="next" on:click=move |_| sheet.sync(0)>
                        "Sync now"
                    </button>
                }.into_any(),
                Some(Next::LookAgain) => view! {
                    <button type="button" class="btn primary" id="next" on:click=move |_| sheet.look()>
                        "Look again"
                    </button>
                }.into_any(),
                None => ().into_any(),
            }}
        </section>
    }
}
