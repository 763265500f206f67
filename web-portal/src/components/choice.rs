//! A choice between a few words, all visible: radio buttons in a row. And a box to tick.

use super::field::FieldText;
use leptos::prelude::*;

/// One of the words.
#[derive(Clone, Copy)]
pub(crate) struct Word<T: 'static> {
    /// What it stands for.
    pub(crate) value: T,
    /// What a person reads.
    pub(crate) words: &'static str,
    /// Whether it means "not answered": shown, but not as an answer.
    pub(crate) unsaid: bool,
}

/// Yes, No, or not answered.
pub(crate) const YES_NO: &[Word<Option<bool>>] = &[
    Word {
        value: Some(true),
        words: "Yes",
        unsaid: false,
    },
    Word {
        value: Some(false),
        words: "No",
        unsaid: false,
    },
    Word {
        value: None,
        words: "Not answered",
        unsaid: true,
    },
];

/// The radio buttons with everything around them.
pub(crate) fn choice<T>(
    field: FieldText,
    words: &'static [Word<T>],
    value: Signal<T>,
    on_choose: impl Fn(T) + Clone + 'static,
) -> AnyView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let buttons = words
        .iter()
        .enumerate()
        .map(|(i, word)| {
            let word = *word;
            let on_choose = on_choose.clone();
            view! {
                <label class:unsaid=word.unsaid>
                    <input
                        type="radio"
                        id=format!("{}-{i}", field.id)
                        name=field.id.clone()
                        prop:checked=move || value.get() == word.value
                        on:change=move |_| on_choose(word.value)
                    />
                    <span>{word.words}</span>
                </label>
            }
        })
        .collect_view();
    let row = view! { <div class="choice">{buttons}</div> };
    field.around_group(row.into_any())
}

/// A box to tick, with its words beside it.
pub(crate) fn checkbox(
    id: String,
    words: impl Into<String>,
    value: Signal<bool>,
    on_change: impl Fn(bool) + 'static,
) -> AnyView {
    let label_for = id.clone();
    let words: String = words.into();
    view! {
        <label class="check" for=label_for>
            <input
                type="checkbox"
                id=id
                prop:checked=value
                on:change=move |event| on_change(event_target_checked(&event))
            />
            <span>{words}</span>
        </label>
    }
    .into_any()
}
