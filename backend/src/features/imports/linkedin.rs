//! Reading what LinkedIn gives a person who asks for their data: a ZIP archive of tables.
//!
//! What must not happen here: looking into tables that are nobody's business here (messages, connections, searches).

use std::io::{Cursor, Read as _};

use foothold_shared::profile::Certificate;
use foothold_shared::reading::{
    ReadJob, ReadProject, ReadPublication, ReadSchool, ReadValue, ReadingStatus, ReadingView,
};
use zip::ZipArchive;

use super::csv::{Row, Table};
use super::dates::month;
use super::json_resume::https;
use super::open::Opened;
use crate::features::suggestions::Said;

/// The most entries of the archive.
const FILES: usize = 5_000;
/// The most bytes of one table.
const TABLE_BYTES: u64 = 4 * 1024 * 1024;
/// The most entries of a list.
const ENTRIES: usize = 200;
/// The longest text, in characters.
const CHARS: usize = 20_000;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Reads an export; nothing where the archive is another one.
pub(super) fn read(bytes: &[u8]) -> Option<Opened> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    if archive.len() > FILES {
        return Some(Opened::TooComplex);
    }
    let is_export = ["Profile.csv", "Positions.csv"]
        .iter()
        .any(|name| position(&archive, name).is_some());
    if !is_export {
        return None;
    }
    Some(match said(&mut archive) {
        Ok(said) => Opened::Said(Box::new(said)),
        Err(failed) => failed,
    })
}

/// Tables lie at the archive's root, or in one folder where somebody packed them again.
fn position(archive: &Archive<'_>, name: &str) -> Option<usize> {
    (0..archive.len()).find(|at| {
        archive.name_for_index(*at).is_some_and(|found| {
            let base = found.rsplit('/').next().unwrap_or(found);
            base.eq_ignore_ascii_case(name)
        })
    })
}

fn table(archive: &mut Archive<'_>, name: &str, known: &str) -> Result<Option<Table>, Opened> {
    let Some(at) = position(archive, name) else {
        return Ok(None);
    };
    let file = archive.by_index(at).map_err(|_| Opened::Unreadable)?;
    let mut bytes = Vec::new();
    file.take(TABLE_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|_| Opened::Unreadable)?;
    if bytes.len() as u64 > TABLE_BYTES {
        return Err(Opened::TooComplex);
    }
    Ok(Table::read(&bytes, known))
}

/// A table's rows, each made into something.
fn all<T>(
    archive: &mut Archive<'_>,
    name: &str,
    known: &str,
    make: impl Fn(Row<'_>) -> Option<T>,
) -> Result<Vec<T>, Opened> {
    let table = table(archive, name, known)?;
    Ok(table
        .iter()
        .flat_map(Table::rows)
        .filter_map(make)
        .take(ENTRIES)
        .collect())
}

fn said(archive: &mut Archive<'_>) -> Result<Said, Opened> {
    let mut reading = ReadingView {
        status: ReadingStatus::Read,
        ..ReadingView::default()
    };
    if let Some(table) = table(archive, "Profile.csv", "First Name")?
        && let Some(row) = table.rows().next()
    {
        let name = format!("{} {}", row.get("First Name"), row.get("Last Name"));
        reading.name = sure(&name);
        reading.headline = sure(row.get("Headline"));
        reading.summary = sure(row.get("Summary"));
        reading.location = sure(row.get("Geo Location"));
        reading.links = row
            .get("Websites")
            .split(['[', ']', ','])
            .filter_map(|site| site.split_once(':'))
            .filter_map(|(_, address)| sure(address))
            .collect();
    }
    // The one that the person marked as theirs comes first.
    let mut emails = all(archive, "Email Addresses.csv", "Email Address", |row| {
        let primary = row.get("Primary").eq_ignore_ascii_case("yes");
        Some((!primary, sure(row.get("Email Address"))?))
    })?;
    emails.sort_by_key(|(later, _)| *later);
    reading.email = emails.into_iter().next().map(|(_, email)| email);
    reading.phone = all(archive, "PhoneNumbers.csv", "Number", |row| {
        sure(row.get("Number"))
    })?
    .into_iter()
    .next();
    reading.work = all(archive, "Positions.csv", "Company Name", |row| {
        let (start, end, current) = span(row);
        Some(ReadJob {
            title: sure(row.get("Title")),
            company: sure(row.get("Company Name")),
            location: sure(row.get("Location")),
            start,
            end,
            current,
            bullets: lines(row.get("Description")),
        })
    })?;
    reading.education = all(archive, "Education.csv", "School Name", |row| {
        Some(ReadSchool {
            school: sure(row.get("School Name")),
            degree: sure(row.get("Degree Name")),
            start: month(row.get("Start Date")),
            end: month(row.get("End Date")),
            ..ReadSchool::default()
        })
    })?;
    reading.skills = all(archive, "Skills.csv", "Name", |row| sure(row.get("Name")))?;
    reading.languages = all(archive, "Languages.csv", "Name", |row| {
        let level = row.get("Proficiency");
        let name = row.get("Name");
        match (name, level) {
            ("", _) => None,
            (name, "") => sure(name),
            (name, level) => sure(&format!("{name} ({level})")),
        }
    })?;
    reading.projects = all(archive, "Projects.csv", "Title", |row| {
        let (start, end, current) = span(row);
        Some(ReadProject {
            name: sure(row.get("Title")),
            start,
            end,
            current,
            url: row.get("Url").to_owned(),
            bullets: lines(row.get("Description")),
            ..ReadProject::default()
        })
    })?;
    reading.publications = all(archive, "Publications.csv", "Name", |row| {
        Some(ReadPublication {
            title: sure(row.get("Name")),
            publisher: row.get("Publisher").to_owned(),
            published: month(row.get("Published On")),
            url: row.get("Url").to_owned(),
        })
    })?;
    let certificates = all(archive, "Certifications.csv", "Name", |row| {
        let name = sure(row.get("Name"))?;
        let certificate = Certificate {
            name: name.text.clone(),
            issuer: row.get("Authority").to_owned(),
            issued: month(row.get("Started On")),
            expires: month(row.get("Finished On")),
            url: https(row.get("Url")),
        };
        Some((name, certificate))
    })?;
    let mut said = Said::in_resume(reading);
    said.certificates = certificates;
    Ok(said)
}

type Span = (
    Option<foothold_shared::profile::YearMonth>,
    Option<foothold_shared::profile::YearMonth>,
    bool,
);

/// What has begun and has no end goes on.
fn span(row: Row<'_>) -> Span {
    let (start, end) = (month(row.get("Started On")), month(row.get("Finished On")));
    let current = start.is_some() && row.get("Finished On").is_empty();
    (start, end, current)
}

fn sure(text: &str) -> Option<ReadValue> {
    let text: String = text.trim().chars().take(CHARS).collect();
    (!text.is_empty()).then(|| ReadValue {
        text,
        confidence: 1.0,
        ..ReadValue::default()
    })
}

/// A description's lines. The export writes some line breaks as runs of spaces.
fn lines(text: &str) -> Vec<String> {
    text.replace("   ", "\n")
        .lines()
        .map(|line| line.trim().trim_start_matches(['-', '•', '*', '·']).trim())
        .filter(|line| !line.is_empty())
        .take(ENTRIES)
        .map(|line| line.chars().take(CHARS).collect())
        .collect()
}
