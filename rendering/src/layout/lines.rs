//! Measured blocks → lines at one density: widths, gaps, and which lines stay together.

use super::blocks::{Measured, Sort};
use super::cut::{rows, width};
use super::ink::Ink;
use super::{Line, Run};
use crate::fonts::ruler::Ruler;
use crate::look::{Align, Look, Rule};

/// Above the letters of a line, as a share of its size, for where the line begins.
const ASCENT: f32 = 0.98;

/// All lines of a document.
pub(super) fn set(blocks: &[Measured], look: &Look, ruler: &Ruler) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|at| blocks.get(at));
        let after = blocks.get(index + 1);
        let mut own = block_lines(block, index, look, ruler);
        if let Some(first) = own.first_mut() {
            first.gap = before.map_or(0.0, |before| gap(before.sort, block.sort, look));
            if block.sort == Sort::Heading && look.rule == Rule::Above {
                let room = look.heading_gap + 2.0;
                first.rule = Some(0.0);
                first.baseline += room;
                first.height += room;
            }
        }
        if block.sort == Sort::Heading
            && look.rule == Rule::Below
            && let Some(last) = own.last_mut()
        {
            last.height += 1.5;
            last.rule = Some(last.height);
        }
        stay_together(&mut own, block.sort, after.map(|after| after.sort));
        let is_bullet = |at: usize| {
            blocks
                .get(at)
                .is_some_and(|block| block.sort == Sort::Bullet)
        };
        let is_before_the_last =
            block.sort == Sort::Bullet && is_bullet(index + 1) && !is_bullet(index + 2);
        if let (true, Some(last)) = (is_before_the_last, own.last_mut()) {
            last.keeps_next = true;
        }
        lines.append(&mut own);
    }
    lines
}

/// The distance between two blocks.
fn gap(before: Sort, sort: Sort, look: &Look) -> f32 {
    let size = look.body.size;
    match (before, sort) {
        (_, Sort::Name) => 0.0,
        (Sort::Name, Sort::Headline) => size * 0.1,
        (Sort::Name | Sort::Headline, Sort::Contact) => size * 0.35,
        (_, Sort::Heading) => look.section_gap,
        (Sort::Heading, _) => look.heading_gap,
        (_, Sort::Date) => look.paragraph_gap * 2.2,
        (_, Sort::Recipient) => look.paragraph_gap * 1.4,
        (_, Sort::Subject) => look.paragraph_gap * 1.8,
        (before, _) if before.is_head() => look.section_gap,
        (_, Sort::Salutation) => look.paragraph_gap * 1.4,
        (Sort::Salutation | Sort::Paragraph, Sort::Closing) => look.paragraph_gap,
        (Sort::Salutation, Sort::Paragraph) => look.paragraph_gap,
        (Sort::Paragraph, Sort::Paragraph) => look.paragraph_gap,
        (_, Sort::Closing) => look.paragraph_gap,
        // Room to sign.
        (_, Sort::Signature) => look.paragraph_gap * 0.6,
        (_, Sort::Entry) => look.entry_gap,
        (Sort::Entry | Sort::Paragraph, Sort::Bullet) => look.bullet_gap.max(1.0),
        (_, Sort::Bullet) => look.bullet_gap,
        (Sort::Words, Sort::Words) => look.bullet_gap + 1.0,
        _ => look.bullet_gap + 1.0,
    }
}

/// No heading and no head of an entry ends a page, and no single line of a text begins or ends one. (Nor does the last
/// point of a list begin one: see [`set`].)
fn stay_together(lines: &mut [Line], sort: Sort, after: Option<Sort>) {
    let count = lines.len();
    for (index, line) in lines.iter_mut().enumerate() {
        let left = count - 1 - index;
        line.keeps_next = match left {
            0 => match sort {
                Sort::Heading | Sort::Salutation | Sort::Subject | Sort::Closing => after.is_some(),
                Sort::Entry => matches!(after, Some(Sort::Bullet | Sort::Paragraph | Sort::Words)),
                sort => sort.is_head(),
            },
            _ if matches!(sort, Sort::Paragraph | Sort::Bullet | Sort::Words) => {
                count <= 3 || index == 0 || left == 1
            }
            _ => true,
        };
    }
}

fn block_lines(block: &Measured, index: usize, look: &Look, ruler: &Ruler) -> Vec<Line> {
    let indent = if block.mark.is_empty() {
        0.0
    } else {
        look.indent
    };
    let room = look.width() - indent;
    let limit =
        if look.head == Align::Centre && matches!(block.sort, Sort::Headline | Sort::Contact) {
            narrow(block, room, look)
        } else {
            room
        };
    let mut lines: Vec<Line> = block
        .texts
        .iter()
        .flat_map(|words| rows(words, limit, look, ruler))
        .map(|row| line(&row, indent, room, block, index, look))
        .collect();
    if let (Some(first), false) = (lines.first_mut(), block.mark.is_empty()) {
        let text = std::mem::take(&mut first.runs);
        let mut x = indent * 0.3;
        put(&block.mark, &mut x, look, &mut first.runs);
        first.runs.extend(text);
    }
    lines
}

/// How wide the lines below a centred name may be. Some readers of PDFs take a line that begins far left of a short
/// name for what comes before it; and short lines look better there.
fn narrow(block: &Measured, room: f32, look: &Look) -> f32 {
    let words = block.texts.iter().flatten();
    let widest = words
        .map(|word| width(&word.inks, look))
        .fold(0.0, f32::max);
    (room * 0.56).max(widest).min(room)
}

fn line(row: &[Ink], indent: f32, room: f32, block: &Measured, index: usize, look: &Look) -> Line {
    let size = row
        .iter()
        .map(|ink| look.style(ink.kind).size)
        .fold(0.0, f32::max);
    let leading = match block.sort {
        // Large letters need less air.
        Sort::Name | Sort::Heading | Sort::Headline => look.leading.min(1.25),
        _ => look.leading,
    };
    let height = size * leading;
    let is_centred = look.head == Align::Centre && block.sort.is_head();
    let mut x = if is_centred {
        (room - width(row, look)) / 2.0
    } else {
        indent
    };
    let mut runs = Vec::new();
    put(row, &mut x, look, &mut runs);
    Line {
        gap: 0.0,
        height,
        baseline: (height - size) / 2.0 + size * ASCENT * 0.82,
        runs,
        rule: None,
        keeps_next: false,
        role: block.sort.role(),
        block: index,
    }
}

/// Inks as runs: neighbours that look and lead alike are one.
fn put(inks: &[Ink], x: &mut f32, look: &Look, runs: &mut Vec<Run>) {
    let from = runs.len();
    for ink in inks {
        let style = look.style(ink.kind);
        let width = ink.width(look);
        let last = runs.get_mut(from..).and_then(<[Run]>::last_mut);
        match last {
            Some(run)
                if run.face == ink.part.face
                    && run.size == style.size
                    && run.colour == style.colour
                    && run.link == ink.link =>
            {
                run.text.push_str(&ink.part.text);
                run.width += width;
            }
            _ => runs.push(Run {
                x: *x,
                width,
                text: ink.part.text.clone(),
                face: ink.part.face,
                size: style.size,
                colour: style.colour,
                link: ink.link.clone(),
            }),
        }
        *x += width;
    }
}
