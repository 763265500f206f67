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

/// Reads pages in their order. `is_heading` says whether a text is the heading of a section.
#[must_use]
pub fn order(pages: &[Page], is_heading: &dyn Fn(&str) -> bool) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut region = 0;
    for (at, page) in pages.iter().enumerate() {
        let parts = rows::parts(&page.words);
        for group in columns::divide(parts, is_heading) {
            let mut found = rows::lines(group, at, region);
            rows::measure_gaps(&mut found);
            lines.append(&mut found);
            region += 1;
        }
    }
    lines
}
