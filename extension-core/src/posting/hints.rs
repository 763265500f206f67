//! What a block's own marks (class, id, test hook, itemprop) say it holds, on any site.
//!
//! Developers name things alike everywhere: "job-location", "jobLocation", "posting_location" are one mark.

use crate::page::TextBlock;

use super::claim::{Claims, Source};
use super::fold::{clip, tidy};
use super::labels::{self, Label};
use super::rows::place_ways;
use super::sites::Site;
use super::{blocks, employment, place, remote, salary, stated};

/// Pairs of words in a mark, written with hyphens, and what they hold.
const MARKS: &[(&str, Label)] = &[
    ("-job-title-", Label::Title),
    ("-posting-title-", Label::Title),
    ("-position-title-", Label::Title),
    ("-vacancy-title-", Label::Title),
    ("-offer-title-", Label::Title),
    ("-job-posting-heading-", Label::Title),
    ("-job-name-", Label::Title),
    ("-company-name-", Label::Company),
    ("-employer-name-", Label::Company),
    ("-organization-name-", Label::Company),
    ("-hiring-organization-", Label::Company),
    ("-job-location-", Label::Place),
    ("-job-locations-", Label::Place),
    ("-posting-location-", Label::Place),
    ("-position-location-", Label::Place),
    ("-vacancy-location-", Label::Place),
    ("-company-location-", Label::Place),
    ("-job-city-", Label::Place),
    ("-employment-type-", Label::Employment),
    ("-contract-type-", Label::Employment),
    ("-job-type-", Label::Employment),
    ("-job-commitment-", Label::Employment),
    ("-base-salary-", Label::Pay),
    ("-job-salary-", Label::Pay),
    ("-salary-range-", Label::Pay),
    ("-compensation-tier-summary-", Label::Pay),
    ("-pay-range-", Label::Pay),
    ("-workplace-type-", Label::Remote),
    ("-workplace-types-", Label::Remote),
    ("-remote-status-", Label::Remote),
    ("-remote-type-", Label::Remote),
    ("-work-model-", Label::Remote),
    ("-job-location-type-", Label::Remote),
    ("-geo-location-", Label::Place),
    ("-job-department-", Label::Department),
    ("-posting-department-", Label::Department),
    ("-position-department-", Label::Department),
    ("-posted-on-", Label::Posted),
    ("-posted-date-", Label::Posted),
    ("-date-posted-", Label::Posted),
    ("-job-posted-", Label::Posted),
    ("-posted-time-", Label::Posted),
    ("-publication-date-", Label::Posted),
    ("-closing-date-", Label::Deadline),
    ("-valid-through-", Label::Deadline),
    ("-application-deadline-", Label::Deadline),
    ("-requisition-id-", Label::Reference),
    ("-requisition-number-", Label::Reference),
    ("-job-id-", Label::Reference),
    ("-req-id-", Label::Reference),
    ("-job-reference-", Label::Reference),
    ("-reference-number-", Label::Reference),
];

/// Marks of one word: they count where exactly one text near the top of the page has them.
const SHORT: &[(&str, Label)] = &[
    ("company", Label::Company),
    ("employer", Label::Company),
    ("entreprise", Label::Company),
    ("empresa", Label::Company),
    ("azienda", Label::Company),
    ("arbeitgeber", Label::Company),
    ("unternehmen", Label::Company),
    ("bedrijf", Label::Company),
    ("werkgever", Label::Company),
    ("pracodawca", Label::Company),
    ("hiringorganization", Label::Company),
    ("location", Label::Place),
    ("joblocation", Label::Place),
    ("lieu", Label::Place),
    ("standort", Label::Place),
    ("arbeitsort", Label::Place),
    ("ubicacion", Label::Place),
    ("locatie", Label::Place),
    ("lokalizacja", Label::Place),
    ("salary", Label::Pay),
    ("salaire", Label::Pay),
    ("gehalt", Label::Pay),
    ("salario", Label::Pay),
    ("salaris", Label::Pay),
    ("department", Label::Department),
];

/// How far down a short mark counts, in blocks.
const TOP: usize = 60;

/// Words in a mark that make it a part of a form, of a list or of a search.
const NOT_HERE: &[&str] = &[
    "label",
    "input",
    "field",
    "search",
    "filter",
    "select",
    "placeholder",
    "alert",
    "question",
    "form",
    "similar",
    "related",
    "other",
    "recommended",
    "result",
    "list",
    "card",
    "icon",
    "logo",
    "link",
    "nav",
    "menu",
    "footer",
    "description",
];

/// What the marks of the blocks say.
pub(crate) fn read(found: &[&TextBlock], site: Option<&Site>) -> Claims {
    let mut claims = Claims::default();
    let mut values: Vec<(Label, String)> = Vec::new();
    let mut short: Vec<(Label, String)> = Vec::new();
    for (at, block) in found.iter().enumerate() {
        if block.hint.is_empty() || block.tag == "label" {
            continue;
        }
        let marked = |hint: &str| site.and_then(|s| s.holds(hint)).or_else(|| mark(hint));
        // The parts of a line carry their own marks; where none does, the line's count.
        let mut texts = block
            .parts
            .iter()
            .filter_map(|part| Some((marked(&part.hint)?, part.text.as_str())))
            .collect::<Vec<_>>();
        if texts.is_empty() && block.text.len() <= 200 {
            texts.extend(marked(&block.hint).map(|label| (label, block.text.as_str())));
        }
        for (label, text) in texts {
            keep(&mut values, label, text);
        }
        if at < TOP && block.text.len() <= 120 {
            for (hint, text) in block
                .parts
                .iter()
                .map(|part| (part.hint.as_str(), part.text.as_str()))
                .chain(
                    (block.parts.is_empty()).then_some((block.hint.as_str(), block.text.as_str())),
                )
            {
                if let Some(label) = short_mark(hint) {
                    keep(&mut short, label, text);
                }
            }
        }
    }
    for (label, text) in &short {
        let alone = short.iter().filter(|(l, _)| l == label).count() == 1;
        if alone && !values.iter().any(|(l, _)| l == label) && is_plausible(*label, text) {
            values.push((*label, text.clone()));
        }
    }
    for (label, text) in &values {
        // The same mark on several values is a list of jobs, unless it is a list of places.
        let others = values.iter().filter(|(l, _)| l == label).count();
        if others > 1
            && !matches!(
                label,
                Label::Place | Label::Remote | Label::Employment | Label::Pay
            )
            || others > 8
        {
            continue;
        }
        tell(&mut claims, *label, text);
    }
    claims
}

fn keep(values: &mut Vec<(Label, String)>, label: Label, text: &str) {
    let mut text = tidy(text);
    // "Location: Ghent" under the mark: the label is not part of the value.
    if let Some((head, tail)) = text.split_once(':')
        && labels::find(head).is_some()
    {
        text = tail.trim().to_owned();
    }
    if !is_label(&text) && !values.contains(&(label, text.clone())) {
        values.push((label, text));
    }
}

fn short_mark(hint: &str) -> Option<Label> {
    hint.split_whitespace().take(12).find_map(|word| {
        SHORT
            .iter()
            .find(|(mark, _)| word.eq_ignore_ascii_case(mark))
            .map(|(_, label)| *label)
    })
}

/// Short marks name many things: what stands under them must look like what they name.
fn is_plausible(label: Label, text: &str) -> bool {
    match label {
        Label::Company => {
            super::meta::is_company(text) && text.split(' ').count() <= 7 && !text.ends_with('.')
        }
        Label::Place => {
            !place::labelled(text).is_empty()
                && text.split(' ').count() <= 9
                && !text.ends_with('.')
        }
        Label::Pay => salary::badge(text).is_some(),
        _ => text.split(' ').count() <= 8 && !text.ends_with('.'),
    }
}

/// "Department" is a label; "Remote" and "Contract" are values, too.
fn is_label(text: &str) -> bool {
    labels::find(text).is_some()
        && remote::badge(text).is_empty()
        && employment::badge(text).is_none()
}

fn tell(claims: &mut Claims, label: Label, text: &str) {
    match label {
        Label::Title if !blocks::is_page_heading(text) => claims.title(Source::Marked, text),
        Label::Company if text.len() <= 80 => {
            // "presso Acme": the mark covers the word before the name.
            let name = ["presso ", "chez ", "bei ", "at ", "bij ", "@ ", "by "]
                .iter()
                .find_map(|before| text.strip_prefix(before))
                .unwrap_or(text);
            claims.company(Source::Marked, name);
        }
        Label::Place if text.len() <= 160 => {
            let ways = remote::badge(text);
            claims.remote(
                Source::Badge,
                if ways.is_empty() {
                    place_ways(text)
                } else {
                    ways
                },
            );
            let only_employment = employment::badge(text).is_some();
            if !only_employment && salary::badge(text).is_none() {
                claims.places(Source::Marked, place::labelled(text));
            }
        }
        Label::Employment => {
            claims.employment(
                Source::Marked,
                employment::choose(&employment::kinds(clip(text, 120))),
            );
            claims.term(Source::Marked, employment::term(text));
            claims.remote(Source::Badge, place_ways(text));
        }
        Label::Pay => {
            claims.salary(Source::Marked, salary::agree(&salary::labelled(text, "")));
            claims.employment(
                Source::Badge,
                employment::choose(&employment::kinds(clip(text, 120))),
            );
        }
        Label::Remote => claims.remote(Source::Marked, remote::ways(text)),
        Label::Department if text.len() <= 90 && !text.ends_with('.') => {
            claims.department(Source::Marked, text);
        }
        Label::Reference => claims.reference(Source::Marked, stated::number(text)),
        Label::Posted => claims.posted(Source::Marked, text),
        Label::Deadline => claims.deadline(Source::Marked, text),
        _ => {}
    }
}

/// What a hint marks; nothing where it marks several things (a row of them in one block).
fn mark(hint: &str) -> Option<Label> {
    let mut found: Option<Label> = None;
    for word in hint.split_whitespace().take(40) {
        let words = split_words(word);
        if words.split('-').any(|w| NOT_HERE.contains(&w)) {
            continue;
        }
        // The longest mark says most: "job-location-type" is no location.
        let label = MARKS
            .iter()
            .filter(|(mark, _)| words.contains(mark))
            .max_by_key(|(mark, _)| mark.len())
            .map(|(_, label)| *label);
        match (label, found) {
            (Some(label), None) => found = Some(label),
            (Some(label), Some(before)) if label != before => return None,
            _ => {}
        }
    }
    found
}

/// "jobLocation__main" as "-job-location-main-".
pub(crate) fn split_words(word: &str) -> String {
    let mut out = String::from("-");
    let mut lower_before = false;
    for c in word.chars().take(120) {
        if c.is_alphanumeric() {
            if c.is_uppercase() && lower_before {
                out.push('-');
            }
            lower_before = c.is_lowercase();
            out.extend(c.to_lowercase());
        } else {
            lower_before = false;
            if !out.ends_with('-') {
                out.push('-');
            }
        }
    }
    if !out.ends_with('-') {
        out.push('-');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_in_every_spelling() {
        for (hint, label) in [
            ("x1 job-location", Some(Label::Place)),
            ("jobLocation", Some(Label::Place)),
            ("posting_location wide", Some(Label::Place)),
            ("c-employmentType", Some(Label::Employment)),
            ("job-location-type", Some(Label::Remote)),
            ("job-title-input", None),
            ("job-title company-name", None),
            ("css-1abc", None),
        ] {
            assert_eq!(mark(hint), label, "{hint}");
        }
    }
}
