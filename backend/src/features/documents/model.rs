//! A set as it is stored: a head for lists, a body for the rest.

use foothold_core::posting::JobPosting;
use foothold_shared::document::{
    DocumentEdits, DocumentLook, DocumentOptions, LetterContent, ResumeContent,
};
use foothold_shared::generation::{
    DocumentChoice, DroppedStatement, GeneratedFile, ModelShare, PostingBrief,
};
use foothold_shared::redact_debug;
use serde::{Deserialize, Serialize};

/// What a list shows of a set.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Head {
    pub(super) posting: PostingBrief,
    pub(super) look: DocumentLook,
    /// In the order in which their bytes stand in the object.
    pub(super) files: Vec<GeneratedFile>,
}

/// The rest of a set.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Body {
    pub(super) previous: Option<String>,
    /// The whole posting, so that the next version needs no other source.
    pub(super) posting: JobPosting,
    pub(super) options: DocumentOptions,
    pub(super) edits: DocumentEdits,
    pub(super) resume: Option<ResumeContent>,
    pub(super) letter: Option<LetterContent>,
    pub(super) choices: Vec<DocumentChoice>,
    pub(super) dropped: Vec<DroppedStatement>,
    pub(super) model: ModelShare,
    pub(super) notes: Vec<String>,
}

redact_debug!(Head, Body);
