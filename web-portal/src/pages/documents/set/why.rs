//! Why the documents say what they say, what is not in them, what a model did, what the person should know.

use super::Desk;
use crate::components::pill::{Tone, note};
use crate::format;
use foothold_shared::generation::{DroppedStatement, ModelShare};
use leptos::prelude::*;

/// What the person should know, above everything else.
pub(super) fn notes(desk: Desk) -> AnyView {
    let notes = desk.set.with_value(|set| set.notes.clone());
    if notes.is_empty() {
        return ().into_any();
    }
    let lines = notes
        .into_iter()
        .map(|words| view! { <li>{words}</li> })
        .collect_view();
    view! { <div class="mb-6">{note(Tone::Amber, view! { <ul class="grid gap-1">{lines}</ul> }.into_any())}</div> }
        .into_any()
}

/// The choices, what was dropped, the model.
pub(super) fn cards(desk: Desk) -> AnyView {
    let (choices, dropped, model) = desk
        .set
        .with_value(|set| (set.choices.clone(), set.dropped.clone(), set.model.clone()));
    let chosen = (!choices.is_empty()).then(|| {
        let rows = choices
            .into_iter()
            .map(|choice| {
                let facts = choice.facts;
                let rests_on = move || desk.words.with(|words| words.rests_on(&facts));
                view! {
                    <li class="py-3" title=rests_on><p>{choice.what}</p><p class="hint mt-1">{choice.why}</p></li>
                }
            })
            .collect_view();
        view! {
            <section class="card p-4 sm:p-6" aria-labelledby="chosen">
                <h2 id="chosen">"What was chosen, and why"</h2>
                <ul class="rule mt-2">{rows}</ul>
                {model_words(&model).map(|words| view! { <p class="hint mt-3">{words}</p> })}
            </section>
        }
    });
    let left = (!dropped.is_empty()).then(|| {
        let rows = dropped
            .into_iter()
            .map(|one| dropped_row(desk, one))
            .collect_view();
        view! {
            <section class="card p-4 sm:p-6" aria-labelledby="dropped">
                <h2 id="dropped">"What is not in them"</h2>
                <ul class="rule mt-2">{rows}</ul>
            </section>
        }
    });
    view! { {chosen}{left} }.into_any()
}

fn dropped_row(desk: Desk, one: DroppedStatement) -> AnyView {
    let facts: Vec<String> = one
        .facts
        .into_iter()
        .filter(|id| id.contains('/'))
        .collect();
    let text = one.text.clone();
    let button = (!facts.is_empty()).then(|| {
        let kept = {
            let facts = facts.clone();
            move || desk.changes.with(|changes| changes.keeps(&facts))
        };
        let flip = {
            let kept = kept.clone();
            move |_| {
                let now = kept();
                desk.changes.update(|changes| changes.keep(&facts, !now));
            }
        };
        let pressed = {
            let kept = kept.clone();
            move || if kept() { "true" } else { "false" }
        };
        view! {
            <button class="btn small" type="button" aria-pressed=pressed aria-label=format!("Put in: {text}") on:click=flip>
                {move || if kept() { "In the next version" } else { "Put it in" }}
            </button>
        }
    });
    view! {
        <li class="grid gap-x-4 gap-y-2 py-3 sm:grid-cols-[minmax(0,1fr)_auto] items-start">
            <div class="min-w-0"><p>{one.text.clone()}</p><p class="hint mt-1">{one.why}</p></div>
            {button}
        </li>
    }
    .into_any()
}

fn model_words(model: &ModelShare) -> Option<String> {
    let sentences = |number: u32| {
        let number = usize::try_from(number).unwrap_or_default();
        format::count(number, "sentence", "sentences")
    };
    model.asked.then(|| {
        format!(
            "A language model ({}) worded {}; {} went beyond what you said, so your own words stand there.",
            model.model,
            sentences(model.sentences_used),
            sentences(model.sentences_refused),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_models_share_is_told_only_where_one_was_asked() {
        assert_eq!(model_words(&ModelShare::default()), None);
        let share = ModelShare {
            asked: true,
            model: "small".to_owned(),
            sentences_used: 3,
            sentences_refused: 1,
            ..ModelShare::default()
        };
        let words = model_words(&share).unwrap_or_default();
        assert!(
            words.contains("worded 3 sentences; 1 sentence went"),
            "{words}"
        );
    }
}
