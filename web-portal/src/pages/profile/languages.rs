//! Languages spoken.

use super::entries::{Entries, entries, nothing};
use super::fields::{named, one_of};
use super::section::{columns, section as frame};
use crate::browser::intl::{self, Names};
use crate::profile::lens::lens;
use crate::profile::sections::Section;
use crate::state::profile_form::ProfileForm;
use foothold_shared::profile::{LanguageLevel, LanguageSkill};
use leptos::prelude::*;

const LEVELS: &[(&str, LanguageLevel)] = &[
    ("Native", LanguageLevel::Native),
    ("C2 – proficient", LanguageLevel::C2),
    ("C1 – advanced", LanguageLevel::C1),
    ("B2 – upper intermediate", LanguageLevel::B2),
    ("B1 – intermediate", LanguageLevel::B1),
    ("A2 – elementary", LanguageLevel::A2),
    ("A1 – beginner", LanguageLevel::A1),
];

/// The section.
pub(super) fn section(form: ProfileForm) -> AnyView {
    let list = Entries {
        name: "languages",
        list: |profile| &profile.languages,
        list_mut: |profile| &mut profile.languages,
        noun: "language",
        add_words: "Add a language",
        new_first: false,
        new: LanguageSkill::default,
        first_field: "language",
        title: |entry| {
            if entry.language.is_empty() {
                "New language".to_owned()
            } else {
                intl::name_of(Names::Language, &entry.language)
            }
        },
        aside: nothing,
        folded: false,
        body: |form, i| {
            let fields = view! {
                {named(form, lens!(languages[i].language), "Language", Names::Language, "")}
                {one_of(form, lens!(languages[i].level), "Level", LEVELS)}
            };
            columns(fields.into_any())
        },
    };
    frame(form, Section::Languages, "", entries(form, list))
}
