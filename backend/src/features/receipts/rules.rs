//! What a receipt may say, and which of two states of one fill is the later.
//!
//! What must not happen here: input or output, a clock, quoting what the person wrote.

use std::cmp::Ordering;

use foothold_shared::problem::FieldProblem;
use foothold_shared::receipt::{FieldResult, NewReceipt, ReceiptField, Submission};
use uuid::Uuid;

use crate::{checks, page_address};

/// The most fields of one form.
const FIELDS: usize = 500;
/// The longest job title, company or name of a source.
const LINE_CHARS: usize = 500;
/// The longest label or reason; consent texts are long.
const LABEL_CHARS: usize = 5_000;
/// The longest confirmation.
const CONFIRMATION_CHARS: usize = 1_000;
/// The longest value; as long as a profile's longest text.
const VALUE_CHARS: usize = 20_000;
/// A browser's clock may be wrong by this much.
const CLOCK_SKEW_MS: i64 = 24 * 60 * 60 * 1000;

/// Brings a receipt into the form it is stored in (the id's usual spelling; the address without
/// query, fragment and credentials, which may name the person), or says everything that is wrong.
pub(super) fn accept(
    mut receipt: NewReceipt,
    now_ms: i64,
) -> Result<NewReceipt, Vec<FieldProblem>> {
    let mut problems = Vec::new();
    match Uuid::parse_str(&receipt.receipt_id) {
        Ok(id) => receipt.receipt_id = id.to_string(),
        Err(_) => problems.push(checks::problem("receipt_id", "invalid_id", "Send a UUID.")),
    }
    match page_address::bare(&receipt.page_url) {
        Some(url) => receipt.page_url = url,
        None => problems.push(checks::problem(
            "page_url",
            "invalid_link",
            "Send the http or https address of the page.",
        )),
    }
    check_length(
        &mut problems,
        "job_title",
        receipt.job_title.as_deref(),
        LINE_CHARS,
    );
    check_length(
        &mut problems,
        "company",
        receipt.company.as_deref(),
        LINE_CHARS,
    );
    if !(1..=now_ms.saturating_add(CLOCK_SKEW_MS)).contains(&receipt.filled_at_ms) {
        problems.push(checks::problem(
            "filled_at_ms",
            "out_of_range",
            "Send the time of the fill in milliseconds since 1970.",
        ));
    }
    if let Some(submission) = &receipt.submission {
        if !(1..=now_ms.saturating_add(CLOCK_SKEW_MS)).contains(&submission.submitted_at_ms) {
            problems.push(checks::problem(
                "submission.submitted_at_ms",
                "out_of_range",
                "Send the time it was sent in milliseconds since 1970.",
            ));
        }
        check_length(
            &mut problems,
            "submission.confirmation",
            submission.confirmation.as_deref(),
            CONFIRMATION_CHARS,
        );
    }
    if receipt.fields.len() > FIELDS {
        problems.push(checks::problem(
            "fields",
            "too_many",
            "Send at most 500 fields.",
        ));
    }
    for (index, field) in receipt.fields.iter().take(FIELDS).enumerate() {
        check_field(&mut problems, &format!("fields[{index}]"), field);
    }
    if problems.is_empty() {
        Ok(receipt)
    } else {
        Err(problems)
    }
}

fn check_field(problems: &mut Vec<FieldProblem>, path: &str, field: &ReceiptField) {
    for (name, value, most) in [
        ("label", Some(field.label.as_str()), LABEL_CHARS),
        ("kind", field.kind.as_deref(), 100),
        ("value", field.value.as_deref(), VALUE_CHARS),
        ("kept", field.kept.as_deref(), VALUE_CHARS),
        ("source", field.source.as_deref(), LINE_CHARS),
        ("reason", field.reason.as_deref(), LABEL_CHARS),
    ] {
        check_length(problems, &format!("{path}.{name}"), value, most);
    }
    let is_sha256 = |hash: &String| {
        hash.len() == 64
            && hash
                .bytes()
                .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
    };
    if !field.file_sha256.as_ref().is_none_or(is_sha256) {
        problems.push(checks::problem(
            format!("{path}.file_sha256"),
            "invalid_hash",
            "Send 64 lower-case hex digits.",
        ));
    }
}

fn check_length(problems: &mut Vec<FieldProblem>, field: &str, text: Option<&str>, most: usize) {
    problems.extend(text.and_then(|text| checks::too_long(field, text, most)));
}

/// What becomes of a known receipt when another state of the same fill arrives: what was taken back stays taken back, and
/// what was sent stays sent, in whichever order the reports come. `None` where nothing changes.
///
/// A first report that was held up on its way must not hide the undo or the sending that overtook it. Of two states that
/// are alike in both, the later one sent is right; before the sending, the one that comes last.
pub(super) fn merge(stored: &NewReceipt, incoming: &NewReceipt) -> Option<NewReceipt> {
    let undone = |receipt: &NewReceipt| {
        let fields = receipt.fields.iter();
        fields
            .filter(|field| field.result == FieldResult::Undone)
            .count()
    };
    let is_late = match undone(incoming).cmp(&undone(stored)) {
        Ordering::Less => true,
        Ordering::Greater => false,
        Ordering::Equal => match (&stored.submission, &incoming.submission) {
            (Some(_), None) => true,
            (Some(known), Some(new)) => new.submitted_at_ms < known.submitted_at_ms,
            (None, _) => false,
        },
    };
    let mut merged = if is_late { stored } else { incoming }.clone();
    merged.submission = match (&stored.submission, &incoming.submission) {
        (Some(known), Some(new)) if is_late || new.confirmation.is_none() => {
            // The page's own words are not lost to a later "I sent this".
            let words = known
                .confirmation
                .clone()
                .or_else(|| new.confirmation.clone());
            Some(Submission {
                confirmation: words,
                ..if is_late { known } else { new }.clone()
            })
        }
        (known, new) => new.clone().or_else(|| known.clone()),
    };
    (merged != *stored).then_some(merged)
}

/// How many fields were filled, and how many were not.
pub(super) fn count(fields: &[ReceiptField]) -> (i64, i64) {
    let filled = fields
        .iter()
        .filter(|field| field.result == FieldResult::Filled)
        .count();
    let as_count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    (as_count(filled), as_count(fields.len() - filled))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW_MS: i64 = 1_800_000_000_000;

    fn field(result: FieldResult) -> ReceiptField {
        ReceiptField {
            label: "E-mail".into(),
            kind: None,
            result,
            value: None,
            kept: None,
            source: None,
            reason: None,
            file_sha256: None,
        }
    }

    fn good() -> NewReceipt {
        NewReceipt {
            receipt_id: "01990000-0000-7000-8000-000000000001".into(),
            page_url: "https://jobs.example/apply/1".into(),
            job_title: None,
            company: None,
            filled_at_ms: NOW_MS,
            fields: vec![field(FieldResult::Filled)],
            submission: None,
        }
    }

    #[track_caller]
    fn check_change(change: impl FnOnce(&mut NewReceipt), expected: &[(&str, &str)]) {
        let mut receipt = good();
        change(&mut receipt);
        let problems = accept(receipt, NOW_MS).err().unwrap_or_default();
        let found: Vec<_> = problems
            .iter()
            .map(|p| (p.field.as_str(), p.code.as_str()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn limits() {
        check_change(|_| {}, &[]);
        check_change(
            |r| r.receipt_id = "1".into(),
            &[("receipt_id", "invalid_id")],
        );
        check_change(|r| r.filled_at_ms = 0, &[("filled_at_ms", "out_of_range")]);
        check_change(|r| r.filled_at_ms = NOW_MS + CLOCK_SKEW_MS, &[]);
        check_change(
            |r| r.filled_at_ms = NOW_MS + CLOCK_SKEW_MS + 1,
            &[("filled_at_ms", "out_of_range")],
        );
        check_change(|r| r.fields = vec![field(FieldResult::Left); 500], &[]);
        check_change(
            |r| r.fields = vec![field(FieldResult::Left); 501],
            &[("fields", "too_many")],
        );
        check_change(
            |r| r.fields[0].value = Some("é".repeat(20_001)),
            &[("fields[0].value", "too_long")],
        );
        check_change(
            |r| r.fields[0].file_sha256 = Some("A".repeat(64)),
            &[("fields[0].file_sha256", "invalid_hash")],
        );
        check_change(
            |r| r.company = Some("x".repeat(501)),
            &[("company", "too_long")],
        );
        check_change(
            |r| r.page_url = "javascript:alert(1)".into(),
            &[("page_url", "invalid_link")],
        );
        check_change(|r| r.submission = sent(NOW_MS, Some("Thank you")), &[]);
        check_change(
            |r| r.submission = sent(0, None),
            &[("submission.submitted_at_ms", "out_of_range")],
        );
        check_change(
            |r| r.submission = sent(NOW_MS, Some(&"x".repeat(1_001))),
            &[("submission.confirmation", "too_long")],
        );
    }

    fn sent(submitted_at_ms: i64, confirmation: Option<&str>) -> Option<Submission> {
        Some(Submission {
            submitted_at_ms,
            confirmation: confirmation.map(str::to_owned),
        })
    }

    fn state(result: FieldResult, submission: Option<Submission>) -> NewReceipt {
        NewReceipt {
            fields: vec![field(result)],
            submission,
            ..good()
        }
    }

    #[test]
    fn neither_an_undo_nor_a_sending_is_taken_back() {
        use FieldResult::{Filled, Left, Undone};
        let thanks = || sent(20, Some("Thank you"));
        let by_hand = || sent(30, None);
        for (stored, incoming, expected) in [
            // The same again changes nothing.
            ((Filled, None), (Filled, None), None),
            ((Filled, thanks()), (Filled, thanks()), None),
            // An undo replaces, and is not replaced.
            ((Filled, None), (Undone, None), Some((Undone, None))),
            ((Undone, None), (Filled, None), None),
            // A sending closes, and a state from before it does not open again.
            ((Filled, None), (Left, thanks()), Some((Left, thanks()))),
            ((Left, thanks()), (Filled, None), None),
            // Both at once: each keeps what it knows.
            ((Filled, thanks()), (Undone, None), Some((Undone, thanks()))),
            ((Undone, None), (Filled, thanks()), Some((Undone, thanks()))),
            ((Undone, thanks()), (Filled, sent(10, None)), None),
            // Said by hand, then by the page; and the other way round.
            (
                (Filled, sent(10, None)),
                (Filled, thanks()),
                Some((Filled, thanks())),
            ),
            (
                (Filled, thanks()),
                (Filled, by_hand()),
                Some((Filled, sent(30, Some("Thank you")))),
            ),
            (
                (Filled, by_hand()),
                (Left, thanks()),
                Some((Filled, sent(30, Some("Thank you")))),
            ),
        ] {
            let (stored, incoming) = (state(stored.0, stored.1), state(incoming.0, incoming.1));
            let expected = expected.map(|(result, submission)| state(result, submission));
            assert!(
                merge(&stored, &incoming) == expected,
                "{stored:?} {incoming:?}"
            );
        }
    }

    #[test]
    fn filled_and_open_are_counted() {
        let fields: Vec<_> = [
            FieldResult::Filled,
            FieldResult::KeptDifferent,
            FieldResult::Left,
            FieldResult::Undone,
        ]
        .map(field)
        .into();
        assert_eq!(count(&fields), (1, 3));
    }
}
