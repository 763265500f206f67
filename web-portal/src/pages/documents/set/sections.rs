//! What the résumé says, section by section: the order, what is hidden, each line.

use super::Desk;
use super::apply::handles;
use super::line::{May, line};
use crate::components::icon::{Icon, small};
use foothold_shared::document::{DocumentEntry, DocumentSection, SectionKind, Statement};
use leptos::prelude::*;

/// What a section is called on this page, whatever the document's language.
pub(super) const fn section_name(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Summary => "Summary",
        SectionKind::Work => "Work",
        SectionKind::Education => "Education",
        SectionKind::Skills => "Skills",
        SectionKind::Projects => "Projects",
        SectionKind::Certificates => "Certificates",
        SectionKind::Languages => "Languages",
        SectionKind::Publications => "Publications",
    }
}

/// The card; nothing where only a letter was made.
pub(super) fn card(desk: Desk) -> AnyView {
    let Some(content) = desk.set.with_value(|set| set.resume.clone()) else {
        return ().into_any();
    };
    let headline = (!content.headline.text.is_empty()).then(|| {
        let headline = line(
            desk,
            "headline".to_owned(),
            content.headline.clone(),
            May::Word,
        );
        view! { <ul class="mt-4">{headline}</ul> }
    });
    let content = StoredValue::new(content);
    // Drawn anew only when the order or what is hidden changes, so that an open line stays open.
    let arranged = Memo::new(move |_| {
        desk.changes.with(|changes| {
            let order: Vec<SectionKind> = content.with_value(|content| {
                changes
                    .ordered(content)
                    .iter()
                    .map(|one| one.kind)
                    .collect()
            });
            (order, changes.edits.hidden_sections.clone())
        })
    });
    let sections = move || {
        let (_, hidden) = arranged.get();
        let ordered = content.with_value(|content| {
            desk.changes
                .with_untracked(|changes| changes.ordered(content))
        });
        let count = ordered.len();
        ordered
            .into_iter()
            .enumerate()
            .map(|(at, section)| {
                let is_hidden = hidden.contains(&section.kind);
                let shift = move |down| {
                    content.with_value(|content| {
                        desk.changes
                            .update(|changes| changes.shift(content, section.kind, down));
                    });
                };
                one(desk, &section, (at == 0, at + 1 == count), is_hidden, shift)
            })
            .collect_view()
    };
    view! {
        <section class="card p-4 sm:p-6" aria-labelledby="resume-says">
            <h2 id="resume-says">"What the résumé says"</h2>
            <p class="hint mt-1">"Press a line to word it yourself, leave it out, or keep it. Point at it to see what it rests on."</p>
            {headline}
            {sections}
            {hidden_before(desk)}
        </section>
    }
    .into_any()
}

/// Sections that the set was made without: they come back with the next version.
fn hidden_before(desk: Desk) -> AnyView {
    let missing = desk.set.with_value(|set| {
        let there: Vec<SectionKind> = set
            .resume
            .iter()
            .flat_map(|resume| resume.sections.iter().map(|section| section.kind))
            .collect();
        let mut hidden = set.edits.hidden_sections.clone();
        hidden.retain(|kind| !there.contains(kind));
        hidden
    });
    missing
        .into_iter()
        .map(|kind| {
            let hidden = move || desk.changes.with(|changes| changes.edits.hidden_sections.contains(&kind));
            let name = section_name(kind);
            view! {
                <p class="mt-4 flex flex-wrap items-center gap-3">
                    <span class="text-slate">{move || if hidden() { format!("{name} is hidden.") } else { format!("{name} comes back with the next version.") }}</span>
                    <button class="btn quiet small" type="button" on:click=move |_| desk.changes.update(|changes| { let now = changes.edits.hidden_sections.contains(&kind); changes.hide(kind, !now); })>
                        {move || if hidden() { "Show" } else { "Hide" }}
                    </button>
                </p>
            }
        })
        .collect_view()
        .into_any()
}

fn one(
    desk: Desk,
    section: &DocumentSection,
    (first, last): (bool, bool),
    hidden: bool,
    shift: impl Fn(bool) + Copy + 'static,
) -> AnyView {
    let kind = section.kind;
    let name = section_name(kind);
    let entries = (!hidden).then(|| {
        section
            .entries
            .iter()
            .enumerate()
            .map(|(at, entry)| entry_view(desk, &format!("{name}-{at}"), entry))
            .collect_view()
    });
    let title = section.title.clone();
    view! {
        <section class="mt-6" aria-label=name>
            <div class="flex items-center gap-1 border-b border-line pb-1">
                <h3 class="grow min-w-0" class:text-slate=hidden>{title}</h3>
                <button class="icon-btn" type="button" disabled=first aria-label=format!("Move {name} up") title="Move up" on:click=move |_| shift(false)>{small(Icon::Up)}</button>
                <button class="icon-btn" type="button" disabled=last aria-label=format!("Move {name} down") title="Move down" on:click=move |_| shift(true)>{small(Icon::Down)}</button>
                <button class="btn quiet small" type="button" aria-label=format!("{} {name}", if hidden { "Show" } else { "Hide" })
                    on:click=move |_| desk.changes.update(|changes| changes.hide(kind, !hidden))>{if hidden { "Show" } else { "Hide" }}</button>
            </div>
            {entries}
        </section>
    }
    .into_any()
}

fn entry_view(desk: Desk, id: &str, entry: &DocumentEntry) -> AnyView {
    let head = [&entry.title, &entry.subtitle, &entry.place]
        .into_iter()
        .filter(|part| !part.is_empty())
        .cloned()
        .collect::<Vec<_>>()
        .join(", ");
    let lines = |what: &str, list: &[Statement]| {
        list.iter()
            .enumerate()
            .map(|(at, one)| line(desk, format!("{id}-{what}-{at}"), one.clone(), May::All))
            .collect_view()
    };
    let paragraph = lines("text", &entry.paragraph);
    let bullets = lines("bullet", &entry.bullets);
    let words = entry
        .words
        .iter()
        .map(|one| word(desk, one.clone()))
        .collect_view();
    let has_lines = !entry.paragraph.is_empty() || !entry.bullets.is_empty();
    view! {
        <div class="mt-3">
            {(!head.is_empty()).then(|| view! { <p class="font-semibold">{head}</p> })}
            {(!entry.dates.is_empty()).then(|| view! { <p class="hint">{entry.dates.clone()}</p> })}
            {has_lines.then(|| view! { <ul class="mt-1">{paragraph}{bullets}</ul> })}
            {(!entry.words.is_empty()).then(|| view! { <ul class="mt-2 flex flex-wrap gap-2">{words}</ul> })}
        </div>
    }
    .into_any()
}

/// A word of a list: pressed, it is left out, pressed again, it is back.
fn word(desk: Desk, statement: Statement) -> AnyView {
    let about = handles(&statement);
    let text = statement.text.clone();
    let rests_on = {
        let facts = statement.facts.clone();
        move || desk.words.with(|words| words.rests_on(&facts))
    };
    if about.is_empty() {
        return view! { <li class="pill" title=rests_on>{text}</li> }.into_any();
    }
    let is_in = move || desk.changes.with(|changes| !changes.leaves_out(&statement));
    let flip = {
        let is_in = is_in.clone();
        move |_| {
            let out = is_in();
            desk.changes
                .update(|changes| changes.leave_out(&about, out));
        }
    };
    let struck = {
        let is_in = is_in.clone();
        move || !is_in()
    };
    let pressed = move || if is_in() { "true" } else { "false" };
    view! {
        <li class="chip"><button type="button" title=rests_on aria-pressed=pressed aria-label=format!("{text} is in the résumé") on:click=flip>
            <span class:line-through=struck.clone() class:text-slate=struck>{text.clone()}</span>
        </button></li>
    }
    .into_any()
}
