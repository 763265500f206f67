//! The right to work, salary, availability, preferences and standard answers.

use super::{Problems, TEXT_CHARS};
use crate::features::profiles::codes;
use chrono::NaiveDate;
use foothold_shared::profile::{
    NoticeUnit, Profile, SalaryExpectation, StandardAnswer, WorkEligibility,
};
use std::collections::HashSet;

/// The longest question of a standard answer, in characters.
const QUESTION_CHARS: usize = 1_000;

pub(super) fn check(problems: &mut Problems, profile: &Profile) {
    check_eligibility(problems, &profile.work_eligibility);
    if let Some(salary) = &profile.salary {
        check_salary(problems, salary);
    }
    if let Some(notice) = &profile.availability.notice {
        // Two years, in each unit: longer is a slip of the finger.
        let most = match notice.unit {
            NoticeUnit::Days => 730,
            NoticeUnit::Weeks => 104,
            NoticeUnit::Months => 24,
        };
        if notice.count > most {
            problems.add(
                "availability.notice.count",
                "out_of_range",
                format!("Enter at most {most}."),
            );
        }
    }
    if !profile.availability.earliest_start.is_empty()
        && date(&profile.availability.earliest_start).is_none()
    {
        problems.add(
            "availability.earliest_start",
            "invalid_date",
            "Choose a day; the API takes YYYY-MM-DD.",
        );
    }
    let places = &profile.preferences.work_places;
    if places.iter().collect::<HashSet<_>>().len() != places.len() {
        problems.add(
            "preferences.work_places",
            "duplicate",
            "Name each way of working once.",
        );
    }
    check_answers(problems, &profile.standard_answers);
}

/// A real day written `YYYY-MM-DD`, from 1900 to 2100.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    use chrono::Datelike;
    // chrono takes signs and missing zeros too; browsers' date fields do not.
    let shaped = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| {
            if at == 4 || at == 7 {
                byte == b'-'
            } else {
                byte.is_ascii_digit()
            }
        });
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
    (shaped && (1900..=2100).contains(&day.year())).then_some(day)
}

/// Legal questions are answered from this list alone, so a country stands in it at most once:
/// two entries could say different things.
fn check_eligibility(problems: &mut Problems, entries: &[WorkEligibility]) {
    let mut seen = HashSet::new();
    for (index, entry) in problems
        .list("work_eligibility", entries)
        .iter()
        .enumerate()
    {
        let field = format!("work_eligibility[{index}].country");
        if entry.country.is_empty() {
            if entry.authorized.is_some() || entry.needs_sponsorship.is_some() {
                problems.add(
                    field,
                    "required",
                    "Choose the country that this answer is for.",
                );
            }
            continue;
        }
        problems.country(&field, &entry.country);
        if !seen.insert(&entry.country) {
            problems.add(field, "duplicate", "This country is already in the list.");
        }
    }
}

fn check_salary(problems: &mut Problems, salary: &SalaryExpectation) {
    if salary.amount == 0 {
        problems.add(
            "salary.amount",
            "out_of_range",
            "Enter an amount, or leave the salary out.",
        );
    }
    if !codes::is_currency(&salary.currency) {
        problems.add(
            "salary.currency",
            "unknown_currency",
            "Choose a currency; the API takes ISO 4217 codes such as EUR.",
        );
    }
}

fn check_answers(problems: &mut Problems, answers: &[StandardAnswer]) {
    problems.entry_ids(
        "standard_answers",
        answers.iter().map(|entry| entry.id.as_str()),
    );
    for (index, entry) in problems
        .list("standard_answers", answers)
        .iter()
        .enumerate()
    {
        let question = format!("standard_answers[{index}].question");
        problems.text(&question, &entry.question, QUESTION_CHARS);
        problems.text(
            &format!("standard_answers[{index}].answer"),
            &entry.answer,
            TEXT_CHARS,
        );
        if entry.question.trim().is_empty() && !entry.answer.trim().is_empty() {
            problems.add(
                question,
                "required",
                "Enter the question that this answers.",
            );
        }
    }
}
