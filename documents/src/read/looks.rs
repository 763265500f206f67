//! How the lines of a section look: heads beside the text below them.
//!
//! What must not happen here: words of a language; what a text says is told in `words`.

use crate::line::Line;

/// How the text of a section looks, to tell its heads from it.
pub(super) struct Style {
    size: f32,
    bold: bool,
    italic: bool,
    /// Where the text ends on the right, where lines are full.
    pub(super) full: f32,
}

impl Style {
    pub(super) fn of(lines: &[Line]) -> Self {
        let text: Vec<&Line> = lines
            .iter()
            .filter(|line| line.bullet || line.text().len() > 70)
            .collect();
        let pool: Vec<&Line> = if text.is_empty() {
            lines.iter().collect()
        } else {
            text
        };
        let half = pool.len() / 2;
        let count = |is: fn(&Line) -> bool| pool.iter().filter(|line| is(line)).count() > half;
        let mut sizes: Vec<f32> = pool.iter().map(|line| line.size()).collect();
        sizes.sort_by(f32::total_cmp);
        Self {
            size: sizes.get(half).copied().unwrap_or_default(),
            bold: count(Line::bold),
            italic: count(|line| line.parts.iter().all(|part| part.italic)),
            full: lines
                .iter()
                .filter_map(|line| line.parts.last())
                .map(|part| part.x1)
                .fold(0.0, f32::max),
        }
    }

    pub(super) fn is_other(&self, line: &Line) -> bool {
        let first = line.parts.first();
        first.is_some_and(|part| part.bold_start) && !self.bold
            || first.is_some_and(|part| part.italic) && !self.italic
            || line.size() > self.size * 1.06
    }
}

pub(super) fn alike(one: &Line, other: &Line) -> bool {
    let bold = |line: &Line| line.parts.first().is_some_and(|part| part.bold_start);
    let italic = |line: &Line| line.parts.first().is_some_and(|part| part.italic);
    bold(one) == bold(other)
        && italic(one) == italic(other)
        && (one.size() - other.size()).abs() < 0.4
        && one.bullet == other.bullet
        && (one.x0() - other.x0()).abs() < 6.0
}

pub(super) fn is_text(line: &Line, style: &Style) -> bool {
    let text = line.text();
    line.bullet
        || text.len() > 90
        || text.trim_end().ends_with('.')
            && text.split_whitespace().count() > 5
            && !style.is_other(line)
        || text.chars().next().is_some_and(char::is_lowercase)
            && line.parts.len() == 1
            && !style.is_other(line)
}

/// "Passed: law, tax, audit and reporting": a label and what it counts up.
pub(super) fn is_listing(text: &str) -> bool {
    text.split_once(": ").is_some_and(|(label, list)| {
        label.split_whitespace().count() <= 3 && list.matches(", ").count() >= 2
    })
}

/// Whether a line begins a little to the right of all parts of a head.
pub(super) fn is_indented(head: &[Line], next: &Line) -> bool {
    let (Some(first), [_]) = (head.first(), &next.parts[..]) else {
        return false;
    };
    let edges = || head.iter().flat_map(|line| &line.parts).map(|part| part.x0);
    let step = edges()
        .map(|edge| next.x0() - edge)
        .filter(|step| *step > -2.0)
        .fold(f32::MAX, f32::min);
    first.x0() > 0.0 && next.gap > 0.0 && (7.0..=26.0).contains(&step)
}
