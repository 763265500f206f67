//! New terms out of gathered postings: names that stand where skills stand and that the vocabulary does not know.
//!
//! A name is proposed with the skills it mostly stands beside, for a person to take into `data/skills.tsv`. What must not
//! happen here: a change of the vocabulary; a name that one company alone uses.

use crate::demands::{Demands, NeedKind};
use crate::facts::{Fact, Facts};
use crate::relevance::is_common;
use crate::text;
use crate::vocabulary::{SkillId, skills_in};
use std::collections::{HashMap, HashSet};

/// The most names that are counted; the rarest go first.
const MOST: usize = 200_000;
/// The longest name, in words.
const LONGEST: usize = 3;

/// What was seen of one name.
#[derive(Debug, Clone, Default)]
struct Name {
    postings: u32,
    companies: HashSet<String>,
    beside: HashMap<SkillId, u32>,
    written: HashMap<String, u32>,
}

/// Names and skills, counted over postings.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    names: HashMap<String, Name>,
    skills: HashMap<SkillId, u32>,
    postings: u32,
}

/// A name for the vocabulary.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// As it is mostly written.
    pub name: String,
    /// How many postings name it.
    pub postings: u32,
    /// How many companies.
    pub companies: usize,
    /// The skills it stands beside more often than chance, with how many times more; the strongest first, five at most.
    pub beside: Vec<(SkillId, f32)>,
}

impl Seen {
    /// Counts a posting.
    pub fn add(&mut self, demands: &Demands) {
        self.postings += 1;
        let company = text::fold(&demands.company);
        let mut skills: HashSet<SkillId> = HashSet::new();
        let mut names: HashMap<String, String> = HashMap::new();
        let mut read: HashSet<&str> = HashSet::new();
        for need in &demands.needs {
            if let NeedKind::Skills { skills: named, .. } = &need.kind {
                skills.extend(named);
            }
            if read.insert(need.text.as_str()) {
                for (folded, written) in names_in(&need.text) {
                    names.entry(folded).or_insert(written);
                }
            }
        }
        for skill in &skills {
            *self.skills.entry(*skill).or_default() += 1;
        }
        for (folded, written) in names {
            let name = self.names.entry(folded).or_default();
            name.postings += 1;
            *name.written.entry(written).or_default() += 1;
            if name.companies.len() < 64 {
                name.companies.insert(company.clone());
            }
            for skill in &skills {
                *name.beside.entry(*skill).or_default() += 1;
            }
        }
        if self.names.len() > MOST {
            let mut least = 1;
            while self.names.len() > MOST / 2 {
                self.names.retain(|_, name| name.postings > least);
                least += 1;
            }
        }
    }

    /// The names that at least `companies` companies use and that stand beside skills; the most used first.
    #[must_use]
    pub fn propose(&self, companies: usize) -> Vec<Proposal> {
        let mut found: Vec<Proposal> = self
            .names
            .values()
            .filter(|name| name.companies.len() >= companies.max(2))
            .filter_map(|name| {
                let beside = self.beside(name);
                let written = name
                    .written
                    .iter()
                    .max_by(|one, other| one.1.cmp(other.1).then(other.0.cmp(one.0)))?;
                (!beside.is_empty()).then(|| Proposal {
                    name: written.0.clone(),
                    postings: name.postings,
                    companies: name.companies.len(),
                    beside,
                })
            })
            .collect();
        found.sort_by(|one, other| {
            other
                .postings
                .cmp(&one.postings)
                .then(one.name.cmp(&other.name))
        });
        found
    }

    fn beside(&self, name: &Name) -> Vec<(SkillId, f32)> {
        let share = |count: u32, of: u32| f64::from(count) / f64::from(of.max(1));
        let mut beside: Vec<(SkillId, f32)> = name
            .beside
            .iter()
            .filter(|(_, together)| **together >= 2)
            .filter_map(|(skill, together)| {
                let usual = share(*self.skills.get(skill)?, self.postings);
                let times = share(*together, name.postings) / usual;
                (times >= 1.5).then_some((*skill, times as f32))
            })
            .collect();
        beside.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        beside.truncate(5);
        beside
    }
}

/// Names that were learned: plain terms, beside the vocabulary. They say where posting and profile use the same one, and
/// change no score.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Known {
    /// By folded name: as it is written, and how many postings name it.
    names: HashMap<String, (String, u32)>,
}

/// A learned name that a posting asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked<'k> {
    /// As it is mostly written.
    pub name: &'k str,
    /// How many postings it was learned from.
    pub postings: u32,
    /// The fact that names it, too; `None` where the profile does not.
    pub fact: Option<String>,
}

impl Known {
    /// These names, each with how many postings name it.
    #[must_use]
    pub fn new(names: impl IntoIterator<Item = (String, u32)>) -> Self {
        Self {
            names: names
                .into_iter()
                .map(|(name, postings)| (text::fold(&name), (name, postings)))
                .collect(),
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The learned names that a posting asks for, in its order, each with the person's fact that names it.
    #[must_use]
    pub fn asked(&self, facts: &Facts, demands: &Demands) -> Vec<Asked<'_>> {
        if self.names.is_empty() {
            return Vec::new();
        }
        let mut seen: HashSet<&str> = HashSet::new();
        let mut asked: Vec<Asked<'_>> = Vec::new();
        let mut lines: HashSet<&str> = HashSet::new();
        for need in &demands.needs {
            if !lines.insert(need.text.as_str()) {
                continue;
            }
            for folded in self.named_in(&need.text) {
                if let Some((name, postings)) = self.names.get(folded)
                    && seen.insert(folded)
                {
                    let names_it = |fact: &&Fact| self.named_in(&fact.text).contains(&folded);
                    asked.push(Asked {
                        name,
                        postings: *postings,
                        fact: facts.iter().find(names_it).map(|fact| fact.id.clone()),
                    });
                }
            }
        }
        asked
    }

    /// The learned names in a text, folded.
    fn named_in(&self, line: &str) -> Vec<&str> {
        let words = text::words(line);
        let mut found = Vec::new();
        for from in 0..words.len() {
            for many in 1..=LONGEST.min(words.len() - from) {
                let name = text::fold(&line[words[from].start..words[from + many - 1].end]);
                if let Some((known, _)) = self.names.get_key_value(&name) {
                    found.push(known.as_str());
                }
            }
        }
        found
    }
}

/// The unknown names of a line that lists some: folded, and as written.
fn names_in(line: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let pieces: Vec<&str> = line
        .split([',', ';', '/', '(', ')', '|', '•', ':'])
        .flat_map(|piece| piece.split(" and "))
        .flat_map(|piece| piece.split(" or "))
        .flat_map(|piece| piece.split(" und "))
        .flat_map(|piece| piece.split(" oder "))
        .flat_map(|piece| piece.split(" et "))
        .collect();
    let listed = pieces.len() > 1;
    for piece in pieces {
        let piece = piece.trim().trim_end_matches('.');
        let words = text::words(piece);
        let known =
            |folded: &str| is_common(folded) || folded.chars().all(|sign| sign.is_ascii_digit());
        let mut run: Vec<usize> = Vec::new();
        let mut runs: Vec<Vec<usize>> = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let capital = piece[word.start..].starts_with(char::is_uppercase);
            // In a list, an item alone is a name; in a sentence, what is written large behind its first word.
            let alone = listed && words.len() <= LONGEST;
            if !known(&word.folded) && (alone || capital && at > 0) {
                run.push(at);
            } else if !run.is_empty() {
                runs.push(std::mem::take(&mut run));
            }
        }
        runs.push(run);
        for run in runs {
            let (Some(first), Some(last)) = (run.first(), run.last()) else {
                continue;
            };
            let written = &piece[words[*first].start..words[*last].end];
            if run.len() > LONGEST || written.chars().count() < 3 || !skills_in(written).is_empty()
            {
                continue;
            }
            found.push((text::fold(written), written.to_owned()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demands::of_text;
    use crate::vocabulary::name;

    #[test]
    fn a_learned_name_is_found_on_both_sides_with_the_fact_that_says_it() {
        let known = Known::new([("Zorbix".to_owned(), 14), ("Blimfoo Studio".to_owned(), 5)]);
        let asked = of_text(
            "Backend Engineer",
            "Requirements\n- Rust, ZORBIX, PostgreSQL\n- Experience with Blimfoo Studio\n- Zorbixes",
        );
        let mut profile = foothold_shared::profile::Profile::default();
        profile.skills.push(foothold_shared::profile::Skill {
            name: "zorbix".to_owned(),
            ..Default::default()
        });
        let found = known.asked(&Facts::of(&profile), &asked);
        let told: Vec<(&str, u32, bool)> = found
            .iter()
            .map(|one| (one.name, one.postings, one.fact.is_some()))
            .collect();
        assert_eq!(told, [("Zorbix", 14, true), ("Blimfoo Studio", 5, false)]);
        assert!(
            Known::default()
                .asked(&Facts::of(&profile), &asked)
                .is_empty()
        );
    }

    #[test]
    fn a_name_that_companies_share_is_proposed_with_its_neighbours() {
        let mut seen = Seen::default();
        for company in ["A", "B", "C", "D"] {
            let mut demands = of_text(
                "Backend Engineer",
                "Requirements\n- Rust, Zorbix, PostgreSQL\n- Experience with Blimfoo Studio",
            );
            demands.company = company.to_owned();
            if company == "A" {
                demands = of_text(
                    "Backend Engineer",
                    "Requirements\n- Rust, Onlyhere, PostgreSQL",
                );
                company.clone_into(&mut demands.company);
            }
            seen.add(&demands);
            let mut other = of_text("Cook", "Requirements\n- Pastry, HACCP, Grill");
            other.company = company.to_owned();
            seen.add(&other);
        }
        let found = seen.propose(3);
        let names: Vec<&str> = found.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["Blimfoo Studio", "Zorbix"], "{found:?}");
        let beside: Vec<&str> = found[1]
            .beside
            .iter()
            .map(|(skill, _)| name(*skill))
            .collect();
        assert!(
            beside.contains(&"Rust") && !beside.contains(&"Baking"),
            "{beside:?}"
        );
        assert_eq!(found[1].companies, 3);
    }
}
