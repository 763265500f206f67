//! A fact as a source of sentences: its words in stretches that each tell one thing, and the head of its entry.

use foothold_core::plan::language_name;
use foothold_matching::facts::{Fact, FactKind, Facts};
use foothold_shared::profile::YearMonth;

use super::lexicon::{Class, Lexicon};
use super::tokens::{Token, tokens};

/// One thing that a fact tells: a deed with what it was done to, or a part of a title.
#[derive(Debug, Clone, Default)]
pub(super) struct Stretch {
    pub(super) tokens: Vec<Token>,
    /// What was done; several where they share an object ("designed and built a …"). Indexes.
    pub(super) deeds: Vec<usize>,
    /// From which token on it was only helped, or attended.
    pub(super) weak: Option<(usize, Class)>,
    /// From which token on it is denied.
    pub(super) denied: Option<usize>,
    /// Whether it was done with somebody of a rank.
    pub(super) shared: bool,
    /// Whether it tells what led to what.
    pub(super) causal: bool,
}

/// A fact, taken apart.
#[derive(Debug, Clone)]
pub(super) struct Source {
    pub(super) kind: FactKind,
    /// The entry that it is, or that it is a line of.
    pub(super) entry: Option<String>,
    pub(super) stretches: Vec<Stretch>,
    /// The words of the entry's head, where this is a line of it.
    pub(super) head: Vec<Token>,
    /// How many of the head's first tokens are the title.
    pub(super) title: usize,
    pub(super) start: Option<YearMonth>,
    pub(super) end: Option<YearMonth>,
    pub(super) current: bool,
    /// A number of years that the person states.
    pub(super) years: Option<i128>,
}

impl Source {
    pub(super) fn of(fact: &Fact, facts: &Facts, lexicon: &Lexicon) -> Self {
        let text = said(fact, lexicon);
        let stretches = stretches(&tokens(&text, lexicon), is_told(fact.kind), lexicon);
        let is_entry = matches!(
            fact.kind,
            FactKind::Work | FactKind::Project | FactKind::Education | FactKind::Publication
        );
        let head_text = match &fact.entry {
            Some(entry) => facts.find(entry).map(|entry| entry.text.clone()),
            None if is_entry => Some(fact.text.clone()),
            None => None,
        };
        let head = head_text.map_or_else(Vec::new, |text| tokens(&text, lexicon));
        let title = head
            .iter()
            .skip(1)
            .position(|token| token.pause)
            .map_or(head.len(), |at| at + 1);
        Self {
            kind: fact.kind,
            entry: fact
                .entry
                .clone()
                .or_else(|| is_entry.then(|| fact.id.clone())),
            stretches,
            head,
            title,
            start: fact.start.clone(),
            end: fact.end.clone(),
            current: fact.current,
            years: years(fact),
        }
    }

    /// Whether sentences list such facts without saying what was done.
    pub(super) fn is_listed(&self) -> bool {
        !is_told(self.kind)
    }

    /// A certificate without an end is held since it was given.
    pub(super) fn is_valid_on(&self) -> bool {
        self.kind == FactKind::Certificate && self.end.is_none()
    }

    /// Whether it is the head of an entry itself.
    pub(super) fn is_head(&self) -> bool {
        matches!(
            self.kind,
            FactKind::Work
                | FactKind::Project
                | FactKind::Education
                | FactKind::Publication
                | FactKind::Certificate
        )
    }
}

fn is_told(kind: FactKind) -> bool {
    matches!(
        kind,
        FactKind::WorkLine | FactKind::ProjectLine | FactKind::Summary
    )
}

/// The fact's words, with what the profile keeps as codes in words.
fn said(fact: &Fact, lexicon: &Lexicon) -> String {
    match fact.kind {
        FactKind::Language => {
            let (code, level) = fact.text.split_once(", ").unwrap_or((&fact.text, ""));
            let named = |language| language_name(code, language).unwrap_or_default();
            let level = match level {
                "Native" => {
                    "native, Muttersprache, maternelle, nativo, nativa, madrelingua, moedertaal, materna, ojczysty, mother tongue, lengua materna, langue maternelle"
                }
                "C2" => "C2, proficient, fluent",
                level => level,
            };
            format!("{}, {}, {level}", named(lexicon.language), named("en"))
        }
        FactKind::Years => String::new(),
        FactKind::Skill => match fact.text.rsplit_once(", ") {
            Some((name, years)) if years.bytes().all(|b| b.is_ascii_digit()) => name.to_owned(),
            _ => fact.text.clone(),
        },
        _ => fact.text.clone(),
    }
}

fn years(fact: &Fact) -> Option<i128> {
    match fact.kind {
        FactKind::Years => fact.text.trim().parse().ok(),
        FactKind::Skill => fact.text.rsplit_once(", ")?.1.parse().ok(),
        _ => None,
    }
}

/// Cuts a fact where it pauses or goes on with another deed.
fn stretches(tokens: &[Token], told: bool, lexicon: &Lexicon) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    for part in super::clauses::split(tokens) {
        let deed = if told { deed(&part, lexicon) } else { None };
        let deed = deed.filter(|at| {
            found
                .first()
                .is_none_or(|first| is_in_line(&part[*at], first, lexicon))
        });
        let first_word = part.first();
        let goes_on = first_word.is_some_and(|token| token.is(Class::Relative))
            || (!found.is_empty() && follows(&part, &found));
        match found.last_mut() {
            // Nothing is done in it, or it depends on what stands before it.
            Some(last) if deed.is_none() || goes_on => {
                let shift = last.tokens.len();
                if last.weak.is_none() {
                    last.weak = weak(&part, None).map(|(at, class)| (at + shift, class));
                }
                last.denied = last.denied.or_else(|| denied(&part).map(|at| at + shift));
                last.causal |= goes_on || is_causal(&part);
                last.shared |= is_shared(&part);
                last.tokens.extend(part);
            }
            // "Designed and built a …": a deed alone shares the next one's object.
            Some(last) if !last.deeds.is_empty() && content(&last.tokens) == last.deeds.len() => {
                let shift = last.tokens.len();
                last.deeds.extend(deed.map(|at| at + shift));
                last.weak = last
                    .weak
                    .or(weak(&part, deed).map(|(at, class)| (at + shift, class)));
                last.denied = last.denied.or_else(|| denied(&part).map(|at| at + shift));
                last.causal |= is_causal(&part);
                last.shared |= is_shared(&part);
                last.tokens.extend(part);
            }
            _ => found.push(Stretch {
                deeds: deed.into_iter().collect(),
                weak: weak(&part, deed),
                denied: denied(&part),
                shared: told && is_shared(&part),
                causal: is_causal(&part),
                tokens: part,
            }),
        }
    }
    found
}

fn content(tokens: &[Token]) -> usize {
    tokens
        .iter()
        .filter(|token| token.carries_meaning() || token.number.is_some())
        .count()
}

/// Which word says what was done: the first that carries meaning, or in languages that put the verb last, the last.
fn deed(part: &[Token], lexicon: &Lexicon) -> Option<usize> {
    let meaning: Vec<usize> = (0..part.len())
        .filter(|at| part[*at].carries_meaning() && !part[*at].folded.ends_with("ly"))
        .collect();
    let is_deed = |at: &&usize| part[**at].is_any(&[Class::Do, Class::Weak, Class::Attend]);
    meaning
        .first()
        .filter(|at| is_deed(at) || looks_like_a_deed(&part[**at].folded, lexicon.language))
        .or_else(|| {
            meaning
                .last()
                .filter(|_| matches!(lexicon.language, "de" | "nl"))
                .filter(is_deed)
        })
        .or_else(|| {
            meaning
                .iter()
                .take(3)
                .find(is_deed)
                .filter(|_| lexicon.language != "en")
        })
        .copied()
}

/// "Wrote plans and reports": a word that is also a verb's is none where the line's first deed has another form.
fn is_in_line(deed: &Token, first: &Stretch, lexicon: &Lexicon) -> bool {
    let Some(first) = first
        .deeds
        .first()
        .map(|at| &first.tokens[*at])
        .filter(|_| lexicon.language == "en")
    else {
        return true;
    };
    let noun = ["s", "ion", "ment", "ance"]
        .iter()
        .any(|end| deed.folded.ends_with(end));
    let same = ["s", "ion", "ment", "ance"]
        .iter()
        .any(|end| deed.folded.ends_with(end) && first.folded.ends_with(end));
    !noun || same
}

/// Verbs and their nouns that no table has, by the endings that the language's deeds have.
fn looks_like_a_deed(folded: &str, language: &str) -> bool {
    let endings: &[&str] = match language {
        "en" => &["ed", "ised", "ized"],
        "de" => &["ung", "ierte", "tete"],
        "fr" => &["tion", "sion", "ement"],
        "es" => &["cion", "sion", "miento"],
        "it" => &["zione", "sione", "mento", "ato", "ito", "uto"],
        "nl" => &["ing", "eerde"],
        "pt" => &["cao", "sao", "mento", "ei"],
        "pl" => &["anie", "enie", "alem", "ilem", "alam", "ilam"],
        _ => &[],
    };
    folded.chars().count() > 4 && endings.iter().any(|ending| folded.ends_with(ending))
}

/// Whether a part hangs on the one before it: "…, cutting costs" after a deed in another form.
fn follows(part: &[Token], before: &[Stretch]) -> bool {
    let is_ing = |token: Option<&Token>| {
        token.is_some_and(|token| token.folded.ends_with("ing") && token.is(Class::Do))
    };
    let first = before.first().and_then(|stretch| stretch.tokens.first());
    is_ing(part.first()) && !is_ing(first)
}

fn weak(part: &[Token], deed: Option<usize>) -> Option<(usize, Class)> {
    let class = |token: &Token| {
        [Class::Weak, Class::Attend]
            .into_iter()
            .find(|class| token.is(*class))
    };
    if let Some(at) = deed {
        return class(&part[at]).map(|class| (0, class));
    }
    // "…, which helped reduce …"
    let at = part
        .iter()
        .take(3)
        .position(|token| class(token).is_some())?;
    class(&part[at]).map(|class| (at, class))
}

fn denied(part: &[Token]) -> Option<usize> {
    part.iter()
        .position(|token| token.is(Class::Without))
        .or_else(|| part.iter().any(|token| token.is(Class::Not)).then_some(0))
}

fn is_causal(part: &[Token]) -> bool {
    part.iter()
        .any(|token| token.is_any(&[Class::Cause, Class::Relative]))
}

/// "with the head chef": somebody of a rank stands soon after the word.
fn is_shared(part: &[Token]) -> bool {
    part.iter().enumerate().any(|(at, token)| {
        token.is(Class::With)
            && part[at + 1..].iter().take(3).any(|token| {
                token.is(Class::Rank) && token.folded != "team" && token.folded != "teams"
            })
    })
}
