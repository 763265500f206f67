//! Files as they come: PDF and Word, brought to the same plain material — pieces of text that know where they stand
//! and how they look.
//!
//! What must not happen here: meaning. A hostile file may make the PDF reader hang, panic or swell, so whoever calls
//! this for an upload does it in a process of its own with bounded time and memory.

mod docx;
mod ligatures;
mod pdf;
mod runs;
mod spread;

pub use docx::read as read_docx;
pub use pdf::read as read_pdf;

/// Why a file could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SourceError {
    /// It is damaged, or not what it says it is.
    #[error("the file cannot be read")]
    Unreadable,
    /// It has more pages, parts or text than a résumé can have.
    #[error("the file is too large to be read as a résumé")]
    TooLarge,
}

/// A file's text, piece by piece.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Material {
    /// The pages, in order; a Word file is one endless page.
    pub pages: Vec<Page>,
    /// Where its links lead.
    pub links: Vec<Link>,
}

/// One page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
    /// The words on it, in the order of the file, which need not be the order of reading.
    pub words: Vec<Word>,
    /// How many pictures it shows.
    pub pictures: usize,
}

/// A word, or in a Word file a run of words that stand together.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Word {
    /// The text.
    pub text: String,
    /// Left edge, points from the page's left.
    pub x0: f32,
    /// Right edge.
    pub x1: f32,
    /// Top edge, points from the page's top.
    pub y0: f32,
    /// Bottom edge.
    pub y1: f32,
    /// Font size in points.
    pub size: f32,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
}

/// A link.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Link {
    /// Which page it is on, from 0.
    pub page: usize,
    /// Where it leads.
    pub target: String,
    /// Left edge, points.
    pub x0: f32,
    /// Right edge.
    pub x1: f32,
    /// Top edge, points from the page's top.
    pub y0: f32,
    /// Bottom edge.
    pub y1: f32,
}
