//! From words on a page to lines in the order of reading.
//!
//! Words of one baseline that stand close are a part. A white gutter splits a region into columns only where both
//! sides live lives of their own; a column of dates, places or headings beside its text stays in the line.
//!
//! What must not happen here: meaning beyond what is needed to tell a column from a row.

mod columns;
mod rows;

use crate::line::Line;
use crate::source::Page;

/// What the layout has to know of words, to tell a column from a row.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// Whether a text is the heading of a section.
    pub is_heading: &'a dyn Fn(&str) -> bool,
    /// Whether a text says nothing but when.
    pub is_date: &'a dyn Fn(&str) -> bool,
}

/// Reads pages in their order.
#[must_use]
pub fn order(pages: &[Page], words: &Words<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut region = 0;
    for (at, page) in pages.iter().enumerate() {
        let parts = rows::parts(&page.words);
        for group in columns::divide(parts, words) {
            let mut found = rows::lines(group, at, region);
            rows::measure_gaps(&mut found);
            lines.append(&mut found);
            region += 1;
        }
    }
    lines
}
