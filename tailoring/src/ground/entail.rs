//! Whether one clause is entailed by one fact.
//!
//! Every word that carries meaning must be the fact's, or say the same; numbers must count the same things; what the
//! fact says was done must be said, and not more.

use foothold_matching::facts::FactKind;

use super::lexicon::{Class, Lexicon};
use super::numbers::{FROM, TO, Unit};
use super::source::{Source, Stretch};
use super::times;
use super::tokens::Token;
use super::verdict::Refusal;

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
    let names_head = clause
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
        let way = way(clause, at);
        let places: Vec<usize> = text
            .iter()
            .enumerate()
            .filter(|(_, (_, word))| says(token, word, lexicon))
            .filter(|(place, (nth, _))| {
                let stretch = &source.stretches[*nth].tokens;
                let first = text.iter().position(|(other, _)| other == nth).unwrap_or(0);
                let there = self::way(stretch, place - first);
                way == 0 || there == 0 || way & there != 0
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
    let hedges = |word: &&Token| word.is(Class::Hedge);
    if source.is_listed()
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

/// Whether "from" or "to" stands right before a word: [`FROM`], [`TO`], both where one word means either.
fn way(tokens: &[Token], at: usize) -> u8 {
    let mut before = tokens[..at].iter().rev();
    let Some(word) = before.find(|word| {
        word.carries_meaning() || word.number.is_some() || word.is_any(&[Class::From, Class::To])
    }) else {
        return 0;
    };
    if word.is(Class::Of) {
        return 0;
    }
    u8::from(word.is(Class::From)) * FROM | u8::from(word.is(Class::To)) * TO
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

fn says(token: &Token, word: &Token, lexicon: &Lexicon) -> bool {
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
fn is_compound(token: &Token, text: &[(usize, &Token)], lexicon: &Lexicon) -> bool {
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

/// The stretches that have this number, of the same things.
fn number_places(clause: &[Token], at: usize, text: &[(usize, &Token)]) -> Vec<usize> {
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

fn in_head(clause: &[Token], at: usize, source: &Source) -> bool {
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

/// Whether a clause says what a stretch says was done, no more, and not its opposite.
fn deeds(
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
            if denied != inside && !(used.iter().any(|at| *at < from) && !inside) {
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
    if stretch
        .tokens
        .iter()
        .any(|word| word.is(Class::Hedge) && !kept(word))
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

fn same_number(token: &Token, word: &Token) -> bool {
    match (&token.number, &word.number) {
        (Some(a), Some(b)) => a.milli == b.milli,
        _ => false,
    }
}

/// Whether a clause hangs on another one: "which …", "…, cutting …", or nothing is done in it.
fn depends(clause: &[Token]) -> bool {
    let first = clause.iter().find(|token| token.carries_meaning());
    clause
        .first()
        .is_some_and(|token| token.is(Class::Relative))
        || first.is_none_or(|token| token.folded.ends_with("ing") || !token.is(Class::Do))
}

fn denies(clause: &[Token]) -> bool {
    clause
        .iter()
        .any(|token| token.is_any(&[Class::Not, Class::Without]))
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
