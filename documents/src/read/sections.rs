//! Lines to sections: where a heading stands, and what belongs to it.

use super::dates;
use super::headings::{self, Section};
use super::heads;
use super::words::title_weight;
use crate::fold::fold_words;
use crate::line::{Line, Part};

/// A section and its lines, the heading taken off.
#[derive(Debug, Clone)]
pub(super) struct Block {
    pub(super) section: Section,
    pub(super) lines: Vec<Line>,
    /// The line that is its heading; none of what stands before the first.
    pub(super) heading: Option<Line>,
}

/// How a heading looks: half points, bold, capitals.
type Look = (u32, bool, bool);

/// Divides lines into sections.
pub(super) fn divide(lines: Vec<Line>) -> Vec<Block> {
    let body = body_size(&lines);
    let look = common_look(&lines, body, 1.12);
    // Headings hardly larger than the text: such a look shows a heading only where its words do, too.
    let near_look = common_look(&lines, body, 1.05).filter(|look| look.1);
    let largest = lines.iter().map(Line::size).fold(0.0, f32::max);
    // A résumé set in one look throughout tells its headings by their words alone.
    let plain = !lines.iter().any(|line| {
        let first = line.parts.first().map_or("", |part| part.text.as_str());
        !line.bullet
            && headings::is_heading(first)
            && stands_out(line, body, look, line.parts.len() == 1)
    });
    let apart = set_apart(&lines);
    let mut blocks = vec![Block {
        section: Section::Header,
        lines: Vec::new(),
        heading: None,
    }];
    let mut current = 0;
    let mut region = usize::MAX;
    // Where each column's left edge is, and which section it was in last.
    let mut columns: Vec<(f32, usize, usize)> = Vec::new();
    let mut before: Option<Line> = None;
    let mut lines = lines.into_iter().zip(apart).peekable();
    while let Some((mut line, is_apart)) = lines.next() {
        // "Institute of" above "Technology": the second line of a name.
        let carries_on = before.as_ref().is_some_and(|before| {
            before.region == line.region
                && heads::wraps(before, &line, 0.0)
                && !before.text().trim_end().ends_with('|')
        });
        before = Some(line.clone());
        // "RÉSUMÉ" above the name is what the paper is, not a section.
        if blocks.len() == 1 && blocks[0].lines.is_empty() && is_title_of_paper(&line.text()) {
            continue;
        }
        if line.region != region {
            region = line.region;
            // Its heading stands beside it, in a column of headings.
            let is_named = blocks[current].lines.is_empty()
                && blocks[current].heading.as_ref().is_some_and(|heading| {
                    heading.page == line.page
                        && heading.y1 > line.y0 - 12.0
                        && heading.y0 < line.y1 + 12.0
                });
            let continued = columns.iter().rev().find(|(x, page, _)| {
                !is_named && *page < line.page && (x - line.x0()).abs() < 30.0
            });
            if let Some((_, _, block)) = continued {
                current = *block;
            } else if line.page == 0
                && line.size() > body * 1.4
                && line.size() >= largest * 0.98
                && headings::find(&line.parts[0].text).is_none()
            {
                // The head of the page stands beside a column that was read first.
                blocks.push(Block {
                    section: Section::Header,
                    lines: Vec::new(),
                    heading: None,
                });
                current = blocks.len() - 1;
            }
            columns.push((line.x0(), line.page, current));
        }
        let first = line
            .parts
            .first()
            .map(|part| part.text.clone())
            .unwrap_or_default();
        let alone = line.parts.len() == 1;
        let mut known = headings::find(&first);
        if known.is_none() && !alone {
            // "EXPERIENCE" set wide enough to fall apart.
            known = headings::find(&line.text().replace('\t', " "));
            if known.is_some() {
                line.parts.truncate(1);
            }
        }
        let opens = known
            .filter(|_| !carries_on)
            .filter(|section| !is_label_within(&blocks[current], &line, *section))
            .filter(|section| {
                !is_job_within(
                    &blocks[current],
                    &line,
                    *section,
                    lines.peek().map(|(next, _)| next),
                )
            })
            .filter(|_| !line.bullet && (plain && alone || stands_out(&line, body, look, alone)));
        let unknown = opens.is_none()
            && alone
            && (is_apart || look.is_some_and(|look| look_of(&line) == look))
            && is_short_title(&first)
            && (is_apart || blocks.len() > 1);
        let opens = opens.or_else(|| {
            let guessed = headings::guess(&first)?;
            let own = Line {
                parts: line.parts.first().cloned().into_iter().collect(),
                ..Line::default()
            };
            let alike = [look, near_look]
                .into_iter()
                .flatten()
                .any(|look| look_of(&own) == look);
            let large = alone && !line.bullet && line.bold() && line.size() > body * 1.12;
            (unknown
                || alike && !line.bullet
                || line.heading
                || large && blocks.len() > 1
                || large && line.gap > 0.6)
                .then_some(guessed)
        });
        let unknown = unknown && opens.is_none();
        let opens = opens.or_else(|| {
            let before_entries = matches!(
                blocks[current].section,
                Section::Header | Section::Contact | Section::Summary
            );
            (before_entries && alone)
                .then(|| list_in_line(&mut line).or_else(|| first_job_in_line(&mut line)))?
        });
        if let Some(section) = opens {
            let heading = Line {
                parts: vec![line.parts.remove(0)],
                ..line.clone()
            };
            blocks.push(Block {
                section,
                lines: Vec::new(),
                heading: Some(heading),
            });
        } else if unknown {
            blocks.push(Block {
                section: Section::Other,
                lines: Vec::new(),
                heading: Some(line.clone()),
            });
        }
        if opens.is_some() || unknown {
            current = blocks.len() - 1;
            if let Some(column) = columns.last_mut() {
                column.2 = current;
            }
        }
        if !line.parts.is_empty() && !unknown {
            blocks[current].lines.push(line);
        }
    }
    blocks
}

/// "**Key skills**: C#, Azure": a heading with its list behind it. The line falls apart into both.
fn list_in_line(line: &mut Line) -> Option<Section> {
    let part = line.parts.first()?;
    let (head, list) = part.text.split_once(':')?;
    let section = headings::find(head)
        .filter(|section| matches!(section, Section::Skills | Section::Languages))?;
    let set_apart = part.bold_start && !part.cuts.is_empty();
    if !set_apart || line.bullet || list.matches([',', ';']).count() < 2 {
        return None;
    }
    let (head, list) = (head.trim().to_owned(), list.trim().to_owned());
    let rest = Part {
        text: list,
        bold: false,
        bold_start: false,
        cuts: Vec::new(),
        ..part.clone()
    };
    line.parts[0].text = head;
    line.parts.insert(1, rest);
    Some(section)
}

/// "Professional experience: Independent Developer, 2021 till now": a heading with its first entry behind it.
fn first_job_in_line(line: &mut Line) -> Option<Section> {
    let part = line.parts.first()?;
    let (head, entry) = part.text.split_once(':')?;
    let section = headings::find(head).filter(|section| *section == Section::Work)?;
    let timed = dates::find(entry).iter().any(|one| one.range.two_ends);
    if line.bullet || !timed || title_weight(entry) == 0 {
        return None;
    }
    let (head, entry) = (head.trim().to_owned(), entry.trim().to_owned());
    let rest = Part {
        text: entry,
        cuts: Vec::new(),
        ..part.clone()
    };
    line.parts[0].text = head;
    line.parts.insert(1, rest);
    Some(section)
}

/// "Languages" within "Skills", set smaller than its heading or further in: the name of a group.
fn is_label_within(block: &Block, line: &Line, section: Section) -> bool {
    let (Some(heading), Some(first)) = (&block.heading, line.parts.first()) else {
        return false;
    };
    let of_its_own = matches!(section, Section::Work | Section::Education);
    let holds_groups = match block.section {
        Section::Skills => section != Section::Summary,
        Section::Work | Section::Education | Section::Projects => {
            matches!(section, Section::Summary | Section::Other)
        }
        _ => false,
    };
    holds_groups
        && !of_its_own
        && heading.page <= line.page
        && (heading.region == line.region || heading.x1() < first.x0)
        && heading.size() > 0.0
        && first.size < heading.size() * 1.02
        && (first.size < heading.size() * 0.93
            || heading.x1() > 0.0 && first.x0 > heading.x0() + 12.0)
}

/// A job may be called "Work experience": set smaller than the heading of its section, with its time right below.
fn is_job_within(block: &Block, line: &Line, section: Section, next: Option<&Line>) -> bool {
    let Some(heading) = block
        .heading
        .as_ref()
        .filter(|_| block.section == Section::Work && section == Section::Work)
    else {
        return false;
    };
    let timed = next.is_some_and(|next| {
        let text = next.text();
        !next.bullet && !dates::find(&text).is_empty() && title_weight(&text) == 0
    });
    timed && heading.size() > 0.0 && line.size() < heading.size() * 0.93
}

fn is_title_of_paper(text: &str) -> bool {
    matches!(
        fold_words(text).as_str(),
        "resume"
            | "curriculum vitae"
            | "curriculum"
            | "cv"
            | "lebenslauf"
            | "curriculo"
            | "zyciorys"
            | "europass curriculum vitae"
            | "europass"
    )
}

fn look_of(line: &Line) -> Look {
    let text = line.text();
    let capitals = text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase);
    // Sizes of a heading are whole halves of a point; nothing negative comes from a page.
    let size = (line.size() * 2.0).round().clamp(0.0, 1000.0);
    (size as u32, line.bold(), capitals)
}

fn body_size(lines: &[Line]) -> f32 {
    let mut sizes: Vec<(f32, usize)> = Vec::new();
    for line in lines {
        let size = line.size();
        let letters = line.text().len();
        match sizes
            .iter_mut()
            .find(|(known, _)| (known - size).abs() < 0.3)
        {
            Some((_, sum)) => *sum += letters,
            None => sizes.push((size, letters)),
        }
    }
    sizes
        .iter()
        .max_by_key(|(_, letters)| *letters)
        .map_or(0.0, |(size, _)| *size)
}

/// The look that most headings share, where it differs from the text's.
fn common_look(lines: &[Line], body: f32, step: f32) -> Option<Look> {
    let mut looks: Vec<(Look, usize)> = Vec::new();
    for line in lines {
        if line.parts.len() == 1 && headings::is_heading(&line.parts[0].text) && !line.bullet {
            let look = look_of(line);
            match looks.iter_mut().find(|(known, _)| *known == look) {
                Some((_, count)) => *count += 1,
                None => looks.push((look, 1)),
            }
        }
    }
    let (look, count) = looks.into_iter().max_by_key(|(_, count)| *count)?;
    let larger = look.0 as f32 / 2.0 > body * step;
    (count >= 2 && (larger || look.2)).then_some(look)
}

/// Which lines are headings by their look alone where headings are no larger than the text: bold, by themselves, with
/// as much white above them as the known ones have, and white below. Only where no other line is bold, so that no title
/// or company is taken for one.
fn set_apart(lines: &[Line]) -> Vec<bool> {
    const WHITE: f32 = 0.6;
    let none = vec![false; lines.len()];
    let is_known = |line: &Line| line.parts.len() == 1 && headings::is_heading(&line.text());
    let is_bold = |line: &Line| line.bold() && line.parts.len() == 1 && !line.bullet;
    let known: Vec<&Line> = lines
        .iter()
        .filter(|line| is_bold(line) && is_known(line))
        .collect();
    let Some(white) = known.iter().map(|line| line.gap).reduce(f32::min) else {
        return none;
    };
    if known.len() < 2 || white < WHITE {
        return none;
    }
    let size = known[0].size();
    // The head of the page, whatever is bold there, ends at the first line of plain text.
    let head = lines.iter().position(|line| !line.bold()).unwrap_or(0);
    let mut found = none.clone();
    for (at, line) in lines.iter().enumerate().skip(head) {
        if !is_bold(line) || is_known(line) {
            continue;
        }
        let text = line.text();
        let is_one = (line.size() - size).abs() < 0.3
            && line.gap >= white * 0.8
            && lines.get(at + 1).is_some_and(|next| next.gap >= WHITE)
            && is_short_title(&text)
            && title_weight(&text) == 0;
        if !is_one {
            return none;
        }
        found[at] = true;
    }
    found
}

/// Whether a known heading is one here: it stands for itself, or looks like one.
fn stands_out(line: &Line, body: f32, look: Option<Look>, alone: bool) -> bool {
    let text = line
        .parts
        .first()
        .map(|part| part.text.as_str())
        .unwrap_or_default();
    let capitals = !text.chars().any(char::is_lowercase);
    let first = line.parts.first();
    let larger = first.is_some_and(|part| part.size > body * 1.08);
    let bold = first.is_some_and(|part| part.bold);
    if line.heading || larger || (capitals && text.len() > 3) {
        return true;
    }
    if look.is_some_and(|look| look.0 as f32 / 2.0 > body * 1.12) && !bold {
        // The others are larger: this one is a label within a section.
        return false;
    }
    alone && (bold || line.gap > 0.4 || line.gap == 0.0 || line.size() == 0.0) || bold
}

fn is_short_title(text: &str) -> bool {
    let words = fold_words(text);
    let count = words.split(' ').count();
    (1..=5).contains(&count)
        && !text.contains(['@', ',', '|'])
        && !text.chars().any(|sign| sign.is_ascii_digit())
        && text.len() > 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, size: f32, bold: bool) -> Line {
        Line {
            parts: vec![Part {
                text: text.to_owned(),
                size,
                bold,
                ..Part::default()
            }],
            // As close as lines of one paragraph, and not the first.
            gap: 0.2,
            ..Line::default()
        }
    }

    fn sections(lines: Vec<Line>) -> Vec<Section> {
        let blocks = divide(lines);
        let filled = blocks.iter().filter(|block| !block.lines.is_empty());
        filled.map(|block| block.section).collect()
    }

    #[test]
    fn headings_of_one_look_with_the_text_are_told_by_their_words() {
        let texts = [
            "Mira Talvik",
            "Experience",
            "Engineer, Harbour Lights",
            "Skills",
            "SQL",
        ];
        let lines = texts.map(|text| line(text, 11.0, false)).to_vec();
        assert_eq!(
            sections(lines),
            [Section::Header, Section::Work, Section::Skills]
        );
    }

    #[test]
    fn a_label_within_a_section_is_no_heading_where_headings_stand_out() {
        let lines = vec![
            line("Mira Talvik", 20.0, false),
            line("Experience", 15.0, false),
            line("Engineer, Harbour Lights", 11.0, false),
            line("Projects", 11.0, false),
            line(
                "Moved forty registers into one store for everybody",
                11.0,
                false,
            ),
            line("Education", 15.0, false),
            line("University of Northshore", 11.0, false),
        ];
        let expected = [Section::Header, Section::Work, Section::Education];
        assert_eq!(sections(lines), expected);
    }
}
