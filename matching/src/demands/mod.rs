//! What a posting asks for: its title's work, and each need with the posting's own words.
//!
//! description → lines with the part they stand in → needs; the same lines → skills with how much they matter.
//! What must not happen here: a person's data; a need without the words that state it.

mod cues;
mod needs;
mod parts;
mod years;

use crate::relevance::Terms;
use crate::text::{self, Word};
use crate::vocabulary::{
    self, Fields, Kinds, Mention, Seniority, SkillId, SkillKind, Titles, mentions, seniority_in,
    skill_fields, skills_in, titles_in,
};
use cues::Cues;
use foothold_core::posting::{JobPosting, Requirement, RequirementKind, values};
use foothold_gazetteer::{Town, find};
use foothold_shared::profile::{DegreeLevel, LanguageLevel};
use parts::Part;
use std::collections::HashMap;

/// What a need is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NeedKind {
    /// Skills; with `any` one of them is enough.
    Skills {
        /// Which.
        skills: Vec<SkillId>,
        /// Whether they are alternatives or examples.
        any: bool,
    },
    /// Years of work, with certain skills where it names some.
    Years {
        /// At least so many.
        years: u32,
        /// With what; empty for years in such work.
        skills: Vec<SkillId>,
    },
    /// A degree of this level or a higher one.
    Degree(DegreeLevel),
    /// A licence, permit or qualification that is held or not.
    Licence(SkillId),
    /// A language, by its ISO 639-1 code, and how well.
    Language {
        /// The code.
        code: &'static str,
        /// At least so well.
        level: LanguageLevel,
    },
    /// The right to work somewhere; the country where the posting's place tells one.
    Authorization(Option<String>),
    /// Being enrolled at a school or university.
    Enrolment,
    /// Living somewhere, or being there on some days.
    Place,
    /// Anything else, soft skills among it.
    Other,
}

/// One thing that a posting asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// What it is about.
    pub kind: NeedKind,
    /// Whether it must be met, or is only welcome.
    pub required: bool,
    /// The posting's own words.
    pub text: String,
    /// ISO 3166-1 country of the work, where what is asked for holds in one country: a nurse's registration.
    pub country: Option<String>,
}

/// Where the work is done, as far as the posting says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum WorkMode {
    /// It does not say.
    #[default]
    Unsaid,
    /// From anywhere, or anywhere in some countries.
    Remote,
    /// Some days in an office.
    Hybrid,
    /// In one place.
    OnSite,
}

/// Pay for a year, for comparing; derived from what the posting states.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct YearlyPay {
    /// The most it pays, in whole units.
    pub most: f64,
    /// ISO 4217.
    pub currency: String,
}

/// What a posting asks for, made ready for comparing with many people.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Demands {
    /// Its title.
    pub title: String,
    /// The company.
    pub company: String,
    /// The families of its title.
    pub titles: Titles,
    /// The rank that its title names, or that its years tell.
    pub seniority: Option<Seniority>,
    /// Years of work that it asks for as a whole.
    pub years: Option<u32>,
    /// Each need, required ones first, in the posting's order.
    pub needs: Vec<Need>,
    /// Skills and how much each matters; together 1; in the order of their ids.
    pub skills: Vec<(SkillId, f32)>,
    /// How much it says of skills: about 1 for each that is of its work and asked for.
    pub told: f32,
    /// Tools, and methods of making software, that its title names: what a specialist for it has.
    pub named: Vec<SkillId>,
    /// The fields of its work: title and skills together.
    pub fields: Fields,
    /// The kinds of work of these.
    pub kinds: Kinds,
    /// How open it is to people from other work, 0 to 1: what asks for no years, papers or rank is.
    pub open: f32,
    /// Its words, for relevance.
    pub terms: Terms,
    /// ISO 639-1 language that it is written in.
    pub language: Option<String>,
    /// ISO 3166-1 country of the work.
    pub country: Option<String>,
    /// The place as written.
    pub place: String,
    /// The towns that it names, as far as they are known.
    pub towns: Vec<&'static Town>,
    /// Where the work is done.
    pub mode: WorkMode,
    /// What it pays.
    pub pay: Option<YearlyPay>,
    /// The day it was posted, `YYYY-MM-DD`.
    pub posted: Option<String>,
}

/// A line, read once: its words, the skills that it names and its cues.
struct Line<'t> {
    text: &'t str,
    words: Vec<Word>,
    skills: Vec<Mention>,
    cues: Cues,
}

impl<'t> Line<'t> {
    fn of(text: &'t str) -> Self {
        let words = text::words(text);
        Self {
            text,
            skills: mentions(text, &words),
            cues: Cues::of(&words),
            words,
        }
    }
}

/// What a posting asks for.
#[must_use]
pub fn of(posting: &JobPosting) -> Demands {
    let title = posting.title.clone().unwrap_or_default();
    let description = posting.description.as_deref().unwrap_or_default();
    let lines = parts::divide(description);
    let stated = stated(&posting.requirements, &lines);
    let country = posting.country.clone();
    let texts = lines
        .iter()
        .map(|(_, text)| text.as_str())
        .chain(stated.iter().map(|(text, _)| text.as_str()));
    let mut read: HashMap<&str, Line<'_>> = HashMap::with_capacity(lines.len());
    for text in texts {
        read.entry(text).or_insert_with(|| Line::of(text));
    }
    let stated: Vec<(&Line<'_>, bool)> = stated
        .iter()
        .filter_map(|(text, required)| Some((read.get(text.as_str())?, *required)))
        .collect();
    let lines: Vec<(Part, &Line<'_>)> = lines
        .iter()
        .filter_map(|(part, text)| Some((*part, read.get(text.as_str())?)))
        .collect();
    let mut needs = Vec::new();
    for (line, required) in &stated {
        needs::read(line, *required, country.as_deref(), &mut needs);
    }
    for (part, line) in &lines {
        if *part != Part::Aside {
            needs::read_anywhere(line, &mut needs);
        }
    }
    needs.sort_by_key(|need| !need.required);
    let titles = titles_in(&title);
    let (skills, told) = weigh(&title, &titles, &stated, &lines);
    let mut fields = Fields::default();
    for (skill, weight) in &skills {
        fields.add(skill_fields(*skill), *weight);
    }
    let mut all = Fields::default();
    let (by_title, by_skills) = if titles.is_empty() {
        (0.0, 1.0)
    } else if titles.tells() {
        (0.65, 0.35)
    } else {
        // "Deputy Manager": the text has to say of what.
        (0.35, 0.65)
    };
    all.add(&titles.fields, by_title);
    all.add(&fields.unit(), by_skills);
    let years = needs
        .iter()
        .filter(|need| need.required)
        .filter_map(|need| match need.kind {
            NeedKind::Years { years, .. } => Some(years),
            _ => None,
        })
        .max();
    let seniority = seniority_in(&title)
        .or_else(|| {
            (posting.employment_type.as_deref() == Some("internship")).then_some(Seniority::Trainee)
        })
        .or_else(|| {
            years.map(|years| Seniority::of_years(f32::from(u16::try_from(years).unwrap_or(20))))
        });
    let open = openness(&titles, &needs, seniority, years);
    let mut terms = Terms::default();
    terms.add(&title, 2.0);
    for (part, line) in &lines {
        terms.add_words(&line.words, part.weight());
    }
    Demands {
        company: posting.company.clone().unwrap_or_default(),
        titles,
        seniority,
        years,
        needs,
        skills,
        told,
        named: named(&title),
        kinds: all.unit().kinds(),
        fields: all.unit(),
        open,
        terms: terms.ready(),
        language: posting
            .language
            .clone()
            .or_else(|| values::language(beginning(description), "").map(str::to_owned)),
        country,
        towns: towns(posting),
        place: posting.location.clone().unwrap_or_default(),
        mode: match posting.remote.as_deref() {
            Some("remote") => WorkMode::Remote,
            Some("hybrid") => WorkMode::Hybrid,
            Some("onsite") => WorkMode::OnSite,
            _ => WorkMode::Unsaid,
        },
        pay: posting.salary.as_ref().and_then(pay),
        posted: posting.posted.clone(),
        title,
    }
}

/// The most places of a posting that are looked up.
const MOST_PLACES: usize = 12;

/// The towns of a posting's places.
fn towns(posting: &JobPosting) -> Vec<&'static Town> {
    let lines = if posting.locations.is_empty() {
        posting.location.as_slice()
    } else {
        &posting.locations
    };
    let country = posting.country.as_deref().unwrap_or_default();
    let mut towns: Vec<&'static Town> = Vec::new();
    let places = lines.iter().flat_map(|line| values::places(line));
    for place in places.take(MOST_PLACES) {
        let (Some(city), region) = (place.city, place.region.unwrap_or_default()) else {
            continue;
        };
        if let Some(town) = find(&city, &region, place.country.unwrap_or(country)).town() {
            towns.push(town);
        }
    }
    towns
}

/// What a posting asks for that is only a title and a text.
#[must_use]
pub fn of_text(title: &str, description: &str) -> Demands {
    of(&JobPosting {
        title: Some(title.to_owned()),
        description: Some(description.to_owned()),
        requirements: foothold_core::posting::requirements(description),
        ..JobPosting::default()
    })
}

/// The lines that state needs: the posting's requirements, or where no heading tells them, the lines that ask.
fn stated(requirements: &[Requirement], lines: &[(Part, String)]) -> Vec<(String, bool)> {
    let of_part = || {
        lines
            .iter()
            .filter(|(part, _)| matches!(part, Part::Required | Part::Preferred))
            .map(|(part, text)| {
                let required = *part == Part::Required && !foothold_core::posting::is_welcome(text);
                (text.clone(), required)
            })
            .collect::<Vec<_>>()
    };
    let given: Vec<(String, bool)> = requirements
        .iter()
        .filter(|one| !parts::offers(&one.text))
        // "Perks" and what stands below it, unless it is asked for elsewhere.
        .filter(|one| {
            let stands = |aside: bool| {
                lines.iter().any(|(part, text)| {
                    (*part == Part::Aside) == aside && parts::is_same(text, &one.text)
                })
            };
            !parts::is_aside_heading(&one.text) && (!stands(true) || stands(false))
        })
        .map(|one| (one.text.clone(), one.kind == RequirementKind::Required))
        .collect();
    let read = of_part();
    // Plain texts lose their headings in other readers: the fuller list is the better one.
    let mut best = if read.len() > given.len() {
        read
    } else {
        given
    };
    // Where only what is welcome has a heading, or nothing has, the sentences that ask state what is needed.
    if !best.iter().any(|(_, required)| *required) {
        let asking = lines
            .iter()
            .filter(|(part, text)| {
                !matches!(part, Part::Aside | Part::Preferred) && needs::asks(text)
            })
            .map(|(_, text)| (text.clone(), !foothold_core::posting::is_welcome(text)));
        best.extend(asking);
    }
    best
}

/// Enough of a text to tell its language.
fn beginning(text: &str) -> &str {
    let mut end = text.len().min(2_500);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// How far the training that a field takes closes it to people from other work.
const TRAINING: f32 = 2.2;

/// What that takes at most.
const LEARNING: f32 = 0.9;

/// How far what one learns for the work closes it to people from other work: its families and its fields say so in
/// equal parts.
fn learning(titles: &Titles) -> f32 {
    let by_fields = (TRAINING * titles.fields.training()).min(1.0);
    titles
        .learning()
        .map_or(by_fields, |by_family| 0.5 * (by_family + by_fields))
}

/// The tools that a title names, and the methods of making software: an app is not made by everybody who programs.
/// Elsewhere a method in a title ("Head of Tax") is the work itself.
fn named(title: &str) -> Vec<SkillId> {
    let mut named: Vec<SkillId> = skills_in(title)
        .into_iter()
        .map(|mention| mention.skill)
        .filter(|skill| match vocabulary::kind(*skill) {
            SkillKind::Tool => true,
            SkillKind::Method => skill_fields(*skill)
                .strongest(1)
                .iter()
                .any(|field| OF_SOFTWARE.contains(field)),
            _ => false,
        })
        .collect();
    named.sort_unstable();
    named.dedup();
    named
}

/// The fields whose work is software.
const OF_SOFTWARE: [&str; 8] = [
    "software", "web", "mobile", "infra", "data", "ai", "security", "games",
];

/// How open a posting is to people from other work: what it asks for leaves a part each, so that the one that asks for
/// more is always the less open one.
fn openness(
    titles: &Titles,
    needs: &[Need],
    seniority: Option<Seniority>,
    years: Option<u32>,
) -> f32 {
    let mut open = 1.0 - LEARNING * learning(titles);
    open *= 1.0 - 0.07 * f32::from(u16::try_from(years.unwrap_or_default().min(7)).unwrap_or(7));
    open *= match seniority {
        Some(Seniority::Executive) => 0.35,
        Some(Seniority::Head) => 0.45,
        Some(Seniority::Lead | Seniority::Senior) => 0.6,
        Some(Seniority::Junior) => 1.3,
        _ => 1.0,
    };
    let strict = |wanted: &dyn Fn(&NeedKind) -> bool| {
        needs.iter().any(|need| need.required && wanted(&need.kind))
    };
    if strict(&|kind| matches!(kind, NeedKind::Licence(_))) {
        open *= 0.7;
    }
    if strict(
        &|kind| matches!(kind, NeedKind::Degree(level) if *level as u8 >= DegreeLevel::Bachelor as u8),
    ) {
        open *= 0.95;
    } else if strict(&|kind| matches!(kind, NeedKind::Degree(_))) {
        // Training for a trade is for that trade; a degree is often taken in any subject.
        open *= 0.65;
    }
    let tools = needs
        .iter()
        .filter(|need| need.required)
        .filter_map(|need| match &need.kind {
            NeedKind::Skills { skills, .. } => Some(skills),
            _ => None,
        })
        .flatten()
        .filter(|skill| vocabulary::kind(**skill) == SkillKind::Tool)
        .count();
    open *= 1.0 - 0.06 * f32::from(u16::try_from(tools.min(6)).unwrap_or(6));
    open.clamp(0.0, 1.0)
}

/// How much each skill matters, and all of them before they are made to be 1 together: where it is named, how often, and how near it is to the title's work.
fn weigh(
    title: &str,
    titles: &Titles,
    stated: &[(&Line<'_>, bool)],
    lines: &[(Part, &Line<'_>)],
) -> (Vec<(SkillId, f32)>, f32) {
    let mut weights: Vec<(SkillId, f32, u8)> = Vec::new();
    let mut add = |mentions: &[Mention], weight: f32| {
        for mention in mentions {
            match weights
                .iter_mut()
                .find(|(skill, ..)| *skill == mention.skill)
            {
                Some((_, known, times)) => {
                    *known = known.max(weight);
                    *times = times.saturating_add(1);
                }
                None => weights.push((mention.skill, weight, 1)),
            }
        }
    };
    add(&skills_in(title), 1.6);
    for (line, required) in stated {
        add(&line.skills, if *required { 1.0 } else { 0.5 });
    }
    for (part, line) in lines {
        add(&line.skills, part.weight() * 0.8);
    }
    let mut found: Vec<(SkillId, f32)> = weights
        .into_iter()
        .map(|(skill, weight, times)| {
            let kind = match vocabulary::kind(skill) {
                SkillKind::Tool => 0.9,
                SkillKind::Method | SkillKind::Licence => 1.0,
                SkillKind::Domain => 0.7,
                SkillKind::Soft => 0.06,
            };
            let near = if titles.fields.is_empty() {
                0.6
            } else {
                skill_fields(skill).nearness(&titles.fields)
            };
            let often = 1.0 + 0.25 * f32::from(times.min(5) - 1);
            (skill, weight * kind * often * (0.05 + 0.95 * near))
        })
        .collect();
    let total: f32 = found.iter().map(|(_, weight)| weight).sum();
    if total > 0.0 {
        found.iter_mut().for_each(|(_, weight)| *weight /= total);
    }
    found.sort_by_key(|(skill, _)| *skill);
    (found, total)
}

fn pay(salary: &foothold_core::posting::Salary) -> Option<YearlyPay> {
    let most = salary.max.or(salary.min)?;
    let times = match salary.period.as_str() {
        "year" => 1.0,
        "month" => 12.0,
        "week" => 52.0,
        "day" => 220.0,
        "hour" => 1_760.0,
        _ => return None,
    };
    Some(YearlyPay {
        most: most * times,
        currency: salary.currency.clone(),
    })
}

#[cfg(test)]
mod tests;
