//! What the extension reads of the documents that the server made: less than all it says of them
//! (`foothold_shared::generation::DocumentSetView`), since each part that is read weighs in the WebAssembly.

use foothold_shared::document::{
    DocumentEdits, DocumentFormat, DocumentKind, DocumentOptions, LetterContent, ResumeContent,
};
use serde::Deserialize;

/// One version of the documents for a job.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct MadeDocuments {
    /// Its id.
    pub(crate) document_set_id: String,
    /// Which version.
    pub(crate) version: u32,
    /// How the documents were asked to be.
    pub(crate) options: DocumentOptions,
    /// What the person changed by hand.
    pub(crate) edits: DocumentEdits,
    /// What the résumé says.
    pub(crate) resume: Option<ResumeContent>,
    /// What the letter says.
    pub(crate) letter: Option<LetterContent>,
    /// The files.
    pub(crate) files: Vec<MadeFile>,
    /// What the person should know.
    pub(crate) notes: Vec<String>,
}

/// A file of them.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct MadeFile {
    /// The name it is saved under.
    pub(crate) download_name: String,
    /// Résumé or letter.
    pub(crate) kind: DocumentKind,
    /// The kind of file.
    pub(crate) format: DocumentFormat,
    /// Its media type.
    pub(crate) media_type: String,
    /// Its size.
    pub(crate) size_bytes: u32,
    /// SHA-256 of its bytes, lower-case hex.
    pub(crate) sha256: String,
    /// Its bytes.
    pub(crate) base64: Option<String>,
}
