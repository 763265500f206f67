//! What a posting asks for, as words that a person's lines are held against.
//!
//! What must not happen here: a posting's sentence kept as anything but words to compare; instructions in it are words
//! like any others. However long it is, a bounded part is read.

use foothold_core::plan::languages_in;
use foothold_core::posting::values::{fold, has_phrase};
use foothold_core::posting::{JobPosting, RequirementKind, requirements};
use foothold_matching::facts::{Fact, FactKind, skill_id};
use foothold_matching::vocabulary::{
    FamilyId, SkillId, SkillKind, family_nearness, kind, relation, skill as skill_of, skills_in,
    titles_in,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// How much of a description is read, in bytes.
const MAX_DESCRIPTION: usize = 40_000;
/// How much of a single text (title, demand) is read.
const MAX_TEXT: usize = 600;
/// How many demands are read.
const MAX_NEEDS: usize = 80;
/// Words that begin alike this far are forms of one word.
const KIN: usize = 5;

/// One demand of the posting.
pub(crate) struct Need {
    /// In the posting's own words.
    pub(crate) text: String,
    /// Whether it must be met.
    pub(crate) required: bool,
    stems: BTreeSet<String>,
    skills: Vec<SkillId>,
}

/// What a posting asks for.
#[derive(Default)]
pub(crate) struct Wanted {
    /// Stem → weight and the word as the posting has it.
    terms: BTreeMap<String, (f32, String)>,
    /// All that was read, folded.
    folded: String,
    /// The title's stems.
    title: BTreeSet<String>,
    /// The demands.
    pub(crate) needs: Vec<Need>,
    /// ISO 639-1 codes of the languages that the demands name.
    pub(crate) languages: Vec<&'static str>,
    /// The skills it names, by the vocabulary, with their weight.
    skills: BTreeMap<SkillId, f32>,
    /// The families that its title belongs to.
    families: Vec<FamilyId>,
}

impl Wanted {
    /// What this posting asks for.
    pub(crate) fn of(posting: &JobPosting) -> Self {
        let mut wanted = Self::default();
        let title = clip(posting.title.as_deref().unwrap_or_default(), MAX_TEXT);
        let description = clip(
            posting.description.as_deref().unwrap_or_default(),
            MAX_DESCRIPTION,
        );
        let read;
        let demands = if posting.requirements.is_empty() {
            read = requirements(description);
            &read
        } else {
            &posting.requirements
        };
        wanted.families = titles_in(title)
            .families
            .iter()
            .map(|(family, _)| *family)
            .collect();
        wanted.title = stems(&fold(title)).map(|(stem, _)| stem).collect();
        wanted.add(title, 3.0);
        for demand in demands.iter().take(MAX_NEEDS) {
            let text = clip(&demand.text, MAX_TEXT);
            let required = demand.kind == RequirementKind::Required;
            wanted.add(text, if required { 2.0 } else { 1.2 });
            for code in languages_in(text) {
                if !wanted.languages.contains(&code) {
                    wanted.languages.push(code);
                }
            }
            wanted.needs.push(Need {
                text: text.to_owned(),
                required,
                stems: stems(&fold(text)).map(|(stem, _)| stem).collect(),
                skills: skills_in(text)
                    .iter()
                    .map(|mention| mention.skill)
                    .collect(),
            });
        }
        wanted.add(
            clip(posting.department.as_deref().unwrap_or_default(), MAX_TEXT),
            1.0,
        );
        wanted.add(description, 0.5);
        // The employer's own name says nothing of the work.
        for (stem, _) in stems(&fold(clip(
            posting.company.as_deref().unwrap_or_default(),
            MAX_TEXT,
        ))) {
            wanted.terms.remove(&stem);
        }
        wanted
    }

    /// Whether the posting says anything to hold lines against.
    pub(crate) fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    fn add(&mut self, text: &str, weight: f32) {
        for mention in skills_in(text) {
            let known = self.skills.entry(mention.skill).or_insert(0.0);
            *known = known.max(weight);
        }
        let folded = fold(text);
        for (stem, word) in stems(&folded) {
            let term = self
                .terms
                .entry(stem)
                .or_insert_with(|| (0.0, word.to_owned()));
            // Said often is meant more, within reason.
            term.0 = if term.0 == 0.0 {
                weight
            } else {
                term.0.max(weight) + 0.1
            };
            term.0 = term.0.min(4.0);
        }
        self.folded.push_str(&folded);
        // Two texts do not make one phrase.
        self.folded.push_str(" | ");
    }

    /// How much of what a text says is asked for, 0 to 1, and the posting's words that it answers. Words in `usual` are
    /// in all that this person says ("nurse" in a nurse's history), and tell their lines apart no further.
    pub(crate) fn answered_by(&self, text: &str, usual: &BTreeSet<String>) -> (f32, Vec<String>) {
        let folded = fold(text);
        let mut seen = BTreeSet::new();
        let mut hits: Vec<(f32, &str)> = Vec::new();
        let mut said = 0_u16;
        for (stem, _) in stems(&folded) {
            if usual.contains(&stem) || !seen.insert(stem.clone()) {
                continue;
            }
            said = said.saturating_add(1);
            if let Some((weight, word)) = self.term(&stem) {
                hits.push((weight, word));
            }
        }
        let sum = hits.iter().map(|(weight, _)| weight).sum::<f32>() + 1.5 * self.skills_of(text);
        hits.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
        let words = hits.into_iter().map(|(_, word)| word.to_owned()).collect();
        // Long lines hold many words; what counts is how much of them is to the point.
        let score = sum / (sum + 4.0 + f32::from(said).sqrt());
        (score, words)
    }

    fn term(&self, stem: &str) -> Option<(f32, &str)> {
        if let Some((weight, word)) = self.terms.get(stem) {
            return Some((*weight, word));
        }
        let head = stem
            .get(..stem.floor_char_boundary(KIN))
            .filter(|head| head.len() >= KIN)?;
        let alike = self
            .terms
            .range(head.to_owned()..)
            .take_while(|(other, _)| other.starts_with(head));
        let kin = alike
            .filter(|(other, _)| is_kin(stem, other))
            .map(|(_, (weight, word))| (weight * 0.7, word.as_str()));
        kin.max_by(|a, b| a.0.total_cmp(&b.0))
    }

    /// What the skills that a text names are worth here: each counts as much as it is worth for what is asked.
    fn skills_of(&self, text: &str) -> f32 {
        let mut known: Vec<SkillId> = skills_in(text)
            .iter()
            .map(|mention| mention.skill)
            .collect();
        known.sort_unstable();
        known.dedup();
        let soft = |skill: SkillId| {
            if kind(skill) == SkillKind::Soft {
                0.4
            } else {
                1.0
            }
        };
        let best = |known: SkillId| {
            let worth = self
                .skills
                .iter()
                .map(|(asked, weight)| weight * relation(known, *asked) * soft(*asked));
            worth.fold(0.0, f32::max)
        };
        known.into_iter().map(best).sum()
    }

    /// What knowing a skill is worth for the nearest one that is asked for, 0 to 1.
    pub(crate) fn nearness_of_skill(&self, skill: &str) -> f32 {
        let Some(known) = skill_of(skill) else {
            return 0.0;
        };
        self.skills
            .keys()
            .map(|asked| relation(known, *asked))
            .fold(0.0, f32::max)
    }

    /// The stems of a text that tell something.
    pub(crate) fn stems_of(text: &str) -> BTreeSet<String> {
        stems(&fold(text)).map(|(stem, _)| stem).collect()
    }

    /// Whether the posting names a skill, in these words or in others for the same thing.
    pub(crate) fn names(&self, skill: &str) -> bool {
        self.says(skill) || skill_of(skill).is_some_and(|skill| self.skills.contains_key(&skill))
    }

    /// Whether the posting says a skill in just these words.
    pub(crate) fn says(&self, skill: &str) -> bool {
        let folded = fold(skill);
        let long = folded.chars().filter(|c| c.is_alphanumeric()).count() >= 2;
        long && has_phrase(&self.folded, &folded) || self.names_exactly(skill)
    }

    /// "C++", "C#", "R": names that folding would take for others are compared by the sign.
    fn names_exactly(&self, skill: &str) -> bool {
        let exact = skill_id(skill);
        let name = exact.trim_start_matches("skill/");
        name.chars().count() <= 4
            && self.needs.iter().any(|need| {
                let mut words = need
                    .text
                    .split(|c: char| c.is_whitespace() || ",;/()".contains(c));
                words.any(|word| word.trim_end_matches('.') == skill.trim())
            })
    }

    /// The demands that a fact may answer: those that share a word with it, or ask for a skill that it names. A person is
    /// told only of those that nothing touches.
    pub(crate) fn needs_met_by(&self, fact: &Fact) -> Vec<usize> {
        let said: BTreeSet<String> = stems(&fold(&fact.text)).map(|(stem, _)| stem).collect();
        let known: Vec<SkillId> = skills_in(&fact.text)
            .iter()
            .map(|mention| mention.skill)
            .collect();
        let met = |need: &Need| {
            let shared = need.stems.iter().any(|stem| {
                said.iter()
                    .any(|other| other == stem || is_kin(stem, other))
            });
            let skill = need
                .skills
                .iter()
                .any(|asked| known.iter().any(|known| relation(*known, *asked) >= 0.5));
            // How many years are asked for and how many there are is said with the score of the match.
            let years =
                fact.kind == FactKind::Years && need.text.contains(|c: char| c.is_ascii_digit());
            skill || years || shared || need.stems.is_empty()
        };
        let all = self.needs.iter().enumerate();
        all.filter(|(_, need)| met(need))
            .map(|(at, _)| at)
            .collect()
    }

    /// How near a title is to the posting's, 0 to 1.
    pub(crate) fn title_nearness(&self, title: &str) -> f32 {
        let own: BTreeSet<String> = stems(&fold(title)).map(|(stem, _)| stem).collect();
        if own.is_empty() || self.title.is_empty() {
            return 0.0;
        }
        let near = |stem: &String| {
            self.title
                .iter()
                .any(|other| other == stem || is_kin(stem, other))
        };
        let shared = own.iter().filter(|stem| near(stem)).count();
        let all = own.len().max(self.title.len());
        let words = u16::try_from(shared).map_or(0.0, f32::from)
            / u16::try_from(all).map_or(1.0, f32::from);
        let held = titles_in(title);
        let kin = held.families.iter().map(|(family, _)| {
            let near = self
                .families
                .iter()
                .map(|other| family_nearness(*family, *other));
            near.fold(0.0, f32::max)
        });
        words.max(0.9 * kin.fold(0.0, f32::max))
    }
}

/// The words of a folded text that tell something, each as its stem and as it stands there.
fn stems(folded: &str) -> impl Iterator<Item = (String, &str)> {
    folded
        .split(' ')
        .filter(|word| word.chars().count() >= 2 && !common().contains(word))
        .map(|word| (stem(word), word))
}

/// A word without the ending that grammar gave it, roughly: only comparisons see it.
fn stem(word: &str) -> String {
    const ENDINGS: [&str; 26] = [
        "ements", "ement", "ments", "ment", "ungen", "ings", "ing", "ung", "ions", "ion", "ers",
        "er", "ed", "ies", "es", "en", "em", "s", "e", "n", "y", "a", "o", "i", "os", "as",
    ];
    let mut best = word;
    for ending in ENDINGS {
        if let Some(rest) = word.strip_suffix(ending)
            && rest.chars().count() >= 4
            && rest.len() < best.len()
        {
            best = rest;
        }
    }
    best.to_owned()
}

/// Whether two stems are forms of one word: they begin alike for most of the longer one.
fn is_kin(one: &str, other: &str) -> bool {
    let shared = one
        .chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let longer = one.chars().count().max(other.chars().count());
    shared >= KIN && shared * 10 > longer * 6
}

fn common() -> &'static BTreeSet<&'static str> {
    static WORDS: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let lines = include_str!("common_words.txt").lines();
        lines
            .filter(|line| !line.starts_with('#'))
            .flat_map(|line| line.split(' '))
            .collect()
    })
}

fn clip(text: &str, max: usize) -> &str {
    &text[..text.floor_char_boundary(max.min(text.len()))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use foothold_core::posting::Requirement;

    fn wanted(title: &str, demands: &[&str]) -> Wanted {
        let demand = |text: &&str| Requirement {
            text: (*text).to_owned(),
            kind: RequirementKind::Required,
        };
        Wanted::of(&JobPosting {
            title: Some(title.to_owned()),
            requirements: demands.iter().map(demand).collect(),
            ..JobPosting::default()
        })
    }

    #[test]
    fn lines_to_the_point_are_worth_more() {
        let wanted = wanted("Pastry Chef", &["Managing a kitchen of ten", "Sourdough"]);
        let (near, words) = wanted.answered_by(
            "Managed the pastry kitchen and its orders",
            &BTreeSet::new(),
        );
        let (far, _) = wanted.answered_by("Sold train tickets at the counter", &BTreeSet::new());
        assert!(near > far, "{near} {far}");
        assert!(words.contains(&"pastry".to_owned()));
        assert!(far < 0.01);
        assert!(wanted.title_nearness("Chef") > wanted.title_nearness("Ticket Seller"));
    }

    #[test]
    fn skills_are_found_as_whole_names() {
        let wanted = wanted("Engineer", &["C++ or Java", "Go", "project management"]);
        assert!(wanted.names("Java"));
        assert!(wanted.names("C++"));
        assert!(wanted.names("Project Management"));
        assert!(!wanted.names("JavaScript"));
        assert!(!wanted.names("C"));
        assert!(!wanted.names("R"));
    }

    #[test]
    fn half_a_megabyte_is_read_in_part() {
        let posting = JobPosting {
            description: Some("## Requirements\n\n- ovens and é\n".repeat(20_000)),
            ..JobPosting::default()
        };
        let wanted = Wanted::of(&posting);
        assert!(wanted.folded.len() < 2 * MAX_DESCRIPTION);
        assert!(wanted.names("ovens"));
    }
}
