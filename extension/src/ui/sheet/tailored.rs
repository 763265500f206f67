//! The documents for a job: the offer to write them, the wait, and what they say line by line.

use super::looked::Job;
use super::state::Sheet;
use crate::messages::{DocumentLine, LineRole, TailorChange, TailoredFile, TailoredView};
use foothold_shared::document::{DocumentFormat, DocumentKind, Template};
use leptos::prelude::*;

/// The templates and what a person calls them.
const TEMPLATES: [(Template, &str); 5] = [
    (Template::Plain, "Plain"),
    (Template::Classic, "Classic"),
    (Template::Modern, "Modern"),
    (Template::Compact, "Compact"),
    (Template::Elegant, "Elegant"),
];

/// The offer on a page about a job; `fills`: there is a form, too.
#[component]
pub(super) fn Offer(sheet: Sheet, fills: bool) -> impl IntoView {
    view! {
        <div class="flex flex-wrap items-center gap-2 mt-2">
            <button type="button" class="btn small" id="tailor" disabled=move || sheet.is_busy()
                title="Write a résumé and a letter for this job from your profile"
                on:click=move |_| sheet.tailor()>
                "Tailor documents"
            </button>
            {fills.then(|| view! {
                <button type="button" class="btn quiet small" id="tailor-fill"
                    disabled=move || sheet.is_busy() on:click=move |_| sheet.tailor_and_fill()>
                    "Tailor and fill"
                </button>
            })}
        </div>
    }
}

/// While they are written.
#[component]
pub(super) fn Tailoring(sheet: Sheet) -> impl IntoView {
    view! {
        <section class="flex flex-col gap-3 p-4" id="tailoring">
            <h1 class="text-lg">"Writing a résumé and a letter for this job"</h1>
            <p class="text-sm text-slate">
                "Your server picks what counts for this job from your profile, sets both documents and reads them back. \
                 This usually takes seconds; with a language model up to a minute."
            </p>
            <div class="skeleton h-4 w-full"></div>
            <div class="skeleton h-4 w-[80%]"></div>
            <div class="skeleton h-4 w-[90%]"></div>
            <div>
                <button type="button" class="btn small" id="cancel-tailor" on:click=move |_| sheet.cancel_writing()>
                    "Cancel"
                </button>
            </div>
        </section>
    }
}

/// What they say.
#[component]
pub(super) fn Tailored(sheet: Sheet, view: TailoredView) -> impl IntoView {
    let attach = view.attach;
    let template = view.template;
    let notes = view.notes.into_iter();
    let notes = notes.map(|note| view! { <p class="hint mt-1">{note}</p> });
    let choices = TEMPLATES.into_iter().enumerate().map(|(at, (one, name))| {
        view! { <option value=at.to_string() selected=one == template>{name}</option> }
    });
    let files = |kind| {
        let of_kind = view.files.iter().filter(|file| file.kind == kind);
        of_kind.cloned().collect::<Vec<_>>()
    };
    let (resume_files, letter_files) = (files(DocumentKind::Resume), files(DocumentKind::Letter));
    let (sentence, button) = if attach {
        (
            "Fills of this job\u{2019}s form attach both.",
            "Do not attach them",
        )
    } else {
        ("Nothing is attached until you say so.", "Attach both")
    };
    view! {
        <section class="flex-none px-4 py-3 border-b border-line">
            <Job job=view.job.clone() host=view.host.clone()/>
            <h2 class="mt-1 text-base" id="documents" tabindex="-1">
                "Your documents " <span class="text-slate font-normal">"version "{view.version}</span>
            </h2>
            <div class="mt-2">
                <label class="flex items-center gap-3 text-sm">
                    "Template"
                    <select class="input grow" id="template" on:change=move |event| {
                        let at: usize = event_target_value(&event).parse().unwrap_or_default();
                        if let Some((template, _)) = TEMPLATES.get(at) {
                            sheet.change_documents(TailorChange::Template(*template));
                        }
                    }>{choices.collect_view()}</select>
                </label>
            </div>
        </section>
        <div class="relative grow overflow-y-auto" id="rows">
            <div class="px-4 pb-2">{notes.collect_view()}</div>
            <Document sheet id="resume-lines" title="Résumé" lines=view.resume files=resume_files/>
            <Document sheet id="letter-lines" title="Letter" lines=view.letter files=letter_files text=view.letter_text/>
        </div>
        <footer class="flex-none px-4 py-3 border-t border-line bg-surface">
            <p class="hint mb-2" id="attach-state">{sentence}</p>
            <div class="flex gap-2">
                <button type="button" id="attach" class="btn grow" class:primary=!attach
                    on:click=move |_| sheet.attach_documents(!attach)>{button}</button>
                <button type="button" id="leave-documents" class="btn quiet" on:click=move |_| sheet.leave_documents()>
                    "Back"
                </button>
            </div>
        </footer>
    }
}

#[component]
fn Document(
    sheet: Sheet,
    id: &'static str,
    title: &'static str,
    lines: Vec<DocumentLine>,
    files: Vec<TailoredFile>,
    /// What it is as text, to be copied; empty where that is not offered.
    #[prop(optional)]
    text: String,
) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        let saves = files.into_iter().map(|file| {
            let words = match file.format {
                DocumentFormat::Docx => "Word",
                _ => "PDF",
            };
            let label = format!("Save {} as {words}", title.to_lowercase());
            view! {
                <button type="button" class="link py-1 text-sm" data-save=file.name.clone() aria-label=label
                    on:click=move |_| sheet.save_document(file.file.clone())>
                    "Save "{words}
                </button>
            }
        });
        view! {
            <section id=id class="px-4 py-3 border-b border-line">
                <div class="flex items-center gap-3">
                    <h3 class="text-sm font-semibold grow">{title}</h3>
                    {copy(sheet, text)}
                    {saves.collect_view()}
                </div>
                {lines.into_iter().map(|line| view! { <Line sheet line/> }).collect_view()}
            </section>
        }
    })
}

/// Copies a document's text, for a field that Foothold does not know.
fn copy(sheet: Sheet, text: String) -> impl IntoView {
    (!text.is_empty()).then(|| {
        let is_copied = RwSignal::new(false);
        view! {
            <button type="button" class="link py-1 text-sm" id="copy-letter"
                on:click=move |_| sheet.copy_text(text.clone(), is_copied)>
                {move || if is_copied.get() { "Copied" } else { "Copy text" }}
            </button>
        }
    })
}

/// A line; one that rests on facts can be worded anew.
#[component]
fn Line(sheet: Sheet, line: DocumentLine) -> impl IntoView {
    let class = match line.role {
        LineRole::Title => "font-semibold leading-snug mt-1",
        LineRole::Heading => "text-sm font-semibold text-pine leading-snug mt-3",
        LineRole::Entry => "text-sm font-medium leading-snug mt-2",
        LineRole::Text => "text-sm leading-snug mt-1",
        LineRole::Bullet => "text-sm leading-snug mt-1 pl-3",
    };
    let text = if line.role == LineRole::Bullet {
        format!("\u{2022} {}", line.text)
    } else {
        line.text.clone()
    };
    if line.facts.is_empty() {
        return view! {
            <p class=class>
                {text}
                {(!line.aside.is_empty()).then(|| view! { <span class="text-slate font-normal">" "{line.aside}</span> })}
            </p>
        }
        .into_any();
    }
    let editing = RwSignal::new(false);
    let words = RwSignal::new(line.text);
    let facts = line.facts;
    view! {
        {move || if editing.get() {
            let facts = facts.clone();
            view! {
                <div class="flex flex-col gap-2 my-2">
                    <textarea class="input text-sm" rows="3" aria-label="This line in your own words"
                        prop:value=move || words.get() on:input=move |event| words.set(event_target_value(&event))>
                    </textarea>
                    <div class="flex gap-2">
                        <button type="button" class="btn primary small" data-do="keep-line"
                            disabled=move || words.with(|words| words.trim().is_empty())
                            on:click=move |_| sheet.change_documents(TailorChange::Line {
                                facts: facts.clone(),
                                text: words.get_untracked().trim().to_owned(),
                            })>
                            "Keep"
                        </button>
                        <button type="button" class="btn quiet small" on:click=move |_| editing.set(false)>
                            "Cancel"
                        </button>
                    </div>
                </div>
            }.into_any()
        } else {
            let text = text.clone();
            view! {
                <button type="button" class=format!("{class} block w-full text-left rounded hover:bg-moss")
                    data-do="edit-line" title="Change this line" on:click=move |_| editing.set(true)>{text}</button>
            }.into_any()
        }}
    }
    .into_any()
}
