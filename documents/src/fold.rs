//! Folding: one way to compare words whatever their case, accents and punctuation.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Lower case without accents.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for sign in text.nfd().filter(|sign| !is_combining_mark(*sign)) {
        match sign {
            'ß' => folded.push_str("ss"),
            'ł' | 'Ł' => folded.push('l'),
            'ø' | 'Ø' => folded.push('o'),
            'æ' | 'Æ' => folded.push_str("ae"),
            'œ' | 'Œ' => folded.push_str("oe"),
            'đ' | 'Đ' => folded.push('d'),
            '’' | '‘' | '`' => folded.push('\''),
            _ => folded.extend(sign.to_lowercase()),
        }
    }
    folded
}

/// Folded words alone: signs are spaces, "&" is "and", runs of space are one.
#[must_use]
pub fn fold_words(text: &str) -> String {
    let text = fold(&text.replace('&', " and "));
    let spaced: String = text
        .chars()
        .map(|sign| if sign.is_alphanumeric() { sign } else { ' ' })
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}
