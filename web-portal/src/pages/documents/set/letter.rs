//! What the letter says, sentence by sentence, and its text for a form's field.

use super::Desk;
use super::apply::letter_text;
use super::line::{May, line};
use crate::browser::dialog;
use crate::components::icon::{Icon, small};
use crate::state::toasts::use_toasts;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The card; nothing where only a résumé was made.
pub(super) fn card(desk: Desk) -> AnyView {
    let Some(letter) = desk.set.with_value(|set| set.letter.clone()) else {
        return ().into_any();
    };
    let toasts = use_toasts();
    let paragraphs = letter
        .paragraphs
        .iter()
        .enumerate()
        .map(|(at, paragraph)| {
            let lines = paragraph
                .statements
                .iter()
                .enumerate()
                .map(|(n, one)| line(desk, format!("letter-{at}-{n}"), one.clone(), May::Word))
                .collect_view();
            view! { <ul class="mt-3">{lines}</ul> }
        })
        .collect_view();
    let (salutation, closing) = (letter.salutation.clone(), letter.closing.clone());
    let copy = move |_| {
        let text = desk
            .changes
            .with_untracked(|changes| letter_text(&changes.letter(&letter)));
        spawn_local(async move {
            if dialog::copy(&text).await {
                toasts.say("The letter’s text is copied.");
            } else {
                toasts
                    .say("This browser did not let us copy. Download the letter as text instead.");
            }
        });
    };
    view! {
        <section class="card p-4 sm:p-6" aria-labelledby="letter-says">
            <div class="flex flex-wrap items-center justify-between gap-3">
                <h2 id="letter-says">"What the letter says"</h2>
                <button class="btn small" type="button" id="copy-letter" on:click=copy>{small(Icon::File)}"Copy text"</button>
            </div>
            <p class="mt-4">{salutation}</p>
            {paragraphs}
            <p class="mt-3">{closing}</p>
        </section>
    }
    .into_any()
}
