//! Plain text: what to paste into a form.
//!
//! No line is wrapped, no column is drawn: a form's own box does that. What must not happen here: words that the
//! content does not hold.

use crate::Document;
use crate::flow::{self, Block, Head};

/// A document as plain text: blocks divided by empty lines, bullets by "- ", lines ended by "\n".
#[must_use]
pub fn text(document: Document<'_>) -> String {
    let mut out = String::new();
    let mut before: Option<Block> = None;
    for block in flow::flow(document) {
        if let Some(before) = &before {
            out.push('\n');
            if !is_close(before, &block) {
                out.push('\n');
            }
        }
        out.push_str(&lines(&block));
        before = Some(block);
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

/// Whether a block stands right below the one before it.
fn is_close(before: &Block, block: &Block) -> bool {
    match block {
        Block::Headline(_) | Block::Contact(_) => true,
        Block::Bullet(_) => !matches!(before, Block::Paragraph(_)),
        Block::Words(..) => !matches!(before, Block::Paragraph(_)),
        Block::Entry(_) => matches!(before, Block::Heading(..)),
        Block::Paragraph(_) => matches!(before, Block::Heading(..) | Block::Entry(_)),
        Block::Signature(_) => matches!(before, Block::Closing(_)),
        _ => false,
    }
}

fn lines(block: &Block) -> String {
    match block {
        Block::Name(text)
        | Block::Headline(text)
        | Block::Heading(_, text)
        | Block::Paragraph(text)
        | Block::Date(text)
        | Block::Subject(text)
        | Block::Salutation(text)
        | Block::Closing(text)
        | Block::Signature(text) => text.clone(),
        Block::Contact(items) => {
            let texts: Vec<&str> = items.iter().map(|item| item.text.as_str()).collect();
            texts.join(" | ")
        }
        Block::Entry(head) => entry(head),
        Block::Bullet(text) => format!("- {text}"),
        Block::Words(label, words) => {
            let row = words.join(flow::divider(words));
            if label.is_empty() {
                row
            } else {
                format!("{label}: {row}")
            }
        }
        Block::Recipient(lines) => lines.join("\n"),
    }
}

fn entry(head: &Head) -> String {
    let where_ = flow::joined(&[head.subtitle.clone(), head.place.clone()], flow::BETWEEN);
    let link = head.link.as_ref().map(|link| link.text.clone());
    flow::joined(
        &[
            head.lead.clone(),
            where_,
            head.dates.clone(),
            link.unwrap_or_default(),
        ],
        "\n",
    )
}
