//! Résumés without headings, or with headings that say nothing of jobs: where the jobs and the schools begin.
//!
//! What must not happen here: a change to a résumé that heads its jobs itself.

use super::dates;
use super::headings::{self, Section};
use super::sections::Block;
use super::words::{is_degree, is_school, title_weight};
use crate::fold::fold_words;
use crate::line::Line;

/// How far above its time a head may begin, in lines.
const ABOVE: usize = 2;

/// Divides the head of a résumé into sections where nothing else is headed as jobs, and at least two entries with a time
/// stand in it.
pub(super) fn divide(mut blocks: Vec<Block>) -> Vec<Block> {
    if blocks.iter().any(|block| block.section == Section::Work) {
        return blocks;
    }
    if name_by_entries(&mut blocks) {
        return blocks;
    }
    let Some(at) = blocks
        .iter()
        .position(|block| block.section == Section::Header && starts(&block.lines).len() >= 2)
    else {
        return blocks;
    };
    let mut lines = std::mem::take(&mut blocks[at].lines);
    let found = starts(&lines);
    let mut made: Vec<Block> = Vec::new();
    let tail = end_of_last(&lines, found.last().map_or(0, |last| last.time));
    let rest = lines.split_off(tail);
    for start in found.iter().rev() {
        let mut entry = lines.split_off(start.from);
        match made.last_mut() {
            Some(below) if below.section == start.section => {
                entry.append(&mut below.lines);
                below.lines = entry;
            }
            _ => made.push(block(start.section, entry)),
        }
    }
    made.reverse();
    blocks[at].lines = lines;
    if !rest.is_empty() {
        made.push(block(Section::Other, rest));
    }
    blocks.splice(at + 1..at + 1, made);
    blocks
}

/// "Teaching", "Learning": headings of other words, told by what stands below them. Whether one was found to be of jobs.
fn name_by_entries(blocks: &mut [Block]) -> bool {
    let has_schools = blocks
        .iter()
        .any(|block| block.section == Section::Education);
    let mut has_jobs = false;
    for block in blocks {
        let is_own =
            block.section == Section::Other && block.heading.as_ref().is_some_and(is_of_own_words);
        if !is_own {
            continue;
        }
        if starts(&block.lines)
            .iter()
            .any(|start| start.section == Section::Work)
        {
            block.section = Section::Work;
            has_jobs = true;
        } else if !has_schools && block.lines.iter().any(names_degree) {
            block.section = Section::Education;
        }
    }
    has_jobs
}

/// Whether a heading says nothing that is known; "Activities" or "Volunteering" are no jobs, "Teaching" may be.
fn is_of_own_words(heading: &Line) -> bool {
    let text = heading.text();
    let is_unknown = headings::find(&text).is_none() && headings::guess(&text).is_none();
    is_unknown || fold_words(&text) == "teaching"
}

/// "BSc Mathematics, University of Leicester, 2015".
fn names_degree(line: &Line) -> bool {
    let text = line.text();
    is_degree(&text) && is_school(&text) && !dates::find(&text).is_empty()
}

fn block(section: Section, lines: Vec<Line>) -> Block {
    Block {
        section,
        lines,
        heading: None,
    }
}

/// Where an entry begins, where its time stands, and what it is.
struct Start {
    from: usize,
    time: usize,
    section: Section,
}

/// The entries of a head: a time from when to when, and in its line or right above it a title or a degree.
fn starts(lines: &[Line]) -> Vec<Start> {
    let mut found: Vec<Start> = Vec::new();
    for (time, line) in lines.iter().enumerate() {
        let text = line.text();
        let timed = !line.bullet
            && text.chars().count() < 110
            && dates::find(&text).iter().any(|one| one.range.two_ends);
        if !timed {
            continue;
        }
        let floor = found.last().map_or(0, |last| last.time + 1);
        let from = (floor.max(time.saturating_sub(ABOVE))..=time)
            .rev()
            // What stands above a gap belongs to something else.
            .scan(true, |open, at| {
                let here = open.then_some(at);
                *open = lines[at].gap < 0.6;
                here
            })
            .filter_map(|at| kind(&lines[at]).map(|section| (at, section)))
            .last();
        if let Some((from, section)) = from {
            found.push(Start {
                from,
                time,
                section,
            });
        }
    }
    found
}

/// What the head of an entry is about, as far as its words tell.
fn kind(line: &Line) -> Option<Section> {
    let text = line.text();
    let sentence = text.trim_end().ends_with('.') && text.split_whitespace().count() > 6;
    if line.bullet || sentence || text.contains('@') || text.chars().count() > 110 {
        return None;
    }
    let weight = |text: &str| {
        let pieces = text.split(['\t', '|', ',', '–', '·']);
        pieces.map(|piece| title_weight(piece.trim())).max()
    };
    let title = weight(&text).unwrap_or_default();
    if is_degree(&text) && (is_school(&text) || title < 2) {
        Some(Section::Education)
    } else if title > 0 {
        Some(Section::Work)
    } else {
        None
    }
}

/// Where the text of the last entry ends: at the first gap below its time.
fn end_of_last(lines: &[Line], time: usize) -> usize {
    (time + 1..lines.len())
        .find(|at| lines[*at].gap > 0.6)
        .unwrap_or(lines.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::Part;

    fn lines(texts: &[(&str, f32)]) -> Vec<Line> {
        texts
            .iter()
            .map(|(text, gap)| Line {
                parts: vec![Part {
                    text: (*text).to_owned(),
                    ..Part::default()
                }],
                gap: *gap,
                ..Line::default()
            })
            .collect()
    }

    fn divided(texts: &[(&str, f32)]) -> Vec<(Section, usize)> {
        divide(vec![block(Section::Header, lines(texts))])
            .iter()
            .map(|block| (block.section, block.lines.len()))
            .collect()
    }

    const ENTRIES: &[(&str, f32)] = &[
        ("Mira Talvik", 0.0),
        ("mira@talvik.example", 0.2),
        ("I drive and load since 2011.", 0.8),
        ("Forklift Driver, Harbour Lights, Leith", 0.8),
        ("March 2020 – present", 0.2),
        ("Loads ships.", 0.2),
        ("Warehouse Operative, Nordwind Foods", 0.8),
        ("2015 – 2020", 0.2),
        ("Diploma in Mechanics, Technical School", 0.8),
        ("2008 – 2011", 0.2),
        ("First aid, two languages", 0.8),
    ];

    #[test]
    fn jobs_and_schools_are_told_apart_without_headings() {
        let expected = [
            (Section::Header, 3),
            (Section::Work, 5),
            (Section::Education, 2),
            (Section::Other, 1),
        ];
        assert_eq!(divided(ENTRIES), expected);
    }

    #[test]
    fn one_time_in_a_head_makes_no_section() {
        assert_eq!(divided(&ENTRIES[..6]), [(Section::Header, 6)]);
    }

    #[test]
    fn headed_jobs_are_left_alone() {
        let blocks = vec![
            block(Section::Header, lines(ENTRIES)),
            block(Section::Work, lines(&ENTRIES[3..6])),
        ];
        assert_eq!(divide(blocks).len(), 2);
    }
}
