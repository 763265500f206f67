//! What a block's own marks (class, id, test hook, itemprop) say it holds, on any site.
//!
//! Developers name things alike everywhere: "job-location", "jobLocation", "posting_location" are one mark.

use crate::page::TextBlock;

use super::claim::{Claims, Source};
use super::fold::{clip, tidy};
use super::labels::{self, Label};
use super::rows::place_ways;
use super::sites::Site;
use super::{blocks, employment, place, remote, salary};

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
];

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
    for block in found {
        if block.hint.is_empty() || block.text.len() > 200 || block.tag == "label" {
            continue;
        }
        let label = site
            .and_then(|s| s.holds(&block.hint))
            .or_else(|| mark(&block.hint));
        let Some(label) = label else { continue };
        let mut text = tidy(&block.text);
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

/// "Department" is a label; "Remote" and "Contract" are values, too.
fn is_label(text: &str) -> bool {
    labels::find(text).is_some()
        && remote::badge(text).is_empty()
        && employment::badge(text).is_none()
}

fn tell(claims: &mut Claims, label: Label, text: &str) {
    match label {
        Label::Title if !blocks::is_page_heading(text) => claims.title(Source::Marked, text),
        Label::Company if text.len() <= 80 => claims.company(Source::Marked, text),
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
fn split_words(word: &str) -> String {
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
