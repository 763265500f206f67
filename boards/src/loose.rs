//! Reading JSON that is not quite what its documentation says: other types, missing parts, broken text.
//!
//! What must not happen here: an answer that was cut off taken for a whole one.

use std::borrow::Cow;

use foothold_core::posting::values;
use serde_json::Value;

use crate::exchange::MAX_ANSWER;

/// Why an answer could not be read.
pub(crate) const TOO_LONG: &str = "the answer is too long";
const CUT_OFF: &str = "the answer was cut off";
const NO_JSON: &str = "the answer is not JSON";

/// The text of an answer; bytes that are no UTF-8 are replaced.
pub(crate) fn decode(body: &[u8]) -> Result<Cow<'_, str>, &'static str> {
    if body.len() > MAX_ANSWER {
        return Err(TOO_LONG);
    }
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    Ok(String::from_utf8_lossy(body))
}

/// The JSON of an answer.
pub(crate) fn parse(body: &[u8]) -> Result<Value, &'static str> {
    let text = decode(body)?;
    match serde_json::from_str(&text) {
        Ok(value) => Ok(value),
        Err(error) if error.is_eof() => Err(CUT_OFF),
        Err(_) => serde_json::from_str(&mended(&text))
            .map_err(|error| if error.is_eof() { CUT_OFF } else { NO_JSON }),
    }
}

/// The text with what breaks strict readers most often put right: raw control characters, half surrogate pairs.
fn mended(text: &str) -> String {
    let text = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect::<String>();
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let unit = |text: &str| {
            text.strip_prefix("\\u")
                .and_then(|hex| hex.get(..4))
                .and_then(|hex| u16::from_str_radix(hex, 16).ok())
        };
        let (used, kept) = match unit(rest) {
            Some(0xd800..=0xdbff)
                if matches!(rest.get(6..).and_then(unit), Some(0xdc00..=0xdfff)) =>
            {
                (12, rest.get(..12).unwrap_or(rest))
            }
            Some(0xd800..=0xdfff) => (6, "\\ufffd"),
            _ => {
                let used = 1 + rest[1..].chars().next().map_or(0, char::len_utf8);
                (used, &rest[..used])
            }
        };
        out.push_str(kept);
        rest = rest.get(used..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// What stands at a path ("location.name"); null where nothing does.
pub(crate) fn at<'v>(value: &'v Value, path: &str) -> &'v Value {
    path.split('.')
        .try_fold(value, |value, key| value.get(key))
        .unwrap_or(&Value::Null)
}

/// The whole text at a path, as it is; empty where there is none. Numbers and labelled objects are texts, too.
pub(crate) fn raw(value: &Value, path: &str) -> String {
    written(at(value, path), 0)
}

fn written(value: &Value, depth: usize) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Object(map) if depth < 3 => ["label", "name", "text", "title", "value", "@value"]
            .iter()
            .filter_map(|key| map.get(*key))
            .map(|value| written(value, depth + 1))
            .find(|text| !text.is_empty())
            .unwrap_or_default(),
        Value::Array(items) if depth < 3 => items
            .iter()
            .take(20)
            .map(|item| written(item, depth + 1))
            .find(|text| !text.is_empty())
            .unwrap_or_default(),
        _ => String::new(),
    }
}

/// A short text at a path on one line, without markup; empty where there is none or a template left it unfilled.
pub(crate) fn text(value: &Value, path: &str) -> String {
    plain(&raw(value, path))
}

/// A short text on one line.
pub(crate) fn plain(text: &str) -> String {
    let text = values::plain(clip(text, 2_000));
    if values::is_placeholder(&text) {
        String::new()
    } else {
        text
    }
}

/// The first of several paths that holds a text.
pub(crate) fn first(value: &Value, paths: &[&str]) -> String {
    paths
        .iter()
        .map(|path| text(value, path))
        .find(|text| !text.is_empty())
        .unwrap_or_default()
}

/// A number at a path, also one written as text.
pub(crate) fn number(value: &Value, path: &str) -> Option<f64> {
    let number = match at(value, path) {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().replace([',', ' '], "").parse().ok(),
        _ => None,
    };
    number.filter(|number: &f64| number.is_finite())
}

/// A whole number at a path.
pub(crate) fn count(value: &Value, path: &str) -> Option<u64> {
    number(value, path)
        .filter(|n| (0.0..1e15).contains(n))
        .map(|n| n as u64)
}

/// Yes or no at a path, however it is written.
pub(crate) fn flag(value: &Value, path: &str) -> Option<bool> {
    match at(value, path) {
        Value::Bool(flag) => Some(*flag),
        Value::Number(number) => number.as_f64().map(|n| n != 0.0),
        Value::String(text) => match text.trim().to_ascii_lowercase().as_str() {
            "true" | "yes" | "1" | "y" => Some(true),
            "false" | "no" | "0" | "n" => Some(false),
            _ => None,
        },
        _ => None,
    }
}

/// The items of a list at a path; one thing that should have been a list is a list of one.
pub(crate) fn items<'v>(value: &'v Value, path: &str) -> &'v [Value] {
    let found = if path.is_empty() {
        value
    } else {
        at(value, path)
    };
    match found {
        Value::Array(items) => items,
        Value::Null => &[],
        one => std::slice::from_ref(one),
    }
}

/// The short texts of a list at a path.
pub(crate) fn texts(value: &Value, path: &str) -> Vec<String> {
    items(value, path)
        .iter()
        .take(60)
        .map(|item| plain(&written(item, 0)))
        .filter(|text| !text.is_empty())
        .collect()
}

/// At most `max` bytes, cut at a character.
pub(crate) fn clip(text: &str, max: usize) -> &str {
    &text[..text.floor_char_boundary(max.min(text.len()))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn broken_answers_are_read_or_refused() {
        for (body, expect) in [
            (&b"{\"a\":\"x\ny\"}"[..], Ok(json!({"a": "x y"}))),
            (b"\xef\xbb\xbf{\"a\":1}", Ok(json!({"a": 1}))),
            (
                b"{\"a\":\"\\ud83d \\ud83d\\ude00 \\\\ud800\"}",
                Ok(json!({"a": "\u{fffd} 😀 \\ud800"})),
            ),
            (b"{\"a\":\"caf\xe9\"}", Ok(json!({"a": "caf\u{fffd}"}))),
            (b"{\"a\":[1,2", Err(CUT_OFF)),
            (b"{\"a\":\"x\ny", Err(CUT_OFF)),
            (b"<html>", Err(NO_JSON)),
            (b"", Err(CUT_OFF)),
        ] {
            assert_eq!(parse(body), expect, "{}", String::from_utf8_lossy(body));
        }
        let deep = "[".repeat(100_000);
        assert!(parse(deep.as_bytes()).is_err());
    }

    #[test]
    fn values_of_other_types() {
        let value = json!({"a": {"label": "Baker", "n": "1,200"}, "b": "0", "c": [{"name": "x"}, null, 3], "d": "null"});
        assert_eq!(text(&value, "a"), "Baker");
        assert_eq!(number(&value, "a.n"), Some(1_200.0));
        assert_eq!(flag(&value, "b"), Some(false));
        assert_eq!(texts(&value, "c"), ["x", "3"]);
        assert_eq!(text(&value, "d"), "");
        assert!(items(&value, "nothing").is_empty());
    }
}
