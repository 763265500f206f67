//! Whole pages in the manner of many job sites, each beside what must be read from it: `tests/postings/*.txt`.
//!
//! The texts are our own. Above the line stands the page as the agent gives it, below it every value that is stated;
//! what is not named below the line must not be read.

use foothold_core::page::{PageSnapshot, TextBlock};
use foothold_core::posting::{self, JobPosting, Salary};

/// The day the pages are read on.
const TODAY: &str = "2026-11-21";

#[test]
fn every_page_is_read_as_written_beside_it() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/postings");
    let mut files = std::fs::read_dir(folder)
        .expect("the pages are in the repository")
        .map(|entry| entry.expect("a readable entry").path())
        .collect::<Vec<_>>();
    files.sort();
    let mut wrong = Vec::new();
    for file in &files {
        let text = std::fs::read_to_string(file).expect("a page is a text");
        let (page, expected) = text
            .split_once("---\n")
            .expect("a line parts page and values");
        let posting = posting::read(&snapshot(page), TODAY);
        let read = show(&posting);
        let expected = sorted(expected);
        if read != expected {
            let name = file.file_stem().unwrap_or_default().to_string_lossy();
            wrong.push(format!(
                "{name}\n  expected {expected:?}\n  read     {read:?}\n  {:?}",
                posting.notes
            ));
        }
    }
    assert!(files.len() > 20, "the pages are missing");
    assert!(
        wrong.is_empty(),
        "{} pages were read wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

fn snapshot(text: &str) -> PageSnapshot {
    let mut page = PageSnapshot {
        top: true,
        ..PageSnapshot::default()
    };
    for line in text.lines() {
        let (kind, rest) = line.split_once(": ").expect("a line has a kind");
        let pair = || {
            let (name, value) = rest.split_once(" = ").expect("a pair has two sides");
            (name.to_owned(), value.to_owned())
        };
        match kind {
            "url" => rest.clone_into(&mut page.url),
            "title" => rest.clone_into(&mut page.title),
            "lang" => rest.clone_into(&mut page.lang),
            "ld" => page.job.json_ld.push(rest.to_owned()),
            "meta" => page.job.meta.push(pair()),
            "micro" => page.job.microdata.push(pair()),
            "block" => {
                let (tag, rest) = rest.split_once(" [").expect("a block has a hint");
                let (hint, text) = rest.split_once("] ").expect("a block has a text");
                page.job.blocks.push(TextBlock {
                    tag: tag.to_owned(),
                    hint: hint.to_owned(),
                    text: text.to_owned(),
                    ..TextBlock::default()
                });
            }
            other => panic!("no such line: {other}"),
        }
    }
    page
}

fn show(posting: &JobPosting) -> Vec<String> {
    let salary = posting.salary.as_ref().map(show_pay);
    let lines = [
        ("title", &posting.title),
        ("company", &posting.company),
        ("location", &posting.location),
        ("country", &posting.country),
        ("salary", &salary),
        ("employment", &posting.employment_type),
        ("remote", &posting.remote),
    ]
    .iter()
    .filter_map(|(name, value)| value.as_ref().map(|value| format!("{name}: {value}")))
    .collect::<Vec<_>>();
    sorted(&lines.join("\n"))
}

fn show_pay(pay: &Salary) -> String {
    let end = |end: Option<f64>| end.map_or_else(String::new, |value| value.to_string());
    format!(
        "{}-{} {} {}",
        end(pay.min),
        end(pay.max),
        pay.currency,
        pay.period
    )
}

fn sorted(text: &str) -> Vec<String> {
    let mut lines = text
        .lines()
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect::<Vec<_>>();
    lines.sort();
    lines
}
