//! Two wordings of one question, or two questions.
//!
//! What must not happen here: a number, a "not" or any other telling word that is dropped, or words that change places.

use crate::folding::tokens;
use crate::plan::words::fold;

/// Articles and politeness, folded.
const SMALL: &[&str] = &[
    "a",
    "an",
    "the",
    "please",
    "kindly",
    "der",
    "die",
    "das",
    "ein",
    "eine",
    "einen",
    "bitte",
    "le",
    "la",
    "les",
    "l",
    "un",
    "une",
    "svp",
    "el",
    "los",
    "las",
    "una",
    "il",
    "lo",
    "gli",
    "uno",
    "het",
    "een",
    "o",
    "os",
    "um",
    "uma",
    "prosze",
    "required",
    "optional",
    "mandatory",
    "pflichtfeld",
    "erforderlich",
    "freiwillig",
    "obligatoire",
    "facultatif",
    "obligatorio",
    "opcional",
    "obbligatorio",
    "facoltativo",
    "verplicht",
    "optioneel",
    "obrigatorio",
    "wymagane",
    "opcjonalne",
];

/// What tells how to answer and not what is asked, folded.
const HINTS: &[&str] = &[
    "select one",
    "choose one",
    "pick one",
    "select all that apply",
    "choose all that apply",
    "check all that apply",
    "yes no",
    "yes or no",
    "ja nein",
    "ja oder nein",
    "oui non",
    "oui ou non",
    "required field",
    "sil vous plait",
    "por favor",
    "per favore",
    "alstublieft",
    "mehrfachauswahl moglich",
    "zutreffendes auswahlen",
];

/// A question's telling words, folded, in their order.
pub(crate) fn normalised(question: &str) -> String {
    let mut padded = format!(" {} ", fold(question));
    for hint in HINTS {
        padded = padded.replace(&format!(" {hint} "), " ");
    }
    let mut words: Vec<&str> = tokens(&padded)
        .into_iter()
        .filter(|w| !SMALL.contains(w))
        .collect();
    words.dedup();
    words.join(" ")
}

/// Whether two questions have the same words, small ones aside. A "not", a number or any other
/// word in only one of them makes them two questions.
pub(crate) fn same_question(one: &str, other: &str) -> bool {
    let one = normalised(one);
    !one.is_empty() && one == normalised(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(one: &str, other: &str, same: bool) {
        assert_eq!(same_question(one, other), same, "{one} / {other}");
    }

    #[test]
    fn questions_are_the_same_only_word_for_word() {
        check(
            "What is your favourite language?",
            "What is your favourite language? *",
            true,
        );
        check(
            "Please describe the project you like best",
            "Describe project you like best (required)",
            true,
        );
        check("Do you own a car? (Yes/No)", "Do you own a car?", true);
        check(
            "Haben Sie einen Führerschein?",
            "Haben Sie Führerschein? (Pflichtfeld)",
            true,
        );
        check(
            "Have you worked with us before?",
            "Have you not worked with us before?",
            false,
        );
        check(
            "Can you work without a car?",
            "Can you work with a car?",
            false,
        );
        check(
            "Do you have 3 years of Rust?",
            "Do you have 5 years of Rust?",
            false,
        );
        check("Do you know C?", "Do you know C++?", false);
        check(
            "Who manages whom: you or they?",
            "Who manages whom: they or you?",
            false,
        );
        check("", "", false);
        check("Please *", "The", false);
    }
}
