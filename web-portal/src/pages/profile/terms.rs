//! Pay, start, relocation and ways of working.

use super::drafted::{notice, salary};
use super::fields::{around, day, value, yes_no};
use super::section::{columns, section as frame, wide};
use crate::components::choice::checkbox;
use crate::profile::lens::{Lens, lens};
use crate::profile::sections::Section;
use crate::state::profile_form::ProfileForm;
use foothold_shared::profile::WorkPlace;
use leptos::prelude::*;

const PLACES: [(WorkPlace, &str, &str); 3] = [
    (WorkPlace::OnSite, "on-site", "In an office"),
    (WorkPlace::Hybrid, "hybrid", "Some days in an office"),
    (WorkPlace::Remote, "remote", "Remote"),
];

/// The section.
pub(super) fn section(form: ProfileForm) -> AnyView {
    let fields = view! {
        {wide(salary(form, lens!(salary), "Pay you expect"))}
        {notice(form, lens!(availability.notice), "Notice period")}
        {day(form, lens!(availability.earliest_start), "Earliest start", "Only if it is a fixed day.")}
        {yes_no(form, lens!(preferences.relocate), "Would you move for a job?", "")}
        {work_places(form)}
    };
    frame(form, Section::Terms, "", columns(fields.into_any()))
}

/// The ways of working a person accepts, in the order of the wire type.
fn toggled(places: &[WorkPlace], place: WorkPlace, on: bool) -> Vec<WorkPlace> {
    [WorkPlace::Remote, WorkPlace::Hybrid, WorkPlace::OnSite]
        .into_iter()
        .filter(|own| {
            if *own == place {
                on
            } else {
                places.contains(own)
            }
        })
        .collect()
}

fn work_places(form: ProfileForm) -> AnyView {
    let lens: Lens<Vec<WorkPlace>> = lens!(preferences.work_places);
    let field =
        around(form, &lens, "Ways of working you accept").hint("None ticked means: not answered.");
    let chosen = value(form, &lens);
    let boxes = PLACES
        .into_iter()
        .map(|(place, token, words)| {
            let lens = lens.clone();
            let is_on = Signal::derive(move || chosen.with(|chosen| chosen.contains(&place)));
            checkbox(format!("{}-{token}", field.id), words, is_on, move |on| {
                let places = chosen.with_untracked(|chosen| toggled(chosen, place, on));
                form.write(&lens, places);
            })
        })
        .collect_view();
    field.around_group(view! { <div>{boxes}</div> }.into_any())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticking_keeps_the_others_and_one_order() {
        use WorkPlace::{Hybrid, OnSite, Remote};
        assert_eq!(toggled(&[], OnSite, true), [OnSite]);
        assert_eq!(toggled(&[OnSite], Remote, true), [Remote, OnSite]);
        assert_eq!(toggled(&[OnSite, Hybrid], OnSite, false), [Hybrid]);
        assert_eq!(toggled(&[Remote], Remote, false), []);
    }
}
