//! Words that ligatures tore apart. Where one glyph stands for several letters ("fi" in many fonts), the PDF reader's
//! words lose their order; its single characters keep place and order, and its runs of text keep the letters. Together
//! they make the word again.
//!
//! What must not happen here: letters that the file's own text does not have.

use super::Word;
use pdf_oxide::PdfDocument;

/// The most letters that one glyph stands for ("ffi").
const LETTERS: usize = 3;
/// The most torn words of a page that are made whole; a page with more has another trouble.
const MOST: usize = 2_000;

/// A word made of characters that stand in the file one behind the other, `None` for a glyph of several letters.
struct Torn {
    signs: Vec<Option<char>>,
    x0: f32,
    x1: f32,
    /// The baseline, from the page's bottom.
    y: f32,
    size: f32,
}

/// Puts whole words in the place of torn ones. `left` and `top` are the page's corner.
pub(super) fn mend(
    document: &PdfDocument,
    page: usize,
    left: f32,
    top: f32,
    words: &mut Vec<Word>,
) {
    let Ok(chars) = document.extract_chars(page) else {
        return;
    };
    if !chars.iter().any(|one| one.char == '\u{FFFD}') {
        return;
    }
    let mut torn: Vec<Torn> = Vec::new();
    let mut open: Option<Torn> = None;
    for one in &chars {
        let near = open.as_ref().is_some_and(|word| {
            (word.y - one.bbox.y).abs() < 0.2 * word.size
                // The glyph itself has no width here, so what follows it stands a little off.
                && one.bbox.x - word.x1 < if word.signs.last() == Some(&None) { 1.4 } else { 0.15 } * word.size
                && one.bbox.x > word.x0
        });
        if one.char.is_whitespace() || !near {
            torn.extend(open.take());
        }
        if one.char.is_whitespace() {
            continue;
        }
        let word = open.get_or_insert(Torn {
            signs: Vec::new(),
            x0: one.bbox.x,
            x1: one.bbox.x,
            y: one.bbox.y,
            size: one.font_size.max(4.0),
        });
        word.signs
            .push(Some(one.char).filter(|sign| *sign != '\u{FFFD}'));
        word.x1 = one.bbox.x + one.bbox.width;
    }
    torn.extend(open);
    torn.retain(|word| word.signs.contains(&None) && word.signs.iter().flatten().count() >= 2);
    torn.truncate(MOST);
    if torn.is_empty() {
        return;
    }
    let spans = document.extract_spans(page).unwrap_or_default();
    let told: Vec<Vec<char>> = spans
        .iter()
        .flat_map(|span| span.text.split_whitespace())
        .map(|word| word.chars().collect())
        .collect();
    for word in torn {
        let Some(text) = told.iter().find(|told| is_it(&word.signs, told)) else {
            continue;
        };
        let text: String = text.iter().collect();
        let (x0, x1) = (word.x0 - left, word.x1 - left);
        let y1 = top - word.y;
        let is_part = |one: &Word| {
            let middle = (one.x0 + one.x1) / 2.0;
            (one.y1 - y1).abs() < 0.5 * word.size && middle > x0 - 1.0 && middle < x1 + 1.0
        };
        let Some(like) = words.iter().find(|one| is_part(one)).cloned() else {
            continue;
        };
        words.retain(|one| !is_part(one));
        words.push(Word {
            text: super::pdf::clean(&text),
            x0,
            x1,
            ..like
        });
    }
}

/// Whether the letters are these, each unknown glyph being one to three of them, and more than one somewhere.
fn is_it(signs: &[Option<char>], letters: &[char]) -> bool {
    match (signs.split_first(), letters.split_first()) {
        (None, None) => true,
        (Some((Some(sign), signs)), Some((letter, letters))) => {
            sign == letter && is_it(signs, letters)
        }
        (Some((None, signs)), Some(_)) => {
            (1..=LETTERS.min(letters.len())).any(|count| is_it(signs, &letters[count..]))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_agree_around_what_one_glyph_stands_for() {
        let signs: Vec<Option<char>> = "Pro?ssional"
            .chars()
            .map(|sign| Some(sign).filter(|sign| *sign != '?'))
            .collect();
        let letters = |text: &str| text.chars().collect::<Vec<_>>();
        assert!(is_it(&signs, &letters("Profissional")));
        assert!(!is_it(&signs, &letters("Professor")));
        assert!(!is_it(&signs, &letters("Proffffissional")));
        assert!(!is_it(&signs, &letters("Prossional")));
    }
}
