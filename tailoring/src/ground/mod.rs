//! Whether each sentence of a document is entailed, in code, by the facts it names.
//!
//! sentence → surface → tokens → clauses → for each, a fact that entails it → all together → verdict
//!
//! A sentence may leave out, reorder and reword; it may not say more. Every word that carries meaning must be a cited
//! fact's own, or say the same (`data/`); a clause must be entailed by *one* fact, so that nothing is put together that
//! the person told separately. What this program does not understand it refuses: the person's own sentence stands then.
//! What must not happen here: passing a sentence because something is unknown.

mod clauses;
mod counts;
mod deeds;
mod entail;
mod fold;
mod lexicon;
mod numbers;
mod posting;
mod sift;
mod source;
mod surface;
mod times;
mod tokens;
mod verdict;
mod words;

use std::cell::OnceCell;

use foothold_core::posting::JobPosting;
use foothold_matching::facts::{FactKind, Facts};
use foothold_shared::document::Statement;

use self::entail::{Shared, Short, entails};
use self::lexicon::{Class, Lexicon};
use self::posting::PostingWords;
pub use self::sift::sift;
use self::source::Source;
pub(crate) use self::surface::is_hidden;
use self::tokens::{Token, tokens};
pub use self::verdict::{Refusal, Verdict};
use crate::POSTING;

/// The most facts that a sentence may name.
const MOST_FACTS: usize = 24;

/// Checks each statement against the facts it names, in the document's language. The verdicts are in the statements'
/// order.
#[must_use]
pub fn check(
    statements: &[Statement],
    facts: &Facts,
    posting: &JobPosting,
    language: &str,
) -> Vec<Verdict> {
    let Some(lexicon) = lexicon::of(language) else {
        return statements
            .iter()
            .map(|statement| unknown_language(statement, facts))
            .collect();
    };
    // Long postings are read into words once, and only where a sentence rests on one.
    let words = OnceCell::new();
    let posting = || words.get_or_init(|| PostingWords::of(posting, lexicon));
    statements
        .iter()
        .map(
            |statement| match weigh(statement, facts, &posting, lexicon) {
                Ok(verdict) => verdict,
                Err(refusal) => Verdict::Refused(refusal),
            },
        )
        .collect()
}

/// In a language without tables only the person's own words stand.
fn unknown_language(statement: &Statement, facts: &Facts) -> Verdict {
    if statement.fixed {
        Verdict::Own
    } else if is_verbatim(statement, facts) {
        Verdict::Entailed
    } else {
        Verdict::Refused(Refusal::Language)
    }
}

fn weigh<'p>(
    statement: &Statement,
    facts: &Facts,
    posting: &dyn Fn() -> &'p PostingWords,
    lexicon: &Lexicon,
) -> Result<Verdict, Refusal> {
    if statement.fixed {
        return Ok(Verdict::Own);
    }
    if statement.facts.is_empty() || statement.facts.len() > MOST_FACTS {
        return Err(Refusal::NoFacts);
    }
    let named: Vec<&str> = statement
        .facts
        .iter()
        .map(String::as_str)
        .filter(|id| *id != POSTING)
        .collect();
    if named.iter().any(|id| facts.find(id).is_none()) {
        return Err(Refusal::UnknownFact);
    }
    if is_verbatim(statement, facts) {
        return Ok(Verdict::Entailed);
    }
    if let Some(refusal) = surface::wrong_at_sight(&statement.text) {
        return Err(refusal);
    }
    let sentence = tokens(&statement.text, lexicon);
    if is_in_another_language(&sentence, lexicon) {
        return Err(Refusal::Language);
    }
    let rests_on_posting = named.len() < statement.facts.len();
    if named.is_empty() {
        return posting().allows(&sentence).map(|()| Verdict::Entailed);
    }
    let sources: Vec<Source> = named
        .iter()
        .filter_map(|id| facts.find(id))
        .map(|fact| Source::of(fact, facts, lexicon))
        .collect();
    if !rests_on_posting {
        told(&sentence, &sources, lexicon)?;
        return Ok(Verdict::Entailed);
    }
    // Each part between full stops is either the posting's or the person's, never both.
    for part in sentence.chunk_by(|_, next| !next.stop) {
        if posting().allows(part).is_err() {
            told(part, &sources, lexicon)?;
        }
    }
    Ok(Verdict::Entailed)
}

/// The person's own words, whatever they are.
fn is_verbatim(statement: &Statement, facts: &Facts) -> bool {
    let plain = |text: &str| -> Vec<String> {
        text.split_whitespace()
            .map(|word| word.trim_end_matches(['.', ',', ';', ':']).to_lowercase())
            .filter(|word| !word.is_empty())
            .collect()
    };
    let said = plain(&statement.text);
    !said.is_empty()
        && !statement.text.chars().any(surface::is_hidden)
        && statement
            .facts
            .iter()
            .filter_map(|id| facts.find(id))
            .any(|fact| plain(&fact.text) == said)
}

/// Two or more little words of another language, and more of them than of this one.
fn is_in_another_language(sentence: &[Token], lexicon: &Lexicon) -> bool {
    let count = |lexicon: &Lexicon| {
        sentence
            .iter()
            .filter(|token| lexicon.is_function(&token.folded))
            .count()
    };
    let own = count(lexicon);
    lexicon::all()
        .iter()
        .filter(|other| other.language != lexicon.language)
        .any(|other| count(other) >= 2 && count(other) > own + 1)
}

/// A clause, and the sources that entail it with what they share with it.
struct Told<'s> {
    by: Vec<(&'s Source, Shared)>,
    has_deed: bool,
    /// It stands behind a semicolon, a colon or a full stop.
    begins: bool,
}

impl Told<'_> {
    fn is_listed(&self) -> bool {
        self.by
            .iter()
            .any(|(source, _)| source.is_listed() || source.kind == FactKind::Summary)
    }

    fn shares_with(&self, other: &Self) -> bool {
        self.by.iter().any(|(source, _)| {
            other
                .by
                .iter()
                .any(|(found, _)| std::ptr::eq(*source, *found))
        })
    }
}

/// Checks a sentence about the person.
fn told(sentence: &[Token], sources: &[Source], lexicon: &Lexicon) -> Result<(), Refusal> {
    let mut clauses: Vec<Told<'_>> = Vec::new();
    let mut any = false;
    for clause in clauses::split(sentence) {
        let mut by = Vec::new();
        let mut nearest: Option<Short> = None;
        for source in sources {
            match entails(&clause, sentence, source, lexicon) {
                Ok(shared) => by.push((source, shared)),
                Err(short) => {
                    if nearest
                        .as_ref()
                        .is_none_or(|nearest| short.matched > nearest.matched)
                    {
                        nearest = Some(short);
                    }
                }
            }
        }
        if by.is_empty() {
            return Err(nearest.map_or(Refusal::NoFacts, |short| short.refusal));
        }
        // Where a source has something in common with the clause, one that has nothing does not count.
        if by.iter().any(|(_, shared)| shared.told || shared.named) {
            any = true;
            by.retain(|(_, shared)| shared.told || shared.named);
        }
        let has_deed = clause.iter().any(|token| {
            token.is_any(&[
                Class::Do,
                Class::Weak,
                Class::Attend,
                Class::Light,
                Class::Work,
                Class::Now,
            ])
        });
        let has_deed = has_deed || by.iter().any(|(_, shared)| shared.done || shared.whole);
        clauses.push(Told {
            by,
            has_deed,
            begins: clause.first().is_some_and(|token| token.stop),
        });
    }
    if !any {
        return Err(Refusal::Empty);
    }
    hang_together(&clauses)?;
    stay_in_their_entry(&clauses)
}

/// A clause in which nothing is done belongs to the one before or after it; only lists go on with other facts.
fn hang_together(clauses: &[Told<'_>]) -> Result<(), Refusal> {
    for (at, clause) in clauses.iter().enumerate() {
        if clause.has_deed && !clause.is_listed() {
            continue;
        }
        let before = at.checked_sub(1).map(|before| &clauses[before]);
        let after = clauses.get(at + 1);
        let fits = |other: &Told<'_>| {
            clause.shares_with(other) || (clause.is_listed() && other.is_listed())
        };
        if before.is_none() && after.is_none() {
            continue;
        }
        let fits_before = before.is_none_or(fits);
        let fits_after = after.is_some_and(fits);
        let tells_on = after.is_some_and(|after| !clause.is_listed() && clause.shares_with(after));
        if clause.begins && tells_on {
            continue;
        }
        // A clause of a list with a deed of its own ("I work with Rust") may begin anew.
        if !(fits_before
            || (before.is_none() && fits_after)
            || (clause.has_deed && clause.is_listed()))
        {
            return Err(Refusal::Merged);
        }
        if before.is_none() && !fits_after && !clause.has_deed {
            return Err(Refusal::Merged);
        }
    }
    Ok(())
}

/// Where a sentence names one employer, it does not tell of another's work without naming that one.
fn stay_in_their_entry(clauses: &[Told<'_>]) -> Result<(), Refusal> {
    let named: Vec<&String> = clauses
        .iter()
        .filter(|clause| clause.by.iter().all(|(_, shared)| shared.named))
        .flat_map(|clause| {
            clause
                .by
                .iter()
                .filter_map(|(source, _)| source.entry.as_ref())
        })
        .collect();
    if named.is_empty() {
        return Ok(());
    }
    let elsewhere = clauses.iter().any(|clause| {
        clause.by.iter().all(|(source, shared)| {
            !source.is_listed()
                && !shared.named
                && source
                    .entry
                    .as_ref()
                    .is_some_and(|entry| !named.contains(&entry))
        })
    });
    if elsewhere {
        return Err(Refusal::Merged);
    }
    Ok(())
}
