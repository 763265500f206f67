//! Whether a clause says what was done: no more, not its opposite, and by and to the same.

use super::lexicon::{Class, Lexicon};
use super::source::Stretch;
use super::tokens::Token;
use super::verdict::Refusal;
use super::words::{same_number, says};

/// Whether a clause says what a stretch says was done, no more, and not its opposite.
pub(super) fn deeds(
    clause: &[Token],
    sentence: &[Token],
    stretch: &Stretch,
    lexicon: &Lexicon,
) -> Result<(), Refusal> {
    let used: Vec<usize> = (0..stretch.tokens.len())
        .filter(|at| {
            let word = &stretch.tokens[*at];
            (word.carries_meaning() || word.number.is_some())
                && clause
                    .iter()
                    .any(|token| says(token, word, lexicon) || same_number(token, word))
        })
        .collect();
    let denied = denies(clause);
    match stretch.denied {
        Some(from) => {
            let inside = used.iter().any(|at| *at >= from);
            // What stands outside the denied part may be told alone.
            let outside = used.iter().any(|at| *at < from);
            if denied != inside && (inside || !outside) {
                return Err(Refusal::Negation);
            }
            if denied && from == 0 {
                return Ok(());
            }
        }
        None if denied => return Err(Refusal::Negation),
        None => {}
    }
    if let Some((from, class)) = stretch.weak
        && used.iter().any(|at| *at >= from)
    {
        let depends = depends(clause);
        let within = if depends { sentence } else { clause };
        let as_weak = within
            .iter()
            .any(|token| token.is(class) || (class == Class::Attend && token.is(Class::Attend)));
        if !as_weak {
            return Err(Refusal::Stronger);
        }
    }
    let kept = |word: &Token| sentence.iter().any(|token| says(token, word, lexicon));
    // The "co" of "co-wrote", not the one of a company's name.
    let hedges = |at: &usize| {
        let (word, next) = (&stretch.tokens[*at], stretch.tokens.get(at + 1));
        word.is(Class::Hedge)
            && (word.folded != "co"
                || next.is_some_and(|next| stretch.deeds.contains(&(at + 1)) || next.is(Class::Do)))
    };
    if (0..stretch.tokens.len())
        .filter(hedges)
        .any(|at| !kept(&stretch.tokens[at]))
    {
        return Err(Refusal::Stronger);
    }
    if stretch.shared && !sentence.iter().any(|token| token.is(Class::With)) {
        return Err(Refusal::Stronger);
    }
    let is_weak = stretch.weak.is_some_and(|(from, _)| from == 0);
    if !is_weak
        && !stretch.deeds.is_empty()
        && !stretch.deeds.iter().any(|deed| {
            let word = &stretch.tokens[*deed];
            sentence.iter().any(|token| says(token, word, lexicon))
        })
        && !clause.iter().any(|token| token.is(Class::Weak))
    {
        let word = &stretch.tokens[stretch.deeds[0]];
        return Err(Refusal::Deed(word.text.clone()));
    }
    keeps_relations(clause, stretch, lexicon)?;
    keeps_who(clause, stretch, lexicon)?;
    makes_no_deed(clause, stretch, lexicon)
}

/// What stands after a preposition in the sentence stands after it in the fact, where the fact has it at all; and who
/// was dealt with does not become who dealt.
fn keeps_relations(clause: &[Token], stretch: &Stretch, lexicon: &Lexicon) -> Result<(), Refusal> {
    for (at, preposition) in clause.iter().enumerate() {
        // Where from and where to is weighed word by word.
        if !preposition.is_any(&[Class::Preposition, Class::Agent])
            || preposition.is_any(&[Class::From, Class::To])
        {
            continue;
        }
        let here = after(clause, at);
        if here.is_empty() {
            continue;
        }
        let places: Vec<usize> = (0..stretch.tokens.len())
            .filter(|place| stretch.tokens[*place].folded == preposition.folded)
            .collect();
        if places.is_empty() {
            let dealt_with = stretch
                .deeds
                .last()
                .map(|deed| object(&stretch.tokens, *deed));
            let dealt_with = dealt_with.unwrap_or_default();
            let reversed = preposition.is(Class::Agent)
                && here
                    .iter()
                    .any(|token| dealt_with.iter().any(|word| says(token, word, lexicon)));
            if reversed {
                return Err(Refusal::Merged);
            }
            continue;
        }
        let kept = places.iter().any(|place| {
            let there = after(&stretch.tokens, *place);
            there.is_empty()
                || here.iter().any(|token| {
                    there
                        .iter()
                        .any(|word| says(token, word, lexicon) || same_number(token, word))
                })
        });
        if !kept {
            return Err(Refusal::Merged);
        }
    }
    Ok(())
}

/// "Apprentices showed …" is not said by "showed apprentices …": before a verb that can only be active stands who acts.
fn keeps_who(clause: &[Token], stretch: &Stretch, lexicon: &Lexicon) -> Result<(), Refusal> {
    const ACTIVE: [&str; 24] = [
        "showed", "wrote", "gave", "took", "drove", "grew", "knew", "began", "chose", "spoke",
        "rose", "ran", "saw", "did", "drew", "flew", "threw", "wore", "tore", "swam", "sang",
        "shrank", "rewrote", "oversaw",
    ];
    let Some(at) = clause
        .iter()
        .position(|token| ACTIVE.contains(&token.folded.as_str()))
        .filter(|_| lexicon.language == "en")
    else {
        return Ok(());
    };
    let dealt_with = stretch
        .deeds
        .last()
        .map(|deed| object(&stretch.tokens, *deed));
    let dealt_with = dealt_with.unwrap_or_default();
    let acts = clause[..at]
        .iter()
        .any(|token| dealt_with.iter().any(|word| says(token, word, lexicon)));
    let me = clause[..at].iter().any(|token| token.is(Class::Me));
    if acts && !me {
        return Err(Refusal::Merged);
    }
    Ok(())
}

/// The words and numbers that a preposition binds: up to the next little word.
fn after(tokens: &[Token], at: usize) -> Vec<&Token> {
    let mut found = Vec::new();
    for token in &tokens[at + 1..] {
        let carries = token.carries_meaning() || token.number.is_some();
        let ends =
            token.is_any(&[Class::Preposition, Class::Agent]) || (!carries && !found.is_empty());
        if token.pause || ends || found.len() == 4 {
            break;
        }
        if carries {
            found.push(token);
        }
    }
    found
}

/// The words between a deed and the next preposition.
fn object(tokens: &[Token], deed: usize) -> Vec<&Token> {
    tokens[deed + 1..]
        .iter()
        .take_while(|token| !token.pause && !token.is(Class::Preposition))
        .filter(|token| token.carries_meaning())
        .take(4)
        .collect()
}

/// "Supervised the laying of pipes" is not said by "laid pipes, with a supervision every week": what a sentence begins
/// with as its deed must not be a mere noun of the fact.
fn makes_no_deed(clause: &[Token], stretch: &Stretch, lexicon: &Lexicon) -> Result<(), Refusal> {
    const NOUNS: [&str; 12] = [
        "ion", "ment", "ance", "ence", "ung", "cao", "miento", "ing", "nie", "al", "sal", "ship",
    ];
    let Some(first) = clause.iter().find(|token| token.carries_meaning()) else {
        return Ok(());
    };
    if !first.is(Class::Do) || stretch.deeds.is_empty() {
        return Ok(());
    }
    let said: Vec<usize> = (0..stretch.tokens.len())
        .filter(|at| says(first, &stretch.tokens[*at], lexicon))
        .collect();
    let is_noun = |at: &usize| {
        let folded = &stretch.tokens[*at].folded;
        !stretch.deeds.contains(at)
            && *folded != first.folded
            && NOUNS.iter().any(|end| folded.ends_with(end))
            && !(folded.ends_with("ing") && lexicon.language == "en")
    };
    let weak = stretch.weak.is_some_and(|(from, _)| from == 0);
    if !said.is_empty() && said.iter().all(is_noun) && !weak {
        return Err(Refusal::Deed(first.text.clone()));
    }
    Ok(())
}

/// Whether a clause hangs on another one: "which …", "…, cutting …", or nothing is done in it.
fn depends(clause: &[Token]) -> bool {
    let first = clause.iter().find(|token| token.carries_meaning());
    clause
        .first()
        .is_some_and(|token| token.is(Class::Relative))
        || first.is_none_or(|token| token.folded.ends_with("ing") || !token.is(Class::Do))
}

pub(super) fn denies(clause: &[Token]) -> bool {
    clause
        .iter()
        .any(|token| token.is_any(&[Class::Not, Class::Without]))
}
