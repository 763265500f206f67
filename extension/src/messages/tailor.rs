//! What was written for a job, as a sheet shows it, and what a person can change about it.

use super::JobView;
use foothold_shared::document::{DocumentFormat, DocumentKind, Template};
use serde::{Deserialize, Serialize};

/// What a person changes about the documents for a job; each change makes their next version.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TailorChange {
    /// A line in the person's own words.
    Line {
        /// What the line rests on: [`DocumentLine::facts`].
        facts: Vec<String>,
        /// The words.
        text: String,
    },
    /// Another template.
    Template(Template),
}

/// The documents for a job.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TailoredView {
    /// The job.
    pub job: JobView,
    /// The host of its page.
    pub host: String,
    /// Which version of its documents this is.
    pub version: u32,
    /// The résumé, from its first line to its last.
    pub resume: Vec<DocumentLine>,
    /// The letter.
    pub letter: Vec<DocumentLine>,
    /// The letter as a person types it into a form.
    #[serde(default)]
    pub letter_text: String,
    /// How they are set.
    pub template: Template,
    /// The files.
    pub files: Vec<TailoredFile>,
    /// What the person should know.
    pub notes: Vec<String>,
    /// Whether fills of the job's form attach them.
    pub attach: bool,
}

/// One line of a document.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentLine {
    /// What it is.
    pub role: LineRole,
    /// Its words.
    pub text: String,
    /// What stands at its end: the dates of an entry; empty where nothing does.
    #[serde(default)]
    pub aside: String,
    /// What it rests on; empty where the person cannot reword it.
    #[serde(default)]
    pub facts: Vec<String>,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineRole {
    /// The person's name, or the subject of a letter.
    Title,
    /// The heading of a section.
    Heading,
    /// A job, a school.
    Entry,
    /// Running text.
    Text,
    /// A bullet.
    Bullet,
}

/// A file of the documents.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TailoredFile {
    /// What the worker knows it by.
    pub file: String,
    /// The name it is saved or attached under.
    pub name: String,
    /// Résumé or letter.
    pub kind: DocumentKind,
    /// The kind of file.
    pub format: DocumentFormat,
}
