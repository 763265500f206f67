//! A section of jobs or schools: where each entry begins, its head and its text.

use super::anchors::{anchor, has_date_cell, leave_open, without_clients};
use super::dates::{self, Range};
use super::gathered;
use super::heads::{Piece, join_wrapped, pieces, wraps};
use super::looks::{Style, alike, is_indented, is_listing, is_text};
use super::words::is_name_like;
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
    /// The lines of its head that have a dash between words.
    pub(super) dashed: Vec<String>,
    /// It begins the way the first entry of its section does.
    pub(super) whole: bool,
}

impl Entry {
    /// Whether a line of the head has two texts with nothing but a dash between them.
    pub(super) fn line_holds(&self, one: &str, other: &str) -> bool {
        self.dashed
            .iter()
            .any(|text| text.contains(&format!("{one} - {other}")))
    }
}

/// The most lines of a head above and below its dates.
const ABOVE: usize = 3;
const BELOW: usize = 2;

/// Divides a section into entries. `is_head` says whether a text could stand in a head (a title, a school …), `is_core`
/// whether it is what no head lacks (a title, a degree).
pub(super) fn divide(
    all: &[Line],
    single_dates: bool,
    is_head: &dyn Fn(&str) -> bool,
    is_core: &dyn Fn(&str) -> bool,
) -> Vec<Entry> {
    let told = gathered::gather(all);
    let lines = &told[..];
    let mut dated: Vec<(usize, Range)> = lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| anchor(line, single_dates).map(|range| (at, range)))
        .collect();
    leave_open(&mut dated, lines);
    without_clients(&mut dated, lines);
    // A lone year beside a range of the same entry is no entry of its own.
    let ranges = dated.iter().filter(|(_, range)| range.two_ends).count();
    // Where times stand in lines of their own, a lone year is one of them.
    let lone_times = dated
        .iter()
        .filter(|(_, range)| range.two_ends)
        .all(|(at, _)| dates::is_only_dates(&lines[*at].text()));
    let anchors: Vec<(usize, Range)> = if ranges > 0 && !single_dates {
        dated
            .into_iter()
            .filter(|(at, range)| {
                range.two_ends
                    || lone_times && dates::is_only_dates(&lines[*at].text())
                    || !lines[*at].bullet
                        && (is_head(&lines[*at].text()) || has_date_cell(&lines[*at]))
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
    let lead = if let Some(set_apart) = set_apart(lines, anchors[0].0, &style) {
        set_apart
    } else if anchors[0].0 > ABOVE {
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
    // Heads of one look, each as far below the text before it.
    let alike_starts = || {
        starts
            .iter()
            .skip(1)
            .filter(|at| alike(&lines[**at], &opening))
    };
    let looks = Looks {
        opening: &opening,
        style: &style,
        is_head,
        gap: alike_starts()
            .map(|at| lines[*at].gap)
            .reduce(f32::min)
            // One other head alone tells only where it is clearly set off.
            .filter(|gap| *gap > 0.9 || *gap > 0.3 && alike_starts().count() >= 2),
    };
    let mut entries = looks.without_time(lines, 0, lead).1;
    for (number, (at, range)) in anchors.iter().enumerate() {
        let end = starts.get(number + 1).copied().unwrap_or(lines.len());
        let start = starts[number];
        if start > *at || end <= *at {
            continue;
        }
        let below = below(lines, *at, end, &style, is_head, is_core, *at - start);
        let head_lines = &lines[start..=below];
        let (text_end, others) = looks.without_time(lines, below + 1, end);
        let mut entry = Entry {
            range: Some(*range),
            body: lines[below + 1..text_end].to_vec(),
            line: lines[start].clone(),
            whole: *at - start == depth && alike(&lines[start], &opening),
            ..Entry::default()
        };
        entry.dashed = head_lines
            .iter()
            .map(Line::text)
            .filter(|text| text.contains(" - "))
            .collect();
        for (number, line) in head_lines.iter().enumerate() {
            let found = pieces(line, number);
            join_wrapped(&mut entry.head, found, head_lines, number, style.full);
        }
        entries.push(entry);
        entries.extend(others);
    }
    entries
}

/// Where the head of the first dated entry begins, where looks tell: the file marks heads as headings, or another
/// head of the same look stands above it with its own line below, and is an entry without a time.
fn set_apart(lines: &[Line], anchor: usize, style: &Style) -> Option<usize> {
    let near = || (0..=anchor).rev().take(ABOVE + 1);
    if let Some(last) = near().find(|at| lines[*at].heading) {
        let run = lines[..last].iter().rev().take_while(|line| line.heading);
        return Some(last - run.count());
    }
    let last = near().find(|at| style.is_other(&lines[*at]))?;
    let above = lines[..last]
        .iter()
        .rposition(|line| style.is_other(line))?;
    (above + 1 < last && lines[last].gap > 0.9 && alike(&lines[above], &lines[last]))
        .then_some(last)
}

/// How the heads of a section look, to find those that stand without a time among dated ones.
struct Looks<'a> {
    opening: &'a Line,
    style: &'a Style,
    is_head: &'a dyn Fn(&str) -> bool,
    /// The white above heads, where several are known and have some.
    gap: Option<f32>,
}

impl Looks<'_> {
    /// Where the text ends that begins at `from`, and the entries without a time behind it.
    fn without_time(&self, lines: &[Line], from: usize, to: usize) -> (usize, Vec<Entry>) {
        let heads: Vec<usize> = (from..to)
            .filter(|at| self.is_bare_head(lines, *at))
            .collect();
        let mut entries = Vec::new();
        for (number, start) in heads.iter().enumerate() {
            let end = heads.get(number + 1).copied().unwrap_or(to);
            let below = start + 1;
            // Company or school in one line below; a text there reads on.
            let has_below = below < end
                && !is_text(&lines[below], self.style)
                && lines[below].text().len() <= 75;
            let body = below + usize::from(has_below);
            let mut entry = Entry {
                body: lines[body..end].to_vec(),
                line: lines[*start].clone(),
                whole: true,
                // A lone year is no time to divide by, but says when all the same.
                range: lines[*start..body]
                    .iter()
                    .find_map(|line| anchor(line, false)),
                ..Entry::default()
            };
            for (number, line) in lines[*start..body].iter().enumerate() {
                entry.head.extend(pieces(line, number));
            }
            entries.push(entry);
        }
        (heads.first().copied().unwrap_or(to), entries)
    }

    /// Whether a line begins an entry by its looks: those of the first one's head, which are not those of the text.
    fn is_bare_head(&self, lines: &[Line], at: usize) -> bool {
        let line = &lines[at];
        let text = line.text();
        let marked = line.heading && self.opening.heading;
        !line.bullet
            && !text.trim_end().ends_with(':')
            && text.len() <= 75
            && alike(line, self.opening)
            && self.style.is_other(line)
            && (marked
                || (self.is_head)(&text) && line.gap > 0.3
                || self.gap.is_some_and(|gap| line.gap > gap - 0.15))
            && (at == 0 || !alike(&lines[at - 1], line))
    }
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
                && (lines[start].x0() - opening.x0()).abs() < 6.0
                && is_head(&lines[start].text())
    };
    if depth == 0 && at > floor && ends_open(&lines[at - 1], &lines[at]) {
        return at - 1;
    }
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
    // A further role below the first of its company: fewer lines, but set like heads.
    let mut start = at;
    while start > floor
        && at - start < depth
        && style.is_other(&lines[start - 1])
        && !is_text(&lines[start - 1], style)
    {
        start -= 1;
    }
    // A time in a line of its own, in entries that begin above theirs: its title is right above it.
    let titled = start == at
        && depth > 0
        && at > floor
        && dates::is_only_dates(&lines[at].text())
        && lines[at].gap < 0.9
        && !is_text(&lines[at - 1], style)
        && is_head(&lines[at - 1].text());
    if titled {
        start -= 1;
    }
    start
}

/// "Supply Sergeant, Border Guard, Camp Humber," with "South Korea  2010 – 2016" below it: a head of one line that was
/// too long for it.
fn ends_open(above: &Line, line: &Line) -> bool {
    let text = above.text();
    let bold = |line: &Line| line.parts.first().is_some_and(|part| part.bold_start);
    text.trim_end().ends_with(',')
        && !above.bullet
        && !line.bullet
        && line.gap < 0.6
        && bold(above) == bold(line)
        && (above.x0() - line.x0()).abs() < 3.0
        && dates::find(&text).is_empty()
        && text.chars().count() < 110
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
    is_core: &dyn Fn(&str) -> bool,
    above: usize,
) -> usize {
    let mut last = at;
    let has_core = lines[at - above..=at]
        .iter()
        .flat_map(|line| &line.parts)
        .any(|part| is_core(&part.text));
    let mut most = if above >= 2 && has_core { 0 } else { BELOW };
    let opening = &lines[at - above];
    while last + 1 < end && last - at < most {
        let next = &lines[last + 1];
        let text = next.text();
        if wraps(&lines[last], next, style.full) {
            last += 1;
            most += 1;
            continue;
        }
        let sentence = text.trim_end().ends_with('.') && text.split_whitespace().count() > 6;
        // Company and time set apart from the title below them.
        let stands_out = lines.get(last + 2).is_none_or(|after| {
            after.bullet || after.bold() != next.bold() || (after.size() - next.size()).abs() > 0.4
        });
        let missing = !has_core
            && last == at
            && !is_text(next, style)
            && !is_indented(&lines[at - above..=last], next)
            && is_core(&text)
            && (style.is_other(next)
                || stands_out
                    && text.split_whitespace().count() <= 6
                    && text.chars().next().is_some_and(char::is_uppercase))
            && next.parts.len() == 1
            && next.gap < 2.2
            && !sentence
            && text.len() <= 75;
        if missing {
            last += 1;
            if above > 0 {
                most = 1;
            }
            continue;
        }
        if above >= 2 && !has_core {
            break;
        }
        if is_text(next, style)
            || is_listing(&text)
            || sentence
            || text.len() > 75
            || next.gap > 1.4
        {
            break;
        }
        if is_indented(&lines[at - above..=last], next) {
            // Text below its head, its bullets drawn and not written.
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
        // "Aceros del Norte S.A., Madrid" below a title that stands beside its dates.
        let named = above == 0
            && last == at
            && lines[at].parts.len() > 1
            && is_name_like(&text)
            && text.len() < 60
            && !text.trim_end().ends_with('.')
            && !is_first_of_lone_paragraph(lines, last + 1, end);
        let telling =
            is_head(&text) || style.is_other(next) || next.parts.len() > 1 && !full || named;
        let alone_above = above == 0
            && last == at
            && !text.trim_end().ends_with('.')
            && before_text
            && !full
            && lines[at]
                .parts
                .iter()
                .map(|part| part.text.len())
                .sum::<usize>()
                < 90;
        if !(telling || alone_above) {
            break;
        }
        last += 1;
    }
    last
}

/// Whether all that stands below an entry's first line is one paragraph that begins here.
fn is_first_of_lone_paragraph(lines: &[Line], at: usize, end: usize) -> bool {
    lines.get(at + 1).is_some_and(|next| {
        at + 1 < end && next.text().chars().next().is_some_and(char::is_lowercase)
    })
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
