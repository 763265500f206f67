//! Which of several wordings a letter takes: always the same for the same person and posting, another for the next.
//!
//! What must not happen here: chance. The posting and the person decide.

use crate::words::{Slots, Words};
use foothold_shared::document::Tone;
use std::collections::BTreeMap;

/// How a letter speaks.
pub(super) struct Voice {
    words: &'static Words,
    tone: Tone,
    seed: u64,
    /// How often each wording of a key was taken.
    taken: BTreeMap<(&'static str, usize), u32>,
}

impl Voice {
    pub(super) fn new(words: &'static Words, tone: Tone, seed: u64) -> Self {
        Self {
            words,
            tone,
            seed,
            taken: BTreeMap::new(),
        }
    }

    /// The sentence in a wording that was not used yet, where there is one.
    pub(super) fn say(
        &mut self,
        key: &'static str,
        slots: &[(&'static str, &str)],
    ) -> Option<String> {
        let slots = Slots::new(slots);
        let phrases = self.words.phrases(key, self.tone, &slots);
        let count = |at: usize| self.taken.get(&(key, at)).copied().unwrap_or_default();
        let least = phrases.iter().map(|phrase| count(phrase.at)).min()?;
        let fresh: Vec<_> = phrases
            .into_iter()
            .filter(|phrase| count(phrase.at) == least)
            .collect();
        let phrase = fresh.get(self.turn(key, fresh.len()))?;
        *self.taken.entry((key, phrase.at)).or_default() += 1;
        Some(slots.fill(phrase.text))
    }

    /// Texts joined as a sentence joins them.
    pub(super) fn join(&self, items: &[String]) -> String {
        match items {
            // Sentences that hold commas of their own are still joined by a word.
            [one, other] => format!("{one} {} {other}", self.words.get("and")),
            items => self.words.join(items),
        }
    }

    /// One of `of` ways, by what the letter is about.
    pub(super) fn turn(&self, what: &str, of: usize) -> usize {
        let of = u64::try_from(of.max(1)).unwrap_or(1);
        usize::try_from(mix(self.seed, what) % of).unwrap_or_default()
    }
}

/// A number that follows from texts (FNV-1a): the same texts give the same one everywhere.
pub(super) fn mix(seed: u64, text: &str) -> u64 {
    let start = seed ^ 0xcbf2_9ce4_8422_2325;
    let hash = text.bytes().fold(start, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    // The low bits of FNV alone are poor.
    hash ^ (hash >> 29) ^ (hash >> 47)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn a_wording_comes_again_only_when_all_were_used() {
        let mut voice = Voice::new(Language::En.words(), Tone::Plain, 7);
        let mut say = || {
            voice
                .say("verbal.there", &[("body", "baked bread")])
                .expect("a wording")
        };
        let (first, second) = (say(), say());
        assert_ne!(first, second);
        assert!([first, second].contains(&say()));
    }

    #[test]
    fn the_same_letter_speaks_the_same_way() {
        let say = |seed| {
            let mut voice = Voice::new(Language::En.words(), Tone::Plain, seed);
            voice.say("apply", &[("title", "Baker"), ("company", "Mill")])
        };
        assert_eq!(say(3), say(3));
        let ways: std::collections::BTreeSet<_> = (0..20).map(|seed| say(mix(seed, "x"))).collect();
        assert!(ways.len() > 1);
    }
}
