//! How a record grows over passes, screens and documents.

use super::*;
use crate::background::fill::frames::Seen;
use crate::background::fill::understand::Understood;
use crate::messages::Outcome;
use foothold_core::classify::FieldKind;
use foothold_core::page::{Control, RawField};
use foothold_core::plan::{PlanContext, WriteAction};
use foothold_core::posting::JobPosting;
use foothold_shared::receipt::FieldResult;

const URL: &str = "https://jobs.example/4711/apply";

fn record() -> FillRecord {
    let seen = Seen {
        url: URL.into(),
        is_pdf: false,
        frames: Vec::new(),
    };
    let understood = Understood {
        posting: JobPosting::default(),
        frames: Vec::new(),
        is_application: true,
        context: PlanContext::default(),
    };
    let mut record = FillRecord::new("r".into(), 1, &seen, &understood);
    record.stand(["d1".to_owned()]);
    record
}

fn field(handle: u32, label: &str) -> ClassifiedField {
    ClassifiedField {
        handle,
        label: label.into(),
        kind: Some(FieldKind::City),
        confidence: 1.0,
        reason: String::new(),
        trap: None,
        entry: 0,
        legal: None,
        control: Control::Text,
        options: Vec::new(),
        required: true,
        signature: format!("input|text|{label}|"),
    }
}

fn step(handle: u32, label: &str) -> FillStep {
    FillStep {
        handle,
        signature: String::new(),
        label: label.into(),
        kind: FieldKind::City,
        source: "your profile".into(),
        action: WriteAction::SetText {
            value: "Ulm".into(),
        },
        notice: None,
    }
}

fn left(handle: u32, label: &str, reason: Refusal) -> LeftField {
    LeftField {
        handle,
        label: label.into(),
        kind: Some(FieldKind::City),
        reason,
        message: "Because.".into(),
        required: true,
        notice: None,
    }
}

/// A frame that asks these questions: planned ones, and left ones with their reason.
fn frame(document_id: &str, asked: &[(u32, &str, Option<Refusal>)]) -> FramePlan {
    let mut plan = FillPlan {
        url: URL.into(),
        ..FillPlan::default()
    };
    for (handle, label, refusal) in asked {
        match refusal {
            Some(reason) => plan.left.push(left(*handle, label, *reason)),
            None => plan.steps.push(step(*handle, label)),
        }
    }
    FramePlan {
        document_id: document_id.into(),
        form: ClassifiedForm {
            url: URL.into(),
            fields: asked
                .iter()
                .map(|(handle, label, _)| field(*handle, label))
                .collect(),
            ..ClassifiedForm::default()
        },
        plan,
    }
}

/// Carries out the whole plan of a frame; the page holds these values afterwards.
fn merge(record: &mut FillRecord, frame: &FramePlan, result: WriteResult, held: &[(u32, &str)]) {
    let outcome = FillOutcome {
        fields: frame
            .plan
            .steps
            .iter()
            .map(|step| FieldOutcome {
                handle: step.handle,
                result,
                kept: "Ulm".into(),
                detail: String::new(),
            })
            .collect(),
        ..FillOutcome::default()
    };
    let raw = |(handle, value): &(u32, &str)| RawField {
        handle: *handle,
        value: (*value).into(),
        ..RawField::default()
    };
    let snapshot = PageSnapshot {
        fields: held.iter().map(raw).collect(),
        ..PageSnapshot::default()
    };
    record.merge(frame, &snapshot, &frame.plan.steps, outcome);
}

fn shown(record: &FillRecord) -> Vec<(i64, u32, Outcome)> {
    let rows = record.view().rows;
    rows.iter()
        .map(|row| (row.at.frame_id, row.at.handle, row.outcome))
        .collect()
}

#[test]
fn a_later_pass_adds_what_an_answer_opened_and_keeps_what_was_written() {
    let mut record = record();
    let first = frame(
        "d1",
        &[
            (1, "Country", None),
            (2, "Note", Some(Refusal::CustomQuestion)),
        ],
    );
    merge(&mut record, &first, WriteResult::Written, &[]);
    let second = frame(
        "d1",
        &[
            (1, "Country", Some(Refusal::Prefilled)),
            (3, "State", None),
            (2, "Note", Some(Refusal::CustomQuestion)),
        ],
    );
    merge(&mut record, &second, WriteResult::Written, &[(1, "Ulm")]);
    assert_eq!(
        shown(&record),
        [
            (0, 1, Outcome::Written),
            (0, 3, Outcome::Written),
            (0, 2, Outcome::NeedsYou)
        ]
    );
}

#[test]
fn what_somebody_changed_since_is_said() {
    let mut record = record();
    merge(
        &mut record,
        &frame("d1", &[(1, "City", None)]),
        WriteResult::Written,
        &[],
    );
    let again = frame("d1", &[(1, "City", Some(Refusal::PrefilledDiffers))]);
    merge(&mut record, &again, WriteResult::Written, &[(1, "ulm")]);
    assert_eq!(shown(&record), [(0, 1, Outcome::Written)], "the same words");
    merge(&mut record, &again, WriteResult::Written, &[(1, "Bonn")]);
    assert_eq!(shown(&record), [(0, 1, Outcome::NeedsYou)]);
}

#[test]
fn a_field_that_was_drawn_anew_stands_once() {
    let mut record = record();
    merge(
        &mut record,
        &frame("d1", &[(1, "City", None)]),
        WriteResult::Gone,
        &[],
    );
    merge(
        &mut record,
        &frame("d1", &[(7, "City", None)]),
        WriteResult::Written,
        &[],
    );
    assert_eq!(shown(&record), [(0, 7, Outcome::Written)]);
    // Drawn anew after it was written: the same line, under its new number.
    let later = frame("d1", &[(9, "City", Some(Refusal::Prefilled))]);
    merge(&mut record, &later, WriteResult::Written, &[(9, "Ulm")]);
    assert_eq!(shown(&record), [(0, 9, Outcome::Written)]);
}

#[test]
fn screens_and_documents_that_were_left_stay_in_the_receipt() {
    let mut record = record();
    let first = frame(
        "d1",
        &[
            (1, "City", None),
            (2, "Note", Some(Refusal::CustomQuestion)),
        ],
    );
    merge(&mut record, &first, WriteResult::Written, &[]);
    merge(
        &mut record,
        &frame("d1", &[(3, "Street", None)]),
        WriteResult::Written,
        &[],
    );
    record.stand(["d2".to_owned()]);
    merge(
        &mut record,
        &frame("d2", &[(1, "Zip", None)]),
        WriteResult::Written,
        &[],
    );
    assert_eq!(
        shown(&record),
        [
            (-1, 1, Outcome::Written),
            (-1, 2, Outcome::Left),
            (-1, 3, Outcome::Written),
            (0, 1, Outcome::Written)
        ]
    );
    let fields = record.receipt().fields;
    let filled = fields.iter().filter(|f| f.result == FieldResult::Filled);
    let labels: Vec<&str> = filled.map(|field| field.label.as_str()).collect();
    assert_eq!(labels, ["City", "Street", "Zip"]);
}

#[test]
fn a_form_that_was_loaded_again_takes_its_own_place() {
    let mut record = record();
    let form = |document_id: &str| frame(document_id, &[(1, "City", None), (2, "Street", None)]);
    merge(&mut record, &form("d1"), WriteResult::Written, &[]);
    record.stand(["d2".to_owned()]);
    assert!(record.has_asked("d2", &form("d2").form));
    assert!(!record.has_asked("d1", &form("d1").form), "itself");
    assert!(!record.has_asked("d2", &frame("d2", &[(1, "Zip", None)]).form));
    merge(&mut record, &form("d2"), WriteResult::Written, &[]);
    assert_eq!(shown(&record).len(), 2);
}

#[test]
fn a_record_has_an_end() {
    let mut record = record();
    for number in 0..60 {
        let labels: Vec<String> = (0..40)
            .map(|at| format!("Question {number} {at}"))
            .collect();
        let asked: Vec<(u32, &str, Option<Refusal>)> = labels
            .iter()
            .zip(1..)
            .map(|(label, handle)| (handle, label.as_str(), None))
            .collect();
        let document_id = format!("e{number}");
        record.stand([document_id.clone()]);
        merge(
            &mut record,
            &frame(&document_id, &asked),
            WriteResult::Written,
            &[],
        );
    }
    let rows = shown(&record);
    assert!(rows.len() <= MOST_FIELDS, "{}", rows.len());
    assert_eq!(
        rows.iter().filter(|row| row.0 == 0).count(),
        40,
        "the last screen is whole"
    );
}

#[test]
fn rows_that_were_added_are_remembered_by_document() {
    let mut record = record();
    record.add_row("d1", Family::Work, "Work experience");
    record.add_row("d1", Family::Work, "Work experience");
    assert!(record.has_added("d1", Family::Work));
    assert!(!record.has_added("d1", Family::Education));
    assert!(!record.has_added("d2", Family::Work));
}
