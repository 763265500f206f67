//! The receipt of a fill: what was planned, what the page kept, what was left and why.
//!
//! What must not happen here: a value that was not written, or an address with a query in it (forms
//! put tokens and names there).

use super::{FieldOutcome, FillOutcome, WriteResult};
use crate::classify::{ClassifiedForm, FieldKind};
use crate::folding::{Marks, fold};
use crate::plan::{FileOffer, FillPlan, FillStep, LeftField, Refusal, WriteAction};
use crate::posting::JobPosting;
use foothold_shared::receipt::{FieldResult, NewReceipt, ReceiptField};
use std::collections::BTreeMap;

/// One frame that was filled.
#[derive(Debug, Clone, Copy)]
pub struct FilledFrame<'a> {
    /// Its form.
    pub form: &'a ClassifiedForm,
    /// What was planned.
    pub plan: &'a FillPlan,
    /// What became of it.
    pub outcome: &'a FillOutcome,
    /// What fields held when the form was sent, by the agent's numbers; empty before it was sent. It counts more than
    /// what was read back after the fill.
    pub held: &'a BTreeMap<u32, String>,
}

/// What a receipt says beside its fields.
#[derive(Debug, Clone, Copy)]
pub struct ReceiptHead<'a> {
    /// A UUID, made by the caller.
    pub receipt_id: &'a str,
    /// The page's address; query and fragment are cut off here.
    pub page_url: &'a str,
    /// When the form was filled, epoch milliseconds.
    pub filled_at_ms: i64,
}

/// The receipt of a fill over all its frames.
#[must_use]
pub fn receipt(
    head: ReceiptHead<'_>,
    posting: &JobPosting,
    frames: &[FilledFrame<'_>],
    files: &[FileOffer],
) -> NewReceipt {
    let fields = frames.iter().flat_map(|frame| receipt_fields(frame, files));
    NewReceipt {
        receipt_id: head.receipt_id.to_owned(),
        page_url: bare_address(head.page_url),
        job_title: posting.title.clone(),
        company: posting.company.clone(),
        filled_at_ms: head.filled_at_ms,
        fields: fields.collect(),
        submission: None,
    }
}

/// The receipt's lines for one frame, in the order of its form. Fields that nobody can see, and traps,
/// are no part of what the form showed.
#[must_use]
pub fn receipt_fields(frame: &FilledFrame<'_>, files: &[FileOffer]) -> Vec<ReceiptField> {
    let line = |handle: u32| {
        let held = frame.held.get(&handle).map(String::as_str);
        if let Some(step) = frame.plan.steps.iter().find(|s| s.handle == handle) {
            let done = frame.outcome.fields.iter().find(|f| f.handle == handle);
            return Some(as_sent(written(step, done, files), held));
        }
        let left = frame.plan.left.iter().find(|l| l.handle == handle)?;
        let shown = !matches!(left.reason, Refusal::Hidden | Refusal::Trap);
        shown.then(|| as_sent(not_written(left), held))
    };
    let fields = frame.form.fields.iter();
    fields.filter_map(|field| line(field.handle)).collect()
}

/// A line with what the field held when the form was sent, where that is something else.
fn as_sent(field: ReceiptField, held: Option<&str>) -> ReceiptField {
    let Some(held) = held else { return field };
    let shown = match field.result {
        FieldResult::Filled => field.value.as_deref(),
        _ => field.kept.as_deref(),
    };
    if same_words(shown.unwrap_or_default(), held) {
        return field;
    }
    match field.result {
        FieldResult::Filled | FieldResult::KeptDifferent => ReceiptField {
            result: FieldResult::KeptDifferent,
            kept: Some(held.to_owned()),
            reason: Some("It held something else when the form was sent.".to_owned()),
            file_sha256: None,
            ..field
        },
        FieldResult::Left | FieldResult::Failed | FieldResult::Undone => ReceiptField {
            kept: Some(held.to_owned()),
            ..field
        },
    }
}

/// Whether a person would call two values of one field the same: case, marks and how digits are grouped aside.
fn same_words(one: &str, other: &str) -> bool {
    let (one, other) = (fold(one, Marks::Meant), fold(other, Marks::Meant));
    let digits = |text: &str| {
        text.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    let numeric = |text: &str| !text.contains(char::is_alphabetic);
    one == other
        || numeric(&one) && numeric(&other) && !one.is_empty() && digits(&one) == digits(&other)
}

fn not_written(left: &LeftField) -> ReceiptField {
    ReceiptField {
        label: left.label.clone(),
        kind: left.kind.and_then(kind_name),
        result: FieldResult::Left,
        value: None,
        kept: None,
        source: None,
        reason: Some(left.message.clone()),
        file_sha256: None,
    }
}

fn written(step: &FillStep, done: Option<&FieldOutcome>, files: &[FileOffer]) -> ReceiptField {
    let result = done.map_or(WriteResult::Failed, |d| d.result);
    let kept = done.map(|d| d.kept.as_str()).unwrap_or_default();
    let detail = done.map(|d| d.detail.as_str()).unwrap_or_default();
    let offer = match &step.action {
        WriteAction::Attach { file } => files.iter().find(|f| f.file == *file),
        _ => None,
    };
    let value = match &step.action {
        WriteAction::SetText { value } => Some(value.clone()),
        WriteAction::Select { texts, .. } | WriteAction::Choose { texts, .. } => {
            Some(texts.join("; "))
        }
        // Which of the accepted words the list had is known from the page alone.
        WriteAction::Pick { .. } | WriteAction::PickMany { .. } => {
            (!kept.is_empty()).then(|| kept.to_owned())
        }
        WriteAction::PickDate { date, .. } => Some(date.clone()),
        WriteAction::Attach { .. } => offer.map(|o| o.file_name.clone()),
    };
    let (result, reason) = match result {
        WriteResult::Written | WriteResult::AlreadyThere => (FieldResult::Filled, ""),
        WriteResult::KeptDifferent => (FieldResult::KeptDifferent, ""),
        WriteResult::Undone => (FieldResult::Undone, ""),
        WriteResult::Drifted => (
            FieldResult::Failed,
            "The page changed this field before it was filled.",
        ),
        WriteResult::Gone => (FieldResult::Failed, "The page took this field away."),
        WriteResult::NoOption => (
            FieldResult::Failed,
            "No option of the list says what your profile says.",
        ),
        WriteResult::FileRefused => (FieldResult::Failed, "The page did not take the file."),
        WriteResult::Failed => (FieldResult::Failed, "The page did not take this answer."),
    };
    let reason = if detail.is_empty() { reason } else { detail };
    let touched = result != FieldResult::Failed;
    ReceiptField {
        label: step.label.clone(),
        kind: kind_name(step.kind),
        result,
        value: if touched { value } else { None },
        kept: (result == FieldResult::KeptDifferent).then(|| kept.to_owned()),
        source: touched.then(|| step.source.clone()),
        reason: (!reason.is_empty()).then(|| reason.to_owned()),
        file_sha256: offer
            .filter(|_| result == FieldResult::Filled)
            .map(|o| o.sha256.clone()),
    }
}

/// The wire name of a kind ("visa_sponsorship").
fn kind_name(kind: FieldKind) -> Option<String> {
    serde_json::to_value(kind).ok()?.as_str().map(str::to_owned)
}

/// An address without query, fragment and credentials.
fn bare_address(url: &str) -> String {
    let end = url.find(['?', '#']).unwrap_or(url.len());
    let bare = &url[..end];
    match bare.split_once("://") {
        Some((scheme, rest)) => {
            let (host, path) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
            let host = host.rsplit('@').next().unwrap_or(host);
            format!("{scheme}://{host}{path}")
        }
        None => bare.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Tally, tally};
    use super::*;

    fn step(handle: u32, action: WriteAction) -> FillStep {
        FillStep {
            handle,
            signature: String::new(),
            label: format!("Field {handle}"),
            kind: FieldKind::VisaSponsorship,
            source: "your profile".to_owned(),
            action,
            notice: None,
        }
    }

    fn left(handle: u32, reason: Refusal, required: bool) -> LeftField {
        LeftField {
            handle,
            label: format!("Field {handle}"),
            kind: None,
            reason,
            message: "Why not.".to_owned(),
            required,
            notice: None,
        }
    }

    fn done(handle: u32, result: WriteResult, kept: &str) -> FieldOutcome {
        FieldOutcome {
            handle,
            result,
            kept: kept.to_owned(),
            detail: String::new(),
        }
    }

    fn form(handles: &[u32]) -> ClassifiedForm {
        let fields = handles
            .iter()
            .map(|handle| crate::classify::ClassifiedField {
                handle: *handle,
                label: String::new(),
                kind: None,
                confidence: 0.0,
                reason: String::new(),
                trap: None,
                entry: 0,
                legal: None,
                control: crate::page::Control::Text,
                options: vec![],
                required: false,
                signature: String::new(),
            });
        ClassifiedForm {
            fields: fields.collect(),
            ..ClassifiedForm::default()
        }
    }

    #[test]
    fn a_receipt_says_what_became_of_every_field() {
        let offer = FileOffer {
            file: "resume".to_owned(),
            file_name: "resume.pdf".to_owned(),
            media_type: "application/pdf".to_owned(),
            size_bytes: 3,
            sha256: "ab".to_owned(),
        };
        let text = |value: &str| WriteAction::SetText {
            value: value.to_owned(),
        };
        let plan = FillPlan {
            steps: vec![
                step(
                    5,
                    WriteAction::Attach {
                        file: "resume".to_owned(),
                    },
                ),
                step(1, text("one")),
                step(2, text("two")),
                step(
                    3,
                    WriteAction::Pick {
                        query: "Y".to_owned(),
                        accept: vec!["Yes".to_owned(), "Ja".to_owned()],
                    },
                ),
                step(6, text("never")),
            ],
            left: vec![
                left(4, Refusal::Consent, true),
                left(7, Refusal::Hidden, true),
            ],
            ..FillPlan::default()
        };
        let outcome = FillOutcome {
            frame_id: 0,
            fields: vec![
                done(5, WriteResult::Written, "resume.pdf"),
                done(1, WriteResult::Written, "one"),
                done(2, WriteResult::KeptDifferent, "tw"),
                done(3, WriteResult::Written, "Ja"),
                done(6, WriteResult::Drifted, ""),
            ],
            changed: false,
        };
        let form = form(&[1, 2, 3, 4, 5, 6, 7]);
        let held = BTreeMap::new();
        let frame = FilledFrame {
            form: &form,
            plan: &plan,
            outcome: &outcome,
            held: &held,
        };
        let head = ReceiptHead {
            receipt_id: "id",
            page_url: "https://me:secret@jobs.example/apply/1?token=x#top",
            filled_at_ms: 7,
        };
        let posting = JobPosting {
            title: Some("Engineer".to_owned()),
            ..JobPosting::default()
        };
        let receipt = receipt(head, &posting, &[frame], &[offer]);
        assert_eq!(receipt.page_url, "https://jobs.example/apply/1");
        let lines: Vec<(&str, FieldResult, Option<&str>, Option<&str>)> = receipt
            .fields
            .iter()
            .map(|f| {
                (
                    f.label.as_str(),
                    f.result,
                    f.value.as_deref(),
                    f.kept.as_deref(),
                )
            })
            .collect();
        assert_eq!(
            lines,
            [
                ("Field 1", FieldResult::Filled, Some("one"), None),
                (
                    "Field 2",
                    FieldResult::KeptDifferent,
                    Some("two"),
                    Some("tw")
                ),
                ("Field 3", FieldResult::Filled, Some("Ja"), None),
                ("Field 4", FieldResult::Left, None, None),
                ("Field 5", FieldResult::Filled, Some("resume.pdf"), None),
                ("Field 6", FieldResult::Failed, None, None),
            ]
        );
        assert_eq!(receipt.fields[4].file_sha256.as_deref(), Some("ab"));
        assert_eq!(receipt.fields[0].kind.as_deref(), Some("visa_sponsorship"));
        assert_eq!(
            tally(&plan, &outcome),
            Tally {
                filled: 3,
                needs_you: 3,
                left: 1
            }
        );
    }

    #[test]
    fn what_was_sent_counts_more_than_what_was_written() {
        let text = |value: &str| WriteAction::SetText {
            value: value.to_owned(),
        };
        let plan = FillPlan {
            steps: vec![
                step(1, text("Ada")),
                step(2, text("+49 151 234")),
                step(3, text("Ulm")),
                step(4, text("7")),
            ],
            left: vec![left(5, Refusal::CustomQuestion, true)],
            ..FillPlan::default()
        };
        let outcome = FillOutcome {
            frame_id: 0,
            fields: vec![
                done(1, WriteResult::Written, "Ada"),
                done(2, WriteResult::Written, "+49 151 234"),
                done(3, WriteResult::Written, "Ulm"),
                done(4, WriteResult::NoOption, ""),
            ],
            changed: false,
        };
        let form = form(&[1, 2, 3, 4, 5]);
        let held = [
            (1, "Adelheid"),
            (2, "+49-151-234"),
            (3, ""),
            (4, "8"),
            (5, "Because."),
        ];
        let held = held.map(|(handle, text)| (handle, text.to_owned())).into();
        let frame = FilledFrame {
            form: &form,
            plan: &plan,
            outcome: &outcome,
            held: &held,
        };
        let lines: Vec<_> = receipt_fields(&frame, &[])
            .into_iter()
            .map(|f| (f.result, f.value, f.kept))
            .collect();
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            lines,
            [
                (FieldResult::KeptDifferent, some("Ada"), some("Adelheid")),
                (FieldResult::Filled, some("+49 151 234"), None),
                (FieldResult::KeptDifferent, some("Ulm"), some("")),
                (FieldResult::Failed, None, some("8")),
                (FieldResult::Left, None, some("Because.")),
            ]
        );
    }
}
