//! How documents look and speak: the choices of template, paper, language, length and tone.

use super::choice::{Word, choice};
use super::field::FieldText;
use super::select::{options, select_field};
use crate::browser::intl::{Names, name_of};
use foothold_shared::document::{DocumentLook, DocumentOptions, Paper, Template, Tone};
use leptos::prelude::*;

/// Templates with their names and what they are for.
const TEMPLATES: [(Template, &str, &str); 5] = [
    (Template::Plain, "plain", "Plain: black on white"),
    (
        Template::Classic,
        "classic",
        "Classic: rules under headings",
    ),
    (Template::Modern, "modern", "Modern: coloured headings"),
    (Template::Compact, "compact", "Compact: for long histories"),
    (Template::Elegant, "elegant", "Elegant: centred, generous"),
];

const PAPERS: &[Word<Paper>] = &[
    Word {
        value: Paper::A4,
        words: "A4",
        unsaid: false,
    },
    Word {
        value: Paper::Letter,
        words: "US Letter",
        unsaid: false,
    },
];

const TONES: &[Word<Tone>] = &[
    Word {
        value: Tone::Plain,
        words: "Plain",
        unsaid: false,
    },
    Word {
        value: Tone::Warm,
        words: "Warm",
        unsaid: false,
    },
    Word {
        value: Tone::Formal,
        words: "Formal",
        unsaid: false,
    },
];

/// The languages that documents are written in.
const LANGUAGES: [&str; 8] = ["en", "de", "fr", "es", "it", "nl", "pl", "pt"];

/// The languages that documents are written in, with their names.
pub(crate) fn languages() -> Vec<(String, String)> {
    LANGUAGES
        .iter()
        .map(|code| ((*code).to_owned(), name_of(Names::Language, code)))
        .collect()
}

/// What a template is called.
pub(crate) fn template_name(template: Template) -> &'static str {
    TEMPLATES
        .iter()
        .find(|(known, ..)| *known == template)
        .and_then(|(_, _, words)| words.split(':').next())
        .unwrap_or_default()
}

/// Template and paper.
pub(crate) fn look_fields(
    id: &'static str,
    look: Signal<DocumentLook>,
    set: impl Fn(DocumentLook) + Clone + 'static,
) -> AnyView {
    let list = TEMPLATES
        .iter()
        .map(|(_, code, words)| ((*code).to_owned(), (*words).to_owned()))
        .collect();
    let template = Signal::derive(move || {
        let now = look.with(|look| look.template);
        let known = TEMPLATES.iter().find(|(known, ..)| *known == now);
        known.map_or(String::new(), |(_, code, _)| (*code).to_owned())
    });
    let set_template = {
        let set = set.clone();
        move |code: String| {
            if let Some((template, ..)) = TEMPLATES.iter().find(|(_, known, _)| *known == code) {
                let paper = look.with_untracked(|look| look.paper);
                set(DocumentLook {
                    template: *template,
                    paper,
                });
            }
        }
    };
    let set_paper = move |paper| {
        let template = look.with_untracked(|look| look.template);
        set(DocumentLook { template, paper });
    };
    view! {
        <div class="flex flex-wrap gap-x-6 gap-y-4">
            <div class="grow min-w-0 max-w-sm">{select_field(FieldText::new(format!("{id}-template"), "Template"), None, list, template, set_template)}</div>
            {choice(FieldText::new(format!("{id}-paper"), "Paper"), PAPERS, Signal::derive(move || look.with(|look| look.paper)), set_paper)}
        </div>
    }
    .into_any()
}

/// Language, length and tone.
pub(crate) fn writing_fields(id: &'static str, wanted: RwSignal<DocumentOptions>) -> AnyView {
    let languages = languages();
    let pages = options(&[
        ("1", "One page"),
        ("2", "Two pages at most"),
        ("3", "Three pages at most"),
        ("4", "Four pages at most"),
    ]);
    let language = Signal::derive(move || wanted.with(|wanted| wanted.language.clone()));
    let most = Signal::derive(move || {
        wanted.with(|wanted| {
            wanted
                .max_pages
                .map_or(String::new(), |pages| pages.to_string())
        })
    });
    let tone = Signal::derive(move || wanted.with(|wanted| wanted.tone));
    view! {
        <div class="grid gap-4 sm:grid-cols-2">
            {select_field(FieldText::new(format!("{id}-language"), "Language"), Some("As the posting"), languages, language,
                move |code| wanted.update(|wanted| wanted.language = code))}
            {select_field(FieldText::new(format!("{id}-pages"), "Length of the résumé"), Some("As long as it needs"), pages, most,
                move |pages: String| wanted.update(|wanted| wanted.max_pages = pages.parse().ok()))}
        </div>
        <div class="mt-4">{choice(FieldText::new(format!("{id}-tone"), "Tone of the letter"), TONES, tone,
            move |tone| wanted.update(|wanted| wanted.tone = tone))}</div>
    }
    .into_any()
}
