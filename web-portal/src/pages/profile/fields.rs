//! Fields that read and write the profile.

use crate::browser::intl::{self, Names};
use crate::components::choice::{YES_NO, choice};
use crate::components::field::{FieldText, Typing, text_area, text_field};
use crate::components::select::select_field;
use crate::profile::lens::{Lens, element_id};
use crate::state::profile_form::ProfileForm;
use leptos::prelude::*;

/// The words around a field of the profile.
pub(super) fn around<T>(form: ProfileForm, lens: &Lens<T>, label: &'static str) -> FieldText {
    FieldText::new(element_id(&lens.path), label).error(form.message(lens.path.clone()))
}

/// What a field holds now.
pub(super) fn value<T>(form: ProfileForm, lens: &Lens<T>) -> Signal<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let lens = lens.clone();
    Memo::new(move |_| form.profile.with(|profile| lens.get(profile))).into()
}

/// One line.
pub(super) fn text(
    form: ProfileForm,
    lens: Lens<String>,
    label: &'static str,
    typing: Typing,
) -> AnyView {
    hinted(form, lens, label, typing, "")
}

/// One line, with a word of help.
pub(super) fn hinted(
    form: ProfileForm,
    lens: Lens<String>,
    label: &'static str,
    typing: Typing,
    hint: &'static str,
) -> AnyView {
    let field = around(form, &lens, label).hint(hint);
    let value = value(form, &lens);
    text_field(field, typing, value, move |text| form.write(&lens, text))
}

/// More than a line.
pub(super) fn area(
    form: ProfileForm,
    lens: Lens<String>,
    label: &'static str,
    hint: &'static str,
) -> AnyView {
    let field = around(form, &lens, label).hint(hint);
    let value = value(form, &lens);
    text_area(field, value, move |text| form.write(&lens, text))
}

/// A country, language or currency by its name.
pub(super) fn named(
    form: ProfileForm,
    lens: Lens<String>,
    label: &'static str,
    names: Names,
    hint: &'static str,
) -> AnyView {
    let field = around(form, &lens, label).hint(hint);
    let value = value(form, &lens);
    let options = intl::named(names)
        .into_iter()
        .map(|(code, name)| (code.to_owned(), name))
        .collect();
    select_field(field, Some("Not said"), options, value, move |code| {
        form.write(&lens, code);
    })
}

/// One of a few tokens, or nothing.
pub(super) fn one_of<T>(
    form: ProfileForm,
    lens: Lens<Option<T>>,
    label: &'static str,
    table: &'static [(&'static str, T)],
) -> AnyView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let field = around(form, &lens, label);
    let value = value(form, &lens);
    // The words are the option's value, too: they are distinct, and nothing else reads them.
    let shown = Signal::derive(move || {
        let value = value.get();
        table
            .iter()
            .find(|(_, own)| Some(*own) == value)
            .map_or(String::new(), |(words, _)| (*words).to_owned())
    });
    let options = table
        .iter()
        .map(|(words, _)| ((*words).to_owned(), (*words).to_owned()))
        .collect();
    select_field(field, Some("Not said"), options, shown, move |words| {
        let chosen = table.iter().find(|(own, _)| *own == words);
        form.write(&lens, chosen.map(|(_, value)| *value));
    })
}

/// Yes, No, or not answered.
pub(super) fn yes_no(
    form: ProfileForm,
    lens: Lens<Option<bool>>,
    label: &'static str,
    hint: &'static str,
) -> AnyView {
    let field = around(form, &lens, label).hint(hint);
    let value = value(form, &lens);
    choice(field, YES_NO, value, move |answer| {
        form.write(&lens, answer)
    })
}

/// A day.
pub(super) fn day(
    form: ProfileForm,
    lens: Lens<String>,
    label: &'static str,
    hint: &'static str,
) -> AnyView {
    hinted(form, lens, label, Typing::of("date"), hint)
}
