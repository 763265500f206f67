//! A forgiving JSON reader for structured data that people and templates broke.
//!
//! It accepts trailing and missing commas, raw line breaks and stray quotes in strings, single quotes, bare keys,
//! comments, and a text cut off in the middle. It never panics, never recurses past [`MAX_DEPTH`] and never
//! builds more than [`MAX_NODES`] values.

use serde_json::{Map, Value};

const MAX_DEPTH: usize = 48;
const MAX_NODES: usize = 60_000;

/// The values in the text, one after the other (templates sometimes print several objects in a row).
pub(crate) fn parse(text: &str) -> Vec<Value> {
    let mut reader = Reader {
        text,
        at: 0,
        nodes: 0,
    };
    let mut values = Vec::new();
    while values.len() < 20 {
        // Whatever stands before the first bracket (a variable's name, a semicolon) is not data.
        let Some(start) = text[reader.at..].find(['{', '[']) else {
            break;
        };
        reader.at += start;
        match reader.value(0) {
            Some(value) => values.push(value),
            None => break,
        }
    }
    values
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    nodes: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn bump(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }

    fn skip_space(&mut self) {
        loop {
            let rest = &self.text[self.at..];
            let trimmed = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
            self.at += rest.len() - trimmed.len();
            if trimmed.starts_with("/*") {
                self.at += trimmed.find("*/").map_or(trimmed.len(), |end| end + 2);
            } else if trimmed.starts_with("//") {
                self.at += trimmed.find('\n').unwrap_or(trimmed.len());
            } else {
                return;
            }
        }
    }

    /// `None` where a limit was reached: the whole text is given up then.
    fn value(&mut self, depth: usize) -> Option<Value> {
        self.nodes += 1;
        if depth > MAX_DEPTH || self.nodes > MAX_NODES {
            return None;
        }
        self.skip_space();
        match self.peek() {
            Some('{') => self.object(depth),
            Some('[') => self.array(depth),
            Some(quote @ ('"' | '\'')) => Some(Value::String(self.string(quote))),
            _ => Some(self.bare()),
        }
    }

    fn object(&mut self, depth: usize) -> Option<Value> {
        self.bump();
        let mut map = Map::new();
        loop {
            self.skip_space();
            match self.peek() {
                None => break,
                Some('}') => {
                    self.bump();
                    break;
                }
                Some(',' | ':' | ';' | ']') => {
                    self.bump();
                    continue;
                }
                _ => {}
            }
            let key = match self.peek() {
                Some(quote @ ('"' | '\'')) => self.string(quote),
                _ => self.word(),
            };
            self.skip_space();
            if self.peek() == Some(':') {
                self.bump();
                let value = self.value(depth + 1)?;
                // The first of two equal keys stands: templates append their defaults.
                map.entry(key).or_insert(value);
            } else if key.is_empty() {
                // Nothing was read: step over whatever it is.
                self.bump();
            }
        }
        Some(Value::Object(map))
    }

    fn array(&mut self, depth: usize) -> Option<Value> {
        self.bump();
        let mut items = Vec::new();
        loop {
            self.skip_space();
            match self.peek() {
                None => break,
                Some(']') => {
                    self.bump();
                    break;
                }
                Some('}') => break,
                Some(',' | ';' | ':') => {
                    self.bump();
                    continue;
                }
                _ => {}
            }
            let before = self.at;
            items.push(self.value(depth + 1)?);
            if self.at == before {
                self.bump();
            }
        }
        Some(Value::Array(items))
    }

    fn string(&mut self, quote: char) -> String {
        self.bump();
        let mut out = String::new();
        while let Some(c) = self.bump() {
            match c {
                '\\' => self.escape(&mut out),
                c if c == quote => {
                    if self.ends_string() {
                        break;
                    }
                    out.push(c);
                }
                // Raw line breaks are the commonest break of all.
                '\n' => out.push(c),
                c if c.is_control() => out.push(' '),
                c => out.push(c),
            }
        }
        out
    }

    /// A quote ends a string only where JSON could go on: otherwise somebody forgot to escape it.
    fn ends_string(&self) -> bool {
        let rest = self.text[self.at..].trim_start();
        match rest.chars().next() {
            None | Some('}' | ']' | ':') => true,
            Some(',') => {
                let after = rest[1..].trim_start();
                after.is_empty()
                    || after.starts_with("/*")
                    || after.starts_with(['"', '\'', '{', '[', '}', ']', '-'])
                    || after.starts_with(|c: char| c.is_ascii_digit())
                    || ["true", "false", "null"]
                        .iter()
                        .any(|w| after.starts_with(w))
                    || is_bare_key(after)
            }
            // A forgotten comma: the next line begins with a key.
            Some('"' | '\'') => self.text[self.at..].starts_with(['\n', '\r']),
            _ => false,
        }
    }

    fn escape(&mut self, out: &mut String) {
        match self.bump() {
            Some('n') => out.push('\n'),
            Some('r' | 't' | 'f' | 'b') => out.push(' '),
            Some('u') => {
                let first = self.hex4();
                let code = match first {
                    Some(high @ 0xd800..=0xdbff) if self.text[self.at..].starts_with("\\u") => {
                        self.at += 2;
                        self.hex4()
                            .filter(|low| (0xdc00..=0xdfff).contains(low))
                            .map(|low| 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00))
                    }
                    other => other,
                };
                out.push(code.and_then(char::from_u32).unwrap_or('\u{fffd}'));
            }
            Some(other) => out.push(other),
            None => {}
        }
    }

    fn hex4(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        let code = u32::from_str_radix(digits, 16).ok()?;
        self.at += 4;
        Some(code)
    }

    fn word(&mut self) -> String {
        let rest = &self.text[self.at..];
        let end = rest
            .find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '@' | '$' | '-' | '.')))
            .unwrap_or(rest.len());
        self.at += end;
        rest[..end].to_owned()
    }

    fn bare(&mut self) -> Value {
        let rest = &self.text[self.at..];
        let end = rest.find([',', '}', ']', '\n']).unwrap_or(rest.len());
        self.at += end;
        let word = rest[..end].trim();
        match word {
            "" | "null" | "undefined" | "None" => Value::Null,
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            _ => word
                .parse::<f64>()
                .ok()
                .and_then(serde_json::Number::from_f64)
                .map_or_else(|| Value::String(word.to_owned()), Value::Number),
        }
    }
}

/// `name:`, a key without quotes.
fn is_bare_key(text: &str) -> bool {
    let end = text
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '@' | '$')))
        .unwrap_or(text.len());
    (1..40).contains(&end) && text[end..].starts_with(':')
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[track_caller]
    fn check(text: &str, expect: Value) {
        assert_eq!(parse(text), vec![expect], "{text}");
    }

    #[test]
    fn broken_json_is_read() {
        check(
            r#"{"a": 1, "b": [2, 3,],}"#,
            json!({"a": 1.0, "b": [2.0, 3.0]}),
        );
        check("{\"a\": \"one\ntwo\"}", json!({"a": "one\ntwo"}));
        check(
            r#"{"a": "say "yes" now", "b": 1}"#,
            json!({"a": "say \"yes\" now", "b": 1.0}),
        );
        check(r#"{'a': 'x', b: true}"#, json!({"a": "x", "b": true}));
        check("{\"a\": \"x\"\n\"b\": \"y\"}", json!({"a": "x", "b": "y"}));
        check(
            r#"{"a": "x", /* old */ "b": null}"#,
            json!({"a": "x", "b": null}),
        );
        check(r#"{"a": {"b": "cut of"#, json!({"a": {"b": "cut of"}}));
        check(
            r#"window.x = {"a": "\u00e9\ud83d\ude00"};"#,
            json!({"a": "é😀"}),
        );
        check(r#"{"a": , "b": 2}"#, json!({"a": null, "b": 2.0}));
    }

    #[test]
    fn several_objects_in_a_row_are_several_values() {
        assert_eq!(
            parse(r#"{"a":1}{"b":2}"#),
            vec![json!({"a": 1.0}), json!({"b": 2.0})]
        );
    }

    #[test]
    fn depth_and_size_have_an_end() {
        assert!(parse(&"[".repeat(100_000)).is_empty());
        assert!(parse(&format!("[{}]", "1,".repeat(100_000))).is_empty());
    }
}
