//! What of a model's answer is believed: words that stand in the lines it was shown.

use std::collections::BTreeSet;

use foothold_shared::reading::{ReadLine, ReadValue, ReadingView};
use serde::Deserialize;

use super::parts::{Kind, Part};
use super::{Asked, TOLD, UNSURE};

/// The longest answer that is looked at, in bytes; a sound one is a tenth of it.
const ANSWER_BYTES: usize = 32 * 1024;
/// The longest title, employer, degree or school, in characters.
const VALUE_CHARS: usize = 120;

/// One part as a model answers it.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Told {
    part: usize,
    title: Option<String>,
    employer: Option<String>,
    degree: Option<String>,
    school: Option<String>,
}

/// Takes over what an answer says and the text holds. Says how many values it was.
pub(in crate::features::resumes) fn take(
    view: &mut ReadingView,
    asked: &Asked,
    answer: &str,
) -> usize {
    let mut taken = 0;
    let mut seen = BTreeSet::new();
    for told in read(answer) {
        let Some(part) = told.part.checked_sub(1).and_then(|at| asked.parts.get(at)) else {
            continue;
        };
        // A part that is answered twice is answered once.
        if !seen.insert(told.part) {
            continue;
        }
        let slots = match part.kind {
            Kind::Job => view.work.get_mut(part.at).map(|job| {
                [
                    (&mut job.title, told.title),
                    (&mut job.company, told.employer),
                ]
            }),
            Kind::School => view.education.get_mut(part.at).map(|school| {
                [
                    (&mut school.degree, told.degree),
                    (&mut school.school, told.school),
                ]
            }),
        };
        let Some([(one, said_of_one), (other, said_of_other)]) = slots else {
            continue;
        };
        let found = [
            said_of_one.and_then(|said| find(part, &said)),
            said_of_other.and_then(|said| find(part, &said)),
        ];
        // The same words cannot be both.
        if let [Some(one), Some(other)] = &found
            && (one.text.contains(&other.text) || other.text.contains(&one.text))
        {
            continue;
        }
        let [first, second] = found;
        let halves = first.is_some() && second.is_some();
        // What the reader is sure of stands, and is not said a second time; nor is half of a guess taken out of it.
        let repeats = |kept: &Option<ReadValue>, said: &Option<ReadValue>| match (kept, said) {
            (Some(kept), Some(said)) => {
                kept.text.contains(&said.text) && (kept.confidence >= UNSURE || !halves)
            }
            _ => false,
        };
        if repeats(one, &second) || repeats(other, &first) {
            continue;
        }
        for (slot, value) in [(one, first), (other, second)] {
            let unsure = slot.as_ref().is_none_or(|known| known.confidence < UNSURE);
            if let Some(value) = value
                && unsure
                && (halves || slot.is_none())
            {
                *slot = Some(value);
                taken += 1;
            }
        }
    }
    taken
}

/// The list in an answer, also where words or a fence stand around it.
fn read(answer: &str) -> Vec<Told> {
    if answer.len() > ANSWER_BYTES {
        return Vec::new();
    }
    let (Some(from), Some(to)) = (answer.find('['), answer.rfind(']')) else {
        return Vec::new();
    };
    let parts: Vec<serde_json::Value> = answer
        .get(from..=to)
        .and_then(|list| serde_json::from_str(list).ok())
        .unwrap_or_default();
    parts
        .into_iter()
        .filter_map(|part| serde_json::from_value(part).ok())
        .collect()
}

/// The value where a line of the part holds exactly these words, at the borders of words.
fn find(part: &Part, said: &str) -> Option<ReadValue> {
    let said = said.trim();
    let letters = said.chars().filter(|sign| sign.is_alphabetic()).count();
    if letters < 2
        || said.chars().count() > VALUE_CHARS
        || !foothold_documents::read::dates::find(said).is_empty()
    {
        return None;
    }
    let line = part.lines.iter().find(|line| holds(line, said))?;
    Some(ReadValue {
        text: said.to_owned(),
        spot: line.spot.clone(),
        confidence: TOLD,
    })
}

fn holds(line: &ReadLine, said: &str) -> bool {
    line.text.split('\t').any(|text| {
        text.match_indices(said).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let after = text[at + said.len()..].chars().next();
            [before, after]
                .into_iter()
                .flatten()
                .all(|sign| !sign.is_alphanumeric())
        })
    })
}
