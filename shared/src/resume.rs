//! Uploaded résumés.

use crate::redact::redact_debug;
use serde::{Deserialize, Serialize};

/// The kinds of file that are accepted, told by their content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Enum))]
#[cfg_attr(feature = "openapi", oai(rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum ResumeFormat {
    /// Portable Document Format.
    Pdf,
    /// Word (Office Open XML).
    Docx,
}

impl ResumeFormat {
    /// The media type to send the file with.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        }
    }
}

/// A stored résumé, without its bytes.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct ResumeView {
    /// The résumé's id.
    pub resume_id: String,
    /// The name it was uploaded under, made safe; the name it is attached with.
    pub file_name: String,
    /// What the content is.
    pub format: ResumeFormat,
    /// The size in bytes.
    pub size_bytes: i64,
    /// SHA-256 of the bytes, lower-case hex.
    pub sha256: String,
    /// Whether forms get this one.
    pub is_default: bool,
    /// When it was uploaded, epoch milliseconds.
    pub uploaded_at_ms: i64,
    /// What the person calls it; empty where they gave it no name.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", oai(default))]
    pub name: String,
    /// What it is for ("nursing", "part time"), in the person's words.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", oai(default))]
    pub tags: Vec<String>,
}

/// What a person changes about a résumé; what is absent stays.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct ResumeChange {
    /// What they call it, at most 120 characters; empty removes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub name: Option<String>,
    /// What it is for, at most 20 tags of 40 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub tags: Option<Vec<String>>,
}

/// A person's résumés, newest first.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct ResumeList {
    /// The résumés.
    pub resumes: Vec<ResumeView>,
}

redact_debug!(ResumeView, ResumeList, ResumeChange);
