//! What a résumé says, in the profile's shape. Nothing is added to it: what is not said stays empty.

use foothold_documents::read::dates;
use foothold_shared::profile::{
    Address, Certificate, EducationEntry, Project, Publication, WorkEntry, YearMonth,
};
use foothold_shared::reading::{ReadJob, ReadProject, ReadPublication, ReadSchool, ReadValue};

use super::{links, words};

/// The text of a value that may be missing.
pub(super) fn text(value: Option<&ReadValue>) -> String {
    value.map(|value| line(&value.text)).unwrap_or_default()
}

/// One line, without signs that forms refuse.
pub(super) fn line(text: &str) -> String {
    let spaced: String = text
        .chars()
        .map(|sign| if sign.is_control() { ' ' } else { sign })
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A place as written, by parts: "10115 Berlin, Germany", "Portland, OR 97201".
pub(super) fn address(text: &str) -> Address {
    let mut address = Address::default();
    let text = line(text);
    let mut parts: Vec<&str> = text
        .split([',', '|', '·'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    // Two capitals at the end are a state more often than a country's code.
    let is_code =
        |part: &str| part.len() == 2 && part.chars().all(|sign| sign.is_ascii_uppercase());
    if let Some(last) = parts.last()
        && (!is_code(last) || matches!(*last, "UK" | "US"))
        && let Some(country) = foothold_core::places::country_of(last)
        // A city that is a country stays a city where nothing else is said.
        && (parts.len() > 1 || country != "SG")
    {
        address.country = country.to_owned();
        parts.pop();
    }
    let Some((first, more)) = parts.split_first() else {
        return address;
    };
    (address.postal_code, address.city) = without_postal_code(first);
    if let Some(last) = more.last() {
        let (code, region) = without_postal_code(last);
        address.region = region;
        if address.postal_code.is_empty() {
            address.postal_code = code;
        }
    }
    address
}

/// The code that stands before or behind a town's name, and the name.
fn without_postal_code(text: &str) -> (String, String) {
    let is_code = |word: &str| {
        (4..=6).contains(&word.len()) && word.bytes().all(|sign| sign.is_ascii_digit())
    };
    match (text.split_once(' '), text.rsplit_once(' ')) {
        (Some((code, town)), _) if is_code(code) => (code.to_owned(), town.trim().to_owned()),
        (_, Some((town, code))) if is_code(code) => (code.to_owned(), town.trim().to_owned()),
        _ => (String::new(), text.to_owned()),
    }
}

/// A job; nothing without company or title.
pub(super) fn job(read: &ReadJob) -> Option<WorkEntry> {
    let (title, company) = (text(read.title.as_ref()), text(read.company.as_ref()));
    if title.is_empty() && company.is_empty() {
        return None;
    }
    let bullets: Vec<String> = read
        .bullets
        .iter()
        .map(|bullet| line(bullet))
        .filter(|bullet| !bullet.is_empty())
        .map(|bullet| format!("- {bullet}"))
        .collect();
    Some(WorkEntry {
        id: String::new(),
        company,
        title,
        location: text(read.location.as_ref()),
        start: read.start.clone(),
        end: read.end.clone().filter(|_| !read.current),
        current: read.current,
        description: bullets.join("\n"),
    })
}

/// A course of study; nothing without school or degree.
pub(super) fn school(read: &ReadSchool) -> Option<EducationEntry> {
    let (school, whole) = (text(read.school.as_ref()), text(read.degree.as_ref()));
    if school.is_empty() && whole.is_empty() {
        return None;
    }
    let (degree, discipline) = words::degree_and_subject(&whole);
    Some(EducationEntry {
        id: String::new(),
        school,
        level: words::degree_level(&degree),
        degree,
        discipline,
        start: read.start.clone(),
        end: read.end.clone().filter(|_| !read.current),
        grade: line(&read.grade),
    })
}

/// A project; nothing without a name.
pub(super) fn project(read: &ReadProject) -> Option<Project> {
    let name = text(read.name.as_ref());
    if name.is_empty() {
        return None;
    }
    // Where a sentence stands for a name that is not said, it is not said twice.
    let bullets: Vec<String> = read
        .bullets
        .iter()
        .map(|bullet| line(bullet))
        .filter(|bullet| !bullet.is_empty() && *bullet != name)
        .map(|bullet| format!("- {bullet}"))
        .collect();
    Some(Project {
        id: String::new(),
        name,
        role: line(&read.role),
        start: read.start.clone(),
        end: read.end.clone().filter(|_| !read.current),
        current: read.current,
        url: address_of_page(&read.url),
        description: bullets.join("\n"),
    })
}

/// A publication; nothing without a title.
pub(super) fn publication(read: &ReadPublication) -> Option<Publication> {
    let title = text(read.title.as_ref());
    (!title.is_empty()).then(|| Publication {
        id: String::new(),
        title,
        publisher: line(&read.publisher),
        published: read.published.clone(),
        url: address_of_page(&read.url),
    })
}

/// The full address of a page as a file has it; empty where it is none.
pub(super) fn address_of_page(text: &str) -> String {
    links::place(text)
        .map(|(_, address)| address)
        .unwrap_or_default()
}

/// A certificate. A date at its end is when it was given.
pub(super) fn certificate(text: &str) -> Option<Certificate> {
    let text = line(text);
    let found = dates::find(&text);
    let issued = found
        .last()
        .filter(|date| !date.range.two_ends && text.len() - date.to <= 1)
        .and_then(|date| Some((date.from, date.range.end?)));
    let name = match issued {
        Some((from, _)) => &text[..from],
        None => &text,
    };
    let name = name.trim_end_matches(|sign: char| !sign.is_alphanumeric() && sign != ')');
    (!name.is_empty()).then(|| Certificate {
        name: name.to_owned(),
        issued: issued.map(|(_, date)| YearMonth {
            year: date.year,
            month: date.month,
        }),
        ..Certificate::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_come_apart() {
        for (text, city, region, postal_code, country) in [
            ("Tartu, Estonia", "Tartu", "", "", "EE"),
            ("Portland, OR", "Portland", "OR", "", ""),
            ("Portland, OR 97201", "Portland", "OR", "97201", ""),
            ("Sacramento, CA, USA", "Sacramento", "CA", "", "US"),
            ("10115 Berlin, Deutschland", "Berlin", "", "10115", "DE"),
            ("Toronto, Ontario, Canada", "Toronto", "Ontario", "", "CA"),
            ("Singapore", "Singapore", "", "", ""),
        ] {
            let found = address(text);
            let parts = (
                &*found.city,
                &*found.region,
                &*found.postal_code,
                &*found.country,
            );
            assert_eq!(parts, (city, region, postal_code, country), "{text}");
        }
    }

    #[test]
    fn certificates_have_a_name_and_perhaps_a_month() {
        let found = certificate("Boat Master's Licence, Harbour Office, May 2019").expect("one");
        assert_eq!(found.name, "Boat Master's Licence, Harbour Office");
        assert!(
            found.issued
                == Some(YearMonth {
                    year: 2019,
                    month: Some(5)
                })
        );
        let plain = certificate("Sworn translator").expect("one");
        assert_eq!(
            (plain.name.as_str(), plain.issued.is_none()),
            ("Sworn translator", true)
        );
    }
}
