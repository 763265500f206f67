//! What a page shows while there is nothing to show: shapes of what is coming, a failure, an empty list.

use super::icon::{Icon, icon};
use super::pill::{Tone, note};
use foothold_shared::problem::Problem;
use leptos::prelude::*;

/// Shapes of cards to come. Nothing is seen for the first 300 ms.
pub(crate) fn skeleton(cards: usize) -> AnyView {
    let cards = (0..cards)
        .map(|_| view! { <div class="skeleton h-28"></div> })
        .collect_view();
    view! { <div class="grid gap-4" role="status" aria-label="Loading">{cards}</div> }.into_any()
}

/// What went wrong and a button to try again.
pub(crate) fn failure(problem: &Problem, again: impl Fn() + 'static) -> AnyView {
    let request = (!problem.request_id.is_empty()).then(|| {
        view! { <p class="hint mt-1">"Request " <span class="mono">{problem.request_id.clone()}</span></p> }
    });
    let content = view! {
        <div role="alert">
            <p>{problem.detail.clone()}</p>
            {request}
            <button class="btn small mt-3" type="button" on:click=move |_| again()>"Try again"</button>
        </div>
    };
    note(Tone::Brick, content.into_any())
}

/// An empty list: what will be here, and the one next step.
pub(crate) fn empty(
    which: Icon,
    title: &'static str,
    words: &'static str,
    step: AnyView,
) -> AnyView {
    view! {
        <div class="tint flex flex-col items-center gap-3 px-6 py-12 text-center">
            <div class="text-pine">{icon(which)}</div>
            <h2>{title}</h2>
            <p class="text-slate max-w-[46ch]">{words}</p>
            <div class="mt-2">{step}</div>
        </div>
    }
    .into_any()
}
