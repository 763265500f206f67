//! Blocks, measured: the words of each, and what it is.

use super::Role;
use super::ink::{Ink, Pen, Span, Word};
use crate::flow::{self, Block};
use crate::fonts::ruler::Ruler;
use crate::look::{Kind, Look};

/// What a block is, as far as distances go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Name,
    Headline,
    Contact,
    Heading,
    Entry,
    Paragraph,
    Bullet,
    Words,
    /// The parts of a letter that are no paragraphs.
    Date,
    Recipient,
    Subject,
    Salutation,
    Closing,
    Signature,
}

impl Sort {
    /// Whether it is of the head of the document.
    pub(super) fn is_head(self) -> bool {
        matches!(self, Self::Name | Self::Headline | Self::Contact)
    }

    pub(super) fn role(self) -> Role {
        match self {
            Self::Name => Role::Title,
            Self::Heading => Role::Heading,
            Self::Entry => Role::Entry,
            Self::Bullet => Role::Bullet,
            _ => Role::Text,
        }
    }
}

/// A block that was measured.
pub(super) struct Measured {
    pub(super) sort: Sort,
    /// Its texts; each begins a line of its own.
    pub(super) texts: Vec<Vec<Word>>,
    /// The mark of a point of a list.
    pub(super) mark: Vec<Ink>,
}

impl Measured {
    pub(super) fn of(block: &Block, look: &Look, ruler: &Ruler) -> Self {
        let pen = Pen { look, ruler };
        let one =
            |sort, kind, text: &str| Self::plain(sort, vec![pen.words(&[Span::new(kind, text)])]);
        match block {
            Block::Name(text) => one(Sort::Name, Kind::Name, text),
            Block::Headline(text) => one(Sort::Headline, Kind::Headline, text),
            Block::Contact(items) => {
                let items = items
                    .iter()
                    .map(|item| (item.text.as_str(), item.url.as_str()));
                let words = pen.items(Kind::Contact, look.divider, items);
                Self::plain(Sort::Contact, vec![words])
            }
            Block::Heading(_, text) => one(Sort::Heading, Kind::Heading, text),
            Block::Entry(head) => entry(head, &pen),
            Block::Paragraph(text) => one(Sort::Paragraph, Kind::Body, text),
            Block::Bullet(text) => Self {
                mark: pen.inks(Kind::Body, "•", None),
                ..one(Sort::Bullet, Kind::Body, text)
            },
            Block::Words(label, words) => {
                let row = words.join(flow::divider(words));
                let label = if label.is_empty() {
                    String::new()
                } else {
                    format!("{label}:")
                };
                let spans = [Span::new(Kind::Strong, &label), Span::new(Kind::Body, &row)];
                Self::plain(Sort::Words, vec![pen.words(&spans)])
            }
            Block::Date(text) => one(Sort::Date, Kind::Body, text),
            Block::Recipient(lines) => Self::plain(
                Sort::Recipient,
                lines
                    .iter()
                    .map(|line| pen.words(&[Span::new(Kind::Body, line)]))
                    .collect(),
            ),
            Block::Subject(text) => one(Sort::Subject, Kind::Strong, text),
            Block::Salutation(text) => one(Sort::Salutation, Kind::Body, text),
            Block::Closing(text) => one(Sort::Closing, Kind::Body, text),
            Block::Signature(text) => one(Sort::Signature, Kind::Strong, text),
        }
    }

    /// How wide it is, all in one line.
    pub(super) fn width(&self, look: &Look) -> f32 {
        let words = self.texts.iter().flatten();
        let inks = words.flat_map(|word| word.lead.iter().chain(&word.inks));
        inks.map(|ink| ink.width(look)).sum()
    }

    fn plain(sort: Sort, texts: Vec<Vec<Word>>) -> Self {
        Self {
            sort,
            texts,
            mark: Vec::new(),
        }
    }
}

/// The head of an entry: the title; company, place and time below it; its page after them.
///
/// Nothing stands at the right margin. Readers of PDFs take what stands there for a column of its own, and then times
/// come after everything else, or beside the wrong job.
fn entry(head: &flow::Head, pen: &Pen<'_>) -> Measured {
    let title = pen.words(&[Span::new(Kind::Title, &head.lead)]);
    let subtitle = pen.words(&[Span::new(Kind::Subtitle, &head.subtitle)]);
    let mut texts: Vec<Vec<Word>> = [title, subtitle]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect();
    // A comma may be part of a company's name and of a place; what stands between them must not.
    for (kind, text) in [(Kind::Subtitle, &head.place), (Kind::Dates, &head.dates)] {
        if text.is_empty() {
            continue;
        }
        let words = pen.items(kind, "", std::iter::once((text.as_str(), "")));
        let begins = kind == Kind::Subtitle && head.subtitle.is_empty();
        match texts.last_mut().filter(|_| !begins) {
            Some(line) => line.extend(words.into_iter().map(|word| Word {
                lead: pen.inks(kind, pen.look.divider, None),
                ..word
            })),
            None => texts.push(words),
        }
    }
    if let Some(link) = &head.link {
        let span = Span {
            kind: Kind::Link,
            text: &link.text,
            link: Some(&link.url),
        };
        texts.push(pen.words(&[span]));
    }
    Measured {
        sort: Sort::Entry,
        texts,
        mark: Vec::new(),
    }
}
