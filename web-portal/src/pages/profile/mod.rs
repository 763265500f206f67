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
use crate::browser::{files, focus};
use crate::components::icon::{Icon, small};
use crate::components::state_view::{failure, skeleton};
use crate::profile::sections::Section;
use crate::state::autosave::Event;
use crate::state::profile_form::{Load, ProfileForm, use_profile};
use crate::state::session::use_api;
use crate::state::toasts::use_toasts;
use foothold_shared::profile::Profile;
use leptos::prelude::*;
use leptos::task::spawn_local;
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
        {begin(form)}
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
                {take_along()}
            </form>
        </div>
    }
    .into_any()
}

/// To who has said nothing yet: a file is quicker than typing. Decided once, so that nothing moves below a typing hand.
fn begin(form: ProfileForm) -> Option<AnyView> {
    let nothing_said = form
        .profile
        .with_untracked(|profile| *profile == Profile::default());
    nothing_said.then(|| {
        view! {
            <section class="tint mb-8 flex flex-wrap items-center justify-between gap-4 px-6 py-5" aria-labelledby="begin">
                <div class="min-w-0">
                    <h2 id="begin" class="text-lg">"Begin from a file you have"</h2>
                    <p class="text-slate max-w-[60ch]">"A résumé, LinkedIn or JSON Resume. You choose what is taken over; or fill in below what you like."</p>
                </div>
                <a class="btn primary" href="/import">"Choose a file"</a>
            </section>
        }
        .into_any()
    })
}

/// The profile is the person's: it can go elsewhere.
fn take_along() -> AnyView {
    let (api, toasts) = (use_api(), use_toasts());
    let download = move |_| {
        spawn_local(async move {
            match api.json_resume().await {
                Ok(bytes) => files::download(&bytes, "resume.json"),
                Err(problem) => toasts.say(problem.detail),
            }
        });
    };
    view! {
        <div class="flex flex-wrap items-center gap-x-4 gap-y-2">
            <button class="btn small" type="button" id="take-along" on:click=download>{small(Icon::Download)}"Download as JSON Resume"</button>
            <a href="/import">"Add from a file"</a>
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
