//! Changes that would make the document better, each with what goes and what comes; taken one by one.

use super::Desk;
use crate::api::code;
use crate::components::pill::{Tone, note};
use crate::report::diff::{self, Change};
use foothold_shared::problem::Problem;
use foothold_shared::report::TextSuggestion;
use leptos::prelude::*;
use std::sync::Arc;

/// What is done with a report: it is asked for anew, and a suggestion is taken.
#[derive(Clone, Copy)]
pub(crate) struct Taken {
    again: StoredValue<Arc<dyn Fn() + Send + Sync>>,
    apply: StoredValue<Arc<dyn Fn(TextSuggestion) + Send + Sync>>,
    /// Whether one is being taken.
    pub(crate) busy: RwSignal<bool>,
    /// Why the last one was not taken.
    pub(crate) refused: RwSignal<Option<String>>,
    /// What taking one does, in words.
    pub(crate) says: &'static str,
}

impl Taken {
    /// `apply` sets `busy` while it works and `refused` where it fails.
    pub(crate) fn new(
        says: &'static str,
        again: impl Fn() + Send + Sync + 'static,
        busy: RwSignal<bool>,
        refused: RwSignal<Option<String>>,
        apply: impl Fn(TextSuggestion) + Send + Sync + 'static,
    ) -> Self {
        Self {
            again: StoredValue::new(Arc::new(again)),
            apply: StoredValue::new(Arc::new(apply)),
            busy,
            refused,
            says,
        }
    }

    /// Asks for the report anew.
    pub(crate) fn again(self) {
        if let Some(again) = self.again.try_get_value() {
            again();
        }
    }

    /// It was not taken: says why, and asks for a fresh report where this one is out of date.
    pub(crate) fn refuse(
        refused: RwSignal<Option<String>>,
        again: impl FnOnce(),
        problem: Problem,
    ) {
        let stale = [code::SUGGESTION_GONE, code::DRAFT_CHANGED].contains(&problem.code.as_str());
        refused.try_set(Some(problem.detail));
        if stale {
            again();
        }
    }

    fn apply(self, suggestion: TextSuggestion) {
        if let Some(apply) = self.apply.try_get_value() {
            apply(suggestion);
        }
    }
}

/// The card; nothing where nothing is suggested.
pub(super) fn card(desk: Desk, taken: Taken) -> AnyView {
    let all = desk.view.with_value(|view| view.suggestions.clone());
    let refused = move || {
        taken
            .refused
            .get()
            .map(|words| note(Tone::Brick, words.into_any()))
    };
    let content = if all.is_empty() {
        view! { <p class="text-slate mt-2">"Nothing that could be changed in your own words alone."</p> }.into_any()
    } else {
        let count = all.len();
        let rows = all
            .into_iter()
            .enumerate()
            .map(|(at, one)| row(desk, taken, at, one))
            .collect_view();
        view! {
            <p class="hint mt-1">{taken.says}</p>
            <ul class="rule mt-2" aria-label=format!("Suggestions, {count}")>{rows}</ul>
        }
        .into_any()
    };
    view! {
        <section class="card p-4 sm:p-6" aria-labelledby="suggestions">
            <h2 id="suggestions" tabindex="-1">"Suggestions"</h2>
            <div role="alert" class="mt-3 empty:hidden">{refused}</div>
            {content}
        </section>
    }
    .into_any()
}

fn row(desk: Desk, taken: Taken, at: usize, one: TextSuggestion) -> AnyView {
    let facts = one.facts.clone();
    let rests_on = (!facts.is_empty()).then(
        || view! { <p class="hint">{move || desk.words.with(|words| words.rests_on(&facts))}</p> },
    );
    let where_it_is = if one.before.trim().is_empty() {
        ().into_any()
    } else {
        let before = [one.before.clone()];
        desk.show_button(format!("suggestion-{at}-show"), &one.what, &[], &before)
    };
    let difference = difference(&one.before, &one.after);
    let label = format!("Apply: {}", one.what);
    let (what, why) = (one.what.clone(), one.why.clone());
    let press = move |_| {
        if !taken.busy.get_untracked() {
            taken.apply(one.clone());
        }
    };
    view! {
        <li class="py-4 grid grid-cols-[minmax(0,1fr)] gap-2">
            <p class="font-semibold">{what}</p>
            {difference}
            <p>{why}</p>
            {rests_on}
            <div class="flex flex-wrap gap-2">
                <button class="btn small primary" type="button" id=format!("apply-{at}") aria-label=label on:click=press
                    disabled=move || taken.busy.get()>"Apply"</button>
                {where_it_is}
            </div>
        </li>
    }
    .into_any()
}

/// Both wordings in one: what goes is struck out, what comes is underlined, and a screen reader is told which is which.
fn difference(before: &str, after: &str) -> AnyView {
    let parts = diff::words(before, after)
        .into_iter()
        .map(|run| {
            let (space, text) = (if run.glued { "" } else { " " }, run.text);
            match run.change {
                Change::Same => view! { {space}<span>{text}</span> }.into_any(),
                Change::Removed => {
                    view! { {space}<del><span class="sr">"removed: "</span>{text}</del> }.into_any()
                }
                Change::Added => {
                    view! { {space}<ins><span class="sr">"added: "</span>{text}</ins> }.into_any()
                }
            }
        })
        .collect_view();
    view! { <p class="diff whitespace-pre-wrap">{parts}</p> }.into_any()
}
