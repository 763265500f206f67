//! How much two texts speak of the same things, by the words that are rare in postings and résumés at large.
//!
//! The weights come from a table of what is common everywhere, never from the texts at hand: the same two texts are
//! always equally near. What must not happen here: knowledge of skills; the vocabulary has that.

use crate::text;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Folded words of postings, résumés and languages that say nothing about the work.
const COMMON: &str = include_str!("../data/common_words.txt");

static COMMON_WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    COMMON
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .map(text::fold_word)
        .collect()
});

/// Whether a folded word says nothing about the work.
pub(crate) fn is_common(folded: &str) -> bool {
    COMMON_WORDS.contains(folded)
}

/// The most terms that are kept of one text.
const MOST: usize = 400;

/// The telling words of a text with their weights.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Terms {
    /// Hash of a word and its weight; in the order of the hashes once ready.
    list: Vec<(u32, f32)>,
}

impl Terms {
    /// Adds a text that counts so much.
    pub fn add(&mut self, text: &str, weight: f32) {
        self.add_words(&text::words(text), weight);
    }

    /// Adds the words of a text that counts so much.
    pub fn add_words(&mut self, words: &[text::Word], weight: f32) {
        for word in words {
            let letters = word
                .folded
                .chars()
                .filter(|sign| sign.is_alphabetic())
                .count();
            if letters >= 3 && !COMMON_WORDS.contains(&word.folded) {
                self.list.push((hash(&word.folded), weight));
            }
        }
    }

    /// Sorted, each word once; what is said often counts more, but less each time.
    #[must_use]
    pub fn ready(mut self) -> Self {
        self.list.sort_by_key(|(hash, _)| *hash);
        let mut merged: Vec<(u32, f32)> = Vec::with_capacity(self.list.len());
        for (hash, weight) in self.list {
            match merged.last_mut() {
                Some((last, sum)) if *last == hash => *sum += weight,
                _ => merged.push((hash, weight)),
            }
        }
        for (_, weight) in &mut merged {
            *weight = (1.0 + *weight).ln();
        }
        merged.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        merged.truncate(MOST);
        let length = merged
            .iter()
            .map(|(_, weight)| weight * weight)
            .sum::<f32>()
            .sqrt();
        if length > 0.0 {
            merged.iter_mut().for_each(|(_, weight)| *weight /= length);
        }
        merged.sort_by_key(|(hash, _)| *hash);
        // It was as long as the text; a hundred thousand of them are kept.
        merged.shrink_to_fit();
        Self { list: merged }
    }

    /// 0 (no telling word in common) to 1 (the same words), for ready ones.
    #[must_use]
    pub fn nearness(&self, other: &Self) -> f32 {
        let (mut one, mut two) = (self.list.iter().peekable(), other.list.iter().peekable());
        let mut shared = 0.0;
        while let (Some((mine, weight)), Some((theirs, other))) = (one.peek(), two.peek()) {
            match mine.cmp(theirs) {
                std::cmp::Ordering::Less => {
                    one.next();
                }
                std::cmp::Ordering::Greater => {
                    two.next();
                }
                std::cmp::Ordering::Equal => {
                    shared += weight * other;
                    one.next();
                    two.next();
                }
            }
        }
        shared.clamp(0.0, 1.0)
    }
}

/// FNV-1a: the same in every run and on every machine.
fn hash(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str) -> Terms {
        let mut terms = Terms::default();
        terms.add(text, 1.0);
        terms.ready()
    }

    #[test]
    fn rare_words_in_common_make_texts_near() {
        let posting =
            terms("We look for a person with experience in glazing and kiln firing of porcelain");
        let potter = terms("Fired porcelain in a kiln, glazing of plates");
        let clerk = terms("A person with experience who looks for work with a team");
        assert!(posting.nearness(&potter) > posting.nearness(&clerk) + 0.2);
        assert!(posting.nearness(&posting) > 0.99);
        assert!(terms("").nearness(&posting).abs() < f32::EPSILON);
    }
}
