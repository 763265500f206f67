//! Postings in a file of rows that a person imports: the first row names the columns, in any order.

use serde_json::{Map, Value};

use super::{Reader, json};
use crate::loose::decode;
use crate::{Answer, Board, BoardError, MAX_POSTINGS, Page, Request};

/// At most this many columns.
const MAX_COLUMNS: usize = 200;

pub(crate) struct Csv;

impl Reader for Csv {
    fn first(&self, _board: &Board) -> Result<Request, BoardError> {
        Err(BoardError::File)
    }

    fn read(&self, board: &Board, _asked: &Request, answer: &Answer<'_>) -> Page {
        let text = match decode(answer.body) {
            Ok(text) => text,
            Err(why) => return Page::lost(why),
        };
        let mut rows = rows(&text).into_iter();
        let Some(head) = rows.next() else {
            return Page::lost("the file is empty");
        };
        let names = head.iter().map(|name| column(name)).collect::<Vec<_>>();
        if !names.iter().any(|name| {
            matches!(
                name.as_str(),
                "title" | "role" | "position" | "job title" | "job_title" | "name"
            )
        }) {
            return Page::lost("the first row names no column for the title");
        }
        let mut page = Page::default();
        for (row, number) in rows.zip(2..) {
            if page.count() >= MAX_POSTINGS {
                page.cut = true;
                break;
            }
            let job = names
                .iter()
                .zip(row)
                .filter(|(name, value)| !name.is_empty() && !value.trim().is_empty())
                .map(|(name, value)| (name.clone(), Value::String(value)))
                .collect::<Map<_, _>>();
            if !job.is_empty() {
                let draft = json::draft(&Value::Object(job));
                page.take_at(format!("row {number}"), draft, board, answer);
            }
        }
        page
    }
}

/// A column's name as the parts of a posting are called.
fn column(name: &str) -> String {
    let name = name.trim().to_lowercase();
    match name.as_str() {
        "stelle" | "jobtitel" | "titel" | "job" | "vacancy" | "poste" | "intitulé" | "puesto" => {
            "title".to_owned()
        }
        "firma" | "unternehmen" | "arbeitgeber" | "entreprise" | "empresa" | "company name" => {
            "company".to_owned()
        }
        "ort" | "standort" | "lieu" | "ville" | "ubicación" | "job location" => {
            "location".to_owned()
        }
        "land" | "pays" | "país" => "country".to_owned(),
        "adresse" | "lien" | "enlace" | "job url" | "posting url" => "url".to_owned(),
        "apply url" | "application url" => "apply_url".to_owned(),
        "beschreibung" | "descripción" | "job description" => "description".to_owned(),
        "gehalt" | "salaire" | "salario" => "salary".to_owned(),
        "veröffentlicht" | "date posted" | "posted on" | "posted at" => "posted".to_owned(),
        "frist" | "valid through" | "expires on" | "expiry" => "expires".to_owned(),
        "employment type" | "job type" => "employment_type".to_owned(),
        other => other.to_owned(),
    }
}

/// The rows, quoted values put together; the separator is the one that the first row has most.
fn rows(text: &str) -> Vec<Vec<String>> {
    let first = text.lines().next().unwrap_or_default();
    let separator = [',', ';', '\t']
        .into_iter()
        .max_by_key(|mark| (first.matches(*mark).count(), *mark == ','))
        .unwrap_or(',');
    let mut rows = Vec::new();
    let mut row: Vec<String> = Vec::new();
    let mut value = String::new();
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                value.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if value.trim().is_empty() => {
                value.clear();
                quoted = true;
            }
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut value));
                rows.push(std::mem::take(&mut row));
                if rows.len() > MAX_POSTINGS + 1 {
                    return rows;
                }
            }
            c if c == separator && !quoted => {
                if row.len() < MAX_COLUMNS {
                    row.push(std::mem::take(&mut value));
                } else {
                    value.clear();
                }
            }
            c => value.push(c),
        }
    }
    if !value.is_empty() || !row.is_empty() {
        row.push(value);
        rows.push(row);
    }
    rows
}
