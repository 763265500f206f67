//! Folding text, so that words compare without case, accents and punctuation.
//!
//! One folding for the planner, the posting reader and the tables of places; where they differ, [`Marks`] says how.
//! What must not happen here: meaning. What a person reads stays as it was written; only comparisons see folded text.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

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
    let mut folded = Folded {
        text: String::with_capacity(text.len()),
        marks,
        is_plus_open: false,
    };
    for letter in text.chars() {
        if letter.is_ascii() {
            folded.push(letter.to_ascii_lowercase());
        } else {
            // Each sign by itself: marks are left out, so their order among each other does not matter.
            decompose_compatible(letter, |part| {
                let letters = part.to_lowercase();
                letters
                    .filter(|letter| !is_combining_mark(*letter))
                    .for_each(|letter| folded.push(letter));
            });
        }
    }
    folded.end()
}

/// A text that is being folded.
struct Folded {
    text: String,
    marks: Marks,
    /// A plus was read, and what follows tells what it is.
    is_plus_open: bool,
}

impl Folded {
    fn push(&mut self, letter: char) {
        if self.is_plus_open {
            self.plus(letter.is_ascii_digit());
        }
        match letter {
            'ß' => self.text.push_str("ss"),
            'æ' => self.text.push_str("ae"),
            'œ' => self.text.push_str("oe"),
            'ø' => self.text.push('o'),
            'ł' => self.text.push('l'),
            'đ' | 'ð' => self.text.push('d'),
            'ı' => self.text.push('i'),
            '\'' | '’' | '‘' | 'ʼ' | '`' => {
                if self.marks == Marks::Apart {
                    space(&mut self.text);
                }
            }
            letter if letter.is_alphanumeric() => self.text.push(letter),
            '+' if self.marks == Marks::Meant => self.is_plus_open = true,
            '#' if self.marks == Marks::Meant => self.mark('#'),
            _ => space(&mut self.text),
        }
    }

    /// A plus before a digit begins a word ("+49"), one after a word belongs to it ("5+").
    fn plus(&mut self, is_before_digit: bool) {
        self.is_plus_open = false;
        if is_before_digit {
            space(&mut self.text);
            self.text.push('+');
        } else {
            self.mark('+');
        }
    }

    /// A mark belongs to the word that it follows.
    fn mark(&mut self, mark: char) {
        if self.text.is_empty() || self.text.ends_with(' ') {
            space(&mut self.text);
        } else {
            self.text.push(mark);
        }
    }

    fn end(mut self) -> String {
        if self.is_plus_open {
            self.plus(false);
        }
        self.text.truncate(self.text.trim_end().len());
        self.text
    }
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
            ("+ C ++1 + #", "c +1", "c 1"),
            ("A+²", "a +2", "a 2"),
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
