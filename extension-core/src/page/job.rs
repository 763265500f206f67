//! What a page says about a job, unread: the material of [`crate::posting`]. `extension/agent/job.js` collects it.

use serde::{Deserialize, Serialize};

/// Structured data, meta tags and visible text of one frame.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct JobSource {
    /// The texts of `<script type="application/ld+json">`, unparsed, at most 20 of at most 200 000 characters.
    pub json_ld: Vec<String>,
    /// Microdata of schema.org/JobPosting items: property path ("hiringOrganization.name") and value. Properties that
    /// hold whole texts ("description") come as HTML.
    pub microdata: Vec<(String, String)>,
    /// `<meta>` name or property, and content.
    pub meta: Vec<(String, String)>,
    /// Visible text by block, in reading order; at most 60 000 characters in all.
    pub blocks: Vec<TextBlock>,
    /// The parts of the page that the blocks stand in: an outer box always before those within it.
    pub boxes: Vec<TextBox>,
}

/// A visible block of text.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct TextBlock {
    /// `h1` … `h6`, `p`, `li`, `dt`, `dd`, `th`, `td`, `div` …: the block's own tag.
    pub tag: String,
    /// Its id, classes, `data-*` test hooks and `itemprop`, joined by spaces: facts about a site match on it.
    pub hint: String,
    /// The text, white space folded.
    pub text: String,
    /// The same text with its emphasis (`b`, `i`), links (`a`) and line breaks (`br`) as HTML; empty where it has none.
    pub html: String,
    /// Where the text is made of several inline elements and nothing else: each of them.
    pub parts: Vec<BlockPart>,
    /// The lists it stands in, the outermost first: a `u` or an `o` for each.
    pub list: String,
    /// The innermost box around the block: an index into [`JobSource::boxes`].
    pub inside: Option<u32>,
}

/// One of the inline elements that a block is made of.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct BlockPart {
    /// Its marks and those of the elements in it, as [`TextBlock::hint`].
    pub hint: String,
    /// Its text.
    pub text: String,
}

/// A part of a page that holds text: `main`, `nav`, `form` and their like, and every element with a name.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct TextBox {
    /// The box around it: an index into [`JobSource::boxes`].
    pub up: Option<u32>,
    /// Its tag.
    pub tag: String,
    /// Its marks as [`TextBlock::hint`], and its role.
    pub hint: String,
}
