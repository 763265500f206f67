//! Where words stand: lines found again by what was read in them.

use crate::fold::fold_words;
use foothold_shared::reading::{ReadLine, Spot};

/// So many letters tell a line from the others.
const ENOUGH: usize = 28;
/// The most lines that are looked through.
const LINES: usize = 6_000;

/// The lines of a document, made ready for finding.
pub(super) struct Page<'a> {
    lines: &'a [ReadLine],
    folded: Vec<String>,
}

impl<'a> Page<'a> {
    pub(super) fn of(lines: &'a [ReadLine]) -> Self {
        let lines = &lines[..lines.len().min(LINES)];
        Self {
            lines,
            folded: lines.iter().map(|line| fold_words(&line.text)).collect(),
        }
    }

    /// All its text, folded, a space around each word.
    pub(super) fn words(&self) -> String {
        format!(" {} ", self.folded.join(" "))
    }

    /// The line in which a text stands, or begins.
    pub(super) fn spot(&self, text: &str) -> Option<Spot> {
        let words = fold_words(text);
        if words.is_empty() {
            return None;
        }
        let begins = words.get(..ENOUGH).unwrap_or(&words);
        let found = self
            .folded
            .iter()
            .position(|line| line.contains(begins))
            .or_else(|| {
                // A line that is shorter than that and breaks in the middle.
                self.folded
                    .iter()
                    .position(|line| line.len() >= 8 && words.starts_with(line.as_str()))
            })?;
        Some(self.lines[found].spot.clone())
    }

    /// A text with its place, for a finding.
    pub(super) fn place(&self, text: &str) -> (String, Option<Spot>) {
        (text.to_owned(), self.spot(text))
    }

    /// Texts with their places; no more than a finding tells.
    pub(super) fn places<'t>(
        &self,
        texts: impl IntoIterator<Item = &'t str>,
    ) -> Vec<(String, Option<Spot>)> {
        texts
            .into_iter()
            .take(20)
            .map(|text| self.place(text))
            .collect()
    }
}
