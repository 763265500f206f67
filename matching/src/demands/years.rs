//! The years of work that one line of a posting asks for.
//!
//! What must not happen here: years of somebody's age, or years that a thing lasts, taken for years of work.

use super::cues::{self, Cues};
use crate::text::{self, Word};
use regex::Regex;
use std::sync::LazyLock;

/// "5+ years", "3-5 Jahre", "at least two years": the number is the first one.
static YEARS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\b(\d{1,2}|one|two|three|four|five|six|seven|eight|ten|ein|zwei|drei|vier|fünf|deux|trois|quatre|cinq|dos|tres|cuatro|cinco|due|tre|quattro|cinque|twee|drie|vijf|dois|três|dwa|trzy|pięć)\s*\+?\s*(?:(?:-|–|to|bis|à|a|do|or)\s*\d{1,2}\s*)?\+?\s*(?:or more |plus |volle |full )?(?:years?|yrs|jahren?|jahre|ans|années|años|anni|jaar|anos|lata|lat)\b",
    )
    .ok()
});

fn number(word: &str) -> u32 {
    word.parse()
        .unwrap_or_else(|_| match word.to_lowercase().as_str() {
            "one" | "ein" => 1,
            "two" | "zwei" | "deux" | "dos" | "due" | "twee" | "dois" | "dwa" => 2,
            "three" | "drei" | "trois" | "tres" | "tre" | "drie" | "três" | "trzy" => 3,
            "four" | "vier" | "quatre" | "cuatro" | "quattro" => 4,
            "six" => 6,
            "seven" => 7,
            "eight" => 8,
            "ten" => 10,
            _ => 5,
        })
}

/// The least years that a line asks for; `stated`: it stands among what is asked for, so that "4 yrs commercial HVAC
/// service" says years of work without a word for it.
pub(super) fn years(line: &str, cues: Cues, stated: bool) -> Option<u32> {
    let mut found = YEARS
        .as_ref()
        .into_iter()
        .flat_map(|years| years.captures_iter(line));
    found
        .find_map(|found| {
            let (whole, count) = (found.get(0)?, found.get(1)?);
            let years = number(count.as_str());
            let around = Around::of(&line[..whole.start()], &line[whole.end()..]);
            around
                .is_of_work(years, cues.has(cues::OF_WORK), stated)
                .then_some(years)
        })
        .filter(|years| (1..=25).contains(years))
        .or_else(|| cues.has(cues::SEVERAL).then_some(3))
}

// The words of all lists are folded as `text::words` folds them.

/// Words before what one does for years: "5 years in sales", "3 Jahre im Einkauf".
const DOING: &[&str] = &[
    "in",
    "as",
    "commercial",
    "im",
    "bei",
    "dans",
    "comme",
    "como",
    "nel",
    "come",
    "jako",
];

/// Words that stand there, too, and in another language mean "or", "and" or "when".
const LEADING: &[&str] = &[
    "of", "with", "or", "on", "als", "mit", "en", "de", "con", "met", "w", "em",
];

/// The ages that laws ask for: who means so many years of work says so.
const LAWFUL: [u32; 3] = [16, 18, 21];

/// Words that say of years that somebody has lived them.
const AGE: &[&str] = &[
    "age",
    "aged",
    "agee",
    "old",
    "older",
    "alt",
    "alter",
    "mindestalter",
    "oud",
    "ouder",
    "leeftijd",
    "minimumleeftijd",
    "edad",
    "eta",
    "idade",
    "wiek",
    "wieku",
    "zycia",
    "starszy",
];

/// Beginnings of words that say of years that they have been lived; experience may have been, too.
const OVER: &[&str] = &[
    "over",
    "vollendet",
    "revolu",
    "cumplid",
    "compiut",
    "completo",
    "voltooid",
    "ukonczon",
];

/// Words that may stand between years and their age: "Mindestalter beträgt 18 Jahre", "18 years minimum age".
const TO_AGE: &[&str] = &[
    "of",
    "the",
    "at",
    "least",
    "minimum",
    "min",
    "is",
    "than",
    "required",
    "von",
    "mindesten",
    "betragt",
    "als",
    "de",
    "d",
    "du",
    "requi",
    "di",
    "minima",
    "minimo",
    "minimale",
    "van",
    "minimaal",
    "dan",
    "niz",
];

/// Words that may stand there behind years only: "18 jaar of ouder". Before them they begin something else: "of legal
/// age and 2 years in sales".
const OR_MORE: &[&str] = &[
    "or", "and", "more", "und", "oder", "mehr", "et", "ou", "plus", "e", "o", "y", "of", "en",
    "meer", "lub", "i",
];

/// Things that last for years, by the ends of their names.
const THINGS: &[&str] = &[
    "warranty",
    "guarantee",
    "garantie",
    "garantia",
    "garanzia",
    "gwarancja",
    "gwarancji",
    "contract",
    "vertrag",
    "contrat",
    "contrato",
    "contratto",
    "umowa",
    "umowy",
    "degree",
    "diploma",
    "ausbildung",
];

/// Words between years and the thing that lasts for them.
const TO_THING: &[&str] = &["of", "a", "the", "von", "de", "d", "di", "van"];

/// Words that go on with the line; any other word behind a thing makes another name of it: "contract management".
const ONWARD: &[&str] = &[
    "and", "or", "on", "in", "for", "with", "from", "to", "required", "included", "und", "oder",
    "auf", "im", "fur", "mit", "et", "ou", "sur", "pour", "avec", "en", "y", "o", "para", "con",
    "e", "per", "su", "em", "com", "op", "met", "na", "i", "lub",
];

/// Words behind which another thing is asked for: "18 years and experience at a bar".
const BESIDE: &[&str] = &[
    "and", "with", "und", "mit", "et", "avec", "y", "e", "con", "com", "en", "met", "i", "z",
];

/// Beginnings of words for experience.
const EXPERIENCE: &[&str] = &[
    "experi",
    "esperienz",
    "erfahrung",
    "berufserfahrung",
    "praxi",
    "practice",
    "ervaring",
    "werkervaring",
    "doswiadcz",
];

/// What stands around a number of years.
struct Around {
    /// The words before it in its clause, nearest first.
    before: Vec<Word>,
    /// The words behind it in its clause.
    behind: Vec<Word>,
    /// The word behind it, in this clause or the next.
    next: Option<Word>,
    /// Whether it begins the line.
    opens: bool,
}

impl Around {
    fn of(before: &str, behind: &str) -> Self {
        const STOPS: [char; 3] = [',', ';', '.'];
        let near = before.rsplit(STOPS).next().unwrap_or_default();
        let clause = behind.split(STOPS).next().unwrap_or_default();
        let mut near = text::words(near);
        near.reverse();
        Self {
            before: near,
            behind: text::words(clause),
            next: text::words(behind).into_iter().next(),
            opens: !before.chars().any(char::is_alphanumeric),
        }
    }

    /// Whether they are years of work: "4+ years in performance marketing", and not "at least 18 years of age", "a
    /// warranty of two years". `cued`: the line speaks of work, somewhere.
    fn is_of_work(&self, years: u32, cued: bool, stated: bool) -> bool {
        if self.is_of_life(years) || self.is_of_thing() {
            return false;
        }
        let next = self.next.as_slice();
        let doing = begins(next, DOING);
        if LAWFUL.contains(&years) {
            return says_experience(&self.behind)
                || says_experience(past(&self.before, &[TO_AGE]).get(..1).unwrap_or_default())
                || doing && (cued || stated);
        }
        cued || stated && (doing || begins(next, LEADING) || self.opens && !next.is_empty())
    }

    /// "18 years of age", "Mindestalter 18 Jahre", "18 ans révolus", but "3 ans révolus d'expérience", "3 years of old age
    /// care experience".
    fn is_of_life(&self, years: u32) -> bool {
        let behind = past(&self.behind, &[TO_AGE, OR_MORE]);
        let over = behind
            .first()
            .is_some_and(|word| OVER.iter().any(|start| word.folded.starts_with(start)));
        let rest = behind.get(1..).unwrap_or_default();
        begins(past(&self.before, &[TO_AGE]), AGE)
            || begins(behind, AGE) && (LAWFUL.contains(&years) || !says_experience(rest))
            || over && !says_experience(rest) && !begins(rest, DOING)
    }

    /// "2 years warranty", "a contract of two years", but "2 years contract management".
    fn is_of_thing(&self) -> bool {
        let is_thing = |words: &[Word]| {
            words
                .first()
                .is_some_and(|word| THINGS.iter().any(|thing| word.folded.ends_with(thing)))
        };
        let behind = past(&self.behind, &[TO_THING]);
        let whole = behind.len() == 1 || begins(behind.get(1..).unwrap_or_default(), ONWARD);
        // "A degree, and 3 years" says two things: what lasts has a word for it.
        let lasts = begins(&self.before, TO_THING) && is_thing(past(&self.before, &[TO_THING]));
        lasts || whole && is_thing(behind)
    }
}

/// Whether the first word is one of these.
fn begins(words: &[Word], list: &[&str]) -> bool {
    words
        .first()
        .is_some_and(|word| list.contains(&word.folded.as_str()))
}

/// The words behind all of these that they begin with.
fn past<'w>(words: &'w [Word], lists: &[&[&str]]) -> &'w [Word] {
    let links = words
        .iter()
        .take_while(|word| {
            lists
                .iter()
                .any(|list| list.contains(&word.folded.as_str()))
        })
        .count();
    &words[links..]
}

/// Whether words go on to experience before they turn to something else.
fn says_experience(words: &[Word]) -> bool {
    words
        .iter()
        .take(6)
        .take_while(|word| !BESIDE.contains(&word.folded.as_str()))
        .any(|word| {
            EXPERIENCE
                .iter()
                .any(|start| word.folded.starts_with(start))
        })
}
