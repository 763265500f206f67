//! How a person meets one need, with the facts that say so and a sentence for the person.
//!
//! What must not happen here: "met" without a fact. What the profile does not speak of is unknown, not missing, where
//! silence tells nothing (languages of a profile that lists none, the right to work).

use crate::demands::{Need, NeedKind};
use crate::measure::{self, Measure};
use crate::person::{Held, Person, implied};
use crate::vocabulary::{SkillId, name, relation};
use foothold_core::places::country_name;
use foothold_core::plan::language_name;
use foothold_shared::profile::{DegreeLevel, LanguageLevel};

/// Whether a need is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Met {
    /// The profile speaks against it, or would say so if it were.
    No,
    /// The profile does not tell.
    Unknown,
    /// Something near to it, or less of it.
    Partly,
    /// As asked.
    Full,
}

/// A fact that speaks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The fact's id.
    pub fact: String,
    /// What it is, for the person: the job or "your skills".
    pub words: String,
}

/// How a person meets a need.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// Whether.
    pub met: Met,
    /// 0 to 1.
    pub degree: f32,
    /// The facts, the strongest first; empty only where it is not met or unknown.
    pub places: Vec<Place>,
    /// A sentence for the person ("Rust: 4 years at Acme, asked for 3+").
    pub says: String,
}

impl Evidence {
    fn none(says: String) -> Self {
        Self {
            met: Met::No,
            degree: 0.0,
            places: Vec::new(),
            says,
        }
    }

    fn unknown(says: String) -> Self {
        Self {
            met: Met::Unknown,
            degree: 0.5,
            places: Vec::new(),
            says,
        }
    }

    fn full(fact: &str, words: &str, says: String) -> Self {
        Self {
            met: Met::Full,
            degree: 1.0,
            places: vec![Place {
                fact: fact.to_owned(),
                words: words.to_owned(),
            }],
            says,
        }
    }
}

/// How a person meets a need.
#[must_use]
pub fn find(person: &Person, need: &Need) -> Evidence {
    let measured = measure::of(person, need).unwrap_or((Met::Unknown, 0.5));
    match &need.kind {
        NeedKind::Skills { skills, any } => of_skills(person, skills, *any),
        NeedKind::Years { years, skills } => of_years(person, *years, skills, measured),
        NeedKind::Degree(level) => of_degree(person, *level),
        NeedKind::Licence(skill) => of_licence(person, *skill, need.country.as_deref()),
        NeedKind::Language { code, level } => of_language(person, code, *level, measured),
        NeedKind::Authorization(country) => of_authorization(person, country.as_deref()),
        NeedKind::Enrolment => match &person.enrolled {
            Some(fact) => Evidence::full(
                fact,
                "your education",
                "You are enrolled, as your education says".to_owned(),
            ),
            None => Evidence::none(
                "Asks for enrolled students; your profile names no course that goes on".to_owned(),
            ),
        },
        NeedKind::Place => of_place(person, &need.text),
        NeedKind::Other => {
            Evidence::unknown("Your profile does not tell; decide for yourself".to_owned())
        }
    }
}

/// "4 years", "7 months"; nothing for none.
fn span(months: u32) -> String {
    match (months / 12, months % 12) {
        (0, 0) => String::new(),
        (0, 1) => "1 month".to_owned(),
        (0, months) => format!("{months} months"),
        (1, _) => "1 year".to_owned(),
        (years, _) => format!("{years} years"),
    }
}

/// The jobs of a skill, "Acme and Globex".
fn places(person: &Person, held: &Held) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for (fact, job) in &held.facts {
        let words = match job {
            Some(at) => person.jobs[*at].words.clone(),
            None if fact.starts_with("skill/") => "your skills".to_owned(),
            None if fact.starts_with("certificate/") => "your certificates".to_owned(),
            None if fact.starts_with("project/") => "your projects".to_owned(),
            None if fact.starts_with("education/") => "your education".to_owned(),
            None if fact.starts_with("line/") => "your résumé".to_owned(),
            None if fact.starts_with("publication/") => "your publications".to_owned(),
            None => "your summary".to_owned(),
        };
        places.push(Place {
            fact: fact.clone(),
            words,
        });
    }
    // Jobs tell more than lists.
    places.sort_by_key(|place| !place.fact.starts_with("work/"));
    places
}

fn at_jobs(person: &Person, held: &Held) -> String {
    let mut companies: Vec<&str> = Vec::new();
    for (_, job) in &held.facts {
        if let Some(at) = job {
            let company = person.jobs[*at].company.as_str();
            if !company.is_empty() && !companies.contains(&company) {
                companies.push(company);
            }
        }
    }
    match companies[..] {
        [] => String::new(),
        [one] => format!(" at {one}"),
        [one, two] => format!(" at {one} and {two}"),
        [one, two, ..] => format!(" at {one}, {two} and elsewhere"),
    }
}

/// How a person meets one skill.
#[must_use]
pub fn of_skill(person: &Person, skill: SkillId) -> Evidence {
    let asked = name(skill);
    if let Some(held) = person.held(skill) {
        let long = span(held.months);
        let says = match (held.stated_years, long.is_empty()) {
            (Some(years), _) => format!(
                "{asked}: {} by your own count{}",
                span(years * 12),
                at_jobs(person, held)
            ),
            (None, false) => format!("{asked}: {long}{}", at_jobs(person, held)),
            (None, true) => format!("{asked}: named in your profile, in no dated job"),
        };
        return Evidence {
            met: Met::Full,
            degree: 1.0,
            places: places(person, held),
            says,
        };
    }
    let nearest = person
        .skills
        .iter()
        .map(|held| (relation(held.skill, skill), held))
        .filter(|(worth, _)| *worth >= 0.25)
        .max_by(|one, other| one.0.total_cmp(&other.0));
    let job = person
        .jobs
        .iter()
        .map(|job| (implied(job, skill), job))
        .filter(|(worth, _)| *worth > 0.0)
        .max_by(|one, other| one.0.total_cmp(&other.0));
    match (nearest, job) {
        (Some((worth, held)), job) if job.is_none_or(|(implied, _)| worth >= implied) => {
            let mine = name(held.skill);
            let says = if worth >= 0.85 {
                format!(
                    "{asked}: you have {mine}{}, which is part of it",
                    at_jobs(person, held)
                )
            } else {
                format!(
                    "{asked}: not named, but you have {mine}{}, which is near to it",
                    at_jobs(person, held)
                )
            };
            Evidence {
                met: if worth >= 0.85 {
                    Met::Full
                } else {
                    Met::Partly
                },
                degree: worth,
                places: places(person, held),
                says,
            }
        }
        (_, Some((worth, job))) if kind_is_work(skill) => Evidence {
            met: Met::Partly,
            degree: worth,
            places: vec![Place {
                fact: job.fact.clone(),
                words: job.words.clone(),
            }],
            says: format!(
                "{asked}: not named, but close to your work as {}",
                job.words
            ),
        },
        _ => Evidence::none(format!("{asked}: not in your profile")),
    }
}

fn kind_is_work(skill: SkillId) -> bool {
    use crate::vocabulary::{SkillKind, kind};
    matches!(kind(skill), SkillKind::Method | SkillKind::Domain)
}

fn of_skills(person: &Person, skills: &[SkillId], any: bool) -> Evidence {
    let each: Vec<Evidence> = skills
        .iter()
        .map(|skill| of_skill(person, *skill))
        .collect();
    let count = f32::from(u16::try_from(each.len().max(1)).unwrap_or(u16::MAX));
    let best = each.iter().map(|one| one.degree).fold(0.0, f32::max);
    let mean = each.iter().map(|one| one.degree).sum::<f32>() / count;
    let degree = if any { best.max(mean) } else { mean };
    let mut sorted: Vec<&Evidence> = each.iter().collect();
    sorted.sort_by(|one, other| other.degree.total_cmp(&one.degree));
    let have: Vec<&Evidence> = sorted
        .iter()
        .copied()
        .filter(|one| one.degree > 0.0)
        .collect();
    let shown = if any { 2 } else { 4 };
    let mut says: Vec<&str> = have
        .iter()
        .take(shown)
        .map(|one| one.says.as_str())
        .collect();
    let missing: Vec<&str> = sorted
        .iter()
        .filter(|one| one.degree == 0.0)
        .map(|one| one.says.as_str())
        .collect();
    if !any || have.is_empty() {
        says.extend(missing.iter().take(3));
    }
    let mut places: Vec<Place> = Vec::new();
    for place in have.iter().flat_map(|one| &one.places) {
        if places.len() < 6 && !places.iter().any(|known| known.fact == place.fact) {
            places.push(place.clone());
        }
    }
    Evidence {
        met: match degree {
            degree if degree >= 0.8 => Met::Full,
            degree if degree > 0.0 => Met::Partly,
            _ => Met::No,
        },
        degree,
        places,
        says: says.join("; "),
    }
}

fn of_years(person: &Person, asked: u32, skills: &[SkillId], (met, degree): Measure) -> Evidence {
    let jobs = || {
        person
            .jobs
            .iter()
            .filter(|job| job.span.is_some())
            .map(|job| Place {
                fact: job.fact.clone(),
                words: job.words.clone(),
            })
            .collect::<Vec<Place>>()
    };
    let (places, says) = match measure::longest(person, skills) {
        Some((at, months, stated)) => {
            let held = &person.skills[at];
            let says = format!(
                "{} of {}, {}; asked for {asked}+ years",
                span(months),
                name(held.skill),
                counted(stated)
            );
            (places(person, held), says)
        }
        None if skills.is_empty() => {
            let stated = person.stated_years;
            let mut from = jobs();
            if stated.is_some() {
                from.insert(
                    0,
                    Place {
                        fact: "years".to_owned(),
                        words: "your years of experience".to_owned(),
                    },
                );
            }
            let months = stated.map_or(person.months, |years| years * 12);
            let says = if months == 0 {
                format!("Asks for {asked}+ years; your profile has no dated job")
            } else {
                format!(
                    "{} of work, {}; asked for {asked}+ years",
                    span(months),
                    counted(stated.is_some())
                )
            };
            (from, says)
        }
        None => {
            let named: Vec<&str> = skills.iter().map(|skill| name(*skill)).collect();
            let all = match person.months {
                0 => String::new(),
                months => format!("; {} of work in all", span(months)),
            };
            (
                jobs(),
                format!(
                    "{}: no dated job names it, asked for {asked}+ years{all}",
                    named.join(", ")
                ),
            )
        }
    };
    Evidence {
        met,
        degree,
        places: if met == Met::No { Vec::new() } else { places },
        says,
    }
}

fn counted(stated: bool) -> &'static str {
    if stated {
        "by your own count"
    } else {
        "counted from your jobs"
    }
}

/// In words.
fn degree_name(level: DegreeLevel) -> &'static str {
    match level {
        DegreeLevel::Secondary => "a school diploma",
        DegreeLevel::Vocational => "vocational training",
        DegreeLevel::Associate => "an associate degree",
        DegreeLevel::Bachelor => "a bachelor's degree",
        DegreeLevel::Master => "a master's degree",
        DegreeLevel::Doctorate => "a doctorate",
    }
}

fn of_degree(person: &Person, asked: DegreeLevel) -> Evidence {
    let wanted = degree_name(asked);
    match &person.degree {
        Some((mine, fact)) if *mine as u8 >= asked as u8 => Evidence::full(
            fact,
            "your education",
            format!("You have {}; asks for {wanted}", degree_name(*mine)),
        ),
        Some((mine, fact)) => Evidence {
            met: Met::Partly,
            degree: if asked as u8 - *mine as u8 == 1 {
                0.6
            } else {
                0.3
            },
            places: vec![Place {
                fact: fact.clone(),
                words: "your education".to_owned(),
            }],
            says: format!("You have {}; asks for {wanted}", degree_name(*mine)),
        },
        None => match &person.enrolled {
            Some(fact) => Evidence {
                met: Met::Partly,
                degree: 0.5,
                places: vec![Place {
                    fact: fact.clone(),
                    words: "your education".to_owned(),
                }],
                says: format!("You are still studying; asks for {wanted}"),
            },
            None => Evidence::unknown(format!(
                "Asks for {wanted}; your profile names no level of a degree"
            )),
        },
    }
}

fn of_licence(person: &Person, asked: SkillId, country: Option<&str>) -> Evidence {
    let called = name(asked);
    match person.held(asked) {
        Some(held) if measure::is_of_elsewhere(person, country) => Evidence {
            met: Met::Partly,
            degree: 0.5,
            places: places(person, held),
            says: format!(
                "{called}: in your profile; the work is in another country, which may ask for its own"
            ),
        },
        Some(held) => Evidence {
            met: Met::Full,
            degree: 1.0,
            places: places(person, held),
            says: format!("{called}: in your profile"),
        },
        None => match person
            .skills
            .iter()
            .filter(|held| relation(held.skill, asked) >= 0.25)
            .max_by(|one, other| {
                relation(one.skill, asked).total_cmp(&relation(other.skill, asked))
            }) {
            Some(held) => Evidence {
                met: Met::Partly,
                degree: relation(held.skill, asked),
                places: places(person, held),
                says: format!("{called}: not named, but you have {}", name(held.skill)),
            },
            None if measure::is_common(asked) => {
                Evidence::unknown(format!("{called}: your profile does not say"))
            }
            None => Evidence::none(format!("{called}: not in your profile")),
        },
    }
}

fn level_name(level: LanguageLevel) -> &'static str {
    match level {
        LanguageLevel::A1 => "A1",
        LanguageLevel::A2 => "A2",
        LanguageLevel::B1 => "B1",
        LanguageLevel::B2 => "B2",
        LanguageLevel::C1 => "C1",
        LanguageLevel::C2 => "C2",
        LanguageLevel::Native => "mother tongue",
    }
}

fn of_language(
    person: &Person,
    code: &str,
    asked: LanguageLevel,
    (met, degree): Measure,
) -> Evidence {
    let called = language_name(code, "en").unwrap_or("The language");
    let mut places = Vec::new();
    let says =
        if let Some((_, mine, fact)) = person.languages.iter().find(|(mine, ..)| *mine == code) {
            let said = mine.map_or_else(
                || "listed without a level".to_owned(),
                |mine| level_name(mine).to_owned(),
            );
            places.push(Place {
                fact: fact.clone(),
                words: "your languages".to_owned(),
            });
            format!("{called}: {said}, asked for {}", level_name(asked))
        } else if person.written == Some(code) {
            places.extend(person.jobs.first().map(|job| Place {
                fact: job.fact.clone(),
                words: "the words of your profile".to_owned(),
            }));
            format!("{called}: not among your languages, but your profile is written in it")
        } else if met == Met::Unknown {
            format!("{called} is asked for; your profile lists no languages")
        } else {
            format!("{called}: not among your languages")
        };
    Evidence {
        met,
        degree,
        places,
        says,
    }
}

fn of_authorization(person: &Person, country: Option<&str>) -> Evidence {
    let place = country
        .and_then(|code| country_name(code, "en"))
        .map_or_else(|| "the country of the job".to_owned(), str::to_owned);
    let said =
        country.and_then(|country| person.eligibility.iter().find(|one| one.country == country));
    match said.map(|one| (one.authorized, one.needs_sponsorship)) {
        Some((Some(true), Some(false) | None)) => Evidence::full(
            "eligibility",
            "your right to work",
            format!("You may work in {place}, as your profile says"),
        ),
        Some((Some(true), Some(true))) => Evidence {
            met: Met::Partly,
            degree: 0.5,
            places: vec![Place {
                fact: "eligibility".to_owned(),
                words: "your right to work".to_owned(),
            }],
            says: format!("You may work in {place}, and will need sponsorship"),
        },
        Some((Some(false), _)) => Evidence::none(format!(
            "Your profile says that you may not work in {place} yet"
        )),
        _ => Evidence::unknown(format!(
            "Your profile does not say whether you may work in {place}"
        )),
    }
}

fn of_place(person: &Person, text: &str) -> Evidence {
    let folded = crate::text::fold(text);
    let town = crate::text::fold(&person.city);
    if !town.is_empty() && format!(" {folded} ").contains(&format!(" {town} ")) {
        return Evidence::full(
            "contact/place",
            "where you live",
            format!("You live in {}", person.city),
        );
    }
    match person.relocate {
        Some(true) => Evidence {
            met: Met::Partly,
            degree: 0.7,
            places: Vec::new(),
            says: "You would move, as your profile says".to_owned(),
        },
        _ => {
            Evidence::unknown("Whether the place suits you, your profile does not tell".to_owned())
        }
    }
}
