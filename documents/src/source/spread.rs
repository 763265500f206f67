//! Words set wide: "M I R A   T A L V I K". The PDF reader tells each letter as a word and loses where one word ends;
//! the page's single characters keep place and spaces.
//!
//! What must not happen here: letters that the page's words do not have.

use super::Word;
use pdf_oxide::layout::TextChar;

/// Fewer letters by themselves may be initials.
const LETTERS: usize = 5;
/// Letters that stand at least so many sizes apart, and at most so many, are set wide.
const APART: std::ops::Range<f32> = 0.15..2.5;
/// A gap of so many usual ones divides words where the file has no space between them.
const BETWEEN_WORDS: f32 = 1.5;
/// Baselines this near, in sizes, are one.
const NEAR: f32 = 0.2;

/// A letter, and whether a space stands before it.
struct Letter<'a> {
    sign: &'a TextChar,
    spaced: bool,
}

/// Puts words in the place of their letters. `left` and `top` are the page's corner.
pub(super) fn join(chars: &[TextChar], left: f32, top: f32, words: &mut Vec<Word>) {
    let mut run: Vec<Letter<'_>> = Vec::new();
    let mut spaced = false;
    for sign in chars {
        if sign.char.is_whitespace() {
            spaced = true;
            continue;
        }
        if !run.last().is_some_and(|last| goes_on(last.sign, sign)) {
            set(&run, left, top, words);
            run.clear();
        }
        if sign.char.is_uppercase() {
            run.push(Letter { sign, spaced });
        }
        spaced = false;
    }
    set(&run, left, top, words);
}

fn goes_on(last: &TextChar, sign: &TextChar) -> bool {
    let size = sign.font_size.max(4.0);
    let gap = gap(last, sign) / size;
    sign.char.is_uppercase()
        && (last.bbox.y - sign.bbox.y).abs() < NEAR * size
        && (last.font_size - sign.font_size).abs() < 0.3
        && APART.contains(&gap)
}

fn gap(last: &TextChar, sign: &TextChar) -> f32 {
    sign.bbox.x - last.bbox.x - last.bbox.width
}

/// Sets one run of letters anew.
fn set(run: &[Letter<'_>], left: f32, top: f32, words: &mut Vec<Word>) {
    let (Some(first), Some(last)) = (run.first(), run.last()) else {
        return;
    };
    if run.len() < LETTERS {
        return;
    }
    let mut gaps: Vec<f32> = run
        .windows(2)
        .map(|pair| gap(pair[0].sign, pair[1].sign))
        .collect();
    gaps.sort_by(f32::total_cmp);
    let usual = gaps[gaps.len() / 2];
    let mut anew: Vec<Word> = Vec::new();
    let mut before: Option<&TextChar> = None;
    for Letter { sign, spaced } in run {
        let divides = before.is_none_or(|before| {
            *spaced && gap(before, sign) > usual || gap(before, sign) > BETWEEN_WORDS * usual
        });
        before = Some(sign);
        let (x0, x1) = (
            sign.bbox.x - left,
            // The white behind a letter is its own.
            sign.bbox.x - left + sign.bbox.width + usual,
        );
        match anew.last_mut().filter(|_| !divides) {
            Some(word) => {
                word.text.push(sign.char);
                word.x1 = x1;
            }
            None => anew.push(Word {
                text: sign.char.to_string(),
                x0,
                x1,
                ..Word::default()
            }),
        }
    }
    if let Some(word) = anew.last_mut() {
        word.x1 -= usual;
    }
    let size = first.sign.font_size.max(4.0);
    let (from, to) = (
        first.sign.bbox.x - left - 1.0,
        last.sign.bbox.x + last.sign.bbox.width - left + 1.0,
    );
    let is_letter = |word: &Word| {
        (word.y1 - (top - first.sign.bbox.y)).abs() < NEAR * size
            && word.x0 > from
            && word.x1 < to
            && word.text.chars().count() <= 2
    };
    let old: String = words
        .iter()
        .filter(|word| is_letter(word))
        .map(|word| word.text.as_str())
        .collect();
    let Some(like) = words.iter().find(|word| is_letter(word)).cloned() else {
        return;
    };
    let new: String = anew.iter().map(|word| word.text.as_str()).collect();
    if old.chars().count() != new.chars().count() {
        return;
    }
    words.retain(|word| !is_letter(word));
    words.extend(anew.into_iter().map(|word| Word {
        text: super::pdf::clean(&word.text),
        x0: word.x0,
        x1: word.x1,
        ..like.clone()
    }));
}
