//! A second look at a legal question before it is answered: whether its words carry anything that
//! its meaning (kind, country, polarity) does not. A question about needing a permit, about an
//! earlier visa, about somebody else or about another country only mentions the right to work.
//!
//! What must not happen here: an answer. Doubt refuses.

use super::words::{has_any, is_negated, tokens};
use crate::classify::{FieldKind, LegalMeaning};
use crate::places::{countries, regions};

/// How a question's words go with its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// They say what the meaning says.
    Plain,
    /// It asks for both halves at once: being allowed to work, and without any sponsor.
    Both,
    /// They say something else as well.
    Doubtful,
}

/// Reads a folded question against its meaning.
pub(super) fn reading(question: &str, kind: FieldKind, meaning: &LegalMeaning) -> Reading {
    let question = without_asides(question);
    if speaks_of_something_else(&question) || polarity_differs(&question, meaning) {
        return Reading::Doubtful;
    }
    if kind == FieldKind::VisaSponsorship {
        return if has_any(&question, EARLIER) {
            Reading::Doubtful
        } else {
            Reading::Plain
        };
    }
    if has_any(&question, TURNED)
        || asks_for_status(&question)
        || !meaning.compound && asks_for_need(&question)
    {
        Reading::Doubtful
    } else if has_any(&question, UNRESTRICTED) {
        Reading::Both
    } else {
        Reading::Plain
    }
}

/// Without what repeats the options or opens a follow-up: neither turns the question around.
fn without_asides(question: &str) -> String {
    const ASIDES: &[&str] = &[
        "yes or no",
        "yes no",
        "ja oder nein",
        "ja nein",
        "oui ou non",
        "oui non",
        "si no",
        "whether or not",
        "non immigrant",
        "non eu",
        "non us",
        "non uk",
    ];
    let mut padded = format!(" {question} ");
    for aside in ASIDES {
        padded = padded.replace(&format!(" {aside} "), " ");
    }
    for follow_up in [
        " if not ",
        " if no ",
        " wenn nicht ",
        " falls nicht ",
        " si non ",
    ] {
        if let Some((before, _)) = padded.split_once(follow_up)
            && tokens(before).len() >= 4
        {
            padded = format!("{before} ");
        }
    }
    padded.trim().to_owned()
}

/// Words that ask about another person or another matter.
fn speaks_of_something_else(question: &str) -> bool {
    const OTHERS: &[&str] = &[
        "spouse",
        "husband",
        "wife",
        "family member",
        "family members",
        "dependents",
        "overtime",
        "weekends",
        "night shifts",
        "rehire",
        "rehired",
        "current employer",
        "at least",
        "willing to",
        "ehepartner",
        "conjoint",
    ];
    has_any(question, OTHERS)
}

/// An earlier need, or a visa that is held now: not what is needed for this job.
const EARLIER: &[&str] = &[
    "have you ever",
    "did you",
    "have you previously",
    "previously",
    "in the past",
    "currently hold",
    "current visa",
    "haben sie jemals",
    "bereits einmal",
];

/// What makes of being allowed its opposite, or a question of how long and how far.
const TURNED: &[&str] = &[
    "lack",
    "lacking",
    "prohibited",
    "barred",
    "prevented",
    "forbidden",
    "unable",
    "restrictions",
    "restriction",
    "restricted",
    "limitations",
    "limitation",
    "limited",
    "temporary",
    "temporarily",
    "indefinite",
    "indefinitely",
    "unlimited",
    "permanent work",
    "permanent right",
    "permanent authorization",
    "permanently",
    "befristet",
    "befristete",
    "unbefristet",
    "unbefristete",
    "unbefristeten",
    "einschrankung",
    "einschrankungen",
    "untersagt",
    "verboten",
];

/// Whether a question asks for one way of being allowed among several.
fn asks_for_status(question: &str) -> bool {
    const STATUS: &[&str] = &[
        "opt",
        "cpt",
        "citizen",
        "citizens",
        "citizenship",
        "permanent resident",
        "permanent residents",
        "green card",
        "staatsburger",
        "staatsburgerschaft",
        "staatsangehorigkeit",
        "citoyen",
        "ciudadano",
    ];
    has_any(question, STATUS) && !has_any(question, &["otherwise"])
}

/// Being allowed, and without a sponsor's doing.
const UNRESTRICTED: &[&str] = &[
    "unrestricted",
    "any employer",
    "uneingeschrankt",
    "uneingeschrankte",
    "uneingeschrankten",
    "sans restriction",
];

/// "Do you need a work permit?" asks for the opposite of "Do you have one?".
fn asks_for_need(question: &str) -> bool {
    const NEED: &[&str] = &[
        "need",
        "require",
        "obtain",
        "requiring",
        "needing",
        "besoin",
        "benotigen",
        "benotigst",
        "brauchen",
        "brauchst",
        "necesita",
        "necesitas",
        "necessita",
        "precisa",
        "nodig",
        "potrzebujesz",
    ];
    const WITHOUT: &[&str] = &[
        "without", "ohne", "sans", "sin", "senza", "zonder", "sem", "bez",
    ];
    let words = tokens(question);
    let without = words.iter().position(|w| WITHOUT.contains(w));
    words
        .iter()
        .position(|w| NEED.contains(w))
        .is_some_and(|need| without.is_none_or(|without| need < without))
}

/// A "not" that the meaning does not know of, or two of them.
fn polarity_differs(question: &str, meaning: &LegalMeaning) -> bool {
    let words = tokens(question);
    let count = words.iter().filter(|w| is_negated(w)).count();
    // French says its one "not" in two words.
    let pairs = words
        .iter()
        .filter(|w| matches!(**w, "pas"))
        .count()
        .min(words.iter().filter(|w| matches!(**w, "ne" | "n")).count());
    let expected = usize::from(meaning.negated) + usize::from(meaning.compound);
    count - pairs > expected
}

/// Whether a folded question names a place that is not in the country it is to be answered for.
pub(super) fn is_elsewhere(question: &str, code: &str) -> bool {
    // These say which part of a place is meant, or make another place of it ("New Mexico").
    const PARTS: &[&str] = &[
        "new",
        "northern",
        "southern",
        "eastern",
        "western",
        "north",
        "south",
        "east",
        "west",
        "equatorial",
    ];
    let words = tokens(question);
    let mut at = 0;
    'words: while at < words.len() {
        for count in (1..=5.min(words.len() - at)).rev() {
            let phrase = words[at..at + count].join(" ");
            // Shorter words are codes, and many codes are words ("in", "can", "are").
            if phrase.len() < 4 {
                continue;
            }
            let mut named = regions::countries_of(&phrase);
            named.extend(countries::called(&phrase).map(|c| c.code));
            if named.is_empty() {
                continue;
            }
            let is_part = at > 0 && PARTS.contains(&words[at - 1]);
            if is_part || !named.contains(&code) {
                return true;
            }
            at += count;
            continue 'words;
        }
        at += 1;
    }
    false
}
