//! The fields of one entry: which ones a section has, and what they are called there.

use super::draft::Desk;
use super::editor::written;
use super::statements::Written;
use crate::components::field::{FieldText, Typing, text_area, text_field};
use foothold_shared::document::{DocumentEntry, SectionKind, Statement};
use leptos::prelude::*;

type Line = (
    &'static str,
    fn(&DocumentEntry) -> String,
    fn(&mut DocumentEntry, String),
);
type List = (
    &'static str,
    fn(&mut DocumentEntry) -> &mut Vec<Statement>,
    Written,
);

const fn title(label: &'static str) -> Line {
    (
        label,
        |entry| entry.title.clone(),
        |entry, text| entry.title = text,
    )
}

const fn subtitle(label: &'static str) -> Line {
    (
        label,
        |entry| entry.subtitle.clone(),
        |entry, text| entry.subtitle = text,
    )
}

const PLACE: Line = (
    "Place",
    |entry| entry.place.clone(),
    |entry, text| entry.place = text,
);

const LINK: Line = (
    "Link",
    |entry| entry.link.clone(),
    |entry, text| entry.link = text,
);

/// What is typed is what is shown; months that no longer say the same are not kept beside it.
const DATES: Line = (
    "Time",
    |entry| entry.dates.clone(),
    |entry, text| {
        if entry.dates != text {
            (entry.start, entry.end, entry.current) = (None, None, false);
            entry.dates = text;
        }
    },
);

fn lines_of(kind: SectionKind) -> Vec<Line> {
    match kind {
        SectionKind::Summary | SectionKind::Languages => vec![],
        SectionKind::Skills => vec![title("Name of the group")],
        SectionKind::Work => vec![title("Job title"), subtitle("Company"), PLACE, DATES],
        SectionKind::Education => vec![title("Degree"), subtitle("School"), PLACE, DATES],
        SectionKind::Projects => vec![title("Project"), subtitle("Your part"), DATES, LINK],
        SectionKind::Certificates => vec![title("Certificate"), subtitle("Issuer"), DATES, LINK],
        SectionKind::Publications => {
            vec![title("Title"), subtitle("Where it appeared"), DATES, LINK]
        }
    }
}

fn lists_of(kind: SectionKind, entry: &DocumentEntry) -> Vec<List> {
    let how = written(kind);
    let paragraph: List = ("Text", |entry| &mut entry.paragraph, how);
    let bullets: List = ("Points, one a line", |entry| &mut entry.bullets, how);
    let words: List = ("Words, between commas", |entry| &mut entry.words, how);
    match kind {
        SectionKind::Summary => vec![("Sentences, one a line", paragraph.1, how)],
        SectionKind::Skills | SectionKind::Languages => vec![words],
        SectionKind::Certificates | SectionKind::Publications => vec![],
        _ if entry.paragraph.is_empty() => vec![bullets],
        _ => vec![paragraph, bullets],
    }
}

/// The fields.
pub(super) fn entry_fields(desk: Desk, section: usize, at: usize, kind: SectionKind) -> AnyView {
    let now = desk.draft.with_untracked(|draft| {
        let section = draft.content.sections.get(section)?;
        section.entries.get(at).cloned()
    });
    let Some(mut now) = now else {
        return ().into_any();
    };
    let change = move |change: &dyn Fn(&mut DocumentEntry)| {
        desk.draft.update(|draft| {
            let section = draft.content.sections.get_mut(section);
            if let Some(entry) = section.and_then(|section| section.entries.get_mut(at)) {
                change(entry);
            }
        });
    };
    let id = |what: usize, list: &str| format!("s{section}-e{at}-{list}{what}");
    let lines = lines_of(kind)
        .into_iter()
        .enumerate()
        .map(|(n, (label, get, set))| {
            let text = RwSignal::new(get(&now));
            let field = FieldText::new(id(n, "f"), label);
            text_field(
                field,
                Typing::TEXT.at_most(500),
                text.into(),
                move |typed| {
                    change(&|entry| set(entry, typed.clone()));
                    text.set(typed);
                },
            )
        })
        .collect_view();
    let lists = lists_of(kind, &now)
        .into_iter()
        .enumerate()
        .map(|(n, (label, list, how))| {
            let text = RwSignal::new(how.text(list(&mut now)));
            // Compared with what stood there when the field was drawn: a line that is gone for a moment while it is
            // typed anew keeps what it rests on.
            let before = list(&mut now).clone();
            let field = FieldText::new(id(n, "l"), label);
            text_area(field, text.into(), move |typed| {
                change(&|entry| *list(entry) = how.read(&typed, &before));
                text.set(typed);
            })
        })
        .collect_view();
    view! {
        <div class="grid gap-4 sm:grid-cols-2 empty:hidden">{lines}</div>
        <div class="mt-4 grid gap-4 empty:hidden">{lists}</div>
    }
    .into_any()
}
