//! Checks what came in against the form. Pure: the form and the request in, the mistakes out.

use super::Received;
use crate::form::{Field, Form, MAX_FILE_BYTES, MAX_ROWS, Shape, Step, word};
use crate::jobs::is_day;
use serde::Serialize;

/// The longest answer, in characters.
const MAX_TEXT: usize = 20_000;

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct FieldError {
    /// The submitted name.
    pub(crate) field: String,
    /// Stable: `required`, `email`, `file_type` …
    pub(crate) code: &'static str,
    /// In the form's language.
    pub(crate) message: &'static str,
}

/// Every mistake, in the form's order; none means that the application can be kept.
pub(crate) fn check(form: &Form, received: &Received) -> Vec<FieldError> {
    form.steps
        .iter()
        .flat_map(|step| check_step(form, step, received))
        .collect()
}

/// Every mistake of one screen.
pub(crate) fn check_step(form: &Form, step: &Step, received: &Received) -> Vec<FieldError> {
    let mut errors = Vec::new();
    for section in &step.sections {
        let Some(prefix) = section.rows else {
            for field in &section.fields {
                check_field(form, field, "", received, &mut errors);
            }
            continue;
        };
        for row in rows(prefix, received) {
            let current = received.value(&format!("{prefix}[{row}].currentlyWorkHere"));
            for field in &section.fields {
                // The last month of the present job is not asked.
                if field.name == "endDate" && current == "on" {
                    continue;
                }
                let row = format!("{prefix}[{row}].");
                check_field(form, field, &row, received, &mut errors);
            }
        }
    }
    errors
}

/// The row numbers that came in for a prefix, in order.
pub(crate) fn rows(prefix: &str, received: &Received) -> Vec<usize> {
    let number = |name: &str| -> Option<usize> {
        let rest = name.strip_prefix(prefix)?.strip_prefix('[')?;
        rest.split_once(']')?
            .0
            .parse()
            .ok()
            .filter(|row| *row < MAX_ROWS)
    };
    let mut rows: Vec<usize> = received
        .values
        .iter()
        .filter_map(|(name, _)| number(name))
        .collect();
    rows.sort_unstable();
    rows.dedup();
    rows
}

/// `row` is what stands before the names of the field's row; empty outside of rows.
fn check_field(
    form: &Form,
    field: &Field,
    row: &str,
    received: &Received,
    errors: &mut Vec<FieldError>,
) {
    let name = &format!("{row}{}", field.name);
    if let Some((other, value)) = &field.shown_if
        && received.value(&format!("{row}{other}")) != value
    {
        return;
    }
    let code = if matches!(field.shape, Shape::File | Shape::Files) {
        wrong_file(field, name, received)
    } else {
        wrong_answer(field, &received.answers(name))
    };
    if let Some(code) = code {
        let message = word(form.lang, &format!("err_{code}"));
        errors.push(FieldError {
            field: name.to_owned(),
            code,
            message,
        });
    }
}

fn wrong_file(field: &Field, name: &str, received: &Received) -> Option<&'static str> {
    let mut files = received
        .files
        .iter()
        .filter(|file| file.field == name)
        .peekable();
    if files.peek().is_none() {
        return field.required.then_some("required");
    }
    files.find_map(|file| {
        let extension = file
            .file_name
            .rsplit_once('.')
            .map(|(_, end)| end.to_ascii_lowercase());
        if !extension.is_some_and(|end| field.accept.contains(&end.as_str())) {
            Some("file_type")
        } else if file.bytes.is_empty() {
            Some("file_empty")
        } else if file.bytes.len() > MAX_FILE_BYTES {
            Some("file_big")
        } else {
            None
        }
    })
}

fn wrong_answer(field: &Field, answers: &[&str]) -> Option<&'static str> {
    if answers.is_empty() {
        return field.required.then_some("required");
    }
    if answers
        .iter()
        .any(|answer| answer.chars().count() > MAX_TEXT)
    {
        return Some("long");
    }
    let known = |answer: &&str| field.options.iter().any(|option| option.value == *answer);
    let single = answers.len() == 1;
    let first = answers[0].trim();
    match field.shape {
        Shape::Email => (!is_email(first)).then_some("email"),
        _ if field.name == "email" => (!is_email(first)).then_some("email"),
        Shape::Url => (!is_url(first)).then_some("url"),
        Shape::Number => first.parse::<f64>().is_err().then_some("number"),
        Shape::Date => (!is_day(first)).then_some("date"),
        Shape::Month => (!is_day(&format!("{first}-01"))).then_some("date"),
        Shape::Year => (!is_day(&format!("{first}-01-01"))).then_some("date"),
        Shape::Select | Shape::Radio | Shape::YesNo | Shape::Prompt => {
            (!single || !answers.iter().all(known)).then_some("option")
        }
        Shape::Checkboxes | Shape::Tags => (!answers.iter().all(known)).then_some("option"),
        Shape::Checkbox => (first != "on").then_some("option"),
        Shape::Text
        | Shape::Tel
        | Shape::Textarea
        | Shape::RichText
        | Shape::Location
        | Shape::File
        | Shape::Files => None,
    }
}

fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let labels: Vec<&str> = domain.split('.').collect();
    !local.is_empty()
        && !text.contains(char::is_whitespace)
        && !local.contains('@')
        && labels.len() >= 2
        && labels.iter().all(|label| !label.is_empty())
}

fn is_url(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        rest.split('/')
            .next()
            .is_some_and(|host| host.contains('.'))
    }) && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::{is_email, is_url, wrong_answer};
    use crate::form::{Field, Shape, plain};

    #[test]
    fn addresses() {
        for good in ["a@b.de", "first.last+tag@sub.example.org"] {
            assert!(is_email(good), "{good}");
        }
        for bad in [
            "", "a", "a@b", "@b.de", "a@@b.de", "a b@c.de", "a@b..de", "a@.de",
        ] {
            assert!(!is_email(bad), "{bad}");
        }
        assert!(is_url("https://example.org/x") && is_url("http://a.b"));
        assert!(!is_url("example.org") && !is_url("https://x y.z") && !is_url("javascript:x.y"));
    }

    #[test]
    fn answers_fit_the_shape() {
        let table = [
            (Shape::Number, "12", None),
            (Shape::Number, "twelve", Some("number")),
            (Shape::Date, "2026-02-28", None),
            (Shape::Date, "2026-02-29", Some("date")),
            (Shape::Month, "2026-11", None),
            (Shape::Month, "2026-13", Some("date")),
            (Shape::Year, "2026", None),
            (Shape::Year, "26", Some("date")),
            (Shape::Select, "b", None),
            (Shape::Select, "c", Some("option")),
            (Shape::Checkbox, "on", None),
            (Shape::Checkbox, "yes", Some("option")),
        ];
        for (shape, answer, expected) in table {
            let field = Field::labelled("x", "X", shape).options(plain(&["a", "b"]));
            assert_eq!(
                wrong_answer(&field, &[answer]),
                expected,
                "{shape:?} {answer}"
            );
        }
        let field = Field::labelled("x", "X", Shape::Radio).options(plain(&["a", "b"]));
        assert_eq!(
            wrong_answer(&field, &["a", "b"]),
            Some("option"),
            "one answer only"
        );
        assert_eq!(
            wrong_answer(&field.clone().required(), &[]),
            Some("required")
        );
        assert_eq!(wrong_answer(&field, &[]), None);
    }
}
