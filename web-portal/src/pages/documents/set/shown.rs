//! Résumé and letter as they will be printed, and how they look.

use super::Desk;
use crate::components::choice::{Word, choice};
use crate::components::field::FieldText;
use crate::components::look::look_fields;
use crate::pages::documents::preview::preview;
use foothold_shared::document::DocumentKind;
use foothold_shared::generation::DocumentPreview;
use leptos::prelude::*;

const WHICH: &[Word<DocumentKind>] = &[
    Word {
        value: DocumentKind::Resume,
        words: "Résumé",
        unsaid: false,
    },
    Word {
        value: DocumentKind::Letter,
        words: "Letter",
        unsaid: false,
    },
];

/// The card.
pub(super) fn card(desk: Desk) -> AnyView {
    let (has_resume, has_both) = desk.set.with_value(|set| {
        let has_resume = set.resume.is_some();
        (has_resume, has_resume && set.letter.is_some())
    });
    let which = RwSignal::new(if has_resume {
        DocumentKind::Resume
    } else {
        DocumentKind::Letter
    });
    let look = Signal::derive(move || desk.options.with(|options| options.look.clone()));
    let document = Memo::new(move |_| {
        let (which, look) = (which.get(), look.get());
        desk.set.with_value(|set| {
            desk.changes.with(|changes| {
                let is_resume = which == DocumentKind::Resume;
                let resume = set.resume.as_ref().filter(|_| is_resume);
                let letter = set.letter.as_ref().filter(|_| !is_resume);
                DocumentPreview {
                    resume: resume.map(|content| changes.resume(content)),
                    letter: letter.map(|content| changes.letter(content)),
                    look,
                }
            })
        })
    });
    let choose = has_both.then(|| {
        view! { <div class="mb-4">{choice(FieldText::new("which", "Show"), WHICH, which.into(), move |kind| which.set(kind))}</div> }
    });
    view! {
        <section class="card p-4 sm:p-6" aria-labelledby="preview">
            <h2 class="mb-4" id="preview">"How it looks"</h2>
            <div class="mb-4">{look_fields("look", look, move |look| desk.options.update(|options| options.look = look))}</div>
            {choose}
            {preview("Preview", document.into())}
        </section>
    }
    .into_any()
}
