//! The answers of job boards among the postings that are measured: `api-NAME.json` or `.xml` beside `api-NAME.truth.json`,
//! NAME being the source ([`foothold_boards::Source::name`]).
//!
//! The answer is read by that source's reader as it would be if it had come from the board, and each posting of the
//! truth's list is compared like a page. How the truth's own notation is read: "(board slug)" behind a company means that
//! the answer names none and the board's name stands; "(also X)" behind a place is a second place; pay in words is
//! compared by its figures; a kind of employment that is a level or nothing of the kind is no statement.
//!
//! What must not happen here: a look into the truth before the answer is read.

use anyhow::{Context as _, Result, bail};
use foothold_boards::{Answer, Board, Posting, Request, Source, first, read, recognise};
use foothold_core::posting::{JobPosting, Salary};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// The day the answers came: 21 November 2026, noon (UTC).
const CAME_MS: i64 = 1_795_262_400_000;

/// One posting of an answer, as it was read and as it is.
pub(crate) struct Read {
    /// The answer's id and the posting's place in the truth's list.
    pub(crate) id: String,
    pub(crate) truth: Value,
    /// Empty where the answer's reader gave no such posting.
    pub(crate) posting: JobPosting,
}

/// The answer that belongs to a truth, if it is one of a board.
pub(crate) fn answer_of(folder: &Path, id: &str) -> Option<(Source, PathBuf)> {
    let source = Source::named(id.strip_prefix("api-")?)?;
    ["json", "xml", "rss"]
        .iter()
        .map(|end| folder.join(format!("{id}.{end}")))
        .find(|path| path.is_file())
        .map(|path| (source, path))
}

/// Reads an answer, and lays each posting beside its truth.
pub(crate) fn read_answer(
    id: &str,
    source: Source,
    path: &Path,
    truth: &Value,
) -> Result<Vec<Read>> {
    let body = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let postings = postings(&Board::new(source, "board"), &body, id)?;
    let Some(truths) = truth["postings"].as_array() else {
        bail!("the truth of {id} names no postings");
    };
    let mut found = truths
        .iter()
        .enumerate()
        .map(|(at, truth)| Read {
            id: format!("{id}#{}", at + 1),
            truth: plainly(truth),
            posting: postings
                .get(at)
                .map_or_else(JobPosting::default, |posting| as_read(posting, truth)),
        })
        .collect::<Vec<_>>();
    // One too many is invented, value by value.
    found.extend(
        postings
            .iter()
            .enumerate()
            .skip(truths.len())
            .map(|(at, posting)| Read {
                id: format!("{id}#{}", at + 1),
                truth: json!({}),
                posting: as_read(posting, &Value::Null),
            }),
    );
    Ok(found)
}

fn postings(board: &Board, body: &[u8], id: &str) -> Result<Vec<Posting>> {
    let asked = first(board)?;
    let answer = Answer {
        body,
        at_ms: CAME_MS,
    };
    let page = read(board, &asked, &answer);
    if let Some(why) = page.unread {
        bail!("{id} was not read: {why}");
    }
    // What a detail would add is not here; what the list says is.
    let listed = |request: &Request| request.listed(board, CAME_MS);
    Ok(page
        .postings
        .into_iter()
        .chain(page.details.iter().filter_map(listed))
        .collect())
}

/// A posting in the shape that pages are read into. `truth` says only how its pay is written and whose name is asked for.
fn as_read(posting: &Posting, truth: &Value) -> JobPosting {
    let word = |value: Option<Value>| value.and_then(|value| value.as_str().map(str::to_owned));
    let name = |value: serde_json::Result<Value>| word(value.ok());
    let locations = posting
        .places
        .iter()
        .map(|place| place.text.clone())
        .collect::<Vec<_>>();
    JobPosting {
        title: Some(posting.title.clone()),
        company: posting.company.clone().or_else(|| {
            // Where the answer names none, a server shows the board's name, which the addresses tell.
            let slug = truth["company"].as_str()?.ends_with("(board slug)");
            let board =
                recognise(&posting.url).filter(|board| slug && board.source == posting.source);
            board.map(|board| board.tenant)
        }),
        location: (!locations.is_empty()).then(|| locations.join("; ")),
        locations,
        salary: posting.salary.as_ref().map(|pay| {
            let worded = truth["salary"].is_string();
            let of = |period: Option<foothold_boards::Period>| {
                period
                    .and_then(|period| name(serde_json::to_value(period)))
                    .unwrap_or_default()
            };
            Salary {
                min: pay.min,
                max: pay.max,
                currency: if worded {
                    String::new()
                } else {
                    pay.currency.clone()
                },
                period: if worded {
                    String::new()
                } else {
                    of(pay.period)
                },
            }
        }),
        employment_type: posting
            .employment
            .and_then(|kind| name(serde_json::to_value(kind))),
        remote: posting
            .remote
            .and_then(|remote| name(serde_json::to_value(remote))),
        ..JobPosting::default()
    }
}

/// The truth without its own notation.
fn plainly(truth: &Value) -> Value {
    let mut truth = truth.clone();
    if let Some(company) = truth["company"].as_str() {
        truth["company"] = json!(company.trim_end_matches("(board slug)").trim());
    }
    if let Some(place) = truth["location"].as_str() {
        let several = place.replace(" (also ", "; ").replace(')', "");
        // Lists of towns and regions come with commas as well as places with their region do.
        truth["also_ok"] = json!({"location": [several.replace(", ", "; ")]});
        truth["location"] = json!(several);
    }
    if let Some(words) = truth["salary"].as_str() {
        truth["salary"] = figures(words);
    }
    truth["employment_type"] = employment(&truth["employment_type"]);
    truth
}

/// "$18 - $22/hr" by its figures.
fn figures(words: &str) -> Value {
    let figures = words
        .split('-')
        .filter_map(|part| {
            let digits = part
                .chars()
                .filter(|c| c.is_ascii_digit() || *c == '.')
                .collect::<String>();
            digits.parse::<f64>().ok()
        })
        .collect::<Vec<_>>();
    match figures.as_slice() {
        [] => Value::Null,
        [one] => json!({"min": one, "max": one, "currency": "", "period": ""}),
        [low, high, ..] => json!({"min": low, "max": high, "currency": "", "period": ""}),
    }
}

/// The kinds of employment in a truth, in our words.
fn employment(stated: &Value) -> Value {
    const KINDS: [(&str, &str); 8] = [
        ("full_time", "full_time"),
        ("part_time", "part_time"),
        ("freelance", "contract"),
        ("contract", "contract"),
        ("temporary", "temporary"),
        ("internship", "internship"),
        ("apprenticeship", "apprenticeship"),
        ("volunteer", "volunteer"),
    ];
    let texts = match stated {
        Value::Array(items) => items.iter().filter_map(Value::as_str).collect::<Vec<_>>(),
        Value::String(text) => vec![text.as_str()],
        _ => Vec::new(),
    };
    KINDS
        .iter()
        .find(|(word, _)| {
            texts
                .iter()
                .any(|text| text.split_whitespace().any(|own| own == *word))
        })
        .map_or(Value::Null, |(_, kind)| json!(kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_laid_beside_its_truth() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("api-ashby.json");
        let jobs = json!({"jobs": [
            {"id": "1", "title": "Baker", "location": "Ghent, Belgium", "employmentType": "FullTime", "jobUrl": "https://jobs.ashbyhq.com/Crumb/1"},
            {"id": "2", "title": "Miller", "location": "Lyon", "jobUrl": "https://jobs.ashbyhq.com/Crumb/2"},
        ]});
        std::fs::write(&path, jobs.to_string())?;
        let truth = json!({"postings": [{"title": "Baker", "company": "Crumb (board slug)", "location": "Ghent (also Lyon)", "employment_type": "permanent full_time", "salary": "$18 - $22/hr"}]});
        let (source, found) = answer_of(folder.path(), "api-ashby").context("a source's name")?;
        let read = read_answer("api-ashby", source, &found, &truth)?;
        assert_eq!(read.len(), 2);
        assert_eq!(
            read[0].truth,
            json!({"title": "Baker", "company": "Crumb", "location": "Ghent; Lyon", "also_ok": {"location": ["Ghent; Lyon"]},
                "employment_type": "full_time", "salary": {"min": 18.0, "max": 22.0, "currency": "", "period": ""}})
        );
        let posting = &read[0].posting;
        assert_eq!(
            (
                posting.company.as_deref(),
                posting.employment_type.as_deref()
            ),
            (Some("Crumb"), Some("full_time"))
        );
        assert_eq!(
            (read[1].id.as_str(), &read[1].truth),
            ("api-ashby#2", &json!({}))
        );
        assert_eq!(answer_of(folder.path(), "api-nobody"), None);
        Ok(())
    }
}
