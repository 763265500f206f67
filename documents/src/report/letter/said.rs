//! Greeting and closing, length and words of a letter: the parts `address`, `length` and `wording`.

use super::Look;
use crate::fold::fold_words;
use crate::report::lines::too_long;
use crate::report::tally::{Finding, Tally};
use crate::report::weights::Code;
use crate::report::{counted, share};

/// How many words a letter has.
const FEWEST: usize = 150;
const MOST: usize = 450;
/// Words of a sentence that is too long.
const LONG_SENTENCE: usize = 38;

pub(super) fn check(look: &Look<'_>, tally: &mut Tally) {
    address(look, tally);
    length(look, tally);
    wording(look, tally);
}

/// Whether a greeting greets nobody.
pub(super) fn is_general(look: &Look<'_>, greeting: &str) -> bool {
    let folded = format!(" {} ", fold_words(greeting));
    look.words.phrase_in("greet.general", &folded).is_some()
}

fn address(look: &Look<'_>, tally: &mut Tally) {
    let parts = &look.parts;
    match &parts.greeting {
        None => tally.lose(
            Code::GreetingMissing,
            1.0,
            Finding::new(
                "It greets nobody.",
                "Begin with a greeting: to the person the posting names, else to the company's team.",
            ),
        ),
        Some(greeting) if is_general(look, greeting) => tally.lose(
            Code::GreetingGeneral,
            1.0,
            Finding::new(
                "It greets whomever it may concern.",
                "Look whether the posting names somebody; if not, greet the company's team.",
            )
            .at(vec![look.page.place(greeting)]),
        ),
        Some(_) => {}
    }
    if parts.closing.is_none() {
        tally.lose(
            Code::ClosingMissing,
            1.0,
            Finding::new(
                "It has no closing.",
                "End with a closing such as \"Kind regards\" and your name.",
            ),
        );
    } else if parts.below.is_empty() {
        tally.lose(
            Code::NameUnderMissing,
            1.0,
            Finding::new(
                "No name stands below the closing.",
                "Put your name below it.",
            ),
        );
    }
    if parts.other_language {
        let lines = parts.greeting.iter().chain(&parts.closing);
        tally.lose(
            Code::OtherLanguage,
            1.0,
            Finding::new(
                "Greeting or closing are in another language than the letter.",
                "Write them in the letter's language.",
            )
            .at(look.page.places(lines.map(String::as_str))),
        );
    }
}

fn length(look: &Look<'_>, tally: &mut Tally) {
    let words = look.parts.words;
    let count = |number: usize| f32::from(u16::try_from(number).unwrap_or(u16::MAX));
    if words > MOST {
        tally.lose(
            Code::LetterTooLong,
            0.3 + count(words - MOST) / count(MOST),
            Finding::new(
                format!("It has {words} words; more than {MOST} are rarely read to the end."),
                "Keep the two or three things that matter most for this job.",
            ),
        );
    } else if words < FEWEST {
        tally.lose(
            Code::LetterTooShort,
            0.2 + 0.8 * count(FEWEST - words) / count(FEWEST),
            Finding::new(
                format!("It has {words} words; with less than {FEWEST} there is little to learn from it."),
                "Add what you did that this job needs, with an example or two from your work.",
            ),
        );
    }
}

fn wording(look: &Look<'_>, tally: &mut Tally) {
    let sentences = &look.parts.sentences;
    let worn: Vec<&str> = sentences
        .iter()
        .map(String::as_str)
        .filter(|sentence| cliche(look, sentence).is_some())
        .collect();
    if !worn.is_empty() {
        tally.lose(
            Code::Cliches,
            0.34 * worn.len().min(3) as f32,
            Finding::new(
                format!(
                    "{} a phrase that stands in every letter.",
                    counted(worn.len(), "sentence has", "sentences have")
                ),
                "Leave it out, or say instead what only you can say.",
            )
            .at(look.page.places(worn)),
        );
    }
    let long: Vec<&str> = sentences
        .iter()
        .map(String::as_str)
        .filter(|sentence| sentence.split_whitespace().count() > LONG_SENTENCE)
        .collect();
    if !long.is_empty() {
        tally.lose(
            Code::LetterSentences,
            0.3 + share(long.len(), sentences.len()),
            too_long(long.len(), LONG_SENTENCE).at(look.page.places(long)),
        );
    }
    let own: Vec<&str> = sentences
        .iter()
        .map(String::as_str)
        .filter(|sentence| look.words.begins_with_self(sentence))
        .collect();
    let mut run = 0;
    let mut longest = 0;
    for sentence in sentences {
        run = if look.words.begins_with_self(sentence) {
            run + 1
        } else {
            0
        };
        longest = longest.max(run);
    }
    let many = sentences.len() >= 5 && own.len() * 3 > sentences.len() * 2;
    if longest >= 4 || many {
        tally.lose(
            Code::IOpenings,
            share(own.len(), sentences.len()),
            Finding::new(
                format!(
                    "{} of {} sentences begin with yourself.",
                    own.len(),
                    sentences.len()
                ),
                "Begin some with the work, the place or what the posting asks for.",
            )
            .at(look.page.places(own)),
        );
    }
}

/// The phrase of a sentence that stands in every letter.
pub(super) fn cliche(look: &Look<'_>, sentence: &str) -> Option<&'static str> {
    let folded = format!(" {} ", fold_words(sentence));
    look.words.phrase_in("cliche", &folded)
}
