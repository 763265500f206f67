//! Words → rows that are no wider than the line, long words cut so that nothing is lost.

use super::ink::{Ink, Word};
use crate::fonts::ruler::{Part, Ruler};
use crate::look::Look;

/// Rounding must not push a word that fits to the next line.
const SLACK: f32 = 0.01;

/// Rows of words, none wider than `limit`.
pub(super) fn rows(words: &[Word], limit: f32, look: &Look, ruler: &Ruler) -> Vec<Vec<Ink>> {
    let mut rows = Rows {
        done: Vec::new(),
        row: Vec::new(),
        used: 0.0,
        limit,
    };
    for word in words {
        let lead = width(&word.lead, look);
        let wide = width(&word.inks, look);
        if !rows.row.is_empty() && rows.used + lead + wide <= rows.limit + SLACK {
            rows.put(word.lead.iter().cloned(), lead);
            rows.put(word.inks.iter().cloned(), wide);
            continue;
        }
        rows.end();
        if wide <= rows.limit + SLACK {
            rows.put(word.inks.iter().cloned(), wide);
        } else {
            for ink in &word.inks {
                rows.cut(ink, look, ruler);
            }
        }
    }
    rows.end();
    rows.done
}

/// How wide inks run together.
pub(super) fn width(inks: &[Ink], look: &Look) -> f32 {
    inks.iter().map(|ink| ink.width(look)).sum()
}

struct Rows {
    done: Vec<Vec<Ink>>,
    row: Vec<Ink>,
    used: f32,
    limit: f32,
}

impl Rows {
    fn put(&mut self, inks: impl Iterator<Item = Ink>, wide: f32) {
        self.row.extend(inks);
        self.used += wide;
    }

    fn end(&mut self) {
        if !self.row.is_empty() {
            self.done.push(std::mem::take(&mut self.row));
        }
        self.used = 0.0;
    }

    /// Puts an ink that may be wider than a line, in pieces.
    fn cut(&mut self, ink: &Ink, look: &Look, ruler: &Ruler) {
        let size = look.style(ink.kind).size;
        let mut rest = ink.part.text.as_str();
        while !rest.is_empty() {
            let room = self.limit - self.used + SLACK;
            let (end, all) = reach(rest, room, |sign| {
                ruler.width(ink.part.face, sign) as f32 / 1000.0 * size
            });
            let end = if all { end } else { good_end(rest, end) };
            if end == 0 && !self.row.is_empty() {
                self.end();
                continue;
            }
            // A line holds one sign at least, however narrow it is.
            let one = rest.chars().next().map_or(0, char::len_utf8);
            let (piece, left) = rest.split_at(end.max(one));
            rest = left;
            let piece = piece.trim_end();
            let wide = ruler.width(ink.part.face, piece);
            self.put(
                std::iter::once(Ink {
                    part: Part {
                        face: ink.part.face,
                        text: piece.to_owned(),
                        width: wide,
                    },
                    ..ink.clone()
                }),
                wide as f32 / 1000.0 * size,
            );
            if !rest.is_empty() {
                self.end();
                rest = rest.trim_start();
            }
        }
    }
}

/// How many bytes of a text fit into the room, and whether that is all of it.
fn reach(text: &str, room: f32, width: impl Fn(&str) -> f32) -> (usize, bool) {
    let mut used = 0.0;
    let mut buffer = [0; 4];
    for (at, sign) in text.char_indices() {
        used += width(sign.encode_utf8(&mut buffer));
        if used > room {
            return (at, false);
        }
    }
    (text.len(), true)
}

/// Where a long word is cut that must be cut before `most`: after a space or a sign that divides an address, if one is
/// near; never after a hyphen, which readers of PDFs take for a word's division and drop.
fn good_end(text: &str, most: usize) -> usize {
    let head = text.get(..most).unwrap_or(text);
    let after = |divides: fn(char) -> bool| {
        head.char_indices()
            .rev()
            .take(40)
            .find(|(_, sign)| divides(*sign))
            .map(|(at, sign)| at + sign.len_utf8())
    };
    if let Some(end) = after(|sign| sign == ' ') {
        return end;
    }
    if let Some(end) = after(|sign| matches!(sign, '/' | '?' | '&' | '=' | '.' | '_' | ',' | '@')) {
        return end;
    }
    let trimmed = head.trim_end_matches('-');
    if trimmed.is_empty() {
        most
    } else {
        trimmed.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::ink::{Pen, Span};
    use crate::look::Kind;
    use foothold_shared::document::DocumentLook;

    fn texts(text: &str, limit: f32) -> Vec<String> {
        let look = Look::at(&DocumentLook::default(), 0);
        let ruler = Ruler::default();
        let pen = Pen {
            look: &look,
            ruler: &ruler,
        };
        let words = pen.words(&[Span::new(Kind::Body, text)]);
        let rows = rows(&words, limit, &look, &ruler);
        for row in &rows {
            // Wider than the line is only what holds a single sign.
            let signs: usize = row.iter().map(|ink| ink.part.text.chars().count()).sum();
            assert!(width(row, &look) <= limit + 0.5 || signs == 1);
        }
        rows.iter()
            .map(|row| row.iter().map(|ink| ink.part.text.as_str()).collect())
            .collect()
    }

    #[test]
    fn a_long_address_is_cut_where_it_divides_and_loses_nothing() {
        let address = format!("https://example.org/{}?q=1", "ab-cd/".repeat(30));
        let rows = texts(&format!("See {address} and more"), 200.0);
        let joined: String = rows.concat().replace(' ', "");
        assert_eq!(joined, format!("See{address}andmore"));
        assert!(rows.len() > 4);
        for row in &rows {
            assert!(!row.ends_with('-'), "{row}");
        }
    }

    #[test]
    fn a_long_word_without_divisions_is_cut_anywhere() {
        let word = "Donau".repeat(60);
        assert_eq!(texts(&word, 120.0).concat(), word);
        let hyphens = "-".repeat(300);
        assert_eq!(texts(&hyphens, 120.0).concat(), hyphens);
    }

    #[test]
    fn no_line_ends_in_a_hyphen() {
        for limit in [60.0, 80.0, 100.0, 120.0, 140.0] {
            for row in texts(
                "Pre- and post-sales support - front- and back-end work",
                limit,
            ) {
                assert!(!row.ends_with('-'), "{row}");
            }
        }
    }

    #[test]
    fn narrow_room_still_takes_a_letter_a_line() {
        assert_eq!(texts("abc", 1.0), ["a", "b", "c"]);
    }
}
