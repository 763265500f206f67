//! A document shown as a PDF while somebody writes it. Nothing of it is kept.

use foothold_rendering::{Document, Pdf, pdf};
use foothold_shared::document::{LetterContent, ResumeContent};
use foothold_shared::generation::DocumentPreview;

use super::error::DocumentError;
use super::rules;
use super::service::Documents;

impl Documents {
    /// The PDF of a résumé or of a letter.
    pub(super) async fn preview(&self, preview: DocumentPreview) -> Result<Pdf, DocumentError> {
        let mut problems = Vec::new();
        let content = match (preview.resume, preview.letter) {
            (Some(resume), None) => {
                rules::check_resume(&resume, "resume", &mut problems);
                Content::Resume(resume)
            }
            (None, Some(letter)) => {
                rules::check_letter(&letter, "letter", &mut problems);
                Content::Letter(letter)
            }
            _ => {
                let words = "Send either a résumé or a letter.";
                rules::add(&mut problems, "resume", "one_of", words);
                return Err(DocumentError::Invalid(problems));
            }
        };
        if !problems.is_empty() {
            return Err(DocumentError::Invalid(problems));
        }
        let look = preview.look;
        let set = move || match &content {
            Content::Resume(resume) => Ok(pdf(Document::Resume(resume), &look)?),
            Content::Letter(letter) => Ok(pdf(Document::Letter(letter), &look)?),
        };
        self.press.run(set).await
    }
}

enum Content {
    Resume(ResumeContent),
    Letter(LetterContent),
}
