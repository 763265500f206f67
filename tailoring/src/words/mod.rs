//! The words that documents are framed with, in eight languages: headings, months, and the sentences of letters.
//!
//! They are data (`data/<language>.tsv`): `key <tab> words`, or `key <tab> tones <tab> sentence` where `tones` is any of
//! `p` (plain), `w` (warm), `f` (formal) or `*`, and a sentence has slots in braces.
//!
//! What must not happen here: a sentence that claims something about a person by itself. Unknown words (titles,
//! companies, skills) stand only where no grammar touches them.

mod phrase;

pub(crate) use phrase::{Phrase, Slots, capitalised};

use foothold_shared::document::Tone;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// A language that documents are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Language {
    En,
    De,
    Fr,
    Es,
    It,
    Nl,
    Pt,
    Pl,
}

impl Language {
    pub(crate) const ALL: [Self; 8] = [
        Self::En,
        Self::De,
        Self::Fr,
        Self::Es,
        Self::It,
        Self::Nl,
        Self::Pt,
        Self::Pl,
    ];

    /// The language of a tag such as `de-AT`, where it is one of ours.
    pub(crate) fn of(tag: &str) -> Option<Self> {
        let code = tag.get(..2)?.to_ascii_lowercase();
        let apart = tag[2..].chars().next().is_none_or(|c| !c.is_alphanumeric());
        let known = |language: &Self| apart && language.code() == code;
        Self::ALL.into_iter().find(known)
    }

    pub(crate) fn code(self) -> &'static str {
        ["en", "de", "fr", "es", "it", "nl", "pt", "pl"][self as usize]
    }

    /// What it is called in English.
    pub(crate) fn english(self) -> &'static str {
        [
            "English",
            "German",
            "French",
            "Spanish",
            "Italian",
            "Dutch",
            "Portuguese",
            "Polish",
        ][self as usize]
    }

    /// Its words.
    pub(crate) fn words(self) -> &'static Words {
        static ALL: [OnceLock<Words>; 8] = [const { OnceLock::new() }; 8];
        let data = [
            include_str!("data/en.tsv"),
            include_str!("data/de.tsv"),
            include_str!("data/fr.tsv"),
            include_str!("data/es.tsv"),
            include_str!("data/it.tsv"),
            include_str!("data/nl.tsv"),
            include_str!("data/pt.tsv"),
            include_str!("data/pl.tsv"),
        ];
        ALL[self as usize].get_or_init(|| Words::parse(data[self as usize]))
    }
}

/// The words of one language.
pub(crate) struct Words {
    single: BTreeMap<&'static str, &'static str>,
    lists: BTreeMap<&'static str, BTreeSet<&'static str>>,
    phrases: BTreeMap<&'static str, Vec<Phrase>>,
}

impl Words {
    fn parse(data: &'static str) -> Self {
        let mut words = Self {
            single: BTreeMap::new(),
            lists: BTreeMap::new(),
            phrases: BTreeMap::new(),
        };
        for line in data.lines().filter(|line| !line.starts_with('#')) {
            let cells: Vec<&'static str> = line.split('\t').collect();
            match cells.as_slice() {
                [key, list] if key.starts_with("list.") => {
                    let list = list.split(' ').filter(|word| !word.is_empty());
                    words.lists.entry(key).or_default().extend(list);
                }
                [key, text] => {
                    words.single.insert(key, text);
                }
                [key, tones, text] => {
                    let phrases = words.phrases.entry(key).or_default();
                    phrases.push(Phrase {
                        tones,
                        text,
                        at: phrases.len(),
                    });
                }
                _ => {}
            }
        }
        words
    }

    /// One word or wording; the empty text where the language has none.
    pub(crate) fn get(&self, key: &str) -> &'static str {
        self.single.get(key).copied().unwrap_or_default()
    }

    /// One of several wordings that are separated by bars.
    pub(crate) fn pick(&self, key: &str, at: usize) -> &'static str {
        self.get(key).split('|').nth(at).unwrap_or_default()
    }

    /// Whether a list of words holds a word.
    pub(crate) fn lists(&self, key: &str, word: &str) -> bool {
        self.lists.get(key).is_some_and(|list| list.contains(word))
    }

    /// Whether a word ends in one of the endings of a list.
    pub(crate) fn ends(&self, key: &str, word: &str) -> bool {
        let ending = |ending: &&str| word.len() > ending.len() + 1 && word.ends_with(*ending);
        let mut list = self.lists.get(key).into_iter().flatten();
        list.any(ending)
    }

    /// Whether a word begins with one of a list.
    pub(crate) fn begins(&self, key: &str, word: &str) -> bool {
        self.after_one_of(key, word).is_some()
    }

    /// What follows the longest of a list that a word begins with.
    pub(crate) fn after_one_of<'w>(&self, key: &str, word: &'w str) -> Option<&'w str> {
        let list = self.lists.get(key).into_iter().flatten();
        list.filter_map(|part| word.strip_prefix(*part))
            .min_by_key(|rest| rest.len())
    }

    /// The phrases of a key that fit a tone and whose slots are all filled. Those that name more (the employer, the time)
    /// come alone.
    pub(crate) fn phrases(&self, key: &str, tone: Tone, slots: &Slots<'_>) -> Vec<&Phrase> {
        let all = self.phrases.get(key).map(Vec::as_slice).unwrap_or_default();
        let filled = |phrase: &&Phrase| phrase.fits(tone) && slots.fill_all(phrase);
        let fitting: Vec<&Phrase> = all.iter().filter(filled).collect();
        let most = fitting.iter().map(|phrase| phrase.names()).max();
        let full = |phrase: &&Phrase| Some(phrase.names()) == most;
        fitting.into_iter().filter(full).collect()
    }

    /// Items joined as a sentence joins them: "a, b and c". Where items hold commas or an "and" of their own, the signs
    /// between them are stronger.
    pub(crate) fn join(&self, items: &[String]) -> String {
        let own_and = format!(" {} ", self.get("and"));
        let comma = items.iter().any(|item| item.contains(','));
        let and = items.iter().any(|item| item.contains(&own_and));
        let again = self.get("and.again");
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] if !(comma || and) => {
                format!("{} {} {last}", first.join(", "), self.and(last))
            }
            items if again.is_empty() => items.join(self.strong()),
            [first @ .., last] => {
                let by = if comma { self.strong() } else { ", " };
                let gap = if comma && first.len() > 1 {
                    self.strong()
                } else {
                    " "
                };
                format!("{}{gap}{again} {last}", first.join(by))
            }
        }
    }

    /// Items of a list behind a colon: from three on parted by semicolons.
    pub(crate) fn join_list(&self, items: &[String]) -> String {
        if items.len() > 2 && self.get("and.again").is_empty() {
            items.join(self.strong())
        } else {
            self.join(items)
        }
    }

    /// The semicolon between items; French has a space before it.
    fn strong(&self) -> &'static str {
        if self.get("semicolon").is_empty() {
            "; "
        } else {
            self.get("semicolon")
        }
    }

    /// "and", before a word: Spanish says "e" before an i.
    fn and(&self, before: &str) -> &'static str {
        let folded = before.to_lowercase();
        let close = self.get("and.before_i");
        let sounds = folded.starts_with(['i', 'í'])
            || (folded.starts_with("hi") && !folded.starts_with("hie"));
        if !close.is_empty() && sounds {
            close
        } else {
            self.get("and")
        }
    }

    /// "3 years", in words that fit the number.
    pub(crate) fn years(&self, count: u32) -> String {
        let form = match (count, count % 10, count % 100) {
            (1, ..) => 0,
            (_, 2..=4, 0..=11 | 15..=99) => 1,
            _ => 2,
        };
        format!("{count} {}", self.pick("years", form))
    }
}

#[cfg(test)]
mod tests;
