//! Whether one clause is entailed by one fact.
//!
//! Every word that carries meaning must be the fact's, or say the same; numbers must count the same things; what the
//! fact says was done must be said, and not more.

use foothold_matching::facts::FactKind;

use super::counts::{in_head, number_places};
use super::deeds::{deeds, denies};
use super::lexicon::{Class, Lexicon};
use super::source::Source;
use super::times;
use super::tokens::Token;
use super::verdict::Refusal;
use super::words::{is_compound, same_number, says, way};

/// What a clause has in common with a source that entails it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Shared {
    /// Words or numbers of the fact itself.
    pub(super) told: bool,
    /// Words of the entry's head that the fact itself does not have.
    pub(super) named: bool,
    /// What was done.
    pub(super) done: bool,
    /// All that the fact tells.
    pub(super) whole: bool,
}

/// A clause that is not entailed, with how near it came: the nearest source's reason is told.
pub(super) struct Short {
    pub(super) refusal: Refusal,
    pub(super) matched: usize,
}

/// Checks one clause of a sentence against one source.
pub(super) fn entails(
    clause: &[Token],
    sentence: &[Token],
    source: &Source,
    lexicon: &Lexicon,
) -> Result<Shared, Short> {
    let text: Vec<(usize, &Token)> = source
        .stretches
        .iter()
        .enumerate()
        .flat_map(|(nth, stretch)| stretch.tokens.iter().map(move |token| (nth, token)))
        .collect();
    let mut matched = 0;
    let mut shared = Shared::default();
    let mut stretches: Option<Vec<usize>> = None;
    let short = |refusal, matched| Err(Short { refusal, matched });
    let names_head = sentence
        .iter()
        .any(|token| token.carries_meaning() && source.head.iter().any(|word| token.means(word)));
    let dated = if source.is_head() || names_head {
        times::accounted(clause, source)
    } else {
        Ok(Vec::new())
    };
    for (at, token) in clause.iter().enumerate() {
        if token.number.is_some() {
            let places = number_places(clause, at, &text);
            if !places.is_empty() {
                matched += 1;
                shared.told = true;
                narrow(&mut stretches, places);
            } else if in_head(clause, at, source) || times::lasts(clause, at, source) {
                matched += 1;
                shared.named |= source.entry.is_some();
                shared.told |= source.years.is_some();
            } else if token
                .number
                .as_ref()
                .is_some_and(|number| number.year.is_some())
            {
                match &dated {
                    Ok(done) if done.contains(&at) => shared.named |= source.entry.is_some(),
                    Ok(_) => return short(Refusal::Time(token.text.clone()), matched),
                    Err(words) => return short(Refusal::Time(words.clone()), matched),
                }
            } else {
                let written = token.number.as_ref().map(|number| number.written.clone());
                return short(Refusal::Number(written.unwrap_or_default()), matched);
            }
            continue;
        }
        if !token.carries_meaning() {
            continue;
        }
        if token.month.is_some()
            && let Ok(done) = &dated
            && done.contains(&at)
        {
            continue;
        }
        let here = way(clause, at);
        let places: Vec<usize> = text
            .iter()
            .enumerate()
            .filter(|(_, (_, word))| says(token, word, lexicon))
            .filter(|(place, (nth, _))| {
                let stretch = &source.stretches[*nth].tokens;
                let first = text.iter().position(|(other, _)| other == nth).unwrap_or(0);
                let there = way(stretch, place - first);
                here == 0 || there == 0 || here & there != 0
            })
            .map(|(_, (nth, _))| *nth)
            .collect();
        if !places.is_empty() {
            matched += 1;
            shared.told = true;
            narrow(&mut stretches, places);
        } else if is_compound(token, &text, lexicon) {
            matched += 1;
            shared.told = true;
        } else if source.head.iter().any(|word| says(token, word, lexicon)) {
            matched += 1;
            shared.named = true;
        } else if token.is(Class::Now) {
            if !source.current && source.kind != FactKind::Education {
                return short(Refusal::Time(token.text.clone()), matched);
            }
        } else if !is_harmless(token, clause, at, source) {
            return short(Refusal::Word(token.text.clone()), matched);
        }
    }
    if let Err(words) = dated
        && source.is_listed()
    {
        return short(Refusal::Time(words), matched);
    }
    if source.is_head() {
        shared.named |= shared.told;
    }
    if let Some(refusal) = lower_title(sentence, clause, source) {
        return short(refusal, matched);
    }
    // In capitals it is an abbreviation: "Denver, CO".
    let abbreviated = |word: &Token| word.text.chars().all(char::is_uppercase);
    let hedges = |word: &&Token| word.is(Class::Hedge) && !abbreviated(word);
    if source.kind == FactKind::Skill
        && shared.told
        && source
            .stretches
            .iter()
            .flat_map(|stretch| &stretch.tokens)
            .filter(hedges)
            .any(|word| !sentence.iter().any(|token| says(token, word, lexicon)))
    {
        return short(Refusal::Stronger, matched);
    }
    if !source.is_listed() && shared.told {
        let chosen = stretches.unwrap_or_default();
        let tried: Vec<Refusal> = chosen
            .iter()
            .map(|nth| deeds(clause, sentence, &source.stretches[*nth], lexicon))
            .map_while(Result::err)
            .collect();
        if chosen.is_empty() {
            return short(Refusal::Merged, matched);
        }
        if tried.len() == chosen.len()
            && let Some(refusal) = tried.into_iter().next()
        {
            return short(refusal, matched);
        }
    } else if denies(clause)
        != source
            .stretches
            .iter()
            .any(|stretch| stretch.denied.is_some())
        && denies(clause)
    {
        return short(Refusal::Negation, matched);
    }
    if is_made_a_role(clause, &text, source, lexicon) {
        return short(Refusal::Merged, matched);
    }
    if clause.iter().any(|token| token.is(Class::Cause))
        && !source.stretches.iter().any(|stretch| stretch.causal)
    {
        return short(Refusal::Cause, matched);
    }
    shared.whole = !source.is_listed()
        && text.len() > 1
        && text.iter().all(|(_, word)| {
            !(word.carries_meaning() || word.number.is_some())
                || clause
                    .iter()
                    .any(|token| says(token, word, lexicon) || same_number(token, word))
        });
    shared.done = source
        .stretches
        .iter()
        .flat_map(|stretch| stretch.deeds.iter().map(|deed| &stretch.tokens[*deed]))
        .any(|word| clause.iter().any(|token| says(token, word, lexicon)));
    Ok(shared)
}

/// Keeps the stretches that all words so far can be of.
fn narrow(stretches: &mut Option<Vec<usize>>, places: Vec<usize>) {
    *stretches = Some(match stretches.take() {
        None => {
            let mut places = places;
            places.dedup();
            places
        }
        Some(so_far) => so_far
            .into_iter()
            .filter(|nth| places.contains(nth))
            .collect(),
    });
}

/// Words that add nothing to this kind of fact.
fn is_harmless(token: &Token, clause: &[Token], at: usize, source: &Source) -> bool {
    let of_kind = match source.kind {
        FactKind::Work | FactKind::WorkLine | FactKind::Project | FactKind::ProjectLine => {
            Class::Work
        }
        FactKind::Contact | FactKind::Name => Class::Place,
        FactKind::Education => Class::Education,
        FactKind::Skill => Class::Skill,
        FactKind::Certificate => Class::Certificate,
        FactKind::Publication => Class::Publication,
        FactKind::Language => Class::Language,
        FactKind::Years => Class::Years,
        FactKind::Summary => Class::Light,
    };
    // "3 years" was weighed with its number.
    let unit = token.is_any(&[Class::YearUnit, Class::MonthUnit])
        && clause[..at]
            .iter()
            .rev()
            .find(|before| before.carries_meaning() || before.number.is_some())
            .is_some_and(|before| before.number.is_some())
        && (source.years.is_some() || source.is_head());
    let told = matches!(
        source.kind,
        FactKind::WorkLine | FactKind::ProjectLine | FactKind::Summary
    );
    if token.is(Class::Rank) || token.is(Class::Low) {
        return false;
    }
    unit || token.is(of_kind)
        || (token.is(Class::Light) && (told || source.kind == FactKind::Work))
        // Saying less than was done is no claim.
        || (token.is(Class::Weak) && told)
        || (token.is(Class::Until) && source.is_head())
}

/// A title may not lose what makes it a lower one.
fn lower_title(sentence: &[Token], clause: &[Token], source: &Source) -> Option<Refusal> {
    let title = &source.head[..source.title.min(source.head.len())];
    let low = title.iter().filter(|token| token.is(Class::Low));
    let names_title = clause.iter().any(|token| {
        token.carries_meaning()
            && !token.is(Class::Low)
            && title.iter().any(|word| token.means(word))
            && (source.is_head()
                || !source
                    .stretches
                    .iter()
                    .flat_map(|stretch| &stretch.tokens)
                    .any(|word| token.means(word)))
    });
    let mut missing = low.filter(|word| !sentence.iter().any(|token| token.means(word)));
    (names_title && missing.next().is_some()).then_some(Refusal::Title)
}

/// "Reported to the lead" does not make one report "as the lead": what somebody was is the entry's, or stands behind the
/// same word in the fact.
fn is_made_a_role(
    clause: &[Token],
    text: &[(usize, &Token)],
    source: &Source,
    lexicon: &Lexicon,
) -> bool {
    if source.is_head() || text.iter().any(|(_, word)| word.is(Class::As)) {
        return false;
    }
    clause.iter().enumerate().any(|(at, token)| {
        token.is(Class::As)
            && clause[at + 1..]
                .iter()
                .take_while(|token| !token.pause)
                .skip_while(|token| !token.carries_meaning())
                .take_while(|token| token.carries_meaning())
                .any(|token| {
                    let in_head = source.head.iter().any(|word| says(token, word, lexicon));
                    !in_head && text.iter().any(|(_, word)| says(token, word, lexicon))
                })
    })
}
