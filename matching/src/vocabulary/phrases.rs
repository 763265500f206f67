//! Finding known names in the words of a text: the longest at each place wins.
//!
//! What must not happen here: knowledge of what the names mean.

use crate::text::{self, Word};
use std::borrow::Cow;
use std::collections::HashMap;

/// How strictly a name is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Care {
    /// However it is written.
    Any,
    /// As written, or as an item of a list: "Excel" but not "excel at".
    Case,
    /// As written, and among other items only: "Go", "R".
    Listed,
}

struct Phrase<T> {
    rest: Vec<String>,
    raw: String,
    care: Care,
    what: T,
}

/// Names and what they stand for.
pub(super) struct Phrases<T> {
    by_first: HashMap<String, Vec<Phrase<T>>>,
    /// Ends of joined words ("*entwickler"), the longest first.
    endings: Vec<(String, T)>,
    fold: Option<fn(&mut String)>,
}

/// A name that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit<T> {
    pub(super) what: T,
    /// First word.
    pub(super) from: usize,
    /// The word after the last.
    pub(super) to: usize,
}

impl<T: Copy> Phrases<T> {
    /// `fold` is done to each word of names and texts, beside the usual folding.
    pub(super) fn new(fold: Option<fn(&mut String)>) -> Self {
        Self {
            by_first: HashMap::new(),
            endings: Vec::new(),
            fold,
        }
    }

    /// Adds a name. `=` before it asks for its case, `==` for a place in a list, `*` is the end of a joined word.
    pub(super) fn add(&mut self, name: &str, what: T) {
        let name = name.trim();
        if let Some(end) = name.strip_prefix('*') {
            let mut folded = text::fold_word(end);
            self.further(&mut folded);
            self.endings.push((folded, what));
            self.endings
                .sort_by_key(|(end, _)| std::cmp::Reverse(end.len()));
            return;
        }
        let (raw, care) = match (name.strip_prefix("=="), name.strip_prefix('=')) {
            (Some(raw), _) => (raw, Care::Listed),
            (_, Some(raw)) => (raw, Care::Case),
            _ => (name, Care::Any),
        };
        let mut folded = text::words(raw).into_iter().map(|word| {
            let mut folded = word.folded;
            self.further(&mut folded);
            folded
        });
        let Some(first) = folded.next() else { return };
        let phrase = Phrase {
            rest: folded.collect(),
            raw: raw.to_owned(),
            care,
            what,
        };
        let list = self.by_first.entry(first).or_default();
        if !list.iter().any(|other| other.rest == phrase.rest) {
            list.push(phrase);
            list.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
    }

    fn further(&self, word: &mut String) {
        if let Some(fold) = self.fold {
            fold(word);
        }
    }

    /// All names in a text, none over another.
    pub(super) fn find(&self, text: &str, words: &[Word]) -> Vec<Hit<T>> {
        let folded: Vec<Cow<'_, str>> = words
            .iter()
            .map(|word| {
                if self.fold.is_none() {
                    return Cow::Borrowed(word.folded.as_str());
                }
                let mut folded = word.folded.clone();
                self.further(&mut folded);
                Cow::Owned(folded)
            })
            .collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < folded.len() {
            if let Some(hit) = self.at(text, words, &folded, at) {
                at = hit.to;
                found.push(hit);
            } else {
                at += 1;
            }
        }
        found
    }

    fn at(&self, text: &str, words: &[Word], folded: &[Cow<'_, str>], at: usize) -> Option<Hit<T>> {
        let known = self.by_first.get(folded[at].as_ref()).and_then(|list| {
            list.iter().find(|phrase| {
                let to = at + 1 + phrase.rest.len();
                to <= folded.len()
                    && folded[at + 1..to]
                        .iter()
                        .zip(&phrase.rest)
                        .all(|(word, wanted)| word == wanted)
                    && is_one(text, &words[at..to])
                    && is_meant(phrase, text, words[at].start, words[to - 1].end)
            })
        });
        if let Some(phrase) = known {
            return Some(Hit {
                what: phrase.what,
                from: at,
                to: at + 1 + phrase.rest.len(),
            });
        }
        self.endings
            .iter()
            .find(|(end, _)| folded[at].len() > end.len() + 2 && folded[at].ends_with(end.as_str()))
            .map(|(_, what)| Hit {
                what: *what,
                from: at,
                to: at + 1,
            })
    }
}

/// Whether no sign that ends a sentence or an item stands between the words: "products; led a team" is not "product led".
fn is_one(text: &str, words: &[Word]) -> bool {
    words.windows(2).all(|pair| {
        let between = &text[pair[0].end..pair[1].start];
        !between.contains([',', ';', ':', '!', '?', '|', '•']) && !between.contains(". ")
    })
}

fn is_meant<T>(phrase: &Phrase<T>, text: &str, start: usize, end: usize) -> bool {
    if phrase.care == Care::Any {
        return true;
    }
    let (before, after) = (text[..start].trim_end(), text[end..].trim_start());
    let hard = |sign: char| ",;/|•·()[]&\n".contains(sign);
    let opened = before.is_empty() || before.ends_with(hard) || text[..start].ends_with('\n');
    let closed = after.is_empty()
        || after.starts_with(hard)
        || text[end..].starts_with('\n')
        || after.starts_with('.') && !after[1..].starts_with(char::is_alphanumeric);
    if opened && closed {
        return true;
    }
    if text[start..end] != phrase.raw {
        return false;
    }
    let joins = |word: &str| {
        matches!(
            word,
            "and"
                | "or"
                | "in"
                | "with"
                | "using"
                | "und"
                | "oder"
                | "mit"
                | "et"
                | "ou"
                | "y"
                | "e"
                | "o"
                | "en"
                | "of"
                | "i"
                | "lub"
                | "like"
                | "either"
                | "avec"
                | "con"
                | "com"
                | "met"
                | "w"
                | "write"
                | "our"
        )
    };
    let last = before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    let next: String = after
        .chars()
        .take_while(|sign| sign.is_alphanumeric())
        .collect();
    let code = matches!(
        next.to_lowercase().as_str(),
        "developer"
            | "engineer"
            | "programming"
            | "code"
            | "services"
            | "microservices"
            | "programmer"
            | "language"
            | "backend"
            | "codebase"
            | "entwickler"
            | "programmierung"
    );
    // At the beginning of a line every word has a capital: "Express proteins" is no framework.
    let begins = before.is_empty() || before.ends_with(['.', '!', '?', ':']);
    let mut rest = phrase.raw.chars().skip(1);
    let ordinary = begins && rest.clone().next().is_some() && rest.all(char::is_lowercase);
    let goes_on = !closed && next.starts_with(char::is_lowercase) && !joins(&next.to_lowercase());
    phrase.care == Care::Case && !(ordinary && goes_on)
        || code
        || (opened || joins(&last.to_lowercase())) && (closed || joins(&next.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<u8> {
        let mut phrases = Phrases::new(None);
        phrases.add("==Go", 1_u8);
        phrases.add("=Excel", 2);
        phrases.add("machine learning", 3);
        phrases.add("machine", 4);
        phrases.add("*entwickler", 5);
        let words = text::words(text);
        phrases
            .find(text, &words)
            .iter()
            .map(|hit| hit.what)
            .collect()
    }

    #[test]
    fn the_longest_name_wins() {
        assert_eq!(found("Machine Learning on a machine"), [3, 4]);
    }

    #[test]
    fn a_name_does_not_reach_over_the_end_of_an_item() {
        assert_eq!(found("machine, learning fast"), [4]);
        assert_eq!(found("We clean the machine. Learning is paid"), [4]);
        assert_eq!(found("machine-learning"), [3]);
    }

    #[test]
    fn short_names_count_as_items_only() {
        assert_eq!(found("Rust, Go, C"), [1]);
        assert_eq!(found("services in Go and Java"), [1]);
        assert_eq!(found("Go developer"), [1]);
        assert!(found("Go to market with us").is_empty());
        assert!(found("ready to go, always").is_empty());
        assert_eq!(found("go"), [1]);
    }

    #[test]
    fn names_that_are_words_need_their_case() {
        assert_eq!(found("You excel at talking; Excel helps"), [2]);
        assert!(found("Excel at talking").is_empty());
        assert_eq!(found("Excel and Word"), [2]);
        assert_eq!(found("Excel"), [2]);
    }

    #[test]
    fn joined_words_are_known_by_their_end() {
        assert_eq!(found("Softwareentwickler, Entwickler"), [5]);
    }
}
