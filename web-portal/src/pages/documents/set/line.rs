//! One line of a document: its words, what they rest on, and what a person can do about it.

use super::Desk;
use super::apply::handles;
use crate::components::pill::{Tone, pill};
use foothold_shared::document::Statement;
use leptos::prelude::*;

/// What may be done about a line.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum May {
    /// It is worded anew.
    Word,
    /// It is worded anew, left out, or kept.
    All,
}

/// A line: pressed, it opens what can be done. `id` is like no other on the page.
pub(super) fn line(desk: Desk, id: String, statement: Statement, may: May) -> AnyView {
    let opened = RwSignal::new(false);
    let about = handles(&statement);
    let may_leave = may == May::All && !about.is_empty();
    let statement = StoredValue::new(statement);
    let words =
        move || statement.with_value(|one| desk.changes.with(|changes| changes.words_of(one)));
    let out = move || {
        may_leave
            && statement.with_value(|one| desk.changes.with(|changes| changes.leaves_out(one)))
    };
    let kept = {
        let about = about.clone();
        move || may_leave && desk.changes.with(|changes| changes.keeps(&about))
    };
    let own = move || {
        statement.with_value(|one| {
            one.fixed
                || desk
                    .changes
                    .with(|changes| changes.words_of(one) != one.text)
        })
    };
    let rests_on =
        move || statement.with_value(|one| desk.words.with(|words| words.rests_on(&one.facts)));
    let panel = {
        let id = id.clone();
        move || {
            opened.get().then(|| {
                editor(
                    desk,
                    &id,
                    statement,
                    may_leave.then(|| about.clone()),
                    opened,
                )
            })
        }
    };
    let tip = format!("{id}-facts");
    view! {
        <li class="doc-line">
            <button type="button" class="doc-words" aria-describedby=tip.clone() aria-expanded=move || if opened.get() { "true" } else { "false" }
                on:click=move |_| opened.update(|opened| *opened = !*opened)>
                <span class:line-through=out>{words}</span>
                {move || out().then(|| view! { " "{pill(Tone::Quiet, "Left out")} })}
                {move || kept().then(|| view! { " "{pill(Tone::Good, "Kept")} })}
                {move || own().then(|| view! { " "{pill(Tone::Quiet, "Your words")} })}
            </button>
            <span class="doc-facts" id=tip role="tooltip">{rests_on}</span>
            {panel}
        </li>
    }
    .into_any()
}

fn editor(
    desk: Desk,
    id: &str,
    statement: StoredValue<Statement>,
    about: Option<Vec<String>>,
    opened: RwSignal<bool>,
) -> AnyView {
    let now =
        statement.with_value(|one| desk.changes.with_untracked(|changes| changes.words_of(one)));
    let text = RwSignal::new(now);
    let field = format!("{id}-words");
    let use_words = move |_| {
        let text = text.get_untracked();
        statement.with_value(|one| desk.changes.update(|changes| changes.word(one, &text)));
        opened.set(false);
    };
    let leaving = about.map(|about| leaving(desk, about, opened));
    view! {
        <div class="grid gap-2 py-2">
            <label class="sr" for=field.clone()>"Your words for this line"</label>
            <textarea class="input" id=field prop:value=text on:input=move |event| text.set(event_target_value(&event))
                on:keydown=move |event| if event.key() == "Escape" { opened.set(false) }></textarea>
            <div class="flex flex-wrap gap-2">
                <button class="btn small primary" type="button" on:click=use_words>"Use these words"</button>
                {leaving}
                <button class="btn quiet small" type="button" on:click=move |_| opened.set(false)>"Close"</button>
            </div>
        </div>
    }
    .into_any()
}

/// Leaves the line out, or keeps it whatever is shortened.
fn leaving(desk: Desk, about: Vec<String>, opened: RwSignal<bool>) -> AnyView {
    let (is_out, is_kept) = desk.changes.with_untracked(|changes| {
        let out = about.iter().all(|id| changes.edits.left_out.contains(id));
        (out, changes.keeps(&about))
    });
    let leave = {
        let about = about.clone();
        move |_| {
            desk.changes
                .update(|changes| changes.leave_out(&about, !is_out));
            opened.set(false);
        }
    };
    let keep = move |_| {
        desk.changes
            .update(|changes| changes.keep(&about, !is_kept));
        opened.set(false);
    };
    view! {
        <button class="btn small" type="button" on:click=leave>{if is_out { "Put back" } else { "Leave out" }}</button>
        <button class="btn small" type="button" on:click=keep>{if is_kept { "Need not stay" } else { "Always keep" }}</button>
    }
    .into_any()
}
