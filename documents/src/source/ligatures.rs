//! Words that ligatures tore apart. Where one glyph stands for several letters ("fi" in many fonts), the PDF reader's
//! words lose their order; its single characters keep place and order, and its runs of text keep the letters. Together
//! they make the word again. Lines whose letters the reader put into another order are set anew in the same way.
//!
//! What must not happen here: letters that the file's own text does not have.

use super::Word;
use pdf_oxide::PdfDocument;

/// The most letters that one glyph stands for ("ffi").
const LETTERS: usize = 3;
/// The most torn words of a page that are made whole; a page with more has another trouble.
const MOST: usize = 2_000;
/// How many words to each side one torn word reaches at most.
const NEIGHBOURS: usize = 8;

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
    super::spread::join(&chars, left, top, words);
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
            // A last glyph without a width of its own ends where the space begins.
            if let Some(word) = open.as_mut().filter(|word| {
                word.signs.last() == Some(&None) && (word.y - one.bbox.y).abs() < 0.2 * word.size
            }) && one.char.is_whitespace()
                && (0.0..1.4 * word.size).contains(&(one.bbox.x - word.x1))
            {
                word.x1 = one.bbox.x;
            }
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
    let is_torn =
        |word: &Torn| word.signs.contains(&None) && word.signs.iter().flatten().count() >= 2;
    let mixed = mixed_lines(&torn, words, top);
    let any_torn = torn.iter().any(is_torn);
    if !any_torn && mixed.is_empty() {
        return;
    }
    let spans = if any_torn {
        document.extract_spans(page).unwrap_or_default()
    } else {
        Vec::new()
    };
    let told: Vec<(f32, Vec<char>)> = spans
        .iter()
        .flat_map(|span| {
            let words = span.text.split_whitespace();
            words.map(|word| (span.bbox.y, word.chars().collect()))
        })
        .collect();
    // Each word with its text, where that is known.
    let whole: Vec<(Torn, Option<String>)> = torn
        .into_iter()
        .map(|word| {
            let plain: Option<String> = word.signs.iter().copied().collect();
            let text = plain.or_else(|| {
                // "Sta?" is "Staff" in its own line, whatever words stand elsewhere.
                let beside = |y: f32| (y - word.y).abs() < 0.5 * word.size;
                let known = told
                    .iter()
                    .find(|(y, told)| beside(*y) && is_it(&word.signs, told, false))
                    .or_else(|| told.iter().find(|(_, told)| is_it(&word.signs, told, true)))?;
                Some(known.1.iter().collect())
            });
            (word, text)
        })
        .collect();
    let is_mixed = |word: &Torn| mixed.iter().any(|y| (y - word.y).abs() < 0.01);
    let broken = whole
        .iter()
        .filter(|(word, text)| is_torn(word) && text.is_some() || is_mixed(word));
    for (word, _) in broken.take(MOST) {
        let y1 = top - word.y;
        let in_line = |one: &Word| (one.y1 - y1).abs() < 0.5 * word.size;
        let beside = |one: &Torn| (one.y - word.y).abs() < 0.5 * word.size;
        // The letters of a torn word run into its neighbours, some of them far: the line is set anew where all its
        // words are known, else what overlaps.
        let all_known = whole
            .iter()
            .all(|(one, text)| !beside(one) || text.is_some());
        let (mut from, mut to) = if all_known {
            (f32::MIN, f32::MAX)
        } else {
            (word.x0 - left, word.x1 - left)
        };
        let mut anew: Vec<&(Torn, Option<String>)> = Vec::new();
        for _ in 0..NEIGHBOURS {
            let before = (from, to);
            for one in words.iter().filter(|one| in_line(one)) {
                if overlap(one.x0, one.x1, from, to) {
                    (from, to) = (from.min(one.x0), to.max(one.x1));
                }
            }
            anew = whole
                .iter()
                .filter(|(one, _)| beside(one) && overlap(one.x0 - left, one.x1 - left, from, to))
                .collect();
            for (one, _) in &anew {
                (from, to) = (from.min(one.x0 - left), to.max(one.x1 - left));
            }
            if before == (from, to) {
                break;
            }
        }
        if anew.iter().any(|(_, text)| text.is_none()) {
            continue;
        }
        let (old, kept): (Vec<Word>, Vec<Word>) = words
            .drain(..)
            .partition(|one| in_line(one) && overlap(one.x0, one.x1, from, to));
        *words = kept;
        // A bullet that is no character of the page stands before the rest.
        let edge = anew
            .iter()
            .map(|(one, _)| one.x0 - left)
            .fold(f32::MAX, f32::min);
        let bullet = old.iter().find(|one| one.text == "•").filter(|_| {
            is_mixed(word) && !anew.iter().any(|(one, _)| one.signs.contains(&Some('•')))
        });
        words.extend(bullet.map(|one| Word {
            x0: edge - 2.0 - (one.x1 - one.x0),
            x1: edge - 2.0,
            ..one.clone()
        }));
        for (one, text) in anew {
            let (x0, x1) = (one.x0 - left, one.x1 - left);
            let near = old.iter().find(|word| (word.x0 - x0).abs() < 1.0);
            // What the reader has no word for is a picture.
            let Some(like) = near
                .or_else(|| old.iter().find(|word| overlap(word.x0, word.x1, x0, x1)))
                .or(old.first().filter(|_| is_mixed(word)))
            else {
                continue;
            };
            words.push(Word {
                text: super::pdf::clean(text.as_deref().unwrap_or_default()),
                x0,
                x1,
                ..like.clone()
            });
        }
    }
    super::runs::reset(&chars, &spans, left, top, words);
}

/// The baselines where the reader's words have the letters of the page in another order: "sRcFanner" for "RF scanner".
fn mixed_lines(torn: &[Torn], words: &[Word], top: f32) -> Vec<f32> {
    let mut lines: Vec<(f32, Vec<&Torn>)> = Vec::new();
    for word in torn {
        match lines.iter_mut().find(|(y, _)| (y - word.y).abs() < 0.01) {
            Some((_, found)) => found.push(word),
            None => lines.push((word.y, vec![word])),
        }
    }
    lines.retain_mut(|(y, found)| {
        found.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        let shown: Option<String> = found
            .iter()
            .flat_map(|word| word.signs.iter().copied())
            .collect();
        let Some(shown) = shown else { return false };
        let shown = super::pdf::clean(&shown);
        let mut read: Vec<&Word> = words
            .iter()
            .filter(|word| (word.y1 - (top - *y)).abs() < 0.01)
            .collect();
        read.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        let read: String = read.iter().map(|word| word.text.as_str()).collect();
        let sorted = |text: &str| {
            let mut signs: Vec<char> = text.chars().filter(|sign| sign.is_alphanumeric()).collect();
            signs.sort_unstable();
            signs
        };
        let bare =
            |text: &str| -> String { text.chars().filter(|sign| sign.is_alphanumeric()).collect() };
        // Scripts from right to left have an order of their own.
        bare(&shown) != bare(&read)
            && sorted(&shown) == sorted(&read)
            && !shown
                .chars()
                .any(|sign| ('\u{590}'..='\u{8FF}').contains(&sign))
    });
    lines.into_iter().map(|(y, _)| y).collect()
}

/// Whether two stretches of a line share more than a hair.
fn overlap(x0: f32, x1: f32, from: f32, to: f32) -> bool {
    x1.min(to) - x0.max(from) > 0.5
}

/// The letters that fonts draw as one glyph.
const USUAL: &[&str] = &[
    "ff", "fi", "fl", "ffi", "ffl", "ft", "fft", "tt", "ti", "tti", "fj", "ffj", "fb", "fh", "fk",
    "ct", "st", "th", "tf", "ij", "ffb", "ffh", "ffk",
];

/// Whether the letters are these, each unknown glyph being one to three of them. `usual` takes none for more letters
/// than fonts draw as one.
fn is_it(signs: &[Option<char>], letters: &[char], usual: bool) -> bool {
    let fits = |letters: &[char]| {
        let text: String = letters.iter().collect();
        !usual || letters.len() == 1 || USUAL.contains(&text.to_lowercase().as_str())
    };
    match (signs.split_first(), letters.split_first()) {
        (None, None) => true,
        (Some((Some(sign), signs)), Some((letter, letters))) => {
            sign == letter && is_it(signs, letters, usual)
        }
        (Some((None, signs)), Some(_)) => (1..=LETTERS.min(letters.len()))
            .any(|count| fits(&letters[..count]) && is_it(signs, &letters[count..], usual)),
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
        assert!(is_it(&signs, &letters("Profissional"), true));
        assert!(!is_it(&signs, &letters("Professor"), false));
        assert!(!is_it(&signs, &letters("Proffffissional"), false));
        assert!(!is_it(&signs, &letters("Prossional"), false));
        // No font draws these two as one.
        assert!(is_it(&signs, &letters("Proassional"), false));
        assert!(!is_it(&signs, &letters("Proaassional"), true));
    }
}
