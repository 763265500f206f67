//! Columns: where a white gutter runs down a region and both sides live lives of their own.

use super::Words;
use crate::line::Part;

/// The least lines on each side of a gutter.
const LINES: usize = 4;

/// Divides a page into regions, in the order of reading.
pub(super) fn divide(parts: Vec<Part>, words: &Words<'_>) -> Vec<Vec<Part>> {
    let mut regions = Vec::new();
    split(parts, words, 0, &mut regions);
    regions.retain(|region| !region.is_empty());
    regions
}

fn split(parts: Vec<Part>, words: &Words<'_>, depth: usize, into: &mut Vec<Vec<Part>>) {
    // Four columns of columns: more is a drawing.
    if depth > 6 || parts.len() < LINES {
        into.push(parts);
        return;
    }
    let Some(gutter) = best(&parts, words) else {
        into.push(parts);
        return;
    };
    if gutter.labels {
        beside(parts, &gutter, words, into);
        return;
    }
    let (mut above, mut left, mut right, mut below) = (vec![], vec![], vec![], vec![]);
    for part in parts {
        let middle = (part.y0 + part.y1) / 2.0;
        if middle < gutter.top {
            above.push(part);
        } else if middle > gutter.bottom {
            below.push(part);
        } else if (part.x0 + part.x1) / 2.0 < gutter.x {
            left.push(part);
        } else {
            right.push(part);
        }
    }
    split(above, words, depth + 1, into);
    split(left, words, depth + 1, into);
    split(right, words, depth + 1, into);
    split(below, words, depth + 1, into);
}

/// Where the left column holds headings alone: each with what stands beside it.
fn beside(parts: Vec<Part>, gutter: &Gutter, words: &Words<'_>, into: &mut Vec<Vec<Part>>) {
    let mut tops: Vec<f32> = parts
        .iter()
        .filter(|part| {
            part.x1 < gutter.x + 1.0
                && part.y0 > gutter.top
                && part.y1 < gutter.bottom
                && (words.is_heading)(&part.text)
        })
        .map(|part| part.y0 - 0.4 * part.height())
        .collect();
    tops.sort_by(f32::total_cmp);
    let mut bands: Vec<(Vec<Part>, Vec<Part>)> = vec![(vec![], vec![]); tops.len() + 1];
    for part in parts {
        let band = tops.iter().filter(|top| part.y0 >= **top).count();
        let is_label = band > 0 && part.x1 < gutter.x + 1.0 && part.y1 < gutter.bottom;
        if is_label {
            bands[band].0.push(part)
        } else {
            bands[band].1.push(part)
        }
    }
    for (label, text) in bands {
        into.push(label);
        into.push(text);
    }
}

struct Gutter {
    x: f32,
    top: f32,
    bottom: f32,
    score: f32,
    /// The left side holds headings alone.
    labels: bool,
}

/// The gutter that divides the most, where there is one.
fn best(parts: &[Part], words: &Words<'_>) -> Option<Gutter> {
    let mut edges: Vec<f32> = parts.iter().map(|part| part.x0).collect();
    edges.sort_by(f32::total_cmp);
    edges.dedup_by(|a, b| (*a - *b).abs() < 2.0);
    let mut found: Option<Gutter> = None;
    for edge in edges {
        // A column begins where several parts begin.
        let starting = parts
            .iter()
            .filter(|part| (part.x0 - edge).abs() < 3.0)
            .count();
        let heads = parts
            .iter()
            .any(|part| (part.x0 - edge).abs() < 3.0 && (words.is_heading)(&part.text));
        // Where a heading stands, two are enough.
        if starting < 3 && !(heads && starting == 2) {
            continue;
        }
        for gutter in runs(parts, edge - 1.5) {
            if let Some((score, labels)) = judge(parts, &gutter, words)
                && found.as_ref().is_none_or(|best| score > best.score)
            {
                found = Some(Gutter {
                    score,
                    labels,
                    ..gutter
                });
            }
        }
    }
    found
}

/// The stretches of a page on which nothing crosses `x`.
fn runs(parts: &[Part], x: f32) -> Vec<Gutter> {
    let mut crossing: Vec<&Part> = parts
        .iter()
        .filter(|part| part.x0 < x && part.x1 > x)
        .collect();
    crossing.sort_by(|a, b| a.y0.total_cmp(&b.y0));
    let mut runs = Vec::new();
    let mut top = f32::MIN;
    for part in crossing {
        if part.y0 > top {
            runs.push(Gutter {
                x,
                top,
                bottom: part.y0,
                score: 0.0,
                labels: false,
            });
        }
        top = top.max(part.y1);
    }
    runs.push(Gutter {
        x,
        top,
        bottom: f32::MAX,
        score: 0.0,
        labels: false,
    });
    runs
}

/// How much a gutter divides, or nothing where it does not divide columns.
fn judge(parts: &[Part], gutter: &Gutter, words: &Words<'_>) -> Option<(f32, bool)> {
    let within = |part: &&Part| {
        let middle = (part.y0 + part.y1) / 2.0;
        middle >= gutter.top && middle <= gutter.bottom
    };
    let (mut left, mut right): (Vec<&Part>, Vec<&Part>) = parts
        .iter()
        .filter(within)
        .partition(|part| (part.x0 + part.x1) / 2.0 < gutter.x);
    // "Degrees", "Skills" and "Contact" in one line, each with a little below it.
    let headed = {
        let top = |side: &[&Part]| {
            side.iter()
                .min_by(|a, b| a.y0.total_cmp(&b.y0))
                .copied()
                .cloned()
        };
        match (top(&left), top(&right)) {
            (Some(one), Some(other)) => {
                one.beside(&other)
                    && (one.size - other.size).abs() < 0.4
                    && one.bold == other.bold
                    && (words.is_heading)(&one.text)
                    && (words.is_heading)(&other.text)
            }
            _ => false,
        }
    };
    let (least_left, least_right) = if headed { (2, 2) } else { (LINES - 1, LINES) };
    if left.len() < least_left || right.len() < least_right {
        return None;
    }
    let by_height = |a: &&Part, b: &&Part| a.y0.total_cmp(&b.y0);
    left.sort_by(by_height);
    right.sort_by(by_height);
    // Both sides must stand beside each other, not one below the other.
    let top = left[0].y0.max(right[0].y0);
    let bottom = left[left.len() - 1].y1.min(right[right.len() - 1].y1);
    let shared = |side: &[&Part]| {
        side.iter()
            .filter(|part| part.y1 > top && part.y0 < bottom)
            .count()
    };
    let least = if headed { 1 } else { 3 };
    if shared(&left) < least || shared(&right) < least {
        return None;
    }
    let white = right.iter().map(|part| part.x0).fold(f32::MAX, f32::min)
        - left.iter().map(|part| part.x1).fold(f32::MIN, f32::max);
    let size = median(parts.iter().map(|part| part.size).collect());
    if white < 0.8 * size {
        return None;
    }
    let headings = |side: &[&Part]| {
        side.iter()
            .filter(|part| (words.is_heading)(&part.text))
            .count()
    };
    let (left_headings, right_headings) = (headings(&left), headings(&right));
    let paired = |side: &[&Part], other: &[&Part]| {
        let count = side
            .iter()
            .filter(|part| other.iter().any(|one| one.beside(part)))
            .count();
        count as f32 / side.len() as f32
    };
    let letters = |side: &[&Part]| {
        side.iter()
            .map(|part| part.text.chars().count())
            .sum::<usize>() as f32
    };
    let share = letters(&right).min(letters(&left)) / (letters(&left) + letters(&right)).max(1.0);
    let (left_paired, right_paired) = (paired(&left, &right), paired(&right, &left));
    // Groups within a section are named like sections, and set smaller.
    let size = |side: &[&Part], most: bool| {
        let sizes = side
            .iter()
            .filter(|part| (words.is_heading)(&part.text))
            .map(|part| part.size);
        if most {
            sizes.fold(0.0, f32::max)
        } else {
            sizes.fold(f32::MAX, f32::min)
        }
    };
    let larger = size(&left, false) > 1.1 * size(&right, true);
    let labels = (right_headings == 0
        || left_headings == left.len() && (right_headings * 2 < left_headings || larger))
        && left_headings >= 2
        && left_headings * 2 > left.len()
        && left.len() - left_headings <= 4;
    // When it was stands beside what it was.
    let dates = left
        .iter()
        .filter(|part| (words.is_date)(&part.text))
        .count();
    let texts_left = left.len() - left_headings;
    let own_lives = if labels || headed {
        true
    } else if left.len() < LINES || dates * 2 > texts_left && left_headings < 3 {
        false
    } else if left_headings > 0 && right_headings > 0 {
        true
    } else if right_headings > 0 {
        // Headings to the right only: the left is a sidebar of contacts, or a column of dates.
        left_paired < 0.8 || right_headings >= 2
    } else if left_headings > 0 {
        // Headings to the left only: a column of headings has its text beside it.
        // Labels and dates stand beside what they belong to, line for line.
        let texts: Vec<&Part> = left
            .iter()
            .filter(|part| !(words.is_heading)(&part.text))
            .copied()
            .collect();
        right_paired < 0.5 && texts.len() >= 3 && share > 0.12 && paired(&texts, &right) < 0.7
    } else {
        right_paired < 0.45 && left_paired < 0.7 && share > 0.2
    };
    own_lives.then(|| {
        (
            (left.len().min(right.len())) as f32 * (1.0 + share)
                + white.min(40.0) / 10.0
                + (left_headings.min(right_headings) as f32) * 2.0,
            labels,
        )
    })
}

fn median(mut values: Vec<f32>) -> f32 {
    values.sort_by(f32::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(10.0)
}
