//! What the résumé says, as fields.

use super::draft::Desk;
use super::entry::entry_fields;
use super::from_profile::{heading, turn_into};
use super::statements::Written;
use crate::browser::focus;
use crate::components::field::{FieldText, Typing, text_area, text_field};
use crate::components::icon::{Icon, small};
use crate::components::look::languages;
use crate::components::select::select_field;
use foothold_shared::document::{
    ContactItem, ContactKind, DocumentEntry, DocumentSection, ResumeContent, SectionKind,
    section_heading,
};
use foothold_shared::generation::ResumeDraft;
use leptos::prelude::*;

/// The sections in the order they are offered.
const KINDS: [SectionKind; 8] = [
    SectionKind::Summary,
    SectionKind::Work,
    SectionKind::Education,
    SectionKind::Skills,
    SectionKind::Projects,
    SectionKind::Certificates,
    SectionKind::Languages,
    SectionKind::Publications,
];

/// A field of the whole draft.
fn field(
    desk: Desk,
    field: FieldText,
    get: fn(&ResumeDraft) -> String,
    set: fn(&mut ResumeDraft, String),
) -> AnyView {
    // What is typed is not written back into the field while it is typed: commas and blanks stay where they are.
    let text = RwSignal::new(desk.draft.with_untracked(get));
    text_field(
        field,
        Typing::TEXT.at_most(500),
        text.into(),
        move |typed| {
            text.set(typed.clone());
            desk.draft.update(|draft| set(draft, typed));
        },
    )
}

/// The whole editor.
pub(super) fn editor(desk: Desk) -> AnyView {
    let kinds: Vec<SectionKind> = desk.draft.with_untracked(|draft| {
        let sections = draft.content.sections.iter();
        sections.map(|section| section.kind).collect()
    });
    let count = kinds.len();
    let sections = (0..count).map(|at| section(desk, at, count)).collect_view();
    view! {
        <section class="card grid gap-4 p-4 sm:p-6" aria-labelledby="about">
            <h2 id="about">"About this résumé"</h2>
            {field(desk, FieldText::new("draft-name", "What you call it").hint("Only you see this."),
                |draft| draft.name.clone(), |draft, text| draft.name = text)}
            {field(desk, FieldText::new("draft-tags", "Tags").hint("What it is for, between commas: nursing, part time."),
                |draft| draft.tags.join(", "), |draft, text| draft.tags = split(&text))}
            {language(desk)}
        </section>
        <section class="card grid gap-4 p-4 sm:p-6" aria-labelledby="head">
            <h2 id="head">"The head"</h2>
            {field(desk, FieldText::new("head-name", "Your name"),
                |draft| draft.content.name.clone(), |draft, text| draft.content.name = text)}
            {field(desk, FieldText::new("head-line", "The line below it"),
                |draft| draft.content.headline.text.clone(),
                |draft, text| { draft.content.headline.text = text; draft.content.headline.fixed = true; })}
            {contact(desk)}
        </section>
        {sections}
        {add_section(desk, &kinds)}
    }
    .into_any()
}

/// The language of the résumé: its headings follow, its lines are the person's.
fn language(desk: Desk) -> AnyView {
    let now = Signal::derive(move || desk.draft.with(|draft| draft.content.language.clone()));
    let field = FieldText::new("draft-language", "Language")
        .hint("The headings follow. What you wrote stays as you wrote it.");
    select_field(field, None, languages(), now, move |code| {
        desk.draft
            .update(|draft| turn_into(&mut draft.content, &code));
    })
}

fn split(text: &str) -> Vec<String> {
    let parts = text.split(',').map(str::trim);
    parts
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// How to reach the person, a line each. What a line is is told from its words.
fn contact(desk: Desk) -> AnyView {
    let lines = desk.draft.with_untracked(|draft| {
        let items = draft.content.contact.iter().map(|item| item.text.as_str());
        items.collect::<Vec<_>>().join("\n")
    });
    let text = RwSignal::new(lines);
    let about = FieldText::new("head-contact", "How to reach you")
        .hint("One a line: e-mail, phone, place, links.");
    text_area(about, text.into(), move |typed| {
        desk.draft.update(|draft| {
            let before = std::mem::take(&mut draft.content.contact);
            draft.content.contact = typed
                .lines()
                .map(str::trim)
                .filter(|line| !line.is_empty())
                .map(|line| contact_item(line, &before))
                .collect();
        });
        text.set(typed);
    })
}

fn contact_item(line: &str, before: &[ContactItem]) -> ContactItem {
    if let Some(known) = before.iter().find(|item| item.text == line) {
        return known.clone();
    }
    let digits: String = line
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect();
    let is_phone = digits.len() >= 6
        && line
            .chars()
            .all(|c| c.is_ascii_digit() || " +()-./".contains(c));
    let (kind, url) = if line.contains('@') && !line.contains([' ', '/']) {
        (ContactKind::Email, format!("mailto:{line}"))
    } else if is_phone {
        (ContactKind::Phone, format!("tel:{digits}"))
    } else if line.starts_with("https://") || line.starts_with("http://") {
        (ContactKind::Link, line.to_owned())
    } else if line.contains('.') && !line.contains([' ', ',']) {
        (ContactKind::Link, format!("https://{line}"))
    } else {
        (ContactKind::Place, String::new())
    };
    ContactItem {
        kind,
        text: line.to_owned(),
        url,
    }
}

/// Changes the shape and draws the editor anew; the focus goes to `id`.
fn reshape(desk: Desk, id: String, change: impl FnOnce(&mut ResumeContent)) {
    desk.draft.update(|draft| change(&mut draft.content));
    desk.shape.update(|shape| *shape += 1);
    focus::soon(id);
}

fn section(desk: Desk, at: usize, count: usize) -> AnyView {
    let Some(now) = desk
        .draft
        .with_untracked(|draft| draft.content.sections.get(at).cloned())
    else {
        return ().into_any();
    };
    let name = heading(now.kind);
    let entries = (0..now.entries.len())
        .map(|n| entry(desk, at, n, now.kind))
        .collect_view();
    let shift = move |to: usize| {
        reshape(desk, format!("section-{to}"), |content| {
            content.sections.swap(at, to)
        })
    };
    let remove = move |_| {
        reshape(desk, "add-section".to_owned(), |content| {
            drop(content.sections.remove(at))
        })
    };
    let add = move |_| {
        let id = format!("s{at}-e{}", now.entries.len());
        reshape(desk, id, |content| {
            if let Some(section) = content.sections.get_mut(at) {
                section.entries.push(DocumentEntry::default());
            }
        });
    };
    let more = !matches!(now.kind, SectionKind::Summary);
    let id = format!("section-{at}");
    let labelled = id.clone();
    view! {
        <section class="card p-4 sm:p-6" aria-labelledby=labelled>
            <div class="flex items-center gap-1">
                <h2 class="grow min-w-0" id=id tabindex="-1">{name}</h2>
                <button class="icon-btn" type="button" disabled=at == 0 aria-label=format!("Move {name} up") title="Move up" on:click=move |_| shift(at - 1)>{small(Icon::Up)}</button>
                <button class="icon-btn" type="button" disabled=at + 1 == count aria-label=format!("Move {name} down") title="Move down" on:click=move |_| shift(at + 1)>{small(Icon::Down)}</button>
                <button class="icon-btn danger" type="button" aria-label=format!("Remove {name}") title="Remove" on:click=remove>{small(Icon::Trash)}</button>
            </div>
            <div class="rule">{entries}</div>
            {more.then(|| view! { <button class="btn small mt-4" type="button" on:click=add>{small(Icon::Plus)}"Add to " {name}</button> })}
        </section>
    }
    .into_any()
}

fn entry(desk: Desk, section: usize, at: usize, kind: SectionKind) -> AnyView {
    let remove = move |_| {
        reshape(desk, format!("section-{section}"), |content| {
            if let Some(section) = content.sections.get_mut(section) {
                section.entries.remove(at);
            }
        });
    };
    let up = move |_| {
        reshape(desk, format!("s{section}-e{}", at - 1), |content| {
            if let Some(section) = content.sections.get_mut(section) {
                section.entries.swap(at, at - 1);
            }
        });
    };
    let what = format!("{}, entry {}", heading(kind), at + 1);
    let buttons = (kind != SectionKind::Summary).then(|| {
        view! {
            <div class="flex justify-end">
                <button class="icon-btn" type="button" disabled=at == 0 aria-label=format!("Move up: {what}") title="Move up" on:click=up>{small(Icon::Up)}</button>
                <button class="icon-btn danger" type="button" aria-label=format!("Remove: {what}") title="Remove" on:click=remove>{small(Icon::Trash)}</button>
            </div>
        }
    });
    view! {
        <div class="py-4" role="group" aria-label=what.clone() id=format!("s{section}-e{at}") tabindex="-1">
            {entry_fields(desk, section, at, kind)}
            {buttons}
        </div>
    }
    .into_any()
}

fn add_section(desk: Desk, there: &[SectionKind]) -> AnyView {
    let missing: Vec<(String, String)> = KINDS
        .iter()
        .enumerate()
        .filter(|(_, kind)| !there.contains(kind))
        .map(|(at, kind)| (at.to_string(), heading(*kind).to_owned()))
        .collect();
    if missing.is_empty() {
        return ().into_any();
    }
    let to = there.len();
    let add = move |chosen: String| {
        let Some(kind) = chosen
            .parse()
            .ok()
            .and_then(|at: usize| KINDS.get(at).copied())
        else {
            return;
        };
        reshape(desk, format!("s{to}-e0"), |content| {
            content.sections.push(DocumentSection {
                kind,
                title: section_heading(kind, &content.language).to_owned(),
                entries: vec![DocumentEntry::default()],
            });
        });
    };
    let field = FieldText::new("add-section", "Add a section");
    let none = Signal::stored(String::new());
    view! { <div class="card p-4 sm:p-6">{select_field(field, Some("Choose one"), missing, none, add)}</div> }
        .into_any()
}

/// How the lists of an entry are written in their fields.
pub(super) const fn written(kind: SectionKind) -> Written {
    match kind {
        SectionKind::Skills | SectionKind::Languages => Written::Words,
        _ => Written::Lines,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_line_of_the_head_is_is_told_from_its_words() {
        for (line, kind, url) in [
            (
                "ines@mail.example",
                ContactKind::Email,
                "mailto:ines@mail.example",
            ),
            ("+351 21 000 0000", ContactKind::Phone, "tel:+351210000000"),
            (
                "ines.example/work",
                ContactKind::Link,
                "https://ines.example/work",
            ),
            ("Porto, Portugal", ContactKind::Place, ""),
            ("St. Gallen", ContactKind::Place, ""),
        ] {
            let item = contact_item(line, &[]);
            assert_eq!((item.kind, item.url.as_str()), (kind, url), "{line}");
        }
    }
}
