//! How much a row of a page and an entry of the profile tell of the same thing.
//!
//! Names are compared by their words, so that "Acme GmbH" is "ACME" and "University of Ulm" is "Ulm University".
//! A name alone is not enough where title and years both speak against it: people come back to an employer.

use super::super::education::level_wordings;
use super::super::tongues;
use super::super::words::{Lang, fold, tokens};
use crate::classify::{ClassifiedForm, Family, FieldKind as K};
use crate::company;
use foothold_shared::profile::Profile;
use std::collections::{BTreeMap, BTreeSet};

/// What a row or an entry tells. Several texts are several ways to say it (profile) or several fields (page).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Facts {
    /// The employer, the school, the language, the address.
    pub(super) lead: Vec<String>,
    /// The job title; the degree and the field of study.
    pub(super) second: Vec<String>,
    /// The year it began.
    pub(super) from: Option<u16>,
    /// The year it ended.
    pub(super) to: Option<u16>,
}

/// What the profile has for a family, in its order.
pub(super) fn entries(
    family: Family,
    form: &ClassifiedForm,
    profile: &Profile,
    in_sections: &BTreeMap<u32, Family>,
) -> Vec<Facts> {
    let said = |texts: &[&str]| {
        let texts = texts.iter().map(|text| text.trim());
        texts
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    match family {
        Family::Work => {
            let entry = |entry: &foothold_shared::profile::WorkEntry| Facts {
                lead: said(&[&entry.company]),
                second: said(&[&entry.title]),
                from: entry.start.as_ref().map(|start| start.year),
                to: entry.end.as_ref().map(|end| end.year),
            };
            profile.work.iter().map(entry).collect()
        }
        Family::Education => {
            let entry = |entry: &foothold_shared::profile::EducationEntry| {
                let mut second = said(&[&entry.degree, &entry.discipline]);
                let level = entry.level.map(level_wordings).unwrap_or_default();
                second.extend(level.iter().map(|word| (*word).to_owned()));
                Facts {
                    lead: said(&[&entry.school]),
                    second,
                    from: entry.start.as_ref().map(|start| start.year),
                    to: entry.end.as_ref().map(|end| end.year),
                }
            };
            profile.education.iter().map(entry).collect()
        }
        Family::Languages => {
            let entry = |language: &foothold_shared::profile::LanguageSkill| {
                let tongue = tongues::by_code(&language.language);
                Facts {
                    lead: tongue
                        .map_or_else(Vec::new, |tongue| tongue.wordings(Lang::of(&form.lang))),
                    ..Facts::default()
                }
            };
            profile.languages.iter().map(entry).collect()
        }
        Family::Links => link_entries(form, profile, in_sections)
            .into_iter()
            .map(|link| Facts {
                lead: vec![link.to_owned()],
                ..Facts::default()
            })
            .collect(),
    }
}

/// The addresses that a section of links gets: those that no field of their own asks for.
pub(super) fn link_entries<'p>(
    form: &ClassifiedForm,
    profile: &'p Profile,
    in_sections: &BTreeMap<u32, Family>,
) -> Vec<&'p str> {
    let links = &profile.links;
    let all = [
        (K::Linkedin, &links.linkedin),
        (K::Portfolio, &links.portfolio),
        (K::Github, &links.github),
        (K::Website, &links.website),
        (K::Twitter, &links.twitter),
    ];
    let mut seen = BTreeSet::new();
    all.into_iter()
        .filter(|(kind, _)| {
            !form.fields.iter().any(|field| {
                field.kind == Some(*kind) && !is_generic_row(field.kind, field.handle, in_sections)
            })
        })
        .map(|(_, link)| link.trim())
        .filter(|link| !link.is_empty() && seen.insert(bare(link)))
        .collect()
}

/// Whether a field takes any address, row by row, rather than one of its own.
pub(super) fn is_generic_row(
    kind: Option<K>,
    handle: u32,
    in_sections: &BTreeMap<u32, Family>,
) -> bool {
    matches!(kind, Some(K::Website | K::Portfolio))
        && in_sections.get(&handle) == Some(&Family::Links)
}

/// How alike they are, the higher the more; `None` where they are not the same thing.
pub(super) fn likeness(row: &Facts, entry: &Facts) -> Option<u32> {
    let lead = best(&row.lead, &entry.lead);
    let second = best(&row.second, &entry.second);
    let same = |one: Option<u16>, other: Option<u16>| Some(one? == other?);
    let (from, to) = (same(row.from, entry.from), same(row.to, entry.to));
    let years = match from {
        Some(true) => 40,
        Some(false) => 0,
        None => 20,
    } + if to == Some(true) { 15 } else { 0 };
    match (lead, second) {
        (Some(lead), _) if lead < 60 => None,
        (Some(_), Some(second)) if second < 50 && from == Some(false) => None,
        (Some(lead), second) => Some(lead * 2 + second.unwrap_or(40) + years),
        (None, Some(second)) if second >= 75 && from != Some(false) => Some(second + years),
        (None, None) if from == Some(true) && to != Some(false) => Some(years),
        _ => None,
    }
}

/// The likeness of the two texts that are most alike, of 100; `None` where one side says nothing.
fn best(row: &[String], entry: &[String]) -> Option<u32> {
    let pairs = row
        .iter()
        .flat_map(|one| entry.iter().map(move |other| text_likeness(one, other)));
    pairs.max()
}

/// What names share without meaning the same, beside legal forms.
const EMPTY: &[&str] = &[
    "the", "and", "und", "et", "y", "e", "i", "of", "der", "die", "das", "de", "la", "le", "di",
    "da", "do", "van", "fur", "for", "at",
];

fn is_empty(word: &str) -> bool {
    EMPTY.contains(&word) || company::is_form_word(word) || company::is_kind_word(word)
}

/// How alike two names are, of 100.
pub(super) fn text_likeness(one: &str, other: &str) -> u32 {
    let (a, b) = (fold(one), fold(other));
    if a.is_empty() || b.is_empty() {
        return 0;
    }
    if squeezed(&a) == squeezed(&b) || bare(one) == bare(other) {
        return 100;
    }
    let (a, b) = (fold(company::stem(one)), fold(company::stem(other)));
    let (a, b) = (telling(&a), telling(&b));
    let shared = a.intersection(&b).count();
    let (least, most) = (a.len().min(b.len()), a.len().max(b.len()));
    if most == 0 {
        return 0;
    }
    if shared == least && least == most {
        return 98;
    }
    let initials = |long: &[&str]| {
        long.iter()
            .filter_map(|word| word.chars().next())
            .collect::<String>()
    };
    let is_short_for = |short: &BTreeSet<&str>, long: &str| {
        let words: Vec<&str> = tokens(long)
            .into_iter()
            .filter(|word| !is_empty(word))
            .collect();
        short.len() == 1 && words.len() >= 3 && short.contains(initials(&words).as_str())
    };
    if is_short_for(&a, &fold(other)) || is_short_for(&b, &fold(one)) {
        return 75;
    }
    let dice = u32::try_from(200 * shared / (a.len() + b.len())).unwrap_or(0);
    // "Acme" and "Acme Software Development": the whole of the shorter name stands in the longer one.
    let whole = shared == least && shared > 0 && a.intersection(&b).any(|word| word.len() >= 4);
    if whole { dice.max(70) } else { dice }
}

fn telling(folded: &str) -> BTreeSet<&str> {
    let all: BTreeSet<&str> = tokens(folded).into_iter().collect();
    let some: BTreeSet<&str> = all.iter().copied().filter(|word| !is_empty(word)).collect();
    if some.is_empty() { all } else { some }
}

fn squeezed(folded: &str) -> String {
    folded.split_whitespace().collect()
}

/// An address without what makes no difference.
fn bare(link: &str) -> String {
    let link = link.trim().to_lowercase();
    let link = link
        .strip_prefix("https://")
        .or_else(|| link.strip_prefix("http://"))
        .unwrap_or(&link);
    link.strip_prefix("www.")
        .unwrap_or(link)
        .trim_end_matches('/')
        .to_owned()
}

/// The first year named in a text.
pub(super) fn year_in(text: &str) -> Option<u16> {
    let parts = text.split(|letter: char| !letter.is_ascii_digit());
    parts
        .filter(|part| part.len() == 4)
        .filter_map(|part| part.parse().ok())
        .find(|year| (1900..=2100).contains(year))
}
