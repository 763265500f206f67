//! Words to parts, parts to lines.

use crate::line::{Line, Part, strip_bullet};
use crate::source::Word;

/// A gap wider than this many sizes divides a line into parts.
const WIDE_GAP: f32 = 1.15;
/// So does a gap wider than this where the next word stands at an edge that other lines begin at.
const ALIGNED_GAP: f32 = 0.75;

/// Groups words into parts.
pub(super) fn parts(words: &[Word]) -> Vec<Part> {
    let mut sorted: Vec<&Word> = words.iter().collect();
    sorted.sort_by(|a, b| a.y1.total_cmp(&b.y1).then(a.x0.total_cmp(&b.x0)));
    // Rows first, by baseline, so that a word of another size finds its neighbours.
    let mut rows: Vec<Vec<&Word>> = Vec::new();
    for word in sorted {
        let near = rows.iter_mut().rev().take(6).find(|row| {
            let last = row[row.len() - 1];
            let height = (word.y1 - word.y0).min(last.y1 - last.y0).max(1.0);
            (word.y1 - last.y1).abs() < 0.35 * height
        });
        match near {
            Some(row) => row.push(word),
            None => rows.push(vec![word]),
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    }
    let wide =
        |last: &Word, word: &Word| word.x0 - last.x1 > WIDE_GAP * word.size.max(last.size).max(4.0);
    // Where lines begin: a narrower gap divides, too, where it ends at an edge that others share.
    let edges: Vec<f32> = rows
        .iter()
        .flat_map(|row| {
            let first = row.first().map(|word| word.x0);
            let after = row
                .windows(2)
                .filter(|pair| wide(pair[0], pair[1]))
                .map(|pair| pair[1].x0);
            first.into_iter().chain(after)
        })
        .collect();
    let shared = |x: f32| edges.iter().filter(|edge| (**edge - x).abs() < 0.6).count() >= 3;
    let mut parts = Vec::new();
    for row in rows {
        let mut open: Vec<&Word> = Vec::new();
        for word in row {
            if let Some(last) = open.last() {
                let gap = word.x0 - last.x1;
                let size = word.size.max(last.size).max(4.0);
                let left = open.first().map_or(word.x0, |first| first.x0);
                if wide(last, word)
                    || gap > ALIGNED_GAP * size && shared(word.x0) && word.x0 - left > 3.0 * size
                {
                    parts.extend(part(&open));
                    open.clear();
                }
            }
            open.push(word);
        }
        parts.extend(part(&open));
    }
    parts
}

fn part(words: &[&Word]) -> Option<Part> {
    let (first, last) = (words.first()?, words.last()?);
    let mut text = String::new();
    let mut end = first.x0;
    let mut cuts = Vec::new();
    let mut look = (first.bold, first.italic);
    for word in words {
        // Some files place every letter by itself: what touches is one word.
        let gap = word.x0 - end;
        if !text.is_empty() && gap > 0.09 * word.size.max(4.0) {
            text.push(' ');
        }
        // A sign between two looks belongs to neither.
        if look != (word.bold, word.italic) && word.text.chars().any(char::is_alphanumeric) {
            cuts.push(text.split_whitespace().count());
            look = (word.bold, word.italic);
        }
        text.push_str(&word.text);
        end = word.x1;
    }
    let letters: usize = words.iter().map(|word| word.text.len()).sum();
    let share = |is: fn(&Word) -> bool| {
        let marked: usize = words
            .iter()
            .filter(|word| is(word))
            .map(|word| word.text.len())
            .sum();
        marked * 2 > letters
    };
    Some(Part {
        text: unspread(&text),
        x0: first.x0,
        x1: last.x1,
        y0: words.iter().map(|word| word.y0).fold(f32::MAX, f32::min),
        y1: words.iter().map(|word| word.y1).fold(f32::MIN, f32::max),
        size: words.iter().map(|word| word.size).fold(0.0, f32::max),
        bold: share(|word| word.bold),
        italic: share(|word| word.italic),
        bold_start: first.bold,
        cuts,
    })
}

/// "E X P E R I E N C E": letters set apart are one word.
fn unspread(text: &str) -> String {
    let tokens: Vec<&str> = text.split(' ').collect();
    let single = tokens
        .iter()
        .filter(|token| token.chars().count() == 1 && token.chars().all(char::is_alphabetic))
        .count();
    if tokens.len() >= 4
        && single == tokens.len()
        && text
            .chars()
            .filter(|c| c.is_alphabetic())
            .all(char::is_uppercase)
    {
        return tokens.concat();
    }
    text.to_owned()
}

/// Groups the parts of one region into lines, from top to bottom.
pub(super) fn lines(mut parts: Vec<Part>, page: usize, region: usize) -> Vec<Line> {
    parts.sort_by(|a, b| a.y1.total_cmp(&b.y1).then(a.x0.total_cmp(&b.x0)));
    let mut lines: Vec<Line> = Vec::new();
    for part in parts {
        let near = lines.iter_mut().rev().take(3).find(|line| {
            line.parts
                .iter()
                .all(|other| other.x1 <= part.x0 + 1.0 || part.x1 <= other.x0 + 1.0)
                && line.parts.iter().any(|other| other.beside(&part))
        });
        match near {
            Some(line) => line.parts.push(part),
            None => lines.push(Line {
                parts: vec![part],
                page,
                region,
                ..Line::default()
            }),
        }
    }
    for line in &mut lines {
        line.parts.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        take_bullet(line);
        line.y0 = line
            .parts
            .iter()
            .map(|part| part.y0)
            .fold(f32::MAX, f32::min);
        line.y1 = line
            .parts
            .iter()
            .map(|part| part.y1)
            .fold(f32::MIN, f32::max);
    }
    lines.retain(|line| !line.parts.is_empty());
    lines.sort_by(|a, b| a.y1.total_cmp(&b.y1));
    lines
}

fn take_bullet(line: &mut Line) {
    let Some(first) = line.parts.first_mut() else {
        return;
    };
    if let Some(rest) = strip_bullet(&first.text) {
        line.bullet = true;
        first.text = rest.to_owned();
        if first.text.is_empty() {
            line.parts.remove(0);
        }
    }
}

/// Says of each line how far it stands below the one before.
pub(super) fn measure_gaps(lines: &mut [Line]) {
    for at in 1..lines.len() {
        let before = lines[at - 1].y1;
        let height = (lines[at].y1 - lines[at].y0).max(4.0);
        lines[at].gap = ((lines[at].y0 - before) / height).max(0.0) + f32::EPSILON;
    }
}
