//! Finding job postings in a page's `application/ld+json` scripts, however they are wrapped, nested or broken.

use serde_json::{Map, Value};

use super::fold::clip;
use super::{lenient, markup};

/// At most this much of one script is read.
const MAX_SCRIPT: usize = 400_000;
/// At most this many postings of one page are looked at: more is a list of jobs.
const MAX_POSTINGS: usize = 60;

/// A JobPosting node and where it stood.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    pub(crate) posting: Value,
    /// It stood in a list of jobs or hung on another posting as a related one.
    pub(crate) listed: bool,
}

/// The job postings in the scripts, in order, and the names of organisations standing by themselves.
pub(crate) fn find(scripts: &[String]) -> (Vec<Node>, Vec<String>) {
    let mut nodes = Vec::new();
    let mut organizations = Vec::new();
    for script in scripts.iter().take(20) {
        for value in parse(script) {
            walk(&value, 0, false, &mut nodes, &mut organizations);
        }
    }
    (nodes, organizations)
}

/// Reads one script: strictly where it is right, forgivingly where it is not.
fn parse(script: &str) -> Vec<Value> {
    let text = unwrap(clip(script, MAX_SCRIPT));
    if let Ok(value) = serde_json::from_str::<Value>(text) {
        return match value {
            // A whole document printed as a string, once more encoded.
            Value::String(inner) => lenient::parse(&inner),
            value => vec![value],
        };
    }
    // Escaped as if it were text: `{&quot;@type&quot;: …`.
    let head = clip(text, 400);
    if head.contains("&quot;") || head.contains("&#34;") || head.contains("&amp;quot;") {
        let unescaped = markup::unescape(text);
        if let Ok(value) = serde_json::from_str::<Value>(&unescaped) {
            return vec![value];
        }
        return lenient::parse(&unescaped);
    }
    lenient::parse(text)
}

/// The text without comment and CDATA wrappers.
fn unwrap(text: &str) -> &str {
    let mut text = text.trim().trim_start_matches('\u{feff}');
    loop {
        let before = text;
        for open in ["<!--", "//", "/*", "*/", "<![CDATA["] {
            text = text.strip_prefix(open).unwrap_or(text).trim_start();
        }
        for close in ["-->", "//", "*/", "/*", "]]>", ";"] {
            text = text.strip_suffix(close).unwrap_or(text).trim_end();
        }
        if text == before {
            return text;
        }
    }
}

fn walk(value: &Value, depth: usize, listed: bool, nodes: &mut Vec<Node>, names: &mut Vec<String>) {
    if depth > 24 || nodes.len() >= MAX_POSTINGS {
        return;
    }
    match value {
        Value::Array(items) => {
            for item in items {
                walk(item, depth + 1, listed, nodes, names);
            }
        }
        Value::Object(map) if is_type(map, "JobPosting") => {
            nodes.push(Node {
                posting: value.clone(),
                listed,
            });
            for key in ["relatedJobs", "isRelatedTo", "related", "similarJobs"] {
                if let Some(related) = map.get(key) {
                    walk(related, depth + 1, true, nodes, names);
                }
            }
        }
        Value::Object(map) => {
            let list = listed || is_type(map, "ItemList") || is_type(map, "ListItem");
            if is_type(map, "Organization")
                || is_type(map, "Corporation")
                || is_type(map, "LocalBusiness")
            {
                names.extend(text(map.get("name")));
            }
            for (key, child) in map {
                let aside = matches!(
                    key.as_str(),
                    "relatedJobs" | "isRelatedTo" | "similarJobs" | "itemListElement"
                );
                // A page's publisher or an article's author is not the employer.
                if matches!(
                    key.as_str(),
                    "publisher" | "author" | "provider" | "breadcrumb"
                ) {
                    continue;
                }
                if child.is_object() || child.is_array() {
                    walk(child, depth + 1, list || aside, nodes, names);
                }
            }
        }
        _ => {}
    }
}

fn is_type(map: &Map<String, Value>, name: &str) -> bool {
    let named = |value: &Value| {
        value
            .as_str()
            .is_some_and(|t| t.rsplit(['/', ':', '#']).next() == Some(name))
    };
    match map.get("@type").or_else(|| map.get("type")) {
        Some(Value::Array(types)) => types.iter().any(named),
        Some(value) => named(value),
        None => false,
    }
}

/// A plain text out of whatever a template put there: a text, a number, the first of a list, a node with a name.
pub(crate) fn text(value: Option<&Value>) -> Option<String> {
    let text = match value? {
        Value::String(text) => markup::plain(clip(text, 2_000)),
        Value::Number(number) => number.to_string(),
        Value::Array(items) => return items.iter().find_map(|item| self::text(Some(item))),
        Value::Object(map) => {
            return ["name", "@value", "value", "title"]
                .iter()
                .find_map(|key| map.get(*key).filter(|v| !v.is_object() && !v.is_array()))
                .and_then(|value| self::text(Some(value)));
        }
        _ => return None,
    };
    (!text.is_empty() && !is_placeholder(&text)).then_some(text)
}

/// Whether a template left its place unfilled.
pub(crate) fn is_placeholder(text: &str) -> bool {
    let folded = text.trim().to_lowercase();
    matches!(
        folded.as_str(),
        "null"
            | "undefined"
            | "none"
            | "n/a"
            | "na"
            | "-"
            | "--"
            | "unknown"
            | "not specified"
            | "nan"
            | "[object object]"
            | "."
    ) || folded.starts_with("{{")
        || folded.starts_with("${")
        || folded.starts_with("<%")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(script: &str) -> Vec<(String, bool)> {
        find(&[script.to_owned()])
            .0
            .iter()
            .map(|n| (text(n.posting.get("title")).unwrap_or_default(), n.listed))
            .collect()
    }

    #[track_caller]
    fn check(script: &str, expect: &[(&str, bool)]) {
        let expect = expect
            .iter()
            .map(|(t, l)| ((*t).to_owned(), *l))
            .collect::<Vec<_>>();
        assert_eq!(titles(script), expect, "{script}");
    }

    #[test]
    fn postings_in_every_wrapping() {
        let one = &[("Beekeeper", false)];
        check(r#"{"@type":"JobPosting","title":"Beekeeper"}"#, one);
        check(r#"[{"@type":["JobPosting"],"title":"Beekeeper"}]"#, one);
        check(
            r#"{"@graph":[{"@type":"WebPage"},{"@type":"http://schema.org/JobPosting","title":"Beekeeper"}]}"#,
            one,
        );
        check(
            "<!-- {\"@type\":\"JobPosting\",\"title\":\"Beekeeper\",} -->",
            one,
        );
        check(
            "//<![CDATA[\n{\"@type\":\"JobPosting\",\"title\":\"Beekeeper\"}\n//]]>",
            one,
        );
        check(
            "{&quot;@type&quot;:&quot;JobPosting&quot;,&quot;title&quot;:&quot;Beekeeper&quot;}",
            one,
        );
        check(
            r#""{\"@type\":\"JobPosting\",\"title\":\"Beekeeper\"}""#,
            one,
        );
        check(
            r#"{"@type":"WebPage","mainEntity":{"@type":"JobPosting","title":"Beekeeper"}}"#,
            one,
        );
        check(
            "{\"@type\":\"JobPosting\",\"description\":\"a\nb\",\"title\":\"Beekeeper\"}",
            one,
        );
    }

    #[test]
    fn lists_and_related_jobs_are_marked() {
        check(
            r#"{"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":{"@type":"JobPosting","title":"A"}}]}"#,
            &[("A", true)],
        );
        check(
            r#"{"@type":"JobPosting","title":"A","relatedJobs":[{"@type":"JobPosting","title":"B"}]}"#,
            &[("A", false), ("B", true)],
        );
    }

    #[test]
    fn texts_out_of_anything() {
        for (json, expect) in [
            (r#"" Bread &amp;amp; Butter ""#, Some("Bread & Butter")),
            (r#"["", "B"]"#, Some("B")),
            (r#"{"@type":"Organization","name":"Bread"}"#, Some("Bread")),
            (r#""null""#, None),
            ("null", None),
        ] {
            let value: Value = serde_json::from_str(json).expect("the test's own JSON");
            assert_eq!(text(Some(&value)).as_deref(), expect, "{json}");
        }
    }
}
