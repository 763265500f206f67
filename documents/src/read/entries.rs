//! A section of jobs or schools: where each entry begins, its head and its text.

use super::dates::{self, Range};
use crate::line::Line;

/// One entry.
#[derive(Debug, Clone, Default)]
pub(super) struct Entry {
    /// The pieces of its head, dates taken off.
    pub(super) head: Vec<Piece>,
    /// When.
    pub(super) range: Option<Range>,
    /// What stands below the head.
    pub(super) body: Vec<Line>,
    /// The first line.
    pub(super) line: Line,
    /// It begins the way the first entry of its section does.
    pub(super) whole: bool,
}

/// A piece of a head.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) bold: bool,
    pub(super) line: usize,
}

/// The most lines of a head above and below its dates.
const ABOVE: usize = 3;
const BELOW: usize = 2;

/// Divides a section into entries. `is_head` says whether a text could stand in a head (a title, a school …).
pub(super) fn divide(
    lines: &[Line],
    single_dates: bool,
    is_head: &dyn Fn(&str) -> bool,
) -> Vec<Entry> {
    let dated: Vec<(usize, Range)> = lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| anchor(line, single_dates).map(|range| (at, range)))
        .collect();
    // A lone year beside a range of the same entry is no entry of its own.
    let ranges = dated.iter().filter(|(_, range)| range.two_ends).count();
    let anchors: Vec<(usize, Range)> = if ranges > 0 && !single_dates {
        dated
            .into_iter()
            .filter(|(at, range)| {
                range.two_ends || is_head(&lines[*at].text()) && !lines[*at].bullet
            })
            .collect()
    } else {
        dated
    };
    if anchors.is_empty() {
        return undated(lines, is_head);
    }
    let style = Style::of(lines);
    let lead = anchors[0].0.min(ABOVE);
    let lead = if anchors[0].0 > ABOVE {
        nearest_head(lines, 0, anchors[0].0, &style)
    } else {
        anchors[0].0 - lead
    };
    let opening = lines[lead].clone();
    let depth = anchors[0].0 - lead;
    let mut starts = Vec::new();
    let mut floor = 0;
    for (number, (at, _)) in anchors.iter().enumerate() {
        let start = if number == 0 {
            lead
        } else {
            start_of(lines, floor, *at, depth, &opening, &style, is_head)
        };
        starts.push(start);
        floor = at + 1;
    }
    let mut entries = Vec::new();
    for (number, (at, range)) in anchors.iter().enumerate() {
        let end = starts.get(number + 1).copied().unwrap_or(lines.len());
        let start = starts[number];
        if start > *at || end <= *at {
            continue;
        }
        let below = below(lines, *at, end, &style, is_head, *at - start);
        let head_lines = &lines[start..=below];
        let mut entry = Entry {
            range: Some(*range),
            body: lines[below + 1..end].to_vec(),
            line: lines[start].clone(),
            whole: *at - start == depth && alike(&lines[start], &opening),
            ..Entry::default()
        };
        for (number, line) in head_lines.iter().enumerate() {
            entry.head.extend(pieces(line, number));
        }
        entries.push(entry);
    }
    entries
}

/// The dates of a line that can carry an entry.
fn anchor(line: &Line, single_dates: bool) -> Option<Range> {
    let text = line.text();
    let found = dates::find(&text);
    let range = found
        .iter()
        .find(|one| one.range.two_ends)
        .or(found.first())?;
    if !range.range.two_ends && !single_dates && !is_at_edge(&text, range.from, range.to) {
        return None;
    }
    let rest = text.len() - (range.to - range.from);
    if line.bullet && (rest > 80 || text.contains('(') || !is_at_edge(&text, range.from, range.to))
    {
        return None;
    }
    // A sentence that tells of a year is text.
    let sentence = rest > 110
        || rest > 45 && text.trim_end().ends_with('.') && !is_at_edge(&text, range.from, range.to);
    (!sentence).then_some(range.range)
}

fn is_at_edge(text: &str, from: usize, to: usize) -> bool {
    let bare = |part: &str| part.chars().filter(|sign| sign.is_alphanumeric()).count();
    bare(&text[..from]) == 0
        || bare(&text[to..]) == 0
        || text[..from].ends_with('\t')
        || text[to..].starts_with('\t')
}

/// How the text of a section looks, to tell its heads from it.
pub(super) struct Style {
    size: f32,
    bold: bool,
    italic: bool,
    /// Where the text ends on the right, where lines are full.
    full: f32,
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

fn alike(one: &Line, other: &Line) -> bool {
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

fn nearest_head(lines: &[Line], floor: usize, at: usize, style: &Style) -> usize {
    let mut start = at;
    while start > floor
        && at - start < ABOVE
        && !is_text(&lines[start - 1], style)
        && lines[start].gap < 0.9
    {
        start -= 1;
    }
    start
}

fn start_of(
    lines: &[Line],
    floor: usize,
    at: usize,
    depth: usize,
    opening: &Line,
    style: &Style,
    is_head: &dyn Fn(&str) -> bool,
) -> usize {
    let fits =
        |start: usize| start >= floor && (start..at).all(|line| !is_text(&lines[line], style));
    let opens = |start: usize| {
        alike(&lines[start], opening)
            || depth > 0
                && lines[start].gap > 0.6
                && !lines[start].bullet
                && is_head(&lines[start].text())
    };
    if depth <= at
        && fits(at - depth)
        && opens(at - depth)
        && !(depth > 0 && continues(lines, at - depth, floor, style))
    {
        return at - depth;
    }
    for back in (1..=ABOVE.min(at)).filter(|back| *back != depth) {
        let start = at - back;
        if fits(start) && alike(&lines[start], opening) && style.is_other(&lines[start]) {
            return start;
        }
    }
    if depth > 0 && style_is_plain(lines, style) {
        // Nothing is set apart by its looks: words decide.
        let start = (1..=ABOVE.min(at)).map(|back| at - back).find(|start| {
            fits(*start) && (is_head(&lines[*start].text()) || lines[*start].gap > 0.5)
        });
        return start.unwrap_or(at);
    }
    at
}

/// Whether a line carries on the text above it.
fn continues(lines: &[Line], at: usize, floor: usize, style: &Style) -> bool {
    at > floor && !style.is_other(&lines[at]) && lines[at].gap < 0.5 && {
        let before = &lines[at - 1];
        let right = before.parts.last().map_or(0.0, |part| part.x1);
        is_text(before, style) && right > style.full * 0.9 && lines[at].text().len() > 40
    }
}

fn style_is_plain(lines: &[Line], style: &Style) -> bool {
    !lines.iter().any(|line| style.is_other(line))
}

/// The last line of a head: what stands right below the dates and still belongs to them.
fn below(
    lines: &[Line],
    at: usize,
    end: usize,
    style: &Style,
    is_head: &dyn Fn(&str) -> bool,
    above: usize,
) -> usize {
    let mut last = at;
    let most = if above >= 2 { 0 } else { BELOW };
    let opening = &lines[at - above];
    while last + 1 < end && last - at < most {
        let next = &lines[last + 1];
        let text = next.text();
        if is_text(next, style) || text.len() > 75 || next.gap > 1.4 {
            break;
        }
        if above > 0 && alike(next, opening) && style.is_other(next) {
            // The next entry begins.
            break;
        }
        let before_text = lines
            .get(last + 2)
            .filter(|_| last + 2 < end)
            .is_none_or(|after| after.bullet || after.text().len() > 60 || style.is_other(next));
        let full = next
            .parts
            .last()
            .is_some_and(|part| part.x1 > style.full * 0.92)
            && next.parts.len() == 1;
        let telling = is_head(&text) || style.is_other(next) || next.parts.len() > 1 && !full;
        let alone_above = above == 0
            && last == at
            && before_text
            && !full
            && lines[at]
                .parts
                .iter()
                .map(|part| part.text.len())
                .sum::<usize>()
                < 60;
        if !(telling || alone_above) {
            break;
        }
        last += 1;
    }
    last
}

/// Entries of a section without dates: each line that could be a head opens one.
fn undated(lines: &[Line], is_head: &dyn Fn(&str) -> bool) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let style = Style::of(lines);
    let mut last_head = None;
    for (at, line) in lines.iter().enumerate() {
        let head = !is_text(line, &style) && is_head(&line.text());
        let joins = head
            && last_head == Some(at.wrapping_sub(1))
            && at > 0
            && entries.last().is_some_and(|entry| entry.head.len() < 3)
            && line.gap < 0.7;
        if head && !joins {
            entries.push(Entry {
                line: line.clone(),
                whole: true,
                ..Entry::default()
            });
        }
        let Some(entry) = entries.last_mut() else {
            continue;
        };
        if head {
            let number = usize::from(joins);
            entry.head.extend(pieces(line, number));
            last_head = Some(at);
        } else {
            entry.body.push(line.clone());
        }
    }
    entries
}

/// What divides the pieces of a head.
const STRONG: &[&str] = &[
    " | ", " • ", " · ", " — ", " – ", " - ", " // ", " ∙ ", " › ", " @ ", " ● ", "|", "•", "·",
];

/// The pieces of a line, dates taken off.
pub(super) fn pieces(line: &Line, number: usize) -> Vec<Piece> {
    let mut found = Vec::new();
    for part in &line.parts {
        let mut text = part.text.clone();
        for one in dates::find(&part.text).iter().rev() {
            text.replace_range(one.from..one.to, "\t");
        }
        let mut rest = vec![text];
        for sign in STRONG {
            rest = rest
                .iter()
                .flat_map(|piece| piece.split(sign))
                .map(str::to_owned)
                .collect();
        }
        for piece in rest.iter().flat_map(|piece| piece.split('\t')) {
            let text = tidy(piece);
            if text.chars().any(char::is_alphabetic) {
                found.push(Piece {
                    text,
                    bold: part.bold,
                    line: number,
                });
            }
        }
    }
    found
}

/// Takes off what dates and separators leave behind.
fn tidy(text: &str) -> String {
    let mut text = text.trim();
    loop {
        let before = text;
        text = text.trim_matches([
            ' ', ',', ';', '|', '-', '–', '—', ':', '•', '·', '/', '\u{FE0F}',
        ]);
        text = text.strip_suffix("()").unwrap_or(text);
        if text.matches('(').count() > text.matches(')').count() {
            text = text
                .strip_suffix('(')
                .unwrap_or(text)
                .strip_prefix('(')
                .unwrap_or(text.strip_suffix('(').unwrap_or(text));
        }
        if text.matches(')').count() > text.matches('(').count() {
            text = text
                .strip_suffix(')')
                .or(text.strip_prefix(')'))
                .unwrap_or(text);
        }
        if text == before {
            break;
        }
    }
    text.to_owned()
}
