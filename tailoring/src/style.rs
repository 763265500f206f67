//! What a person likes, learned from what they change and how they answer the one question about a document.
//!
//! [`Style::learn`] is a pure fold: the same events in the same order give the same style.
//! What must not happen here: anything that changes what is true; a style chooses among true things.

use crate::words::Language;
use foothold_shared::document::{DocumentEdits, DocumentKind, LetterContent, SectionKind};
use foothold_shared::generation::{RatingAnswer, RatingQuestion};
use foothold_shared::redact_debug;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How far a liking can go either way.
const FAR: i8 = 3;
/// How many facts' likings are kept.
const MOST_FACTS: usize = 500;

/// What a person likes. The default is a person of whom nothing is known.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Style {
    /// Longer (above 0) or shorter letters, -3 to 3.
    pub letter_length: i8,
    /// More or fewer lines a job, -3 to 3.
    pub resume_length: i8,
    /// Friendlier (above 0) or cooler letters than the tone asked for, -3 to 3.
    pub warmth: i8,
    /// Lines that show figures come first (above 0) or not, -3 to 3.
    pub figures: i8,
    /// How strictly what is shown keeps to the posting, -3 to 3.
    pub focus: i8,
    /// The person's own salutation by language; "{company}" stands for the company.
    pub salutations: BTreeMap<String, String>,
    /// The person's own closing by language.
    pub closings: BTreeMap<String, String>,
    /// The person's own order of the résumé's sections.
    pub section_order: Vec<SectionKind>,
    /// Sections that the person leaves out.
    pub hidden_sections: Vec<SectionKind>,
    /// Facts that the person keeps putting in (above 0) or taking out, -3 to 3.
    pub facts: BTreeMap<String, i8>,
    /// How many ratings have been learned from.
    pub ratings: u32,
}
redact_debug!(Style);

/// Something a person did that tells of their liking.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(
    clippy::large_enum_variant,
    reason = "a few hundred are folded at once, and most are edits"
)]
pub enum StyleEvent {
    /// They answered the question about a document.
    Rated {
        /// Which document.
        document: DocumentKind,
        /// What was asked.
        question: RatingQuestion,
        /// What they answered.
        answer: RatingAnswer,
    },
    /// They changed what the documents hold.
    Edited {
        /// Their changes before.
        before: DocumentEdits,
        /// Their changes now.
        after: DocumentEdits,
        /// Ids of the facts among them that show a figure.
        with_figures: Vec<String>,
    },
    /// They rewrote a letter; see [`StyleEvent::rewrote`].
    Rewrote {
        /// ISO 639-1 language of the letter.
        language: String,
        /// How many words it had.
        words_made: u32,
        /// How many words it has now.
        words_kept: u32,
        /// How it begins now, "{company}" for the company's name; `None` where that is as it was, or names somebody and so
        /// belongs to this letter alone, and empty where the person took their words back.
        salutation: Option<String>,
        /// How it ends now, likewise.
        closing: Option<String>,
    },
}
redact_debug!(StyleEvent);

impl Style {
    /// The style after one more event.
    #[must_use]
    pub fn learn(&self, event: &StyleEvent) -> Self {
        let mut style = self.clone();
        match event {
            StyleEvent::Rated {
                document,
                question,
                answer,
            } => style.rate(*document, *question, *answer),
            StyleEvent::Edited {
                before,
                after,
                with_figures,
            } => style.edit(before, after, with_figures),
            StyleEvent::Rewrote {
                language,
                words_made,
                words_kept,
                salutation,
                closing,
            } => {
                style.length_kept(*words_made, *words_kept);
                own_words(&mut style.salutations, language, salutation.as_deref());
                own_words(&mut style.closings, language, closing.as_deref());
            }
        }
        style
    }

    /// The liking for a fact: above 0 for what the person keeps putting in.
    #[must_use]
    pub fn liking(&self, fact: &str) -> i8 {
        self.facts.get(fact).copied().unwrap_or_default()
    }

    fn rate(&mut self, document: DocumentKind, question: RatingQuestion, answer: RatingAnswer) {
        self.ratings = self.ratings.saturating_add(1);
        let by = match answer {
            RatingAnswer::Right => return,
            RatingAnswer::TooMuch => -1,
            RatingAnswer::TooLittle => 1,
        };
        match (question, document) {
            (RatingQuestion::Length, DocumentKind::Letter) => step(&mut self.letter_length, by),
            (RatingQuestion::Length, DocumentKind::Resume) => step(&mut self.resume_length, by),
            (RatingQuestion::Voice, _) => step(&mut self.warmth, by),
            // Too much beside the point asks for more focus, too little said asks for less.
            (RatingQuestion::Relevance, _) => step(&mut self.focus, -by),
        }
    }

    fn edit(&mut self, before: &DocumentEdits, after: &DocumentEdits, with_figures: &[String]) {
        let mut figures = 0;
        let lists = [
            (&before.chosen, &after.chosen, 1),
            (&before.left_out, &after.left_out, -1),
        ];
        for (old, new, by) in lists {
            for fact in new.iter().filter(|fact| !old.contains(fact)) {
                step(self.facts.entry(fact.clone()).or_default(), by);
                if with_figures.contains(fact) {
                    figures += by;
                }
            }
        }
        // Whoever words a line anew wants it said.
        for own in after.fixed.iter().filter(|own| !before.fixed.contains(own)) {
            for fact in own.facts.iter().filter(|fact| is_line(fact)) {
                step(self.facts.entry(fact.clone()).or_default(), 1);
            }
        }
        step(&mut self.figures, figures.signum());
        self.facts.retain(|_, liking| *liking != 0);
        while self.facts.len() > MOST_FACTS {
            self.facts.pop_first();
        }
        if before.section_order != after.section_order {
            self.section_order.clone_from(&after.section_order);
        }
        if before.hidden_sections != after.hidden_sections {
            self.hidden_sections.clone_from(&after.hidden_sections);
        }
    }

    /// A letter that lost or gained a tenth of its words by hand was too long or too short.
    fn length_kept(&mut self, made: u32, kept: u32) {
        let (made, kept) = (u64::from(made), u64::from(kept));
        if kept * 10 < made * 9 {
            step(&mut self.letter_length, -1);
        } else if kept * 9 > made * 10 {
            step(&mut self.letter_length, 1);
        }
    }
}

/// Keeps the person's own words for a language; empty words take the old ones away.
fn own_words(kept: &mut BTreeMap<String, String>, language: &str, words: Option<&str>) {
    match words.map(str::trim) {
        None => {}
        Some("") => drop(kept.remove(language)),
        Some(words) => drop(kept.insert(language.to_owned(), words.to_owned())),
    }
}

impl StyleEvent {
    /// What is to be learned from a letter that a person rewrote for a company; `None` where nothing is.
    #[must_use]
    pub fn rewrote(made: &LetterContent, kept: &LetterContent, company: &str) -> Option<Self> {
        let general = |words: &str, was: &str, list: &str| {
            let own = match company.trim() {
                "" => words.trim().to_owned(),
                company => words.trim().replace(company, "{company}"),
            };
            (words != was && is_for_everyone(&own, list, &kept.language)).then_some(own)
        };
        let event = Self::Rewrote {
            language: kept.language.clone(),
            words_made: words(made),
            words_kept: words(kept),
            salutation: general(&kept.salutation, &made.salutation, "list.greeting"),
            closing: general(&kept.closing, &made.closing, "list.parting"),
        };
        let tells = Style::default().learn(&event) != Style::default();
        // Words that were taken back change nothing by themselves, and still are something to learn.
        let back = |words: &str, was: &str| words.trim().is_empty() && !was.is_empty();
        let taken_back =
            back(&kept.salutation, &made.salutation) || back(&kept.closing, &made.closing);
        (tells || taken_back).then_some(event)
    }
}

/// Whether nobody is named: all words are among those that greet anybody. "Dear Ms Silva," belongs to one letter, and
/// sent to another employer it would be worse than any usual word.
fn is_for_everyone(words: &str, list: &str, language: &str) -> bool {
    let Some(language) = Language::of(language) else {
        return false;
    };
    let bare = words.replace("{company}", " ").to_lowercase();
    let mut parts = bare
        .split(|c: char| !c.is_alphabetic())
        .filter(|part| !part.is_empty());
    words.chars().count() <= 120 && parts.all(|part| language.words().lists(list, part))
}

/// The letter with what the person changed of it by hand between two versions: the sentences they worded, how it begins
/// and how it ends. What they took back is empty.
#[must_use]
pub fn reworded(
    made: &LetterContent,
    before: &DocumentEdits,
    after: &DocumentEdits,
) -> LetterContent {
    let mut kept = made.clone();
    for own in after.fixed.iter().filter(|own| !before.fixed.contains(own)) {
        let mut all = kept
            .paragraphs
            .iter_mut()
            .flat_map(|paragraph| &mut paragraph.statements);
        if let Some(statement) = all.find(|one| same_facts(&one.facts, &own.facts)) {
            statement.text.clone_from(&own.text);
        }
    }
    if before.salutation.trim() != after.salutation.trim() {
        after.salutation.trim().clone_into(&mut kept.salutation);
    }
    if before.closing.trim() != after.closing.trim() {
        after.closing.trim().clone_into(&mut kept.closing);
    }
    kept
}

fn same_facts(one: &[String], other: &[String]) -> bool {
    let set = |facts: &[String]| facts.iter().cloned().collect::<BTreeSet<_>>();
    set(one) == set(other)
}

/// Whether a fact is a line under a job or project, and not the whole of it.
fn is_line(fact: &str) -> bool {
    let mut parts = fact.split('/');
    matches!(parts.next(), Some("work" | "project")) && parts.count() == 2
}

fn step(liking: &mut i8, by: i8) {
    *liking = liking.saturating_add(by).clamp(-FAR, FAR);
}

fn words(letter: &LetterContent) -> u32 {
    let statements = letter
        .paragraphs
        .iter()
        .flat_map(|paragraph| &paragraph.statements);
    let count = statements
        .map(|statement| statement.text.split_whitespace().count())
        .sum::<usize>();
    u32::try_from(count).unwrap_or(u32::MAX)
}
