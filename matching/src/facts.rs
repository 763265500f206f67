//! The facts of a profile, each with an id: what documents rest on and what matching cites.
//!
//! What must not happen here: legal answers, self-identification or salary among the facts; nothing derived, either.
//! An id stays the same while what it names stays where it is, and says where that is: `work/<entry id>/2` is the third
//! line of a job's description.

use foothold_shared::profile::{Profile, YearMonth};
use foothold_shared::redact_debug;
use unicode_normalization::UnicodeNormalization;

/// What a fact is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FactKind {
    /// The person's name.
    Name,
    /// E-mail, phone, place, a link.
    Contact,
    /// A sentence of the summary.
    Summary,
    /// Years of professional experience, as stated.
    Years,
    /// A job: title, company, place, time.
    Work,
    /// A line of a job's description.
    WorkLine,
    /// A course of study.
    Education,
    /// A skill.
    Skill,
    /// A language and its level.
    Language,
    /// A certificate or licence.
    Certificate,
    /// A project.
    Project,
    /// A line of a project's description.
    ProjectLine,
    /// A publication.
    Publication,
}

/// Something the person said about themselves.
#[derive(Clone, PartialEq, Eq)]
pub struct Fact {
    /// See the module's documentation.
    pub id: String,
    /// What it is about.
    pub kind: FactKind,
    /// The entry it belongs to, for a line of one.
    pub entry: Option<String>,
    /// What the person said, in their words; parts of an entry joined by ", ".
    pub text: String,
    /// First month of it or of its entry.
    pub start: Option<YearMonth>,
    /// Last month of it or of its entry.
    pub end: Option<YearMonth>,
    /// Whether it goes on.
    pub current: bool,
}
redact_debug!(Fact);

/// All facts of a profile, in the profile's order.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Facts {
    list: Vec<Fact>,
}
redact_debug!(Facts);

impl Facts {
    /// The facts of a profile. What is empty there is none.
    #[must_use]
    pub fn of(profile: &Profile) -> Self {
        let mut facts = Self::default();
        facts.person(profile);
        facts.work(profile);
        facts.education(profile);
        for skill in &profile.skills {
            let text = match skill.years {
                Some(years) => format!("{}, {years}", skill.name.trim()),
                None => skill.name.trim().to_owned(),
            };
            if !skill.name.trim().is_empty() {
                facts.add(skill_id(&skill.name), FactKind::Skill, text);
            }
        }
        for language in &profile.languages {
            let id = format!("language/{}", language.language);
            let level = language
                .level
                .map_or(String::new(), |level| format!(", {level:?}"));
            facts.add(
                id,
                FactKind::Language,
                format!("{}{level}", language.language),
            );
        }
        facts.made(profile);
        facts
    }

    /// The fact with this id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Fact> {
        self.list.iter().find(|fact| fact.id == id)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Fact> {
        self.list.iter()
    }

    /// The lines that belong to an entry.
    pub fn lines_of<'f>(&'f self, entry: &'f str) -> impl Iterator<Item = &'f Fact> {
        self.list
            .iter()
            .filter(move |fact| fact.entry.as_deref() == Some(entry))
    }

    fn add(&mut self, id: String, kind: FactKind, text: String) {
        if !text.trim().is_empty() {
            self.list.push(Fact {
                id,
                kind,
                entry: None,
                text,
                start: None,
                end: None,
                current: false,
            });
        }
    }

    fn person(&mut self, profile: &Profile) {
        let name = &profile.name;
        let parts = [&name.given, &name.middle, &name.family, &name.suffix];
        self.add("name".to_owned(), FactKind::Name, joined(&parts, " "));
        self.add(
            "name/preferred".to_owned(),
            FactKind::Name,
            name.preferred.clone(),
        );
        let contact = &profile.contact;
        self.add(
            "contact/email".to_owned(),
            FactKind::Contact,
            contact.email.clone(),
        );
        self.add(
            "contact/phone".to_owned(),
            FactKind::Contact,
            contact.phone.national.clone(),
        );
        let address = &profile.address;
        let place = joined(&[&address.city, &address.region, &address.country], ", ");
        self.add("contact/place".to_owned(), FactKind::Contact, place);
        let links = &profile.links;
        for (what, link) in [
            ("linkedin", &links.linkedin),
            ("github", &links.github),
            ("portfolio", &links.portfolio),
            ("website", &links.website),
            ("twitter", &links.twitter),
        ] {
            self.add(format!("contact/{what}"), FactKind::Contact, link.clone());
        }
        for (at, sentence) in sentences(&profile.summary).into_iter().enumerate() {
            self.add(format!("summary/{at}"), FactKind::Summary, sentence);
        }
        if let Some(years) = profile.years_experience {
            self.add("years".to_owned(), FactKind::Years, years.to_string());
        }
    }

    fn work(&mut self, profile: &Profile) {
        for (at, job) in profile.work.iter().enumerate() {
            let entry = Fact {
                id: format!("work/{}", key(&job.id, at)),
                kind: FactKind::Work,
                entry: None,
                text: joined(&[&job.title, &job.company, &job.location], ", "),
                start: job.start.clone(),
                end: job.end.clone(),
                current: job.current,
            };
            self.entry(entry, FactKind::WorkLine, &job.description);
        }
    }

    fn education(&mut self, profile: &Profile) {
        for (at, course) in profile.education.iter().enumerate() {
            let parts = [
                &course.degree,
                &course.discipline,
                &course.school,
                &course.grade,
            ];
            self.list.push(Fact {
                id: format!("education/{}", key(&course.id, at)),
                kind: FactKind::Education,
                entry: None,
                text: joined(&parts, ", "),
                start: course.start.clone(),
                end: course.end.clone(),
                current: false,
            });
        }
    }

    fn made(&mut self, profile: &Profile) {
        for (at, certificate) in profile.certificates.iter().enumerate() {
            let text = joined(&[&certificate.name, &certificate.issuer], ", ");
            self.add(format!("certificate/{at}"), FactKind::Certificate, text);
            if let Some(fact) = self.list.last_mut() {
                fact.start.clone_from(&certificate.issued);
                fact.end.clone_from(&certificate.expires);
            }
        }
        for (at, project) in profile.projects.iter().enumerate() {
            let entry = Fact {
                id: format!("project/{}", key(&project.id, at)),
                kind: FactKind::Project,
                entry: None,
                text: joined(&[&project.name, &project.role], ", "),
                start: project.start.clone(),
                end: project.end.clone(),
                current: project.current,
            };
            self.entry(entry, FactKind::ProjectLine, &project.description);
        }
        for (at, publication) in profile.publications.iter().enumerate() {
            self.list.push(Fact {
                id: format!("publication/{}", key(&publication.id, at)),
                kind: FactKind::Publication,
                entry: None,
                text: joined(&[&publication.title, &publication.publisher], ", "),
                start: publication.published.clone(),
                end: None,
                current: false,
            });
        }
    }

    fn entry(&mut self, entry: Fact, kind: FactKind, description: &str) {
        let lines: Vec<Fact> = lines(description)
            .enumerate()
            .map(|(at, text)| Fact {
                id: format!("{}/{at}", entry.id),
                kind,
                entry: Some(entry.id.clone()),
                text: text.to_owned(),
                ..entry.clone()
            })
            .collect();
        self.list.push(entry);
        self.list.extend(lines);
    }
}

/// The lines of a description, without the marks of bullets and without empty ones: each is a fact.
pub fn lines(description: &str) -> impl Iterator<Item = &str> {
    description
        .lines()
        .map(|line| {
            line.trim()
                .trim_start_matches(['-', '*', '•', '–', '·'])
                .trim_start()
        })
        .filter(|line| !line.is_empty())
}

/// The id of a skill: it does not change when the list is put in another order.
#[must_use]
pub fn skill_id(name: &str) -> String {
    let folded: String = name.nfkc().flat_map(char::to_lowercase).collect();
    let words: Vec<&str> = folded.split_whitespace().collect();
    format!("skill/{}", words.join(" "))
}

/// The id of an entry of a list (`work`, `education`, `project`, `publication`), by its own id and its place there.
#[must_use]
pub fn entry_id(list: &str, id: &str, at: usize) -> String {
    format!("{list}/{}", key(id, at))
}

/// An entry's own id, or its place where an old client gave none.
fn key(id: &str, at: usize) -> String {
    if id.is_empty() {
        at.to_string()
    } else {
        id.to_owned()
    }
}

fn joined(parts: &[&String], by: &str) -> String {
    let said: Vec<&str> = parts
        .iter()
        .map(|part| part.trim())
        .filter(|part| !part.is_empty())
        .collect();
    said.join(by)
}

/// Words that end in a stop without ending a sentence.
const SHORT: [&str; 18] = [
    "e.g.", "i.e.", "etc.", "approx.", "incl.", "dr.", "prof.", "mr.", "ms.", "mrs.", "st.", "no.",
    "z.b.", "bzw.", "ca.", "p.ej.", "inc.", "vs.",
];

/// The sentences of a text, as they were written. A stop counts where the next word begins like a sentence.
#[must_use]
pub fn sentences(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in lines(text) {
        let mut sentence: Vec<&str> = Vec::new();
        let mut words = line.split_whitespace().peekable();
        while let Some(word) = words.next() {
            sentence.push(word);
            let ends = word.ends_with(['.', '!', '?', '…'])
                && !SHORT.contains(&word.to_lowercase().as_str());
            let begins = words
                .peek()
                .is_none_or(|next| next.chars().next().is_some_and(|c| !c.is_lowercase()));
            if ends && begins {
                found.push(sentence.join(" "));
                sentence.clear();
            }
        }
        if !sentence.is_empty() {
            found.push(sentence.join(" "));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use foothold_shared::profile::{Skill, WorkEntry};

    #[test]
    fn each_line_of_a_job_is_a_fact_with_the_jobs_time() {
        let profile = Profile {
            work: vec![WorkEntry {
                id: "a1".to_owned(),
                company: "Mill & Sons".to_owned(),
                title: "Baker".to_owned(),
                start: Some(YearMonth {
                    year: 2019,
                    month: Some(4),
                }),
                current: true,
                description: "- Baked 300 loaves a day\n\n• Trained two apprentices".to_owned(),
                ..WorkEntry::default()
            }],
            skills: vec![Skill {
                name: " Sour  Dough".to_owned(),
                years: Some(6),
            }],
            ..Profile::default()
        };
        let facts = Facts::of(&profile);
        let ids: Vec<&str> = facts.iter().map(|fact| fact.id.as_str()).collect();
        assert_eq!(
            ids,
            ["work/a1", "work/a1/0", "work/a1/1", "skill/sour dough"]
        );
        let line = facts.find("work/a1/1").expect("the second bullet");
        assert_eq!(line.text, "Trained two apprentices");
        assert_eq!(line.start.as_ref().map(|start| start.year), Some(2019));
        assert!(line.current);
        assert_eq!(facts.lines_of("work/a1").count(), 2);
    }

    #[test]
    fn an_empty_profile_has_no_facts() {
        assert_eq!(Facts::of(&Profile::default()).iter().count(), 0);
    }

    #[test]
    fn sentences_end_where_the_next_begins() {
        assert_eq!(
            sentences("Runs kitchens, e.g. Two large ones. Likes bread! Serves ca. 40 guests"),
            [
                "Runs kitchens, e.g. Two large ones.",
                "Likes bread!",
                "Serves ca. 40 guests"
            ]
        );
    }
}
