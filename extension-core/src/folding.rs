//! Folding text, so that words compare without case, accents and punctuation.
//!
//! One folding for the planner, the posting reader and the tables of places; where they differ, [`Marks`] says how.
//! What must not happen here: meaning. What a person reads stays as it was written; only comparisons see folded text.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// What becomes of marks that are neither letter nor digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Marks {
    /// Those that carry meaning stay: `+` and `#` ("C++", "5+", "+49"). An apostrophe vanishes
    /// ("don't" and "dont" are one word). So answers and options compare.
    Meant,
    /// All part words, the apostrophe too: "l'heure" is two words, and phrases for sentences are
    /// written with the space.
    Apart,
}

/// Lower case, without accents and punctuation, single spaces.
pub(crate) fn fold(text: &str, marks: Marks) -> String {
    if text.is_ascii() {
        // Nothing to take apart: much of all text, and much quicker.
        return joined(
            text.chars().map(|c| c.to_ascii_lowercase()),
            text.len(),
            marks,
        );
    }
    let letters = text
        .nfkd()
        .flat_map(char::to_lowercase)
        .filter(|c| !is_combining_mark(*c));
    joined(letters, text.len(), marks)
}

fn joined(letters: impl Iterator<Item = char>, length: usize, marks: Marks) -> String {
    let mut out = String::with_capacity(length);
    let mut letters = letters.peekable();
    while let Some(c) = letters.next() {
        match c {
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' | 'ð' => out.push('d'),
            'ı' => out.push('i'),
            '\'' | '’' | '‘' | 'ʼ' | '`' => {
                if marks == Marks::Apart {
                    space(&mut out);
                }
            }
            c if c.is_alphanumeric() => out.push(c),
            '+' if marks == Marks::Meant && letters.peek().is_some_and(char::is_ascii_digit) => {
                space(&mut out);
                out.push('+');
            }
            '+' | '#' if marks == Marks::Meant && !out.is_empty() && !out.ends_with(' ') => {
                out.push(c);
            }
            _ => space(&mut out),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn space(text: &mut String) {
    if !text.is_empty() && !text.ends_with(' ') {
        text.push(' ');
    }
}

/// The words of a folded text.
pub(crate) fn tokens(folded: &str) -> Vec<&str> {
    folded.split(' ').filter(|t| !t.is_empty()).collect()
}

/// Whether the folded text holds the folded phrase as whole words, next to each other and in order.
pub(crate) fn has_phrase(folded: &str, phrase: &str) -> bool {
    find_phrase(folded, phrase).is_some()
}

/// Where the folded phrase stands in the folded text, as whole words: the byte it starts at.
///
/// Most phrases that are looked for are not there, so only beginnings of words are looked at.
pub(crate) fn find_phrase(folded: &str, phrase: &str) -> Option<usize> {
    let (text, wanted) = (folded.as_bytes(), phrase.as_bytes());
    let first = *wanted.first()?;
    let mut at = 0;
    while at + wanted.len() <= text.len() {
        let end = at + wanted.len();
        if text[at] == first
            && &text[at..end] == wanted
            && text.get(end).is_none_or(|next| *next == b' ')
        {
            return Some(at);
        }
        at += text[at..].iter().position(|byte| *byte == b' ')? + 1;
    }
    None
}

/// With which bytes the words of a folded text begin: a phrase that begins otherwise is not in it.
pub(crate) fn beginnings(folded: &str) -> [bool; 256] {
    let mut found = [false; 256];
    for word in folded.split(' ') {
        if let Some(first) = word.as_bytes().first() {
            found[usize::from(*first)] = true;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_forget_case_accents_and_punctuation() {
        for (text, folded) in [
            ("  Île-de-France ", "ile de france"),
            ("Vollzeit / Teilzeit", "vollzeit teilzeit"),
            ("  Straße  (Nr.) ", "strasse nr"),
            ("Łódź", "lodz"),
            ("İstanbul Iğdır", "istanbul igdir"),
            ("—", ""),
            ("", ""),
        ] {
            assert_eq!(fold(text, Marks::Meant), folded, "{text}");
            assert_eq!(fold(text, Marks::Apart), folded, "{text}");
        }
    }

    #[test]
    fn the_two_ways_differ_in_marks_alone() {
        for (text, meant, apart) in [
            ("Don’t", "dont", "don t"),
            ("Côte d'Ivoire", "cote divoire", "cote d ivoire"),
            ("C++ / C#", "c++ c#", "c c"),
            ("5+ years", "5+ years", "5 years"),
            ("Germany (+49)", "germany +49", "germany 49"),
            ("Germany+49", "germany +49", "germany 49"),
        ] {
            assert_eq!(fold(text, Marks::Meant), meant, "{text}");
            assert_eq!(fold(text, Marks::Apart), apart, "{text}");
        }
    }

    #[test]
    fn phrases_are_whole_words() {
        assert!(has_phrase("full time or part time", "part time"));
        assert!(has_phrase("ba a a", "a a"));
        assert!(!has_phrase("international sales", "intern"));
        assert!(!has_phrase("anything", ""));
        assert_eq!(find_phrase("the other ther", "ther"), Some(10));
    }
}
