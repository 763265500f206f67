//! Whether a question about the law says nothing beyond what its answer says: every word of it is known, or is a name.
//!
//! Tables of what else a question may be about are never complete; what such a question is made of can be listed. What is
//! not understood whole is the person's own to answer. What must not happen here: a word let through because it is rare.

use crate::classify::family::legal;
use crate::classify::places;
use crate::classify::question::Question;
use crate::classify::text::{fold, tables};
use crate::company;
use std::collections::HashSet;
use std::sync::LazyLock;

/// One word more may be unknown for so many: long questions tell of themselves ("… including transfer, amendment …").
const WORDS_TO_ONE_UNKNOWN: usize = 16;

tables! {
    /// Written with a capital, and no names.
    DAYS = ["monday|mondays|tuesday|tuesdays|wednesday|wednesdays|thursday|thursdays|friday|fridays|saturday|saturdays|sunday|sundays|christmas|easter"];
    /// German writes every noun as other languages write names.
    GERMAN = ["sie|ihr|ihre|ihren|ihnen|du|dein|deine|wir|uns|für|eine|einen|der|das|dem|zur|zum|haben|sind|hast|bist|wird|werden"];
}

struct Known {
    whole: HashSet<&'static str>,
    beginnings: Vec<&'static str>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let lines = include_str!("data/legal_words.txt").lines();
    let words = lines
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace);
    let (beginnings, whole): (Vec<_>, Vec<_>) = words.partition(|word| word.ends_with('*'));
    Known {
        whole: whole.into_iter().collect(),
        beginnings: beginnings
            .into_iter()
            .map(|word| word.trim_end_matches('*'))
            .collect(),
    }
});

impl Known {
    fn has(&self, word: &str) -> bool {
        self.whole.contains(word) || self.beginnings.iter().any(|known| word.starts_with(known))
    }
}

/// Whether all that the question says is known.
pub(super) fn are_all_known(question: &Question) -> bool {
    let written: Vec<(&str, bool)> = written(&question.raw);
    let small = written
        .iter()
        .filter(|(word, _)| word.starts_with(char::is_lowercase))
        .count();
    // In a title, and in German, a capital says nothing.
    let names_stand_out =
        2 * small >= written.len() && !GERMAN.any(&question.all) && !DAYS.any(&question.all);
    let unknown = written
        .iter()
        .enumerate()
        .filter(|(at, (word, begins))| {
            let is_name = word.starts_with(char::is_uppercase)
                && (names_stand_out && !begins || is_company(&written[*at..]));
            !is_name && !is_known(word)
        })
        .count();
    unknown <= written.len() / WORDS_TO_ONE_UNKNOWN
}

/// Whether a company's name begins or goes on here: its legal form is one of the next words ("die Kessler Bau GmbH").
fn is_company(written: &[(&str, bool)]) -> bool {
    let mut next = written.iter().take(4).map(|(word, _)| *word);
    next.by_ref()
        .take_while(|word| word.starts_with(char::is_uppercase))
        .any(company::is_form_word)
}

/// The words as they are written, and whether each begins a sentence.
fn written(raw: &str) -> Vec<(&str, bool)> {
    let mut begins = true;
    let mut found = Vec::new();
    for part in raw.split_inclusive(|letter: char| !letter.is_alphanumeric()) {
        let word = part.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        if !word.is_empty() {
            found.push((word, begins));
            begins = false;
        }
        begins |= part.ends_with(['.', '?', '!', ':', '*', '¿', '¡']) && word.chars().count() > 1;
        begins |= found.is_empty();
    }
    found
}

fn is_known(word: &str) -> bool {
    let folded = fold(word);
    // A single letter is what is left of an abbreviation or an ending ("U.S.", "autorisé·e").
    word.chars().count() == 1
        || word.contains(|letter: char| letter.is_ascii_digit())
        || KNOWN.has(&folded)
        || legal::is_of_tables(&folded)
        || !places::countries_in(word).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::question::read as question;

    #[test]
    fn a_capital_is_a_name_where_small_letters_are_around_it() {
        for (text, known) in [
            ("Will you need Thornbury to sponsor a visa?", true),
            ("Thornbury sponsors visas. Will you need that?", false),
            ("Do You Need Asbestos Permits To Work", false),
            ("Dürfen Sie mit Asbest arbeiten?", false),
            ("Do you need Sundays off to renew a visa?", false),
        ] {
            assert_eq!(are_all_known(&question(text, 1.0)), known, "{text}");
        }
    }
}
