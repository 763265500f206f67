//! The answer memory: whether an answer the person gave before is the answer to the question on this page.
//!
//! `question` compares wordings, `limits` says which questions no remembered answer may be given to, `offer` says what
//! may be remembered at all. What must not happen here: an answer to a question that only resembles the one it was
//! given to. Different words, numbers, a "not" more or less, or another set of options make another question; two
//! answers that disagree are none.

mod limits;
mod offer;
mod question;

use crate::places::countries;
use crate::plan::words::{fold, is_placeholder};
use foothold_shared::answer::{NewAnswer, RememberedAnswer};
use std::collections::{BTreeSet, HashMap};

pub use offer::{Note, belongs_to_profile, note, replaces};
pub(crate) use offer::{country, in_a_row, wordings};
pub(crate) use question::{normalised, same_question};

pub(crate) use limits::{Limit, limit};

/// A question as the memory compares it.
pub(crate) struct Asked<'a> {
    /// Its wordings on the page.
    pub(crate) wordings: Vec<&'a str>,
    /// What its options say, those that only ask to choose left out.
    pub(crate) options: BTreeSet<String>,
    /// ISO 3166-1 alpha-2 country it is asked for, where that is known.
    pub(crate) country: Option<&'a str>,
    /// Whether its right answer depends on the country.
    pub(crate) by_country: bool,
}

/// What the memory says to a question.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Recall<'a> {
    /// It has no answer to it.
    Nothing,
    /// It has this one; of several that agree the newest.
    Answer(&'a NewAnswer),
    /// It has two that disagree.
    Disagreement,
}

/// A person's remembered answers, ready to be asked.
pub(crate) struct Memory<'a> {
    by_question: HashMap<String, Vec<&'a NewAnswer>>,
}

impl<'a> Memory<'a> {
    /// Sorts the answers by their questions.
    pub(crate) fn of(answers: &'a [RememberedAnswer]) -> Self {
        let mut by_question: HashMap<String, Vec<&'a NewAnswer>> = HashMap::new();
        for remembered in answers {
            let answer = &remembered.answer;
            let question = normalised(&answer.question);
            if !question.is_empty() && answer.answer.iter().any(|text| !fold(text).is_empty()) {
                by_question.entry(question).or_default().push(answer);
            }
        }
        Self { by_question }
    }

    /// Whether it holds nothing at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.by_question.is_empty()
    }

    /// The answer to a question.
    pub(crate) fn recall(&self, asked: &Asked<'_>) -> Recall<'a> {
        let mut questions: Vec<String> = asked.wordings.iter().map(|w| normalised(w)).collect();
        questions.sort_unstable();
        questions.dedup();
        let mut newest: Option<&'a NewAnswer> = None;
        for answer in questions
            .iter()
            .filter_map(|question| self.by_question.get(question))
            .flatten()
            .filter(|answer| counts(answer, asked))
        {
            match newest {
                Some(other) if says(other) != says(answer) => return Recall::Disagreement,
                Some(other) if other.remembered_at_ms >= answer.remembered_at_ms => {}
                _ => newest = Some(answer),
            }
        }
        newest.map_or(Recall::Nothing, Recall::Answer)
    }
}

/// Whether an answer to the same words counts here: the same options, and the country it was given for.
fn counts(answer: &NewAnswer, asked: &Asked<'_>) -> bool {
    let country = match (&answer.country, asked.country) {
        (Some(own), Some(here)) => canonical(own) == canonical(here),
        (Some(_), None) => false,
        (None, _) => !asked.by_country,
    };
    country && option_set(answer.options.iter().map(|text| (text.as_str(), ""))) == asked.options
}

/// What an answer says, without its order and its capitals.
fn says(answer: &NewAnswer) -> BTreeSet<String> {
    answer.answer.iter().map(|text| fold(text)).collect()
}

/// Options as a set: folded, by their text or, where they show none, by their value.
pub(crate) fn option_set<'o>(
    options: impl Iterator<Item = (&'o str, &'o str)>,
) -> BTreeSet<String> {
    options
        .enumerate()
        .filter(|(at, (text, value))| !is_placeholder(text, value, *at == 0))
        .map(|(_, (text, value))| {
            let text = fold(text);
            if text.is_empty() { fold(value) } else { text }
        })
        .filter(|text| !text.is_empty())
        .collect()
}

fn canonical(country: &str) -> String {
    let code = country.trim().to_ascii_uppercase();
    countries::by_code(&code).map_or(code, |known| known.code.to_owned())
}

#[cfg(test)]
mod tests;
