//! One person, one job: all that the documents are made from, put in one place.
//!
//! What must not happen here: a decision. What is decided with it is decided in `resume` and `letter`.

use crate::choose::{Ranking, Wanted};
use crate::fixed::Fixed;
use crate::style::Style;
use crate::words::{Language, Words};
use foothold_core::posting::JobPosting;
use foothold_matching::facts::Facts;
use foothold_shared::document::{DocumentEdits, DocumentOptions, Statement};
use foothold_shared::generation::{DocumentChoice, DroppedStatement};
use foothold_shared::profile::Profile;

/// What documents are made from.
pub(crate) struct Case<'c> {
    pub(crate) profile: &'c Profile,
    pub(crate) posting: &'c JobPosting,
    pub(crate) options: &'c DocumentOptions,
    pub(crate) edits: &'c DocumentEdits,
    pub(crate) style: &'c Style,
    /// `YYYY-MM-DD`; empty where the caller has no clock.
    pub(crate) today: &'c str,
    pub(crate) language: Language,
    pub(crate) facts: Facts,
    pub(crate) wanted: Wanted,
    pub(crate) ranking: Ranking,
}

impl Case<'_> {
    pub(crate) fn words(&self) -> &'static Words {
        self.language.words()
    }
}

/// What was decided on the way, for the person.
#[derive(Default)]
pub(crate) struct Decided {
    pub(crate) choices: Vec<DocumentChoice>,
    pub(crate) dropped: Vec<DroppedStatement>,
    pub(crate) notes: Vec<String>,
    /// Facts that may go, with their worth.
    pub(crate) may_go: Vec<(f32, String)>,
    /// The person's own wordings.
    pub(crate) fixed: Fixed,
}

impl Decided {
    pub(crate) fn chose(&mut self, what: String, why: impl Into<String>, facts: Vec<String>) {
        self.choices.push(DocumentChoice {
            what,
            why: why.into(),
            facts,
        });
    }

    pub(crate) fn dropped(&mut self, fact: &str, text: &str, why: impl Into<String>) {
        self.dropped.push(DroppedStatement {
            text: text.to_owned(),
            why: why.into(),
            facts: vec![fact.to_owned()],
        });
    }

    /// A statement of these facts, in the person's own wording where they fixed one.
    pub(crate) fn state(&mut self, text: String, facts: Vec<String>) -> Statement {
        match self.fixed.take(&facts, &text) {
            Some(own) => Statement {
                text: own,
                facts,
                fixed: true,
            },
            None => Statement {
                text,
                facts,
                fixed: false,
            },
        }
    }
}
