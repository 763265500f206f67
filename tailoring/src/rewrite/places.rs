//! Where the sentences stand that may be reworded: bullets, running text, the letter's sentences.

use foothold_matching::facts::{Fact, FactKind, Facts};
use foothold_shared::document::{SectionKind, Statement};

use super::Item;
use crate::POSTING;
use crate::tailored::Tailored;

/// The most sentences that a model is asked about.
const MOST: usize = 60;

/// Where a statement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Section, entry, bullet of the résumé.
    Bullet(usize, usize, usize),
    /// Section, entry, sentence of the résumé.
    Sentence(usize, usize, usize),
    /// Paragraph, sentence of the letter.
    Letter(usize, usize),
}

impl Place {
    pub(super) fn is_letter(self) -> bool {
        matches!(self, Self::Letter(..))
    }
}

/// The statement at a place.
pub(super) fn statement_mut(tailored: &mut Tailored, place: Place) -> Option<&mut Statement> {
    match place {
        Place::Bullet(section, entry, at) => {
            let section = tailored.resume.sections.get_mut(section)?;
            section.entries.get_mut(entry)?.bullets.get_mut(at)
        }
        Place::Sentence(section, entry, at) => {
            let section = tailored.resume.sections.get_mut(section)?;
            section.entries.get_mut(entry)?.paragraph.get_mut(at)
        }
        Place::Letter(paragraph, at) => {
            let paragraph = tailored.letter.paragraphs.get_mut(paragraph)?;
            paragraph.statements.get_mut(at)
        }
    }
}

/// All sentences that may be reworded: not fixed by the person, resting on professional facts only.
pub(super) fn places(tailored: &Tailored, facts: &Facts) -> Vec<Item> {
    let mut found = Vec::new();
    let mut add = |place: Place, own: &Statement, allowed: Vec<String>| {
        if found.len() < MOST && may_be_asked(own, facts) {
            found.push(Item {
                place,
                own: own.clone(),
                allowed,
            });
        }
    };
    for (s, section) in tailored.resume.sections.iter().enumerate() {
        if !matches!(
            section.kind,
            SectionKind::Summary | SectionKind::Work | SectionKind::Projects
        ) {
            continue;
        }
        for (e, entry) in section.entries.iter().enumerate() {
            // A bullet stays with its entry: no fact of another job comes into it.
            let allowed = |own: &Statement| {
                let mut allowed = own.facts.clone();
                if !entry.entry_id.is_empty() {
                    allowed.push(entry.entry_id.clone());
                }
                allowed
            };
            for (at, own) in entry.paragraph.iter().enumerate() {
                add(Place::Sentence(s, e, at), own, allowed(own));
            }
            for (at, own) in entry.bullets.iter().enumerate() {
                add(Place::Bullet(s, e, at), own, allowed(own));
            }
        }
    }
    let every: Vec<String> = facts
        .iter()
        .filter(|fact| is_professional(fact.kind) && !is_private(&fact.text))
        .map(|fact| fact.id.clone())
        .collect();
    for (p, paragraph) in tailored.letter.paragraphs.iter().enumerate() {
        for (at, own) in paragraph.statements.iter().enumerate() {
            // What is said about the job alone is the program's own and stays as it is.
            if own.facts.iter().any(|id| id != POSTING) {
                add(Place::Letter(p, at), own, every.clone());
            }
        }
    }
    found
}

fn may_be_asked(own: &Statement, facts: &Facts) -> bool {
    let professional = own.facts.iter().filter(|id| *id != POSTING).all(|id| {
        facts
            .find(id)
            .is_some_and(|fact| is_professional(fact.kind) && !is_private(&fact.text))
    });
    !own.fixed
        && !own.text.trim().is_empty()
        && !own.facts.is_empty()
        && professional
        && !is_private(&own.text)
}

/// Whether a model may see a fact: professional, and without an address, a link or a phone number in it.
#[must_use]
pub fn may_be_shown(fact: &Fact) -> bool {
    is_professional(fact.kind) && !is_private(&fact.text)
}

/// Kinds of facts that a model may see.
pub(super) fn is_professional(kind: FactKind) -> bool {
    !matches!(kind, FactKind::Name | FactKind::Contact)
}

/// Whether a text holds an address, a link or a phone number, wherever the person wrote it.
pub(super) fn is_private(text: &str) -> bool {
    let mut run = 0;
    let phone = text.chars().any(|c| {
        run = match c {
            '0'..='9' => run + 1,
            ' ' | '-' | '/' | '(' | ')' | '.' if run > 0 => run,
            _ => 0,
        };
        // Years side by side ("2016 2019") have eight digits.
        run >= 9
    });
    phone || text.contains('@') || text.contains("://") || text.to_lowercase().contains("www.")
}
