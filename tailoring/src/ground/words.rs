//! Whether two words say the same, in the ways that the languages have.
//!
//! What must not happen here: two ranks taken for one another, or a rank for a deed.

use super::lexicon::{Class, Lexicon};
use super::numbers::{BY, FROM, TO};
use super::tokens::Token;

/// Whether "from", "to" or "by" stands right before a word: bits of [`FROM`], [`TO`], [`BY`]; several where one word
/// means either.
pub(super) fn way(tokens: &[Token], at: usize) -> u8 {
    let mut before = tokens[..at].iter().rev();
    let Some(word) = before.find(|word| {
        word.carries_meaning()
            || word.number.is_some()
            || word.is_any(&[Class::From, Class::To, Class::By])
    }) else {
        return 0;
    };
    if word.is(Class::Of) {
        return 0;
    }
    (u8::from(word.is(Class::From)) * FROM)
        | (u8::from(word.is(Class::To)) * TO)
        | (u8::from(word.is(Class::By)) * BY)
}

pub(super) fn says(token: &Token, word: &Token, lexicon: &Lexicon) -> bool {
    word.number.is_none()
        && (token.means(word)
            || (lexicon.language == "pl" && nearly(token, word))
            || (matches!(lexicon.language, "de" | "nl") && is_case(token, word)))
}

/// Polish words decline more than the endings taken off: two long words that differ at their ends only.
fn nearly(token: &Token, word: &Token) -> bool {
    if token.is(Class::Rank) != word.is(Class::Rank) || token.is(Class::Do) || word.is(Class::Do) {
        return false;
    }
    let (a, b) = (&token.folded, &word.folded);
    let common = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let longest = a.chars().count().max(b.chars().count());
    common >= 4 && longest - common <= 3
}

/// The cases of a German noun that the stems leave apart ("Trupp", "Trupps").
fn is_case(token: &Token, word: &Token) -> bool {
    let bare = |word: &Token| -> String {
        let folded = &word.folded;
        let bare = ["es", "en", "s", "n", "e"]
            .iter()
            .find_map(|end| folded.strip_suffix(end));
        bare.unwrap_or(folded).to_owned()
    };
    let (a, b) = (bare(token), bare(word));
    token.is(Class::Rank) == word.is(Class::Rank)
        && a.len() >= 5
        && (a == b || a == word.folded || b == token.folded)
}

/// German and Dutch write together what others write apart.
pub(super) fn is_compound(token: &Token, text: &[(usize, &Token)], lexicon: &Lexicon) -> bool {
    if !matches!(lexicon.language, "de" | "nl") || token.is(Class::Rank) || token.folded.len() < 8 {
        return false;
    }
    let parts: Vec<&str> = text
        .iter()
        .filter(|(_, word)| word.carries_meaning() && word.stem.len() >= 4)
        .map(|(_, word)| word.stem.as_str())
        .collect();
    parts.iter().any(|first| {
        token.folded.strip_prefix(first).is_some_and(|rest| {
            parts.iter().any(|second| {
                rest.find(second)
                    .is_some_and(|gap| gap <= 2 && rest.len() - gap - second.len() <= 3)
            })
        })
    })
}

pub(super) fn same_number(token: &Token, word: &Token) -> bool {
    match (&token.number, &word.number) {
        (Some(a), Some(b)) => a.milli == b.milli,
        _ => false,
    }
}
