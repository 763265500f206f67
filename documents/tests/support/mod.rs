//! A résumé for a test, told line by line.

use foothold_documents::line::{Line, Part};
use foothold_documents::read::{Resume, understand};

/// A line told by a mark: "# " a heading, "* " bold, "- " a bullet, and tabs between parts; a blank line is white.
pub(crate) fn page(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut gap = 0.2;
    for (number, raw) in text.lines().map(str::trim).enumerate() {
        if raw.is_empty() {
            gap = 1.2;
            continue;
        }
        let (size, bold, bullet, said) = match raw.split_at_checked(2) {
            Some(("# ", said)) => (13.0, true, false, said),
            Some(("* ", said)) => (10.0, true, false, said),
            Some(("- ", said)) => (10.0, false, true, said),
            _ => (10.0, false, false, raw),
        };
        let parts = said.split('\t').enumerate().map(|(place, text)| Part {
            text: text.trim().to_owned(),
            size,
            bold,
            bold_start: bold,
            x0: 50.0 + 200.0 * place as f32,
            x1: 50.0 + 200.0 * place as f32 + 5.0 * text.chars().count() as f32,
            ..Part::default()
        });
        let y0 = 20.0 * number as f32;
        lines.push(Line {
            parts: parts.collect(),
            bullet,
            gap,
            y0,
            y1: y0 + size,
            ..Line::default()
        });
        gap = 0.2;
    }
    lines
}

pub(crate) fn read(text: &str) -> Resume {
    let head = "# Mira Talvik\nmira@talvik.example\n\n";
    understand(page(&format!("{head}{text}")), &[])
}
