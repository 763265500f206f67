//! The right to work, country by country. Legal questions are answered from here alone.

use super::entries::{Entries, entries, nothing};
use super::fields::{named, yes_no};
use super::section::{columns, section as frame, wide};
use crate::browser::intl::{self, Names};
use crate::profile::lens::lens;
use crate::profile::sections::Section;
use crate::state::profile_form::ProfileForm;
use foothold_shared::profile::WorkEligibility;
use leptos::prelude::*;

/// The section.
pub(super) fn section(form: ProfileForm) -> AnyView {
    let list = Entries {
        name: "work_eligibility",
        list: |profile| &profile.work_eligibility,
        list_mut: |profile| &mut profile.work_eligibility,
        noun: "country",
        add_words: "Add a country",
        new_first: false,
        new: WorkEligibility::default,
        first_field: "country",
        title: |entry| {
            if entry.country.is_empty() {
                "New country".to_owned()
            } else {
                intl::name_of(Names::Country, &entry.country)
            }
        },
        aside: nothing,
        folded: false,
        body: |form, i| {
            let fields = view! {
                {wide(named(form, lens!(work_eligibility[i].country), "Country", Names::Country, ""))}
                {yes_no(form, lens!(work_eligibility[i].authorized), "May you work there now?", "")}
                {yes_no(form, lens!(work_eligibility[i].needs_sponsorship), "Do you need an employer to sponsor you, now or later?", "")}
            };
            columns(fields.into_any())
        },
    };
    frame(
        form,
        Section::Eligibility,
        "Forms ask this by country, and it is a legal answer. We give yours for the country a form names, and leave the question to you wherever you have not answered.",
        entries(form, list),
    )
}
