//! Reading what a model answered: lenient about what stands around the JSON, strict about what is in it.

use serde_json::Value;

/// A longer answer is none.
const LONGEST: usize = 256 * 1024;
/// How many places are tried where JSON may begin.
const MOST_TRIES: usize = 400;
/// The longest sentence that is looked at, in characters.
const LONGEST_TEXT: usize = 2_000;

/// A sentence in a model's words.
pub(super) struct Worded {
    pub(super) text: String,
    /// The labels of the facts it names.
    pub(super) facts: Vec<String>,
}

/// The sentences of an answer by their place in the question, each at most once, in the question's order.
pub(super) fn read(answer: &str, asked: usize) -> Vec<(usize, Worded)> {
    if answer.len() > LONGEST {
        return Vec::new();
    }
    // What a model thought aloud is no answer.
    let answer = answer
        .rsplit_once("</think>")
        .map_or(answer, |(_, said)| said);
    let mut found: Vec<(usize, Worded)> = Vec::new();
    let mut from = 0;
    for _ in 0..MOST_TRIES {
        let Some(at) = answer[from..].find('{').map(|at| at + from) else {
            break;
        };
        let mut values = serde_json::Deserializer::from_str(&answer[at..]).into_iter::<Value>();
        // A broken whole may still have sound parts: an answer that was cut off keeps its first sentences.
        let Some(Ok(value)) = values.next() else {
            from = at + 1;
            continue;
        };
        from = at + values.byte_offset().max(1);
        match value.get("sentences").and_then(Value::as_array) {
            Some(sentences) => {
                for sentence in sentences {
                    add(sentence, asked, &mut found);
                }
            }
            None => add(&value, asked, &mut found),
        }
    }
    found.sort_by_key(|(at, _)| *at);
    found
}

fn add(sentence: &Value, asked: usize, found: &mut Vec<(usize, Worded)>) {
    let number = match &sentence["n"] {
        Value::Number(number) => number.as_u64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    };
    let at = number.and_then(|number| usize::try_from(number).ok()?.checked_sub(1));
    let text = sentence["text"].as_str().map(|text| {
        let words: Vec<&str> = text.split_whitespace().collect();
        words.join(" ")
    });
    let (Some(at), Some(text)) = (at, text) else {
        return;
    };
    if at >= asked
        || text.is_empty()
        || text.chars().count() > LONGEST_TEXT
        || found.iter().any(|(known, _)| *known == at)
    {
        return;
    }
    let facts = match &sentence["facts"] {
        Value::Array(facts) => facts
            .iter()
            .map(|fact| fact.as_str().unwrap_or_default().to_owned())
            .take(50)
            .collect(),
        _ => Vec::new(),
    };
    found.push((at, Worded { text, facts }));
}
