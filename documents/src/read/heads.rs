//! The head of an entry, piece by piece: dates taken off, divided where signs or looks divide, wrapped lines made whole.

use super::dates;
use super::words::{
    is_apprenticeship, is_company, is_degree, is_name_like, is_school, title_weight,
};
use crate::fold::fold_words;
use crate::line::{Line, Part};

/// A piece of a head.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) bold: bool,
    pub(super) line: usize,
    /// It stands apart at the right, behind a wide gap.
    pub(super) aside: bool,
}

/// Adds the pieces of a head's line; a title or degree that wrapped into it is made whole.
pub(super) fn join_wrapped(
    head: &mut Vec<Piece>,
    found: Vec<Piece>,
    lines: &[Line],
    number: usize,
    full: f32,
) {
    let mut found = found.into_iter();
    let open = head.last().is_some_and(|last| last.line + 1 == number);
    if open
        && number > 0
        && wraps(&lines[number - 1], &lines[number], full)
        && !lines[number - 1]
            .parts
            .last()
            .is_some_and(|part| ends_open(&part.text))
        && let Some(last) = head.last_mut()
        && let Some(first) = found.next()
    {
        let hyphen = lines[number - 1]
            .parts
            .iter()
            .any(|part| ends_hyphenated(&part.text));
        let small = first.text.chars().next().is_some_and(char::is_lowercase);
        // "Bau-" with "ingenieur" is one word, "Bauhaus-" with "Hochschule" keeps its hyphen.
        let comma = lines[number - 1]
            .parts
            .last()
            .is_some_and(|part| part.text.trim_end().ends_with(','));
        last.text.push_str(match (hyphen, small) {
            (true, true) => "",
            (true, false) => "-",
            _ if comma => ", ",
            _ => " ",
        });
        last.text.push_str(&first.text);
        last.line = number;
    }
    head.extend(found);
}

/// Whether a title or degree goes on in the next line: "Grado en", "Administración y".
pub(super) fn wraps(above: &Line, below: &Line, full: f32) -> bool {
    const OPEN: &[&str] = &[
        "and", "of", "in", "for", "und", "fur", "zur", "zum", "der", "et", "de", "des", "du", "en",
        "la", "le", "y", "e", "del", "di", "della", "i", "w", "z", "van", "voor",
    ];
    let timed = |part: &&Part| dates::is_only_dates(&part.text);
    let (Some(over), [under]) = (
        above.parts.iter().rev().find(|part| !timed(part)),
        &below.parts[..],
    ) else {
        return false;
    };
    // The time at the right bounds the line, too.
    let full = above
        .parts
        .last()
        .filter(timed)
        .map_or(full, |time| time.x0);
    let last = fold_words(&over.text);
    let last = last.split(' ').next_back().unwrap_or_default();
    let small = under.text.chars().next().is_some_and(char::is_lowercase);
    (over.x0 - under.x0).abs() < 6.0
        && ((over.bold == under.bold || over.bold && under.bold_start)
            && over.italic == under.italic
            || !over.cuts.is_empty()
            || ends_open(&over.text))
        && (over.size - under.size).abs() < 0.4
        && below.gap < 0.7
        && !below.bullet
        && (OPEN.contains(&last)
            || small && over.bold
            || ends_open(&over.text)
            || ends_hyphenated(&over.text)
            // "Buckeye Current" with "Electric, Inc." below it, beside the time.
            || below.gap < 0.35 && above.parts.len() > 1 && over.bold && under.bold
                && is_company(&under.text) && !is_company(&over.text) && title_weight(&over.text) == 0
            // "Clifton Hill Sixth Form" with "College" below it.
            || below.gap < 0.35 && !under.text.contains(' ') && is_school(&under.text) && !is_school(&over.text)
            // "BA (Hons) Interior" with "Architecture", "Senior Infrastructure" with "Engineer" below it.
            || over.bold && under.bold && is_full(over, under, full)
                && !is_school(&under.text) && !is_company(&under.text) && !is_degree(&under.text)
                && (is_degree(&over.text) && !is_school(&over.text)
                    || title_weight(&under.text) == 2 && title_weight(&over.text) == 0 && !is_company(&over.text))
            || is_full(over, under, full) && below.gap < 0.4
                && (over.text.contains(STRONG_SIGNS)
                    || below.gap < 0.35 && (over.text.contains(", ") || over.text.contains(" at "))))
}

/// "Bauhaus-" above "Hochschule Weimar".
fn ends_hyphenated(text: &str) -> bool {
    text.strip_suffix('-')
        .and_then(|bare| bare.chars().next_back())
        .is_some_and(char::is_alphabetic)
}

/// Whether a line ends in a sign that promises more.
fn ends_open(text: &str) -> bool {
    text.trim_end()
        .ends_with(['–', '—', '|', '·', '@', '&', '+'])
}

/// Whether the first word below would not have fitted: then what is a name on both lines is one.
fn is_full(over: &Part, under: &Part, full: f32) -> bool {
    let signs = under.text.chars().count().max(1) as f32;
    let first = under.text.split_whitespace().next().unwrap_or_default();
    let width = (under.x1 - under.x0) / signs * (first.chars().count() as f32 + 1.0);
    full > 0.0
        && over.x1 + width > full
        // What is left over of a full line is shorter than it.
        && under.x1 < over.x1
        && under.text.chars().count() < 45
        && is_name_like(&under.text)
}

/// The signs that divide two things in a head.
const STRONG_SIGNS: [char; 6] = ['–', '—', '|', '·', '•', '@'];

/// What divides the pieces of a head.
const STRONG: &[&str] = &[
    " | ", " • ", " · ", " — ", " – ", " - ", " // ", " ∙ ", " › ", " @ ", " ● ", "|", "•", "·",
];

/// The pieces of a line, dates taken off.
pub(super) fn pieces(line: &Line, number: usize) -> Vec<Piece> {
    let mut found = Vec::new();
    for (place, part) in line.parts.iter().enumerate() {
        let mut text = part.text.clone();
        let found_dates = dates::find(&part.text);
        let mut edits: Vec<(usize, usize)> =
            found_dates.iter().map(|one| (one.from, one.to)).collect();
        edits.extend(
            look_cuts(part)
                .into_iter()
                .filter(|at| {
                    found_dates
                        .iter()
                        .all(|one| *at <= one.from || *at >= one.to)
                })
                .map(|at| (at, at)),
        );
        edits.sort_unstable();
        for (from, to) in edits.into_iter().rev() {
            text.replace_range(from..to, "\t");
        }
        let mut rest = vec![text];
        for sign in STRONG {
            rest = rest
                .iter()
                .flat_map(|piece| piece.split(sign))
                .map(str::to_owned)
                .collect();
        }
        for piece in rest.iter().flat_map(|piece| piece.split('\t')) {
            let text = without_lasting(&tidy(piece)).to_owned();
            if text.chars().any(char::is_alphabetic) {
                found.push(Piece {
                    text,
                    bold: part.bold,
                    line: number,
                    aside: place > 0,
                });
            }
        }
    }
    found
}

/// Where a part's look changes and what stands on both sides are two things: "**Welder**, Bluenose Marine".
fn look_cuts(part: &Part) -> Vec<usize> {
    let starts: Vec<usize> = part
        .text
        .split_whitespace()
        .map(|word| word.as_ptr() as usize - part.text.as_ptr() as usize)
        .collect();
    let mut found = Vec::new();
    let mut from = 0;
    for at in part.cuts.iter().filter_map(|at| starts.get(*at).copied()) {
        let left = part.text[from..at].trim();
        let right = part.text[at..].trim_start_matches(|sign: char| !sign.is_alphanumeric());
        let small = right.chars().next().is_some_and(char::is_lowercase);
        let words = left.split_whitespace().count();
        let divided = left.ends_with([',', ';', ':', '|', '–', '—', '-', '·', '•'])
            || part.text[at..].starts_with([',', ';', '|', '–', '—', '-', '·', '•']);
        let degree =
            is_degree(left) && !is_school(left) && !is_school(right) && !is_apprenticeship(left);
        // "**MSc in Marine Engineering**, *NU Tartu*": the subject is said, so what is set otherwise is something else.
        let says_subject = [" in ", " en ", " für ", " w "]
            .iter()
            .any(|small| left.contains(small));
        let apart = if divided {
            !degree || says_subject && right.split(',').next().is_some_and(is_name_like)
        } else {
            title_weight(left) == 2 && title_weight(right.split(',').next().unwrap_or(right)) < 2
                || is_degree(left) && is_school(right) && words > 1
                || is_school(left) && is_degree(right)
        };
        if apart && !small && words > 0 && !right.is_empty() {
            found.push(at);
            from = at;
        }
    }
    found
}

/// "Pier Kitchen, Worthing (six months)": how long it was is no part of where.
fn without_lasting(text: &str) -> &str {
    match text.rsplit_once(" (") {
        Some((head, tail)) if tail.ends_with(')') && dates::is_only_lasting(tail) => head.trim(),
        _ => text,
    }
}

/// Takes off what dates and separators leave behind.
fn tidy(text: &str) -> String {
    let mut text = text.trim();
    loop {
        let before = text;
        text = text.trim_matches([
            ' ', ',', ';', '|', '-', '–', '—', ':', '•', '·', '/', '[', ']', '\u{FE0F}',
        ]);
        text = text.strip_suffix("()").unwrap_or(text);
        // "Softteco, Minsk, ." before a time that had a point of its own.
        text = text.strip_suffix(" .").unwrap_or(text);
        if text.matches('(').count() > text.matches(')').count() {
            text = text
                .strip_suffix('(')
                .unwrap_or(text)
                .strip_prefix('(')
                .unwrap_or(text.strip_suffix('(').unwrap_or(text));
        }
        if text.matches(')').count() > text.matches('(').count() {
            text = text
                .strip_suffix(')')
                .or(text.strip_prefix(')'))
                .unwrap_or(text);
        }
        if text == before {
            break;
        }
    }
    // "Brest." ends a sentence, "Ltd." and "B.Sc." do not.
    if let Some(bare) = text.strip_suffix('.')
        && !bare.contains('.')
        && bare
            .rsplit([' ', ','])
            .next()
            .is_some_and(|last| last.chars().count() > 4)
    {
        return bare.to_owned();
    }
    text.to_owned()
}
