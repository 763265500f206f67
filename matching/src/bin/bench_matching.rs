//! `bench_matching [--json] [--postings N]`: times matching on postings made by chance from the vocabulary, always the
//! same ones: making a posting ready, scoring a person against a posting, and the best hundred of all with their reasons.
//!
//! What must not happen here: a made posting that is easier than a real one: each has a title, forty lines and about
//! twenty named skills.

use anyhow::{Context as _, Result};
use foothold_matching::demands::{Demands, of_text};
use foothold_matching::person::Person;
use foothold_matching::score::{Learned, Match, Wishes, explain, numbers};
use foothold_matching::vocabulary::{
    self, FamilyId, SkillId, family_fields, family_name, near, skill_fields,
};
use foothold_shared::profile::{Profile, Skill, WorkEntry, YearMonth};
use std::io::Write as _;
use std::time::Instant;

const TODAY: &str = "2026-11-21";
const PEOPLE: usize = 50;

/// Numbers that look like chance and are always the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (count.max(1) as u64)).unwrap_or_default()
    }
}

/// Skills of a family's fields, nearest first.
fn skills_of(family: FamilyId) -> Vec<SkillId> {
    let mut skills: Vec<(f32, SkillId)> = vocabulary::skills()
        .map(|skill| (family_fields(family).nearness(skill_fields(skill)), skill))
        .collect();
    skills.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    skills
        .into_iter()
        .take(40)
        .map(|(_, skill)| skill)
        .collect()
}

fn posting(dice: &mut Dice, families: &[(FamilyId, Vec<SkillId>)]) -> (String, String) {
    let (family, skills) = &families[dice.below(families.len())];
    let rank = ["", "Senior ", "Junior ", "Lead "][dice.below(4)];
    let title = format!("{rank}{}", family_name(*family));
    let mut text = String::from(
        "About us\nWe are a company of many people who like what they make.\n\nWhat you will do\n",
    );
    let pick = |dice: &mut Dice| vocabulary::name(skills[dice.below(skills.len())]);
    for _ in 0..8 {
        text.push_str(&format!(
            "- Take part in {} with colleagues of other teams and places\n",
            pick(dice)
        ));
    }
    text.push_str("\nRequirements\n");
    text.push_str(&format!(
        "- {}+ years of experience in {}\n",
        1 + dice.below(8),
        pick(dice)
    ));
    for _ in 0..8 {
        text.push_str(&format!(
            "- Good knowledge of {} or {}\n",
            pick(dice),
            pick(dice)
        ));
    }
    text.push_str("- Fluent English\n- Bachelor's degree\n\nBenefits\n");
    for _ in 0..10 {
        text.push_str(
            "- Days off, a bicycle, fruit, and a budget for learning what you want to learn\n",
        );
    }
    (title, text)
}

fn person(dice: &mut Dice, families: &[(FamilyId, Vec<SkillId>)]) -> Person {
    let (family, skills) = &families[dice.below(families.len())];
    let year = |dice: &mut Dice| {
        let year = u16::try_from(2008 + dice.below(12)).unwrap_or(2012);
        Some(YearMonth {
            year,
            month: Some(3),
        })
    };
    let work = (0..4)
        .map(|at| WorkEntry {
            id: at.to_string(),
            title: family_name(*family).to_owned(),
            company: format!("Company {at}"),
            start: year(dice),
            current: at == 0,
            end: (at > 0).then_some(YearMonth {
                year: 2021,
                month: Some(2),
            }),
            description: (0..5)
                .map(|_| {
                    let skill = vocabulary::name(skills[dice.below(skills.len())]);
                    format!("- Led work on {skill} for a year and made it better by a third")
                })
                .collect::<Vec<_>>()
                .join("\n"),
            ..WorkEntry::default()
        })
        .collect();
    let profile = Profile {
        work,
        skills: (0..15)
            .map(|_| Skill {
                name: vocabulary::name(skills[dice.below(skills.len())]).to_owned(),
                years: None,
            })
            .collect(),
        ..Profile::default()
    };
    Person::of_profile(&profile, TODAY)
}

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let count: usize = match arguments.iter().position(|word| word == "--postings") {
        Some(at) => arguments
            .get(at + 1)
            .context("--postings needs a number")?
            .parse()?,
        None => 20_000,
    };
    let families: Vec<(FamilyId, Vec<SkillId>)> = vocabulary::families()
        .map(|family| (family, skills_of(family)))
        .collect();
    // The tables are read once; that is not what is timed.
    let _ = near(families[0].1[0]).count();
    let mut dice = Dice(0x5eed);
    let texts: Vec<(String, String)> = (0..count).map(|_| posting(&mut dice, &families)).collect();
    let people: Vec<Person> = (0..PEOPLE).map(|_| person(&mut dice, &families)).collect();

    let began = Instant::now();
    let postings: Vec<Demands> = texts
        .iter()
        .map(|(title, text)| of_text(title, text))
        .collect();
    let ready = count as f64 / began.elapsed().as_secs_f64();

    let (wishes, learned) = (Wishes::default(), Learned::default());
    let began = Instant::now();
    let mut sum = 0.0;
    for person in &people {
        for posting in &postings {
            sum += f64::from(numbers(person, posting, &wishes, &learned, TODAY).score);
        }
    }
    let pairs = (count * PEOPLE) as f64 / began.elapsed().as_secs_f64();

    let began = Instant::now();
    let mut best: Vec<(f32, usize)> = postings
        .iter()
        .enumerate()
        .map(|(at, posting)| {
            (
                numbers(&people[0], posting, &wishes, &learned, TODAY).score,
                at,
            )
        })
        .collect();
    best.sort_by(|one, other| other.0.total_cmp(&one.0));
    let told: Vec<Match> = best
        .iter()
        .take(100)
        .map(|(_, at)| explain(&people[0], &postings[*at], &wishes, &learned, "", TODAY))
        .collect();
    let top_ms = began.elapsed().as_secs_f64() * 1000.0;

    let mut out = std::io::stdout().lock();
    if arguments.iter().any(|word| word == "--json") {
        writeln!(
            out,
            "{{\"matching\":{{\"postings\":{count},\"ready_per_second\":{ready:.0},\"pairs_per_second\":{pairs:.0},\"top_100_ms\":{top_ms:.1},\"mean_score\":{:.1}}}}}",
            sum / (count * PEOPLE) as f64
        )?;
    } else {
        writeln!(out, "matching, {count} postings made by chance, one core")?;
        writeln!(out, "{ready:>12.0}  postings made ready in a second")?;
        writeln!(
            out,
            "{pairs:>12.0}  pairs of person and posting scored in a second"
        )?;
        writeln!(
            out,
            "{top_ms:>12.1}  ms for the best {} of all with their reasons",
            told.len()
        )?;
    }
    Ok(())
}
