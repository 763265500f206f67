//! Answers the person wants to give whenever a question like this comes.

use super::entries::{Entries, entries, nothing};
use super::fields::{area, text};
use super::section::section as frame;
use crate::browser::clock;
use crate::components::field::Typing;
use crate::profile::lens::lens;
use crate::profile::sections::Section;
use crate::profile::title;
use crate::state::profile_form::ProfileForm;
use foothold_shared::profile::StandardAnswer;
use leptos::prelude::*;

/// The section.
pub(super) fn section(form: ProfileForm) -> AnyView {
    let list = Entries {
        name: "standard_answers",
        list: |profile| &profile.standard_answers,
        list_mut: |profile| &mut profile.standard_answers,
        noun: "answer",
        add_words: "Add an answer",
        new_first: false,
        new: || StandardAnswer {
            id: clock::fresh_id(),
            ..StandardAnswer::default()
        },
        first_field: "question",
        title: title::of_answer,
        aside: nothing,
        folded: true,
        body: |form, i| {
            let fields = view! {
                {text(form, lens!(standard_answers[i].question), "Question, as a form words it", Typing::TEXT)}
                {area(form, lens!(standard_answers[i].answer), "Your answer", "")}
            };
            view! { <div class="grid gap-5">{fields}</div> }.into_any()
        },
    };
    frame(
        form,
        Section::Answers,
        "For questions that come back, such as “How did you hear about us?”. Used only where a form asks the same thing.",
        entries(form, list),
    )
}
