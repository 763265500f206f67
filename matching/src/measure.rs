//! How far a person meets a need, as a number: what [`crate::evidence`] says in words, fast enough for all postings of a
//! day.
//!
//! What must not happen here: words. A test holds both to the same answer.

use crate::demands::{Need, NeedKind};
use crate::evidence::Met;
use crate::person::Person;
use crate::vocabulary::{SkillId, near, relation, skill};
use foothold_shared::profile::LanguageLevel;
use std::sync::LazyLock;

/// Whether and how far, 0 to 1.
pub(crate) type Measure = (Met, f32);

const UNKNOWN: Measure = (Met::Unknown, 0.5);
const NO: Measure = (Met::No, 0.0);
const FULL: Measure = (Met::Full, 1.0);

/// Papers, years and languages; skills are weighed as a whole, and what nobody can tell is not measured.
pub(crate) fn of(person: &Person, need: &Need) -> Option<Measure> {
    Some(match &need.kind {
        NeedKind::Years { years, skills } => of_years(person, *years, skills),
        NeedKind::Degree(asked) => match &person.degree {
            Some((mine, _)) if *mine as u8 >= *asked as u8 => FULL,
            Some((mine, _)) if *asked as u8 - *mine as u8 == 1 => (Met::Partly, 0.6),
            Some(_) => (Met::Partly, 0.3),
            None if person.enrolled.is_some() => (Met::Partly, 0.5),
            None => UNKNOWN,
        },
        NeedKind::Licence(asked) => of_licence(person, *asked, need.country.as_deref()),
        NeedKind::Language { code, level } => of_language(person, code, *level),
        NeedKind::Authorization(country) => of_authorization(person, country.as_deref()),
        NeedKind::Enrolment => match person.enrolled {
            Some(_) => FULL,
            None => NO,
        },
        NeedKind::Skills { .. } | NeedKind::Place | NeedKind::Other => return None,
    })
}

/// How many months of the years asked for, at most 1.
pub(crate) fn ratio(months: u32, years: u32) -> f32 {
    let (have, asked) = (months.min(1_200), (years * 12).clamp(1, 1_200));
    (f32::from(u16::try_from(have).unwrap_or(1_200))
        / f32::from(u16::try_from(asked).unwrap_or(1_200)))
    .min(1.0)
}

/// The skill a person has the longest among those asked for and their parts: its place in the list, its months, and
/// whether the person stated them.
pub(crate) fn longest(person: &Person, skills: &[SkillId]) -> Option<(usize, u32, bool)> {
    let mut best: Option<(usize, u32, bool)> = None;
    for (at, held) in person.skills.iter().enumerate() {
        let counts = skills.iter().any(|skill| {
            held.skill == *skill
                || near(held.skill).any(|(other, worth)| other == *skill && worth >= 0.85)
        });
        let said = held.stated_years.map_or(0, |years| years * 12);
        let long = held.months.max(said);
        if counts && long > 0 && best.is_none_or(|(_, most, _)| long > most) {
            best = Some((at, long, said >= held.months));
        }
    }
    best
}

fn of_years(person: &Person, asked: u32, skills: &[SkillId]) -> Measure {
    let months = if skills.is_empty() {
        person
            .stated_years
            .map_or(person.months, |years| years * 12)
    } else if let Some((_, months, _)) = longest(person, skills) {
        months
    } else {
        let worth = skills
            .iter()
            .map(|skill| person.worth(*skill))
            .fold(0.0, f32::max);
        let degree = 0.6 * worth * ratio(person.months, asked);
        return if degree >= 0.2 {
            (Met::Partly, degree)
        } else {
            (Met::No, degree)
        };
    };
    let degree = ratio(months, asked);
    let met = match degree {
        degree if degree >= 0.95 => Met::Full,
        degree if degree >= 0.3 => Met::Partly,
        _ => Met::No,
    };
    (met, degree)
}

fn of_licence(person: &Person, asked: SkillId, country: Option<&str>) -> Measure {
    if person.held(asked).is_some() {
        return if is_of_elsewhere(person, country) {
            (Met::Partly, 0.5)
        } else {
            FULL
        };
    }
    let nearest = person
        .skills
        .iter()
        .map(|held| relation(held.skill, asked))
        .fold(0.0, f32::max);
    if nearest >= 0.25 {
        (Met::Partly, nearest)
    } else if is_common(asked) {
        UNKNOWN
    } else {
        NO
    }
}

/// Whether most people hold it and few say so: the licence to drive a car. A profile without it tells nothing.
pub(crate) fn is_common(licence: SkillId) -> bool {
    static CAR: LazyLock<Option<SkillId>> = LazyLock::new(|| skill("Driving licence"));
    *CAR == Some(licence)
}

/// Whether a licence holds in the country that gave it and not in others: to nurse, to treat, to teach, to guard.
pub(crate) fn is_national(licence: SkillId) -> bool {
    const NAMES: [&str; 7] = [
        "Nursing registration",
        "Medical licence",
        "Veterinary registration",
        "Teaching qualification",
        "Security licence",
        "Gas licence",
        "Electrical licence",
    ];
    static FOUND: LazyLock<Vec<SkillId>> =
        LazyLock::new(|| NAMES.iter().filter_map(|name| skill(name)).collect());
    FOUND.contains(&licence)
}

/// Whether what a person holds was given by another country than the one that asks for it, as far as their home tells.
/// Countries of the European Economic Area and Switzerland recognise each other's (Directive 2005/36/EC).
pub(crate) fn is_of_elsewhere(person: &Person, country: Option<&str>) -> bool {
    const RECOGNISED: &str = "AT BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK";
    let recognised = |code: &str| RECOGNISED.split(' ').any(|one| one == code);
    country.is_some_and(|country| {
        !person.country.is_empty()
            && person.country != country
            && !(recognised(&person.country) && recognised(country))
    })
}

/// Rank of a level; what is not said counts as working knowledge.
pub(crate) fn rank(level: Option<LanguageLevel>) -> u8 {
    level.map_or(LanguageLevel::B2 as u8, |level| level as u8)
}

pub(crate) fn of_language(person: &Person, code: &str, asked: LanguageLevel) -> Measure {
    if let Some((_, mine, _)) = person.languages.iter().find(|(mine, ..)| *mine == code) {
        let mine = rank(*mine);
        if mine >= asked as u8 || mine >= LanguageLevel::C1 as u8 {
            return FULL;
        }
        let short = f32::from((asked as u8).saturating_sub(mine));
        return (Met::Partly, (1.0 - 0.22 * short).max(0.2));
    }
    if person.written == Some(code) {
        return (Met::Partly, 0.9);
    }
    if person.languages.is_empty() {
        UNKNOWN
    } else {
        NO
    }
}

fn of_authorization(person: &Person, country: Option<&str>) -> Measure {
    let said =
        country.and_then(|country| person.eligibility.iter().find(|one| one.country == country));
    match said.map(|one| (one.authorized, one.needs_sponsorship)) {
        Some((Some(true), Some(true))) => (Met::Partly, 0.5),
        Some((Some(true), _)) => FULL,
        Some((Some(false), _)) => NO,
        _ => UNKNOWN,
    }
}
