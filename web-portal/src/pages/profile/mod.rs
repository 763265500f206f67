//! The profile: one long page of sections, with a way to each, that saves itself.

mod answers;
mod basics;
mod conflict;
mod drafted;
mod eligibility;
mod entries;
mod fields;
mod history;
mod languages;
mod made;
mod nav;
mod section;
mod skills;
mod status;
mod terms;
mod voluntary;

use super::{arrive, signed_in};
use crate::browser::focus;
use crate::components::state_view::{failure, skeleton};
use crate::profile::sections::Section;
use crate::state::autosave::Event;
use crate::state::profile_form::{Load, use_profile};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// The page.
pub(crate) fn page() -> AnyView {
    signed_in(profile)
}

fn profile() -> AnyView {
    let form = use_profile();
    form.fetch();
    arrive("Profile", "title");
    on_cleanup(move || form.on(Event::Left));
    let shown = Memo::new(move |_| {
        form.load.with(|load| match load {
            Load::Ready => None,
            Load::Failed(problem) => Some(Some(problem.clone())),
            Load::Idle | Load::Loading => Some(None),
        })
    });
    go_to_the_section_in_the_address();
    view! {
        <div class="sticky top-0 z-30 -mx-4 sm:-mx-6 -mt-8 mb-6 px-4 sm:px-6 py-3 bg-paper border-b border-line">
            <div class="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
                <h1 id="title" tabindex="-1" class="text-2xl md:text-3xl">"Profile"</h1>
                {status::status(form)}
            </div>
            {move || shown.with(Option::is_none).then(|| nav::on_a_phone(form))}
        </div>
        {move || match shown.get() {
            None => sections(),
            Some(None) => skeleton(4),
            Some(Some(problem)) => failure(&problem, move || form.fetch()),
        }}
        {conflict::dialog(form)}
    }
    .into_any()
}

fn sections() -> AnyView {
    let form = use_profile();
    view! {
        <div class="grid gap-10 lg:grid-cols-[14rem_minmax(0,1fr)] items-start">
            <div class="hidden lg:block sticky top-24">{nav::rail(form)}</div>
            // Leaving any field saves what is there.
            <form class="grid gap-6" novalidate autocomplete="on"
                on:submit=|event| event.prevent_default()
                on:focusout=move |_| form.on(Event::Left)>
                {basics::name(form)}
                {basics::contact(form)}
                {basics::address(form)}
                {basics::links(form)}
                {basics::about(form)}
                {history::work(form)}
                {history::education(form)}
                {skills::section(form)}
                {languages::section(form)}
                {history::certificates(form)}
                {made::projects(form)}
                {made::publications(form)}
                {eligibility::section(form)}
                {terms::section(form)}
                {answers::section(form)}
                {voluntary::section(form)}
            </form>
        </div>
    }
    .into_any()
}

/// `/profile#work` opens at that section, also when the sections come later than the page.
fn go_to_the_section_in_the_address() {
    let form = use_profile();
    let hash = use_location().hash;
    Effect::new(move || {
        let wanted = hash.get();
        let wanted = wanted.trim_start_matches('#');
        let there = Section::ALL.iter().find(|section| section.id() == wanted);
        if let Some(section) = there
            && form.load.with(|load| *load == Load::Ready)
        {
            focus::reveal(section::title_id(*section), false);
        }
    });
}
