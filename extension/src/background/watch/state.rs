//! What is known of a tab between its fill and the sending of the form. Pure; it lives in session storage, because the
//! worker may be ended at any moment.

use super::event::line;
use crate::background::fill::Asked;
use crate::messages::{CorrectionOffer, CorrectionView, FieldAt};
use foothold_core::memory::Note;
use foothold_core::submission::{Before, Press};
use foothold_shared::answer::NewAnswer;
use serde::{Deserialize, Serialize};

/// How long a tab is watched after its last fill.
pub(super) const WATCHED_MS: i64 = 60 * 60_000;
/// How often the next step is filled at most.
pub(super) const MOST_STEPS: u32 = 60;
/// The most documents of a tab that are believed, the latest ones.
const MOST_DOCUMENTS: usize = 60;
/// The most corrections that are kept.
const MOST_CORRECTIONS: usize = 100;
const DAY_MS: i64 = 24 * 60 * 60_000;

/// A tab that is watched.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(crate) struct Watch {
    /// The fill it follows.
    pub(super) receipt_id: String,
    /// The id the application will have, made once so that it is never recorded twice.
    pub(super) application_id: String,
    /// When the watch began or a step was filled last, epoch milliseconds.
    pub(super) since_ms: i64,
    /// The documents that are believed.
    pub(super) documents: Vec<String>,
    /// The page before the form is sent.
    pub(super) before: Before,
    /// The last button that was pressed on the form, until it is known what came of it.
    pub(super) pressed: Option<Pressed>,
    /// When the form was sent off without a word of the page, epoch milliseconds.
    pub(super) unsure_ms: Option<i64>,
    /// How often the next step was filled.
    pub(super) steps: u32,
    /// Whether the application was sent: nothing is watched any more, corrections can still be remembered.
    pub(super) over: bool,
    corrections: Vec<Correction>,
    last_correction: u32,
}

/// What can be done with an answer that the person gave by hand.
pub(super) enum Offer {
    /// It can be remembered, as this question.
    Remember(Note),
    /// It is a fact of the profile.
    UpdateProfile,
}

/// A button that was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Pressed {
    pub(super) press: Press,
    /// When, epoch milliseconds.
    pub(super) at_ms: i64,
}

/// What the person answered by hand.
#[derive(Clone, Serialize, Deserialize)]
struct Correction {
    number: u32,
    document_id: String,
    at: FieldAt,
    question: String,
    options: Vec<String>,
    answer: Vec<String>,
    was: String,
    offer: CorrectionOffer,
    country: Option<String>,
    given_at_ms: i64,
}

impl Watch {
    /// A watch that begins.
    pub(super) fn new(receipt_id: &str, application_id: String, now_ms: i64) -> Self {
        Self {
            receipt_id: receipt_id.to_owned(),
            application_id,
            since_ms: now_ms,
            ..Self::default()
        }
    }

    /// Whether the watch has lasted too long.
    pub(super) fn is_stale(&self, now_ms: i64) -> bool {
        now_ms.saturating_sub(self.since_ms) > WATCHED_MS
    }

    /// Whether a form was sent off, or a step was left, and it is not known what came of it.
    pub(super) const fn awaits(&self) -> bool {
        self.pressed.is_some() || self.unsure_ms.is_some()
    }

    /// Whether a document was asked to be watched.
    pub(super) fn believes(&self, document_id: &str) -> bool {
        self.documents.iter().any(|known| known == document_id)
    }

    /// Believes a document from now on.
    pub(super) fn believe(&mut self, document_id: &str) {
        if !self.believes(document_id) {
            self.documents.push(document_id.to_owned());
        }
        let over = self.documents.len().saturating_sub(MOST_DOCUMENTS);
        self.documents.drain(..over);
    }

    /// Notes a button that was pressed; whether what follows is worth looking at.
    pub(super) fn press(&mut self, press: Press, now_ms: i64) -> bool {
        match press {
            Press::Send | Press::Step => {
                self.pressed = Some(Pressed {
                    press,
                    at_ms: now_ms,
                });
                true
            }
            Press::Draft | Press::Other => false,
        }
    }

    /// Takes in what the person put into a field; without an offer it only takes back what was known of it.
    pub(super) fn correct(
        &mut self,
        asked: &Asked<'_>,
        document_id: &str,
        offer: Option<Offer>,
        [was, value]: [&[String]; 2],
        now_ms: i64,
    ) {
        let handle = asked.field.handle;
        let same =
            |known: &Correction| known.document_id == document_id && known.at.handle == handle;
        let known = self.corrections.iter().position(same);
        let before = match known {
            Some(at) => self.corrections.remove(at).was,
            None => asked.was.to_owned(),
        };
        let empty = value.iter().all(|text| text.trim().is_empty());
        // Where the page words it in its own way, both wordings are what was there.
        let as_before = line(value) == before || known.is_none() && line(value) == line(was);
        if empty || as_before {
            return;
        }
        let note = match offer {
            Some(Offer::Remember(note)) => Some(note),
            Some(Offer::UpdateProfile) => None,
            None => return,
        };
        let offer = match note {
            Some(_) => CorrectionOffer::Remember,
            None => CorrectionOffer::UpdateProfile,
        };
        let note = note.unwrap_or_else(|| Note {
            question: asked.field.label.clone(),
            options: Vec::new(),
            country: None,
        });
        self.last_correction += 1;
        self.corrections.push(Correction {
            number: self.last_correction,
            document_id: document_id.to_owned(),
            at: FieldAt {
                frame_id: asked.frame_id,
                handle,
            },
            question: note.question,
            options: note.options,
            answer: value.to_vec(),
            was: before,
            offer,
            country: note.country,
            given_at_ms: now_ms,
        });
        let over = self.corrections.len().saturating_sub(MOST_CORRECTIONS);
        self.corrections.drain(..over);
    }

    /// What the person answered by hand, in the order it was answered.
    pub(super) fn corrections(&self) -> Vec<CorrectionView> {
        let view = |one: &Correction| CorrectionView {
            correction: one.number,
            at: one.at,
            question: one.question.clone(),
            answer: one.answer.clone(),
            was: one.was.clone(),
            offer: one.offer,
            country: one.country.clone(),
        };
        self.corrections.iter().map(view).collect()
    }

    /// Takes a correction out, as an answer to be remembered where that is offered.
    pub(super) fn take(
        &mut self,
        number: u32,
        host: &str,
        keep_days: Option<u32>,
    ) -> Option<NewAnswer> {
        let at = self
            .corrections
            .iter()
            .position(|one| one.number == number)?;
        let taken = self.corrections.remove(at);
        if taken.offer != CorrectionOffer::Remember {
            return None;
        }
        let expires_at_ms =
            keep_days.map(|days| taken.given_at_ms.saturating_add(i64::from(days) * DAY_MS));
        Some(NewAnswer {
            question: taken.question,
            options: taken.options,
            answer: taken.answer,
            country: taken.country,
            host: Some(host.to_owned()),
            remembered_at_ms: taken.given_at_ms,
            expires_at_ms,
        })
    }
}

#[cfg(test)]
#[path = "state_tests.rs"]
mod tests;
