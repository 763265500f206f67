//! Whether a profile bears out the sentences of a letter that somebody wrote.
//!
//! sentence → the facts nearest to it → `foothold_tailoring::ground` → told; else what of it can be looked up.
//! What must not happen here: calling an opinion unsupported. The check that generated sentences go through refuses what
//! it does not understand; a person's own sentence is only questioned for a number that is nowhere in profile and posting,
//! a tool or licence that the profile does not have, and a title or a deed that is more than the profile's.

use foothold_core::posting::JobPosting;
use foothold_documents::report::Measure;
use foothold_documents::report::letter::{Backing, speaks_of_self};
use foothold_matching::facts::{FactKind, Facts};
use foothold_matching::person::Person;
use foothold_matching::text;
use foothold_matching::vocabulary::{SkillKind, kind, skills_in};
use foothold_shared::document::Statement;
use foothold_shared::profile::Profile;
use foothold_tailoring::POSTING;
use foothold_tailoring::ground::{Refusal, Verdict, check};
use std::collections::HashSet;

/// The most facts that a sentence is held against.
const NEAREST: usize = 20;

/// What sentences are held against.
pub(super) struct Known {
    facts: Facts,
    /// Each fact's id and its words.
    words: Vec<(String, HashSet<String>)>,
    /// All numbers of profile and posting.
    numbers: HashSet<String>,
    person: Person,
    posting: Option<JobPosting>,
}

impl Known {
    pub(super) fn of(profile: &Profile, measure: Option<&Measure>, today: &str) -> Self {
        let facts = Facts::of(profile);
        let mut numbers = HashSet::new();
        let mut words = Vec::new();
        for fact in facts.iter() {
            numbers.extend(numbers_in(&fact.text));
            for date in [&fact.start, &fact.end].into_iter().flatten() {
                numbers.insert(date.year.to_string());
            }
            if !matches!(fact.kind, FactKind::Contact | FactKind::Name) {
                words.push((fact.id.clone(), telling(&fact.text)));
            }
        }
        let posting = measure.map(|measure| measure.posting.clone());
        for text in posting.iter().flat_map(|posting| {
            [
                &posting.title,
                &posting.description,
                &posting.company,
                &posting.reference,
            ]
            .into_iter()
            .flatten()
        }) {
            numbers.extend(numbers_in(text));
        }
        // This year and the lengths that follow from the profile's dates are no other numbers.
        let person = Person::of_profile(profile, today);
        numbers.extend(today.get(..4).map(str::to_owned));
        numbers.extend((0..=person.months / 12 + 1).map(|years| years.to_string()));
        Self {
            facts,
            words,
            numbers,
            person,
            posting,
        }
    }

    /// Whether the profile bears out sentences, in their order.
    pub(super) fn back(&self, sentences: &[String], language: &str) -> Vec<Backing> {
        sentences
            .iter()
            .map(|sentence| self.back_one(sentence, language))
            .collect()
    }

    fn back_one(&self, sentence: &str, language: &str) -> Backing {
        if self.words.is_empty() {
            return Backing::Open;
        }
        let facts = self.nearest(sentence);
        let none = JobPosting::default();
        let posting = self.posting.as_ref().unwrap_or(&none);
        let verdict = |facts: Vec<String>| {
            let statement = Statement {
                text: sentence.to_owned(),
                facts,
                fixed: false,
            };
            check(&[statement], &self.facts, posting, language).pop()
        };
        let refusal = match verdict(facts.clone()) {
            Some(Verdict::Refused(refusal)) => refusal,
            Some(_) => return Backing::Told,
            None => return Backing::Open,
        };
        if self.posting.is_some() {
            let with_posting = [vec![POSTING.to_owned()], facts].concat();
            if verdict(with_posting).is_some_and(|verdict| verdict.may_stand()) {
                return Backing::Open;
            }
        }
        let of_self = speaks_of_self(sentence, language);
        if of_self {
            let other = numbers_in(sentence)
                .into_iter()
                .find(|number| !self.numbers.contains(number));
            if let Some(number) = other {
                return Backing::OtherNumber(Refusal::Number(number).say());
            }
            let unknown = skills_in(sentence).into_iter().find(|mention| {
                matches!(kind(mention.skill), SkillKind::Tool | SkillKind::Licence)
                    && self.person.worth(mention.skill) <= 0.0
            });
            if let Some(mention) = unknown {
                let word = sentence[mention.start..mention.end].to_owned();
                return Backing::Unsupported(Refusal::Word(word).say());
            }
        }
        match refusal {
            Refusal::Title | Refusal::Negation | Refusal::Stronger if of_self => {
                Backing::Unsupported(refusal.say())
            }
            _ => Backing::Open,
        }
    }

    /// The facts that share the most words with a sentence.
    fn nearest(&self, sentence: &str) -> Vec<String> {
        let wanted = telling(sentence);
        let mut near: Vec<(usize, &String)> = self
            .words
            .iter()
            .map(|(id, words)| (words.intersection(&wanted).count(), id))
            .filter(|(shared, _)| *shared > 0)
            .collect();
        near.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
        near.into_iter()
            .take(NEAREST)
            .map(|(_, id)| id.clone())
            .collect()
    }
}

/// The words of a text that tell it from others.
fn telling(text: &str) -> HashSet<String> {
    text::words(text)
        .into_iter()
        .map(|word| word.folded)
        .filter(|word| word.len() > 2)
        .collect()
}

/// The numbers of a text, without the signs that divide thousands.
fn numbers_in(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = String::new();
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        if sign.is_ascii_digit() {
            open.push(sign);
            continue;
        }
        let divides = matches!(sign, '.' | ',' | '\u{A0}' | '\'' | '’')
            && !open.is_empty()
            && signs.peek().is_some_and(char::is_ascii_digit);
        if !divides && !open.is_empty() {
            found.push(std::mem::take(&mut open));
        }
    }
    if !open.is_empty() {
        found.push(open);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use foothold_shared::profile::{Skill, WorkEntry, YearMonth};

    fn nurse() -> Profile {
        Profile {
            work: vec![WorkEntry {
                id: "w1".to_owned(),
                company: "Klinikum Lindenau".to_owned(),
                title: "Nurse".to_owned(),
                start: Some(YearMonth {
                    year: 2019,
                    month: Some(4),
                }),
                current: true,
                description: "- Trained 14 new colleagues in wound care".to_owned(),
                ..WorkEntry::default()
            }],
            skills: vec![Skill {
                name: "Wound care".to_owned(),
                years: None,
            }],
            ..Profile::default()
        }
    }

    #[test]
    fn what_can_be_looked_up_is_looked_up_and_opinions_are_left_alone() {
        let known = Known::of(&nurse(), None, "2026-11-21");
        let back = |sentence: &str| known.back(&[sentence.to_owned()], "en").remove(0);
        assert!(back("I trained 14 new colleagues in wound care.") == Backing::Told);
        for sentence in [
            "I like to work where people laugh.",
            "Your clinic is close to where I live.",
            "I have worked there since 2019.",
        ] {
            let found = back(sentence);
            assert!(
                found == Backing::Open || found == Backing::Told,
                "{sentence}"
            );
        }
        for sentence in [
            "I trained 40 new colleagues in wound care.",
            "I looked after 230 people.",
        ] {
            assert!(
                matches!(back(sentence), Backing::OtherNumber(_)),
                "{sentence}"
            );
        }
        assert!(matches!(
            back("I write my programs in Rust."),
            Backing::Unsupported(_)
        ));
    }

    #[test]
    fn numbers_are_whole() {
        assert_eq!(
            numbers_in("1,200 guests, 3.5 years, 12%"),
            ["1200", "35", "12"]
        );
    }
}
