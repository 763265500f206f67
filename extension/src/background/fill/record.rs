//! A fill as it is remembered while its page stands: what was planned, what came of it, what was taken back.

mod after;
mod merge;

pub(crate) use after::Asked;

use super::application;
use super::frames::Seen;
use super::rows::{foreign_host, group_of, job, value_of};
use super::understand::Understood;
use crate::address;
use crate::messages::{FieldAt, FilledRow, FilledView, Group, Outcome};
use foothold_core::classify::ClassifiedForm;
use foothold_core::outcome::{self, FieldOutcome, FillOutcome, ReceiptHead, WriteResult};
use foothold_core::plan::{FileOffer, FillPlan, FillStep, LeftField, WriteAction};
use foothold_core::posting::JobPosting;
use foothold_shared::receipt::{NewReceipt, Submission};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A fill.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct FillRecord {
    receipt_id: String,
    filled_at_ms: i64,
    url: String,
    posting: JobPosting,
    files: Vec<FileOffer>,
    frames: Vec<FilledFrame>,
    /// That it was sent; see `after`.
    #[serde(default)]
    submission: Option<Submission>,
    /// The documents that stood when the tab was last filled.
    #[serde(default)]
    standing: Vec<String>,
    /// Rows that were added to the page.
    #[serde(default)]
    rows_added: Vec<merge::AddedRows>,
}

#[derive(Clone, Serialize, Deserialize)]
struct FilledFrame {
    document_id: String,
    form: ClassifiedForm,
    plan: FillPlan,
    outcome: FillOutcome,
    /// What fields held when the form was last sent or left: see `after`.
    #[serde(default)]
    held: BTreeMap<u32, String>,
    /// Fields of screens that were left: see `merge`.
    #[serde(default)]
    past: BTreeSet<u32>,
}

impl FillRecord {
    /// A fill that has not written anything yet.
    pub(crate) fn new(
        receipt_id: String,
        filled_at_ms: i64,
        seen: &Seen,
        understood: &Understood,
    ) -> Self {
        Self {
            receipt_id,
            filled_at_ms,
            url: seen.url.clone(),
            posting: understood.posting.clone(),
            files: understood.context.files.clone(),
            frames: Vec::new(),
            submission: None,
            standing: Vec::new(),
            rows_added: Vec::new(),
        }
    }

    /// Whether a tab shows the same application as before, so that what is filled there continues this record.
    pub(crate) fn continues(&self, seen: &Seen, understood: &Understood) -> bool {
        fn known<'k>(url: &'k str, posting: &'k JobPosting) -> application::Known<'k> {
            let title = posting.title.as_deref();
            application::Known { url, title }
        }
        let stands = seen
            .frames
            .iter()
            .any(|frame| self.frame(&frame.document_id).is_some());
        self.submission.is_none()
            && application::is_same(
                known(&self.url, &self.posting),
                known(&seen.url, &understood.posting),
                stands,
            )
    }

    /// Takes in what a later page tells beside its fields. What an earlier one told of the job stays.
    pub(crate) fn go_on(&mut self, understood: &Understood) {
        let (known, new) = (&mut self.posting, &understood.posting);
        known.title = known.title.take().or_else(|| new.title.clone());
        known.company = known.company.take().or_else(|| new.company.clone());
        known.location = known.location.take().or_else(|| new.location.clone());
        known.country = known.country.take().or_else(|| new.country.clone());
        // What was attached on an earlier page stays known by its own name; a default résumé that changed since does not.
        let now = &understood.context.files;
        let kept = |known: &FileOffer| now.iter().all(|offer| offer.file != known.file);
        self.files.retain(kept);
        self.files.extend(now.iter().cloned());
    }

    /// The frames that something was written into, and their documents.
    pub(crate) fn frames(&self) -> Vec<(i64, String)> {
        let written = self
            .frames
            .iter()
            .filter(|frame| !frame.plan.steps.is_empty());
        written
            .map(|frame| (frame.plan.frame_id, frame.document_id.clone()))
            .collect()
    }

    /// The documents of all frames, and the origins they came from.
    pub(crate) fn origins(&self) -> BTreeMap<String, Option<String>> {
        let frames = self.frames.iter();
        frames
            .map(|frame| {
                let origin = address::origin_of(&frame.form.url);
                (frame.document_id.clone(), origin)
            })
            .collect()
    }

    /// The documents of all frames.
    pub(crate) fn documents(&self) -> Vec<String> {
        self.frames
            .iter()
            .map(|frame| frame.document_id.clone())
            .collect()
    }

    /// The documents that stood when the tab was last filled.
    pub(crate) fn stood(&self) -> BTreeSet<String> {
        self.standing.iter().cloned().collect()
    }

    /// Takes in what the agent of a frame put back.
    pub(crate) fn take_back(&mut self, document_id: &str, taken: FillOutcome) {
        let Some(frame) = self
            .frames
            .iter_mut()
            .find(|frame| frame.document_id == document_id)
        else {
            return;
        };
        for back in taken.fields {
            let field = frame
                .outcome
                .fields
                .iter_mut()
                .find(|field| field.handle == back.handle);
            let Some(field) = field else { continue };
            match back.result {
                WriteResult::Undone => *field = back,
                // It could not be put back, so what was written is still there, or the field is gone.
                _ if back.detail.is_empty() => field.detail = NOT_TAKEN_BACK.to_owned(),
                _ => field.detail = back.detail,
            }
        }
    }

    /// The fill as the popup shows it.
    pub(crate) fn view(&self) -> FilledView {
        FilledView {
            receipt_id: self.receipt_id.clone(),
            filled_at_ms: self.filled_at_ms,
            host: address::host_of(&self.url),
            job: job(&self.posting),
            rows: self
                .frames
                .iter()
                .zip(1..)
                .flat_map(|(frame, number)| self.rows(frame, number))
                .collect(),
            receipt_kept: true,
            submitted: self.submitted(),
        }
    }

    /// The fill as a receipt.
    pub(crate) fn receipt(&self) -> NewReceipt {
        let frames: Vec<_> = self
            .frames
            .iter()
            .map(|frame| outcome::FilledFrame {
                form: &frame.form,
                plan: &frame.plan,
                outcome: &frame.outcome,
                held: &frame.held,
            })
            .collect();
        let head = ReceiptHead {
            receipt_id: &self.receipt_id,
            page_url: &self.url,
            filled_at_ms: self.filled_at_ms,
        };
        NewReceipt {
            submission: self.submission.clone(),
            ..outcome::receipt(head, &self.posting, &frames, &self.files)
        }
    }

    fn rows(&self, frame: &FilledFrame, number: i64) -> Vec<FilledRow> {
        let stands = self.standing.is_empty() || self.standing.contains(&frame.document_id);
        let foreign = foreign_host(&self.url, &frame.form.url);
        let mut rows = Vec::new();
        for field in &frame.form.fields {
            let is_past = !stands || frame.past.contains(&field.handle);
            let at = FieldAt {
                // No frame has such a number: there is nothing to show or to take back.
                frame_id: if is_past {
                    -number
                } else {
                    frame.plan.frame_id
                },
                handle: field.handle,
            };
            let step = frame
                .plan
                .steps
                .iter()
                .find(|step| step.handle == field.handle);
            let left = frame
                .plan
                .left
                .iter()
                .find(|left| left.handle == field.handle);
            let outcome = frame
                .outcome
                .fields
                .iter()
                .find(|one| one.handle == field.handle);
            let row = match (step, left) {
                (Some(step), _) => written_row(at, step, outcome, &self.files, field.required),
                (None, Some(left)) => left_row(at, left),
                (None, None) => continue,
            };
            rows.push(FilledRow {
                frame: foreign.clone(),
                outcome: match row.outcome {
                    // The person went on from there.
                    Outcome::NeedsYou if is_past => Outcome::Left,
                    outcome => outcome,
                },
                ..row
            });
        }
        rows
    }
}

const NOT_TAKEN_BACK: &str = "This could not be taken back: the page changed the field.";

fn written_row(
    at: FieldAt,
    step: &FillStep,
    outcome: Option<&FieldOutcome>,
    files: &[FileOffer],
    required: bool,
) -> FilledRow {
    let result = outcome.map_or(WriteResult::Failed, |outcome| outcome.result);
    let detail = outcome
        .map(|outcome| outcome.detail.as_str())
        .unwrap_or_default();
    let kept = outcome
        .map(|outcome| outcome.kept.clone())
        .unwrap_or_default();
    let in_place = matches!(result, WriteResult::Written | WriteResult::AlreadyThere);
    let value = match &step.action {
        // Which of the accepted words the list had is known only now.
        WriteAction::Pick { .. } | WriteAction::PickMany { .. } if in_place && !kept.is_empty() => {
            kept.clone()
        }
        action => value_of(action, files),
    };
    let (outcome, why) = match result {
        WriteResult::Written if !detail.is_empty() => (Outcome::Written, detail.to_owned()),
        WriteResult::Written => (Outcome::Written, step.source.clone()),
        WriteResult::AlreadyThere => (Outcome::AlreadyThere, step.source.clone()),
        WriteResult::KeptDifferent => (Outcome::KeptDifferent, detail.to_owned()),
        WriteResult::Undone => (Outcome::Undone, String::new()),
        WriteResult::FileRefused => (
            Outcome::FileRefused,
            "This page does not take files from an extension. The file is in your downloads: choose it here."
                .to_owned(),
        ),
        WriteResult::Drifted | WriteResult::Gone => (
            Outcome::NotWritten,
            "The page changed this field while it was filled.".to_owned(),
        ),
        WriteResult::NoOption => (
            Outcome::NotWritten,
            "None of the options on offer says what your profile says.".to_owned(),
        ),
        WriteResult::Failed if detail.is_empty() => {
            (Outcome::NotWritten, "The page did not take it.".to_owned())
        }
        WriteResult::Failed => (Outcome::NotWritten, detail.to_owned()),
    };
    FilledRow {
        at,
        label: step.label.clone(),
        outcome,
        value,
        kept: if outcome == Outcome::KeptDifferent {
            kept
        } else {
            String::new()
        },
        why,
        is_file: matches!(step.action, WriteAction::Attach { .. }),
        file: match &step.action {
            WriteAction::Attach { file } => Some(file.clone()),
            _ => None,
        },
        required,
        frame: None,
        notice: step.notice.clone(),
    }
}

fn left_row(at: FieldAt, left: &LeftField) -> FilledRow {
    FilledRow {
        at,
        label: left.label.clone(),
        outcome: match group_of(left) {
            Group::NeedsYou => Outcome::NeedsYou,
            Group::Fill | Group::Left => Outcome::Left,
        },
        value: String::new(),
        kept: String::new(),
        why: left.message.clone(),
        is_file: false,
        file: None,
        required: left.required,
        frame: None,
        notice: left.notice.clone(),
    }
}

#[cfg(test)]
#[path = "record_tests.rs"]
mod tests;
