//! People who look for work, made from their number: four jobs of one kind, its skills, a home, languages.

use foothold_matching::vocabulary::{self, family_name};
use foothold_shared::profile::{
    Address, EducationEntry, LanguageLevel, LanguageSkill, Preferences, Profile, Skill, WorkEntry,
    WorkPlace, YearMonth,
};

use super::chance::Chance;
use super::postings::work;
use super::words::{LANGUAGES, TRADES, coined};

/// The person with this number.
pub(crate) fn profile(number: usize) -> Profile {
    let mut chance = Chance::new(0xFACE ^ (number as u64).wrapping_mul(0x94D0_49BB_1331_11EB));
    let (family, skills) = work(&mut chance);
    let language = &LANGUAGES[chance.below(4)];
    let (city, region, country) = chance.of(language.towns);
    let mut year = 2026;
    let jobs = 1 + chance.below(4);
    let of = |chance: &mut Chance| vocabulary::name(skills[chance.zipf(skills.len())]);
    let work = (0..jobs)
        .map(|at| {
            let end = year;
            year -= 1 + i32::try_from(chance.below(4)).unwrap_or(1);
            let rank = if at == 0 && chance.percent(30) {
                "Senior "
            } else {
                ""
            };
            WorkEntry {
                id: format!("w{at}"),
                title: format!("{rank}{}", family_name(*family)),
                company: format!("{} {}", coined(chance.below(60_000)), chance.of(&TRADES)),
                location: city.to_owned(),
                start: month(year, 3),
                end: if at == 0 { None } else { month(end, 2) },
                current: at == 0,
                description: (0..4)
                    .map(|_| {
                        let object = chance.of(LANGUAGES[0].objects);
                        format!(
                            "- Worked on {object} with {} and {}",
                            of(&mut chance),
                            of(&mut chance)
                        )
                    })
                    .collect::<Vec<_>>()
                    .join("\n"),
            }
        })
        .collect();
    let mut named: Vec<&str> = (0..14).map(|_| of(&mut chance)).collect();
    named.sort_unstable();
    named.dedup();
    Profile {
        address: Address {
            city: city.to_owned(),
            region: region.to_owned(),
            country: country.to_owned(),
            ..Address::default()
        },
        work,
        education: vec![EducationEntry {
            id: "e1".to_owned(),
            school: format!("University of {city}"),
            degree: "Bachelor".to_owned(),
            discipline: of(&mut chance).to_owned(),
            end: month(year, 7),
            ..EducationEntry::default()
        }],
        skills: named
            .into_iter()
            .map(|name| Skill {
                name: name.to_owned(),
                years: None,
            })
            .collect(),
        languages: vec![
            LanguageSkill {
                language: language.code.to_owned(),
                level: Some(LanguageLevel::Native),
            },
            LanguageSkill {
                language: "en".to_owned(),
                level: Some(LanguageLevel::B2),
            },
        ]
        .into_iter()
        .take(if language.code == "en" { 1 } else { 2 })
        .collect(),
        preferences: Preferences {
            relocate: Some(chance.percent(30)),
            work_places: if chance.percent(40) {
                vec![WorkPlace::Remote, WorkPlace::Hybrid]
            } else {
                Vec::new()
            },
        },
        ..Profile::default()
    }
}

fn month(year: i32, month: u8) -> Option<YearMonth> {
    Some(YearMonth {
        year: u16::try_from(year).ok()?,
        month: Some(month),
    })
}

/// What somebody else's ranking of texts gets of a person.
pub(crate) fn text(profile: &Profile) -> String {
    let mut text = String::new();
    for job in &profile.work {
        text.push_str(&format!("{}\n{}\n", job.title, job.description));
    }
    for skill in &profile.skills {
        text.push_str(&skill.name);
        text.push('\n');
    }
    text
}
