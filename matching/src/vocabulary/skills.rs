//! Skills: their names, and how near one is to another.

use super::fields::Fields;
use super::phrases::Phrases;
use crate::text::{self, Word};
use std::collections::HashMap;
use std::sync::LazyLock;

const DATA: &str = include_str!("../../data/skills.tsv");

/// One skill of the vocabulary. The number is only good within one run; what is kept is its [`name`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SkillId(pub(crate) u16);

/// What sort of skill it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SkillKind {
    /// A program, a machine, a language of programming: it is known or not.
    Tool,
    /// A way of working, a craft.
    Method,
    /// A branch or a subject that one knows one's way in.
    Domain,
    /// How a person is with others and with work; nobody is found by these.
    Soft,
    /// A licence, a permit or a certificate: it is held or not.
    Licence,
}

/// A skill that a text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// Which.
    pub skill: SkillId,
    /// First byte of its name in the text.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
}

struct Entry {
    name: &'static str,
    kind: SkillKind,
    fields: Fields,
    /// What knowing this one is worth for the others, in hundredths; nearest first.
    near: Vec<(SkillId, u8)>,
}

struct Table {
    entries: Vec<Entry>,
    by_name: HashMap<String, SkillId>,
    phrases: Phrases<SkillId>,
}

/// What knowing the part is worth where the whole is asked for ("PostgreSQL" for "SQL").
const PART_FOR_WHOLE: u8 = 90;
/// What knowing the whole is worth where a part is asked for.
const WHOLE_FOR_PART: u8 = 35;
/// What a relation without a number is worth.
const RELATED: u8 = 55;
/// What two parts of the same whole are worth for each other.
const SIBLINGS: u8 = 18;

static TABLE: LazyLock<Table> = LazyLock::new(|| Table::read(DATA));

impl Table {
    fn read(data: &'static str) -> Self {
        let rows = rows(data);
        let mut table = Self {
            entries: Vec::with_capacity(rows.len()),
            by_name: HashMap::new(),
            phrases: Phrases::new(None),
        };
        for row in &rows {
            let id = SkillId(u16::try_from(table.entries.len()).unwrap_or(u16::MAX));
            let mut names = row.names.split('|');
            let name = names.next().unwrap_or_default();
            table.phrases.add(name, id);
            let name = name.trim_start_matches('=');
            names.for_each(|name| table.phrases.add(name, id));
            table.by_name.insert(text::fold(name), id);
            table.entries.push(Entry {
                name,
                kind: row.kind,
                fields: row.fields,
                near: Vec::new(),
            });
        }
        table.relate(&rows);
        table
    }

    fn relate(&mut self, rows: &[Row]) {
        let mut parts: HashMap<SkillId, Vec<SkillId>> = HashMap::new();
        for (at, row) in rows.iter().enumerate() {
            let me = SkillId(u16::try_from(at).unwrap_or(u16::MAX));
            for whole in row.broader.split('|').filter(|name| !name.is_empty()) {
                if let Some(whole) = self.by_name.get(&text::fold(whole)).copied() {
                    self.link(me, whole, PART_FOR_WHOLE);
                    self.link(whole, me, WHOLE_FOR_PART);
                    parts.entry(whole).or_default().push(me);
                }
            }
            for other in row.near.split('|').filter(|name| !name.is_empty()) {
                let (other, worth) = match other.rsplit_once(':') {
                    Some((other, worth)) => (other, worth.parse().unwrap_or(RELATED)),
                    None => (other, RELATED),
                };
                if let Some(other) = self.by_name.get(&text::fold(other)).copied() {
                    self.link(me, other, worth);
                    self.link(other, me, worth);
                }
            }
        }
        for siblings in parts.into_values() {
            for one in &siblings {
                for other in siblings.iter().filter(|other| *other != one) {
                    self.link(*one, *other, SIBLINGS);
                }
            }
        }
        for entry in &mut self.entries {
            entry
                .near
                .sort_by_key(|(skill, worth)| (std::cmp::Reverse(*worth), *skill));
        }
    }

    fn link(&mut self, known: SkillId, asked: SkillId, worth: u8) {
        let near = &mut self.entries[usize::from(known.0)].near;
        match near.iter_mut().find(|(skill, _)| *skill == asked) {
            Some((_, old)) => *old = (*old).max(worth),
            None => near.push((asked, worth)),
        }
    }
}

struct Row {
    names: &'static str,
    kind: SkillKind,
    fields: Fields,
    broader: &'static str,
    near: &'static str,
}

fn kind_of(word: &str) -> Option<SkillKind> {
    Some(match word {
        "tool" => SkillKind::Tool,
        "method" => SkillKind::Method,
        "domain" => SkillKind::Domain,
        "soft" => SkillKind::Soft,
        "licence" => SkillKind::Licence,
        _ => return None,
    })
}

/// `@ kind fields` says what the rows below it are; a row may have fields of its own in its last column.
fn rows(data: &'static str) -> Vec<Row> {
    let mut rows = Vec::new();
    let (mut kind, mut fields) = (SkillKind::Tool, Fields::default());
    for line in data.lines() {
        if line.starts_with("# ") || line.trim().is_empty() {
            continue;
        }
        if let Some(head) = line.strip_prefix("@ ") {
            let (word, rest) = head.split_once(' ').unwrap_or((head, ""));
            kind = kind_of(word).unwrap_or(kind);
            fields = Fields::parse(rest).unwrap_or_default();
            continue;
        }
        let mut columns = line.split('\t');
        let mut next = || columns.next().unwrap_or_default().trim();
        let (names, broader, near, own) = (next(), next(), next(), next());
        rows.push(Row {
            names,
            kind,
            fields: if own.is_empty() {
                fields
            } else {
                Fields::parse(own).unwrap_or_default()
            },
            broader,
            near,
        });
    }
    rows
}

fn entry(skill: SkillId) -> &'static Entry {
    &TABLE.entries[usize::from(skill.0)]
}

/// The skill of this name, however it is written; `None` where the vocabulary does not know it.
#[must_use]
pub fn skill(name: &str) -> Option<SkillId> {
    let words = text::words(name);
    let hits = TABLE.phrases.find(name, &words);
    match hits[..] {
        [hit] if hit.from == 0 && hit.to == words.len() => Some(hit.what),
        _ => TABLE.by_name.get(&text::fold(name)).copied(),
    }
}

/// Its usual name, in English where it has one.
#[must_use]
pub fn name(skill: SkillId) -> &'static str {
    entry(skill).name
}

/// What sort of skill it is.
#[must_use]
pub fn kind(skill: SkillId) -> SkillKind {
    entry(skill).kind
}

/// The fields of work it belongs to; empty for what is good everywhere.
#[must_use]
pub fn skill_fields(skill: SkillId) -> &'static Fields {
    &entry(skill).fields
}

/// What knowing `known` is worth where `asked` is asked for: 1 for the same, 0 for nothing in common.
#[must_use]
pub fn relation(known: SkillId, asked: SkillId) -> f32 {
    if known == asked {
        return 1.0;
    }
    entry(known)
        .near
        .iter()
        .find(|(skill, _)| *skill == asked)
        .map_or(0.0, |(_, worth)| f32::from(*worth) / 100.0)
}

/// The skills for which this one is worth something, and how much; nearest first.
pub fn near(known: SkillId) -> impl Iterator<Item = (SkillId, f32)> {
    entry(known)
        .near
        .iter()
        .map(|(skill, worth)| (*skill, f32::from(*worth) / 100.0))
}

/// How many skills there are; ids are below it.
#[must_use]
pub fn skill_count() -> usize {
    TABLE.entries.len()
}

/// All skills.
pub fn skills() -> impl Iterator<Item = SkillId> {
    (0..TABLE.entries.len()).filter_map(|at| u16::try_from(at).ok().map(SkillId))
}

/// The skills that a text names, in the order of the text.
///
/// ```
/// use foothold_matching::vocabulary::{name, skills_in};
/// let found: Vec<&str> = skills_in("Rust oder C++, und k8s").iter().map(|m| name(m.skill)).collect();
/// assert_eq!(found, ["Rust", "C++", "Kubernetes"]);
/// ```
#[must_use]
pub fn skills_in(text: &str) -> Vec<Mention> {
    mentions(text, &text::words(text))
}

pub(crate) fn mentions(text: &str, words: &[Word]) -> Vec<Mention> {
    TABLE
        .phrases
        .find(text, words)
        .into_iter()
        .map(|hit| Mention {
            skill: hit.what,
            start: words[hit.from].start,
            end: words[hit.to - 1].end,
        })
        .collect()
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
            if let Some(head) = line.strip_prefix("@ ") {
                let (word, rest) = head.split_once(' ').unwrap_or((head, ""));
                assert!(kind_of(word).is_some(), "line {}: {word}", number + 1);
                assert!(Fields::parse(rest).is_ok(), "line {}: {rest}", number + 1);
                continue;
            }
            let columns: Vec<&str> = line.split('\t').collect();
            assert!(columns.len() <= 4, "line {}", number + 1);
            if let Some(own) = columns.get(3) {
                assert!(Fields::parse(own).is_ok(), "line {}: {own}", number + 1);
            }
            for name in columns[0].split('|') {
                let folded = text::fold(name.trim_start_matches(['=', '*']));
                assert!(
                    !folded.is_empty(),
                    "line {}: {name:?} has no words",
                    number + 1
                );
                let old = seen.insert(folded, columns[0]);
                assert!(
                    old.is_none(),
                    "line {}: {name:?} stands in {old:?}, too",
                    number + 1
                );
            }
            for others in columns.iter().skip(1).take(2) {
                for other in others.split('|').filter(|other| !other.trim().is_empty()) {
                    let name = other.rsplit_once(':').map_or(other, |(name, _)| name);
                    let known = TABLE.by_name.contains_key(&text::fold(name));
                    assert!(
                        known,
                        "line {}: {name:?} is no skill's first name",
                        number + 1
                    );
                }
            }
        }
        assert!(skill_count() >= 350, "{}", skill_count());
    }

    #[test]
    fn a_part_is_worth_more_than_the_whole() {
        let (sql, postgres) = (
            skill("SQL").expect("known"),
            skill("postgres").expect("known"),
        );
        assert!(relation(postgres, sql) > relation(sql, postgres));
        assert!(relation(sql, postgres) > 0.0);
        assert!(relation(sql, skill("Welding").expect("known")).abs() < f32::EPSILON);
    }

    #[test]
    fn names_in_other_languages() {
        for (text, expect) in [
            ("Erfahrung in der Buchhaltung", "Bookkeeping"),
            ("soins infirmiers", "Nursing"),
            ("atención al cliente", "Customer service"),
            ("obsługa klienta", "Customer service"),
            ("Staplerschein", "Forklift licence"),
            ("permis B", "Driving licence"),
        ] {
            let found: Vec<&str> = skills_in(text).iter().map(|m| name(m.skill)).collect();
            assert_eq!(found, [expect], "{text}");
        }
    }
}
