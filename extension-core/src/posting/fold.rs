//! Folding text, so that words compare without case, accents and punctuation.
//!
//! What a person reads stays as it was written; only comparisons see folded text.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, no accents, anything but letters and digits a single space.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)) {
        if c.is_alphanumeric() {
            for lower in c.to_lowercase() {
                match lower {
                    'ß' => folded.push_str("ss"),
                    'ł' => folded.push('l'),
                    'ø' => folded.push('o'),
                    'æ' => folded.push_str("ae"),
                    'œ' => folded.push_str("oe"),
                    'đ' | 'ð' => folded.push('d'),
                    other if is_combining_mark(other) => {}
                    other => folded.push(other),
                }
            }
        } else if matches!(c, '\'' | '’' | '`') {
            // "l'heure" and "today's" are two words in one language and one in the other:
            // phrases are written with the space.
            space(&mut folded);
        } else {
            space(&mut folded);
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

fn space(text: &mut String) {
    if !text.is_empty() && !text.ends_with(' ') {
        text.push(' ');
    }
}

/// Letters and digits only: "Camber Creative" and "camber-creative" meet here.
pub(crate) fn key(text: &str) -> String {
    fold(text).replace(' ', "")
}

/// Whether the folded text holds the folded phrase as whole words.
pub(crate) fn has_phrase(folded: &str, phrase: &str) -> bool {
    find_phrase(folded, phrase).is_some()
}

/// Where the folded phrase stands in the folded text, as whole words.
pub(crate) fn find_phrase(folded: &str, phrase: &str) -> Option<usize> {
    if phrase.is_empty() {
        return None;
    }
    folded.match_indices(phrase).map(|(at, _)| at).find(|&at| {
        let before = folded[..at].chars().next_back();
        let after = folded[at + phrase.len()..].chars().next();
        before.is_none_or(|c| c == ' ') && after.is_none_or(|c| c == ' ')
    })
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
    fn folding_forgets_case_accents_and_punctuation() {
        for (text, folded) in [
            ("  Île-de-France ", "ile de france"),
            ("Vollzeit / Teilzeit", "vollzeit teilzeit"),
            ("Łódź", "lodz"),
            ("Straße", "strasse"),
            ("de l’heure", "de l heure"),
            ("", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn phrases_are_whole_words() {
        assert!(has_phrase("full time or part time", "part time"));
        assert!(!has_phrase("international sales", "intern"));
        assert!(!has_phrase("anything", ""));
    }

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
