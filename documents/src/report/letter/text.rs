//! A letter's text out of the lines of its file: lines that belong together become paragraphs.

use foothold_shared::reading::{ReadLine, ReadingView};

/// A gap of so many heights of a line divides paragraphs.
const GAP: f32 = 0.55;
/// A line that ends before this share of the widest ends its paragraph.
const FULL: f32 = 0.72;

/// The text in paragraphs, divided by empty lines.
#[must_use]
pub fn text_of(reading: &ReadingView) -> String {
    // A line of a Word file is a paragraph already.
    if reading.pages == 0 {
        let lines: Vec<&str> = reading
            .lines
            .iter()
            .map(|line| line.text.as_str())
            .collect();
        return lines.join("\n\n");
    }
    let widest = reading
        .lines
        .iter()
        .map(|line| line.spot.x1)
        .fold(0.0, f32::max);
    let mut text = String::new();
    let mut before: Option<&ReadLine> = None;
    for line in &reading.lines {
        if let Some(before) = before {
            let height = (before.spot.y1 - before.spot.y0).max(1.0);
            let apart =
                line.spot.page == before.spot.page && line.spot.y0 - before.spot.y1 > GAP * height;
            let full = before.spot.x1 > FULL * widest;
            text.push_str(if apart {
                "\n\n"
            } else if full {
                " "
            } else {
                "\n"
            });
        }
        text.push_str(&line.text.replace('\t', " "));
        before = Some(line);
    }
    text
}
