//! `eval postings`: how much of a job posting the reader gets right.
//!
//! Every `ID.html` with an `ID.truth.json` is opened under the host of its `page_url` in Chromium, the real page agent
//! takes the snapshot, the reader reads it, and each value is compared with what a person read. Answers of job boards
//! (`api-NAME.json`, `api-NAME.xml`) are read by the readers of `boards/`, each posting like a page.
//!
//! How values compare says `judge`.
//!
//! Pages are read on 21 November 2026, so that "5 days ago" has a truth.
//!
//! What must not happen here: a look into the truth before the page is read, a page from outside the given folder.

mod judge;

use self::judge::{Verdict, judge};
use crate::capture::{Captured, Captures};
use crate::eval_boards::{self, Read};
use anyhow::{Context as _, Result, bail};
use foothold_core::posting::{self, JobPosting};
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
