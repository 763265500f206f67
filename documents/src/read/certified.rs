//! "Education and certificates": what of such a section is a certificate and no school.
//!
//! What must not happen here: a school, a degree, or what is told of one, taken for a certificate.

use super::skills::{ends_sentence, items};
use super::words::{is_degree, is_permit, is_school};
use super::{Found, dates};
use crate::fold::fold_words;
use crate::line::Line;

/// How words begin, folded, that say of a heading or a line that it is about certificates.
const CERTIFIED: [&str; 5] = ["certif", "zertif", "lizenz", "licen", "accredit"];
/// Words that a certificate's name ends in, folded.
const LAST: [&str; 10] = [
    "belt", "licence", "license", "permit", "course", "lehrgang", "kurs", "curso", "corso",
    "training",
];

/// Takes the certificates out of the lines of such a section; nothing where its heading names schools alone.
pub(super) fn take(heading: Option<&Line>, lines: Vec<Line>) -> (Vec<Found<String>>, Vec<Line>) {
    let names_both = heading.is_some_and(|heading| says(&heading.text()));
    if !names_both {
        return (Vec::new(), lines);
    }
    let mut found = Vec::new();
    let mut others = Vec::new();
    for mut line in lines {
        let text = match &line.parts[..] {
            [part] => part.text.clone(),
            _ => String::new(),
        };
        let (taken, rest): (Vec<&str>, Vec<&str>) = sentences(&text)
            .into_iter()
            .partition(|sentence| is_certificate(sentence));
        let names = taken.into_iter().flat_map(each);
        let before = found.len();
        found.extend(names.map(|name| Found::at(&line, name, 0.7)));
        if found.len() > before
            && let Some(part) = line.parts.first_mut()
        {
            part.text = rest.join(" ");
            part.cuts.clear();
        }
        if !line.text().is_empty() {
            others.push(line);
        }
    }
    (found, others)
}

fn says(text: &str) -> bool {
    fold_words(text)
        .split(' ')
        .any(|word| CERTIFIED.iter().any(|start| word.starts_with(start)))
}

/// Whether a name says that it is a certificate's: "Payroll Technician Certificate", "Certified Data Analyst".
pub(super) fn is_named(name: &str) -> bool {
    let folded = fold_words(name.split(" (").next().unwrap_or(name));
    let words: Vec<&str> = folded.split(' ').collect();
    let ends_so = words
        .last()
        .is_some_and(|last| matches!(*last, "certificate" | "certification" | "zertifikat"));
    // "Certificate in Education", "Leaving Certificate": of a school.
    words.contains(&"certified") || ends_so && !is_degree(name) && !is_school(name)
}

/// The sentences of a line, with their points.
fn sentences(text: &str) -> Vec<&str> {
    let signs: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut from = 0;
    for (at, (place, _)) in text.char_indices().enumerate() {
        if ends_sentence(&signs, at) {
            found.push(text[from..=place].trim());
            from = place + 1;
        }
    }
    found.push(text[from..].trim());
    found
}

/// "Yellow Belt (2023). Forklift (reach). OSHA 30." → each of them, where all are as short as names.
pub(super) fn each_sentence(paragraph: Found<String>) -> Vec<Found<String>> {
    const LONGEST: usize = 14;
    let found = sentences(&paragraph.value);
    let are_names = found
        .iter()
        .all(|sentence| sentence.split_whitespace().count() <= LONGEST);
    if found.len() < 2 || !are_names {
        return vec![paragraph];
    }
    found
        .into_iter()
        .map(|sentence| Found {
            value: sentence.trim_end_matches('.').to_owned(),
            ..paragraph.clone()
        })
        .collect()
}

/// A line up to the end of its first sentence.
pub(super) fn first_sentence(line: &Line) -> Line {
    let mut line = line.clone();
    if let [part] = &mut line.parts[..] {
        let first = sentences(&part.text).first().copied().unwrap_or_default();
        part.text = first.to_owned();
        part.cuts.clear();
    }
    line
}

/// Whether a sentence names what somebody was certified in: by its words, or by the one year that it ends in.
fn is_certificate(sentence: &str) -> bool {
    if is_school(sentence) || is_degree(sentence) {
        return false;
    }
    let folded = fold_words(sentence);
    let ends_so = folded.split(' ').any(|word| LAST.contains(&word));
    let times = dates::find(sentence);
    let is_dated = !times.is_empty() && times.iter().all(|time| !time.range.two_ends);
    is_permit(sentence) || says(sentence) || ends_so || is_dated && !sentence.contains(':')
}

/// "Security+ (2021), CySA+ (2023)" are two; "OSHA 30, 2024" is one.
fn each(sentence: &str) -> Vec<String> {
    let parts = items(sentence);
    let is_dated = |part: &String| part.ends_with(')') && !dates::find(part).is_empty();
    if parts.len() > 1 && parts.iter().all(is_dated) {
        return parts;
    }
    vec![sentence.trim_end_matches('.').to_owned()]
}
