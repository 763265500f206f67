//! How a list that comes in pages stands on a page: shapes while it is on its way, what went wrong, the list, and below
//! it a button for more of it.

use super::state_view::{failure, skeleton};
use crate::state::fetched::Now;
use crate::state::paged::{Page, Paged};
use leptos::prelude::*;

/// Shapes of `cards` cards, or what went wrong, or what `here` makes of the first page (which may be empty).
pub(crate) fn shown<P: Page>(
    list: Paged<P>,
    cards: usize,
    here: impl Fn(P) -> AnyView + Send + 'static,
) -> AnyView {
    (move || match list.first.now.get() {
        Now::Loading => skeleton(cards),
        Now::Failed(problem) => failure(&problem, move || list.first.again()),
        Now::Ready(page) => here(page),
    })
    .into_any()
}

/// The button that asks for more, called `words`, where there is more; and why more did not come.
pub(crate) fn foot<P: Page>(list: Paged<P>, words: &'static str) -> AnyView {
    view! {
        <div class="mt-6 flex flex-col items-center gap-3">
            {move || list.failed.get().map(|why| view! { <p class="message" role="alert">{why}</p> })}
            {move || list.has_more().then(|| view! {
                <button class="btn" type="button" id="show-more" aria-disabled=move || list.asking.get().then_some("true") on:click=move |_| list.more()>{words}</button>
            })}
        </div>
    }
    .into_any()
}
