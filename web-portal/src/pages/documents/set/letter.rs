//! What the letter says, sentence by sentence, and its text for a form's field.

use super::Desk;
use super::apply::{Edge, letter_text};
use super::line::{May, line};
use crate::browser::{dialog, focus};
use crate::components::icon::{Icon, small};
use crate::components::pill::{Tone, pill};
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
            <ul class="mt-4">{edge(desk, Edge::Salutation, salutation)}</ul>
            {paragraphs}
            <ul class="mt-3">{edge(desk, Edge::Closing, closing)}</ul>
        </section>
    }
    .into_any()
}

/// How the letter begins or ends: pressed, it is worded anew.
fn edge(desk: Desk, edge: Edge, made: String) -> AnyView {
    let (id, label) = match edge {
        Edge::Salutation => ("letter-salutation", "How the letter begins"),
        Edge::Closing => ("letter-closing", "How the letter ends"),
    };
    let made = StoredValue::new(made);
    let opened = RwSignal::new(false);
    let words = move || {
        desk.changes
            .with(|changes| made.with_value(|made| edge.words(&changes.edits, made)))
    };
    let own = move || {
        desk.changes
            .with(|changes| !edge.own(&changes.edits).is_empty())
    };
    // Words that were the person's when this version was made and are not any more.
    let goes = move || {
        let was = desk.set.with_value(|set| !edge.own(&set.edits).is_empty());
        was && !own()
    };
    let panel = move || {
        opened
            .get()
            .then(|| edge_editor(desk, edge, made, (id, label), opened))
    };
    view! {
        <li class="doc-line">
            <button type="button" class="doc-words" id=id aria-expanded=move || if opened.get() { "true" } else { "false" }
                on:click=move |_| opened.update(|opened| *opened = !*opened)>
                <span class="sr">{label}": "</span>
                <span class:line-through=goes>{words}</span>
                {move || own().then(|| view! { " "{pill(Tone::Quiet, "Your words")} })}
                {move || goes().then(|| view! { " "{pill(Tone::Quiet, "The usual words come back")} })}
            </button>
            {panel}
        </li>
    }
    .into_any()
}

fn edge_editor(
    desk: Desk,
    edge: Edge,
    made: StoredValue<String>,
    (id, label): (&'static str, &'static str),
    opened: RwSignal<bool>,
) -> AnyView {
    let now = desk
        .changes
        .with_untracked(|changes| made.with_value(|made| edge.words(&changes.edits, made)));
    let own = desk
        .changes
        .with_untracked(|changes| !edge.own(&changes.edits).is_empty());
    let text = RwSignal::new(now);
    let field = format!("{id}-words");
    let close = move || {
        opened.set(false);
        focus::soon(id);
    };
    let word = move |text: &str| {
        desk.changes
            .update(|changes| made.with_value(|made| edge.word(&mut changes.edits, made, text)));
        close();
    };
    let usual = own.then(|| {
        view! { <button class="btn small" type="button" on:click=move |_| word("")>"Use the usual words"</button> }
    });
    view! {
        <form class="grid gap-2 py-2" on:submit=move |event| { event.prevent_default(); word(&text.get_untracked()) }>
            <label class="sr" for=field.clone()>{label}</label>
            <input class="input" id=field maxlength="500" prop:value=text on:input=move |event| text.set(event_target_value(&event))
                on:keydown=move |event| if event.key() == "Escape" { close() } />
            <div class="flex flex-wrap gap-2">
                <button class="btn small primary" type="submit">"Use these words"</button>
                {usual}
                <button class="btn quiet small" type="button" on:click=move |_| close()>"Close"</button>
            </div>
        </form>
    }
    .into_any()
}
