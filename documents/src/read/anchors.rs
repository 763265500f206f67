//! Which lines of a section carry the time of an entry, and which only tell of a year.
//!
//! What must not happen here: where an entry begins, which looks and words decide.

use super::dates::{self, Range};
use crate::fold::fold_words;
use crate::line::Line;

/// "Jan. 2023 – Lecturer" first among entries with a time from when to when, and later than all: it goes on.
pub(super) fn leave_open(dated: &mut [(usize, Range)], lines: &[Line]) {
    let [(at, first), others @ ..] = dated else {
        return;
    };
    let last = others
        .iter()
        .filter_map(|(_, range)| range.end.or(range.start))
        .max();
    let text = lines[*at].text();
    let dash_behind = dates::find(&text).first().is_some_and(|one| {
        one.from == 0 && text[one.to..].trim_start().starts_with(['–', '—', '-'])
    });
    if !first.two_ends
        && dash_behind
        && !others.is_empty()
        && others
            .iter()
            .all(|(_, range)| range.two_ends && !range.current)
        && first
            .end
            .is_some_and(|began| last.is_some_and(|last| began >= last))
    {
        *first = Range {
            start: first.end,
            end: None,
            current: true,
            two_ends: true,
        };
    }
}

/// "Client: county council, repairs (2023 – 2024)" below a role that says its own time tells of the role. Where all
/// times stand beside clients, those are what the person worked for.
pub(super) fn without_clients(dated: &mut Vec<(usize, Range)>, lines: &[Line]) {
    const LABELS: &[&str] = &[
        "client",
        "customer",
        "project",
        "kunde",
        "projekt",
        "mandant",
        "cliente",
        "proyecto",
        "progetto",
        "projeto",
        "projet",
        "klant",
        "opdrachtgever",
        "klient",
    ];
    let is_client = |at: usize| {
        let text = lines[at].text();
        text.split_once(':').is_some_and(|(label, _)| {
            let folded = fold_words(label);
            let words: Vec<&str> = folded.split(' ').collect();
            words.len() <= 2 && words.first().is_some_and(|word| LABELS.contains(word))
        })
    };
    if dated.first().is_some_and(|(at, _)| !is_client(*at)) {
        dated.retain(|(at, _)| !is_client(*at));
    }
}

/// Whether a date stands by itself beside the rest of a line, as in a column of dates.
pub(super) fn has_date_cell(line: &Line) -> bool {
    line.parts.len() > 1
        && line
            .parts
            .iter()
            .any(|part| dates::is_only_dates(&part.text))
}

/// The dates of a line that can carry an entry.
pub(super) fn anchor(line: &Line, single_dates: bool) -> Option<Range> {
    let text = line.text();
    let found = dates::find(&text);
    let range = found
        .iter()
        .find(|one| one.range.two_ends)
        .or(found.first())?;
    if !range.range.two_ends && !single_dates && !is_at_edge(&text, range.from, range.to) {
        return None;
    }
    let rest = text.len() - (range.to - range.from);
    // In a list of schools a parenthesis is a grade or an abbreviation.
    let parenthesis =
        text.contains('(') && (!single_dates || text[..range.from].trim_end().ends_with('('));
    if line.bullet && (rest > 80 || parenthesis || !is_at_edge(&text, range.from, range.to)) {
        return None;
    }
    // "… for 900,000 homes (2021–2023).", or a time in parentheses that broke: a sentence that tells of years.
    let behind = text[range.to..].trim();
    let in_parentheses = text[..range.from].trim_end().ends_with('(');
    if in_parentheses
        && rest > 45
        && (behind == ")." || behind.is_empty() && !text[range.from..range.to].contains(')'))
    {
        return None;
    }
    // "Deputy of the foreman since 2022" in a list tells of the job above it.
    if line.bullet && range.from > 0 && dates::is_since(&text[range.from..range.to]) {
        return None;
    }
    // A sentence that tells of a year is text.
    let sentence = rest > 110
        || rest > 45 && text.trim_end().ends_with('.') && !is_at_edge(&text, range.from, range.to);
    (!sentence).then_some(range.range)
}

fn is_at_edge(text: &str, from: usize, to: usize) -> bool {
    let bare = |part: &str| part.chars().filter(|sign| sign.is_alphanumeric()).count();
    bare(&text[..from]) == 0
        || bare(&text[to..]) == 0
        || text[..from].ends_with('\t')
        || text[to..].starts_with('\t')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::Part;

    fn line(text: &str) -> Line {
        Line {
            parts: vec![Part {
                text: text.to_owned(),
                ..Part::default()
            }],
            ..Line::default()
        }
    }

    #[test]
    fn sentences_that_tell_of_years_carry_no_entry() {
        for text in [
            "Client: Harbour Water. Replaced a billing system for many homes (2021–2023).",
            "Client: Harbour Water. Replaced a billing system for many homes (2021–",
        ] {
            assert_eq!(anchor(&line(text), false), None, "{text}");
        }
        let head = "Programme Manager, Agency of the Northern Pensions (2021–2023)";
        assert!(anchor(&line(head), false).is_some_and(|range| range.two_ends));
        let duty = Line {
            bullet: true,
            ..line("Deputy of the foreman since 2022")
        };
        assert_eq!(anchor(&duty, false), None);
    }

    #[test]
    fn the_first_time_is_open_where_it_is_the_last_and_a_dash_says_so() {
        let dated = |texts: &[&str]| {
            let lines: Vec<Line> = texts.iter().map(|text| line(text)).collect();
            let mut dated: Vec<(usize, Range)> = lines
                .iter()
                .enumerate()
                .filter_map(|(at, line)| Some((at, anchor(line, false)?)))
                .collect();
            leave_open(&mut dated, &lines);
            dated.first().is_some_and(|(_, range)| range.current)
        };
        assert!(dated(&[
            "Jan. 2023 – Lecturer in Chemistry",
            "Oct. 2019 – Dec. 2022 Fellow in Grenoble",
        ]));
        // What came before the others is over.
        assert!(!dated(&[
            "Jan. 2013 – Lecturer in Chemistry",
            "Oct. 2019 – Dec. 2022 Fellow in Grenoble",
        ]));
    }
}
