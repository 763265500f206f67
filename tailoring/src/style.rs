//! What a person likes, learned from what they change and how they answer the one question about a document.
//!
//! [`Style::learn`] is a pure fold: the same events in the same order give the same style.
//! What must not happen here: anything that changes what is true; a style chooses among true things.

use foothold_shared::document::{DocumentEdits, DocumentKind, LetterContent, SectionKind};
use foothold_shared::generation::{RatingAnswer, RatingQuestion};
use foothold_shared::redact_debug;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
    /// They rewrote a letter.
    Rewrote {
        /// The letter as it was made.
        made: LetterContent,
        /// The letter as they kept it.
        kept: LetterContent,
        /// The company, so that its name in a salutation is known for one.
        company: String,
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
                made,
                kept,
                company,
            } => style.rewrite(made, kept, company),
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

    fn rewrite(&mut self, made: &LetterContent, kept: &LetterContent, company: &str) {
        let (old, new) = (words(made), words(kept));
        if new * 5 < old * 4 {
            step(&mut self.letter_length, -1);
        } else if new * 4 > old * 5 {
            step(&mut self.letter_length, 1);
        }
        if kept.salutation != made.salutation {
            let own = if company.is_empty() {
                kept.salutation.clone()
            } else {
                kept.salutation.replace(company, "{company}")
            };
            own_words(&mut self.salutations, &kept.language, own);
        }
        if kept.closing != made.closing {
            own_words(&mut self.closings, &kept.language, kept.closing.clone());
        }
    }
}

/// Keeps the person's own words for a language; empty words take the old ones away.
fn own_words(kept: &mut BTreeMap<String, String>, language: &str, words: String) {
    if words.trim().is_empty() || words.len() > 200 {
        kept.remove(language);
    } else {
        kept.insert(language.to_owned(), words);
    }
}

fn step(liking: &mut i8, by: i8) {
    *liking = liking.saturating_add(by).clamp(-FAR, FAR);
}

fn words(letter: &LetterContent) -> usize {
    let statements = letter
        .paragraphs
        .iter()
        .flat_map(|paragraph| &paragraph.statements);
    statements
        .map(|statement| statement.text.split_whitespace().count())
        .sum()
}
