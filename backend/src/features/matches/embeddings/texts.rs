//! The texts that are embedded: what a posting is about, and what a person's work is.
//!
//! Pure. What must not happen here: name, contact, address, employers, times, schools, pay or self-identification in a text
//! of a person; a text longer than it may be.

use foothold_matching::demands::Demands;
use foothold_matching::facts::{Fact, FactKind, Facts};
use foothold_shared::profile::Profile;
use foothold_tailoring::rewrite;
use sha2::{Digest, Sha256};

use super::super::names::Names;

/// Changes whenever a text would be made otherwise: then what is kept is made anew.
const EDITION: &str = "1";
/// A line is cut after so many characters, so that one does not stand for all.
const LONGEST_LINE: usize = 300;

/// What a posting is about: its title, what it asks for, and the beginning of its description.
pub(super) fn posting(demands: &Demands, description: &str, most: usize) -> String {
    let mut text = Text::of_at_most(most);
    text.add(&demands.title);
    for need in &demands.needs {
        text.add(&need.text);
    }
    for line in description.lines() {
        text.add(line);
    }
    text.said
}

/// The hash of what a posting's text is made of; `posting` is the hash of its content.
pub(super) fn posting_content(posting: &str, most: usize) -> String {
    hashed(&["posting", &most.to_string(), posting])
}

/// What a person's work is: their titles, their summary, their skills and what they did, in the profile's order, which
/// begins with the latest. Empty where the profile tells nothing of it.
pub(super) fn person(profile: &Profile, most: usize) -> String {
    let names = Names::of(profile);
    let mut text = Text::of_at_most(most);
    let mut add = |kind: FactKind, said: &str| {
        let fact = Fact {
            id: String::new(),
            kind,
            entry: None,
            text: said.to_owned(),
            start: None,
            end: None,
            current: false,
        };
        if rewrite::may_be_shown(&fact) && !names.are_in(said) {
            text.add(said);
        }
    };
    for job in &profile.work {
        add(FactKind::Work, &job.title);
    }
    let facts = Facts::of(profile);
    let kinds =
        |wanted: &'static [FactKind]| facts.iter().filter(move |fact| wanted.contains(&fact.kind));
    for fact in kinds(&[FactKind::Summary]) {
        add(fact.kind, &fact.text);
    }
    for skill in &profile.skills {
        add(FactKind::Skill, &skill.name);
    }
    for fact in kinds(&[FactKind::WorkLine]) {
        add(fact.kind, &fact.text);
    }
    for fact in kinds(&[FactKind::Project, FactKind::ProjectLine]) {
        add(fact.kind, &fact.text);
    }
    text.said
}

/// The hash of a person's text.
pub(super) fn person_content(text: &str) -> String {
    hashed(&["person", text])
}

fn hashed(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in [EDITION].iter().chain(parts) {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    hex::encode(hash.finalize())
}

/// Lines up to an end, none of them twice.
struct Text {
    said: String,
    lines: Vec<String>,
    /// How many characters are left.
    left: usize,
}

impl Text {
    fn of_at_most(most: usize) -> Self {
        Self {
            said: String::new(),
            lines: Vec::new(),
            left: most,
        }
    }

    fn add(&mut self, line: &str) {
        let words = line.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = words.trim_start_matches(['#', '-', '*', '•', ' ']);
        if words.is_empty() || self.left == 0 || self.lines.iter().any(|line| line == words) {
            return;
        }
        self.lines.push(words.to_owned());
        let room = self.left.min(LONGEST_LINE);
        let cut: String = words.chars().take(room).collect();
        self.left = self.left.saturating_sub(cut.chars().count() + 1);
        if !self.said.is_empty() {
            self.said.push('\n');
        }
        self.said.push_str(&cut);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use foothold_core::posting::JobPosting;
    use foothold_matching::demands;
    use foothold_shared::profile::{Contact, EducationEntry, Name, Skill, WorkEntry, YearMonth};

    fn baker() -> Profile {
        Profile {
            name: Name {
                given: "Ottilie".into(),
                family: "Quist".into(),
                preferred: "Tilly".into(),
                ..Name::default()
            },
            contact: Contact {
                email: "ottilie@mail.example".into(),
                ..Contact::default()
            },
            summary: "Baker of dark breads. Call me Tilly. I bake at night.".into(),
            work: vec![WorkEntry {
                id: "w1".into(),
                title: "Head Baker".into(),
                company: "Mill & Sons".into(),
                location: "Leiden".into(),
                start: Some(YearMonth {
                    year: 2019,
                    month: Some(4),
                }),
                description: "- Baked 300 loaves a day\n- See ottilie.example/www or call 0123 456 7890\n- Known as Quist the baker".into(),
                ..WorkEntry::default()
            }],
            education: vec![EducationEntry {
                id: "e1".into(),
                school: "Bakery School".into(),
                degree: "Diploma".into(),
                end: Some(YearMonth {
                    year: 1987,
                    month: None,
                }),
                ..EducationEntry::default()
            }],
            skills: vec![Skill {
                name: "Sourdough".into(),
                years: Some(12),
            }],
            ..Profile::default()
        }
    }

    #[test]
    fn of_a_person_only_the_work_is_told() {
        assert_eq!(
            person(&baker(), 1_500),
            "Head Baker\nBaker of dark breads.\nI bake at night.\nSourdough\nBaked 300 loaves a day"
        );
        assert_eq!(person(&baker(), 12), "Head Baker\nB");
        assert_eq!(person(&Profile::default(), 1_500), "");
    }

    #[test]
    fn another_text_has_another_hash() {
        assert_ne!(person_content("a"), person_content("b"));
        assert_ne!(posting_content("a", 500), posting_content("a", 501));
        assert_ne!(posting_content("a", 500), person_content("a"));
        assert_eq!(posting_content("a", 500), posting_content("a", 500));
    }

    #[test]
    fn a_posting_is_told_within_its_length_and_nothing_twice() {
        let description = "We bake.\n\n## Requirements\n\n- Three years with sourdough\n- Nights";
        let asked = demands::of(&JobPosting {
            title: Some("Baker".into()),
            description: Some(description.into()),
            ..JobPosting::default()
        });
        let told = posting(&asked, description, 1_500);
        assert!(told.starts_with("Baker\n"), "{told}");
        assert!(told.contains("We bake."), "{told}");
        assert_eq!(told.matches("sourdough").count(), 1, "{told}");
        let long = "word ".repeat(10_000);
        let told = posting(&asked, &long, 500);
        assert!(told.chars().count() <= 500, "{}", told.len());
    }
}
