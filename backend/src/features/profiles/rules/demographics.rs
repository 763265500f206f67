//! Self-identification: answered, declined, or not answered, and nothing in between.

use super::Problems;
use super::wishes::date;
use chrono::NaiveDate;
use foothold_shared::profile::{AnswerState, Demographics, SelfIdentification};
use std::collections::HashSet;

/// What one question takes.
struct Question<'a> {
    field: &'a str,
    answer: &'a SelfIdentification,
    /// The only answers there are; empty where own words are welcome.
    tokens: &'a [&'a str],
    most: usize,
}

pub(super) fn check(problems: &mut Problems, demographics: &Demographics, today: NaiveDate) {
    const YES_NO: &[&str] = &["yes", "no"];
    const VETERAN: &[&str] = &["not_veteran", "protected_veteran", "veteran_not_protected"];
    for (name, answer, tokens, most) in [
        ("gender", &demographics.gender, &[][..], 5),
        ("pronouns", &demographics.pronouns, &[][..], 5),
        ("race_ethnicity", &demographics.race_ethnicity, &[][..], 10),
        ("hispanic", &demographics.hispanic, YES_NO, 1),
        ("veteran", &demographics.veteran, VETERAN, 1),
        ("disability", &demographics.disability, YES_NO, 1),
    ] {
        check_question(
            problems,
            &Question {
                field: &format!("demographics.{name}"),
                answer,
                tokens,
                most,
            },
        );
    }
    let birth = &demographics.date_of_birth;
    if !birth.is_empty() {
        match date(birth) {
            None => problems.add(
                "demographics.date_of_birth",
                "invalid_date",
                "Choose a day; the API takes YYYY-MM-DD.",
            ),
            Some(day) if day > today => {
                problems.add(
                    "demographics.date_of_birth",
                    "in_the_future",
                    "Choose a day in the past.",
                );
            }
            Some(_) => {}
        }
    }
}

fn check_question(problems: &mut Problems, question: &Question<'_>) {
    let Question {
        field,
        answer,
        tokens,
        most,
    } = *question;
    let values = format!("{field}.values");
    if answer.state != AnswerState::Answered {
        // A value beside "declined" would be a secret answer that no screen shows.
        if !answer.values.is_empty() {
            problems.add(
                values,
                "not_answered",
                "Remove the answer, or say that you answered.",
            );
        }
        return;
    }
    if answer.values.is_empty() {
        problems.add(
            values,
            "required",
            "Choose an answer, or say that you prefer not to answer.",
        );
        return;
    }
    if answer.values.len() > most {
        problems.add(&values, "too_many", format!("Give at most {most}."));
    }
    let mut seen = HashSet::new();
    for (index, value) in answer.values.iter().take(most).enumerate() {
        let path = format!("{values}[{index}]");
        problems.line(&path, value, super::NAME_CHARS);
        if value.trim().is_empty() {
            problems.add(path, "required", "Enter an answer.");
        } else if !tokens.is_empty() && !tokens.contains(&value.as_str()) {
            problems.add(
                path,
                "unknown_answer",
                format!("Choose one of: {}.", tokens.join(", ")),
            );
        } else if !seen.insert(value) {
            problems.add(path, "duplicate", "This answer is given twice.");
        }
    }
}
