//! What may be remembered of an answer that the person gave by hand, and what it takes the place of.

use super::{Limit, canonical, limit, option_set, same_question};
use crate::classify::{ClassifiedField, FieldKind};
use crate::page::{Control, LabelSource, RawField};
use crate::plan::words::is_placeholder;
use foothold_shared::answer::NewAnswer;

/// Longest question that is remembered, in characters.
const LONGEST_QUESTION: usize = 500;
/// Most options that are remembered; longer lists are places and schools, not questions.
const MOST_OPTIONS: usize = 100;

/// A question, as it can be remembered.
#[derive(Clone, PartialEq, Eq)]
pub struct Note {
    /// Its words.
    pub question: String,
    /// What its options say; empty for a question answered in writing.
    pub options: Vec<String>,
    /// ISO 3166-1 alpha-2 country the answer is right for, where it is right for that country only.
    pub country: Option<String>,
}

impl std::fmt::Debug for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Note").finish_non_exhaustive()
    }
}

/// The question of a field as it can be remembered; `None` where no answer to it may be: self-identification, consent,
/// files, rows of a history, questions that live from what stands around them or that mean this employer alone, and
/// questions that depend on a country while none is known.
#[must_use]
pub fn note(field: &ClassifiedField, raw: &RawField, job_country: Option<&str>) -> Option<Note> {
    let limit = limit(field);
    if limit == Limit::Never || in_a_row(raw) {
        return None;
    }
    let [_, question] = wordings(field, raw)?;
    let country = match limit {
        Limit::Country => Some(canonical(country(field, job_country)?)),
        _ => None,
    };
    let options: Vec<String> = field
        .options
        .iter()
        .enumerate()
        .filter(|(at, option)| !is_placeholder(&option.text, &option.value, *at == 0))
        .map(|(_, option)| {
            if option.text.trim().is_empty() {
                option.value.clone()
            } else {
                option.text.clone()
            }
        })
        .collect();
    if options.len() > MOST_OPTIONS {
        return None;
    }
    Some(Note {
        question: question.chars().take(LONGEST_QUESTION).collect(),
        options,
        country,
    })
}

/// Whether a new answer takes the place of an old one: the same question, options and country.
#[must_use]
pub fn replaces(new: &NewAnswer, old: &NewAnswer) -> bool {
    let options =
        |answer: &NewAnswer| option_set(answer.options.iter().map(|text| (text.as_str(), "")));
    let country = |answer: &NewAnswer| answer.country.as_deref().map(canonical);
    same_question(&new.question, &old.question)
        && options(new) == options(old)
        && country(new) == country(old)
}

/// The country a question is asked for: the one it names, else the job's.
pub(crate) fn country<'a>(
    field: &'a ClassifiedField,
    job_country: Option<&'a str>,
) -> Option<&'a str> {
    let named = field.legal.as_ref().map(|legal| legal.country.as_str());
    named
        .filter(|country| !country.trim().is_empty())
        .or(job_country)
        .filter(|country| !country.trim().is_empty())
}

/// Whether a field is one of a row that repeats: the same words ask something else in the next row.
pub(crate) fn in_a_row(raw: &RawField) -> bool {
    !raw.row.is_empty()
}

/// The question as it is shown, and as the page has it in full; `None` where no visible text asks it.
pub(crate) fn wordings<'a>(field: &'a ClassifiedField, raw: &'a RawField) -> Option<[&'a str; 2]> {
    let shown = field.label.trim();
    let full = raw
        .labels
        .iter()
        .filter(|label| {
            !matches!(
                label.from,
                LabelSource::Placeholder | LabelSource::Description | LabelSource::Title
            )
        })
        .map(|label| label.text.trim())
        .find(|text| !shown.is_empty() && text.starts_with(shown))?;
    // A label that wraps its field holds its hints too; only one that was cut is continued by what follows.
    let cut = shown.chars().count() >= 200;
    Some([shown, if cut { full } else { shown }])
}

/// Kinds whose value belongs into the profile rather than into the memory.
#[must_use]
pub fn belongs_to_profile(kind: FieldKind, control: Control) -> bool {
    use FieldKind as K;
    control != Control::File
        && !matches!(
            kind,
            K::CustomQuestion
                | K::Other
                | K::HowHeard
                | K::Referrer
                | K::WorkAuthorization
                | K::VisaSponsorship
                | K::Consent
                | K::CoverLetterText
        )
}
