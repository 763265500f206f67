//! Finding the options that say what the profile says. Two candidates are a refusal, not a choice.

use super::answer::{Answer, Choice, Fit, Stop};
use super::refusals::{no_option, two_options};
use super::words::{fold, has_phrase, is_negated};

/// A rule for options that say one of these wordings: the same words, or those words among others.
pub(super) fn says<'a>(wordings: &[String]) -> Fit<'a> {
    let wanted: Vec<String> = wordings
        .iter()
        .map(|w| fold(w))
        .filter(|w| !w.is_empty())
        .collect();
    Box::new(move |choice| {
        if wanted.contains(&choice.folded) {
            return 4;
        }
        // What is sent speaks where it is words; numbers there are the page's own.
        let speaking = choice.value.chars().any(char::is_alphabetic);
        if speaking && wanted.contains(&choice.value) {
            return 3;
        }
        // A number among other words is another number: "10 years" in "Less than 10 years".
        let contained = wanted.iter().any(|w| {
            w.len() >= 2
                && !w.contains(|c: char| c.is_ascii_digit())
                && has_phrase(&choice.folded, w)
                && is_negated(&choice.folded) == is_negated(w)
        });
        u8::from(contained)
    })
}

/// A rule for options that say exactly one of these wordings.
pub(super) fn says_exactly<'a>(wordings: &[String]) -> Fit<'a> {
    let wanted: Vec<String> = wordings
        .iter()
        .map(|w| fold(w))
        .filter(|w| !w.is_empty())
        .collect();
    Box::new(move |choice| {
        if wanted.contains(&choice.folded) {
            4
        } else {
            0
        }
    })
}

/// The places of the options to choose, in the order of the list.
///
/// # Errors
/// `NoMatchingOption` and `AmbiguousOption`.
pub(super) fn choose(answer: &Answer<'_>, choices: &[Choice<'_>]) -> Result<Vec<usize>, Stop> {
    let open: Vec<&Choice<'_>> = choices
        .iter()
        .filter(|c| !c.placeholder && !c.option.disabled && (answer.may_decline || !c.decline))
        .collect();
    let mut chosen = Vec::new();
    for fit in &answer.fits {
        match best(fit, &open) {
            Ok(index) => chosen.push(index),
            Err(_) if answer.some_suffice => {}
            Err(stop) => return Err(stop),
        }
    }
    chosen.sort_unstable();
    chosen.dedup();
    if chosen.is_empty() {
        Err(no_option())
    } else {
        Ok(chosen)
    }
}

fn best(fit: &Fit<'_>, open: &[&Choice<'_>]) -> Result<usize, Stop> {
    let scored: Vec<(u8, &Choice<'_>)> = open.iter().map(|c| (fit(c), *c)).collect();
    let top = scored.iter().map(|(score, _)| *score).max().unwrap_or(0);
    if top == 0 {
        return Err(no_option());
    }
    let mut candidates = scored
        .iter()
        .filter(|(score, _)| *score == top)
        .map(|(_, c)| *c);
    let Some(first) = candidates.next() else {
        return Err(no_option());
    };
    // Long lists repeat their favourites at the top: the same words are the same option.
    if candidates.all(|c| c.folded == first.folded) {
        Ok(first.index)
    } else {
        Err(two_options())
    }
}
