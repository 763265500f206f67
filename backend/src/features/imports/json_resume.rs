//! Reading JSON Resume (schema 1.0.0, and what older editors write), leniently: a part of another type than the
//! schema's is left out, and nothing is made up for it.

use foothold_shared::profile::{Address, Certificate};
use foothold_shared::reading::{
    ReadJob, ReadProject, ReadPublication, ReadSchool, ReadValue, ReadingStatus, ReadingView,
};
use serde_json::Value;

use super::dates::month;
use super::open::Opened;
use crate::features::suggestions::Said;

/// The most entries of a list.
const ENTRIES: usize = 200;
/// The longest text, in characters.
const CHARS: usize = 20_000;
/// The parts of a JSON Resume; a file with none of them is something else.
const PARTS: &[&str] = &[
    "basics",
    "work",
    "education",
    "skills",
    "projects",
    "languages",
    "certificates",
    "publications",
];

/// Reads a JSON Resume.
pub(super) fn read(bytes: &[u8]) -> Opened {
    // Nesting is bounded by the reader itself.
    let Ok(Value::Object(whole)) = serde_json::from_slice::<Value>(bytes) else {
        return Opened::Unreadable;
    };
    let whole = Value::Object(whole);
    if !PARTS.iter().any(|part| whole.get(*part).is_some()) {
        return Opened::Unsupported;
    }
    let basics = &whole["basics"];
    let mut links: Vec<ReadValue> = value(basics, &["url", "website"]).into_iter().collect();
    links.extend(list(basics, "profiles").filter_map(|profile| value(profile, &["url"])));
    let address = address(&basics["location"]);
    let reading = ReadingView {
        status: ReadingStatus::Read,
        name: value(basics, &["name"]),
        headline: value(basics, &["label"]),
        email: value(basics, &["email"]),
        phone: value(basics, &["phone"]),
        location: address.as_ref().map(|_| sure(String::new())),
        links,
        summary: value(basics, &["summary"]),
        work: list(&whole, "work").map(job).collect(),
        education: list(&whole, "education").map(school).collect(),
        skills: skills(&whole),
        languages: list(&whole, "languages").filter_map(language).collect(),
        projects: list(&whole, "projects").map(project).collect(),
        publications: list(&whole, "publications").map(publication).collect(),
        ..ReadingView::default()
    };
    Opened::Said(Box::new(Said {
        reading,
        certificates: list(&whole, "certificates")
            .filter_map(certificate)
            .collect(),
        address,
    }))
}

fn sure(text: String) -> ReadValue {
    ReadValue {
        text,
        confidence: 1.0,
        ..ReadValue::default()
    }
}

/// The first of these names that has a text.
fn text(of: &Value, names: &[&str]) -> String {
    names
        .iter()
        .filter_map(|name| of.get(*name)?.as_str())
        .map(str::trim)
        .find(|text| !text.is_empty())
        .map(|text| text.chars().take(CHARS).collect())
        .unwrap_or_default()
}

fn value(of: &Value, names: &[&str]) -> Option<ReadValue> {
    Some(text(of, names))
        .filter(|text| !text.is_empty())
        .map(sure)
}

fn list<'a>(of: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
    let entries = of.get(name).and_then(Value::as_array);
    entries.into_iter().flatten().take(ENTRIES)
}

fn texts(of: &Value, name: &str) -> Vec<String> {
    list(of, name)
        .filter_map(Value::as_str)
        .map(|text| text.trim().chars().take(CHARS).collect::<String>())
        .filter(|text| !text.is_empty())
        .collect()
}

/// What is said in running text, line by line, and in bullets.
fn bullets(of: &Value, running: &[&str]) -> Vec<String> {
    let mut said: Vec<String> = text(of, running)
        .lines()
        .map(|line| line.trim().trim_start_matches(['-', '•', '*']).trim())
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect();
    said.extend(texts(of, "highlights"));
    said
}

/// An entry with a beginning and without an end goes on, as the schema has it.
fn goes_on(of: &Value) -> bool {
    let end = text(of, &["endDate"]);
    !text(of, &["startDate"]).is_empty() && (end.is_empty() || month(&end).is_none())
}

fn job(of: &Value) -> ReadJob {
    ReadJob {
        title: value(of, &["position"]),
        company: value(of, &["name", "company"]),
        location: value(of, &["location"]),
        start: month(&text(of, &["startDate"])),
        end: month(&text(of, &["endDate"])),
        current: goes_on(of),
        bullets: bullets(of, &["summary"]),
    }
}

fn school(of: &Value) -> ReadSchool {
    let parts = [text(of, &["studyType"]), text(of, &["area"])];
    let degree: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    ReadSchool {
        school: value(of, &["institution"]),
        degree: (!degree.is_empty()).then(|| sure(degree.join(", "))),
        start: month(&text(of, &["startDate"])),
        end: month(&text(of, &["endDate"])),
        current: goes_on(of),
        grade: text(of, &["score", "gpa"]),
        ..ReadSchool::default()
    }
}

/// A group of skills says its name and its words; both are the person's.
fn skills(whole: &Value) -> Vec<ReadValue> {
    let mut found: Vec<ReadValue> = Vec::new();
    for group in list(whole, "skills") {
        let words = match group {
            Value::String(word) => vec![word.trim().to_owned()],
            group => std::iter::once(text(group, &["name"]))
                .chain(texts(group, "keywords"))
                .collect(),
        };
        for word in words {
            let known = found.iter().any(|one| one.text.eq_ignore_ascii_case(&word));
            if !word.is_empty() && !known && found.len() < ENTRIES {
                found.push(sure(word));
            }
        }
    }
    found
}

fn language(of: &Value) -> Option<ReadValue> {
    let name = text(of, &["language", "name"]);
    let level = text(of, &["fluency", "level"]);
    if name.is_empty() {
        return None;
    }
    Some(sure(if level.is_empty() {
        name
    } else {
        format!("{name} ({level})")
    }))
}

fn certificate(of: &Value) -> Option<(ReadValue, Certificate)> {
    let name = text(of, &["name"]);
    let certificate = Certificate {
        issuer: text(of, &["issuer"]),
        issued: month(&text(of, &["date"])),
        url: https(&text(of, &["url"])),
        name: name.clone(),
        ..Certificate::default()
    };
    (!name.is_empty()).then(|| (sure(name), certificate))
}

/// A profile's addresses begin with `https://`.
pub(super) fn https(url: &str) -> String {
    match url.strip_prefix("http://") {
        Some(bare) => format!("https://{bare}"),
        None => url.to_owned(),
    }
}

fn project(of: &Value) -> ReadProject {
    ReadProject {
        name: value(of, &["name"]),
        role: texts(of, "roles").join(", "),
        start: month(&text(of, &["startDate"])),
        end: month(&text(of, &["endDate"])),
        current: goes_on(of),
        url: text(of, &["url"]),
        bullets: bullets(of, &["description"]),
    }
}

fn publication(of: &Value) -> ReadPublication {
    ReadPublication {
        title: value(of, &["name"]),
        publisher: text(of, &["publisher"]),
        published: month(&text(of, &["releaseDate"])),
        url: text(of, &["url", "website"]),
    }
}

fn address(of: &Value) -> Option<Address> {
    let address = Address {
        line1: text(of, &["address"]),
        line2: String::new(),
        city: text(of, &["city"]),
        region: text(of, &["region"]),
        postal_code: text(of, &["postalCode"]),
        country: text(of, &["countryCode"]).to_ascii_uppercase(),
    };
    (address != Address::default()).then_some(address)
}
