//! Descriptions as clean Markdown: headings, paragraphs, lists, emphasis, links, and nothing else.
//!
//! [`from_html`] takes what job boards and structured data give as a description: HTML, escaped once or several times,
//! or plain text with line breaks and typed bullets. `inline` holds the writing of one line, `lines` what a line of
//! text may be, `tree` the reading of HTML.
//!
//! The result is CommonMark that shows what the page shows: text that happens to look like markup is escaped, raw HTML
//! never comes through, and links lead to web, mail and telephone addresses only.

mod inline;
mod lines;
mod tree;

use super::fold::clip;
use super::{html, markup};

pub(crate) use inline::unmark;

/// At most this much of a description is read.
const MAX_INPUT: usize = 400_000;
/// At most this much Markdown is written, in bytes.
pub const MAX_MARKDOWN: usize = 40_000;
/// At most this many blocks are written.
const MAX_BLOCKS: usize = 2_000;

/// A part of a description; texts are Markdown of one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Block {
    /// A heading of the second or a lower level.
    Heading {
        /// 2 or more: the first level is the job's title.
        level: u8,
        /// Its text.
        text: String,
    },
    /// A paragraph.
    Paragraph(String),
    /// An item of a list.
    Item {
        /// How many lists it stands in, less one.
        depth: usize,
        /// Its number, in a numbered list.
        number: Option<usize>,
        /// Its text.
        text: String,
    },
}

impl Block {
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Heading { text, .. } | Self::Paragraph(text) | Self::Item { text, .. } => text,
        }
    }
}

/// A description as Markdown. `description` is HTML, HTML that was escaped as if it were text, or plain text.
/// The result is at most [`MAX_MARKDOWN`] bytes long and empty where nothing is said.
///
/// ```
/// let markdown = foothold_core::posting::markdown::from_html("&lt;p&gt;We bake &lt;b&gt;bread&lt;/b&gt;.&lt;/p&gt;");
/// assert_eq!(markdown, "We bake **bread**.");
/// ```
#[must_use]
pub fn from_html(description: &str) -> String {
    write(&blocks(description))
}

/// The parts of a description.
pub(crate) fn blocks(description: &str) -> Vec<Block> {
    let mut text = clip(description, MAX_INPUT).to_owned();
    // Escaped HTML has no tags of its own, but its escapes hold some.
    for _ in 0..3 {
        if html::has_tags(&text) || !text.contains('&') {
            break;
        }
        let next = markup::unescape_once(&text);
        if next == text {
            break;
        }
        text = next;
    }
    let found = if html::has_tags(&text) {
        tree::read(&text)
    } else {
        lines::read(&text)
    };
    settle(found)
}

/// Blocks out of many pieces, as one description.
pub(crate) fn settle(mut blocks: Vec<Block>) -> Vec<Block> {
    blocks.retain(|block| !block.text().trim().is_empty());
    blocks.truncate(MAX_BLOCKS);
    let count = blocks.len();
    // A line that is bold from end to end stands as a heading, if something stands under it.
    for at in 0..count {
        let followed = blocks
            .get(at + 1)
            .is_some_and(|next| !matches!(next, Block::Heading { .. }));
        if let Block::Paragraph(text) = &blocks[at]
            && followed
            && let Some(heading) = inline::as_heading(text)
        {
            blocks[at] = Block::Heading {
                level: 3,
                text: heading,
            };
        }
    }
    // A heading over nothing says nothing.
    while matches!(blocks.last(), Some(Block::Heading { .. })) {
        blocks.pop();
    }
    blocks
}

/// The blocks as one text.
pub(crate) fn write(blocks: &[Block]) -> String {
    let mut out = String::new();
    // How far the items above this one are indented, each by the width of its parent's marker.
    let mut indents: Vec<usize> = Vec::new();
    let mut previous_was_item = false;
    for block in blocks {
        let (lead, text) = match block {
            Block::Heading { level, text } => {
                indents.clear();
                (
                    format!("{} ", "#".repeat(usize::from(*level).clamp(2, 6))),
                    text,
                )
            }
            Block::Paragraph(text) => {
                indents.clear();
                (String::new(), text)
            }
            Block::Item {
                depth,
                number,
                text,
            } => {
                indents.truncate(*depth);
                let before = indents.iter().sum::<usize>();
                let marker = number.map_or_else(|| "- ".to_owned(), |n| format!("{n}. "));
                indents.push(marker.len());
                (format!("{}{marker}", " ".repeat(before)), text)
            }
        };
        let is_item = matches!(block, Block::Item { .. });
        let gap = match (out.is_empty(), is_item && previous_was_item) {
            (true, _) => "",
            (false, true) => "\n",
            (false, false) => "\n\n",
        };
        if out.len() + gap.len() + lead.len() + text.len() > MAX_MARKDOWN {
            break;
        }
        out.push_str(gap);
        out.push_str(&lead);
        out.push_str(text);
        previous_was_item = is_item;
    }
    out
}

/// The blocks of Markdown that [`write`] wrote.
pub(crate) fn parse(markdown: &str) -> Vec<Block> {
    clip(markdown, MAX_INPUT)
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(MAX_BLOCKS)
        .map(|line| {
            let text = line.trim_start();
            let depth = (line.len() - text.len()) / 2;
            if let Some(rest) = text.strip_prefix('#') {
                let rest_trimmed = rest.trim_start_matches('#');
                let level = 1 + rest.len() - rest_trimmed.len();
                return Block::Heading {
                    level: u8::try_from(level).unwrap_or(6),
                    text: rest_trimmed.trim().to_owned(),
                };
            }
            if let Some(rest) = text.strip_prefix("- ").or_else(|| text.strip_prefix("* ")) {
                return Block::Item {
                    depth,
                    number: None,
                    text: rest.trim().to_owned(),
                };
            }
            let digits = text
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(text.len());
            match (
                text[..digits].parse::<usize>(),
                text[digits..].strip_prefix(". "),
            ) {
                (Ok(number), Some(rest)) => Block::Item {
                    depth,
                    number: Some(number),
                    text: rest.trim().to_owned(),
                },
                _ => Block::Paragraph(text.trim_end().to_owned()),
            }
        })
        .collect()
}

/// The blocks of one visible text of a page: `tag` is its own tag, `list` the lists it stands in.
pub(crate) fn of_visible(tag: &str, list: &str, text: &str, rich: &str) -> Vec<Block> {
    let source = if rich.is_empty() {
        markup::escape(text)
    } else {
        rich.to_owned()
    };
    match tag {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => tree::read(&format!("<{tag}>{source}</{tag}>")),
        "dt" => tree::read(&format!("<p><b>{}</b></p>", markup::escape(text))),
        _ if !list.is_empty() => {
            let (mut open, mut close) = (String::new(), String::new());
            for kind in list.chars().take(8) {
                open.push_str(if kind == 'o' { "<ol><li>" } else { "<ul><li>" });
                close.insert_str(
                    0,
                    if kind == 'o' {
                        "</li></ol>"
                    } else {
                        "</li></ul>"
                    },
                );
            }
            let mut found = tree::read(&format!("{open}{source}{close}"));
            // The items above it are blocks of their own.
            for block in &mut found {
                if let Block::Item { depth, .. } = block {
                    *depth = list.chars().take(8).count() - 1;
                }
            }
            found
        }
        _ => tree::read(&format!("<p>{source}</p>")),
    }
}

#[cfg(test)]
mod tests;
