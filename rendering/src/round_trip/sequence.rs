//! Whether a text holds values once each, in order, and nothing else.
//!
//! Line breaks and separators are free, letters are not: a space too few joins two words for every program that reads
//! the file, and one too many within a word makes two of it. What must not happen here: work that grows with the square
//! of a text's length.

use super::values::{Group, Part, Value};
use super::{Loss, LossKind};
use unicode_normalization::UnicodeNormalization as _;

/// A word as long as this may be broken to fit on a line.
const BREAKABLE: usize = 40;
/// The most losses that are told.
const TOLD: usize = 50;

/// White space before a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Gap {
    #[default]
    None,
    Space,
    LineBreak,
}

/// A text without its spaces, and where they were.
struct Ink {
    signs: Vec<char>,
    /// What stands before the sign of the same place.
    gaps: Vec<Gap>,
    /// The signs, to search in.
    text: String,
    /// Where each sign begins in `text`.
    at: Vec<usize>,
}

impl Ink {
    fn of(text: &str) -> Self {
        let mut ink = Self {
            signs: Vec::new(),
            gaps: Vec::new(),
            text: String::new(),
            at: Vec::new(),
        };
        let mut gap = Gap::None;
        for sign in text.chars().flat_map(open).nfc() {
            if matches!(sign, '\n' | '\r' | '\u{B}' | '\u{C}') {
                gap = Gap::LineBreak;
            } else if sign.is_whitespace() {
                gap = gap.max(Gap::Space);
            } else if !is_unseen(sign) {
                ink.at.push(ink.text.len());
                ink.text.push(sign);
                ink.signs.push(sign);
                ink.gaps.push(std::mem::take(&mut gap));
            }
        }
        ink
    }

    /// A value's ink, without signs at its front that a reader may take for a bullet or separator.
    fn of_value(text: &str) -> Self {
        let bare = text.trim_start_matches(|sign: char| sign.is_whitespace() || is_between(sign));
        Self::of(if bare.is_empty() { text } else { bare })
    }

    fn len(&self) -> usize {
        self.signs.len()
    }

    /// Where a value stands at or after `from`, as far as letters go.
    fn find(&self, value: &Self, from: usize) -> Option<usize> {
        let start = self.at.get(from).copied()?;
        let hit = self.text.get(start..)?.find(&value.text)? + start;
        self.at.binary_search(&hit).ok()
    }

    fn excerpt(&self, from: usize, to: usize) -> String {
        let mut text = String::new();
        for at in from..to.min(self.len()).min(from + 80) {
            if self.gaps[at] != Gap::None && at > from {
                text.push(' ');
            }
            text.push(self.signs[at]);
        }
        text
    }
}

/// Ligatures are two letters, and there are several hyphens.
fn open(sign: char) -> impl Iterator<Item = char> {
    let opened: &[char] = match sign {
        '\u{FB00}' => &['f', 'f'],
        '\u{FB01}' => &['f', 'i'],
        '\u{FB02}' => &['f', 'l'],
        '\u{FB03}' => &['f', 'f', 'i'],
        '\u{FB04}' => &['f', 'f', 'l'],
        '\u{2010}' | '\u{2011}' => &['-'],
        _ => &[],
    };
    let own = opened.is_empty().then_some(sign);
    opened.iter().copied().chain(own)
}

fn is_unseen(sign: char) -> bool {
    sign.is_control()
        || matches!(sign, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E000}'..='\u{F8FF}')
}

/// What may stand between values.
fn is_between(sign: char) -> bool {
    matches!(
        sign,
        '•' | '●'
            | '○'
            | '◦'
            | '▪'
            | '■'
            | '‣'
            | '·'
            | '|'
            | '–'
            | '—'
            | '-'
            | ','
            | ';'
            | ':'
            | '('
            | ')'
            | '/'
            | '›'
            | '»'
            | '*'
    )
}

/// How a value stands at a place.
#[derive(PartialEq, Eq)]
enum Fit {
    Not,
    Broken,
    Whole,
}

fn fit(text: &Ink, at: usize, value: &Ink) -> Fit {
    if at + value.len() > text.len() {
        return Fit::Not;
    }
    if text.signs[at..at + value.len()] != value.signs[..] {
        return Fit::Not;
    }
    // The first letters of a longer word are not the value.
    let end = at + value.len();
    let goes_on = |place: usize| text.signs[place].is_alphanumeric();
    if end < text.len() && text.gaps[end] == Gap::None && goes_on(end) && goes_on(end - 1) {
        return Fit::Not;
    }
    let mut word = 0;
    for place in 1..value.len() {
        let (found, wanted) = (text.gaps[at + place], value.gaps[place]);
        if wanted != Gap::None && found == Gap::None {
            return Fit::Broken;
        }
        // A word may be divided at the end of a line where its own signs divide it, an address at any sign.
        let parts = |sign: char| matches!(sign, '-' | '/' | '–' | '?' | '&' | '=');
        let divided =
            found == Gap::LineBreak && (parts(value.signs[place - 1]) || parts(value.signs[place]));
        if wanted != Gap::None {
            word = place;
        } else if found != Gap::None && !divided && length(value, word) < BREAKABLE {
            return Fit::Broken;
        }
    }
    Fit::Whole
}

/// How long the word is that begins at a place.
fn length(value: &Ink, from: usize) -> usize {
    let rest = value.gaps[from + 1..].iter();
    1 + rest.take_while(|gap| **gap == Gap::None).count()
}

/// Compares; see [`super::compare`].
pub(super) fn compare(groups: &[Group], text: &str) -> Vec<Loss> {
    let text = Ink::of(text);
    let mut losses = Vec::new();
    let mut at = 0;
    for group in groups {
        let mut open: Vec<(&Value, Ink)> = group
            .iter()
            .map(|value| (value, Ink::of_value(&value.text)))
            .filter(|(_, ink)| ink.len() > 0)
            .collect();
        while !open.is_empty() {
            let here = skip(&text, at);
            let next = open
                .iter()
                .map(|(_, ink)| fit(&text, here, ink))
                .enumerate()
                .find(|(_, fit)| *fit != Fit::Not);
            if let Some((number, fit)) = next {
                let (value, ink) = open.remove(number);
                if fit == Fit::Broken {
                    losses.push(Loss::new(LossKind::Broken, value.part, &value.text));
                }
                at = here + ink.len();
                continue;
            }
            // None of them stands here: the nearest further on, where there is one.
            let nearest = open
                .iter()
                .enumerate()
                .filter_map(|(number, (_, ink))| Some((text.find(ink, here)?, number)))
                .min();
            let (number, kind) = match nearest {
                Some((place, number)) if is_plausible(place - here, &open[number].1) => {
                    let extra = text.excerpt(here, place);
                    losses.push(Loss::new(LossKind::Added, open[number].0.part, &extra));
                    at = place;
                    let (value, ink) = &open[number];
                    if fit(&text, place, ink) == Fit::Broken {
                        losses.push(Loss::new(LossKind::Broken, value.part, &value.text));
                    }
                    at += ink.len();
                    open.remove(number);
                    continue;
                }
                Some((_, number)) => (number, LossKind::Misplaced),
                None if text.find(&open[0].1, 0).is_some() => (0, LossKind::Misplaced),
                None => (0, LossKind::Missing),
            };
            let (value, _) = open.remove(number);
            losses.push(Loss::new(kind, value.part, &value.text));
            if losses.len() > TOLD {
                return losses;
            }
        }
    }
    let end = skip(&text, at);
    if end < text.len() {
        let extra = text.excerpt(end, text.len());
        losses.push(Loss::new(LossKind::Added, Part::Text, &extra));
    }
    losses
}

/// Whether a value found further on is likely the one meant: a short word is found anywhere.
fn is_plausible(distance: usize, value: &Ink) -> bool {
    value.len() >= 12 || distance < 20 * value.len()
}

fn skip(text: &Ink, from: usize) -> usize {
    let rest = text.signs[from.min(text.len())..].iter();
    from + rest.take_while(|sign| is_between(**sign)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(texts: &[&[&str]]) -> Vec<Group> {
        let value = |text: &&str| Value {
            part: Part::Text,
            text: (*text).to_owned(),
        };
        texts
            .iter()
            .map(|group| group.iter().map(value).collect())
            .collect()
    }

    fn kinds(texts: &[&[&str]], text: &str) -> Vec<LossKind> {
        let losses = compare(&groups(texts), text);
        losses.iter().map(|loss| loss.kind).collect()
    }

    const CV: &[&[&str]] = &[
        &["Ana Ruiz"],
        &["Baker", "Mill & Sons", "2019 – 2021"],
        &["Baked 300 loaves, daily"],
        &["C++"],
        &["-20 °C stores"],
    ];

    #[test]
    fn breaks_and_separators_are_free() {
        let text = "Ana  Ruiz\nBaker\t2019 –\n2021\nMill & Sons\n• Baked 300\nloaves, daily\nC++ | -20 °C stores\n";
        assert_eq!(kinds(CV, text), []);
        let other =
            "Ana Ruiz Baker, Mill & Sons (2019 – 2021): Baked 300 loaves, daily; C++; 20 °C stores";
        assert_eq!(kinds(CV, other), []);
    }

    #[test]
    fn what_is_lost_doubled_moved_or_joined_is_told() {
        let whole =
            "Ana Ruiz Baker 2019 – 2021 Mill & Sons Baked 300 loaves, daily C++ 20 °C stores";
        for (from, to, expected) in [
            ("300 loaves", "30 loaves", LossKind::Missing),
            ("Ana Ruiz", "", LossKind::Missing),
            ("C++", "C+", LossKind::Missing),
            ("C++", "C++ C++", LossKind::Added),
            ("Ana Ruiz", "Page 1 Ana Ruiz", LossKind::Added),
            ("Ana Ruiz", "AnaRuiz", LossKind::Broken),
            ("loaves", "loa ves", LossKind::Broken),
            ("20 °C stores", "20 °C stores. Extra", LossKind::Added),
        ] {
            let text = whole.replace(from, to);
            assert!(kinds(CV, &text).contains(&expected), "{from} → {to}");
        }
        let moved =
            "Baker 2019 – 2021 Mill & Sons Ana Ruiz Baked 300 loaves, daily C++ 20 °C stores";
        assert!(!kinds(CV, moved).is_empty());
    }

    #[test]
    fn a_word_longer_than_a_line_may_be_broken() {
        let address = "https://example.org/".to_owned() + &"a".repeat(150);
        let broken = format!("{}\n{}", &address[..90], &address[90..]);
        assert_eq!(kinds(&[&[&address]], &broken), []);
    }

    #[test]
    fn a_megabyte_of_one_sign_is_compared_in_one_go() {
        let word = "a".repeat(1_000_000);
        assert_eq!(kinds(&[&[&word]], &word), []);
        assert_eq!(
            kinds(&[&[&word]], &word[1..]),
            [LossKind::Missing, LossKind::Added]
        );
    }
}
