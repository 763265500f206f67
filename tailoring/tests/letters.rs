//! Documents of people of many professions, in eight languages, for postings of our own: what they must always hold.
//!
//! `letters/cases.json` holds people and postings, `letters/read.txt` the letters as they are, to be read aloud. After a
//! change that is meant, `UPDATE_LETTERS=1 cargo test -p foothold-tailoring --test letters` writes them anew.

use anyhow::{Context as _, Result, ensure};
use foothold_core::posting::{JobPosting, requirements};
use foothold_matching::facts::Facts;
use foothold_shared::document::{
    DocumentEdits, DocumentOptions, LetterContent, SectionKind, Statement, Tone,
};
use foothold_shared::profile::Profile;
use foothold_tailoring::{POSTING, Style, Tailored, tailor};
use std::collections::BTreeSet;
use std::path::PathBuf;

const TODAY: &str = "2026-11-21";

struct Case {
    name: String,
    person: Profile,
    postings: Vec<JobPosting>,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/letters")
}

fn cases() -> Result<Vec<Case>> {
    let text = std::fs::read_to_string(folder().join("cases.json"))?;
    let all: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&text)?;
    let mut cases = Vec::new();
    for (name, case) in all {
        let mut postings: Vec<JobPosting> = serde_json::from_value(case["postings"].clone())?;
        for posting in &mut postings {
            posting.requirements = requirements(posting.description.as_deref().unwrap_or_default());
        }
        cases.push(Case {
            person: serde_json::from_value(case["person"].clone()).with_context(|| name.clone())?,
            name,
            postings,
        });
    }
    Ok(cases)
}

fn made(person: &Profile, posting: &JobPosting, tone: Tone) -> Result<Tailored> {
    let options = DocumentOptions {
        tone,
        ..DocumentOptions::default()
    };
    let style = Style::default();
    Ok(tailor(
        person,
        posting,
        &options,
        &DocumentEdits::default(),
        &style,
        TODAY,
    )?)
}

fn sentences(letter: &LetterContent) -> Vec<&Statement> {
    letter
        .paragraphs
        .iter()
        .flat_map(|paragraph| &paragraph.statements)
        .collect()
}

fn text(letter: &LetterContent) -> String {
    let paragraph = |statements: &[Statement]| {
        let texts: Vec<&str> = statements
            .iter()
            .map(|statement| statement.text.as_str())
            .collect();
        texts.join(" ")
    };
    let paragraphs: Vec<String> = letter
        .paragraphs
        .iter()
        .map(|one| paragraph(&one.statements))
        .collect();
    paragraphs.join("\n\n")
}

/// All statements of a résumé.
fn statements(tailored: &Tailored) -> Vec<&Statement> {
    let entries = tailored
        .resume
        .sections
        .iter()
        .flat_map(|section| &section.entries);
    entries
        .flat_map(|entry| {
            entry
                .paragraph
                .iter()
                .chain(&entry.bullets)
                .chain(&entry.words)
        })
        .collect()
}

/// Lower case, letters and digits only.
fn bare(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

#[test]
fn each_statement_rests_on_facts_and_says_no_number_that_they_do_not() -> Result<()> {
    for case in cases()? {
        let facts = Facts::of(&case.person);
        for posting in &case.postings {
            for tone in [Tone::Plain, Tone::Warm, Tone::Formal] {
                let tailored = made(&case.person, posting, tone)?;
                let letter = sentences(&tailored.letter);
                for statement in statements(&tailored).into_iter().chain(letter) {
                    ensure!(
                        !statement.facts.is_empty(),
                        "{}: {}",
                        case.name,
                        statement.text
                    );
                    let mut said = posting.title.clone().unwrap_or_default();
                    if statement.facts.iter().any(|fact| fact == POSTING) {
                        for demand in &posting.requirements {
                            said.push_str(&format!(" {}", demand.text));
                        }
                    }
                    for id in &statement.facts {
                        if id != POSTING {
                            let fact = facts
                                .find(id)
                                .with_context(|| format!("{}: no fact {id}", case.name))?;
                            said.push_str(&format!(" {}", fact.text));
                            for time in [&fact.start, &fact.end].into_iter().flatten() {
                                said.push_str(&format!(" {}", time.year));
                            }
                        }
                    }
                    let said: BTreeSet<String> = numbers(&said);
                    for number in numbers(&statement.text) {
                        ensure!(
                            said.contains(&number),
                            "{}: {number} in {}",
                            case.name,
                            statement.text
                        );
                    }
                }
            }
        }
    }
    Ok(())
}

fn numbers(text: &str) -> BTreeSet<String> {
    let parts = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

#[test]
fn what_is_framed_here_passes_the_check_of_facts() -> Result<()> {
    let mut refused = Vec::new();
    for case in cases()? {
        let facts = Facts::of(&case.person);
        let said: BTreeSet<String> = facts.iter().map(|fact| bare(&fact.text)).collect();
        for posting in &case.postings {
            // Another company is another choice of wordings.
            for (company, tone) in [
                (posting.company.as_deref().unwrap_or_default(), Tone::Plain),
                ("Alder & Sons", Tone::Warm),
                ("Brook 21", Tone::Formal),
                ("Corvin", Tone::Plain),
            ] {
                let posting = JobPosting {
                    company: Some(company.to_owned()),
                    ..posting.clone()
                };
                let tailored = made(&case.person, &posting, tone)?;
                // What is the person's own line was left out by choice.
                let framed = tailored
                    .dropped
                    .iter()
                    .filter(|dropped| !said.contains(&bare(&dropped.text)));
                refused.extend(
                    framed.map(|dropped| {
                        format!("{}: {} ({})", case.name, dropped.text, dropped.why)
                    }),
                );
            }
        }
    }
    refused.sort();
    refused.dedup();
    ensure!(refused.is_empty(), "{}", refused.join("\n"));
    Ok(())
}

#[test]
fn letters_read_as_letters() -> Result<()> {
    for case in cases()? {
        for posting in &case.postings {
            for tone in [Tone::Plain, Tone::Warm, Tone::Formal] {
                let tailored = made(&case.person, posting, tone)?;
                let text = text(&tailored.letter);
                let words = text.split_whitespace().count();
                let told = tailored
                    .notes
                    .iter()
                    .any(|note| note.contains("letter is short"));
                ensure!(
                    words <= 300 && (words >= 85 || told),
                    "{}: {words} words",
                    case.name
                );
                for slip in [
                    "{", "}", "  ", "..", " .", " ,", "()", "( ", ": .", ",,", "„“", "«»",
                ] {
                    ensure!(!text.contains(slip), "{}: {slip:?} in {text}", case.name);
                }
                let title = posting.title.as_deref().unwrap_or_default();
                let short = bare(
                    title
                        .split(" (")
                        .next()
                        .unwrap_or_default()
                        .trim_end_matches(" H/F"),
                );
                ensure!(
                    bare(&text).contains(&short),
                    "{}: the letter does not say {title}",
                    case.name
                );
                let letter = &tailored.letter;
                for line in [
                    &letter.salutation,
                    &letter.closing,
                    &letter.subject,
                    &letter.date,
                    &letter.name,
                ] {
                    ensure!(
                        !line.trim().is_empty() && !line.contains('{'),
                        "{}: {line:?}",
                        case.name
                    );
                }
            }
        }
    }
    Ok(())
}

#[test]
fn a_resume_keeps_all_jobs_and_schools_and_the_persons_own_words() -> Result<()> {
    for case in cases()? {
        let facts = Facts::of(&case.person);
        let said: BTreeSet<String> = facts.iter().map(|fact| bare(&fact.text)).collect();
        for posting in &case.postings {
            let tailored = made(&case.person, posting, Tone::Plain)?;
            let section = |kind| {
                tailored
                    .resume
                    .sections
                    .iter()
                    .find(|section| section.kind == kind)
            };
            let jobs = section(SectionKind::Work).map_or(0, |section| section.entries.len());
            ensure!(jobs == case.person.work.len(), "{}: {jobs} jobs", case.name);
            let schools =
                section(SectionKind::Education).map_or(0, |section| section.entries.len());
            ensure!(
                schools == case.person.education.len(),
                "{}: {schools} schools",
                case.name
            );
            for section in &tailored.resume.sections {
                ensure!(!section.entries.is_empty() && !section.title.is_empty());
                if matches!(
                    section.kind,
                    SectionKind::Summary | SectionKind::Work | SectionKind::Projects
                ) {
                    for entry in &section.entries {
                        for statement in entry.bullets.iter().chain(&entry.paragraph) {
                            ensure!(
                                said.contains(&bare(&statement.text)),
                                "{}: {}",
                                case.name,
                                statement.text
                            );
                        }
                    }
                }
            }
        }
    }
    Ok(())
}

/// Runs of four words, without what the posting itself says.
fn runs(text: &str, without: &JobPosting) -> BTreeSet<String> {
    let posting = [&without.title, &without.company]
        .into_iter()
        .flatten()
        .map(String::as_str);
    let own: BTreeSet<String> = posting.flat_map(|text| text.split(' ')).map(bare).collect();
    let words: Vec<String> = text
        .split_whitespace()
        .map(bare)
        .filter(|word| !own.contains(word))
        .collect();
    words.windows(4).map(|run| run.join(" ")).collect()
}

/// What share of the smaller one two sets have in common.
fn shared(one: &BTreeSet<String>, other: &BTreeSet<String>) -> f64 {
    let smaller = one.len().min(other.len()).max(1);
    let common = one.intersection(other).count();
    f64::from(u32::try_from(common).unwrap_or(u32::MAX))
        / f64::from(u32::try_from(smaller).unwrap_or(1))
}

#[test]
fn the_same_person_gets_different_documents_for_different_postings() -> Result<()> {
    let mut worst = Vec::new();
    for case in cases()? {
        let [first, second, ..] = case.postings.as_slice() else {
            continue;
        };
        let (one, other) = (
            made(&case.person, first, Tone::Plain)?,
            made(&case.person, second, Tone::Plain)?,
        );
        let alike = shared(
            &runs(&text(&one.letter), first),
            &runs(&text(&other.letter), second),
        );
        worst.push(alike);
        ensure!(
            alike < 0.85,
            "{}: letters share {alike:.2} of their wordings",
            case.name
        );
        let order = |tailored: &Tailored| -> Vec<String> {
            statements(tailored)
                .iter()
                .map(|statement| statement.text.clone())
                .collect()
        };
        ensure!(
            order(&one) != order(&other),
            "{}: the same résumé twice",
            case.name
        );
    }
    let count = f64::from(u32::try_from(worst.len())?);
    let mean = worst.iter().sum::<f64>() / count;
    ensure!(
        mean < 0.62,
        "letters for two postings share {mean:.2} of their wordings on average"
    );
    Ok(())
}

#[test]
fn different_people_get_different_letters_for_the_same_posting() -> Result<()> {
    let all = cases()?;
    let english: Vec<&Case> = all
        .iter()
        .filter(|case| case.postings[0].language.as_deref() == Some("en"))
        .collect();
    let posting = JobPosting {
        title: Some("Office Assistant".to_owned()),
        company: Some("Linden Partners".to_owned()),
        language: Some("en".to_owned()),
        ..JobPosting::default()
    };
    let mut letters = Vec::new();
    for case in &english {
        let letter = text(&made(&case.person, &posting, Tone::Plain)?.letter);
        // A letter of somebody who says next to nothing is all frame.
        if letter.split_whitespace().count() >= 95 {
            letters.push(runs(&letter, &posting));
        }
    }
    ensure!(letters.len() >= 3, "{} letters", letters.len());
    for (at, one) in letters.iter().enumerate() {
        for other in &letters[at + 1..] {
            let alike = shared(one, other);
            ensure!(
                alike < 0.35,
                "letters of two people share {alike:.2} of their wordings"
            );
        }
    }
    Ok(())
}

#[test]
fn the_letters_are_as_they_were_read() -> Result<()> {
    let mut all = String::new();
    for case in cases()? {
        for (at, posting) in case.postings.iter().enumerate() {
            let tone = [Tone::Plain, Tone::Warm, Tone::Formal][at % 3];
            let letter = made(&case.person, posting, tone)?.letter;
            all.push_str(&format!("=== {} {at} {tone:?}\n", case.name));
            all.push_str(&format!(
                "{}\n{}\n{}\n\n",
                letter.recipient.join(", "),
                letter.date,
                letter.subject
            ));
            all.push_str(&format!(
                "{}\n\n{}\n\n{}\n{}\n\n",
                letter.salutation,
                text(&letter),
                letter.closing,
                letter.name
            ));
        }
    }
    let path = folder().join("read.txt");
    if std::env::var_os("UPDATE_LETTERS").is_some() {
        std::fs::write(&path, &all)?;
    }
    let known = std::fs::read_to_string(&path).unwrap_or_default();
    for (line, (known, now)) in known.lines().zip(all.lines()).enumerate() {
        ensure!(
            known == now,
            "read.txt:{}\nwas: {known}\nnow: {now}",
            line + 1
        );
    }
    ensure!(
        known.lines().count() == all.lines().count(),
        "read.txt holds more or fewer letters"
    );
    Ok(())
}
