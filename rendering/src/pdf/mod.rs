//! Content → PDF.
//!
//! blocks → [`crate::layout`] → pages → `codes` (one byte for each character) → `draw` (genpdf) → `finish` (fonts, links,
//! structure, title) → file
//!
//! What must not happen here: a character that no face has, drawn as a box or left out. Dates and chance: the same
//! document is the same file.

mod codes;
mod draw;
mod finish;
mod fonts;
mod structure;

use crate::flow::{self, Block};
use crate::fonts::{Face, coverage, ruler::Ruler};
use crate::layout::Draft;
use crate::look::{Kind, Look};
use crate::pictures::Printed;
use crate::{Document, Pdf, RenderError};
use codes::Codes;
use foothold_shared::document::DocumentLook;

/// No document that people send to employers has more pages; nobody's megabyte is drawn.
const MOST_PAGES: u32 = 40;

/// Sets a document, on as few pages as its look can be read on, and as roomy as these pages allow. Pictures among the
/// letters that no face has are left out; [`crate::left_out`] says which.
///
/// # Errors
/// [`RenderError::Script`] when words are in a script that the fonts lack, [`RenderError::Empty`] for a document that
/// says nothing, [`RenderError::TooLong`] past forty pages.
pub fn pdf(document: Document<'_>, look: &DocumentLook) -> Result<Pdf, RenderError> {
    let printed = Printed::of(document);
    let document = printed.document();
    let blocks = flow::flow(document);
    check(&blocks, look)?;
    let ruler = Ruler::default();
    let draft = Draft::new(&blocks, look, &ruler);
    let needed = draft.fewest();
    if needed > MOST_PAGES {
        return Err(RenderError::TooLong {
            needed,
            asked: MOST_PAGES,
        });
    }
    let (look, pages) = draft.pages(draft.roomiest());
    let codes = Codes::of(&pages);
    let drawn = draw::draw(&pages, &look, &codes, &ruler)?;
    let about = finish::About {
        title: flow::title(document),
        author: flow::author(document),
        language: flow::language(document),
    };
    Ok(Pdf {
        bytes: finish::finish(&drawn, &pages, &look, &codes, &about)?,
        pages: pages.len() as u32,
    })
}

/// The words of a document that a PDF of it could not show, each once, in their order; empty for most.
#[must_use]
pub fn unsettable(document: Document<'_>, look: &DocumentLook) -> Vec<String> {
    missing(&flow::flow(Printed::of(document).document()), look)
}

/// Refuses what is empty or cannot be set; the blocks are those of a document as it is printed.
pub(crate) fn check(blocks: &[Block], look: &DocumentLook) -> Result<(), RenderError> {
    if blocks.is_empty() {
        return Err(RenderError::Empty);
    }
    let words = missing(blocks, look);
    if words.is_empty() {
        Ok(())
    } else {
        Err(RenderError::Script { words })
    }
}

fn missing(blocks: &[Block], look: &DocumentLook) -> Vec<String> {
    let look = Look::at(look, 0);
    let mut words: Vec<String> = Vec::new();
    for block in blocks {
        for (kind, text) in texts(block) {
            let face: Face = look.style(kind).face;
            for word in coverage::missing(text, face) {
                if !words.iter().any(|known| known == word) {
                    words.push(word.to_owned());
                }
            }
        }
    }
    words
}

/// All texts of a block with the kind they are set in.
pub(crate) fn texts(block: &Block) -> Vec<(Kind, &str)> {
    match block {
        Block::Name(text) => vec![(Kind::Name, text)],
        Block::Headline(text) => vec![(Kind::Headline, text)],
        Block::Heading(_, text) => vec![(Kind::Heading, text)],
        Block::Paragraph(text)
        | Block::Bullet(text)
        | Block::Date(text)
        | Block::Salutation(text)
        | Block::Closing(text) => vec![(Kind::Body, text)],
        Block::Subject(text) | Block::Signature(text) => vec![(Kind::Strong, text)],
        Block::Contact(items) => items
            .iter()
            .map(|item| (Kind::Contact, item.text.as_str()))
            .collect(),
        Block::Recipient(lines) => lines
            .iter()
            .map(|line| (Kind::Body, line.as_str()))
            .collect(),
        Block::Words(label, words) => std::iter::once((Kind::Strong, label.as_str()))
            .chain(words.iter().map(|word| (Kind::Body, word.as_str())))
            .collect(),
        Block::Entry(head) => {
            let link = head.link.as_ref().map_or("", |link| link.text.as_str());
            vec![
                (Kind::Title, head.lead.as_str()),
                (Kind::Subtitle, head.subtitle.as_str()),
                (Kind::Subtitle, head.place.as_str()),
                (Kind::Dates, head.dates.as_str()),
                (Kind::Link, link),
            ]
        }
    }
}
