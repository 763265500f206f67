//! Text as the posting reader compares it and as it shows it.
//!
//! What a person reads stays as it was written; only comparisons see folded text.

use crate::folding::Marks;
pub(crate) use crate::folding::{beginnings, find_phrase, has_phrase};

/// Lower case, no accents, anything but letters and digits a single space.
pub(crate) fn fold(text: &str) -> String {
    crate::folding::fold(text, Marks::Apart)
}

/// Letters and digits only: "Camber Creative" and "camber-creative" meet here.
pub(crate) fn key(text: &str) -> String {
    fold(text).replace(' ', "")
}

/// The text as a person reads it: white space folded, invisible characters out, no space before a comma.
pub(crate) fn tidy(text: &str) -> String {
    let visible = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| {
            !c.is_control()
                && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
        })
        .collect::<String>();
    let mut tidied = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    for (loose, tight) in [(" ,", ","), (" ;", ";"), ("( ", "("), (" )", ")")] {
        if tidied.contains(loose) {
            tidied = tidied.replace(loose, tight);
        }
    }
    tidied
}

/// At most `max` bytes, cut at a character.
pub(crate) fn clip(text: &str, max: usize) -> &str {
    &text[..text.floor_char_boundary(max.min(text.len()))]
}

/// How alike two texts are, by words: 1 for the same words, 0 for none in common.
pub(crate) fn likeness(a: &str, b: &str) -> f64 {
    let (a, b) = (fold(a), fold(b));
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    if a == b {
        return 1.0;
    }
    let words = |text: &str| {
        text.split(' ')
            .map(str::to_owned)
            .collect::<std::collections::BTreeSet<_>>()
    };
    let (a, b) = (words(&a), words(&b));
    let shared = a.intersection(&b).count() as f64;
    shared / (a.len() + b.len()) as f64 * 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tidy_keeps_the_writing() {
        assert_eq!(tidy(" Lyon\u{a0} ,\n France\u{200b} "), "Lyon, France");
    }

    #[test]
    fn clipping_never_cuts_a_character() {
        assert_eq!(clip("aé", 2), "a");
        assert_eq!(clip("aé", 99), "aé");
    }

    #[test]
    fn likeness_goes_by_words() {
        assert!(likeness("Tram Driver (f/m)", "tram driver f m") > 0.99);
        assert!(likeness("Tram Driver", "Bakery Manager") < 0.01);
    }
}
