//! What a recorded application and a change to it may say.
//!
//! What must not happen here: input or output, a clock, quoting what the person wrote.

use foothold_shared::application::{ApplicationChange, NewApplication};
use foothold_shared::problem::FieldProblem;
use uuid::Uuid;

use crate::{checks, page_address};

/// The longest job title, company or place.
const LINE_CHARS: usize = 500;
/// The longest confirmation.
const CONFIRMATION_CHARS: usize = 1_000;
/// The longest note.
const NOTE_CHARS: usize = 5_000;
/// A browser's clock may be wrong by this much.
const CLOCK_SKEW_MS: i64 = 24 * 60 * 60 * 1000;

/// Brings an application and its id into the form they are stored in (ids in their usual spelling, the address without
/// query, fragment and credentials, empty texts left out), or says everything that is wrong.
pub(super) fn accept(
    application_id: &str,
    mut application: NewApplication,
    now_ms: i64,
) -> Result<(String, NewApplication), Vec<FieldProblem>> {
    let mut problems = Vec::new();
    let id = Uuid::parse_str(application_id).map(|id| id.to_string());
    if id.is_err() {
        problems.push(checks::problem(
            "application_id",
            "invalid_id",
            "Send a UUID.",
        ));
    }
    if let Some(receipt_id) = &mut application.receipt_id {
        match Uuid::parse_str(receipt_id) {
            Ok(id) => *receipt_id = id.to_string(),
            Err(_) => problems.push(checks::problem("receipt_id", "invalid_id", "Send a UUID.")),
        }
    }
    match page_address::bare(&application.page_url) {
        Some(url) => application.page_url = url,
        None => problems.push(checks::problem(
            "page_url",
            "invalid_link",
            "Send the http or https address of the page.",
        )),
    }
    for (name, text, most) in [
        ("job_title", &mut application.job_title, LINE_CHARS),
        ("company", &mut application.company, LINE_CHARS),
        ("location", &mut application.location, LINE_CHARS),
        (
            "confirmation",
            &mut application.confirmation,
            CONFIRMATION_CHARS,
        ),
    ] {
        *text = text
            .take()
            .map(|text| text.trim().to_owned())
            .filter(|text| !text.is_empty());
        check_length(&mut problems, name, text.as_deref(), most);
    }
    if !(1..=now_ms.saturating_add(CLOCK_SKEW_MS)).contains(&application.submitted_at_ms) {
        problems.push(checks::problem(
            "submitted_at_ms",
            "out_of_range",
            "Send the time it was sent in milliseconds since 1970.",
        ));
    }
    match id {
        Ok(id) if problems.is_empty() => Ok((id, application)),
        _ => Err(problems),
    }
}

/// Brings a change into the form it is stored in, or says what is wrong.
pub(super) fn accept_change(
    mut change: ApplicationChange,
) -> Result<ApplicationChange, Vec<FieldProblem>> {
    let mut problems = Vec::new();
    change.note = change.note.map(|note| note.trim().to_owned());
    check_length(&mut problems, "note", change.note.as_deref(), NOTE_CHARS);
    if problems.is_empty() {
        Ok(change)
    } else {
        Err(problems)
    }
}

/// Whether `incoming` may replace `stored`: a report that was held up on its way must not take back what the page said
/// when the application was sent.
pub(super) fn may_replace(stored: &NewApplication, incoming: &NewApplication) -> bool {
    stored.confirmation.is_none() || incoming.confirmation.is_some()
}

fn check_length(problems: &mut Vec<FieldProblem>, field: &str, text: Option<&str>, most: usize) {
    problems.extend(text.and_then(|text| checks::too_long(field, text, most)));
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW_MS: i64 = 1_800_000_000_000;
    const ID: &str = "01990000-0000-7000-8000-000000000001";

    fn good() -> NewApplication {
        NewApplication {
            receipt_id: Some(ID.into()),
            page_url: "https://jobs.example/apply/1".into(),
            job_title: Some("Lighthouse keeper".into()),
            submitted_at_ms: NOW_MS,
            confirmation: Some("Thank you.".into()),
            ..NewApplication::default()
        }
    }

    #[track_caller]
    fn check_change(change: impl FnOnce(&mut NewApplication), expected: &[(&str, &str)]) {
        let mut application = good();
        change(&mut application);
        let problems = accept(ID, application, NOW_MS).err().unwrap_or_default();
        let found: Vec<_> = problems
            .iter()
            .map(|p| (p.field.as_str(), p.code.as_str()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn limits() {
        check_change(|_| {}, &[]);
        check_change(|a| a.receipt_id = None, &[]);
        check_change(
            |a| a.receipt_id = Some("1".into()),
            &[("receipt_id", "invalid_id")],
        );
        check_change(
            |a| a.page_url = "javascript:x".into(),
            &[("page_url", "invalid_link")],
        );
        check_change(
            |a| a.company = Some("x".repeat(501)),
            &[("company", "too_long")],
        );
        check_change(|a| a.confirmation = Some("é".repeat(1_000)), &[]);
        check_change(
            |a| a.confirmation = Some("é".repeat(1_001)),
            &[("confirmation", "too_long")],
        );
        check_change(
            |a| a.submitted_at_ms = 0,
            &[("submitted_at_ms", "out_of_range")],
        );
        check_change(
            |a| a.submitted_at_ms = NOW_MS + CLOCK_SKEW_MS + 1,
            &[("submitted_at_ms", "out_of_range")],
        );
        assert_eq!(
            accept("x", good(), NOW_MS).expect_err("no id")[0].field,
            "application_id"
        );
        let change = |note: &str| ApplicationChange {
            note: Some(note.to_owned()),
            ..ApplicationChange::default()
        };
        assert_eq!(
            accept_change(change(" called "))
                .expect("accepted")
                .note
                .as_deref(),
            Some("called")
        );
        assert_eq!(
            accept_change(change(&"x".repeat(5_001))).expect_err("too long")[0].field,
            "note"
        );
    }

    #[test]
    fn what_is_empty_or_names_the_person_is_left_out() {
        let given = NewApplication {
            page_url: "https://jobs.example/apply/1?token=x#me".into(),
            company: Some("  ".into()),
            ..good()
        };
        let (_, kept) = accept(ID, given, NOW_MS).expect("accepted");
        assert_eq!(kept, good());
    }

    #[test]
    fn a_confirmation_is_not_taken_back() {
        let silent = NewApplication {
            confirmation: None,
            ..good()
        };
        assert!(
            may_replace(&silent, &good())
                && may_replace(&silent, &silent)
                && may_replace(&good(), &good())
        );
        assert!(!may_replace(&good(), &silent));
    }
}
