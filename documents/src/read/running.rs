//! What stands on every page and says nothing of its own: running heads, page numbers, the paper's name at the foot.

use crate::fold::{fold, fold_words};
use crate::line::Line;

/// How near two lines on two pages must be to be the same running line, in points.
const NEAR: f32 = 4.0;

/// The lines without those that only run along.
pub(super) fn without(lines: Vec<Line>) -> Vec<Line> {
    let pages = lines.iter().map(|line| line.page).max().unwrap_or_default();
    if pages == 0 {
        return lines
            .iter()
            .filter(|line| !is_page_number(&line.text()))
            .cloned()
            .collect();
    }
    let name = name_words(&lines);
    let runs = |at: usize| {
        let line = &lines[at];
        let text = line.text();
        let key = without_numbers(&text);
        let again = lines.iter().any(|other| {
            other.page != line.page
                && (other.y0 - line.y0).abs() < NEAR
                && without_numbers(&other.text()) == key
        });
        is_page_number(&text)
            || again && is_outermost(&lines, at) && !key.is_empty()
            // The person's name above a later page.
            || line.page > 0
                && is_outermost(&lines, at)
                && text.split_whitespace().count() <= 8
                && !name.is_empty()
                && name.iter().all(|word| fold_words(&text).split(' ').any(|one| one == word))
    };
    (0..lines.len())
        .filter(|at| !runs(*at))
        .map(|at| lines[at].clone())
        .collect()
}

/// "Page 1 of 2", "Seite 2 von 3", "2/3", "- 2 -".
fn is_page_number(text: &str) -> bool {
    let folded = fold(text);
    let words: Vec<&str> = folded
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let number = |word: &str| word.len() <= 2 && word.chars().all(|sign| sign.is_ascii_digit());
    let page = |word: &str| {
        matches!(
            word,
            "page" | "seite" | "pagina" | "strona" | "p" | "pg" | "s"
        )
    };
    match words[..] {
        [word, at] => page(word) && number(at),
        [word, at, _, of] => page(word) && number(at) && number(of),
        _ => false,
    }
}

/// Whether nothing on its page stands above the line, or nothing below.
fn is_outermost(lines: &[Line], at: usize) -> bool {
    let line = &lines[at];
    let others = || {
        lines
            .iter()
            .enumerate()
            .filter(move |(other, one)| *other != at && one.page == line.page)
    };
    let beside = |one: &Line| (one.y0 - line.y0).abs() < NEAR;
    others().all(|(_, one)| one.y0 > line.y0 || beside(one))
        || others().all(|(_, one)| one.y0 < line.y0 || beside(one))
}

fn without_numbers(text: &str) -> String {
    fold_words(text)
        .split(' ')
        .filter(|word| !word.chars().all(|sign| sign.is_ascii_digit()))
        .collect::<Vec<_>>()
        .join(" ")
}

/// First and last word of the largest line of the first page, where it could be a name.
fn name_words(lines: &[Line]) -> Vec<String> {
    let largest = lines
        .iter()
        .filter(|line| line.page == 0)
        .max_by(|a, b| a.size().total_cmp(&b.size()));
    let folded = largest
        .map(|line| fold_words(&line.text()))
        .unwrap_or_default();
    let words: Vec<&str> = folded
        .split(' ')
        .filter(|word| !matches!(*word, "dr" | "prof" | "mr" | "ms" | "mrs"))
        .collect();
    match words[..] {
        [first, .., last] if words.len() <= 5 => vec![first.to_owned(), last.to_owned()],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::Part;

    fn line(page: usize, y0: f32, size: f32, text: &str) -> Line {
        Line {
            parts: vec![Part {
                text: text.to_owned(),
                size,
                ..Part::default()
            }],
            page,
            y0,
            y1: y0 + size,
            ..Line::default()
        }
    }

    #[test]
    fn what_runs_along_goes_and_what_tells_stays() {
        let lines = vec![
            line(0, 40.0, 20.0, "Mira Talvik"),
            line(0, 80.0, 10.0, "Engineer, Harbour Lights"),
            line(0, 780.0, 8.0, "Résumé of an engineer 1"),
            line(1, 30.0, 9.0, "Mira Talvik, Curriculum Vitae"),
            line(1, 60.0, 10.0, "Analyst, Saltmarsh"),
            line(1, 760.0, 9.0, "Page 2 of 2"),
            line(1, 780.0, 8.0, "Résumé of an engineer 2"),
        ];
        let kept: Vec<String> = without(lines).iter().map(Line::text).collect();
        let expected = [
            "Mira Talvik",
            "Engineer, Harbour Lights",
            "Analyst, Saltmarsh",
        ];
        assert_eq!(kept, expected);
    }

    #[test]
    fn numbers_of_pages_are_told_from_other_numbers() {
        for text in ["Page 1 of 2", "Seite 2 / 3 von 3", "p. 2"] {
            assert_eq!(is_page_number(text), text != "Seite 2 / 3 von 3", "{text}");
        }
        assert!(!is_page_number("2019"));
        assert!(!is_page_number("Room 12"));
    }
}
