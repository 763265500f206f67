//! Round trip: a file that was made is read back, by the reader that reads everybody's résumés, and compared.
//!
//! Two questions are asked. Is every value there once, in order, and nothing else ([`compare`])? And is a name
//! understood as a name, a title as a title, a date as a date (`meaning`)? What must not happen here: a loss that
//! passes.

mod json;
mod meaning;
mod sequence;
mod values;

use crate::pictures::Printed;
use crate::{Document, RenderError};
use foothold_shared::document::DocumentFormat;
pub use values::Part;

/// What happened to a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LossKind {
    /// It is not there.
    Missing,
    /// It is there, but not where it belongs.
    Misplaced,
    /// Its words run together or are torn apart.
    Broken,
    /// It is there, but belongs to nothing that the document says.
    Added,
    /// The words are there, and are taken for something else.
    Misread,
    /// The file cannot be read at all.
    Unreadable,
}

/// One value that did not come through.
#[derive(Clone, PartialEq, Eq)]
pub struct Loss {
    /// What happened.
    pub kind: LossKind,
    /// What the value is.
    pub part: Part,
    /// The value: the person's own words, for their eyes only.
    pub text: String,
}
foothold_shared::redact_debug!(Loss);

impl Loss {
    fn new(kind: LossKind, part: Part, text: &str) -> Self {
        let text = text.chars().take(120).collect();
        Self { kind, part, text }
    }

    /// In words for the person.
    #[must_use]
    pub fn words(&self) -> String {
        let part = self.part.words();
        let text = &self.text;
        match self.kind {
            LossKind::Missing => format!("{part} “{text}” is not in the file"),
            LossKind::Misplaced => format!("{part} “{text}” stands in the wrong place"),
            LossKind::Broken => format!("the words of {part} “{text}” run together or come apart"),
            LossKind::Added => format!("“{text}” is in the file and should not be"),
            LossKind::Misread => format!("{part} “{text}” is not understood as such"),
            LossKind::Unreadable => "the file cannot be read".to_owned(),
        }
    }
}

/// What did not come through; never empty.
#[derive(Clone, PartialEq, Eq, thiserror::Error)]
#[error("reading the file back, {} values were lost", losses.len())]
pub struct Lost {
    /// Each of them.
    pub losses: Vec<Loss>,
}
foothold_shared::redact_debug!(Lost);

impl Lost {
    /// Whether all words are there in order, and only their meaning was not understood.
    #[must_use]
    pub fn words_are_whole(&self) -> bool {
        let misread = |loss: &Loss| loss.kind == LossKind::Misread;
        self.losses.iter().all(misread)
    }
}

impl From<Lost> for RenderError {
    fn from(lost: Lost) -> Self {
        Self::Lost {
            what: lost.losses.iter().map(Loss::words).collect(),
        }
    }
}

/// Reads a file back and compares it with what it was made from.
///
/// # Errors
/// With everything that did not come through.
pub fn check(document: Document<'_>, format: DocumentFormat, bytes: &[u8]) -> Result<(), Lost> {
    let unreadable = || vec![Loss::new(LossKind::Unreadable, Part::Text, "")];
    let losses = match format {
        DocumentFormat::Pdf => match foothold_documents::read_pdf(bytes) {
            // Pictures that no face has are not printed.
            Ok(reading) => read(Printed::of(document).document(), &reading),
            Err(_) => unreadable(),
        },
        DocumentFormat::Docx => match foothold_documents::read_docx(bytes) {
            Ok(reading) => read(document, &reading),
            Err(_) => unreadable(),
        },
        DocumentFormat::Text => match std::str::from_utf8(bytes) {
            Ok(text) => compare(document, text),
            Err(_) => unreadable(),
        },
        DocumentFormat::JsonResume => match (document, serde_json::from_slice(bytes)) {
            (Document::Resume(content), Ok(value)) => json::compare(content, &value),
            _ => unreadable(),
        },
    };
    if losses.is_empty() {
        Ok(())
    } else {
        Err(Lost { losses })
    }
}

fn read(document: Document<'_>, reading: &foothold_documents::Reading) -> Vec<Loss> {
    let lines: Vec<String> = reading
        .lines
        .iter()
        .map(foothold_documents::line::Line::text)
        .collect();
    let mut losses = compare(document, &lines.join("\n"));
    if let Document::Resume(content) = document {
        losses.extend(meaning::compare(content, &reading.resume));
    }
    losses
}

/// Compares a text, as any reader extracted it, with what the document says: each value once, in order, and nothing
/// else but separators. Lines may be broken anywhere between words.
#[must_use]
pub fn compare(document: Document<'_>, text: &str) -> Vec<Loss> {
    sequence::compare(&values::values(document), text)
}
