//! Whether values are understood as what they are: the name as the name, a title as a title, a month as that month.
//!
//! What must not happen here: a judgement of sections whose heading no reader knows, since nobody can tell what they
//! hold.

use super::values::Part;
use super::{Loss, LossKind};
use foothold_documents::read::dates::Date;
use foothold_documents::read::{Found, Resume, headings};
use foothold_shared::document::{
    ContactKind, DocumentEntry, DocumentSection, ResumeContent, SectionKind,
};
use foothold_shared::profile::YearMonth;

/// Compares a résumé with how it was understood.
pub(super) fn compare(content: &ResumeContent, read: &Resume) -> Vec<Loss> {
    let mut losses = Vec::new();
    let mut expect = |part, wanted: &str, found: Option<&str>| {
        if !same(wanted, found.unwrap_or_default()) {
            losses.push(Loss::new(LossKind::Misread, part, wanted));
        }
    };
    if !content.name.trim().is_empty() {
        expect(Part::Name, &content.name, value(read.name.as_ref()));
    }
    let contact = |kind: ContactKind| {
        content
            .contact
            .iter()
            .find(|item| item.kind == kind && !item.text.trim().is_empty())
            .map(|item| item.text.as_str())
    };
    if let Some(email) = contact(ContactKind::Email) {
        expect(Part::Contact, email, value(read.email.as_ref()));
    }
    if let Some(phone) = contact(ContactKind::Phone) {
        let found = value(read.phone.as_ref()).unwrap_or_default();
        if digits(phone) != digits(found) {
            expect(Part::Contact, phone, None);
        }
    }
    let work: Vec<Entry<'_>> = read
        .work
        .iter()
        .map(|job| Entry {
            title: value(job.title.as_ref()),
            place_of: value(job.company.as_ref()),
            start: job.start,
            end: job.end,
            current: job.current,
        })
        .collect();
    entries(content, SectionKind::Work, &work, &mut losses);
    let schools: Vec<Entry<'_>> = read
        .education
        .iter()
        .map(|school| Entry {
            title: value(school.degree.as_ref()),
            place_of: value(school.school.as_ref()),
            start: school.start,
            end: school.end,
            current: school.current,
        })
        .collect();
    entries(content, SectionKind::Education, &schools, &mut losses);
    losses
}

/// An entry as it was understood.
struct Entry<'a> {
    title: Option<&'a str>,
    place_of: Option<&'a str>,
    start: Option<Date>,
    end: Option<Date>,
    current: bool,
}

fn entries(
    content: &ResumeContent,
    kind: SectionKind,
    found: &[Entry<'_>],
    losses: &mut Vec<Loss>,
) {
    let known =
        |section: &&DocumentSection| section.kind == kind && headings::is_heading(&section.title);
    let wanted: Vec<&DocumentEntry> = content
        .sections
        .iter()
        .filter(known)
        .flat_map(|section| &section.entries)
        .filter(|entry| !entry.title.trim().is_empty() && !entry.subtitle.trim().is_empty())
        .collect();
    for (at, entry) in wanted.iter().enumerate() {
        let misread = |part, text: &str| Loss::new(LossKind::Misread, part, text);
        // Beside its place, so that one entry too many is told once and not for all that follow.
        let near = found.iter().skip(at.saturating_sub(1)).take(3);
        let best = near.max_by_key(|one| {
            usize::from(same(&entry.title, one.title.unwrap_or_default()))
                + usize::from(same(&entry.subtitle, one.place_of.unwrap_or_default()))
                + usize::from(dates(entry, one))
        });
        let Some(best) = best else {
            losses.push(misread(Part::Title, &entry.title));
            continue;
        };
        if !same(&entry.title, best.title.unwrap_or_default()) {
            losses.push(misread(Part::Title, &entry.title));
        }
        if !same(&entry.subtitle, best.place_of.unwrap_or_default()) {
            losses.push(misread(Part::Subtitle, &entry.subtitle));
        }
        if !entry.dates.trim().is_empty() && !dates(entry, best) {
            losses.push(misread(Part::Dates, &entry.dates));
        }
    }
    if found.len() > wanted.len()
        && content
            .sections
            .iter()
            .filter(|one| one.kind == kind)
            .all(|one| known(&one))
        && let Some(last) = found.last()
    {
        let text = last.title.or(last.place_of).unwrap_or_default();
        losses.push(Loss::new(LossKind::Misread, Part::Text, text));
    }
}

fn dates(entry: &DocumentEntry, found: &Entry<'_>) -> bool {
    let is = |wanted: Option<&YearMonth>, found: Option<Date>| {
        wanted.is_none_or(|wanted| {
            found.is_some_and(|found| found.year == wanted.year && found.month == wanted.month)
        })
    };
    // One month alone is read as the beginning, as the end, or as both.
    let one = |wanted: Option<&YearMonth>| is(wanted, found.start) || is(wanted, found.end);
    if entry.current {
        return found.current && is(entry.start.as_ref(), found.start);
    }
    match (entry.start.as_ref(), entry.end.as_ref()) {
        (Some(start), Some(end)) if start != end => {
            is(Some(start), found.start) && is(Some(end), found.end)
        }
        (start, end) => one(start) && one(end),
    }
}

fn value(found: Option<&Found<String>>) -> Option<&str> {
    found.map(|found| found.value.as_str())
}

/// The same words: case, spaces and stops at the end do not tell them apart.
fn same(one: &str, other: &str) -> bool {
    let bare = |text: &str| {
        let words: Vec<String> = crate::clean::clean(text)
            .split_whitespace()
            .map(str::to_lowercase)
            .collect();
        let text = words.join(" ").replace(['\u{2010}', '\u{2011}'], "-");
        text.trim_matches(|sign: char| !sign.is_alphanumeric() && !matches!(sign, '+' | '#'))
            .to_owned()
    };
    bare(one) == bare(other)
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
