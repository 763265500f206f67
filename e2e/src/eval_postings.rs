//! `eval postings`: how much of a job posting the reader gets right.
//!
//! Every `ID.html` with an `ID.truth.json` is opened under the host of its `page_url` in Chromium, the real page agent
//! takes the snapshot, the reader reads it, and each value is compared with what a person read. Answers of job boards
//! (`api-NAME.json`, `api-NAME.xml`) are read by the readers of `boards/`, each posting like a page.
//!
//! How values compare:
//! - title and company: letters and digits only, case and accents folded. A company may also be written as in the
//!   truth's `company_raw` or `also_ok`, and with or without its legal form.
//! - location: the same place is named ([`foothold_core::posting::is_same_place`]).
//! - salary: minimum, maximum, currency and period are all equal.
//! - employment type and remote: equal; a list in the truth accepts any of its entries.
//! - where the truth speaks of them: country, term (`permanent`, `fixed`), `date_posted`, `valid_through`, `department`,
//!   `req_id`, `language` and `closed` (`said`, `expired`) are equal; `requirements` is a list of kind and words, each in
//!   one requirement of that kind, and there are as many; `description_has` and `description_lacks` are texts that the
//!   description's Markdown holds and does not hold.
//!
//! Pages are read on 21 November 2026, so that "5 days ago" has a truth.
//!
//! A value that the truth leaves out (`null`) and the reader gives is *invented*; a value that the truth has and the
//! reader leaves out is not right.
//!
//! What must not happen here: a look into the truth before the page is read, a page from outside the given folder.

use crate::capture::{Captured, Captures};
use crate::eval_boards::{self, Read};
use anyhow::{Context as _, Result, bail};
use foothold_core::posting::{self, JobPosting, is_same_place};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// The values of a posting that are compared, in the order they are shown.
const FIELDS: [&str; 16] = [
    "title",
    "company",
    "location",
    "salary",
    "employment_type",
    "remote",
    "country",
    "term",
    "date_posted",
    "valid_through",
    "department",
    "req_id",
    "language",
    "closed",
    "requirements",
    "description",
];

/// The fields that are compared wherever there is a truth; the others only where it names them.
const ALWAYS: usize = 6;

/// The day the pages are read on.
const TODAY: &str = "2026-11-21";

/// Counts over some values.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Score {
    /// How many values the truth states.
    pub values: usize,
    /// The share of them that was read right, 0 to 1.
    pub right: f64,
    /// How many values were given that the truth does not state.
    pub invented: usize,
}

/// One value that was not right.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Miss {
    /// The page's id.
    pub page: String,
    /// Which value.
    pub field: &'static str,
    /// What a person read.
    pub expected: Value,
    /// What the reader gave.
    pub read: Value,
}

/// The whole measurement.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Report {
    /// Over all pages.
    pub total: Score,
    /// By page id.
    pub by_page: BTreeMap<String, Score>,
    /// Every value that was not right, in the pages' order.
    pub misses: Vec<Miss>,
}

/// Measures every posting of a folder and prints the result: a table, or with `json` exactly one JSON document.
///
/// # Errors
/// When the folder cannot be read or holds no page with its truth, or the browser does not start.
pub async fn run(folder: &Path, json: bool) -> Result<()> {
    let cases = cases(folder)?;
    if cases.pages.is_empty() && cases.answers.is_empty() {
        bail!(
            "{} holds no page or answer with its truth (ID.html beside ID.truth.json)",
            folder.display()
        );
    }
    let mut report = Report::default();
    let mut right = 0;
    for Read { id, truth, posting } in &cases.answers {
        right += count(id, truth, posting, &mut report);
    }
    // A browser only where there are pages.
    let captures = match cases.pages.is_empty() {
        true => None,
        false => Some(Captures::start().await?),
    };
    for case in &cases.pages {
        let page = Captured::read(
            &case.page,
            case.truth["page_url"].as_str().unwrap_or_default(),
        )?;
        let Some(captures) = &captures else { break };
        let snapshot = captures
            .snapshot(&page)
            .await
            .with_context(|| format!("{} was not read", case.id))?;
        let read = posting::read(&snapshot, TODAY);
        right += count(&case.id, &case.truth, &read, &mut report);
    }
    report.total.right = share(right, report.total.values);
    let mut out = std::io::stdout().lock();
    if json {
        writeln!(out, "{}", serde_json::to_string(&report)?)?;
    } else {
        print(&report, &mut out)?;
    }
    Ok(())
}

/// A page with its truth.
struct Case {
    id: String,
    page: PathBuf,
    truth: Value,
}

/// What a folder holds.
#[derive(Default)]
struct Cases {
    pages: Vec<Case>,
    answers: Vec<Read>,
}

fn cases(folder: &Path) -> Result<Cases> {
    let mut names = std::fs::read_dir(folder)
        .with_context(|| format!("cannot read {}", folder.display()))?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<Result<Vec<_>>>()?;
    names.sort();
    let mut cases = Cases::default();
    let mut skipped = 0;
    for name in &names {
        let Some(id) = name.strip_suffix(".truth.json") else {
            continue;
        };
        let page = folder.join(format!("{id}.html"));
        let answer = eval_boards::answer_of(folder, id);
        if !page.is_file() && answer.is_none() {
            skipped += 1;
            continue;
        }
        let path = folder.join(name);
        let text = std::fs::read_to_string(&path)
            .with_context(|| format!("cannot read {}", path.display()))?;
        let truth = serde_json::from_str(&text)
            .with_context(|| format!("{} is not JSON", path.display()))?;
        match answer {
            Some((source, path)) => {
                let read = eval_boards::read_answer(id, source, &path, &truth)?;
                cases.answers.extend(read);
            }
            None => cases.pages.push(Case {
                id: id.to_owned(),
                page,
                truth,
            }),
        }
    }
    if skipped > 0 {
        writeln!(
            std::io::stderr(),
            "skipped {skipped} truths without a page or a board's answer"
        )?;
    }
    Ok(cases)
}

/// Compares one reading with its truth, adds it to the report, and gives how many values were right.
fn count(id: &str, truth: &Value, read: &JobPosting, report: &mut Report) -> usize {
    let mut score = Score::default();
    let mut right = 0;
    for field in FIELDS {
        let named = |name: &str| truth.get(name).is_some();
        let speaks = match field {
            "description" => named("description_has"),
            field => FIELDS[..ALWAYS].contains(&field) || named(field),
        };
        if !speaks {
            continue;
        }
        let expected = match field {
            "description" => &truth["description_has"],
            field => &truth[field],
        };
        let given = value(read, field);
        let verdict = judge(field, truth, &given);
        match verdict {
            Verdict::Absent => {}
            Verdict::Right => {
                score.values += 1;
                right += 1;
            }
            Verdict::Wrong => score.values += 1,
            Verdict::Invented => score.invented += 1,
        }
        if matches!(verdict, Verdict::Wrong | Verdict::Invented) {
            report.misses.push(Miss {
                page: id.to_owned(),
                field,
                expected: expected.clone(),
                read: given,
            });
        }
    }
    report.total.values += score.values;
    report.total.invented += score.invented;
    score.right = share(right, score.values);
    report.by_page.insert(id.to_owned(), score);
    right
}

fn value(read: &JobPosting, field: &str) -> Value {
    let text = |value: &Option<String>| value.clone().map_or(Value::Null, Value::String);
    match field {
        "title" => text(&read.title),
        "company" => text(&read.company),
        "location" => text(&read.location),
        "salary" => read
            .salary
            .as_ref()
            .and_then(|salary| serde_json::to_value(salary).ok())
            .unwrap_or_default(),
        "employment_type" => text(&read.employment_type),
        "remote" => text(&read.remote),
        "country" => text(&read.country),
        "term" => text(&read.term),
        "date_posted" => text(&read.posted),
        "valid_through" => text(&read.valid_through),
        "department" => text(&read.department),
        "req_id" => text(&read.reference),
        "language" => text(&read.language),
        "closed" => read
            .closed
            .as_ref()
            .and_then(|closed| serde_json::to_value(closed.reason).ok())
            .unwrap_or_default(),
        "requirements" => read
            .requirements
            .iter()
            .map(|requirement| json!([requirement.kind, requirement.text]))
            .collect(),
        _ => text(&read.description),
    }
}

/// What became of one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// Neither stated nor given.
    Absent,
    Right,
    /// Stated, and not given or given differently.
    Wrong,
    /// Given and not stated.
    Invented,
}

fn judge(field: &str, truth: &Value, given: &Value) -> Verdict {
    if field == "requirements" {
        return same_requirements(&truth[field], given);
    }
    if field == "description" {
        return holds(truth, given);
    }
    let expected = &truth[field];
    if is_empty(expected) {
        return if given.is_null() {
            Verdict::Absent
        } else {
            Verdict::Invented
        };
    }
    let right = match field {
        "salary" => same_salary(expected, given),
        "location" => given
            .as_str()
            .is_some_and(|given| accepted(truth, field).any(|text| is_same_place(text, given))),
        "company" => given.as_str().is_some_and(|given| {
            accepted(truth, field).any(|text| company_key(text) == company_key(given))
        }),
        _ => given
            .as_str()
            .is_some_and(|given| accepted(truth, field).any(|text| key(text) == key(given))),
    };
    if right {
        Verdict::Right
    } else {
        Verdict::Wrong
    }
}

/// As many, and each with the truth's words under the truth's kind.
fn same_requirements(expected: &Value, given: &Value) -> Verdict {
    let (Some(expected), Some(given)) = (expected.as_array(), given.as_array()) else {
        return Verdict::Wrong;
    };
    let met = expected.iter().all(|wanted| {
        given.iter().any(|read| {
            read[0] == wanted[0]
                && read[1]
                    .as_str()
                    .is_some_and(|text| text.contains(wanted[1].as_str().unwrap_or_default()))
        })
    });
    match (expected.len(), given.len()) {
        (0, 0) => Verdict::Absent,
        (0, _) => Verdict::Invented,
        (a, b) if a == b && met => Verdict::Right,
        _ => Verdict::Wrong,
    }
}

/// Everything that must be in the description, and nothing that must not.
fn holds(truth: &Value, given: &Value) -> Verdict {
    let texts = |name: &str| {
        truth[name]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect::<Vec<_>>()
    };
    let (has, lacks) = (texts("description_has"), texts("description_lacks"));
    let text = given.as_str().unwrap_or_default();
    if has.is_empty() {
        return if text.is_empty() {
            Verdict::Absent
        } else {
            Verdict::Invented
        };
    }
    if has.iter().all(|part| text.contains(part)) && !lacks.iter().any(|part| text.contains(part)) {
        Verdict::Right
    } else {
        Verdict::Wrong
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.iter().all(is_empty),
        _ => false,
    }
}

/// The texts the truth accepts for a field.
fn accepted<'t>(truth: &'t Value, field: &'t str) -> impl Iterator<Item = &'t str> {
    let also = truth["also_ok"].get(field).unwrap_or(&Value::Null);
    [&truth[field], &truth[format!("{field}_raw")], also]
        .into_iter()
        .flat_map(|value| match value {
            Value::Array(items) => items.iter().collect::<Vec<_>>(),
            value => vec![value],
        })
        .filter_map(Value::as_str)
}

fn same_salary(expected: &Value, given: &Value) -> bool {
    let figure = |value: &Value, key: &str| value.get(key).and_then(Value::as_f64);
    let word = |value: &Value, key: &str| {
        value
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_ascii_lowercase()
    };
    given.is_object()
        && ["min", "max"]
            .iter()
            .all(|end| figure(expected, end) == figure(given, end))
        && ["currency", "period"]
            .iter()
            .all(|part| word(expected, part) == word(given, part))
}

/// Letters and digits, lower case.
fn key(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// A company's name without its legal form. Not asked of the core: a measure stays when what it measures moves.
fn company_key(text: &str) -> String {
    const FORMS: [&str; 16] = [
        "gmbh", "ag", "se", "inc", "llc", "ltd", "limited", "plc", "corp", "sas", "sarl", "bv",
        "nv", "ab", "srl", "spa",
    ];
    let mut words = text
        .split(|c: char| !(c.is_alphanumeric() || c == '.' || c == '&'))
        .map(key)
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>();
    while words.len() > 1
        && words
            .last()
            .is_some_and(|last| FORMS.contains(&last.as_str()))
    {
        words.pop();
    }
    words.concat()
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        1.0
    } else {
        part as f64 / whole as f64
    }
}

fn print(report: &Report, out: &mut impl std::io::Write) -> Result<()> {
    writeln!(
        out,
        "{:<28} {:>6} {:>7} {:>9}",
        "page", "values", "right", "invented"
    )?;
    let total = std::iter::once(("all", &report.total));
    let pages = report
        .by_page
        .iter()
        .map(|(id, score)| (id.as_str(), score));
    for (name, score) in pages.chain(total) {
        let right = format!("{:.1} %", score.right * 100.0);
        writeln!(
            out,
            "{name:<28} {:>6} {right:>7} {:>9}",
            score.values, score.invented
        )?;
    }
    for miss in &report.misses {
        writeln!(
            out,
            "{} {}: expected {}, read {}",
            miss.page, miss.field, miss.expected, miss.read
        )?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(field: &str, truth: Value, given: Value, expect: Verdict) {
        assert_eq!(
            judge(field, &truth, &given),
            expect,
            "{field} {truth} {given}"
        );
    }

    #[test]
    fn requirements_and_descriptions_compare_by_what_they_hold() {
        let truth = json!({"requirements": [["required", "oven"]], "description_has": ["- oven"], "description_lacks": ["cookie"]});
        check(
            "requirements",
            truth.clone(),
            json!([["required", "An oven of your own"]]),
            Verdict::Right,
        );
        check(
            "requirements",
            truth.clone(),
            json!([["preferred", "An oven"]]),
            Verdict::Wrong,
        );
        check(
            "requirements",
            json!({"requirements": []}),
            json!([["required", "x"]]),
            Verdict::Invented,
        );
        check(
            "description",
            truth.clone(),
            json!("## You\n\n- oven"),
            Verdict::Right,
        );
        check(
            "description",
            truth.clone(),
            json!("- oven\n\nWe use cookies"),
            Verdict::Wrong,
        );
        check(
            "description",
            json!({"description_has": []}),
            json!(null),
            Verdict::Absent,
        );
    }

    #[test]
    fn values_compare_as_written_down() {
        check(
            "title",
            json!({"title": "Tram Driver (f/m)"}),
            json!("tram driver f/m"),
            Verdict::Right,
        );
        check(
            "title",
            json!({"title": "Tram Driver"}),
            json!("Bus Driver"),
            Verdict::Wrong,
        );
        check(
            "title",
            json!({"title": null}),
            json!("Bus Driver"),
            Verdict::Invented,
        );
        check(
            "title",
            json!({"title": "Tram Driver"}),
            json!(null),
            Verdict::Wrong,
        );
        check(
            "remote",
            json!({"remote": null}),
            json!(null),
            Verdict::Absent,
        );
        check(
            "company",
            json!({"company": "Rails GmbH"}),
            json!("Rails"),
            Verdict::Right,
        );
        check(
            "company",
            json!({"company": "Rails", "company_raw": "DE01 Rails Holding"}),
            json!("DE01 Rails Holding"),
            Verdict::Right,
        );
        check(
            "location",
            json!({"location": "Bath, UK"}),
            json!("Bath"),
            Verdict::Right,
        );
        check(
            "employment_type",
            json!({"employment_type": ["full_time"]}),
            json!("full_time"),
            Verdict::Right,
        );
        let pay = json!({"min": 10, "max": 12.5, "currency": "EUR", "period": "hour"});
        check(
            "salary",
            json!({"salary": pay}),
            pay.clone(),
            Verdict::Right,
        );
        check(
            "salary",
            json!({"salary": pay}),
            json!({"min": 10, "max": 12.5, "currency": "EUR", "period": "year"}),
            Verdict::Wrong,
        );
    }
}
