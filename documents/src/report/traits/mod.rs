//! What there is about a file itself that makes it harder to read for programs: pictures, tables, columns, text that
//! nobody sees, letters that stand for nothing.
//!
//! What must not happen here: an error. What cannot be told is left at 0; whether the file can be read at all is said
//! elsewhere. Like all reading of uploads it is for the worker process only.

mod docx;
mod pdf;

use crate::Reading;
use crate::line::Line;
use foothold_shared::reading::FileTraits;

/// The share of all letters that must be as small as the smallest running text: what is below it is a footnote.
const SMALL_SHARE: f32 = 0.05;
/// A region with fewer lines is a margin, not a column.
const COLUMN_LINES: usize = 4;

/// The traits of a PDF that was read.
#[must_use]
pub fn of_pdf(bytes: &[u8], reading: &Reading) -> FileTraits {
    let mut traits = pdf::look(bytes);
    traits.columns = columns(&reading.lines);
    traits.smallest_size = smallest(&reading.lines);
    traits
}

/// The traits of a Word file that was read.
#[must_use]
pub fn of_docx(bytes: &[u8], reading: &Reading) -> FileTraits {
    let mut traits = docx::look(bytes);
    traits.columns = traits.columns.max(1);
    traits.smallest_size = smallest(&reading.lines);
    traits
}

/// A region of a page: how far it reaches down, and from where to where it reaches across.
struct Region {
    page: usize,
    number: usize,
    lines: usize,
    x: (f32, f32),
    y: (f32, f32),
}

/// The most regions that stand side by side.
fn columns(lines: &[Line]) -> u32 {
    let mut regions: Vec<Region> = Vec::new();
    for line in lines {
        match regions.last_mut() {
            Some(last) if last.number == line.region && last.page == line.page => {
                last.lines += 1;
                last.x = (last.x.0.min(line.x0()), last.x.1.max(line.x1()));
                last.y = (last.y.0.min(line.y0), last.y.1.max(line.y1));
            }
            _ => regions.push(Region {
                page: line.page,
                number: line.region,
                lines: 1,
                x: (line.x0(), line.x1()),
                y: (line.y0, line.y1),
            }),
        }
    }
    regions.retain(|region| region.lines >= COLUMN_LINES);
    let beside = |one: &Region, other: &Region| {
        one.page == other.page
            && one.y.0 < other.y.1
            && other.y.0 < one.y.1
            && (one.x.1 <= other.x.0 + 2.0 || other.x.1 <= one.x.0 + 2.0)
    };
    let most = regions
        .iter()
        .map(|one| 1 + regions.iter().filter(|other| beside(one, other)).count())
        .max()
        .unwrap_or(1);
    // Regions above each other beside one long column are one column, too.
    u32::try_from(most.min(3)).unwrap_or(3)
}

/// The size of the smallest running text, in points; 0 where the file does not tell.
fn smallest(lines: &[Line]) -> f32 {
    let mut sizes: Vec<(f32, usize)> = lines
        .iter()
        .flat_map(|line| &line.parts)
        .filter(|part| part.size > 0.0)
        .map(|part| (part.size, part.text.chars().count()))
        .collect();
    sizes.sort_by(|one, other| one.0.total_cmp(&other.0));
    let all: usize = sizes.iter().map(|(_, letters)| letters).sum();
    let enough = (all as f32 * SMALL_SHARE) as usize;
    let mut so_far = 0;
    for (size, letters) in sizes {
        so_far += letters;
        if so_far > enough {
            return (size * 10.0).round() / 10.0;
        }
    }
    0.0
}
