//! Questions that are true or false: which option says yes, and when a bare "Yes" is an answer.

use super::answer::{Answer, Ask, Choice};
use super::refusals::own_words;
use super::words::{Lang, NO, YES, fold, is_negated, tokens, yes_no_word};

/// Words that add nothing to a yes or a no.
const FILLERS: &[&str] = &[
    "i",
    "am",
    "do",
    "does",
    "will",
    "would",
    "be",
    "have",
    "to",
    "the",
    "in",
    "a",
    "an",
    "of",
    "for",
    "this",
    "that",
    "my",
    "me",
    "not",
    "dont",
    "now",
    "or",
    "and",
    "future",
    "currently",
    "legally",
    "at",
    "any",
    "time",
    "it",
    "is",
    "there",
    "can",
    "cannot",
    "wont",
    "please",
    "ich",
    "bin",
    "habe",
    "werde",
    "kann",
    "keine",
    "kein",
    "keinen",
    "nicht",
    "eine",
    "einen",
    "ein",
    "der",
    "die",
    "das",
    "den",
    "dem",
    "und",
    "oder",
    "in",
    "zu",
    "je",
    "suis",
    "ai",
    "peux",
    "ne",
    "pas",
    "nai",
    "la",
    "le",
    "les",
    "de",
    "du",
    "en",
    "un",
    "une",
    "et",
    "ou",
    "pour",
    "y",
    "o",
    "el",
    "no",
    "il",
    "lo",
    "per",
    "di",
    "het",
    "een",
    "voor",
    "em",
    "para",
    "w",
];

/// Whether every word of a folded text stands in the question too, or says nothing of its own.
/// Forms of one word count as one ("require", "requires", "required").
pub(super) fn restates(folded: &str, question: &str) -> bool {
    let asked = tokens(question);
    tokens(folded)
        .iter()
        .all(|word| FILLERS.contains(word) || asked.iter().any(|other| same_stem(word, other)))
}

fn same_stem(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let shared = one
        .chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b)
        .count();
    // "authorized" and "authorised" part at the eighth letter; short words must agree whole.
    shared >= 5 && one.chars().count().abs_diff(other.chars().count()) <= 4
}

/// What an option says to a question: yes, no, or neither for certain.
///
/// "Yes" and "No" speak for themselves. A longer option counts only while it repeats the question
/// ("No, I do not require sponsorship"); anything of its own ("Yes, I need an H-1B") makes it unclear.
pub(super) fn says(choice: &Choice<'_>, question: &str) -> Option<(bool, u8)> {
    if let Some(yes) = yes_no_word(&choice.folded) {
        return Some((yes, 4));
    }
    let (first, rest) = choice.folded.split_once(' ')?;
    let yes = yes_no_word(first)?;
    if !restates(rest, question) {
        return None;
    }
    // "Yes, I do not need …" has two readings.
    (!(yes && is_negated(rest))).then_some((yes, 2))
}

/// An answer to a true-or-false question.
pub(super) fn answer<'a>(ask: &Ask<'a>, truth: bool, source: &str) -> Answer<'a> {
    let words = if truth { YES } else { NO };
    let question = ask.question();
    let text = match plain_question(&ask.field.label) {
        Some(lang) => Ok(lang.pick(&words).to_owned()),
        None => Err(own_words()),
    };
    let mut wordings = vec![ask.lang.pick(&words).to_owned()];
    wordings.extend(words.iter().map(|w| (*w).to_owned()));
    wordings.dedup();
    let fit = Box::new(move |choice: &Choice<'_>| match says(choice, &question) {
        Some((yes, score)) if yes == truth => score,
        _ => 0,
    });
    let mut answer = Answer::with_fit(source, "", wordings, fit);
    answer.text = text;
    answer.truth = Some(truth);
    answer
}

/// The language of a question that "Yes" or "No" answers completely; `None` for any other question.
pub(super) fn plain_question(label: &str) -> Option<Lang> {
    const OPENERS: [&[&str]; 8] = [
        &[
            "are", "do", "does", "will", "would", "can", "could", "is", "have", "has", "did",
        ],
        &[
            "haben",
            "hast",
            "sind",
            "bist",
            "benotigen",
            "benotigst",
            "brauchen",
            "brauchst",
            "durfen",
            "darfst",
            "konnen",
            "kannst",
            "besitzen",
            "besitzt",
            "verfugen",
            "verfugst",
            "wurden",
            "wurdest",
            "mochten",
        ],
        &[
            "etes",
            "avez",
            "pouvez",
            "disposez",
            "aurez",
            "est",
            "seriez",
            "necessitez",
            "as",
            "peux",
            "souhaitez",
        ],
        &[
            "tiene",
            "tienes",
            "esta",
            "estas",
            "necesita",
            "necesitas",
            "puede",
            "puedes",
            "requiere",
        ],
        &[
            "hai",
            "ha",
            "sei",
            "puoi",
            "puo",
            "avete",
            "siete",
            "necessiti",
            "necessita",
        ],
        &["heeft", "heb", "bent", "ben", "kunt", "kun", "mag", "mogt"],
        &["tem", "voce", "pode", "precisa", "esta", "necessita"],
        &["czy"],
    ];
    const OPEN_ENDS: &[&str] = &[
        "explain",
        "describe",
        "which",
        "what",
        "specify",
        "details",
        "detail",
        "elaborate",
        "why",
        "how",
        "when",
        "where",
        "welche",
        "welcher",
        "welchen",
        "was",
        "warum",
        "wie",
        "wann",
        "erlautern",
        "beschreiben",
        "angeben",
        "lesquels",
        "laquelle",
        "quel",
        "quelle",
        "pourquoi",
        "precisez",
        "preciser",
        "cual",
        "que",
        "explique",
        "quale",
        "quali",
        "welke",
        "waarom",
        "qual",
        "quais",
        "jaki",
        "jakie",
    ];
    let question = label.trim().trim_end_matches(['*', ' ', '\u{a0}']);
    if !question.ends_with('?') || question.matches('?').count() != 1 {
        return None;
    }
    let folded = fold(question);
    let words = tokens(&folded);
    let first = words.first()?;
    // French opens with "est-ce que", whose "que" is no question word.
    let tail = if folded.starts_with("est ce que") {
        &words[3..]
    } else {
        &words[1..]
    };
    if tail.iter().any(|w| OPEN_ENDS.contains(w))
        || folded.contains("if yes")
        || folded.contains("if so")
    {
        return None;
    }
    const LANGS: [Lang; 8] = [
        Lang::En,
        Lang::De,
        Lang::Fr,
        Lang::Es,
        Lang::It,
        Lang::Nl,
        Lang::Pt,
        Lang::Pl,
    ];
    OPENERS
        .iter()
        .zip(LANGS)
        .find(|(openers, _)| openers.contains(first))
        .map(|(_, lang)| lang)
}
