//! How well a posting fits a person, 0 to 100, as the sum of named parts.
//!
//! The parts about the work itself (title, skills, the field, the words) make the core; the others (rank, papers and
//! years, place, pay, age, wishes, what was learned) count in the measure that the work is near at all, so that no short
//! way to work lifts a job that the person does not do. What a posting strictly asks for and the profile speaks against
//! is a knock-out: it is told as such and takes from the whole, whatever the parts say.
//!
//! What must not happen here: a part without the reasons that it rests on.

mod explain;
mod side;
mod wishes;

use crate::demands::{Demands, NeedKind};
use crate::evidence::Met;
use crate::measure;
use crate::person::Person;
use crate::vocabulary::{Seniority, Titles};
pub use explain::explain;
use foothold_shared::profile::LanguageLevel;
pub use wishes::{Learned, Opinion, Wishes};

/// What a part is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartName {
    /// How near the person's jobs are to the posting's title.
    Title,
    /// The skills it asks for and names.
    Skills,
    /// The fields of the work as a whole.
    Field,
    /// The words of both texts.
    Words,
    /// Rank.
    Seniority,
    /// Years, degree, licences, languages.
    Requirements,
    /// Place and remote.
    Place,
    /// Pay.
    Pay,
    /// How new it is.
    Freshness,
    /// The wishes of the person.
    Preferences,
    /// What their thumbs have taught.
    Feedback,
}

/// One part of a score.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// What it is about.
    pub name: PartName,
    /// How much it can bring, in points; all parts together bring 100 at most.
    pub weight: f32,
    /// How much of it is reached, 0 to 1.
    pub value: f32,
    /// Why, in sentences.
    pub evidence: Vec<String>,
    /// What is missing.
    pub missing: Vec<String>,
}

/// Something that a posting strictly asks for and the profile speaks against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Knockout {
    /// The posting's words; empty where its language alone asks.
    pub text: String,
    /// What the profile says.
    pub says: String,
}

/// How well a posting fits a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// 0 to 100.
    pub score: f32,
    /// The parts that are known, the core first.
    pub parts: Vec<Part>,
    /// What stands against it.
    pub knockouts: Vec<Knockout>,
    /// Why the person does not want to see it at all, where they said so.
    pub unwanted: Option<String>,
}

/// The numbers behind a score; what is not known is `None`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Numbers {
    /// By part, in the order of [`PartName`].
    pub values: [Option<f32>; 11],
    /// What the knock-outs leave, 1 where there are none.
    pub left: f32,
    /// 0 to 100.
    pub score: f32,
}

// The weights and constants below were moved one by one and in pairs over seven sets of graded people (see
// `tests/order.rs`); they stand where the mean over the sets is best, rounded. Each may go up or down by a third without
// moving that mean by more than 0.005.

/// The core's weights: together 1.
const CORE: [(PartName, f32); 4] = [
    (PartName::Title, 0.22),
    (PartName::Skills, 0.18),
    (PartName::Field, 0.50),
    (PartName::Words, 0.10),
];

/// The others'. What is not known gives its weight to the known ones.
const SIDE: [(PartName, f32); 7] = [
    (PartName::Seniority, 0.30),
    (PartName::Requirements, 0.34),
    (PartName::Place, 0.12),
    (PartName::Pay, 0.06),
    (PartName::Freshness, 0.04),
    (PartName::Preferences, 0.08),
    (PartName::Feedback, 0.06),
];

/// Below this nothing is worth a look anyway.
const HOPELESS: f32 = 8.0;

/// The skills with which a title needs no further proof.
const ENOUGH_SKILLS: f32 = 0.6;

/// How much of what title and field bring goes where no skill bears them out.
const UNBORNE: f32 = 0.72;

/// How much of the way to other work there is at most, beside work of the same field.
const WAY: f32 = 0.72;

/// How much of the way between works of one kind there is where a posting is closed to people from other work.
const CLOSED: f32 = 0.12;

/// How much of it an open posting leaves to everybody, whatever they come from.
const FOR_ANYBODY: f32 = 0.1;

/// What is left of a title's nearness to a person who has nothing of the tools and methods that it names.
const WITHOUT_NAMED: f32 = 0.5;

/// What they have to bring of these for the title to count in full.
const ENOUGH_NAMED: f32 = 0.5;

/// What is left of everything where a posting is written in a language that the person does not speak.
const OTHER_LANGUAGE: f32 = 0.5;

/// From so much on that a posting says of skills these tell in full what is asked for.
const TOLD_SKILLS: f32 = 0.6;

/// How much of a score the others can bring.
const SIDE_SHARE: f32 = 0.25;

/// The score alone, without its reasons: for choosing among many postings. The same as [`explain`] says.
#[must_use]
pub fn numbers(
    person: &Person,
    demands: &Demands,
    wishes: &Wishes,
    learned: &Learned,
    today: &str,
) -> Numbers {
    let mut values = [None; 11];
    values[PartName::Title as usize] = Some(
        title(person, &demands.titles) * within_reach(person, demands) * special(person, demands),
    );
    values[PartName::Skills as usize] = skills(person, demands);
    values[PartName::Field as usize] = Some(field(person, demands));
    values[PartName::Words as usize] = Some((person.terms.nearness(&demands.terms) * 3.0).min(1.0));
    values[PartName::Seniority as usize] = demands
        .seniority
        .zip(person.seniority)
        .map(|(asked, mine)| rank(asked, mine));
    let (requirements, left) = requirements(person, demands);
    values[PartName::Requirements as usize] = requirements;
    values[PartName::Place as usize] = side::place(person, demands, wishes);
    values[PartName::Pay as usize] = side::pay(demands, wishes);
    values[PartName::Freshness as usize] = side::freshness(demands, today);
    values[PartName::Preferences as usize] = side::preferences(demands, wishes);
    values[PartName::Feedback as usize] = learned.opinion_of(demands);
    let spoken = if speaks_otherwise(person, demands) {
        OTHER_LANGUAGE
    } else {
        1.0
    };
    let mut score = 0.0;
    for (name, weight) in weights(&values) {
        score += weight * values[name as usize].unwrap_or_default();
    }
    Numbers {
        values,
        left: left * spoken,
        score: (knocked(score, left) * spoken).clamp(0.0, 100.0),
    }
}

/// What knock-outs leave of a score. They take from what makes a posting worth a look; where nothing does, they do not
/// matter. Only a language that one cannot read takes from everything.
fn knocked(score: f32, left: f32) -> f32 {
    score.min(HOPELESS) + (score - HOPELESS).max(0.0) * left
}

/// What each known part can bring, in points.
fn weights(values: &[Option<f32>; 11]) -> Vec<(PartName, f32)> {
    let known = |list: &[(PartName, f32)]| -> f32 {
        list.iter()
            .filter(|(name, _)| values[*name as usize].is_some())
            .map(|(_, weight)| weight)
            .sum()
    };
    let (all_core, all_side) = (known(&CORE), known(&SIDE));
    // A title counts in full only where the skills bear it out.
    let borne =
        values[PartName::Skills as usize].map_or(1.0, |skills| (skills / ENOUGH_SKILLS).min(1.0));
    let bears = |name: PartName| {
        if name == PartName::Title {
            1.0 - UNBORNE + UNBORNE * borne
        } else {
            1.0
        }
    };
    let core: f32 = CORE
        .iter()
        .map(|(name, weight)| weight * bears(*name) * values[*name as usize].unwrap_or_default())
        .sum::<f32>()
        / all_core.max(f32::EPSILON);
    let (core_share, side_share) = if all_side > 0.0 {
        (1.0 - SIDE_SHARE, SIDE_SHARE)
    } else {
        (1.0, 0.0)
    };
    let mut weights = Vec::with_capacity(11);
    for (name, weight) in CORE
        .iter()
        .filter(|(name, _)| values[*name as usize].is_some())
    {
        weights.push((*name, 100.0 * core_share * bears(*name) * weight / all_core));
    }
    for (name, weight) in SIDE
        .iter()
        .filter(|(name, _)| values[*name as usize].is_some())
    {
        weights.push((*name, 100.0 * side_share * core * weight / all_side));
    }
    weights
}

/// What a rank far above the person's leaves of a title's nearness: the next step is in reach, three are not.
fn within_reach(person: &Person, demands: &Demands) -> f32 {
    match (demands.seniority, person.seniority) {
        (Some(asked), Some(mine)) => {
            1.0 - 0.2 * (asked.level() - mine.level() - 1.0).clamp(0.0, 4.0)
        }
        _ => 1.0,
    }
}

/// How near the person's jobs are to the title, the latest and longest most.
fn title(person: &Person, asked: &Titles) -> f32 {
    let jobs = person
        .jobs
        .iter()
        .map(|job| job.titles.nearness(asked) * (0.62 + 0.38 * job.weight.min(1.0)))
        .fold(0.0, f32::max);
    let said = person
        .said
        .iter()
        .map(|titles| titles.nearness(asked) * if person.jobs.is_empty() { 0.85 } else { 0.6 })
        .fold(0.0, f32::max);
    jobs.max(said).max(person.headline.nearness(asked) * 0.85)
}

/// How near the fields are. What lies beside them is never nothing: there is some way from each work to each other, the
/// shorter, the more they are of one kind and the less the posting asks for learning, years and papers. The order of
/// what fits badly rests on it.
fn field(person: &Person, demands: &Demands) -> f32 {
    let near = (person.fields.nearness(&demands.fields) * special(person, demands).sqrt()).powi(3);
    let kinds = person.kinds.nearness(&demands.kinds);
    // To the power of 5/4.
    let kin = kinds * kinds.sqrt().sqrt();
    let way = kin * (CLOSED + (1.0 - CLOSED) * demands.open) + FOR_ANYBODY * demands.open;
    (near + (1.0 - near) * WAY * way).min(1.0)
}

/// What a specialist's title leaves to those of the same field: an app is not made by everybody who writes software.
fn special(person: &Person, demands: &Demands) -> f32 {
    let count = f32::from(u8::try_from(demands.named.len()).unwrap_or(u8::MAX));
    if count == 0.0 {
        return 1.0;
    }
    let brought: f32 = demands
        .named
        .iter()
        .map(|skill| person.worth(*skill))
        .sum::<f32>()
        / count;
    WITHOUT_NAMED + (1.0 - WITHOUT_NAMED) * (brought / ENOUGH_NAMED).min(1.0)
}

/// What the person brings of the skills, each by how much it matters.
fn skills(person: &Person, demands: &Demands) -> Option<f32> {
    if demands.skills.is_empty() {
        return None;
    }
    let brought: f32 = demands
        .skills
        .iter()
        .map(|(skill, weight)| weight * person.worth(*skill))
        .sum();
    // One skill that is named in passing does not stand for the whole work.
    let told = (demands.told / TOLD_SKILLS).min(1.0);
    Some(told * brought + (1.0 - told) * field(person, demands))
}

/// How well a rank fits: too high is less bad than too low.
fn rank(asked: Seniority, mine: Seniority) -> f32 {
    let short = asked.level() - mine.level();
    if short > 0.0 {
        (1.0 - 0.28 * short).max(0.0)
    } else if asked == Seniority::Trainee {
        (1.0 + 0.3 * short).max(0.1)
    } else {
        (1.0 + 0.14 * short).max(0.3)
    }
}

/// Years and papers, and what the knock-outs leave of the whole.
fn requirements(person: &Person, demands: &Demands) -> (Option<f32>, f32) {
    let (mut sum, mut total, mut left) = (0.0, 0.0, 1.0_f32);
    for need in &demands.needs {
        let Some((met, degree)) = measure::of(person, need) else {
            continue;
        };
        let weight = if need.required { 1.0 } else { 0.35 };
        sum += weight * degree;
        total += weight;
        if need.required && met == Met::No && is_hard(&need.kind) {
            let keeps = if need.kind == NeedKind::Enrolment {
                0.75
            } else {
                0.55
            };
            left *= if left < 1.0 { 0.85 } else { keeps };
        }
    }
    ((total > 0.0).then(|| sum / total), left)
}

/// Whether no other strength makes up for it.
fn is_hard(kind: &NeedKind) -> bool {
    matches!(
        kind,
        NeedKind::Licence(_)
            | NeedKind::Language { .. }
            | NeedKind::Authorization(_)
            | NeedKind::Enrolment
    )
}

/// Whether the posting is written in a language that the person, who lists languages, does not speak.
fn speaks_otherwise(person: &Person, demands: &Demands) -> bool {
    demands
        .language
        .as_deref()
        .is_some_and(|code| measure::of_language(person, code, LanguageLevel::B1).0 == Met::No)
}

#[cfg(test)]
mod tests;
