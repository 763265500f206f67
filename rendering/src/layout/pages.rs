//! Lines → pages: pages end where a reader would turn them.

use super::{Line, Page, Placed};

/// A last page that holds less than this share of a page gets more from the page before.
const NEARLY_EMPTY: f32 = 0.2;

/// How many pages the lines fill.
pub(super) fn count(lines: &[Line], height: f32) -> u32 {
    breaks(lines, height).len() as u32
}

/// The lines on their pages.
pub(super) fn divide(lines: Vec<Line>, height: f32) -> Vec<Page> {
    let mut starts = breaks(&lines, height);
    fill_last(&lines, &mut starts, height);
    let mut pages: Vec<Page> = Vec::new();
    let mut y = 0.0;
    for (index, line) in lines.into_iter().enumerate() {
        if starts.contains(&index) {
            pages.push(Vec::new());
            y = 0.0;
        } else {
            y += line.gap;
        }
        let next = y + line.height;
        if let Some(page) = pages.last_mut() {
            page.push(Placed { y, line });
        }
        y = next;
    }
    pages
}

/// The lines that begin a page.
fn breaks(lines: &[Line], height: f32) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut used = 0.0;
    let mut at = 0;
    while at < lines.len() {
        let end = chunk_end(lines, at);
        let chunk = lines.get(at..end).unwrap_or_default();
        let gap = chunk.first().map_or(0.0, |line| line.gap);
        let tall = extent(chunk);
        if starts.is_empty() || used + gap + tall > height {
            starts.push(at);
            used = 0.0;
        } else {
            used += gap;
        }
        if used + tall > height {
            // What is to stay together is taller than a page: then it does not.
            for (index, line) in chunk.iter().enumerate() {
                let gap = if index == 0 { 0.0 } else { line.gap };
                if used + gap + line.height > height && used > 0.0 {
                    starts.push(at + index);
                    used = line.height;
                } else {
                    used += gap + line.height;
                }
            }
        } else {
            used += tall;
        }
        at = end;
    }
    starts
}

/// The end of the lines that stay together from `at` on.
fn chunk_end(lines: &[Line], at: usize) -> usize {
    let kept = lines.iter().skip(at).take_while(|line| line.keeps_next);
    (at + kept.count() + 1).min(lines.len())
}

/// How tall lines stand below each other, without the gap above the first.
fn extent(lines: &[Line]) -> f32 {
    let gaps: f32 = lines.iter().skip(1).map(|line| line.gap).sum();
    gaps + lines.iter().map(|line| line.height).sum::<f32>()
}

/// Moves the last break up where little would stand on the last page: to where an entry or a section begins, if that
/// fills the page decently.
fn fill_last(lines: &[Line], starts: &mut [usize], height: f32) {
    let [.., before, last] = starts else {
        return;
    };
    let tall = |from: usize| extent(lines.get(from..).unwrap_or_default());
    if tall(*last) >= NEARLY_EMPTY * height {
        return;
    }
    let is_break = |index: usize| {
        index > *before
            && lines
                .get(index.wrapping_sub(1))
                .is_some_and(|line| !line.keeps_next)
    };
    let begins = |index: usize| {
        lines
            .get(index)
            .is_some_and(|line| matches!(line.role, super::Role::Entry | super::Role::Heading))
    };
    let decent = |index: &usize| {
        let tall = tall(*index);
        tall >= NEARLY_EMPTY * height && tall <= 0.5 * height
    };
    let earlier = || {
        (*before + 1..*last)
            .rev()
            .filter(|index| is_break(*index))
            .filter(decent)
    };
    if let Some(index) = earlier()
        .find(|index| begins(*index))
        .or_else(|| earlier().next())
    {
        *last = index;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Role;

    fn line(keeps_next: bool, role: Role) -> Line {
        Line {
            gap: 2.0,
            height: 10.0,
            baseline: 8.0,
            runs: Vec::new(),
            rule: None,
            keeps_next,
            role,
            block: 0,
        }
    }

    fn counts(lines: &[Line], height: f32) -> Vec<usize> {
        let pages = divide(lines.to_vec(), height);
        assert_eq!(pages.len() as u32, count(lines, height));
        pages.iter().map(Vec::len).collect()
    }

    #[test]
    fn a_heading_goes_with_what_it_heads() {
        let mut lines = vec![line(false, Role::Text); 8];
        lines.push(line(true, Role::Heading));
        lines.push(line(true, Role::Entry));
        lines.push(line(true, Role::Text));
        lines.push(line(false, Role::Text));
        // Ten lines fit; the heading would be the ninth.
        assert_eq!(counts(&lines, 120.0), [8, 4]);
    }

    #[test]
    fn what_is_taller_than_a_page_is_divided_all_the_same() {
        let lines = vec![line(true, Role::Text); 25];
        assert_eq!(counts(&lines, 120.0), [10, 10, 5]);
    }

    #[test]
    fn a_last_page_of_one_line_gets_more() {
        let mut lines = vec![line(false, Role::Text); 11];
        lines[7].role = Role::Entry;
        assert_eq!(counts(&lines, 118.0), [7, 4]);
    }
}
