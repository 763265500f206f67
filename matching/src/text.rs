//! Words of a text, folded for comparing, each with where it stands.
//!
//! Folding drops case, accents and plural endings, so that a name is found however it is written. What must not happen
//! here: knowledge of skills or titles.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// One word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Folded: lower case, no accents, no plural `s`.
    pub folded: String,
    /// First byte in the text.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
}

/// The words of a text, in order.
///
/// A word is letters and digits, with the signs that names of tools hold: `C++`, `C#`, `.NET`, `Node.js`.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut begun: Option<usize> = None;
    let mut signs = text.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, sign)) = signs.next() {
        let next = signs.peek().map(|(_, next)| *next);
        let inside = match sign {
            // "node.js", ".net", "3.5"; a stop that ends a sentence is followed by a space or a capital.
            '.' => {
                next.is_some_and(|next| next.is_lowercase() || next.is_ascii_digit())
                    && (begun.is_some() || !before.is_alphanumeric())
                    || begun.is_none() && next.is_some_and(char::is_uppercase) && before == ' '
            }
            '+' | '#' => begun.is_some() && next.is_none_or(|next| !next.is_alphanumeric()),
            sign => sign.is_alphanumeric() || is_combining_mark(sign),
        };
        match (begun, inside) {
            (None, true) => begun = Some(at),
            (Some(start), false) => {
                push(text, start, at, &mut found);
                begun = None;
            }
            _ => {}
        }
        before = sign;
    }
    if let Some(start) = begun {
        push(text, start, text.len(), &mut found);
    }
    found
}

fn push(text: &str, start: usize, end: usize, found: &mut Vec<Word>) {
    found.push(Word {
        folded: fold_word(&text[start..end]),
        start,
        end,
    });
}

/// A word folded as [`words`] folds it.
#[must_use]
pub fn fold_word(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    if word.is_ascii() {
        folded.push_str(word);
        folded.make_ascii_lowercase();
    } else {
        for sign in word.nfkd().filter(|sign| !is_combining_mark(*sign)) {
            match sign {
                'ß' | 'ẞ' => folded.push_str("ss"),
                'ø' | 'Ø' => folded.push('o'),
                'ł' | 'Ł' => folded.push('l'),
                'æ' | 'Æ' => folded.push_str("ae"),
                'œ' | 'Œ' => folded.push_str("oe"),
                sign => folded.extend(sign.to_lowercase()),
            }
        }
    }
    singular(&mut folded);
    folded
}

/// Takes a plural `s` away; names whose `s` belongs to them lose it on both sides of every comparison.
fn singular(word: &mut String) {
    if word.len() > 4 && word.is_ascii() && word.ends_with('s') && !word.ends_with("ss") {
        if word.ends_with("ies") && word.len() > 5 {
            word.truncate(word.len() - 3);
            word.push('y');
        } else if !word.ends_with(".js") {
            word.pop();
        }
    }
}

/// The words of a text as one string with single spaces between them.
#[must_use]
pub fn fold(text: &str) -> String {
    let folded: Vec<String> = words(text).into_iter().map(|word| word.folded).collect();
    folded.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_the_signs_of_names() {
        assert_eq!(
            fold("C++, C# and .NET; Node.js. Ends here. CI/CD Führungskräfte"),
            "c++ c# and .net node.js ends here ci cd fuhrungskrafte"
        );
    }

    #[test]
    fn a_word_knows_where_it_stands() {
        let text = "Écrit: Größe";
        let found = words(text);
        assert_eq!(&text[found[1].start..found[1].end], "Größe");
        assert_eq!(found[1].folded, "grosse");
    }

    #[test]
    fn plurals_are_one_with_their_singular() {
        assert_eq!(
            fold("deliveries nurses glass boss"),
            "delivery nurse glass boss"
        );
    }
}
