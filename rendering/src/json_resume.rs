//! JSON Resume, schema 1.0.0: a résumé for other programs.
//!
//! What must not happen here: a date that is none, a value guessed. What the schema has no place for stands under a
//! name of its own, which the schema allows.

use crate::clean::clean;
use foothold_shared::document::{
    ContactKind, DocumentEntry, ResumeContent, SectionKind, Statement,
};
use foothold_shared::profile::YearMonth;
use serde_json::{Map, Value, json};

const SCHEMA: &str =
    "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

/// A résumé as JSON Resume, indented.
#[must_use]
pub fn json_resume(content: &ResumeContent) -> String {
    let mut whole = Map::new();
    whole.insert("$schema".to_owned(), json!(SCHEMA));
    let mut basics = basics(content);
    let mut summary = Vec::new();
    for section in &content.sections {
        let entries = section.entries.iter();
        if section.kind == SectionKind::Summary {
            summary.extend(entries.flat_map(|entry| {
                let texts = entry.paragraph.iter().chain(&entry.bullets);
                texts.map(|statement| clean(&statement.text))
            }));
            continue;
        }
        let (name, read): (&str, fn(&DocumentEntry) -> Vec<Value>) = match section.kind {
            SectionKind::Work => ("work", |entry| vec![work(entry)]),
            SectionKind::Education => ("education", |entry| vec![education(entry)]),
            SectionKind::Skills => ("skills", skills),
            SectionKind::Projects => ("projects", |entry| vec![project(entry)]),
            SectionKind::Certificates => ("certificates", |entry| vec![certificate(entry)]),
            SectionKind::Languages => ("languages", languages),
            SectionKind::Publications | SectionKind::Summary => {
                ("publications", |entry| vec![publication(entry)])
            }
        };
        let values: Vec<Value> = entries
            .flat_map(read)
            .filter(|value| value.as_object().is_some_and(|object| !object.is_empty()))
            .collect();
        if let Some(Value::Array(known)) = whole.get_mut(name) {
            known.extend(values);
        } else if !values.is_empty() {
            whole.insert(name.to_owned(), Value::Array(values));
        }
    }
    put(&mut basics, "summary", joined(summary));
    whole.insert("basics".to_owned(), Value::Object(basics));
    whole.insert("meta".to_owned(), json!({"version": "v1.0.0"}));
    let mut text = format!("{:#}", Value::Object(whole));
    text.push('\n');
    text
}

fn basics(content: &ResumeContent) -> Map<String, Value> {
    let mut basics = Map::new();
    put(&mut basics, "name", clean(&content.name));
    put(&mut basics, "label", clean(&content.headline.text));
    let mut profiles = Vec::new();
    for item in &content.contact {
        let text = clean(&item.text);
        match item.kind {
            ContactKind::Email if !basics.contains_key("email") => {
                put(&mut basics, "email", text);
            }
            ContactKind::Phone if !basics.contains_key("phone") => {
                put(&mut basics, "phone", text);
            }
            ContactKind::Place if !basics.contains_key("location") => {
                basics.insert("location".to_owned(), place(&text));
            }
            ContactKind::Link => {
                let url = address(if item.url.is_empty() {
                    &item.text
                } else {
                    &item.url
                });
                match profile(&url) {
                    Some(profile) => profiles.push(profile),
                    None if !basics.contains_key("url") => put(&mut basics, "url", url),
                    None => profiles.push(json!({"url": url})),
                }
            }
            // The schema has one of each; a second one is kept beside it.
            _ if !text.is_empty() => {
                let more = basics
                    .entry("otherContact")
                    .or_insert_with(|| Value::Array(Vec::new()));
                if let Value::Array(more) = more {
                    more.push(json!(text));
                }
            }
            _ => {}
        }
    }
    if !profiles.is_empty() {
        basics.insert("profiles".to_owned(), Value::Array(profiles));
    }
    basics
}

/// "Bristol, England" → its town and the rest.
fn place(text: &str) -> Value {
    match text.split_once(", ") {
        Some((city, region)) => json!({"city": city, "region": region}),
        None => json!({"city": text}),
    }
}

/// A page that names a person at a network: its host says which, the end of its path says who.
fn profile(url: &str) -> Option<Value> {
    let (_, rest) = url.split_once("://")?;
    let rest = rest.split(['?', '#']).next()?.trim_end_matches('/');
    let (host, path) = rest.split_once('/')?;
    let host = host.trim_start_matches("www.");
    let network = host.rsplit('.').nth(1)?;
    let user = path.rsplit('/').next()?;
    Some(json!({"network": network, "username": user, "url": url}))
}

fn address(text: &str) -> String {
    let text = clean(text);
    if text.contains("://") || text.is_empty() {
        text
    } else {
        format!("https://{text}")
    }
}

fn work(entry: &DocumentEntry) -> Value {
    let mut value = Map::new();
    put(&mut value, "name", clean(&entry.subtitle));
    put(&mut value, "position", clean(&entry.title));
    put(&mut value, "location", clean(&entry.place));
    put(&mut value, "url", link(entry));
    time(&mut value, entry);
    text(&mut value, entry, "summary");
    Value::Object(value)
}

fn education(entry: &DocumentEntry) -> Value {
    let mut value = Map::new();
    put(&mut value, "institution", clean(&entry.subtitle));
    put(&mut value, "studyType", clean(&entry.title));
    put(&mut value, "location", clean(&entry.place));
    put(&mut value, "url", link(entry));
    time(&mut value, entry);
    text(&mut value, entry, "summary");
    Value::Object(value)
}

fn project(entry: &DocumentEntry) -> Value {
    let mut value = Map::new();
    put(&mut value, "name", clean(&entry.title));
    let roles = list([&entry.subtitle].into_iter().map(|role| clean(role)));
    if !roles.is_empty() {
        value.insert("roles".to_owned(), json!(roles));
    }
    put(&mut value, "location", clean(&entry.place));
    put(&mut value, "url", link(entry));
    time(&mut value, entry);
    text(&mut value, entry, "description");
    Value::Object(value)
}

fn certificate(entry: &DocumentEntry) -> Value {
    let mut value = Map::new();
    put(&mut value, "name", clean(&entry.title));
    put(&mut value, "issuer", clean(&entry.subtitle));
    put(&mut value, "url", link(entry));
    put(&mut value, "date", one_date(entry));
    text(&mut value, entry, "summary");
    Value::Object(value)
}

fn publication(entry: &DocumentEntry) -> Value {
    let mut value = Map::new();
    put(&mut value, "name", clean(&entry.title));
    put(&mut value, "publisher", clean(&entry.subtitle));
    put(&mut value, "url", link(entry));
    put(&mut value, "releaseDate", one_date(entry));
    text(&mut value, entry, "summary");
    Value::Object(value)
}

/// A group of skills is one skill with its words; words that no group holds are skills of their own.
fn skills(entry: &DocumentEntry) -> Vec<Value> {
    let words = texts(&entry.words);
    let name = clean(&entry.title);
    let mut found: Vec<Value> = if name.is_empty() {
        words.iter().map(|word| json!({"name": word})).collect()
    } else if words.is_empty() {
        vec![json!({"name": name})]
    } else {
        vec![json!({"name": name, "keywords": words})]
    };
    let rest = texts(&entry.paragraph)
        .into_iter()
        .chain(texts(&entry.bullets));
    found.extend(rest.map(|text| json!({"name": text})));
    found
}

fn languages(entry: &DocumentEntry) -> Vec<Value> {
    let said = entry.words.iter().chain(&entry.bullets);
    said.chain(&entry.paragraph)
        .map(|word| clean(&word.text))
        .filter(|word| !word.is_empty())
        .map(|word| {
            let level = word
                .strip_suffix(')')
                .and_then(|text| text.rsplit_once(" ("))
                .or_else(|| word.split_once(": "))
                .or_else(|| word.split_once(" – "));
            match level {
                Some((language, level)) => json!({"language": language, "fluency": level}),
                None => json!({"language": word}),
            }
        })
        .collect()
}

/// Running text, bullets and words under the names that entries have in common.
fn text(value: &mut Map<String, Value>, entry: &DocumentEntry, running: &str) {
    put(value, running, joined(texts(&entry.paragraph)));
    for (name, statements) in [("highlights", &entry.bullets), ("keywords", &entry.words)] {
        let texts = texts(statements);
        if !texts.is_empty() {
            value.insert(name.to_owned(), json!(texts));
        }
    }
}

fn time(value: &mut Map<String, Value>, entry: &DocumentEntry) {
    put(value, "startDate", date(entry.start.as_ref()));
    if !entry.current {
        put(value, "endDate", date(entry.end.as_ref()));
    }
}

fn one_date(entry: &DocumentEntry) -> String {
    date(entry.start.as_ref().or(entry.end.as_ref()))
}

/// "2019-04", or "2019"; empty where it is no date of the schema.
fn date(month: Option<&YearMonth>) -> String {
    match month {
        Some(YearMonth { year, month }) if (1000..3000).contains(year) => match month {
            Some(month) if (1..=12).contains(month) => format!("{year}-{month:02}"),
            _ => year.to_string(),
        },
        _ => String::new(),
    }
}

fn link(entry: &DocumentEntry) -> String {
    address(&entry.link)
}

fn texts(statements: &[Statement]) -> Vec<String> {
    list(statements.iter().map(|statement| clean(&statement.text)))
}

fn list(texts: impl Iterator<Item = String>) -> Vec<String> {
    texts.filter(|text| !text.is_empty()).collect()
}

fn joined(texts: Vec<String>) -> String {
    list(texts.into_iter()).join(" ")
}

fn put(object: &mut Map<String, Value>, name: &str, value: String) {
    if !value.is_empty() {
        object.insert(name.to_owned(), Value::String(value));
    }
}
