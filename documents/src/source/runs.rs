//! Lines set anew from the file's runs of text. Where one glyph stands for several letters, the PDF reader may count its
//! width twice and move all that follows it in the same run; the run itself keeps letters, order, place and width.
//!
//! What must not happen here: letters that the run does not have.

use super::Word;
use super::pdf::{clean, is_picture_font};
use pdf_oxide::layout::{TextChar, TextSpan};

/// A glyph without a letter that is wider than this many sizes moved what follows it.
const COUNTED: f32 = 0.2;
/// Baselines this near, in sizes, are one.
const NEAR: f32 = 0.2;
/// A gap below this many sizes divides no word.
const TOUCHING: f32 = 0.12;

/// Sets those lines anew that a glyph of several letters moved. `left` and `top` are the page's corner.
pub(super) fn reset(
    chars: &[TextChar],
    spans: &[TextSpan],
    left: f32,
    top: f32,
    words: &mut Vec<Word>,
) {
    let mut lines: Vec<(f32, f32)> = Vec::new();
    for one in chars
        .iter()
        .filter(|one| one.char == '\u{FFFD}' && one.bbox.width > COUNTED * one.font_size)
    {
        let (y, near) = (one.bbox.y, NEAR * one.font_size.max(4.0));
        if !lines.iter().any(|(known, _)| (known - y).abs() < near) {
            lines.push((y, near));
        }
    }
    for (y, near) in lines {
        let mut runs: Vec<&TextSpan> = spans
            .iter()
            .filter(|span| (span.bbox.y - y).abs() < near && !is_picture_font(&span.font_name))
            .collect();
        runs.sort_by(|a, b| a.bbox.x.total_cmp(&b.bbox.x));
        let anew = words_of(&runs, chars, left, top);
        let on_line = |word: &Word| (word.y1 - (top - y)).abs() < near;
        let letters = |words: &mut dyn Iterator<Item = &Word>| -> usize {
            words.map(|word| word.text.chars().count()).sum()
        };
        let before = letters(&mut words.iter().filter(|word| on_line(word)));
        let after = letters(&mut anew.iter());
        // Runs that lack some of the line do not tell it.
        if after < before || anew.iter().any(|word| word.text.contains('\u{FFFD}')) {
            continue;
        }
        words.retain(|word| !on_line(word));
        words.extend(anew);
    }
}

/// The words of the runs of one line, from left to right.
fn words_of(runs: &[&TextSpan], chars: &[TextChar], left: f32, top: f32) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    // Whether the last word may go on in the next run.
    let mut open = false;
    for run in runs {
        let mut x = run.bbox.x;
        let signs: Vec<char> = run.text.chars().collect();
        let wide = widths(run, &signs, chars);
        for (sign, width) in signs.iter().zip(wide) {
            if sign.is_whitespace() {
                open = false;
            } else {
                let (x0, x1) = (x - left, x + width - left);
                let last = found.last_mut().filter(|last| {
                    open && x0 - last.x1 < TOUCHING * run.font_size
                        && (last.size - run.font_size).abs() < 0.3
                });
                match last {
                    Some(last) => {
                        last.text.push(*sign);
                        last.x1 = x1.max(last.x1);
                    }
                    None => found.push(Word {
                        text: sign.to_string(),
                        x0,
                        x1,
                        y0: top - run.bbox.y - run.bbox.height,
                        y1: top - run.bbox.y,
                        size: run.font_size,
                        bold: run.font_weight.is_bold(),
                        italic: run.is_italic,
                    }),
                }
                open = true;
            }
            x += width;
        }
    }
    for word in &mut found {
        word.text = clean(&word.text);
    }
    found.retain(|word| !word.text.is_empty());
    found
}

/// How wide each sign of a run is: as on the rest of the page, and what is left is the unknown ones'.
fn widths(run: &TextSpan, signs: &[char], chars: &[TextChar]) -> Vec<f32> {
    let known: Vec<Option<f32>> = signs
        .iter()
        .map(|sign| {
            chars
                .iter()
                .filter(|one| one.char == *sign && (one.font_size - run.font_size).abs() < 0.2)
                .max_by_key(|one| {
                    (
                        one.font_name == run.font_name,
                        one.font_weight == run.font_weight,
                    )
                })
                .map(|one| one.bbox.width)
        })
        .collect();
    // Letters of a ligature may stand elsewhere by themselves, too: all shrink together where the sum is too wide.
    let sum: f32 = known.iter().flatten().sum();
    let unknown = known.iter().filter(|width| width.is_none()).count();
    let left_over = (run.bbox.width - sum).max(0.0);
    let each = left_over / (unknown.max(1) as f32);
    let scale = if unknown == 0 && sum > 0.0 || sum > run.bbox.width {
        run.bbox.width / sum.max(0.1)
    } else {
        1.0
    };
    known
        .into_iter()
        .map(|width| width.map_or(each, |width| width * scale))
        .collect()
}
