//! Where a sentence goes from one thing to the next.

use super::lexicon::Class;
use super::tokens::Token;

/// Cuts at pauses and at "and". The word itself goes.
pub(super) fn split(tokens: &[Token]) -> Vec<Vec<Token>> {
    let mut found: Vec<Vec<Token>> = Vec::new();
    let mut part: Vec<Token> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        // "between 4 and 6" is one thing.
        let in_range = token.is(Class::And)
            && at
                .checked_sub(1)
                .is_some_and(|before| tokens[before].number.is_some())
            && tokens.get(at + 1).is_some_and(|next| next.number.is_some());
        let cuts = token.is(Class::And) && !in_range;
        if (token.pause || cuts) && !part.is_empty() {
            found.push(std::mem::take(&mut part));
        }
        if !cuts {
            part.push(token.clone());
        }
    }
    if !part.is_empty() {
        found.push(part);
    }
    found
}
