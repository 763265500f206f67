//! Projects and publications.

use super::drafted::month;
use super::entries::{Entries, entries};
use super::fields::{area, around, text, value};
use super::section::{columns, section, wide};
use crate::browser::clock;
use crate::components::choice::checkbox;
use crate::components::field::Typing;
use crate::profile::lens::{Lens, lens};
use crate::profile::sections::Section;
use crate::profile::title;
use crate::state::profile_form::ProfileForm;
use foothold_shared::profile::{Project, Publication};
use leptos::prelude::*;

/// Projects.
pub(super) fn projects(form: ProfileForm) -> AnyView {
    let list = Entries {
        name: "projects",
        list: |profile| &profile.projects,
        list_mut: |profile| &mut profile.projects,
        noun: "project",
        add_words: "Add a project",
        new_first: true,
        new: || Project {
            id: clock::fresh_id(),
            ..Project::default()
        },
        first_field: "name",
        title: title::of_project,
        aside: |entry| title::years(entry.start.as_ref(), entry.end.as_ref(), entry.current),
        folded: true,
        body: project_fields,
    };
    section(
        form,
        Section::Projects,
        "What you made or took part in. Newest first.",
        entries(form, list),
    )
}

fn project_fields(form: ProfileForm, i: usize) -> AnyView {
    let current: Lens<bool> = lens!(projects[i].current);
    let now = value(form, &current);
    let set_current = move |is_current: bool| {
        form.write(&current, is_current);
        if is_current {
            form.write(&lens!(projects[i].end), None);
        }
    };
    let id = around(form, &lens!(projects[i].current) as &Lens<bool>, "").id;
    let fields = view! {
        {text(form, lens!(projects[i].name), "Name", Typing::TEXT)}
        {text(form, lens!(projects[i].role), "Your part in it", Typing::TEXT)}
        {month(form, lens!(projects[i].start), "Start")}
        <div class="min-w-0">
            <div prop:hidden=now>{month(form, lens!(projects[i].end), "End")}</div>
            {checkbox(id, "It goes on", now, set_current)}
        </div>
        {wide(text(form, lens!(projects[i].url), "Where it can be seen", Typing::of("url").example("https://")))}
        {wide(area(form, lens!(projects[i].description), "What it is and what you did", "Begin a line with “- ” for a bullet."))}
    };
    columns(fields.into_any())
}

/// Publications.
pub(super) fn publications(form: ProfileForm) -> AnyView {
    let list = Entries {
        name: "publications",
        list: |profile| &profile.publications,
        list_mut: |profile| &mut profile.publications,
        noun: "publication",
        add_words: "Add a publication",
        new_first: true,
        new: || Publication {
            id: clock::fresh_id(),
            ..Publication::default()
        },
        first_field: "title",
        title: title::of_publication,
        aside: |entry| title::month(entry.published.as_ref()),
        folded: true,
        body: publication_fields,
    };
    section(
        form,
        Section::Publications,
        "Articles, papers, books, talks in print. Newest first.",
        entries(form, list),
    )
}

fn publication_fields(form: ProfileForm, i: usize) -> AnyView {
    let fields = view! {
        {wide(text(form, lens!(publications[i].title), "Title", Typing::TEXT))}
        {text(form, lens!(publications[i].publisher), "Where it appeared", Typing::TEXT)}
        {month(form, lens!(publications[i].published), "Published")}
        {wide(text(form, lens!(publications[i].url), "Where it can be read", Typing::of("url").example("https://")))}
    };
    columns(fields.into_any())
}
