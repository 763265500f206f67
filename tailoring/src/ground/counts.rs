//! Whether a number counts in the sentence what it counts in the fact.

use super::lexicon::Class;
use super::numbers::Unit;
use super::source::Source;
use super::tokens::Token;

/// The stretches that have this number, of the same things.
pub(super) fn number_places(clause: &[Token], at: usize, text: &[(usize, &Token)]) -> Vec<usize> {
    let Some(number) = &clause[at].number else {
        return Vec::new();
    };
    let words: Vec<&Token> = text.iter().map(|(_, token)| *token).collect();
    let said: Vec<&Token> = clause.iter().collect();
    let mut found: Vec<usize> = (0..words.len())
        .filter(|place| {
            words[*place]
                .number
                .as_ref()
                .is_some_and(|fact| number.is_said_by(fact))
                && counts_the_same(&said, at, &words, *place)
        })
        .map(|place| text[place].0)
        .collect();
    found.dedup();
    found
}

pub(super) fn in_head(clause: &[Token], at: usize, source: &Source) -> bool {
    let Some(number) = &clause[at].number else {
        return false;
    };
    let said: Vec<&Token> = clause.iter().collect();
    let words: Vec<&Token> = source.head.iter().collect();
    (0..words.len()).any(|place| {
        words[place]
            .number
            .as_ref()
            .is_some_and(|fact| number.milli == fact.milli && number.unit == fact.unit)
            && counts_the_same(&said, at, &words, place)
    })
}

/// What follows a number is what it counts; where nothing follows, what stands before it.
fn counts_the_same(said: &[&Token], at: usize, words: &[&Token], place: usize) -> bool {
    let is_year = |token: &Token| {
        token
            .number
            .as_ref()
            .is_some_and(|number| number.year.is_some())
    };
    if is_year(said[at]) && is_year(words[place]) {
        return true;
    }
    let here = counted(said, at);
    let there = counted(words, place);
    let near = before(words, place);
    // "Year 11" counts nothing: what it stands behind is what it belongs to.
    if there.is_empty()
        && let (Some(here), Some(there)) = (before(said, at).first(), near.first())
        && here.means(there)
    {
        return true;
    }
    // "A £5,000 budget" and "a budget of £5,000".
    if there.is_empty()
        && let (Some(here), Some(there)) = (here.first(), near.first())
        && here.means(there)
    {
        return true;
    }
    match here.first() {
        Some(first) => {
            let followed = there.iter().any(|word| first.means(word));
            // What was done to them may stand between ("110 parcels delivered"), or a word that adds nothing.
            let verb = first.is_any(&[Class::Do, Class::Light, Class::Weak]) && !there.is_empty();
            followed
                || (verb
                    && near.iter().any(|word| first.means(word))
                    && here.iter().skip(1).all(|word| {
                        !there.is_empty() || near.iter().any(|other| word.means(other))
                    }))
        }
        None => {
            let lead = before(said, at);
            let money = said[at]
                .number
                .as_ref()
                .is_some_and(|number| number.unit != Unit::Plain);
            lead.is_empty()
                || money
                || there.is_empty()
                || lead.first().is_some_and(|word| {
                    there
                        .first()
                        .into_iter()
                        .chain(near.first())
                        .any(|other| word.means(other))
                })
        }
    }
}

/// The words that carry meaning after a number, up to the next number; of a range's first number, after its last.
fn counted<'t>(tokens: &[&'t Token], at: usize) -> Vec<&'t Token> {
    let mut found = Vec::new();
    let mut ranged = false;
    for token in tokens[at + 1..].iter().take(9) {
        if token.number.is_some() {
            if !found.is_empty() || ranged {
                break;
            }
            ranged = true;
        } else if token.pause && !found.is_empty() {
            break;
        } else if token.carries_meaning() {
            found.push(*token);
            if found.len() == 4 {
                break;
            }
        }
    }
    found
}

fn before<'t>(tokens: &[&'t Token], at: usize) -> Vec<&'t Token> {
    tokens[..at]
        .iter()
        .rev()
        .filter(|token| token.carries_meaning())
        .take(3)
        .copied()
        .collect()
}
