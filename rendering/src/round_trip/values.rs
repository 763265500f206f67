//! What a reader must find: the values of a document, in the order of the page.
//!
//! What must not happen here: a look at how a format sets them.

use crate::Document;
use crate::flow::{self, Block, Head};

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// The person's name.
    Name,
    /// The line below it.
    Headline,
    /// E-mail, phone, place or page.
    Contact,
    /// A section's heading.
    Heading,
    /// A job title, degree, name of a project.
    Title,
    /// A company, school, issuer.
    Subtitle,
    /// Where.
    Place,
    /// When.
    Dates,
    /// The page of an entry.
    Link,
    /// Running text.
    Text,
    /// A point of a list.
    Bullet,
    /// A skill or language.
    Word,
    /// What a row of words is.
    Label,
    /// A line of a letter around its text.
    LetterLine,
}

impl Part {
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Name => "the name",
            Self::Headline => "the line below the name",
            Self::Contact => "the contact",
            Self::Heading => "the heading",
            Self::Title => "the title",
            Self::Subtitle => "the company or school",
            Self::Place => "the place",
            Self::Dates => "the time",
            Self::Link => "the link",
            Self::Text => "the text",
            Self::Bullet => "the point",
            Self::Word => "the skill or language",
            Self::Label => "the label",
            Self::LetterLine => "the line",
        }
    }
}

/// A value to find.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Value {
    pub(super) part: Part,
    pub(super) text: String,
}
foothold_shared::redact_debug!(Value);

/// Values whose order among themselves is free: the pieces of one head stand on one or two lines, and readers take
/// what is on the right of a line before or after what is below.
pub(super) type Group = Vec<Value>;

/// What stands on a document's pages, from first to last.
pub(super) fn values(document: Document<'_>) -> Vec<Group> {
    let mut groups = Vec::new();
    for block in flow::flow(document) {
        match block {
            Block::Name(text) => one(Part::Name, text, &mut groups),
            Block::Headline(text) => one(Part::Headline, text, &mut groups),
            Block::Contact(items) => {
                for item in items {
                    one(Part::Contact, item.text, &mut groups);
                }
            }
            Block::Heading(_, text) => one(Part::Heading, text, &mut groups),
            Block::Entry(head) => groups.push(group(head)),
            Block::Paragraph(text) => one(Part::Text, text, &mut groups),
            Block::Bullet(text) => one(Part::Bullet, text, &mut groups),
            Block::Words(label, words) => {
                one(Part::Label, label, &mut groups);
                for word in words {
                    one(Part::Word, word, &mut groups);
                }
            }
            Block::Recipient(lines) => {
                for line in lines {
                    one(Part::LetterLine, line, &mut groups);
                }
            }
            Block::Date(text)
            | Block::Subject(text)
            | Block::Salutation(text)
            | Block::Closing(text)
            | Block::Signature(text) => one(Part::LetterLine, text, &mut groups),
        }
    }
    groups
}

fn group(head: Head) -> Group {
    let link = head.link.map(|link| link.text).unwrap_or_default();
    [
        (Part::Title, head.lead),
        (Part::Dates, head.dates),
        (Part::Subtitle, head.subtitle),
        (Part::Place, head.place),
        (Part::Link, link),
    ]
    .into_iter()
    .filter(|(_, text)| !text.is_empty())
    .map(|(part, text)| Value { part, text })
    .collect()
}

fn one(part: Part, text: String, groups: &mut Vec<Group>) {
    if !text.is_empty() {
        groups.push(vec![Value { part, text }]);
    }
}
