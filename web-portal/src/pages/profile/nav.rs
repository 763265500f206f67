//! The way to each section: a rail beside the form, and a list to choose from on a phone.

use super::section::{standing, title_id};
use crate::browser::focus;
use crate::components::icon::{Icon, small};
use crate::profile::completeness::{Standing, in_words};
use crate::profile::sections::Section;
use crate::state::profile_form::ProfileForm;
use leptos::ev;
use leptos::prelude::*;

/// The section that is being read: the last one whose top has passed the upper part of the window.
fn being_read() -> ReadSignal<Section> {
    /// How far below the window's top a section counts as being read, in CSS pixels.
    const READING_LINE_PX: f64 = 160.0;
    let (at, set_at) = signal(Section::Name);
    let look = move || {
        let passed = Section::ALL.into_iter().rfind(|section| {
            document()
                .get_element_by_id(section.id())
                .is_some_and(|element| element.get_bounding_client_rect().top() <= READING_LINE_PX)
        });
        let now = passed.unwrap_or(Section::Name);
        if at.get_untracked() != now {
            set_at.set(now);
        }
    };
    let handle = window_event_listener(ev::scroll, move |_| look());
    on_cleanup(move || handle.remove());
    at
}

/// The rail.
pub(super) fn rail(form: ProfileForm) -> AnyView {
    let at = being_read();
    let links = Section::ALL
        .into_iter()
        .map(|section| {
            let standing = standing(form, section);
            let sign = move || match standing.get() {
                Standing::Complete => view! { <span class="text-pine">{small(Icon::Check)}</span><span class="sr">"complete"</span> }.into_any(),
                Standing::Missing(gaps) => view! {
                    <span class="figures text-amber font-semibold" title=in_words(&gaps) aria-hidden="true">{gaps.len()}</span>
                    <span class="sr">{in_words(&gaps)}</span>
                }
                .into_any(),
                Standing::Optional => ().into_any(),
            };
            view! {
                <li><a href=format!("/profile#{}", section.id()) aria-current=move || (at.get() == section).then_some("true")
                    on:click=move |event| { event.prevent_default(); focus::reveal(title_id(section), false) }>
                    <span>{section.title()}</span>
                    <span class="flex items-center">{sign}</span>
                </a></li>
            }
        })
        .collect_view();
    view! {
        <nav class="railnav" aria-label="Sections">
            <ul>{links}</ul>
            <p class="hint mt-4 pl-3">"A number says how many things are missing that forms often ask for."</p>
        </nav>
    }
    .into_any()
}

/// The list to choose from.
pub(super) fn on_a_phone(form: ProfileForm) -> AnyView {
    let at = being_read();
    let options = Section::ALL
        .into_iter()
        .map(|section| {
            let standing = standing(form, section);
            let words = move || match standing.get() {
                Standing::Missing(gaps) => format!("{} ({} missing)", section.title(), gaps.len()),
                Standing::Complete => format!("{} (complete)", section.title()),
                Standing::Optional => section.title().to_owned(),
            };
            view! { <option value=section.id() prop:selected=move || at.get() == section>{words}</option> }
        })
        .collect_view();
    let go = move |event: ev::Event| {
        let id = event_target_value(&event);
        if let Some(section) = Section::ALL.into_iter().find(|section| section.id() == id) {
            focus::reveal(title_id(section), false);
        }
    };
    view! {
        <div class="lg:hidden mt-2">
            <label class="sr" for="section-choice">"Go to a section"</label>
            <select class="input" id="section-choice" on:change=go>{options}</select>
        </div>
    }
    .into_any()
}
