//! Reports: the points a document gets and why, what a program reads in it, what the posting asks for, and changes that
//! are taken one by one.
//!
//! `resume`, `draft` and `set` are the pages; the letters' is [`super::letters`]. What must not happen here: a change that
//! the person did not press for.

mod against;
pub(crate) mod draft;
mod findings;
mod keywords;
pub(crate) mod resume;
mod score;
pub(crate) mod set;
mod suggestions;
mod text;

pub(crate) use against::card as against_card;
pub(crate) use suggestions::Taken;

use super::documents::facts::FactWords;
use crate::components::pill::{Tone, note};
use crate::components::state_view::{failure, skeleton};
use crate::state::asked::Asked;
use crate::state::fetched::Now;
use crate::state::profile_form::{Load, use_profile};
use foothold_shared::document::DocumentKind;
use foothold_shared::problem::Problem;
use foothold_shared::reading::{ReadingStatus, Spot};
use foothold_shared::report::ReportView;
use leptos::prelude::*;

/// What the parts of a report share.
#[derive(Clone, Copy)]
struct Desk {
    view: StoredValue<ReportView>,
    /// The lines of the text that are marked.
    marked: RwSignal<Vec<usize>>,
    /// The button that marked them, to come back to.
    from: RwSignal<Option<String>>,
    /// Counts how often lines were marked, so that the text comes into sight each time.
    turned: RwSignal<u32>,
    words: Memo<FactWords>,
}

impl Desk {
    fn of(view: ReportView) -> Self {
        let form = use_profile();
        form.fetch();
        Self {
            view: StoredValue::new(view),
            marked: RwSignal::new(Vec::new()),
            from: RwSignal::new(None),
            turned: RwSignal::new(0),
            words: Memo::new(move |_| {
                let is_here = form.load.with(|load| *load == Load::Ready);
                if is_here {
                    form.profile.with(FactWords::of)
                } else {
                    FactWords::default()
                }
            }),
        }
    }

    /// What the document is called in a sentence.
    fn what(self) -> &'static str {
        self.view.with_value(|view| match view.kind {
            DocumentKind::Resume => "résumé",
            DocumentKind::Letter => "letter",
        })
    }

    /// The button that shows where something stands; nothing where that is not known. `id` is the button's own.
    fn show_button(self, id: String, about: &str, spots: &[Spot], texts: &[String]) -> AnyView {
        let lines = self
            .view
            .with_value(|view| crate::report::lines::about(&view.lines, spots, texts));
        let Some(first) = lines.first().copied() else {
            return ().into_any();
        };
        let own = id.clone();
        let show = move |_| {
            self.marked.set(lines.clone());
            self.from.set(Some(own.clone()));
            self.turned.update(|turned| *turned += 1);
            crate::browser::focus::reveal(text::line_id(first), true);
        };
        view! { <button class="btn small" type="button" id=id aria-label=format!("Show in the text: {about}") on:click=show>"Show in the text"</button> }
            .into_any()
    }
}

/// A report that is asked for, with everything around it. `original` draws the document itself.
pub(crate) fn around(
    asked: Asked<ReportView>,
    taken: Taken,
    original: impl Fn() -> Option<AnyView> + Copy + Send + Sync + 'static,
) -> AnyView {
    view! {
        <p class="sr" role="status">{move || if asked.busy.get() { "The report is being made." } else { "" }}</p>
        <div role="alert" class="mb-6 empty:hidden">{move || asked.refused.get().map(|problem| refusal(&problem))}</div>
        <div aria-busy=move || if asked.busy.get() { "true" } else { "false" } class:opacity-60=move || asked.busy.get()>
            {move || match asked.now.get() {
                Now::Loading => skeleton(4),
                Now::Failed(problem) => failure(&problem, move || taken.again()),
                Now::Ready(view) => whole(view, taken, original()),
            }}
        </div>
    }
    .into_any()
}

fn refusal(problem: &Problem) -> AnyView {
    let messages = problem
        .errors
        .iter()
        .map(|error| view! { <li>{error.message.clone()}</li> })
        .collect_view();
    note(
        Tone::Brick,
        view! { <p>{problem.detail.clone()}</p><ul>{messages}</ul> }.into_any(),
    )
}

/// The report.
fn whole(view: ReportView, taken: Taken, original: Option<AnyView>) -> AnyView {
    let unread = unread(view.status, view.kind);
    let notes = view
        .notes
        .iter()
        .map(|words| view! { <li>{words.clone()}</li> })
        .collect_view();
    let has_notes = !view.notes.is_empty();
    let desk = Desk::of(view);
    view! {
        {unread.map(|words| view! { <div class="mb-6">{note(Tone::Amber, words.into_any())}</div> })}
        {has_notes.then(|| view! { <div class="mb-6">{note(Tone::Quiet, view! { <ul class="grid gap-1">{notes}</ul> }.into_any())}</div> })}
        <div class="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-2 items-start">
            <div class="grid grid-cols-[minmax(0,1fr)] gap-6">
                {score::card(desk)}
                {keywords::card(desk)}
                {suggestions::card(desk, taken)}
                {findings::card(desk)}
            </div>
            <div class="grid grid-cols-[minmax(0,1fr)] gap-6 lg:sticky lg:top-4">
                {text::card(desk, original)}
            </div>
        </div>
    }
    .into_any()
}

/// What a document that gives no text means for the person, and what helps.
fn unread(status: ReadingStatus, kind: DocumentKind) -> Option<String> {
    let what = match kind {
        DocumentKind::Resume => "résumé",
        DocumentKind::Letter => "letter",
    };
    let words = match status {
        ReadingStatus::Read => return None,
        ReadingStatus::Picture => {
            "This file is a picture: an employer’s system sees nothing in it. Save it as a PDF from the program you wrote it in, and upload that."
        }
        ReadingStatus::Unreadable => {
            "No text can be read in this file, so an employer’s system will most likely see nothing. Save it again as a PDF with its fonts, or as a Word file, and upload that."
        }
        ReadingStatus::TooLarge => {
            "This file has far more pages or text than a usual one, so it was not read. Upload a shorter one."
        }
    };
    Some(format!("There is little to say about this {what}. {words}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_without_text_is_told_what_helps() {
        for status in [
            ReadingStatus::Picture,
            ReadingStatus::Unreadable,
            ReadingStatus::TooLarge,
        ] {
            let words = unread(status, DocumentKind::Letter);
            assert!(words.is_some_and(|words| words.contains("letter") && words.contains("pload")));
        }
        assert_eq!(unread(ReadingStatus::Read, DocumentKind::Resume), None);
    }
}
