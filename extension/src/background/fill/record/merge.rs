//! A record grows: pass by pass on one screen, screen by screen in one document, document by document in one tab.
//!
//! Each field has one line. What was written stays what it is until the same field is written again; what was left is
//! said anew at each look. Screens that were left stay in the record, as a part of what the form asked.
//! What must not happen here: a field twice, a record that grows without a bound.

use super::super::parsed::held;
use super::super::understand::FramePlan;
use super::{FillRecord, FilledFrame};
use foothold_core::classify::{ClassifiedField, ClassifiedForm, Family};
use foothold_core::outcome::{FieldOutcome, FillOutcome, WriteResult};
use foothold_core::page::PageSnapshot;
use foothold_core::plan::{FillPlan, FillStep, LeftField, Refusal};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The most documents that are kept.
const MOST_FRAMES: usize = 24;
/// The most fields that are kept, over all documents.
const MOST_FIELDS: usize = 900;
/// The longest list of options that is kept with a field.
const MOST_OPTIONS: usize = 60;

/// Rows that were added to a section of a document.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct AddedRows {
    document_id: String,
    family: Family,
    heading: String,
    count: usize,
}

impl FillRecord {
    /// Takes in what became of one frame: `sent` of its plan was carried out, and that is the `outcome`.
    pub(crate) fn merge(
        &mut self,
        frame: &FramePlan,
        snapshot: &PageSnapshot,
        sent: &[FillStep],
        outcome: FillOutcome,
    ) {
        let known = self
            .frames
            .iter()
            .position(|known| known.document_id == frame.document_id);
        let at = known.unwrap_or_else(|| {
            self.drop_replaced(frame);
            self.frames.push(FilledFrame::begin(frame));
            self.frames.len() - 1
        });
        if let Some(known) = self.frames.get_mut(at) {
            known.take_in(frame, snapshot, sent, outcome);
        }
        self.bound();
    }

    /// What became of a field so far, in a document.
    pub(crate) fn result(&self, document_id: &str, handle: u32) -> Option<WriteResult> {
        let frame = self.frame(document_id)?;
        let done = frame.outcome.fields.iter().find(|f| f.handle == handle)?;
        Some(done.result)
    }

    /// Why a field of a document was left, where it was.
    pub(crate) fn refusal(&self, document_id: &str, handle: u32) -> Option<Refusal> {
        let frame = self.frame(document_id)?;
        let left = frame.plan.left.iter().find(|left| left.handle == handle)?;
        Some(left.reason)
    }

    /// Whether another document of this record asked the same.
    pub(crate) fn has_asked(&self, document_id: &str, form: &ClassifiedForm) -> bool {
        self.frames.iter().any(|known| {
            let same = shared(&known.form.fields, &form.fields);
            known.document_id != document_id && same > 0 && same * 2 >= form.fields.len()
        })
    }

    /// Notes that a row was added.
    pub(crate) fn add_row(&mut self, document_id: &str, family: Family, heading: &str) {
        let known = self
            .rows_added
            .iter_mut()
            .find(|rows| rows.document_id == document_id && rows.family == family);
        match known {
            Some(rows) => rows.count += 1,
            None => self.rows_added.push(AddedRows {
                document_id: document_id.to_owned(),
                family,
                heading: heading.to_owned(),
                count: 1,
            }),
        }
    }

    /// Whether rows were added to the sections of a family before: what a person took away again stays away.
    pub(crate) fn has_added(&self, document_id: &str, family: Family) -> bool {
        self.rows_added
            .iter()
            .any(|rows| rows.document_id == document_id && rows.family == family)
    }

    /// Notes which documents stand now; the fields of all others are behind the person.
    pub(crate) fn stand(&mut self, documents: impl IntoIterator<Item = String>) {
        self.standing = documents.into_iter().collect();
    }

    pub(super) fn frame(&self, document_id: &str) -> Option<&FilledFrame> {
        self.frames
            .iter()
            .find(|frame| frame.document_id == document_id)
    }

    /// A form that was loaded again takes the place of what it was before.
    fn drop_replaced(&mut self, new: &FramePlan) {
        let standing = &self.standing;
        self.frames.retain(|old| {
            let (was, is) = (&old.form.fields, &new.form.fields);
            let same = shared(was, is);
            standing.contains(&old.document_id)
                || path(&old.form.url) != path(&new.form.url)
                || same == 0
                || same * 2 < was.len().max(is.len())
        });
    }

    fn bound(&mut self) {
        while self.frames.len() > MOST_FRAMES {
            self.frames.remove(0);
        }
        let mut total: usize = self.frames.iter().map(|f| f.form.fields.len()).sum();
        for frame in &mut self.frames {
            if total <= MOST_FIELDS {
                break;
            }
            total -= frame.forget_left();
        }
        while total > MOST_FIELDS && self.frames.len() > 1 {
            total -= self.frames.remove(0).form.fields.len();
        }
    }
}

impl FilledFrame {
    fn begin(frame: &FramePlan) -> Self {
        Self {
            document_id: frame.document_id.clone(),
            form: ClassifiedForm {
                fields: Vec::new(),
                sections: Vec::new(),
                ..frame.form.clone()
            },
            plan: FillPlan {
                steps: Vec::new(),
                left: Vec::new(),
                ..frame.plan.clone()
            },
            outcome: FillOutcome {
                frame_id: frame.plan.frame_id,
                ..FillOutcome::default()
            },
            held: BTreeMap::new(),
            past: BTreeSet::new(),
        }
    }

    fn take_in(
        &mut self,
        frame: &FramePlan,
        snapshot: &PageSnapshot,
        sent: &[FillStep],
        outcome: FillOutcome,
    ) {
        let now: BTreeSet<u32> = frame.form.fields.iter().map(|f| f.handle).collect();
        self.follow_redrawn(&frame.form.fields, snapshot);
        self.leave(&frame.form.fields, &now);
        let mut fields: Vec<ClassifiedField> = std::mem::take(&mut self.form.fields)
            .into_iter()
            .filter(|field| !now.contains(&field.handle))
            .collect();
        fields.extend(frame.form.fields.iter().map(slim));
        self.form.fields = fields;
        self.form.is_application |= frame.form.is_application;
        self.plan.url.clone_from(&frame.plan.url);
        for step in sent {
            let done = outcome.fields.iter().find(|f| f.handle == step.handle);
            self.put_step(step, done);
        }
        for left in &frame.plan.left {
            self.put_left(left, snapshot);
        }
    }

    /// A field that was written and drawn anew since, with what was written in it, keeps its line.
    fn follow_redrawn(&mut self, fields: &[ClassifiedField], snapshot: &PageSnapshot) {
        let here = |handle: u32| fields.iter().any(|field| field.handle == handle);
        let mut moves = Vec::new();
        for old in self.form.fields.iter().filter(|old| !here(old.handle)) {
            let done = self.outcome.fields.iter().find(|f| f.handle == old.handle);
            let Some(done) = done.filter(|done| done.result.is_filled()) else {
                continue;
            };
            let mut twins = fields.iter().filter(|new| {
                let known = self.form.fields.iter().any(|f| f.handle == new.handle);
                let same = new.label == old.label && new.kind == old.kind && new.entry == old.entry;
                let mut raw = snapshot.fields.iter();
                let raw = raw.find(|raw| raw.handle == new.handle);
                !known && same && raw.is_some_and(|raw| same_text(&held(raw), &done.kept))
            });
            if let (Some(twin), None) = (twins.next(), twins.next()) {
                moves.push((old.handle, twin.handle));
            }
        }
        for (old, new) in moves {
            let fields = self.form.fields.iter_mut().map(|field| &mut field.handle);
            let steps = self.plan.steps.iter_mut().map(|step| &mut step.handle);
            let done = self.outcome.fields.iter_mut().map(|done| &mut done.handle);
            for handle in fields.chain(steps).chain(done) {
                if *handle == old {
                    *handle = new;
                }
            }
            if let Some(held) = self.held.remove(&old) {
                self.held.insert(new, held);
            }
        }
    }

    /// Fields that are not on the page any more are behind the person; those that were drawn anew are the new ones.
    fn leave(&mut self, fields: &[ClassifiedField], now: &BTreeSet<u32>) {
        let gone: Vec<u32> = self
            .form
            .fields
            .iter()
            .filter(|old| !now.contains(&old.handle))
            .filter(|old| {
                let drawn_anew = fields.iter().any(|new| {
                    new.label == old.label && new.kind == old.kind && new.entry == old.entry
                });
                drawn_anew && self.is_unwritten(old.handle)
            })
            .map(|old| old.handle)
            .collect();
        for handle in gone {
            self.drop_field(handle);
        }
        let behind = self.form.fields.iter().map(|field| field.handle);
        self.past = behind.filter(|handle| !now.contains(handle)).collect();
        // What a screen that is gone could not do needs nobody any more.
        for field in &mut self.form.fields {
            if self.past.contains(&field.handle) {
                field.options.clear();
            }
        }
    }

    fn is_unwritten(&self, handle: u32) -> bool {
        let done = self.outcome.fields.iter().find(|f| f.handle == handle);
        done.is_none_or(|done| matches!(done.result, WriteResult::Drifted | WriteResult::Gone))
    }

    fn drop_field(&mut self, handle: u32) {
        self.form.fields.retain(|field| field.handle != handle);
        self.drop_line(handle);
    }

    fn drop_line(&mut self, handle: u32) {
        self.plan.steps.retain(|step| step.handle != handle);
        self.plan.left.retain(|left| left.handle != handle);
        self.outcome.fields.retain(|done| done.handle != handle);
    }

    fn put_step(&mut self, step: &FillStep, done: Option<&FieldOutcome>) {
        self.drop_line(step.handle);
        self.plan.steps.push(step.clone());
        self.outcome.fields.extend(done.cloned());
        self.held.remove(&step.handle);
    }

    fn put_left(&mut self, left: &LeftField, snapshot: &PageSnapshot) {
        let done = self.outcome.fields.iter().find(|f| f.handle == left.handle);
        let stays = done.is_some_and(|done| match done.result {
            WriteResult::Drifted | WriteResult::Gone => false,
            // Somebody changed it since.
            WriteResult::Written | WriteResult::AlreadyThere
                if left.reason == Refusal::PrefilledDiffers =>
            {
                let mut fields = snapshot.fields.iter();
                let raw = fields.find(|raw| raw.handle == left.handle);
                raw.is_none_or(|raw| same_text(&held(raw), &done.kept) || done.kept.is_empty())
            }
            _ => true,
        });
        if !stays {
            self.drop_line(left.handle);
            self.plan.left.push(left.clone());
        }
    }

    /// Forgets the fields that are behind the person and were not written; gives how many.
    fn forget_left(&mut self) -> usize {
        let before = self.form.fields.len();
        let gone: Vec<u32> = self
            .plan
            .left
            .iter()
            .map(|left| left.handle)
            .filter(|handle| self.past.contains(handle))
            .collect();
        for handle in gone {
            self.drop_field(handle);
        }
        before - self.form.fields.len()
    }
}

fn slim(field: &ClassifiedField) -> ClassifiedField {
    let mut field = field.clone();
    if field.options.len() > MOST_OPTIONS {
        field.options.clear();
    }
    field
}

fn same_text(one: &str, other: &str) -> bool {
    let plain = |text: &str| {
        text.chars()
            .filter(|letter| letter.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    plain(one) == plain(other)
}

fn path(url: &str) -> &str {
    url.split(['?', '#']).next().unwrap_or(url)
}

/// How many of the new questions are among the old ones.
fn shared(old: &[ClassifiedField], new: &[ClassifiedField]) -> usize {
    let asks = |field: &ClassifiedField| (field.label.clone(), field.signature.clone());
    let known: BTreeSet<_> = old.iter().map(asks).collect();
    new.iter()
        .filter(|field| known.contains(&asks(field)))
        .count()
}

#[cfg(test)]
#[path = "merge_tests.rs"]
mod tests;
