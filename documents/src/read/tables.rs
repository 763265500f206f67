//! Entries in a table with a row of headings ("Degree | Institute | Year | CGPA"): the heading says what a cell holds.

use super::dates;
use super::labelled::{self, Kind};
use super::named;
use super::{Found, Job, School, education};
use crate::fold::fold_words;
use crate::line::{Line, Part};

/// Headings of columns that are no labels elsewhere.
const COLUMNS: &[(Kind, &[&str])] = &[
    (
        Kind::Dates,
        &[
            "year",
            "years",
            "passing year",
            "year of passing",
            "year of completion",
            "from",
            "tenure",
            "jahr",
            "annee",
            "ano",
            "anno",
            "jaar",
            "rok",
        ],
    ),
    (
        Kind::Degree,
        &[
            "course",
            "exam",
            "examination",
            "class",
            "standard",
            "programme",
            "program",
            "certificate",
            "diploma degree",
            "level",
            "studiengang",
            "formation",
            "curso",
            "corso",
        ],
    ),
    (
        Kind::School,
        &[
            "college",
            "name of institute",
            "name of institution",
            "name of the institute",
            "school college",
            "institute name",
            "etablissement",
        ],
    ),
    (
        Kind::Employer,
        &[
            "organisation name",
            "organization name",
            "name of company",
            "name of organization",
            "company organization",
        ],
    ),
];

/// A column: where it begins and what it holds.
struct Column {
    x0: f32,
    kind: Option<Kind>,
}

/// The jobs of a section that is such a table.
pub(super) fn jobs(lines: &[Line]) -> Option<Vec<Job>> {
    let rows = rows(lines, [Kind::Employer, Kind::Title])?;
    let jobs = rows.iter().map(|row| {
        let range = row.range();
        Job {
            title: row.value(Kind::Title),
            company: row.value(Kind::Employer).map(|company| Found {
                value: named::off_town(&company.value),
                ..company
            }),
            location: row.value(Kind::Place),
            start: range
                .start
                .or(if range.two_ends { None } else { range.end }),
            end: range.end,
            current: range.current,
            bullets: Vec::new(),
        }
    });
    Some(
        jobs.filter(|job| job.title.is_some() && job.company.is_some())
            .collect(),
    )
}

/// The schools of a section that is such a table.
pub(super) fn schools(lines: &[Line]) -> Option<Vec<School>> {
    let rows = rows(lines, [Kind::School, Kind::Degree])?;
    let schools = rows.iter().map(|row| {
        let range = row.range();
        School {
            school: row.value(Kind::School).map(|mut found| {
                found.value = education::without_town(&found.value);
                found
            }),
            degree: row.value(Kind::Degree),
            location: row.value(Kind::Place),
            start: range.start,
            end: range.end,
            current: range.current,
            grade: row.grade(),
            notes: Vec::new(),
        }
    });
    Some(
        schools
            .filter(|school| school.school.is_some() && school.degree.is_some())
            .collect(),
    )
}

/// A row's cells, each with what its column holds.
struct Row {
    line: Line,
    cells: Vec<(Option<Kind>, String)>,
}

impl Row {
    fn text(&self, kind: Kind) -> Option<&str> {
        let cell = self
            .cells
            .iter()
            .find(|(one, text)| *one == Some(kind) && !text.is_empty());
        cell.map(|(_, text)| text.as_str())
    }

    fn value(&self, kind: Kind) -> Option<Found<String>> {
        let text = self.text(kind)?;
        Some(Found::at(&self.line, text.to_owned(), 0.85))
    }

    fn range(&self) -> dates::Range {
        let found = dates::find(self.text(Kind::Dates).unwrap_or_default());
        found.first().map(|one| one.range).unwrap_or_default()
    }

    /// "82%", "8.4": what stands in a column of numbers.
    fn grade(&self) -> Option<String> {
        let number = |text: &str| {
            text.chars().any(|sign| sign.is_ascii_digit())
                && text.chars().all(|sign| {
                    sign.is_ascii_digit() || matches!(sign, '.' | ',' | '/' | '%' | ' ')
                })
        };
        let cell = self
            .cells
            .iter()
            .find(|(kind, text)| kind.is_none() && number(text))?;
        Some(cell.1.clone())
    }
}

/// The rows below the headings, where the section is a table that has what is needed.
fn rows(lines: &[Line], needed: [Kind; 2]) -> Option<Vec<Row>> {
    let (head, columns) = lines.iter().enumerate().take(3).find_map(|(at, line)| {
        let columns = columns(line)?;
        let has = |kind: Kind| columns.iter().any(|column| column.kind == Some(kind));
        (has(needed[0]) && has(needed[1])).then_some((at, columns))
    })?;
    let mut rows: Vec<Row> = Vec::new();
    for line in &lines[head + 1..] {
        let cells: Vec<(usize, &Part)> = line
            .parts
            .iter()
            .enumerate()
            .map(|(place, part)| (column_of(&columns, line, place, part), part))
            .collect();
        // A cell that wrapped goes on close below, and never in all columns.
        let wraps = line.gap < 0.5 && cells.len() < columns.len() && !rows.is_empty();
        if !wraps {
            rows.push(Row {
                line: line.clone(),
                cells: columns
                    .iter()
                    .map(|column| (column.kind, String::new()))
                    .collect(),
            });
        }
        let row = rows.last_mut()?;
        for (place, part) in cells {
            let text = &mut row.cells[place].1;
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(part.text.trim());
        }
    }
    (!rows.is_empty()).then_some(rows)
}

/// The columns that a row of headings names.
fn columns(line: &Line) -> Option<Vec<Column>> {
    let short = |part: &Part| {
        part.text.split_whitespace().count() <= 5
            && !part.text.chars().any(|sign| sign.is_ascii_digit())
    };
    if line.parts.len() < 3 || line.bullet || !line.parts.iter().all(short) {
        return None;
    }
    let columns: Vec<Column> = line
        .parts
        .iter()
        .map(|part| Column {
            x0: part.x0,
            kind: kind_of(&part.text),
        })
        .collect();
    (columns
        .iter()
        .filter(|column| column.kind.is_some())
        .count()
        >= 2)
        .then_some(columns)
}

fn kind_of(text: &str) -> Option<Kind> {
    let folded = fold_words(text);
    let own = COLUMNS
        .iter()
        .find_map(|(kind, names)| names.contains(&folded.as_str()).then_some(*kind));
    own.or_else(|| labelled::kind_of(text))
        .filter(|kind| *kind != Kind::More)
}

/// Which column a part stands in: by its place in a file that knows none, else by where it begins.
fn column_of(columns: &[Column], line: &Line, place: usize, part: &Part) -> usize {
    if line.parts.len() == columns.len() {
        return place;
    }
    let near = columns
        .iter()
        .enumerate()
        .min_by(|(_, a), (_, b)| (a.x0 - part.x0).abs().total_cmp(&(b.x0 - part.x0).abs()));
    near.map_or(0, |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[(&str, f32)], gap: f32) -> Line {
        Line {
            parts: cells
                .iter()
                .map(|(text, x0)| Part {
                    text: (*text).to_owned(),
                    x0: *x0,
                    x1: x0 + 40.0,
                    ..Part::default()
                })
                .collect(),
            gap,
            ..Line::default()
        }
    }

    #[test]
    fn headings_say_what_cells_hold() {
        let table = [
            row(
                &[
                    ("Degree/Course", 50.0),
                    ("Institute", 150.0),
                    ("Year", 300.0),
                    ("CGPA/%", 380.0),
                ],
                0.9,
            ),
            row(
                &[
                    ("B.E. (Marine)", 50.0),
                    ("Saltmarsh College of", 150.0),
                    ("2021", 300.0),
                    ("8.4", 380.0),
                ],
                0.9,
            ),
            row(&[("Engineering", 150.0)], 0.2),
            row(
                &[
                    ("HSC (XII)", 50.0),
                    ("Northshore Junior College", 150.0),
                    ("2017", 300.0),
                    ("82%", 380.0),
                ],
                0.9,
            ),
        ];
        let found = schools(&table).expect("a table");
        let said: Vec<_> = found
            .iter()
            .map(|one| {
                let text =
                    |value: &Option<Found<String>>| value.as_ref().map(|value| value.value.clone());
                (
                    text(&one.degree),
                    text(&one.school),
                    one.end.map(|date| date.year),
                    one.grade.clone(),
                )
            })
            .collect();
        let some = |text: &str| Some(text.to_owned());
        let expected = [
            (
                some("B.E. (Marine)"),
                some("Saltmarsh College of Engineering"),
                Some(2021),
                some("8.4"),
            ),
            (
                some("HSC (XII)"),
                some("Northshore Junior College"),
                Some(2017),
                some("82%"),
            ),
        ];
        assert_eq!(said, expected);
        assert!(jobs(&table).is_none());
        assert!(schools(&table[1..]).is_none(), "no headings");
    }
}
