//! The frame of a section: its title, how it stands, and a sentence about it.

use crate::components::pill::{Tone, pill};
use crate::profile::completeness::{self, Standing};
use crate::profile::sections::Section;
use crate::state::profile_form::ProfileForm;
use leptos::prelude::*;

/// The id of a section's heading.
pub(super) fn title_id(section: Section) -> String {
    format!("{}-title", section.id())
}

/// How a section stands; changes only when that changes.
pub(super) fn standing(form: ProfileForm, section: Section) -> Memo<Standing> {
    Memo::new(move |_| {
        form.profile
            .with(|profile| completeness::standing(section, profile))
    })
}

/// A section around its fields.
pub(super) fn section(
    form: ProfileForm,
    which: Section,
    intro: &'static str,
    body: AnyView,
) -> AnyView {
    let standing = standing(form, which);
    let sign = move || match standing.get() {
        Standing::Complete => pill(Tone::Good, "Complete"),
        Standing::Missing(gaps) => pill(Tone::Amber, completeness::in_words(&gaps)),
        Standing::Optional => pill(Tone::Quiet, "Optional"),
    };
    let intro =
        (!intro.is_empty()).then(|| view! { <p class="mt-1 text-slate max-w-[64ch]">{intro}</p> });
    view! {
        <section class="card p-4 sm:p-7" id=which.id() aria-labelledby=title_id(which)>
            <div class="mb-5">
                <div class="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
                    <h2 id=title_id(which) tabindex="-1">{which.title()}</h2>
                    {sign}
                </div>
                {intro}
            </div>
            {body}
        </section>
    }
    .into_any()
}

/// Fields in two columns where there is room.
pub(super) fn columns(fields: AnyView) -> AnyView {
    view! { <div class="grid gap-x-5 gap-y-5 sm:grid-cols-2 items-start">{fields}</div> }.into_any()
}

/// A field over both columns.
pub(super) fn wide(field: AnyView) -> AnyView {
    view! { <div class="sm:col-span-2 min-w-0">{field}</div> }.into_any()
}
