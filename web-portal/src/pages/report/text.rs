//! The text a program gets, line by line, beside the document itself. What a finding is about is marked in it.

use super::Desk;
use crate::browser::focus;
use crate::components::choice::{Word, choice};
use crate::components::field::FieldText;
use crate::components::icon::{Icon, small};
use leptos::prelude::*;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Read,
    Original,
}

const SIDES: &[Word<Side>] = &[
    Word {
        value: Side::Read,
        words: "What a program reads",
        unsaid: false,
    },
    Word {
        value: Side::Original,
        words: "The document",
        unsaid: false,
    },
];

/// The id of a line.
pub(super) fn line_id(at: usize) -> String {
    format!("read-{at}")
}

/// The card.
pub(super) fn card(desk: Desk, original: Option<AnyView>) -> AnyView {
    let side = RwSignal::new(Side::Read);
    Effect::new(move |first: Option<()>| {
        // Who asks for a place in the text wants to see the text.
        desk.turned.track();
        if first.is_some() {
            side.set(Side::Read);
        }
    });
    let choose = original.is_some().then(|| {
        let field = FieldText::new("side", "Show");
        view! { <div class="mb-4">{choice(field, SIDES, side.into(), move |chosen| side.set(chosen))}</div> }
    });
    let other = original.map(
        |original| view! { <div hidden=move || side.get() != Side::Original>{original}</div> },
    );
    view! {
        <div>
            {choose}
            <section class="card p-4 sm:p-6" aria-labelledby="read" hidden=move || side.get() != Side::Read>
                <div class="flex flex-wrap items-center justify-between gap-3">
                    <h2 id="read">"What a program reads"</h2>
                    {back(desk)}
                </div>
                <p class="text-slate mt-1">"In the order it is read. Many systems keep only this."</p>
                {lines(desk)}
            </section>
            {other}
        </div>
    }
    .into_any()
}

/// The way back to what led here.
fn back(desk: Desk) -> AnyView {
    (move || {
        desk.from.get().map(|id| {
            let go = move |_| {
                focus::reveal(id.clone(), true);
                desk.marked.set(Vec::new());
                desk.from.set(None);
            };
            view! { <button class="btn small" type="button" id="back-to-finding" on:click=go>{small(Icon::Back)}"Back to what was found"</button> }
        })
    })
    .into_any()
}

fn lines(desk: Desk) -> AnyView {
    let mut page = 0;
    let rows = desk.view.with_value(|view| {
        let many = view.pages > 1;
        view.lines
            .iter()
            .enumerate()
            .map(|(at, line)| {
                let head = (many && line.spot.page != page).then(|| {
                    page = line.spot.page;
                    view! { <li class="hint font-semibold mt-4">{format!("Page {page}")}</li> }
                });
                let text = line.text.replace('\t', "    ");
                let marked = move || desk.marked.with(|marked| marked.contains(&at));
                let shown = move || {
                    if marked() {
                        view! { <mark>{text.clone()}</mark> }.into_any()
                    } else {
                        text.clone().into_any()
                    }
                };
                view! { {head}<li class="read-line" class:marked=marked id=line_id(at) tabindex="-1">{shown}</li> }
            })
            .collect_view()
    });
    let nothing = desk
        .view
        .with_value(|view| view.lines.is_empty())
        .then(|| view! { <p class="mt-4">"Nothing: no text was found."</p> });
    view! {
        {nothing}
        <ol class="mono text-sm mt-4 max-h-[36rem] overflow-y-auto" tabindex="0" aria-labelledby="read">{rows}</ol>
    }
    .into_any()
}
