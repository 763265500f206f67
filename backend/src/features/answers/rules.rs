//! What a remembered answer may say, and which of two states of it is the later.
//!
//! What must not happen here: input or output, a clock, quoting what the person wrote.

use foothold_shared::answer::NewAnswer;
use foothold_shared::problem::FieldProblem;
use uuid::Uuid;

use crate::checks;

/// The most answers that an account keeps.
pub(super) const MOST: i64 = 1_000;
/// The longest question.
const QUESTION_CHARS: usize = 500;
/// The most options of a question, and the most that are chosen.
const OPTIONS: usize = 100;
/// The longest option.
const OPTION_CHARS: usize = 500;
/// The longest answer in writing.
const ANSWER_CHARS: usize = 5_000;
/// The longest host name (RFC 1035, 2.3.4), with a port.
const HOST_CHARS: usize = 260;
/// A browser's clock may be wrong by this much.
const CLOCK_SKEW_MS: i64 = 24 * 60 * 60 * 1000;
/// The end of the year 9999: no calendar that shows it goes further.
const LAST_MS: i64 = 253_402_300_799_999;

/// Brings an answer and its id into the form they are stored in (the id's usual spelling, no spaces around texts,
/// the country in capitals), or says everything that is wrong.
pub(super) fn accept(
    answer_id: &str,
    mut answer: NewAnswer,
    now_ms: i64,
) -> Result<(String, NewAnswer), Vec<FieldProblem>> {
    let mut problems = Problems::default();
    let id = Uuid::parse_str(answer_id).map(|id| id.to_string());
    if id.is_err() {
        problems.add("answer_id", "invalid_id", "Send a UUID.");
    }
    trim(&mut answer.question);
    answer.options.iter_mut().for_each(trim);
    answer.answer.iter_mut().for_each(trim);
    problems.check_text("question", &answer.question, QUESTION_CHARS);
    problems.check_list("options", &answer.options, OPTION_CHARS);
    if answer.answer.is_empty() {
        problems.add("answer", "required", "Send the answer.");
    }
    problems.check_list("answer", &answer.answer, ANSWER_CHARS);
    if let Some(country) = &mut answer.country {
        *country = country.trim().to_ascii_uppercase();
        if country.len() != 2 || !country.bytes().all(|b| b.is_ascii_uppercase()) {
            problems.add(
                "country",
                "invalid_country",
                "Send two letters, such as DE.",
            );
        }
    }
    if let Some(host) = &mut answer.host {
        *host = host.trim().to_lowercase();
        let plain = !host.is_empty()
            && host.chars().count() <= HOST_CHARS
            && !host.contains(['/', '?', '#', '@'])
            && !host.contains(|c: char| c.is_whitespace() || c.is_control());
        if !plain {
            problems.add(
                "host",
                "invalid_host",
                "Send the page's host alone, such as jobs.example.com.",
            );
        }
    }
    if !(1..=now_ms.saturating_add(CLOCK_SKEW_MS)).contains(&answer.remembered_at_ms) {
        problems.add(
            "remembered_at_ms",
            "out_of_range",
            "Send the time of the answer in milliseconds since 1970.",
        );
    }
    let lasts = answer.remembered_at_ms.max(1)..=LAST_MS;
    if answer
        .expires_at_ms
        .is_some_and(|end| !lasts.contains(&end))
    {
        problems.add(
            "expires_at_ms",
            "out_of_range",
            "Send a time after the answer was given, in milliseconds since 1970.",
        );
    }
    match id {
        Ok(id) if problems.0.is_empty() => Ok((id, answer)),
        _ => Err(problems.0),
    }
}

/// Whether `incoming` may replace `stored`: an answer that was held up on its way must not undo a later one.
pub(super) fn may_replace(stored: &NewAnswer, incoming: &NewAnswer) -> bool {
    incoming.remembered_at_ms >= stored.remembered_at_ms
}

fn trim(text: &mut String) {
    let trimmed = text.trim();
    if trimmed.len() < text.len() {
        *text = trimmed.to_owned();
    }
}

#[derive(Default)]
struct Problems(Vec<FieldProblem>);

impl Problems {
    fn add(&mut self, field: &str, code: &str, message: &str) {
        self.0.push(checks::problem(field, code, message));
    }

    fn check_text(&mut self, field: &str, text: &str, most: usize) {
        if text.is_empty() {
            self.add(field, "required", "This must not be empty.");
        } else {
            self.0.extend(checks::too_long(field, text, most));
        }
    }

    fn check_list(&mut self, field: &str, texts: &[String], most: usize) {
        if texts.len() > OPTIONS {
            self.add(field, "too_many", &format!("Send at most {OPTIONS}."));
        }
        for (index, text) in texts.iter().take(OPTIONS).enumerate() {
            self.check_text(&format!("{field}[{index}]"), text, most);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW_MS: i64 = 1_800_000_000_000;
    const ID: &str = "01990000-0000-7000-8000-000000000001";

    fn good() -> NewAnswer {
        NewAnswer {
            question: "Do you own a car?".into(),
            options: vec!["Yes".into(), "No".into()],
            answer: vec!["No".into()],
            country: Some("DE".into()),
            host: Some("jobs.example:8443".into()),
            remembered_at_ms: NOW_MS,
            expires_at_ms: Some(NOW_MS + 1),
        }
    }

    #[track_caller]
    fn check_change(change: impl FnOnce(&mut NewAnswer), expected: &[(&str, &str)]) {
        let mut answer = good();
        change(&mut answer);
        let problems = accept(ID, answer, NOW_MS).err().unwrap_or_default();
        let found: Vec<_> = problems
            .iter()
            .map(|p| (p.field.as_str(), p.code.as_str()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn limits() {
        check_change(|_| {}, &[]);
        check_change(|a| a.question = "  ".into(), &[("question", "required")]);
        check_change(|a| a.question = "é".repeat(500), &[]);
        check_change(
            |a| a.question = "é".repeat(501),
            &[("question", "too_long")],
        );
        check_change(|a| a.options = vec!["x".into(); 100], &[]);
        check_change(
            |a| a.options = vec!["x".into(); 101],
            &[("options", "too_many")],
        );
        check_change(
            |a| a.options[1] = String::new(),
            &[("options[1]", "required")],
        );
        check_change(
            |a| a.options[1] = "x".repeat(501),
            &[("options[1]", "too_long")],
        );
        check_change(|a| a.options.clear(), &[]);
        check_change(|a| a.answer.clear(), &[("answer", "required")]);
        check_change(|a| a.answer[0] = " ".into(), &[("answer[0]", "required")]);
        check_change(
            |a| a.answer[0] = "x".repeat(5_001),
            &[("answer[0]", "too_long")],
        );
        for wrong in ["", "D", "DEU", "1A", "ÄÖ"] {
            check_change(
                |a| a.country = Some(wrong.into()),
                &[("country", "invalid_country")],
            );
        }
        for wrong in [
            "",
            "https://jobs.example",
            "jobs.example/x",
            "a b",
            "me@jobs.example",
        ] {
            check_change(|a| a.host = Some(wrong.into()), &[("host", "invalid_host")]);
        }
        check_change(
            |a| a.remembered_at_ms = 0,
            &[("remembered_at_ms", "out_of_range")],
        );
        check_change(
            |a| a.remembered_at_ms = NOW_MS + CLOCK_SKEW_MS + 1,
            &[
                ("remembered_at_ms", "out_of_range"),
                ("expires_at_ms", "out_of_range"),
            ],
        );
        check_change(|a| a.expires_at_ms = None, &[]);
        check_change(
            |a| a.expires_at_ms = Some(NOW_MS - 1),
            &[("expires_at_ms", "out_of_range")],
        );
        check_change(
            |a| a.expires_at_ms = Some(i64::MAX),
            &[("expires_at_ms", "out_of_range")],
        );
        assert_eq!(
            accept("1", good(), NOW_MS).expect_err("no id")[0].field,
            "answer_id"
        );
    }

    #[test]
    fn texts_lose_the_space_around_them() {
        let given = NewAnswer {
            question: " Do you own a car? ".into(),
            answer: vec!["No\n".into()],
            country: Some(" de".into()),
            host: Some("Jobs.Example:8443".into()),
            ..good()
        };
        let kept = accept(&ID.to_uppercase(), given, NOW_MS).expect("accepted");
        assert_eq!(kept, (ID.to_owned(), good()));
    }

    #[test]
    fn an_earlier_answer_does_not_replace_a_later() {
        let later = NewAnswer {
            remembered_at_ms: NOW_MS + 1,
            ..good()
        };
        assert!(may_replace(&good(), &later) && may_replace(&good(), &good()));
        assert!(!may_replace(&later, &good()));
    }
}
