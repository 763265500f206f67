//! Why a document was not given out.
//!
//! What must not happen here: words of the person in `Debug` or `Display`; what a message needs of them it is given in
//! fields, to be shown to the person only.

use std::fmt;

/// Why a document was not given out. Nothing of it is written then.
#[derive(Clone, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// Words hold characters that none of our fonts has. Word files show them, with the reader's own fonts; a PDF needs
    /// the words in Latin, Greek or Cyrillic letters.
    #[error(
        "some words are in a script that our PDF fonts lack: write them in Latin letters, or use the Word file"
    )]
    Script {
        /// The words, each once, in the order of the document.
        words: Vec<String>,
    },
    /// The document is longer than it may be, also with all left out that may be left out.
    #[error("this needs at least {needed} pages, and may have {asked}")]
    TooLong {
        /// The fewest pages that hold it.
        needed: u32,
        /// How many it may have: what was asked for, or more than anyone sends.
        asked: u32,
    },
    /// The document says nothing: no name and no text.
    #[error("there is nothing to set")]
    Empty,
    /// What was written, read back, is not what the document says.
    #[error("reading the file back, something was lost")]
    Lost {
        /// What was lost, in words for the person.
        what: Vec<String>,
    },
    /// A fault of ours while writing; it holds no word of the person.
    #[error("the file could not be written ({0})")]
    Write(&'static str),
}

impl fmt::Debug for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
