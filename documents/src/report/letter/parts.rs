//! The parts of a letter: what stands above the greeting, the greeting, sentences, the closing, the name below it.

use crate::fold::fold_words;
use crate::report::words::{self, Words};
use foothold_matching::facts::sentences;

/// A greeting and a closing are short lines.
const SHORT: usize = 12;
/// The most sentences that are looked at.
const SENTENCES: usize = 300;

/// A letter by its parts.
#[derive(Default)]
pub(super) struct Parts {
    /// The greeting, as written.
    pub(super) greeting: Option<String>,
    /// The closing.
    pub(super) closing: Option<String>,
    /// The lines below the closing.
    pub(super) below: Vec<String>,
    /// Greeting or closing are in another language than the letter.
    pub(super) other_language: bool,
    /// The sentences between greeting and closing.
    pub(super) sentences: Vec<String>,
    /// The words between greeting and closing.
    pub(super) words: usize,
}

impl Parts {
    pub(super) fn of(text: &str, words: &Words) -> Self {
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        let begins = |line: &str, key: &str, words: &Words| {
            let folded = format!("{} ", fold_words(line));
            line.split_whitespace().count() <= SHORT
                && words.list(key).iter().any(|begin| {
                    folded.starts_with(begin) && folded[begin.len()..].starts_with(' ')
                })
        };
        let in_any = |line: &str, key: &str| words::all().any(|words| begins(line, key, words));
        // A greeting is no sentence: it ends in a comma, a colon or nothing.
        let is_greeting =
            |line: &str| in_any(line, "greet") && !line.ends_with(['.', '?']) && !line.is_empty();
        let greeting = lines.iter().position(|line| is_greeting(line));
        let from = greeting.map_or(0, |at| at + 1);
        let closing = lines
            .iter()
            .enumerate()
            .skip(from)
            .filter(|(_, line)| in_any(line, "close") && line.split_whitespace().count() <= 8)
            .map(|(at, _)| at)
            .next_back();
        let to = closing.unwrap_or(lines.len());
        let mut parts = Self {
            greeting: greeting.map(|at| lines[at].to_owned()),
            closing: closing.map(|at| lines[at].to_owned()),
            ..Self::default()
        };
        parts.other_language = parts
            .greeting
            .as_ref()
            .is_some_and(|line| !begins(line, "greet", words))
            || parts
                .closing
                .as_ref()
                .is_some_and(|line| !begins(line, "close", words));
        parts.below = lines[closing.map_or(lines.len(), |at| at + 1)..]
            .iter()
            .filter(|line| !line.is_empty())
            .map(|line| (*line).to_owned())
            .collect();
        let mut paragraph: Vec<&str> = Vec::new();
        for line in lines[from..to].iter().chain([&""]) {
            if line.is_empty() {
                let joined = paragraph.join(" ");
                parts.words += joined.split_whitespace().count();
                parts.sentences.extend(sentences(&joined));
                paragraph.clear();
            } else {
                paragraph.push(line);
            }
        }
        parts.sentences.truncate(SENTENCES);
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_comes_apart() {
        let text = "Zoë Novák\nWurzen\n\nDear Ms Kern,\n\nI baked bread.\nIt was good. You ask for rye.\n\n\
                    Kind regards,\n\nZoë Novák";
        let parts = Parts::of(text, words::of("en").expect("English"));
        assert_eq!(parts.greeting.as_deref(), Some("Dear Ms Kern,"));
        assert_eq!(parts.closing.as_deref(), Some("Kind regards,"));
        assert_eq!(parts.below, ["Zoë Novák"]);
        assert_eq!(
            parts.sentences,
            ["I baked bread.", "It was good.", "You ask for rye."]
        );
        assert!(!parts.other_language);
        let german = Parts::of(text, words::of("de").expect("German"));
        assert!(german.other_language);
    }
}
