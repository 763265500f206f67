//! Documents, set: what a résumé or a letter says becomes PDF, Word, plain text and JSON Resume.
//!
//! `ResumeContent` or `LetterContent` → bytes → read back by `foothold_documents` → given out, or an error.
//!
//! What must not happen here: a word that the content does not hold, or one of it that is lost on the way. A network,
//! a clock, chance: the same content gives the same bytes.

mod clean;
mod docx;
mod error;
mod fit;
mod flow;
mod fonts;
mod json_resume;
mod layout;
mod look;
mod pdf;
mod pictures;
pub mod round_trip;
mod text;

pub use docx::docx;
pub use error::RenderError;
pub use fit::fit;
pub use json_resume::json_resume;
pub use pdf::{pdf, unsettable};
pub use pictures::left_out;
pub use text::text;

use foothold_shared::document::{LetterContent, ResumeContent, Statement};

/// What is to be set.
#[derive(Debug, Clone, Copy)]
pub enum Document<'a> {
    /// A résumé.
    Resume(&'a ResumeContent),
    /// A letter.
    Letter(&'a LetterContent),
}

/// A PDF file.
#[derive(Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: u32,
}
foothold_shared::redact_debug!(Pdf);

/// A résumé that keeps to its pages.
#[derive(Clone, PartialEq, Eq)]
pub struct Fitted {
    /// What is left of it; give this, with the same look, to [`fn@pdf`].
    pub content: ResumeContent,
    /// What was left out, least important first.
    pub dropped: Vec<Statement>,
    /// How many pages it has.
    pub pages: u32,
}
foothold_shared::redact_debug!(Fitted);
