//! A draft made of what was read in a file, so that suggestions can be applied to it.
//!
//! What must not happen here: words that the file does not have, except for the heading of a section that has none and
//! the month of a date. What belongs to no section of a draft stays, under its own heading.

use super::words::{self, Words};
use crate::read::dates;
use foothold_core::posting::values;
use foothold_shared::document::{
    ContactItem, ContactKind, DocumentEntry, DocumentSection, ResumeContent, SectionKind, Statement,
};
use foothold_shared::profile::YearMonth;
use foothold_shared::reading::{
    ReadHeading, ReadJob, ReadLine, ReadProject, ReadSchool, ReadValue, ReadingView,
};

/// The most lines of a section that no draft has.
const OTHER_LINES: usize = 60;

/// The sections of a draft in their usual order.
const SECTIONS: [(&str, SectionKind); 8] = [
    ("summary", SectionKind::Summary),
    ("work", SectionKind::Work),
    ("education", SectionKind::Education),
    ("skills", SectionKind::Skills),
    ("projects", SectionKind::Projects),
    ("certificates", SectionKind::Certificates),
    ("languages", SectionKind::Languages),
    ("publications", SectionKind::Publications),
];

/// What a file says, as a draft.
#[must_use]
pub fn content_of(reading: &ReadingView) -> ResumeContent {
    let text: Vec<&str> = reading
        .lines
        .iter()
        .take(2_000)
        .map(|line| line.text.as_str())
        .collect();
    let language = values::language(&text.join("\n"), "").unwrap_or("en");
    let words = words::of(language).unwrap_or_else(words::english);
    let mut sections: Vec<DocumentSection> = Vec::new();
    let mut met: Vec<&str> = Vec::new();
    for heading in &reading.headings {
        let known = SECTIONS.iter().find(|(name, _)| *name == heading.section);
        match known {
            Some((name, kind)) if !met.contains(name) => {
                met.push(name);
                sections.push(DocumentSection {
                    kind: *kind,
                    title: heading.text.clone(),
                    entries: entries(reading, *kind, words),
                });
            }
            None if heading.section == "other" => sections.extend(other(reading, heading)),
            _ => {}
        }
    }
    for (name, kind) in SECTIONS {
        // A section of the file's own may be kept under the same kind.
        let has = reading
            .headings
            .iter()
            .any(|heading| heading.section == name);
        if !has {
            sections.push(DocumentSection {
                kind,
                title: words.heading(name).unwrap_or_default().to_owned(),
                entries: entries(reading, kind, words),
            });
        }
    }
    sections.retain(|section| !section.entries.is_empty());
    ResumeContent {
        language: words.language.to_owned(),
        name: text_of(reading.name.as_ref()),
        headline: said(&text_of(reading.headline.as_ref())),
        contact: contact(reading),
        sections,
    }
}

fn said(text: &str) -> Statement {
    Statement {
        text: text.to_owned(),
        facts: Vec::new(),
        fixed: !text.is_empty(),
    }
}

fn all_said<'t>(texts: impl IntoIterator<Item = &'t str>) -> Vec<Statement> {
    texts
        .into_iter()
        .filter(|text| !text.trim().is_empty())
        .map(said)
        .collect()
}

fn text_of(value: Option<&ReadValue>) -> String {
    value.map(|value| value.text.clone()).unwrap_or_default()
}

fn contact(reading: &ReadingView) -> Vec<ContactItem> {
    let item = |kind, value: &ReadValue, url: String| ContactItem {
        kind,
        text: value.text.clone(),
        url,
    };
    let mut items = Vec::new();
    if let Some(email) = &reading.email {
        items.push(item(
            ContactKind::Email,
            email,
            format!("mailto:{}", email.text),
        ));
    }
    if let Some(phone) = &reading.phone {
        let digits: String = phone
            .text
            .chars()
            .filter(|sign| sign.is_ascii_digit() || *sign == '+')
            .collect();
        items.push(item(ContactKind::Phone, phone, format!("tel:{digits}")));
    }
    if let Some(place) = &reading.location {
        items.push(item(ContactKind::Place, place, String::new()));
    }
    for link in reading.links.iter().take(20) {
        let bare = link
            .text
            .trim_start_matches("https://")
            .trim_start_matches("http://");
        items.push(item(ContactKind::Link, link, format!("https://{bare}")));
    }
    items
}

fn entries(reading: &ReadingView, kind: SectionKind, words: &Words) -> Vec<DocumentEntry> {
    let list = |values: &[ReadValue]| -> Vec<DocumentEntry> {
        let words = all_said(values.iter().map(|value| value.text.as_str()));
        if words.is_empty() {
            return Vec::new();
        }
        vec![DocumentEntry {
            words,
            ..DocumentEntry::default()
        }]
    };
    match kind {
        SectionKind::Summary => reading
            .summary
            .iter()
            .map(|summary| DocumentEntry {
                paragraph: all_said(summary.text.lines()),
                ..DocumentEntry::default()
            })
            .collect(),
        SectionKind::Work => reading
            .work
            .iter()
            .map(|entry| job(reading, entry, words))
            .collect(),
        SectionKind::Education => reading
            .education
            .iter()
            .map(|entry| school(reading, entry, words))
            .collect(),
        SectionKind::Skills => list(&reading.skills),
        SectionKind::Languages => list(&reading.languages),
        SectionKind::Projects => reading
            .projects
            .iter()
            .map(|entry| project(reading, entry, words))
            .collect(),
        SectionKind::Certificates => reading
            .certificates
            .iter()
            .map(|value| DocumentEntry {
                title: value.text.clone(),
                ..DocumentEntry::default()
            })
            .collect(),
        SectionKind::Publications => reading
            .publications
            .iter()
            .map(|made| DocumentEntry {
                title: text_of(made.title.as_ref()),
                subtitle: made.publisher.clone(),
                dates: made
                    .published
                    .as_ref()
                    .map(|date| written(date, words))
                    .unwrap_or_default(),
                start: made.published.clone(),
                link: made.url.clone(),
                ..DocumentEntry::default()
            })
            .collect(),
    }
}

fn job(reading: &ReadingView, job: &ReadJob, words: &Words) -> DocumentEntry {
    let near = job.title.as_ref().or(job.company.as_ref());
    DocumentEntry {
        title: text_of(job.title.as_ref()),
        subtitle: text_of(job.company.as_ref()),
        place: text_of(job.location.as_ref()),
        dates: time(reading, near, (&job.start, &job.end, job.current), words),
        start: job.start.clone(),
        end: job.end.clone(),
        current: job.current,
        bullets: all_said(job.bullets.iter().map(String::as_str)),
        ..DocumentEntry::default()
    }
}

fn school(reading: &ReadingView, school: &ReadSchool, words: &Words) -> DocumentEntry {
    let near = school.degree.as_ref().or(school.school.as_ref());
    let grade = [school.grade.as_str()];
    let notes = grade
        .into_iter()
        .chain(school.notes.iter().map(String::as_str));
    DocumentEntry {
        title: text_of(school.degree.as_ref()),
        subtitle: text_of(school.school.as_ref()),
        place: text_of(school.location.as_ref()),
        dates: time(
            reading,
            near,
            (&school.start, &school.end, school.current),
            words,
        ),
        start: school.start.clone(),
        end: school.end.clone(),
        current: school.current,
        bullets: all_said(notes),
        ..DocumentEntry::default()
    }
}

fn project(reading: &ReadingView, project: &ReadProject, words: &Words) -> DocumentEntry {
    DocumentEntry {
        title: text_of(project.name.as_ref()),
        subtitle: project.role.clone(),
        dates: time(
            reading,
            project.name.as_ref(),
            (&project.start, &project.end, project.current),
            words,
        ),
        start: project.start.clone(),
        end: project.end.clone(),
        current: project.current,
        link: project.url.clone(),
        bullets: all_said(project.bullets.iter().map(String::as_str)),
        ..DocumentEntry::default()
    }
}

/// A time as the file writes it, else as its language does.
fn time(
    reading: &ReadingView,
    near: Option<&ReadValue>,
    (start, end, current): (&Option<YearMonth>, &Option<YearMonth>, bool),
    words: &Words,
) -> String {
    let same = |date: Option<dates::Date>, known: &Option<YearMonth>| match (date, known) {
        (Some(date), Some(known)) => date.year == known.year && date.month == known.month,
        (None, None) => true,
        _ => false,
    };
    // Beside the entry's name or in the lines below and above it. An entry without one is nowhere.
    let around = reading.lines.iter().filter(|line| {
        near.is_some_and(|value| {
            value.spot.page == line.spot.page && (value.spot.y0 - line.spot.y0).abs() < 60.0
        })
    });
    for line in around {
        for found in dates::find(&line.text) {
            if same(found.range.start, start)
                && same(found.range.end, end)
                && found.range.current == current
            {
                let text = line.text[found.from..found.to].replace('\t', " ");
                return text.trim().to_owned();
            }
        }
    }
    let ends: Vec<String> = [
        start.as_ref().map(|date| written(date, words)),
        match end {
            Some(end) => Some(written(end, words)),
            None if current => words.first("present").map(str::to_owned),
            None => None,
        },
    ]
    .into_iter()
    .flatten()
    .collect();
    ends.join(" – ")
}

fn written(date: &YearMonth, words: &Words) -> String {
    let month = date.month.and_then(|month| {
        words
            .list("months.short")
            .get(usize::from(month).checked_sub(1)?)
    });
    match month {
        Some(month) => format!("{month} {}", date.year),
        None => date.year.to_string(),
    }
}

/// A section that no draft has, with its lines.
fn other(reading: &ReadingView, heading: &ReadHeading) -> Option<DocumentSection> {
    let at = reading.lines.iter().position(|line| {
        line.spot.page == heading.spot.page
            && line.spot.y0 == heading.spot.y0
            && line.text.starts_with(&heading.text)
    })?;
    let is_heading = |line: &ReadLine| {
        reading.headings.iter().any(|other| {
            other.spot.page == line.spot.page
                && other.spot.y0 == line.spot.y0
                && line.text.starts_with(&other.text)
        })
    };
    let lines: Vec<&str> = reading.lines[at + 1..]
        .iter()
        .take_while(|line| !is_heading(line))
        .take(OTHER_LINES)
        .map(|line| line.text.as_str())
        .collect();
    (!lines.is_empty()).then(|| DocumentSection {
        // The kind whose entries are words alone.
        kind: SectionKind::Summary,
        title: heading.text.clone(),
        entries: vec![DocumentEntry {
            bullets: all_said(lines),
            ..DocumentEntry::default()
        }],
    })
}
