//! What a line of text may be besides a paragraph: an item with a typed bullet or number.

use super::super::fold::tidy;
use super::super::markup;
use super::Block;
use super::inline::{self, Run};

/// Signs that people type before an item.
const BULLETS: [char; 22] = [
    '•', '·', '●', '▪', '■', '◦', '‣', '∙', '➢', '➤', '►', '▶', '✓', '✔', '✅', '◆', '○', '⁃', '▸',
    '➔', '★', '❖',
];

/// Plain text: each line a paragraph or an item, empty lines parting nothing that lines do not part already.
pub(super) fn read(text: &str) -> Vec<Block> {
    let mut last = 0;
    text.split(['\n', '\r', '\u{2028}', '\u{2029}'])
        .map(|line| tidy(&markup::unescape(line)))
        .filter(|line| !line.is_empty())
        .take(super::MAX_BLOCKS)
        .flat_map(|line| split_bullets(&line))
        .map(|line| {
            let run = Run {
                text: line,
                ..Run::default()
            };
            block(&[run], &mut last)
        })
        .collect()
}

/// A line that holds several items, since its breaks were lost: "Skills: • one • two".
fn split_bullets(line: &str) -> Vec<String> {
    let mut best = Vec::new();
    for bullet in ['•', '●', '▪', '■', '➢', '✓', '✔'] {
        let pieces = line.matches(bullet).count();
        if pieces >= 2 {
            best = line
                .split(bullet)
                .enumerate()
                .filter(|(_, piece)| !piece.trim().is_empty())
                .map(|(index, piece)| {
                    if index == 0 {
                        piece.trim().to_owned()
                    } else {
                        format!("{bullet} {}", piece.trim())
                    }
                })
                .collect();
            break;
        }
    }
    if best.is_empty() {
        vec![line.to_owned()]
    } else {
        best
    }
}

/// One line as a block. `last` is the number of the numbered item before it, 0 where there is none.
pub(super) fn block(line: &[Run], last: &mut usize) -> Block {
    if let Some(rest) = without_bullet(line) {
        return Block::Item {
            depth: 0,
            number: None,
            text: inline::write(&rest),
        };
    }
    if let Some((number, rest)) = without_number(line, *last) {
        *last = number;
        return Block::Item {
            depth: 0,
            number: Some(number),
            text: inline::write(&rest),
        };
    }
    *last = 0;
    Block::Paragraph(inline::write(line))
}

/// The line without its bullet, where it has one and something behind it.
pub(super) fn without_bullet(line: &[Run]) -> Option<Vec<Run>> {
    let first = line.iter().position(|run| !run.text.trim().is_empty())?;
    let text = line[first].text.trim_start();
    let rest = text
        .strip_prefix(BULLETS)
        .map(|rest| rest.trim_start_matches(['\u{fe0f}']))
        .or_else(|| {
            // A dash and a star are bullets only with a space behind them.
            ["- ", "– ", "— ", "* ", "-\u{a0}", "–\u{a0}", "*\u{a0}"]
                .iter()
                .find_map(|mark| text.strip_prefix(mark))
        })?;
    let mut kept = line[first..].to_vec();
    kept[0].text = rest.trim_start().to_owned();
    (!inline::words(&kept).is_empty()).then_some(kept)
}

/// The line without the number that goes on from the one before: "1. …", then "2. …".
fn without_number(line: &[Run], last: usize) -> Option<(usize, Vec<Run>)> {
    let first = line.iter().position(|run| !run.text.trim().is_empty())?;
    let text = line[first].text.trim_start();
    let digits = text.find(|c: char| !c.is_ascii_digit())?;
    let number = text[..digits].parse::<usize>().ok()?;
    let rest = text[digits..].strip_prefix(['.', ')'])?;
    if number != last + 1 || !rest.starts_with([' ', '\u{a0}', '\t']) {
        return None;
    }
    let mut kept = line[first..].to_vec();
    kept[0].text = rest.trim_start().to_owned();
    (!inline::words(&kept).is_empty()).then_some((number, kept))
}
