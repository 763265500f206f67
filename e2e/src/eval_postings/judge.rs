//! How a value that was read compares with what a person read:
//! - title and company: letters and digits only, case and accents folded. A company may also be written as in the
//!   truth's `company_raw` or `also_ok`, and with or without its legal form.
//! - location: the same place is named ([`foothold_core::posting::is_same_place`]).
//! - salary: minimum, maximum, currency and period are all equal.
//! - employment type and remote: equal; a list in the truth accepts any of its entries.
//! - where the truth speaks of them: country, term (`permanent`, `fixed`), `date_posted`, `valid_through`, `department`,
//!   `req_id`, `language` and `closed` (`said`, `expired`) are equal; `requirements` is a list of kind and words, each in
//!   one requirement of that kind, and there are as many; `description_has` and `description_lacks` are texts that the
//!   description's Markdown holds and does not hold.
//!
//! A value that the truth leaves out (`null`) and the reader gives is *invented*; a value that the truth has and the
//! reader leaves out is not right.

use foothold_core::posting::is_same_place;
use serde_json::Value;

/// What became of one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Neither stated nor given.
    Absent,
    Right,
    /// Stated, and not given or given differently.
    Wrong,
    /// Given and not stated.
    Invented,
}

/// Compares a value that was read with the truth.
pub(super) fn judge(field: &str, truth: &Value, given: &Value) -> Verdict {
    if field == "requirements" {
        return same_requirements(&truth[field], given);
    }
    if field == "description" {
        return holds(truth, given);
    }
    let expected = &truth[field];
    if is_empty(expected) {
        return if given.is_null() {
            Verdict::Absent
        } else {
            Verdict::Invented
        };
    }
    let right = match field {
        "salary" => same_salary(expected, given),
        "location" => given
            .as_str()
            .is_some_and(|given| accepted(truth, field).any(|text| is_same_place(text, given))),
        "company" => given.as_str().is_some_and(|given| {
            accepted(truth, field).any(|text| company_key(text) == company_key(given))
        }),
        _ => given
            .as_str()
            .is_some_and(|given| accepted(truth, field).any(|text| key(text) == key(given))),
    };
    if right {
        Verdict::Right
    } else {
        Verdict::Wrong
    }
}

/// As many, and each with the truth's words under the truth's kind.
fn same_requirements(expected: &Value, given: &Value) -> Verdict {
    let (Some(expected), Some(given)) = (expected.as_array(), given.as_array()) else {
        return Verdict::Wrong;
    };
    let met = expected.iter().all(|wanted| {
        given.iter().any(|read| {
            read[0] == wanted[0]
                && read[1]
                    .as_str()
                    .is_some_and(|text| text.contains(wanted[1].as_str().unwrap_or_default()))
        })
    });
    match (expected.len(), given.len()) {
        (0, 0) => Verdict::Absent,
        (0, _) => Verdict::Invented,
        (a, b) if a == b && met => Verdict::Right,
        _ => Verdict::Wrong,
    }
}

/// Everything that must be in the description, and nothing that must not.
fn holds(truth: &Value, given: &Value) -> Verdict {
    let texts = |name: &str| {
        truth[name]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect::<Vec<_>>()
    };
    let (has, lacks) = (texts("description_has"), texts("description_lacks"));
    let text = given.as_str().unwrap_or_default();
    if has.is_empty() {
        return if text.is_empty() {
            Verdict::Absent
        } else {
            Verdict::Invented
        };
    }
    if has.iter().all(|part| text.contains(part)) && !lacks.iter().any(|part| text.contains(part)) {
        Verdict::Right
    } else {
        Verdict::Wrong
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.iter().all(is_empty),
        _ => false,
    }
}

/// The texts the truth accepts for a field.
fn accepted<'t>(truth: &'t Value, field: &'t str) -> impl Iterator<Item = &'t str> {
    let also = truth["also_ok"].get(field).unwrap_or(&Value::Null);
    [&truth[field], &truth[format!("{field}_raw")], also]
        .into_iter()
        .flat_map(|value| match value {
            Value::Array(items) => items.iter().collect::<Vec<_>>(),
            value => vec![value],
        })
        .filter_map(Value::as_str)
}

fn same_salary(expected: &Value, given: &Value) -> bool {
    let figure = |value: &Value, key: &str| value.get(key).and_then(Value::as_f64);
    let word = |value: &Value, key: &str| {
        value
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_ascii_lowercase()
    };
    given.is_object()
        && ["min", "max"]
            .iter()
            .all(|end| figure(expected, end) == figure(given, end))
        && ["currency", "period"]
            .iter()
            .all(|part| word(expected, part) == word(given, part))
}

/// Letters and digits, lower case.
fn key(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// A company's name without its legal form. Not asked of the core: a measure stays when what it measures moves.
fn company_key(text: &str) -> String {
    const FORMS: [&str; 16] = [
        "gmbh", "ag", "se", "inc", "llc", "ltd", "limited", "plc", "corp", "sas", "sarl", "bv",
        "nv", "ab", "srl", "spa",
    ];
    let mut words = text
        .split(|c: char| !(c.is_alphanumeric() || c == '.' || c == '&'))
        .map(key)
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>();
    while words.len() > 1
        && words
            .last()
            .is_some_and(|last| FORMS.contains(&last.as_str()))
    {
        words.pop();
    }
    words.concat()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(field: &str, truth: Value, given: Value, expect: Verdict) {
        assert_eq!(
            judge(field, &truth, &given),
            expect,
            "{field} {truth} {given}"
        );
    }

    #[test]
    fn requirements_and_descriptions_compare_by_what_they_hold() {
        let truth = json!({"requirements": [["required", "oven"]], "description_has": ["- oven"], "description_lacks": ["cookie"]});
        check(
            "requirements",
            truth.clone(),
            json!([["required", "An oven of your own"]]),
            Verdict::Right,
        );
        check(
            "requirements",
            truth.clone(),
            json!([["preferred", "An oven"]]),
            Verdict::Wrong,
        );
        check(
            "requirements",
            json!({"requirements": []}),
            json!([["required", "x"]]),
            Verdict::Invented,
        );
        check(
            "description",
            truth.clone(),
            json!("## You\n\n- oven"),
            Verdict::Right,
        );
        check(
            "description",
            truth.clone(),
            json!("- oven\n\nWe use cookies"),
            Verdict::Wrong,
        );
        check(
            "description",
            json!({"description_has": []}),
            json!(null),
            Verdict::Absent,
        );
    }

    #[test]
    fn values_compare_as_written_down() {
        check(
            "title",
            json!({"title": "Tram Driver (f/m)"}),
            json!("tram driver f/m"),
            Verdict::Right,
        );
        check(
            "title",
            json!({"title": "Tram Driver"}),
            json!("Bus Driver"),
            Verdict::Wrong,
        );
        check(
            "title",
            json!({"title": null}),
            json!("Bus Driver"),
            Verdict::Invented,
        );
        check(
            "title",
            json!({"title": "Tram Driver"}),
            json!(null),
            Verdict::Wrong,
        );
        check(
            "remote",
            json!({"remote": null}),
            json!(null),
            Verdict::Absent,
        );
        check(
            "company",
            json!({"company": "Rails GmbH"}),
            json!("Rails"),
            Verdict::Right,
        );
        check(
            "company",
            json!({"company": "Rails", "company_raw": "DE01 Rails Holding"}),
            json!("DE01 Rails Holding"),
            Verdict::Right,
        );
        check(
            "location",
            json!({"location": "Bath, UK"}),
            json!("Bath"),
            Verdict::Right,
        );
        check(
            "employment_type",
            json!({"employment_type": ["full_time"]}),
            json!("full_time"),
            Verdict::Right,
        );
        let pay = json!({"min": 10, "max": 12.5, "currency": "EUR", "period": "hour"});
        check(
            "salary",
            json!({"salary": pay}),
            pay.clone(),
            Verdict::Right,
        );
        check(
            "salary",
            json!({"salary": pay}),
            json!({"min": 10, "max": 12.5, "currency": "EUR", "period": "year"}),
            Verdict::Wrong,
        );
    }
}
