//! Word files: blocks become paragraphs, each of a named style and nothing else.
//!
//! What must not happen here: looks set on a paragraph or run by hand; a clock, chance.

mod look;
mod package;
mod styles;

use crate::flow::{self, Block, Head, Shown};
use crate::{Document, RenderError};
use docx_rs::{BuildXML as _, Hyperlink, HyperlinkData, HyperlinkType, PageMargin, Paragraph, Run};
use foothold_shared::document::DocumentLook;
use look::Look;
use package::Parts;
use styles::id;

/// Sets a document as a Word file. The same document and look give the same bytes.
///
/// # Errors
/// [`RenderError::Empty`] where the document says nothing, [`RenderError::Write`] where the archive cannot be written.
pub fn docx(document: Document<'_>, look: &DocumentLook) -> Result<Vec<u8>, RenderError> {
    let blocks = flow::flow(document);
    if blocks.is_empty() {
        return Err(RenderError::Empty);
    }
    let look = Look::of(look);
    let letter = matches!(document, Document::Letter(_));
    let mut body = Body {
        letter,
        ..Body::default()
    };
    for (at, block) in blocks.iter().enumerate() {
        let next = blocks.get(at + 1);
        body.goes_on = matches!(
            next,
            Some(Block::Paragraph(_) | Block::Bullet(_) | Block::Words(..))
        );
        body.block(block);
    }
    let Body {
        paragraphs, links, ..
    } = body;
    let margin = PageMargin {
        top: length(look.top),
        bottom: length(look.top),
        left: length(look.side),
        right: length(look.side),
        header: 567,
        footer: 567,
        gutter: 0,
    };
    let empty = docx_rs::Document::new()
        .page_size(docx_rs::PageSize::new().size(look.width, look.height))
        .page_margin(margin);
    // The crate's own ids of paragraphs count on from document to document.
    let numbered = (1..).zip(paragraphs);
    let whole = numbered.fold(empty, |whole, (number, paragraph): (u32, _)| {
        whole.add_paragraph(paragraph.id(format!("{number:08X}")))
    });
    let language = flow::language(document);
    package::pack(&Parts {
        body: whole.build(),
        styles: styles::styles(&look, &language),
        numbering: styles::numbering(&look),
        fonts: styles::fonts(&look),
        links,
        title: flow::title(document),
        author: flow::author(document),
        language,
    })
}

fn length(twips: u32) -> i32 {
    i32::try_from(twips).unwrap_or(i32::MAX)
}

/// Between ways to reach somebody; the bar stays with the one before it.
const BAR: &str = "\u{A0}\u{A0}|  ";

/// The body as it grows.
#[derive(Default)]
struct Body {
    paragraphs: Vec<Paragraph>,
    links: Vec<(String, String)>,
    letter: bool,
    /// Text of the same entry follows, and stays on its page.
    goes_on: bool,
}

impl Body {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Name(text) => self.line(id::NAME, text),
            Block::Headline(text) => self.line(id::HEADLINE, text),
            Block::Contact(items) => self.contact(items),
            Block::Heading(_, text) => self.line(id::HEADING, text),
            Block::Entry(head) => self.entry(head),
            Block::Paragraph(text) if self.letter => self.line(id::LETTER_BODY, text),
            Block::Paragraph(text) => self.line(id::BODY, text),
            Block::Bullet(text) => self.line(id::BULLET, text),
            Block::Words(label, words) => self.words(label, words),
            Block::Date(text) => self.line(id::DATE, text),
            Block::Recipient(lines) => {
                for line in lines {
                    self.line(id::RECIPIENT, line);
                }
            }
            Block::Subject(text) => self.line(id::SUBJECT, text),
            Block::Salutation(text) => self.line(id::SALUTATION, text),
            Block::Closing(text) => self.line(id::CLOSING, text),
            Block::Signature(text) => self.line(id::SIGNATURE, text),
        }
    }

    fn line(&mut self, style: &str, text: &str) {
        self.paragraphs
            .push(Paragraph::new().style(style).add_run(run(text)));
    }

    fn contact(&mut self, items: &[Shown]) {
        let mut paragraph = Paragraph::new().style(id::CONTACT);
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                paragraph = paragraph.add_run(run(BAR));
            }
            paragraph = self.shown(paragraph, item);
        }
        self.paragraphs.push(paragraph);
    }

    /// Title above; company, place, page below, and the time at the right edge of the last line of the two.
    fn entry(&mut self, head: &Head) {
        let place = flow::joined(&[head.subtitle.clone(), head.place.clone()], flow::BETWEEN);
        let mut lead = Paragraph::new().style(id::ENTRY).add_run(run(&head.lead));
        if place.is_empty() && head.link.is_none() {
            lead = when(lead, &head.dates);
            self.paragraphs.push(lead);
            return;
        }
        self.paragraphs.push(lead);
        let style = if self.goes_on {
            id::BELOW
        } else {
            id::BELOW_ALONE
        };
        let mut below = Paragraph::new().style(style);
        if !place.is_empty() {
            below = below.add_run(run(&place));
        }
        if let Some(link) = &head.link {
            if !place.is_empty() {
                below = below.add_run(run(flow::BETWEEN));
            }
            below = self.shown(below, link);
        }
        self.paragraphs.push(when(below, &head.dates));
    }

    fn words(&mut self, label: &str, words: &[String]) {
        let mut paragraph = Paragraph::new().style(id::BODY);
        if !label.is_empty() {
            paragraph = paragraph.add_run(run(&format!("{label}: ")).style(id::STRONG));
        }
        self.paragraphs
            .push(paragraph.add_run(run(&words.join(flow::divider(words)))));
    }

    fn shown(&mut self, paragraph: Paragraph, item: &Shown) -> Paragraph {
        if item.url.is_empty() {
            return paragraph.add_run(run(&item.text));
        }
        // The ids of the styles and settings come first.
        let rid = format!("rId{}", self.links.len() + 100);
        self.links.push((rid.clone(), item.url.clone()));
        let mut link = Hyperlink::new("", HyperlinkType::External);
        // The crate's own ids count on from document to document.
        link.link = HyperlinkData::External {
            rid,
            path: String::new(),
        };
        paragraph.add_hyperlink(link.add_run(run(&item.text).style(id::LINK)))
    }
}

/// Adds the time at the right tab of a paragraph's style.
fn when(paragraph: Paragraph, dates: &str) -> Paragraph {
    if dates.is_empty() {
        return paragraph;
    }
    paragraph.add_run(Run::new().style(id::WHEN).add_tab().add_text(dates))
}

fn run(text: &str) -> Run {
    Run::new().add_text(text)
}
