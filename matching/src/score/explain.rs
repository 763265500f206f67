//! A score with its reasons: for "Why this match?".
//!
//! What must not happen here: another number than [`super::numbers`] gives.

use super::{
    Knockout, Learned, Match, Part, PartName, Wishes, is_hard, numbers, side, speaks_otherwise,
    weights,
};
use crate::demands::{Demands, NeedKind, WorkMode};
use crate::evidence::{Evidence, Met, find, of_skill};
use crate::person::Person;
use crate::vocabulary::{SkillKind, family_name, kind, name};
use foothold_core::plan::language_name;

/// How well a posting fits a person, and why. `industry` is what is known of the company's.
#[must_use]
pub fn explain(
    person: &Person,
    demands: &Demands,
    wishes: &Wishes,
    learned: &Learned,
    industry: &str,
    today: &str,
) -> Match {
    let numbers = numbers(person, demands, wishes, learned, today);
    let parts = weights(&numbers.values)
        .into_iter()
        .map(|(name, weight)| {
            let value = numbers.values[name as usize].unwrap_or_default();
            let (evidence, missing) = reasons(name, value, person, demands, wishes);
            Part {
                name,
                weight,
                value,
                evidence,
                missing,
            }
        })
        .collect();
    Match {
        score: numbers.score,
        parts,
        knockouts: knockouts(person, demands),
        unwanted: wishes.against(demands, industry),
    }
}

/// What a posting strictly asks for and the profile speaks against.
fn knockouts(person: &Person, demands: &Demands) -> Vec<Knockout> {
    let mut found: Vec<Knockout> = demands
        .needs
        .iter()
        .filter(|need| need.required && is_hard(&need.kind))
        .map(|need| (need, find(person, need)))
        .filter(|(_, evidence)| evidence.met == Met::No)
        .map(|(need, evidence)| Knockout {
            text: need.text.clone(),
            says: evidence.says,
        })
        .collect();
    let told = demands.language.as_deref().is_some_and(|written| {
        demands.needs.iter().any(|need| {
            need.required && matches!(need.kind, NeedKind::Language { code, .. } if code == written)
        })
    });
    if !told && speaks_otherwise(person, demands) {
        let code = demands.language.as_deref().unwrap_or_default();
        let called = language_name(code, "en").unwrap_or("a language that is not among yours");
        found.push(Knockout {
            text: String::new(),
            says: format!("The posting is written in {called}, which is not among your languages"),
        });
    }
    found
}

fn reasons(
    part: PartName,
    value: f32,
    person: &Person,
    demands: &Demands,
    wishes: &Wishes,
) -> (Vec<String>, Vec<String>) {
    let mut evidence = Vec::new();
    let mut missing = Vec::new();
    match part {
        PartName::Title => {
            let nearest = person.jobs.iter().max_by(|one, other| {
                let near = |job: &crate::person::Job| {
                    job.titles.nearness(&demands.titles) * (0.62 + 0.38 * job.weight.min(1.0))
                };
                near(one).total_cmp(&near(other))
            });
            match nearest {
                Some(job) if value >= 0.75 => evidence.push(format!(
                    "Your work as {} is the work it is about",
                    job.words
                )),
                Some(job) if value >= 0.35 => {
                    evidence.push(format!("Your work as {} is near to it", job.words))
                }
                Some(job) => missing.push(format!(
                    "It is other work than yours ({} is the nearest)",
                    job.words
                )),
                None => missing.push("Your profile has no jobs to compare with".to_owned()),
            }
        }
        PartName::Skills => {
            let mut by_weight = demands.skills.clone();
            by_weight.sort_by(|one, other| other.1.total_cmp(&one.1));
            for (skill, _) in by_weight
                .iter()
                .filter(|(skill, _)| kind(*skill) != SkillKind::Soft)
                .take(14)
            {
                let found = of_skill(person, *skill);
                if found.met == Met::No {
                    missing.push(name(*skill).to_owned());
                } else {
                    evidence.push(found.says);
                }
            }
        }
        PartName::Field => {
            let mine = person.fields.strongest(3).join(", ");
            let theirs = demands.fields.strongest(3).join(", ");
            let said = format!("Your field: {mine}; the job's: {theirs}");
            if value >= 0.3 {
                evidence.push(said)
            } else {
                missing.push(said)
            }
        }
        PartName::Words => {
            evidence.push("How many telling words your profile and the posting share".to_owned())
        }
        PartName::Seniority => {
            if let (Some(asked), Some(mine)) = (demands.seniority, person.seniority) {
                let said = format!(
                    "It is for somebody {}; your jobs say {}",
                    asked.name(),
                    mine.name()
                );
                if value >= 0.7 {
                    evidence.push(said)
                } else {
                    missing.push(said)
                }
            }
        }
        PartName::Requirements => {
            for need in &demands.needs {
                if crate::measure::of(person, need).is_none() {
                    continue;
                }
                let Evidence { met, says, .. } = find(person, need);
                match met {
                    Met::Full | Met::Partly => evidence.push(says),
                    Met::No | Met::Unknown => missing.push(says),
                }
            }
        }
        PartName::Place => {
            let mode = match demands.mode {
                WorkMode::Remote => "remote",
                WorkMode::Hybrid => "hybrid",
                WorkMode::OnSite => "on site",
                WorkMode::Unsaid => "",
            };
            let said = [demands.place.as_str(), mode]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(", ");
            let way = side::nearest(person, demands, wishes)
                .filter(|way| demands.mode != WorkMode::Remote && way.km >= 1.0)
                .map(|way| {
                    let whose = if way.is_home {
                        ", where you live"
                    } else {
                        ", which you look for"
                    };
                    let (to, from) = (way.to.name, way.from.name);
                    (
                        way.km,
                        format!("{to} is {:.0} km from {from}{whose}", way.km),
                    )
                });
            let suits = value >= 0.6;
            if !said.is_empty() {
                if suits {
                    evidence.push(said)
                } else {
                    missing.push(said)
                }
            }
            if let Some((km, said)) = way {
                if suits && side::commute(km) > 0.0 {
                    evidence.push(said)
                } else {
                    missing.push(said)
                }
            }
        }
        PartName::Pay => {
            if let Some(pay) = &demands.pay {
                let said = format!(
                    "Up to {:.0} {} a year, derived from what it states",
                    pay.most, pay.currency
                );
                if value >= 1.0 {
                    evidence.push(said)
                } else {
                    missing.push(said)
                }
            }
        }
        PartName::Freshness => {
            if let Some(posted) = &demands.posted {
                evidence.push(format!("Posted on {posted}"));
            }
        }
        PartName::Preferences => {
            let asked = demands
                .titles
                .families
                .first()
                .map_or("a title of its own", |(family, _)| family_name(*family));
            let said = format!("You look for work like this ({asked})");
            if value >= 0.5 {
                evidence.push(said)
            } else {
                missing.push("It is not among the titles you look for".to_owned())
            }
        }
        PartName::Feedback => {
            let said = if value >= 0.5 {
                "It is like postings you liked"
            } else {
                "It is like postings you did not like"
            };
            if value >= 0.5 {
                evidence.push(said.to_owned())
            } else {
                missing.push(said.to_owned())
            }
        }
    }
    (evidence, missing)
}
