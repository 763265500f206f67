//! Schools and degrees.

use super::entries::{self, Entry};
use super::grades::{self, is_grade};
use super::heads::Piece;
use super::named;
use super::words::{
    is_apprenticeship, is_company, is_degree, is_name_like, is_place, is_school,
    off_hyphenated_place,
};
use super::{Found, School, work};
use crate::fold::{fold, fold_words};
use crate::line::Line;

/// Reads a section of schools.
pub(super) fn read(lines: &[Line]) -> Vec<School> {
    // Who trained an apprentice is a company.
    let is_head =
        |text: &str| is_degree(text) || is_school(text) || is_company(text) && is_name_like(text);
    let entries = entries::divide(lines, true, &is_head, &is_degree);
    let mut found = Vec::new();
    let mut habit: Option<bool> = None;
    let sorted: Vec<(Vec<Piece>, Option<String>)> = entries.iter().map(sort).collect();
    for (pieces, _) in &sorted {
        if let [a, b, ..] = &pieces[..] {
            let degree_first = is_degree(&a.text) && !is_degree(&b.text)
                || is_school(&b.text) && !is_school(&a.text);
            let school_first = is_school(&a.text) && !is_school(&b.text)
                || is_degree(&b.text) && !is_degree(&a.text);
            if degree_first != school_first {
                habit.get_or_insert(degree_first);
            }
        }
    }
    for (entry, (pieces, place)) in entries.iter().zip(sorted) {
        let (mut degree, mut school) = assign(&pieces, habit);
        let mut body = work::paragraphs(&entry.body);
        if !degree.as_deref().is_some_and(is_degree)
            && let Some(named) = body.first().and_then(|text| opening_degree(text))
        {
            degree = Some(named);
        }
        if school.is_none()
            && degree.is_some()
            && body.first().is_some_and(|text| is_bare_name(text))
        {
            school = Some(body.remove(0));
        }
        if degree.is_none() && school.is_none() {
            continue;
        }
        let (degree, behind) = degree.map_or((None, None), |text| {
            let (degree, grade) = grades::off(&text);
            (Some(degree.to_owned()), grade.map(str::to_owned))
        });
        let range = entry.range.unwrap_or_default();
        let sure = if degree.as_deref().is_some_and(is_degree)
            && school.as_deref().is_some_and(is_school)
        {
            0.9
        } else {
            0.6
        };
        found.push(School {
            grade: grades::find(&entry.head, &body).or(behind),
            school: school
                .map(|text| Found::at(&entry.line, without_town(without_thesis(&text)), sure)),
            degree: degree.map(|text| Found::at(&entry.line, without_standing(&text), sure)),
            location: place.map(|text| Found::at(&entry.line, text, 0.7)),
            start: range.start,
            end: range.end,
            current: range.current,
            notes: body,
        });
    }
    found
}

/// "Level 5 Diploma (in progress)" → the degree; that it goes on is said by its time.
fn without_standing(text: &str) -> String {
    const STANDINGS: &[&str] = &[
        "in progress",
        "ongoing",
        "current",
        "currently studying",
        "laufend",
        "en cours",
        "en curso",
        "in corso",
        "em curso",
        "w toku",
    ];
    text.rsplit_once(" (")
        .filter(|(_, tail)| STANDINGS.contains(&fold(tail.trim_end_matches(')')).as_str()))
        .map_or_else(|| text.to_owned(), |(head, _)| head.trim().to_owned())
}

/// "University of Dunmore. Thesis: Surface species" → the school.
fn without_thesis(text: &str) -> &str {
    const THESES: &[&str] = &[
        "thesis",
        "dissertation",
        "supervis",
        "advisor",
        "abschlussarbeit",
        "bachelorarbeit",
        "masterarbeit",
        "diplomarbeit",
        "memoire",
        "these",
        "tesis",
        "tesi",
        "trabajo fin",
        "scriptie",
        "praca",
    ];
    text.match_indices(". ")
        .find(|(at, _)| {
            let behind = fold(&text[at + 2..]);
            THESES.iter().any(|word| behind.starts_with(word))
        })
        .map_or(text, |(at, _)| &text[..at])
}

/// "Oniris, Nantes" below a degree: a school whose name does not say so.
fn is_bare_name(text: &str) -> bool {
    let folded = fold(text);
    text.split_whitespace().count() <= 6
        && text.chars().count() < 50
        && is_name_like(text)
        && !is_place(text)
        && !is_grade(text)
        && !is_degree(text)
        && text.matches(", ").count() <= 1
        && !text.ends_with('.')
        && !text.contains([':', ';', '|', '%'])
        && !text.chars().any(|sign| sign.is_ascii_digit())
        && ![
            "list", "honor", "honour", "laude", "scholar", "award", "thesis", "minor",
        ]
        .iter()
        .any(|word| folded.contains(word))
}

/// "Jacob-Grimm-Schule, Kassel" → the school. Universities of several towns carry theirs in their names.
pub(super) fn without_town(text: &str) -> String {
    let of_many = fold(text).split_once(", ").is_some_and(|(head, _)| {
        head.split_once("university of ")
            .is_some_and(|(_, state)| super::words::is_place(state))
    });
    if of_many {
        text.to_owned()
    } else {
        named::off_town(text)
    }
}

fn sort(entry: &Entry) -> (Vec<Piece>, Option<String>) {
    let mut place = None;
    let mut pieces = Vec::new();
    for piece in &entry.head {
        if let Some((head, tail)) = off_hyphenated_place(&piece.text) {
            place.get_or_insert(tail.to_owned());
            pieces.push(Piece {
                text: head.to_owned(),
                ..piece.clone()
            });
        } else if is_place(&piece.text) && !is_school(&piece.text) {
            place.get_or_insert(piece.text.clone());
        } else if !is_grade(&piece.text) {
            let alone = entry.head.len() == 1;
            let parted = named_behind_subject(&piece.text).filter(|_| alone);
            let texts = parted.unwrap_or_else(|| split_pair(&piece.text, &mut place));
            for text in texts {
                pieces.push(Piece {
                    text,
                    ..piece.clone()
                });
            }
        }
    }
    if place.is_none() && pieces.len() >= 3 {
        let town = |piece: &Piece| {
            piece.aside && !is_degree(&piece.text) && named::is_town_like(&piece.text)
        };
        if let Some(at) = pieces.iter().position(town)
            && pieces.iter().filter(|piece| town(piece)).count() == 1
        {
            place = Some(pieces.remove(at).text);
        }
    }
    // "Master of Science - MS, Pharmacology": a degree and its short form.
    let mut joined: Vec<Piece> = Vec::new();
    for piece in pieces {
        match joined.last_mut() {
            Some(last)
                if last.line == piece.line
                    && is_degree(&last.text)
                    && is_degree(&piece.text)
                    && !is_school(&last.text)
                    && !is_school(&piece.text)
                    && entry.line_holds(&last.text, &piece.text) =>
            {
                last.text = format!("{} - {}", last.text, piece.text);
            }
            _ => joined.push(piece),
        }
    }
    (joined, place)
}

/// "BSc Physics, University of Leeds, Leeds": where a comma stands between a degree and a school.
fn split_pair(text: &str, place: &mut Option<String>) -> Vec<String> {
    if let Some((degree, school)) = list_before_school(text) {
        let mut pieces = vec![degree.to_owned()];
        pieces.extend(split_pair(school, place));
        return pieces;
    }
    if let Some((degree, school)) = degree_before_school(text) {
        let mut pieces = vec![degree.to_owned()];
        pieces.extend(split_pair(school, place));
        return pieces;
    }
    for sign in [" at ", " an der ", " from "] {
        if let Some((one, other)) = text.split_once(sign)
            && (is_degree(one) && (is_school(other) || is_name_like(other))
                || sign == " at " && !is_school(one) && is_name_like(one) && is_name_like(other))
        {
            return vec![one.trim().to_owned(), other.trim().to_owned()];
        }
    }
    let commas: Vec<usize> = text.match_indices(", ").map(|(at, _)| at).collect();
    for at in commas {
        let (one, other) = (&text[..at], &text[at + 2..]);
        let crosses = is_apprenticeship(one) && is_name_like(other)
            || is_course_of_school(one, other)
            || is_degree(one) && is_school(other) && !is_degree(other)
            || is_school(one) && !is_degree(one) && opens_with_level(other)
            || is_school(one)
                && !is_degree(one)
                && is_degree(other)
                && !is_school(other.split(", ").next().unwrap_or(other));
        if crosses {
            let mut pieces = vec![one.trim().to_owned()];
            pieces.extend(split_pair(other, place));
            return pieces;
        }
        if is_grade(other) {
            return vec![one.trim().to_owned()];
        }
        if is_place(other) && (is_school(one) || is_degree(one)) {
            place.get_or_insert(other.trim().to_owned());
            return vec![one.trim().to_owned()];
        }
    }
    vec![text.to_owned()]
}

/// "Level 2 Warehousing and Storage" behind a college: how British trades count what was learned.
fn opens_with_level(text: &str) -> bool {
    text.strip_prefix("Level ").is_some_and(|rest| {
        let mut signs = rest.chars();
        signs.next().is_some_and(|sign| matches!(sign, '1'..='8')) && signs.next() == Some(' ')
    })
}

/// "A-levels in Biology, Chemistry and Maths, Northshore Sixth Form College": the subjects have commas of their own, and
/// the school stands behind the last of them.
fn list_before_school(text: &str) -> Option<(&str, &str)> {
    let cuts: Vec<usize> = text.match_indices(", ").map(|(at, _)| at).collect();
    let at = *cuts.iter().skip(1).find(|at| {
        let next = text[**at + 2..].split(", ").next().unwrap_or_default();
        is_school(next) && !is_degree(next)
    })?;
    let (list, school) = (&text[..at], &text[at + 2..]);
    let first = list.split(", ").next().unwrap_or(list);
    let subjects = list.split(", ").skip(1).all(|subject| {
        subject.split_whitespace().count() <= 5
            && !is_place(subject)
            && !is_grade(subject)
            && !is_degree(subject)
    });
    // Two subjects joined, or a list announced: else a comma may divide other things.
    let last = list.rsplit(", ").next().unwrap_or_default();
    let joined = [" and ", " & ", " und ", " et ", " y ", " e ", " en ", " i "]
        .iter()
        .any(|sign| last.contains(sign));
    (is_degree(first) && !is_school(list) && subjects && (joined || first.contains(':')))
        .then_some((list, school))
}

/// "Senior Leader Course, Northshore Logistics University": what was learned has no degree's name, and the school has
/// one of its own. "Faculty of Law, University of Northshore" is a school twice.
fn is_course_of_school(one: &str, other: &str) -> bool {
    let next = other.split(", ").next().unwrap_or(other);
    let part = fold_words(one);
    let part = part.split(' ').next().unwrap_or_default();
    is_school(next)
        && !is_school(one)
        && !is_degree(one)
        && !is_place(one)
        && one.split_whitespace().count() >= 2
        && one.chars().next().is_some_and(char::is_uppercase)
        && next.chars().next().is_some_and(char::is_uppercase)
        && !matches!(
            part,
            "department" | "dept" | "division" | "campus" | "section" | "centre" | "center"
        )
}

/// "Diploma in Business Administration, Glan Afon": behind a degree and its subject stands where, whatever it is called.
fn named_behind_subject(text: &str) -> Option<Vec<String>> {
    let (degree, school) = text.split_once(", ")?;
    let has_subject = [" in ", " of ", " en ", " für ", " di ", " w "]
        .iter()
        .any(|small| degree.contains(small));
    (has_subject
        && is_degree(degree)
        && !is_degree(school)
        && !is_place(school)
        && !is_grade(school)
        && is_name_like(school)
        && !school.contains([',', ':', ';', '('])
        && (2..=6).contains(&school.split_whitespace().count())
        && school.split_whitespace().all(|word| {
            word.chars().next().is_some_and(char::is_uppercase) || word.chars().count() <= 3
        })
        && !school.chars().any(|sign| sign.is_ascii_digit()))
    .then(|| vec![degree.trim().to_owned(), school.trim().to_owned()])
}

/// "M.Sc. Technische Universität Dresden": a degree in a narrow column before its school.
fn degree_before_school(text: &str) -> Option<(&str, &str)> {
    let (degree, school) = text.split_once(' ')?;
    let named = school.chars().next().is_some_and(char::is_uppercase);
    let first = school.split(", ").next().unwrap_or(school);
    let linked = [" at ", " an der ", " from "]
        .iter()
        .any(|sign| school.contains(sign));
    (named
        && !linked
        && is_degree(degree)
        && !is_school(degree)
        && is_school(first)
        && !is_degree(first))
    .then_some((degree, school))
}

/// "Theatre Crafts" above "B.A. · York": what was learned, and below it which degree it gave and where.
fn subject_above(pieces: &[Piece]) -> Option<(Option<String>, Option<String>)> {
    let [subject, degree, school] = pieces else {
        return None;
    };
    let below = subject.line < degree.line && degree.line == school.line && !school.aside;
    let names = [subject, school]
        .iter()
        .all(|piece| !is_degree(&piece.text));
    if !below
        || !names
        || is_school(&subject.text)
        || !is_degree(&degree.text)
        || degree.text.contains(' ')
    {
        return None;
    }
    let only_said = matches!(
        fold(&degree.text).as_str(),
        "certified" | "diploma" | "certificate"
    );
    let degree = if only_said {
        subject.text.clone()
    } else {
        format!("{} ({})", subject.text, degree.text)
    };
    Some((Some(degree), Some(school.text.clone())))
}

fn assign(pieces: &[Piece], habit: Option<bool>) -> (Option<String>, Option<String>) {
    let text = |at: usize| pieces.get(at).map(|piece| piece.text.clone());
    if let Some(said) = subject_above(pieces) {
        return said;
    }
    let degree = pieces
        .iter()
        .position(|piece| is_degree(&piece.text) && !is_school(&piece.text))
        .or_else(|| pieces.iter().position(|piece| is_degree(&piece.text)));
    let school = pieces
        .iter()
        .enumerate()
        .position(|(at, piece)| is_school(&piece.text) && Some(at) != degree);
    match (degree, school) {
        (Some(degree), Some(school)) => (text(degree), text(school)),
        (Some(degree), None) => {
            let other = (0..pieces.len()).find(|at| *at != degree && !is_degree(&pieces[*at].text));
            if other.is_none() && is_school(&pieces[degree].text) {
                return (None, text(degree));
            }
            (text(degree), other.and_then(text))
        }
        // "Hauptschule, Neue Mittelschule Ebensee": the kind before the name.
        (None, Some(0))
            if habit == Some(true) && pieces.get(1).is_some_and(|piece| is_school(&piece.text)) =>
        {
            (text(0), text(1))
        }
        (None, Some(school)) => {
            let other = (0..pieces.len()).find(|at| *at != school);
            (other.and_then(text), text(school))
        }
        (None, None) => match (pieces.len(), habit) {
            (0, _) => (None, None),
            (1, Some(true)) => (text(0), None),
            (1, _) => (None, text(0)),
            (_, Some(false)) => (text(1), text(0)),
            (_, _) => (text(0), text(1)),
        },
    }
}

/// The degree that a text opens with: "B.Sc. Physics. Thesis on …".
fn opening_degree(text: &str) -> Option<String> {
    let first: Vec<&str> = text.split_whitespace().take(2).collect();
    if !is_degree(&first.join(" ")) {
        return None;
    }
    let from = first.first().map_or(0, |word| word.len());
    let end = text[from..]
        .find([';', '\n'])
        .into_iter()
        .chain(text[from..].find(". "))
        .min()
        .map_or(text.len(), |at| from + at);
    let named = text[..end].trim().trim_end_matches('.');
    (named.len() < 90).then(|| named.to_owned())
}
