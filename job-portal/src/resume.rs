//! Reads a résumé as the résumé readers of real systems do: well enough to fill rows, badly enough
//! that a person has to check them.
//!
//! It understands plain text, and PDFs whose page text is not compressed. A job is a line of four
//! parts, `Title | Company | Place | Mar 2021 - Present`; a school one of three,
//! `Degree in Field | School | 2015 - 2017`; what follows a job until the next is its description.

use serde::Serialize;

/// The most rows of one kind that are read.
const MAX_ROWS: usize = 10;

/// What was found.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Read {
    /// Guessed from the file's name.
    pub(crate) name: String,
    /// The first thing in the bytes that looks like an address.
    pub(crate) email: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) work: Vec<Work>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) education: Vec<School>,
}

/// A job; months are `YYYY-MM`, empty where they were not understood.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Work {
    title: String,
    company: String,
    location: String,
    start: String,
    end: String,
    current: bool,
    description: String,
}

/// A school; years are `YYYY`, empty where they were not understood.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct School {
    school: String,
    field: String,
    first_year: String,
    last_year: String,
}

/// Reads a file.
pub(crate) fn read(file_name: &str, bytes: &[u8]) -> Read {
    let stem = file_name
        .rsplit_once('.')
        .map_or(file_name, |(stem, _)| stem);
    let mut read = Read {
        name: stem.replace(['-', '_', '.'], " ").trim().to_owned(),
        email: first_address(bytes),
        ..Read::default()
    };
    for line in lines(bytes) {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        match parts[..] {
            [title, company, location, time] if read.work.len() < MAX_ROWS => {
                read.work.push(work(title, company, location, time));
            }
            [degree, school, time] if read.education.len() < MAX_ROWS => {
                read.education.push(education(degree, school, time));
            }
            [text] if !text.is_empty() && read.education.is_empty() => {
                if let Some(job) = read.work.last_mut() {
                    if !job.description.is_empty() {
                        job.description.push('\n');
                    }
                    job.description.push_str(text);
                }
            }
            _ => {}
        }
    }
    read
}

fn work(title: &str, company: &str, location: &str, time: &str) -> Work {
    let (from, to) = time.split_once(" - ").unwrap_or((time, ""));
    let current = to.eq_ignore_ascii_case("present");
    Work {
        title: title.to_owned(),
        company: company.to_owned(),
        location: location.to_owned(),
        start: month(from),
        end: month(to),
        current,
        description: String::new(),
    }
}

fn education(degree: &str, school: &str, time: &str) -> School {
    let (from, to) = time.split_once(" - ").unwrap_or(("", time));
    School {
        school: school.to_owned(),
        field: degree
            .split_once(" in ")
            .map_or(String::new(), |(_, field)| field.to_owned()),
        first_year: year(from),
        last_year: year(to),
    }
}

/// "Mar 2021" as `2021-03`.
fn month(text: &str) -> String {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let Some((name, number)) = text.trim().split_once(' ') else {
        return String::new();
    };
    let name = name.to_lowercase();
    let at = MONTHS.iter().position(|month| name.starts_with(month));
    match (at, year(number)) {
        (Some(at), number) if !number.is_empty() => format!("{number}-{:02}", at + 1),
        _ => String::new(),
    }
}

fn year(text: &str) -> String {
    let text = text.trim();
    let is_year = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    if is_year {
        text.to_owned()
    } else {
        String::new()
    }
}

/// The lines of a text file, or the shown strings of a PDF.
fn lines(bytes: &[u8]) -> Vec<String> {
    if !bytes.starts_with(b"%PDF-") {
        return String::from_utf8_lossy(bytes)
            .lines()
            .map(str::to_owned)
            .collect();
    }
    let mut found = Vec::new();
    let mut rest = bytes;
    while let Some(open) = rest.iter().position(|b| *b == b'(') {
        let (text, length) = string(&rest[open + 1..]);
        rest = rest.get(open + 1 + length..).unwrap_or_default();
        let after = rest.iter().position(|b| !b.is_ascii_whitespace());
        if after.is_some_and(|at| rest[at..].starts_with(b"Tj")) {
            found.push(text);
        }
    }
    found
}

/// A PDF string up to its closing bracket, and how many bytes it takes with it.
fn string(bytes: &[u8]) -> (String, usize) {
    let mut text = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b')' => return (String::from_utf8_lossy(&text).into_owned(), at + 1),
            b'\\' => {
                at += 1;
                text.extend(bytes.get(at));
            }
            _ => text.push(*byte),
        }
        at += 1;
    }
    (String::new(), at)
}

fn first_address(bytes: &[u8]) -> String {
    let part = |b: &u8| b.is_ascii_alphanumeric() || b"._+-".contains(b);
    let Some(at) = bytes.iter().position(|b| *b == b'@') else {
        return String::new();
    };
    let before = bytes[..at].iter().rev().take_while(|b| part(b)).count();
    let after = bytes[at + 1..].iter().take_while(|b| part(b)).count();
    let text = String::from_utf8_lossy(&bytes[at - before..=at + after]).into_owned();
    if before > 0 && text.rsplit('@').next().is_some_and(|d| d.contains('.')) {
        text
    } else {
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::{School, Work, read};

    const TEXT: &str = "Ada Example\nada@mail.example\n\nBaker | Crumb & Sons | Leeds | Mar 2021 - Present\n\
        Bread for two towns.\nMiller | Grist Ltd | York | Sep 2017 - Feb 2021\n\n\
        Diploma in Milling | Northern College | 2015 - 2017\nReferences on request\n";

    #[test]
    fn jobs_and_schools_are_found() {
        let found = read("ada_example-2026.txt", TEXT.as_bytes());
        assert_eq!(found.name, "ada example 2026");
        assert_eq!(found.email, "ada@mail.example");
        assert_eq!(
            found.work[0],
            Work {
                title: "Baker".into(),
                company: "Crumb & Sons".into(),
                location: "Leeds".into(),
                start: "2021-03".into(),
                end: String::new(),
                current: true,
                description: "Bread for two towns.".into(),
            }
        );
        assert_eq!(found.work[1].end, "2021-02");
        assert_eq!(
            found.education,
            [School {
                school: "Northern College".into(),
                field: "Milling".into(),
                first_year: "2015".into(),
                last_year: "2017".into(),
            }]
        );
    }

    #[test]
    fn a_pdf_is_read_line_by_line_and_a_broken_one_does_no_harm() {
        let pdf = b"%PDF-1.4 BT (Baker | Crumb \\(North\\) | Leeds | May 2020 - Present) Tj T* (x) Tj ET (unclosed";
        let found = read("a.pdf", pdf);
        assert_eq!(found.work[0].company, "Crumb (North)");
        assert_eq!(found.work[0].start, "2020-05");
        assert_eq!(found.work[0].description, "x");
        assert!(read("", b"").work.is_empty());
    }
}
