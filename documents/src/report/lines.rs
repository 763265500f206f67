//! What the lines under the jobs say, and the words of all sentences: the parts `bullets` and `wording`.

use super::tally::{Finding, Tally};
use super::weights::Code;
use super::words::Beginning;
use super::{Look, counted, month, share};
use crate::fold::fold_words;
use foothold_matching::facts::sentences;
use foothold_shared::reading::ReadJob;
use std::collections::BTreeMap;

/// The share of lines that should say what came of it.
const OUTCOMES: f32 = 0.4;
/// Fewer lines do not show a habit.
const FEW: usize = 3;
/// Words of a line that is too long, and of one that says nothing.
const LONG_LINE: usize = 38;
const SHORT_LINE: usize = 3;
/// Words of a sentence that is too long.
const LONG_SENTENCE: usize = 34;
/// A job that ended longer ago, in months, need not tell its lines.
const RECENT: i32 = 72;

pub(super) fn check(look: &Look<'_>, tally: &mut Tally) {
    let jobs = &look.case.reading.work;
    let all: Vec<&str> = jobs
        .iter()
        .flat_map(|job| &job.bullets)
        .map(String::as_str)
        .collect();
    silent(look, jobs, tally);
    beginnings(look, &all, tally);
    outcomes(look, &all, tally);
    shapes(look, &all, tally);
    wording(look, &all, tally);
}

fn silent(look: &Look<'_>, jobs: &[ReadJob], tally: &mut Tally) {
    let recent = |job: &&ReadJob| {
        job.current
            || job
                .end
                .as_ref()
                .is_some_and(|end| look.now - month(end, 12) < RECENT)
    };
    let lately: Vec<&ReadJob> = jobs.iter().filter(recent).collect();
    let silent: Vec<&&ReadJob> = lately.iter().filter(|job| job.bullets.is_empty()).collect();
    if silent.is_empty() {
        return;
    }
    let places = silent
        .iter()
        .filter_map(|job| job.title.as_ref().or(job.company.as_ref()))
        .map(|value| (value.text.clone(), Some(value.spot.clone())));
    tally.lose(
        Code::JobWithoutLines,
        share(silent.len(), lately.len()),
        Finding::new(
            format!(
                "{} nothing of what you did there.",
                counted(silent.len(), "recent job says", "recent jobs say")
            ),
            "Write two to five lines below it: what you did, for whom, and what came of it.",
        )
        .at(places.collect()),
    );
}

fn beginnings(look: &Look<'_>, all: &[&str], tally: &mut Tally) {
    let weak: Vec<&str> = all
        .iter()
        .copied()
        .filter(|line| look.words.beginning(line) == Beginning::Weak)
        .collect();
    if !weak.is_empty() {
        tally.lose(
            Code::NoVerb,
            share(weak.len(), all.len()),
            Finding::new(
                format!(
                    "{} of {} with what you did.",
                    counted(weak.len(), "line does not begin", "lines do not begin"),
                    all.len()
                ),
                "Begin with the verb: \"Ran the night shift\" instead of \"Responsible for the night shift\".",
            )
            .at(look.page.places(weak)),
        );
    }
    let spoken: Vec<&str> = all
        .iter()
        .copied()
        .filter(|line| look.words.speaks_of_self(line))
        .collect();
    if !spoken.is_empty() {
        tally.lose(
            Code::FirstPerson,
            0.3 + share(spoken.len(), all.len()),
            Finding::new(
                format!(
                    "{} of yourself as \"I\" or \"my\".",
                    counted(spoken.len(), "line speaks", "lines speak")
                ),
                "Leave the word out; it is clear whose résumé it is.",
            )
            .at(look.page.places(spoken)),
        );
    }
    let mut firsts: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for line in all {
        let folded = fold_words(line);
        if let Some(first) = folded.split(' ').next().filter(|word| word.len() > 2) {
            firsts.entry(first.to_owned()).or_default().push(line);
        }
    }
    let most = firsts
        .into_values()
        .max_by_key(Vec::len)
        .unwrap_or_default();
    if most.len() >= 4 && most.len() * 3 > all.len() {
        tally.lose(
            Code::SameBeginning,
            share(most.len(), all.len()),
            Finding::new(
                format!("{} lines begin with the same word.", most.len()),
                "Say with other words what was different about each.",
            )
            .at(look.page.places(most)),
        );
    }
}

fn outcomes(look: &Look<'_>, all: &[&str], tally: &mut Tally) {
    if all.len() < FEW {
        return;
    }
    let without: Vec<&str> = all
        .iter()
        .copied()
        .filter(|line| !look.words.has_outcome(line))
        .collect();
    let with = share(all.len() - without.len(), all.len());
    if with < OUTCOMES {
        tally.lose(
            Code::NoOutcome,
            (OUTCOMES - with) / OUTCOMES,
            Finding::new(
                format!(
                    "Only {} of {} lines say a number or what came of it.",
                    all.len() - without.len(),
                    all.len()
                ),
                "For which of these do you know how many, how often, how much faster or what changed? Add it where you \
                 do. Leave the others as they are: a number that is made up is worse than none.",
            )
            .at(look.page.places(without)),
        );
    }
}

fn shapes(look: &Look<'_>, all: &[&str], tally: &mut Tally) {
    let odd: Vec<&str> = all
        .iter()
        .copied()
        .filter(|line| {
            let words = line.split_whitespace().count();
            !(SHORT_LINE..=LONG_LINE).contains(&words)
        })
        .collect();
    if !odd.is_empty() {
        tally.lose(
            Code::LineLength,
            2.0 * share(odd.len(), all.len()),
            Finding::new(
                format!(
                    "{} longer than two lines of print, or too short to say anything.",
                    counted(odd.len(), "line is", "lines are")
                ),
                "Divide the long ones; give the short ones what it was about, or leave them out.",
            )
            .at(look.page.places(odd)),
        );
    }
}

/// Sentences of the summary, the jobs and the projects.
pub(super) fn all_sentences(look: &Look<'_>) -> Vec<String> {
    let reading = &look.case.reading;
    let texts = reading
        .summary
        .iter()
        .map(|summary| summary.text.as_str())
        .chain(
            reading
                .work
                .iter()
                .flat_map(|job| &job.bullets)
                .map(String::as_str),
        )
        .chain(
            reading
                .projects
                .iter()
                .flat_map(|project| &project.bullets)
                .map(String::as_str),
        );
    texts.flat_map(sentences).take(2_000).collect()
}

/// That so many sentences have more words than that.
pub(super) fn too_long(sentences: usize, words: usize) -> Finding {
    Finding::new(
        format!(
            "{} more than {words} words.",
            counted(sentences, "sentence has", "sentences have")
        ),
        "Make two of it.",
    )
}

fn wording(look: &Look<'_>, all: &[&str], tally: &mut Tally) {
    let sentences = all_sentences(look);
    let text = look.page.words();
    let buzz: Vec<&str> = look
        .words
        .list("buzz")
        .iter()
        .copied()
        .filter(|phrase| super::words::holds(&text, phrase))
        .collect();
    if !buzz.is_empty() {
        tally.lose(
            Code::Buzzwords,
            0.34 * buzz.len().min(3) as f32,
            Finding::new(
                format!(
                    "{} that everybody uses of themselves.",
                    counted(buzz.len(), "phrase", "phrases")
                ),
                "Leave it out, or say what you did that shows it.",
            )
            .at(look.page.places(buzz)),
        );
    }
    let long: Vec<&str> = sentences
        .iter()
        .map(String::as_str)
        // What is a line under a job is told there.
        .filter(|sentence| {
            sentence.split_whitespace().count() > LONG_SENTENCE && !all.contains(sentence)
        })
        .collect();
    if !long.is_empty() {
        tally.lose(
            Code::LongSentences,
            0.3 + share(long.len(), sentences.len()),
            too_long(long.len(), LONG_SENTENCE).at(look.page.places(long)),
        );
    }
    let loud: Vec<&str> = sentences
        .iter()
        .map(String::as_str)
        .filter(|sentence| {
            let letters = sentence.chars().filter(|sign| sign.is_alphabetic());
            letters.count() > 25 && !sentence.chars().any(char::is_lowercase)
                // Scripts without capitals are not loud.
                && sentence.chars().any(char::is_uppercase)
        })
        .collect();
    if !loud.is_empty() {
        tally.lose(
            Code::Shouting,
            1.0,
            Finding::new(
                format!(
                    "{} set in capitals.",
                    counted(loud.len(), "sentence is", "sentences are")
                ),
                "Use capitals for headings only.",
            )
            .at(look.page.places(loud)),
        );
    }
}
