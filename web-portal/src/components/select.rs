//! A choice from a list, with the browser's own control: it can be typed into, and phones show their own wheel.

use super::field::FieldText;
use leptos::prelude::*;

/// The `<select>` alone. `options` are value and words; `empty` is the first one, for "not said".
pub(crate) fn select(
    field: &FieldText,
    empty: Option<&'static str>,
    options: Vec<(String, String)>,
    value: Signal<String>,
    on_change: impl Fn(String) + 'static,
) -> AnyView {
    let options = options
        .into_iter()
        .map(|(code, words)| {
            let own = code.clone();
            // Each option says for itself whether it is chosen, so that the order of drawing does not matter.
            let selected = move || value.with(|value| *value == own);
            view! { <option value=code prop:selected=selected>{words}</option> }
        })
        .collect_view();
    let empty = empty.map(|words| {
        view! { <option value="" prop:selected=move || value.with(String::is_empty)>{words}</option> }
    });
    view! {
        <select
            class="input"
            id=field.id.clone()
            aria-describedby=field.described_by()
            aria-invalid=field.invalid()
            on:change=move |event| on_change(event_target_value(&event))
        >
            {empty}
            {options}
        </select>
    }
    .into_any()
}

/// A select with everything around it.
pub(crate) fn select_field(
    field: FieldText,
    empty: Option<&'static str>,
    options: Vec<(String, String)>,
    value: Signal<String>,
    on_change: impl Fn(String) + 'static,
) -> AnyView {
    let control = select(&field, empty, options, value, on_change);
    field.around(control)
}

/// Options from a fixed table.
pub(crate) fn options(table: &[(&str, &str)]) -> Vec<(String, String)> {
    table
        .iter()
        .map(|(code, words)| ((*code).to_owned(), (*words).to_owned()))
        .collect()
}
