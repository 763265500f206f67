//! The profile as JSON Resume (schema 1.0.0).
//!
//! What must not happen here: self-identification, the right to work, pay or standard answers in a file that people
//! hand around.

use foothold_shared::profile::{
    Address, Certificate, EducationEntry, LanguageLevel, LanguageSkill, Links, Profile, Project,
    Publication, WorkEntry, YearMonth,
};
use serde_json::{Map, Value, json};

/// The schema that the file keeps to.
const SCHEMA: &str =
    "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

/// The file, with the parts that the profile says something in.
pub(super) fn json_resume(profile: &Profile) -> Value {
    let mut whole = Map::new();
    whole.insert("$schema".to_owned(), json!(SCHEMA));
    put(&mut whole, "basics", basics(profile));
    put(&mut whole, "work", each(&profile.work, job));
    put(&mut whole, "education", each(&profile.education, school));
    put(
        &mut whole,
        "skills",
        each(&profile.skills, |skill| said(&[("name", &skill.name)])),
    );
    put(&mut whole, "languages", each(&profile.languages, language));
    put(
        &mut whole,
        "certificates",
        each(&profile.certificates, certificate),
    );
    put(&mut whole, "projects", each(&profile.projects, project));
    put(
        &mut whole,
        "publications",
        each(&profile.publications, publication),
    );
    Value::Object(whole)
}

/// Puts a part where it says anything.
fn put(into: &mut Map<String, Value>, name: &str, value: Value) {
    let empty = match &value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(map) => map.is_empty(),
        _ => false,
    };
    if !empty {
        into.insert(name.to_owned(), value);
    }
}

fn said(parts: &[(&str, &str)]) -> Value {
    let mut map = Map::new();
    for (name, text) in parts {
        put(&mut map, name, json!(text));
    }
    Value::Object(map)
}

fn each<T>(entries: &[T], make: impl Fn(&T) -> Value) -> Value {
    let made = entries.iter().map(make);
    made.filter(|value| value.as_object().is_none_or(|map| !map.is_empty()))
        .collect()
}

/// "2019-04", "2019".
fn date(month: Option<&YearMonth>) -> String {
    month.map_or_else(String::new, |date| match date.month {
        Some(month) => format!("{:04}-{month:02}", date.year),
        None => format!("{:04}", date.year),
    })
}

/// A description's running lines and its bullets.
fn told(text: &str) -> (String, Value) {
    let (bullets, running): (Vec<&str>, Vec<&str>) = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .partition(|line| line.starts_with("- "));
    let bullets: Vec<&str> = bullets
        .iter()
        .map(|line| line.trim_start_matches("- "))
        .collect();
    (running.join("\n"), json!(bullets))
}

fn basics(profile: &Profile) -> Value {
    let name = &profile.name;
    let names: Vec<&str> = [&name.given, &name.middle, &name.family, &name.suffix]
        .into_iter()
        .map(|part| part.trim())
        .filter(|part| !part.is_empty())
        .collect();
    let phone = &profile.contact.phone;
    let number = foothold_core::plan::phone_number(phone).unwrap_or_else(|| phone.national.clone());
    let mut map = Map::new();
    put(&mut map, "name", json!(names.join(" ")));
    put(&mut map, "email", json!(profile.contact.email));
    put(&mut map, "phone", json!(number));
    let url = [&profile.links.website, &profile.links.portfolio]
        .into_iter()
        .find(|link| !link.is_empty());
    put(&mut map, "url", json!(url));
    put(&mut map, "summary", json!(profile.summary));
    put(&mut map, "location", location(&profile.address));
    put(&mut map, "profiles", profiles(&profile.links));
    Value::Object(map)
}

fn location(address: &Address) -> Value {
    let street = [&address.line1, &address.line2];
    let street: Vec<&str> = street
        .iter()
        .map(|line| line.trim())
        .filter(|line| !line.is_empty())
        .collect();
    said(&[
        ("address", &street.join(", ")),
        ("postalCode", &address.postal_code),
        ("city", &address.city),
        ("region", &address.region),
        ("countryCode", &address.country),
    ])
}

fn profiles(links: &Links) -> Value {
    let all = [
        ("LinkedIn", &links.linkedin),
        ("GitHub", &links.github),
        ("X", &links.twitter),
        ("Portfolio", &links.portfolio),
    ];
    all.into_iter()
        .filter(|(_, url)| {
            !url.is_empty() && (!links.website.is_empty() || *url != &links.portfolio)
        })
        .map(|(network, url)| json!({ "network": network, "url": url }))
        .collect()
}

fn job(entry: &WorkEntry) -> Value {
    let (summary, highlights) = told(&entry.description);
    let mut map = said(&[
        ("name", &entry.company),
        ("position", &entry.title),
        ("location", &entry.location),
        ("startDate", &date(entry.start.as_ref())),
        ("endDate", &date(entry.end.as_ref())),
        ("summary", &summary),
    ]);
    if let Value::Object(map) = &mut map {
        put(map, "highlights", highlights);
    }
    map
}

fn school(entry: &EducationEntry) -> Value {
    said(&[
        ("institution", &entry.school),
        ("studyType", &entry.degree),
        ("area", &entry.discipline),
        ("startDate", &date(entry.start.as_ref())),
        ("endDate", &date(entry.end.as_ref())),
        ("score", &entry.grade),
    ])
}

fn language(entry: &LanguageSkill) -> Value {
    let name = foothold_core::plan::language_name(&entry.language, "en").unwrap_or(&entry.language);
    let level = match entry.level {
        None => "",
        Some(LanguageLevel::A1) => "A1",
        Some(LanguageLevel::A2) => "A2",
        Some(LanguageLevel::B1) => "B1",
        Some(LanguageLevel::B2) => "B2",
        Some(LanguageLevel::C1) => "C1",
        Some(LanguageLevel::C2) => "C2",
        Some(LanguageLevel::Native) => "Native speaker",
    };
    said(&[("language", name), ("fluency", level)])
}

fn certificate(entry: &Certificate) -> Value {
    said(&[
        ("name", &entry.name),
        ("issuer", &entry.issuer),
        ("date", &date(entry.issued.as_ref())),
        ("url", &entry.url),
    ])
}

fn project(entry: &Project) -> Value {
    let (description, highlights) = told(&entry.description);
    let mut map = said(&[
        ("name", &entry.name),
        ("startDate", &date(entry.start.as_ref())),
        ("endDate", &date(entry.end.as_ref())),
        ("url", &entry.url),
        ("description", &description),
    ]);
    if let Value::Object(map) = &mut map {
        put(map, "highlights", highlights);
        if !entry.role.trim().is_empty() {
            map.insert("roles".to_owned(), json!([entry.role]));
        }
    }
    map
}

fn publication(entry: &Publication) -> Value {
    said(&[
        ("name", &entry.title),
        ("publisher", &entry.publisher),
        ("releaseDate", &date(entry.published.as_ref())),
        ("url", &entry.url),
    ])
}
