//! What a fill looks like afterwards, and after it was taken back.

use super::*;
use crate::messages::Tally;
use foothold_core::classify::{ClassifiedField, FieldKind};
use foothold_core::page::Control;
use foothold_core::plan::Refusal;
use foothold_shared::receipt::FieldResult;

fn field(handle: u32, kind: FieldKind) -> ClassifiedField {
    ClassifiedField {
        handle,
        label: format!("Field {handle}"),
        kind: Some(kind),
        confidence: 1.0,
        reason: String::new(),
        trap: None,
        entry: 0,
        legal: None,
        control: Control::Text,
        options: Vec::new(),
        required: true,
        signature: String::new(),
    }
}

fn step(handle: u32, kind: FieldKind, value: &str) -> FillStep {
    FillStep {
        handle,
        signature: String::new(),
        label: format!("Field {handle}"),
        kind,
        source: "your profile".into(),
        action: WriteAction::SetText {
            value: value.into(),
        },
        notice: None,
    }
}

fn done(handle: u32, result: WriteResult, kept: &str) -> FieldOutcome {
    FieldOutcome {
        handle,
        result,
        kept: kept.into(),
        detail: String::new(),
    }
}

fn record() -> FillRecord {
    let url = "https://jobs.example/7?token=secret#form".to_owned();
    let plan = FillPlan {
        url: url.clone(),
        frame_id: 0,
        steps: vec![
            step(1, FieldKind::FirstName, "Ada"),
            step(2, FieldKind::Phone, "0151 234"),
            step(3, FieldKind::City, "Ulm"),
        ],
        left: vec![LeftField {
            handle: 4,
            label: "Field 4".into(),
            kind: Some(FieldKind::Consent),
            reason: Refusal::Consent,
            message: "Consent is yours to give.".into(),
            required: true,
            notice: None,
        }],
    };
    let form = ClassifiedForm {
        url: url.clone(),
        fields: vec![
            field(1, FieldKind::FirstName),
            field(2, FieldKind::Phone),
            field(3, FieldKind::City),
            field(4, FieldKind::Consent),
        ],
        is_application: true,
        ..ClassifiedForm::default()
    };
    let outcome = FillOutcome {
        frame_id: 0,
        fields: vec![
            done(1, WriteResult::Written, "Ada"),
            done(2, WriteResult::KeptDifferent, "+49 151 234"),
            done(3, WriteResult::NoOption, ""),
        ],
        changed: false,
    };
    FillRecord {
        receipt_id: "r1".into(),
        filled_at_ms: 5,
        url,
        posting: JobPosting::default(),
        files: Vec::new(),
        frames: vec![FilledFrame {
            document_id: "d".into(),
            form,
            plan,
            outcome,
            held: BTreeMap::new(),
            past: BTreeSet::new(),
        }],
        submission: None,
        standing: Vec::new(),
        rows_added: Vec::new(),
    }
}

fn outcomes(record: &FillRecord) -> Vec<Outcome> {
    record.view().rows.iter().map(|row| row.outcome).collect()
}

#[test]
fn every_field_says_what_became_of_it() {
    let view = record().view();
    assert_eq!(
        outcomes(&record()),
        [
            Outcome::Written,
            Outcome::KeptDifferent,
            Outcome::NotWritten,
            Outcome::NeedsYou
        ]
    );
    assert_eq!(view.rows[1].value, "0151 234");
    assert_eq!(view.rows[1].kept, "+49 151 234");
    assert_eq!(view.rows[3].why, "Consent is yours to give.");
    assert_eq!(
        view.tally(),
        Tally {
            filled: 1,
            needs_you: 3,
            undone: 0
        }
    );
}

#[test]
fn what_was_taken_back_shows_and_what_was_not_says_so() {
    let mut record = record();
    record.take_back(
        "d",
        FillOutcome {
            frame_id: 0,
            fields: vec![
                done(1, WriteResult::Undone, ""),
                done(2, WriteResult::Gone, ""),
            ],
            changed: false,
        },
    );
    assert_eq!(
        outcomes(&record),
        [
            Outcome::Undone,
            Outcome::KeptDifferent,
            Outcome::NotWritten,
            Outcome::NeedsYou
        ]
    );
    record.take_back("e", FillOutcome::default());
    assert_eq!(
        record.view().tally().undone,
        1,
        "another frame's answer changes nothing"
    );
}

#[test]
fn the_receipt_holds_every_field_and_no_query() {
    let mut record = record();
    let receipt = record.receipt();
    assert_eq!(receipt.page_url, "https://jobs.example/7");
    let results: Vec<_> = receipt.fields.iter().map(|field| field.result).collect();
    assert_eq!(
        results,
        [
            FieldResult::Filled,
            FieldResult::KeptDifferent,
            FieldResult::Failed,
            FieldResult::Left
        ]
    );
    record.take_back(
        "d",
        FillOutcome {
            frame_id: 0,
            fields: vec![done(1, WriteResult::Undone, "")],
            changed: false,
        },
    );
    let later = record.receipt();
    assert_eq!(later.receipt_id, receipt.receipt_id);
    assert_eq!(later.fields[0].result, FieldResult::Undone);
}

#[test]
fn a_list_shows_the_option_that_was_taken() {
    let mut record = record();
    let frame = &mut record.frames[0];
    let accept = vec!["Prefer not to say".into(), "I don't wish to answer".into()];
    frame.plan.steps[0].action = WriteAction::Pick {
        query: String::new(),
        accept,
    };
    frame.outcome.fields[0] = done(1, WriteResult::Written, "I don't wish to answer");
    let view = record.view();
    assert_eq!(view.rows[0].value, "I don't wish to answer");
    assert_eq!(
        record.receipt().fields[0].value.as_deref(),
        Some("I don't wish to answer")
    );
}
