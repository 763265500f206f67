//! Work, education and certificates.

use super::drafted::month;
use super::entries::{Entries, entries};
use super::fields::{area, around, one_of, text, value};
use super::section::{columns, section, wide};
use crate::browser::clock;
use crate::components::choice::checkbox;
use crate::components::field::Typing;
use crate::profile::lens::{Lens, lens};
use crate::profile::sections::Section;
use crate::profile::title;
use crate::state::profile_form::ProfileForm;
use foothold_shared::profile::{Certificate, DegreeLevel, EducationEntry, WorkEntry};
use leptos::prelude::*;

const LEVELS: &[(&str, DegreeLevel)] = &[
    ("Secondary school", DegreeLevel::Secondary),
    ("Vocational training", DegreeLevel::Vocational),
    ("Associate’s degree", DegreeLevel::Associate),
    ("Bachelor’s degree", DegreeLevel::Bachelor),
    ("Master’s degree or diploma", DegreeLevel::Master),
    ("Doctorate", DegreeLevel::Doctorate),
];

/// Work history.
pub(super) fn work(form: ProfileForm) -> AnyView {
    let list = Entries {
        name: "work",
        list: |profile| &profile.work,
        list_mut: |profile| &mut profile.work,
        noun: "job",
        add_words: "Add a job",
        new_first: true,
        new: || WorkEntry {
            id: clock::fresh_id(),
            ..WorkEntry::default()
        },
        first_field: "title",
        title: title::of_work,
        aside: |entry| title::years(entry.start.as_ref(), entry.end.as_ref(), entry.current),
        folded: true,
        body: work_fields,
    };
    section(
        form,
        Section::Work,
        "Newest first. Forms take them in this order.",
        entries(form, list),
    )
}

fn work_fields(form: ProfileForm, i: usize) -> AnyView {
    let current: Lens<bool> = lens!(work[i].current);
    let now = value(form, &current);
    let set_current = move |is_current: bool| {
        form.write(&current, is_current);
        if is_current {
            form.write(&lens!(work[i].end), None);
        }
    };
    let id = around(form, &lens!(work[i].current) as &Lens<bool>, "").id;
    let fields = view! {
        {text(form, lens!(work[i].title), "Job title", Typing::TEXT)}
        {text(form, lens!(work[i].company), "Employer", Typing::TEXT)}
        {wide(text(form, lens!(work[i].location), "Place", Typing::TEXT))}
        {month(form, lens!(work[i].start), "Start")}
        <div class="min-w-0">
            <div prop:hidden=now>{month(form, lens!(work[i].end), "End")}</div>
            {checkbox(id, "I work here now", now, set_current)}
        </div>
        {wide(area(form, lens!(work[i].description), "What you did", "Begin a line with “- ” for a bullet."))}
    };
    columns(fields.into_any())
}

/// Education.
pub(super) fn education(form: ProfileForm) -> AnyView {
    let list = Entries {
        name: "education",
        list: |profile| &profile.education,
        list_mut: |profile| &mut profile.education,
        noun: "education",
        add_words: "Add education",
        new_first: true,
        new: || EducationEntry {
            id: clock::fresh_id(),
            ..EducationEntry::default()
        },
        first_field: "school",
        title: title::of_education,
        aside: |entry| title::years(entry.start.as_ref(), entry.end.as_ref(), false),
        folded: true,
        body: education_fields,
    };
    section(
        form,
        Section::Education,
        "Newest first.",
        entries(form, list),
    )
}

fn education_fields(form: ProfileForm, i: usize) -> AnyView {
    let fields = view! {
        {wide(text(form, lens!(education[i].school), "School or university", Typing::TEXT))}
        {text(form, lens!(education[i].degree), "Degree, as on your certificate", Typing::TEXT)}
        {one_of(form, lens!(education[i].level), "Level", LEVELS)}
        {text(form, lens!(education[i].discipline), "Field of study", Typing::TEXT)}
        {text(form, lens!(education[i].grade), "Grade, with its scale", Typing::TEXT.example("3.7/4.0"))}
        {month(form, lens!(education[i].start), "Start")}
        {month(form, lens!(education[i].end), "End, or expected end")}
    };
    columns(fields.into_any())
}

/// Certificates and licences.
pub(super) fn certificates(form: ProfileForm) -> AnyView {
    let list = Entries {
        name: "certificates",
        list: |profile| &profile.certificates,
        list_mut: |profile| &mut profile.certificates,
        noun: "certificate",
        add_words: "Add a certificate",
        new_first: false,
        new: Certificate::default,
        first_field: "name",
        title: title::of_certificate,
        aside: |entry| title::month(entry.issued.as_ref()),
        folded: true,
        body: certificate_fields,
    };
    section(
        form,
        Section::Certificates,
        "Certificates and licences.",
        entries(form, list),
    )
}

fn certificate_fields(form: ProfileForm, i: usize) -> AnyView {
    let fields = view! {
        {text(form, lens!(certificates[i].name), "Name", Typing::TEXT)}
        {text(form, lens!(certificates[i].issuer), "Given by", Typing::TEXT)}
        {month(form, lens!(certificates[i].issued), "Issued")}
        {month(form, lens!(certificates[i].expires), "Expires")}
        {wide(text(form, lens!(certificates[i].url), "Where it can be checked", Typing::of("url").example("https://")))}
    };
    columns(fields.into_any())
}
