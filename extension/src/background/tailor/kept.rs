//! What is kept of a job's documents: what sheets show, what fills attach, and what the next version goes on from.

use super::lines;
use super::made::MadeDocuments;
use super::posting::Asked;
use crate::address;
use crate::background::fill::application::{self, Known};
use crate::messages::{Failure, FileBytes, TailorChange, TailoredFile, TailoredView};
use foothold_core::plan::{FileOffer, PlanContext};
use foothold_core::posting::JobPosting;
use foothold_shared::document::{
    DocumentEdits, DocumentFormat, DocumentKind, DocumentOptions, FixedStatement,
};
use foothold_shared::generation::GenerateDocuments;
use serde::{Deserialize, Serialize};

/// The documents for a job.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Tailored {
    asked: Asked,
    set_id: String,
    options: DocumentOptions,
    edits: DocumentEdits,
    offers: Vec<FileOffer>,
    view: TailoredView,
}

/// A file of them.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct TailoredBytes {
    /// What plans know it by.
    pub(crate) file: String,
    /// Its bytes.
    pub(crate) bytes: FileBytes,
}

/// Sorts what the server made: what is shown, and what is attached or saved.
pub(crate) fn keep(
    asked: Asked,
    set: MadeDocuments,
    attach: bool,
) -> Result<(Tailored, Vec<TailoredBytes>), Failure> {
    let mut offers = Vec::new();
    let mut files = Vec::new();
    let mut shown = Vec::new();
    // Forms take these two; a field that takes both gets the PDF, which looks the same everywhere.
    for format in [DocumentFormat::Pdf, DocumentFormat::Docx] {
        for made in set.files.iter().filter(|made| made.format == format) {
            let base64 = made.base64.clone().ok_or(Failure::NotFoothold)?;
            let field = match made.kind {
                DocumentKind::Resume => "resume",
                DocumentKind::Letter => "cover_letter",
            };
            // The hash: a receipt over several versions names each by itself.
            let file = format!("{field}/{}", made.sha256);
            offers.push(FileOffer {
                file: file.clone(),
                file_name: made.download_name.clone(),
                media_type: made.media_type.clone(),
                size_bytes: made.size_bytes.into(),
                sha256: made.sha256.clone(),
            });
            shown.push(TailoredFile {
                file: file.clone(),
                name: made.download_name.clone(),
                kind: made.kind,
                format,
            });
            files.push(TailoredBytes {
                file,
                bytes: FileBytes {
                    name: made.download_name.clone(),
                    media_type: made.media_type.clone(),
                    base64,
                },
            });
        }
    }
    let letter_text = set.letter.as_ref().map(lines::text).unwrap_or_default();
    let view = TailoredView {
        job: asked.job.clone(),
        host: address::host_of(&asked.url),
        version: set.version,
        resume: set.resume.as_ref().map(lines::resume).unwrap_or_default(),
        letter: set.letter.as_ref().map(lines::letter).unwrap_or_default(),
        letter_text,
        template: set.options.look.template,
        files: shown,
        notes: set.notes,
        attach,
    };
    let tailored = Tailored {
        asked,
        set_id: set.document_set_id,
        options: set.options,
        edits: set.edits,
        offers,
        view,
    };
    Ok((tailored, files))
}

impl Tailored {
    /// The documents as sheets show them.
    pub(crate) fn view(&self) -> &TailoredView {
        &self.view
    }

    /// What they were asked for.
    pub(crate) fn asked_for(&self) -> Asked {
        self.asked.clone()
    }

    /// Whether fills attach them.
    pub(crate) fn attaches(&self) -> bool {
        self.view.attach
    }

    /// From now on fills attach them, or not.
    pub(crate) fn set_attach(&mut self, attach: bool) {
        self.view.attach = attach;
    }

    /// Whether a page is about the job they were written for.
    pub(crate) fn is_for(&self, url: &str, posting: &JobPosting) -> bool {
        let earlier = Known {
            url: &self.asked.url,
            title: self.asked.job.title.as_deref(),
        };
        let later = Known {
            url,
            title: posting.title.as_deref(),
        };
        let companies = (
            self.asked.job.company.as_deref(),
            posting.company.as_deref(),
        );
        application::is_about(earlier, later, companies)
    }

    /// Puts them on offer, in place of what is the same for every job.
    pub(crate) fn offer_in(&self, context: &mut PlanContext) {
        context.files.clone_from(&self.offers);
        context.letter.clone_from(&self.view.letter_text);
    }

    /// What to ask for, to get them with a change.
    pub(crate) fn next(&self, change: TailorChange) -> GenerateDocuments {
        let (mut options, mut edits) = (self.options.clone(), self.edits.clone());
        match change {
            TailorChange::Template(template) => options.look.template = template,
            TailorChange::Line { facts, text } => {
                edits.fixed.retain(|fixed| fixed.facts != facts);
                edits.fixed.push(FixedStatement { facts, text });
            }
        }
        GenerateDocuments {
            posting: Some(self.asked.input.clone()),
            options: Some(options),
            edits: Some(edits),
            previous: Some(self.set_id.clone()),
            include_files: true,
            ..GenerateDocuments::default()
        }
    }
}

#[cfg(test)]
#[path = "kept_tests.rs"]
mod tests;
