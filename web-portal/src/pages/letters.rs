//! A letter, written elsewhere or here: its report, and suggestions that are taken into the text one by one.

use super::report::{Taken, against_card, around};
use super::{heading, signed_in};
use crate::browser::{dialog, focus};
use crate::components::field::{FieldText, text_area};
use crate::components::icon::{Icon, small};
use crate::components::pill::{Tone, note};
use crate::format;
use crate::state::asked::Asked;
use crate::state::carried::use_carried;
use crate::state::session::use_api;
use crate::state::toasts::use_toasts;
use foothold_shared::report::{
    ApplyLetterSuggestion, LetterReportRequest, ReportRequest, ReportView, TextSuggestion,
};
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

/// The server's limit; told before a long upload, and checked there again.
const LARGEST_BYTES: f64 = 5.0 * 1024.0 * 1024.0;

/// The page.
pub(crate) fn page() -> AnyView {
    signed_in(letters)
}

/// What the page works on.
#[derive(Clone, Copy)]
struct Desk {
    /// The letter as it is typed.
    text: RwSignal<String>,
    /// The letter that the report is about; `None` before the first.
    looked_at: RwSignal<Option<String>>,
    asked: Asked<ReportView>,
    refused: RwSignal<Option<String>>,
}

fn request(text: String, against: ReportRequest) -> LetterReportRequest {
    LetterReportRequest {
        text,
        posting: against.posting,
        job_id: against.job_id,
    }
}

fn letters() -> AnyView {
    let (api, toasts, carried) = (use_api(), use_toasts(), use_carried());
    let desk = Desk {
        text: carried.letter,
        looked_at: RwSignal::new(None),
        asked: Asked::start(),
        refused: RwSignal::new(None),
    };
    let Desk {
        text,
        looked_at,
        asked,
        refused,
    } = desk;
    let ask = move || {
        let Some(letter) = looked_at.get() else {
            return;
        };
        let request = request(letter, carried.against.get());
        asked.ask(async move { api.letter_report(&request).await });
    };
    Effect::new(ask);
    // What came with the person from another page is looked at without being asked twice.
    if text.with_untracked(|text| !text.trim().is_empty()) {
        looked_at.set(Some(text.get_untracked()));
    }
    let look = move |_| {
        if text.with_untracked(|text| text.trim().is_empty()) {
            refused.set(Some("Paste or write a letter first.".to_owned()));
            focus::soon("letter-text");
            return;
        }
        refused.set(None);
        looked_at.set(Some(text.get_untracked()));
    };
    let (busy, not_taken) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let apply = move |one: TextSuggestion| {
        busy.set(true);
        not_taken.set(None);
        let before = looked_at.get_untracked().unwrap_or_default();
        let against = carried.against.get_untracked();
        let request = ApplyLetterSuggestion {
            suggestion_id: one.suggestion_id,
            text: before.clone(),
            posting: against.posting,
            job_id: against.job_id,
        };
        spawn_local(async move {
            match api.apply_to_letter(&request).await {
                Ok(letter) => {
                    let set = move |letter: String| {
                        text.try_set(letter.clone());
                        looked_at.try_set(Some(letter));
                    };
                    set(letter.text);
                    toasts.say_undoable("Applied to the letter.", move || set(before.clone()));
                    focus::soon("suggestions");
                }
                Err(problem) => Taken::refuse(not_taken, ask, problem),
            }
            busy.try_set(false);
        });
    };
    let says = "Applying one changes the text above; you can take it back.";
    let taken = Taken::new(says, ask, busy, not_taken, apply);
    // The form stays the same form while reports come and go.
    let has_report = Memo::new(move |_| looked_at.with(Option::is_some));
    view! {
        {heading("Letters", ().into_any())}
        <p class="text-slate -mt-4 mb-6 max-w-[60ch]">"Paste or upload a letter, and see what it says to this employer and what it leaves out. Nothing of it is kept."</p>
        {written(desk, look)}
        {against_card()}
        {move || has_report.get().then(|| around(asked, taken, || None))}
    }
    .into_any()
}

fn written(desk: Desk, look: impl Fn(leptos::ev::MouseEvent) + 'static) -> AnyView {
    let toasts = use_toasts();
    let Desk {
        text,
        looked_at,
        refused,
        asked,
    } = desk;
    let words = move || {
        let count = text.with(|text| text.split_whitespace().count());
        let changed = looked_at.with(|looked_at| {
            looked_at
                .as_ref()
                .is_some_and(|looked_at| text.with(|text| text != looked_at))
        });
        let changed = if changed {
            " · changed since it was looked at"
        } else {
            ""
        };
        format!("{}{changed}", format::count(count, "word", "words"))
    };
    let copy = move |_| {
        let letter = text.get_untracked();
        spawn_local(async move {
            toasts.say(if dialog::copy(&letter).await {
                "The letter’s text is copied."
            } else {
                "This browser did not let us copy. Select the text and copy it by hand."
            });
        });
    };
    let field = FieldText::new("letter-text", "The letter")
        .hint("With its greeting and ending; paragraphs divided by empty lines.");
    view! {
        <section class="card p-4 sm:p-6 mb-6" aria-labelledby="your-letter">
            <h2 class="mb-4" id="your-letter">"Your letter"</h2>
            {text_area(field, text.into(), move |typed| text.set(typed))}
            <p class="hint figures mt-2">{words}</p>
            <div role="alert" class="mt-3 empty:hidden">{move || refused.get().map(|words| note(Tone::Brick, words.into_any()))}</div>
            <div class="mt-4 flex flex-wrap gap-3">
                <button class="btn primary" type="button" id="look" on:click=look disabled=move || asked.busy.get()>"Look at it"</button>
                {upload(desk)}
                <button class="btn quiet" type="button" on:click=copy>"Copy text"</button>
            </div>
        </section>
    }
    .into_any()
}

/// A letter from a file: its text is put on the desk.
fn upload(desk: Desk) -> AnyView {
    let (api, carried) = (use_api(), use_carried());
    let busy = RwSignal::new(false);
    let input = NodeRef::<Input>::new();
    let take = move |file: File| {
        if let Some(words) = too_large(&file.name(), file.size()) {
            desk.refused.set(Some(words));
            return;
        }
        busy.set(true);
        desk.refused.set(None);
        let against = carried.against.get_untracked();
        spawn_local(async move {
            match api.letter_file_report(&file, &against).await {
                Ok(view) if view.text.trim().is_empty() => drop(desk.refused.try_set(Some(
                    "No text can be read in this file, so an employer’s system will most likely see nothing. Paste the letter instead.".to_owned(),
                ))),
                Ok(view) => {
                    desk.text.try_set(view.text.clone());
                    desk.looked_at.try_set(Some(view.text));
                }
                Err(problem) => drop(desk.refused.try_set(Some(problem.detail))),
            }
            busy.try_set(false);
        });
    };
    let chosen = move |_| {
        if let Some(input) = input.get_untracked() {
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                take(file);
            }
            // So that the same file can be chosen again.
            input.set_value("");
        }
    };
    let open_chooser = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    view! {
        <button class="btn" type="button" on:click=open_chooser disabled=move || busy.get()>
            {small(Icon::Upload)}{move || if busy.get() { "Reading…" } else { "Upload a letter" }}
        </button>
        <input class="sr" node_ref=input id="letter-file" type="file" tabindex="-1" aria-label="A letter as PDF or Word"
            accept=".pdf,.docx,application/pdf" on:change=chosen />
    }
    .into_any()
}

fn too_large(name: &str, size: f64) -> Option<String> {
    (size > LARGEST_BYTES).then(|| {
        #[expect(clippy::cast_possible_truncation, reason = "a whole number of bytes")]
        let size = format::size(size as i64);
        format!("“{name}” has {size}. The most we take is 5 MB.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_files_are_told_before_they_are_sent() {
        assert!(too_large("a.pdf", 10.0).is_none());
        assert!(too_large("a.pdf", 6_000_000.0).is_some_and(|words| words.contains("5 MB")));
    }
}
