//! Which part of a date a field wants: all of it, or the day, the month or the year alone.

use super::super::answer::Ask;
use super::super::words::{fold, tokens};
use super::format::{Piece, format};
use super::months::{is_year, month_named};
use crate::page::LabelSource;

/// What a field wants of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    Day,
    Month,
    Year,
}

/// Which part of a date the field wants: told by its options, its label, its placeholder, its names.
pub(super) fn part(ask: &Ask<'_>) -> Part {
    let options: Vec<String> = ask
        .choices()
        .iter()
        .filter(|c| !c.placeholder)
        .map(|c| c.folded.clone())
        .collect();
    if !options.is_empty() {
        if options.iter().all(|o| is_year(o)) {
            return Part::Year;
        }
        if options.iter().all(|o| month_named(o).is_some()) {
            return Part::Month;
        }
        if options
            .iter()
            .all(|o| o.parse::<u8>().is_ok_and(|n| n <= 31))
        {
            return if options.len() <= 12 {
                Part::Month
            } else {
                Part::Day
            };
        }
    }
    for label in &ask.raw.labels {
        if label.from == LabelSource::Placeholder
            && let Some(pieces) = format(&label.text)
        {
            return match pieces.as_slice() {
                [Piece::Day] => Part::Day,
                [Piece::Month] => Part::Month,
                [Piece::Year | Piece::ShortYear] => Part::Year,
                _ => Part::Whole,
            };
        }
    }
    let label = part_in(&ask.question());
    if label != Part::Whole {
        return label;
    }
    let aria = ask
        .raw
        .labels
        .iter()
        .filter(|l| l.from == LabelSource::AriaLabel)
        .map(|l| l.text.as_str());
    let hooks = ask
        .raw
        .attributes
        .iter()
        .filter(|(n, _)| n.starts_with("data-"))
        .map(|(_, v)| v.as_str());
    let names = [ask.raw.id.as_str(), ask.raw.name.as_str()];
    let told = aria
        .chain(names)
        .chain(hooks)
        .map(|t| part_in(&fold(&split_camel(t))))
        .find(|p| *p != Part::Whole);
    told.unwrap_or(Part::Whole)
}

fn part_in(folded: &str) -> Part {
    const MONTH: &[&str] = &[
        "month", "monat", "mois", "mes", "mese", "maand", "miesiac", "mm",
    ];
    const YEAR: &[&str] = &[
        "year", "jahr", "annee", "ano", "anno", "jaar", "rok", "yyyy",
    ];
    const DAY: &[&str] = &["day", "tag", "jour", "dia", "giorno", "dag", "dzien", "dd"];
    let words = tokens(folded);
    let has = |of: &[&str]| words.iter().any(|w| of.contains(w));
    match (has(DAY), has(MONTH), has(YEAR)) {
        (true, false, false) => Part::Day,
        (false, true, false) => Part::Month,
        (false, false, true) => Part::Year,
        _ => Part::Whole,
    }
}

pub(super) fn split_camel(name: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    for c in name.chars() {
        if c.is_uppercase() && before.is_lowercase() {
            out.push(' ');
        }
        out.push(c);
        before = c;
    }
    out
}
