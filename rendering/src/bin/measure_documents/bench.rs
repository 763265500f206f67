//! `bench`: how long a résumé and a letter take, as PDF and Word file, and how large they are; a peer beside it.

use crate::chance::Chance;
use crate::people::{self, Size, Words};
use crate::readers::Readers;
use anyhow::{Context, Result};
use foothold_rendering::round_trip;
use foothold_rendering::{Document, docx, pdf};
use foothold_shared::document::{
    DocumentFormat, DocumentLook, LetterContent, ResumeContent, Template,
};
use serde_json::json;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// How many different people.
const PEOPLE: usize = 40;
/// The cores that the goal speaks of.
const CORES: usize = 2;

const LOOKS: [Template; 5] = [
    Template::Plain,
    Template::Classic,
    Template::Modern,
    Template::Compact,
    Template::Elegant,
];

struct Person {
    resume: ResumeContent,
    letter: LetterContent,
    look: DocumentLook,
}

/// The four files of a person.
struct Set {
    pdfs: [Vec<u8>; 2],
    docxs: [Vec<u8>; 2],
}

fn set(person: &Person) -> Result<Set> {
    let resume = Document::Resume(&person.resume);
    let letter = Document::Letter(&person.letter);
    let look = &person.look;
    Ok(Set {
        pdfs: [pdf(resume, look)?.bytes, pdf(letter, look)?.bytes],
        docxs: [docx(resume, look)?, docx(letter, look)?],
    })
}

/// Prints the figures.
pub(crate) fn run(work: &Path, as_json: bool, say: &mut dyn FnMut(&str)) -> Result<()> {
    let words = Words::load();
    let mut chance = Chance::new(7);
    let people: Vec<Person> = (0..PEOPLE)
        .map(|number| {
            let language = people::LANGUAGES[number % 8];
            Person {
                resume: people::resume(&words, language, Size::Usual, &mut chance),
                letter: people::letter(&words, language, &mut chance),
                look: DocumentLook {
                    template: LOOKS[number % LOOKS.len()],
                    ..DocumentLook::default()
                },
            }
        })
        .map(|mut person| {
            // A letter goes out under the name of its résumé.
            person.letter.name.clone_from(&person.resume.name);
            person
        })
        .collect();
    // The first one pays for what is set up once.
    set(&people[0])?;
    let mut times = Vec::new();
    let mut largest = 0;
    let mut checks = Vec::new();
    for person in &people {
        let begun = Instant::now();
        let made = set(person)?;
        times.push(begun.elapsed().as_secs_f64() * 1000.0);
        let size = made.pdfs.iter().map(Vec::len).max().unwrap_or_default();
        largest = largest.max(size);
        let begun = Instant::now();
        for (document, at) in [
            (Document::Resume(&person.resume), 0),
            (Document::Letter(&person.letter), 1),
        ] {
            for (format, bytes) in [
                (DocumentFormat::Pdf, &made.pdfs[at]),
                (DocumentFormat::Docx, &made.docxs[at]),
            ] {
                // Only its time counts here; what it finds is what `eval` tells.
                let _ = round_trip::check(document, format, bytes);
            }
        }
        checks.push(begun.elapsed().as_secs_f64() * 1000.0);
    }
    let rate = rate(&people)?;
    let readers = Readers::prepare(work, &mut |line| {
        if !as_json {
            say(line);
        }
    });
    let peer = peer(&readers, work, &people[0]);
    let (middle, slow) = (percentile(&mut times, 50), percentile(&mut times, 95));
    let check = percentile(&mut checks, 50);
    let kilobytes = largest as f64 / 1024.0;
    if as_json {
        say(&json!({
            "set_ms": {"p50": middle, "p95": slow}, "check_ms": {"p50": check},
            "largest_pdf_kb": kilobytes, "documents_per_second": rate,
            "peer_ms": peer.as_ref().ok(),
        })
        .to_string());
        return Ok(());
    }
    say("documents");
    say(&format!(
        "  résumé and letter, PDF and Word     {middle:6.1} ms, slowest of 20 {slow:.1} ms (goal 50)"
    ));
    say(&format!(
        "  the four read back                  {check:6.1} ms"
    ));
    say(&format!(
        "  largest PDF                         {kilobytes:6.1} KB (goal 120)"
    ));
    say(&format!(
        "  on {CORES} cores                          {rate:6.0} documents a second (goal 100)"
    ));
    match peer {
        Ok(time) => say(&format!(
            "  peer: weasyprint, the résumé as PDF {time:6.1} ms, without its start"
        )),
        Err(error) => say(&format!("  skipped: weasyprint beside it ({error:#})")),
    }
    Ok(())
}

/// Documents (files) made in a second by as many threads as the goal names.
fn rate(people: &[Person]) -> Result<f64> {
    let begun = Instant::now();
    let share = people.len().div_ceil(CORES);
    let made: Result<Vec<usize>> = std::thread::scope(|scope| {
        let threads: Vec<_> = people
            .chunks(share)
            .map(|some| {
                scope.spawn(move || -> Result<usize> {
                    for person in some {
                        set(person)?;
                    }
                    Ok(some.len() * 4)
                })
            })
            .collect();
        threads
            .into_iter()
            .map(|thread| {
                let made = thread.join();
                made.map_err(|_| anyhow::anyhow!("a thread ended early"))?
            })
            .collect()
    });
    let made: usize = made?.iter().sum();
    Ok(made as f64 / begun.elapsed().as_secs_f64())
}

fn percentile(times: &mut [f64], percent: usize) -> f64 {
    times.sort_by(f64::total_cmp);
    let at = (times.len() * percent / 100).min(times.len().saturating_sub(1));
    times.get(at).copied().unwrap_or_default()
}

const PEER: &str = r#"
import sys, time, logging
logging.disable(logging.CRITICAL)
from weasyprint import HTML
html = open(sys.argv[1], encoding="utf-8").read()
HTML(string=html).write_pdf()
times = []
for _ in range(5):
    begun = time.perf_counter()
    HTML(string=html).write_pdf()
    times.append((time.perf_counter() - begun) * 1000)
print(sorted(times)[2])
"#;

/// The same résumé as a web page, set by another tool: milliseconds, the middle of five.
fn peer(readers: &Readers, work: &Path, person: &Person) -> Result<f64> {
    let python = readers
        .python
        .as_ref()
        .context("it could not be installed")?;
    let page = work.join("peer.html");
    std::fs::write(
        &page,
        html(&foothold_rendering::text(Document::Resume(&person.resume))),
    )?;
    let out = Command::new(python)
        .args(["-c", PEER])
        .arg(&page)
        .output()?;
    let said = String::from_utf8_lossy(&out.stdout);
    said.trim()
        .parse()
        .with_context(|| "it does not run on this machine".to_owned())
}

fn html(text: &str) -> String {
    let body: String = text
        .lines()
        .map(|line| {
            let line = line.replace('&', "&amp;").replace('<', "&lt;");
            match line.strip_prefix("- ") {
                Some(point) => format!("<li>{point}</li>"),
                None => format!("<p>{line}</p>"),
            }
        })
        .collect();
    format!("<!doctype html><meta charset=utf-8><body style=\"font-family: sans-serif\">{body}")
}
