//! Titles of jobs: the families they belong to, and how near one family is to another.

use super::fields::Fields;
use super::phrases::Phrases;
use super::skills::{mentions, skill_fields};
use super::stems;
use crate::text;
use std::collections::HashMap;
use std::sync::LazyLock;

const DATA: &str = include_str!("../../data/titles.tsv");

/// A family of titles that mean about the same work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FamilyId(pub(crate) u16);

struct Entry {
    name: &'static str,
    /// How long one learns for the work: 1 (days) to 5 (a degree and a registration).
    learning: u8,
    fields: Fields,
    /// Nothing but a rank or a form of work ("manager", "assistant"): says little by itself.
    general: bool,
    near: Vec<(FamilyId, u8)>,
}

struct Table {
    entries: Vec<Entry>,
    by_name: HashMap<&'static str, FamilyId>,
    phrases: Phrases<FamilyId>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| Table::read(DATA));

/// How far the fields stand for the work where a title names none.
const UNTOLD: f32 = 0.8;

/// The families of one title with their shares (together 1), and the fields of work that it speaks of.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Titles {
    /// The families, the strongest first; empty where the vocabulary knows none.
    pub families: Vec<(FamilyId, f32)>,
    /// Fields of the families and of the skills that the title names.
    pub fields: Fields,
}

impl Titles {
    /// How near the work of two titles is, 0 to 1.
    #[must_use]
    pub fn nearness(&self, asked: &Self) -> f32 {
        let by_fields = self.fields.nearness(&asked.fields);
        let mut by_family = 0.0;
        for (wanted, share) in &asked.families {
            by_family += share
                * self
                    .families
                    .iter()
                    .map(|(mine, _)| family_nearness(*mine, *wanted))
                    .fold(0.0, f32::max);
        }
        // Two managers do not do the same work by being managers.
        if !asked.tells() || !self.tells() {
            return by_fields * UNTOLD;
        }
        by_family.max(by_fields.powi(2) * 0.75)
    }

    /// Whether it names a work, and not only a rank or a form of it.
    #[must_use]
    pub fn tells(&self) -> bool {
        self.families
            .iter()
            .any(|(family, _)| !entry(*family).general)
    }

    /// How far the learning that the work takes keeps out people from other work, 0 to 1; `None` without a family.
    #[must_use]
    pub fn learning(&self) -> Option<f32> {
        let keeps_out = |family: FamilyId| match entry(family).learning {
            0 | 1 => 0.0,
            2 => 0.2,
            3 => 0.5,
            4 => 0.75,
            _ => 0.95,
        };
        (!self.families.is_empty()).then(|| {
            self.families
                .iter()
                .map(|(family, share)| share * keeps_out(*family))
                .sum()
        })
    }

    /// Whether nothing was understood.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.families.is_empty() && self.fields.is_empty()
    }
}

impl Table {
    fn read(data: &'static str) -> Self {
        let mut table = Self {
            entries: Vec::new(),
            by_name: HashMap::new(),
            phrases: Phrases::new(Some(neuter)),
        };
        let mut relations = Vec::new();
        for line in data.lines() {
            if line.starts_with("# ") || line.trim().is_empty() {
                continue;
            }
            let mut columns = line.split('\t');
            let mut next = || columns.next().unwrap_or_default().trim();
            let (fields, near, names) = (next(), next(), next());
            let (fields, general) = match fields.strip_prefix('~') {
                Some(fields) => (fields, true),
                None => (fields, false),
            };
            let (learning, fields) = fields.split_once(' ').unwrap_or(("3", fields));
            let id = FamilyId(u16::try_from(table.entries.len()).unwrap_or(u16::MAX));
            let name = names.split('|').next().unwrap_or_default();
            names
                .split('|')
                .for_each(|name| table.phrases.add(name, id));
            table.by_name.insert(name, id);
            relations.push(near);
            table.entries.push(Entry {
                name,
                learning: learning.parse().unwrap_or(3),
                fields: Fields::parse(fields).unwrap_or_default(),
                general,
                near: Vec::new(),
            });
        }
        for (at, near) in relations.into_iter().enumerate() {
            let me = FamilyId(u16::try_from(at).unwrap_or(u16::MAX));
            for (other, worth) in near.split('|').filter_map(|part| part.rsplit_once(':')) {
                let worth = worth.parse().unwrap_or(50);
                if let Some(other) = table.by_name.get(other.trim()).copied() {
                    table.entries[at].near.push((other, worth));
                    table.entries[usize::from(other.0)].near.push((me, worth));
                }
            }
        }
        table
    }
}

/// Takes the endings away that tell women from men, where they are regular, and writes short forms out.
fn neuter(word: &mut String) {
    for (short, long) in [
        ("rep", "representative"),
        ("dev", "developer"),
        ("eng", "engineer"),
        ("mgr", "manager"),
        ("asst", "assistant"),
        ("admin", "administrator"),
        ("exec", "executive"),
        ("coord", "coordinator"),
    ] {
        if word == short {
            long.clone_into(word);
            return;
        }
    }
    for (ending, instead) in [
        ("innen", ""),
        ("erin", "er"),
        ("eurin", "eur"),
        ("istin", "ist"),
        ("entin", "ent"),
        ("antin", "ant"),
        ("torin", "tor"),
        ("login", "loge"),
        ("euse", "eur"),
        ("iere", "ier"),
        ("trice", "teur"),
        ("ienne", "ien"),
        ("dora", "dor"),
        ("tora", "tor"),
        ("sora", "sor"),
        ("iera", "iero"),
        ("ivo", "iva"),
    ] {
        if word.len() > ending.len() + 2 && word.ends_with(ending) {
            let keep = word.len() - ending.len();
            word.truncate(keep);
            word.push_str(instead);
            return;
        }
    }
}

fn entry(family: FamilyId) -> &'static Entry {
    &TABLE.entries[usize::from(family.0)]
}

/// The family of this English name, as the data file gives it first.
#[must_use]
pub fn family(name: &str) -> Option<FamilyId> {
    TABLE.by_name.get(name).copied()
}

/// Its English name.
#[must_use]
pub fn family_name(family: FamilyId) -> &'static str {
    entry(family).name
}

/// Whether its name tells little by itself ("manager").
#[must_use]
pub fn is_general(family: FamilyId) -> bool {
    entry(family).general
}

/// How many families there are; ids are below it.
#[must_use]
pub fn family_count() -> usize {
    TABLE.entries.len()
}

/// All families.
pub fn families() -> impl Iterator<Item = FamilyId> {
    (0..TABLE.entries.len()).filter_map(|at| u16::try_from(at).ok().map(FamilyId))
}

/// The fields of work of a family.
#[must_use]
pub fn family_fields(family: FamilyId) -> &'static Fields {
    &entry(family).fields
}

/// How near the work of two families is, 0 to 1: what the data file says, else what their fields share.
#[must_use]
pub fn family_nearness(one: FamilyId, other: FamilyId) -> f32 {
    if one == other {
        return 1.0;
    }
    let said = entry(one)
        .near
        .iter()
        .find(|(family, _)| *family == other)
        .map(|(_, worth)| f32::from(*worth) / 100.0);
    said.unwrap_or_else(|| {
        let shared = entry(one).fields.nearness(&entry(other).fields);
        // Fields say what surrounds the work; the work itself they say less well.
        shared * shared * 0.75
    })
}

/// The title without the signs that speak of men and women: "Entwickler*in (m/w/d)", "Infirmier·ère (H/F)".
fn plain(title: &str) -> String {
    let mut plain = String::with_capacity(title.len());
    let mut rest = title;
    while let Some(open) = rest.find(['(', '[']) {
        let Some(length) = rest[open..].find([')', ']']) else {
            break;
        };
        let inner = rest[open + 1..open + length].to_lowercase();
        let letters: String = inner.chars().filter(|sign| sign.is_alphabetic()).collect();
        let genders = letters.chars().count() <= 6
            && !letters.is_empty()
            && inner.split(|sign: char| !sign.is_alphabetic()).all(|part| {
                part.len() <= 1 || matches!(part, "div" | "gn" | "nb" | "all" | "in" | "innen")
            });
        plain.push_str(&rest[..open]);
        if !genders {
            plain.push_str(&rest[open..=open + length]);
        }
        rest = &rest[open + length + 1..];
    }
    plain.push_str(rest);
    for sign in [
        "*innen", ":innen", "_innen", "/innen", "*in", ":in", "_in", "/in", "/-in", "·e", "·ère",
        "/e",
    ] {
        plain = cut_ending(&plain, sign);
    }
    plain
}

/// Takes an ending away where the word ends with it.
fn cut_ending(text: &str, ending: &str) -> String {
    let mut cut = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(ending) {
        let (before, after) = (&rest[..at], &rest[at + ending.len()..]);
        cut.push_str(before);
        let ends = !after.starts_with(char::is_alphabetic) && before.ends_with(char::is_alphabetic);
        if !ends {
            cut.push_str(ending);
        }
        rest = after;
    }
    cut.push_str(rest);
    cut
}

/// How much a part of a word tells of a title that has no known name.
const AROUND: f32 = 0.5;

/// The families that a title speaks of. "Entwickler*in", "(m/w/d)" and the like do not matter.
///
/// ```
/// use foothold_matching::vocabulary::{family_name, titles_in};
/// let titles = titles_in("Senior Backend-Entwicklerin (m/w/d)");
/// assert_eq!(family_name(titles.families[0].0), "backend developer");
/// ```
#[must_use]
pub fn titles_in(title: &str) -> Titles {
    let plain = plain(title);
    let words = text::words(&plain);
    let hits = TABLE.phrases.find(&plain, &words);
    let mut shares: Vec<(FamilyId, f32)> = Vec::new();
    for hit in &hits {
        let length = hit.to - hit.from;
        let mut share = if entry(hit.what).general {
            0.25
        } else {
            0.6 + 0.4 * f32::from(u8::try_from(length).unwrap_or(4))
        };
        // "Commercial HVAC Technician": in English the word tells which kind, in French it is the work.
        if length == 1 && words[hit.from].folded == "commercial" && hits.len() > 1 {
            share = 0.0;
        }
        // What comes behind a dash, a comma or a bracket only says more.
        if hit.from > 0 && plain[..words[hit.from].start].contains(['(', ',', '|', '–']) {
            share *= 0.6;
        }
        match shares.iter_mut().find(|(family, _)| *family == hit.what) {
            Some((_, old)) => *old += share,
            None => shares.push((hit.what, share)),
        }
    }
    shares.retain(|(_, share)| *share > 0.0);
    let mut fields = Fields::default();
    for (family, share) in &shares {
        fields.add(&entry(*family).fields, *share);
    }
    // A rank beside a real family says nothing more about the work itself.
    if shares.iter().any(|(family, _)| !entry(*family).general) {
        shares.retain(|(family, _)| !entry(*family).general);
    }
    let total: f32 = shares.iter().map(|(_, share)| share).sum();
    for (_, share) in &mut shares {
        *share /= total;
    }
    shares.sort_by(|one, other| other.1.total_cmp(&one.1));
    let mentions = mentions(&plain, &words);
    // "Head of Tax": where nothing but a rank is known, the subject says what the work is.
    let known = shares.iter().any(|(family, _)| !entry(*family).general);
    let subject = if known { 0.3 } else { 1.0 };
    for mention in &mentions {
        fields.add(skill_fields(mention.skill), subject);
    }
    // Where no name is known, parts of the words tell what surrounds the work.
    if !known {
        for word in words.iter().filter(|word| {
            !mentions
                .iter()
                .any(|mention| mention.start < word.end && word.start < mention.end)
        }) {
            if let Some(around) = stems::fields_of(word) {
                fields.add(around, AROUND);
            }
        }
    }
    Titles {
        families: shares,
        fields: fields.unit(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_of_the_data_is_sound() {
        let mut seen: HashMap<String, &str> = HashMap::new();
        for (number, line) in DATA.lines().enumerate() {
            if line.starts_with("# ") || line.trim().is_empty() {
                continue;
            }
            let columns: Vec<&str> = line.split('\t').collect();
            assert_eq!(columns.len(), 3, "line {}", number + 1);
            let (learning, fields) = columns[0]
                .trim_start_matches('~')
                .split_once(' ')
                .expect("learning and fields");
            assert!(
                matches!(learning, "1" | "2" | "3" | "4" | "5"),
                "line {}: {learning}",
                number + 1
            );
            assert!(
                Fields::parse(fields).is_ok(),
                "line {}: {fields}",
                number + 1
            );
            for other in columns[1]
                .split('|')
                .filter(|other| !other.trim().is_empty())
            {
                let known = other.rsplit_once(':').is_some_and(|(name, worth)| {
                    family(name.trim()).is_some() && worth.parse::<u8>().is_ok()
                });
                assert!(known, "line {}: {other:?}", number + 1);
            }
            for name in columns[2].split('|') {
                let words: Vec<String> = text::words(name)
                    .into_iter()
                    .map(|mut word| {
                        neuter(&mut word.folded);
                        word.folded
                    })
                    .collect();
                assert!(
                    !words.is_empty(),
                    "line {}: {name:?} has no words",
                    number + 1
                );
                let ending = if name.starts_with('*') { "*" } else { "" };
                let old = seen.insert(format!("{ending}{}", words.join(" ")), columns[2]);
                assert!(
                    old.is_none_or(|old| old == columns[2]),
                    "line {}: {name:?} stands in {old:?}, too",
                    number + 1
                );
            }
        }
        assert!(family_count() >= 200, "{}", family_count());
    }

    #[track_caller]
    fn first(title: &str) -> &'static str {
        titles_in(title)
            .families
            .first()
            .map_or("nothing", |(family, _)| family_name(*family))
    }

    #[test]
    fn titles_in_nine_languages() {
        for (title, expect) in [
            ("Krankenpfleger/in (m/w/d)", "nurse"),
            ("Junior Sister, Intensive Care", "nurse"),
            ("Registered Veterinary Nurse", "veterinary nurse"),
            ("Clinical Practice Educator", "nurse educator"),
            ("Commercial HVAC Service Technician", "heating engineer"),
            ("Warehouse Shift Manager", "warehouse manager"),
            ("Head of Biology", "teacher"),
            ("Infirmier(e) de nuit H/F", "nurse"),
            ("Enfermera", "nurse"),
            ("Verpleegkundige", "nurse"),
            ("Pielęgniarka", "nurse"),
            ("Kierowca C+E", "truck driver"),
            ("Softwareentwickler*in", "software engineer"),
            ("Backend-Entwicklerin", "backend developer"),
            ("Développeuse frontend", "frontend developer"),
            ("Chef de partie", "cook"),
            ("Elektroniker:in für Betriebstechnik", "electrician"),
            ("Rechtsanwaltsfachangestellte", "paralegal"),
        ] {
            assert_eq!(first(title), expect, "{title}");
        }
    }

    #[test]
    fn work_that_takes_learning_keeps_others_out() {
        let keeps = |title: &str| titles_in(title).learning();
        assert!(keeps("Warehouse Operative") < keeps("Bookkeeper"));
        assert!(keeps("Bookkeeper") < keeps("Krankenpfleger (m/w/d)"));
        assert_eq!(keeps("Zebra"), None);
    }

    #[test]
    fn nearness_follows_the_work() {
        let near = |one: &str, other: &str| titles_in(one).nearness(&titles_in(other));
        assert!(near("Backend Engineer", "Software Engineer") > 0.7);
        assert!(
            near("Backend Engineer", "DevOps Engineer")
                > near("Backend Engineer", "Recruiter") + 0.2
        );
        assert!(
            near("Registered Nurse", "Healthcare Assistant")
                > near("Registered Nurse", "Cook") + 0.2
        );
        assert!(
            near("Account Executive", "Customer Success Manager")
                > near("Account Executive", "Welder") + 0.2
        );
    }
}
