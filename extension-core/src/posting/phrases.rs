//! Lists of phrases, looked up in folded text in one pass.

use std::collections::HashMap;

/// Phrases by their first word.
#[derive(Debug)]
pub(crate) struct Phrases(HashMap<&'static str, Vec<Vec<&'static str>>>);

/// A phrase as it stands in a text: the words it is made of, from one to before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Match {
    pub(crate) from: usize,
    pub(crate) to: usize,
}

impl Phrases {
    /// The phrases of a list of folded phrases, `|` between.
    pub(crate) fn of(list: &'static str) -> Self {
        let mut by_first: HashMap<&'static str, Vec<Vec<&'static str>>> = HashMap::new();
        for phrase in list.split('|') {
            let words = phrase.split_whitespace().collect::<Vec<_>>();
            if let Some(first) = words.first() {
                by_first.entry(first).or_default().push(words);
            }
        }
        // The longest first: it says most.
        for phrases in by_first.values_mut() {
            phrases.sort_by_key(|words| std::cmp::Reverse(words.len()));
        }
        Self(by_first)
    }

    /// Where the phrases stand among the words, at each place the longest.
    pub(crate) fn matches(&self, words: &[&str]) -> Vec<Match> {
        let mut found = Vec::new();
        for from in 0..words.len() {
            let longest = self.0.get(words[from]).and_then(|phrases| {
                phrases
                    .iter()
                    .find(|phrase| words[from..].starts_with(phrase))
            });
            if let Some(phrase) = longest {
                found.push(Match {
                    from,
                    to: from + phrase.len(),
                });
            }
        }
        found
    }

    /// Whether any of the phrases stands among the words.
    pub(crate) fn any(&self, words: &[&str]) -> bool {
        (0..words.len()).any(|from| {
            self.0.get(words[from]).is_some_and(|phrases| {
                phrases
                    .iter()
                    .any(|phrase| words[from..].starts_with(phrase))
            })
        })
    }

    /// Whether the words begin with one of the phrases.
    pub(crate) fn begins(&self, words: &[&str]) -> bool {
        words.first().is_some_and(|first| {
            self.0
                .get(first)
                .is_some_and(|phrases| phrases.iter().any(|phrase| words.starts_with(phrase)))
        })
    }

    /// Whether the words as a whole are one of the phrases.
    pub(crate) fn is(&self, words: &[&str]) -> bool {
        words.first().is_some_and(|first| {
            self.0
                .get(first)
                .is_some_and(|phrases| phrases.iter().any(|phrase| words == phrase.as_slice()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_at_each_place() {
        let phrases = Phrases::of("night|night shift| day ");
        let words = ["a", "night", "shift", "by", "day"];
        assert_eq!(
            phrases.matches(&words),
            [Match { from: 1, to: 3 }, Match { from: 4, to: 5 }]
        );
        assert!(phrases.any(&words) && !phrases.begins(&words));
        assert!(phrases.is(&["night", "shift"]) && !phrases.is(&["shift"]));
        assert!(!phrases.any(&[]) && !phrases.is(&[]) && !phrases.begins(&[]));
    }
}
