//! What a receipt may say, and which of two states of one fill is the later.
//!
//! What must not happen here: input or output, a clock, quoting what the person wrote.

use foothold_shared::problem::FieldProblem;
use foothold_shared::receipt::{FieldResult, NewReceipt, ReceiptField};
use url::Url;
use uuid::Uuid;

use super::model::After;

/// The most fields of one form.
const FIELDS: usize = 500;
/// The longest page address, after its query and fragment are gone.
const URL_CHARS: usize = 2_000;
/// The longest job title, company or name of a source.
const LINE_CHARS: usize = 500;
/// The longest label or reason; consent texts are long.
const LABEL_CHARS: usize = 5_000;
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
        Err(_) => add(&mut problems, "receipt_id", "invalid_id", "Send a UUID."),
    }
    match bare_page_url(&receipt.page_url) {
        Some(url) => receipt.page_url = url,
        None => add(
            &mut problems,
            "page_url",
            "invalid_link",
            "Send the http or https address of the page.",
        ),
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
        add(
            &mut problems,
            "filled_at_ms",
            "out_of_range",
            "Send the time of the fill in milliseconds since 1970.",
        );
    }
    if receipt.fields.len() > FIELDS {
        add(
            &mut problems,
            "fields",
            "too_many",
            "Send at most 500 fields.",
        );
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
        add(
            problems,
            &format!("{path}.file_sha256"),
            "invalid_hash",
            "Send 64 lower-case hex digits.",
        );
    }
}

fn check_length(problems: &mut Vec<FieldProblem>, field: &str, value: Option<&str>, most: usize) {
    if value.is_some_and(|value| value.chars().count() > most) {
        add(
            problems,
            field,
            "too_long",
            &format!("Send at most {most} characters."),
        );
    }
}

fn add(problems: &mut Vec<FieldProblem>, field: &str, code: &str, message: &str) {
    problems.push(FieldProblem {
        field: field.to_owned(),
        code: code.to_owned(),
        message: message.to_owned(),
    });
}

fn bare_page_url(text: &str) -> Option<String> {
    let mut url = Url::parse(text).ok()?;
    if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
        return None;
    }
    url.set_query(None);
    url.set_fragment(None);
    url.set_username("").ok()?;
    url.set_password(None).ok()?;
    let bare = String::from(url);
    (bare.chars().count() <= URL_CHARS).then_some(bare)
}

/// Whether `incoming` may replace `stored`. What was taken back stays taken back: a first report
/// that was held up on its way must not hide the undo that overtook it.
pub(super) fn may_replace(stored: &[ReceiptField], incoming: &[ReceiptField]) -> bool {
    let undone = |fields: &[ReceiptField]| {
        fields
            .iter()
            .filter(|field| field.result == FieldResult::Undone)
            .count()
    };
    undone(incoming) >= undone(stored)
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

/// The cursor for the page after this receipt.
pub(super) fn cursor(after: &After) -> String {
    format!("{}_{}", after.filled_at_ms, after.receipt_id)
}

/// Reads a cursor that [`cursor`] made.
pub(super) fn read_cursor(cursor: &str) -> Option<After> {
    let (filled_at_ms, receipt_id) = cursor.split_once('_')?;
    let id = Uuid::parse_str(receipt_id).ok()?;
    Some(After {
        filled_at_ms: filled_at_ms.parse().ok()?,
        receipt_id: id.to_string(),
    })
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
        for wrong in [
            "",
            "jobs.example",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "chrome://settings",
            "data:,x",
        ] {
            check_change(
                |r| r.page_url = wrong.into(),
                &[("page_url", "invalid_link")],
            );
        }
    }

    #[test]
    fn addresses_lose_what_may_name_the_person() {
        for (given, kept) in [
            (
                "https://jobs.example/apply/1?token=secret#me",
                "https://jobs.example/apply/1",
            ),
            ("http://127.0.0.1:8080/a?b=c", "http://127.0.0.1:8080/a"),
            ("https://ana:pw@jobs.example/x", "https://jobs.example/x"),
        ] {
            let receipt = NewReceipt {
                page_url: given.into(),
                ..good()
            };
            assert_eq!(accept(receipt, NOW_MS).expect("accepted").page_url, kept);
        }
    }

    #[test]
    fn an_undo_is_not_taken_back() {
        let (filled, undone) = ([field(FieldResult::Filled)], [field(FieldResult::Undone)]);
        assert!(may_replace(&filled, &undone) && may_replace(&undone, &undone));
        assert!(!may_replace(&undone, &filled));
    }

    #[test]
    fn counts_and_cursors() {
        let fields: Vec<_> = [
            FieldResult::Filled,
            FieldResult::KeptDifferent,
            FieldResult::Left,
            FieldResult::Undone,
        ]
        .map(field)
        .into();
        assert_eq!(count(&fields), (1, 3));
        let after = After {
            filled_at_ms: NOW_MS,
            receipt_id: good().receipt_id,
        };
        assert_eq!(read_cursor(&cursor(&after)), Some(after));
        for wrong in [
            "",
            "1",
            "1_2",
            "x_01990000-0000-7000-8000-000000000001",
            "' or 1=1 --",
        ] {
            assert_eq!(read_cursor(wrong), None, "{wrong}");
        }
    }
}
