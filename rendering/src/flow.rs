//! Content → blocks: what every format sets, in the one order of reading.
//!
//! Text, Word and PDF all go through here, and so does the check that reads them back. What must not happen here: how
//! something looks.

use crate::Document;
use crate::clean::clean;
use foothold_shared::document::{
    ContactItem, DocumentEntry, DocumentSection, LetterContent, ResumeContent, SectionKind,
    Statement,
};

/// Words that may lead somewhere.
#[derive(Clone, PartialEq, Eq, Default)]
pub(crate) struct Shown {
    /// As shown.
    pub(crate) text: String,
    /// Where it leads; empty where nowhere.
    pub(crate) url: String,
}

/// The head of an entry. No line of it is empty.
///
/// In a PDF the time must stand in the flow of the words. Set at the right edge of the line, pdftotext and others that
/// guess columns take the times of a page for a column, and put them behind the text of the entries (measured: most
/// documents whose points are shorter than the line). Word files carry their order themselves, and may set it there.
#[derive(Clone, PartialEq, Eq, Default)]
pub(crate) struct Head {
    /// The title; the company or school where there is none.
    pub(crate) lead: String,
    /// Company, school, issuer; empty where none, or where it leads.
    pub(crate) subtitle: String,
    /// Where.
    pub(crate) place: String,
    /// When, as shown.
    pub(crate) dates: String,
    /// Its page.
    pub(crate) link: Option<Shown>,
}

/// A piece of a page.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Block {
    /// The person's name.
    Name(String),
    /// What they are.
    Headline(String),
    /// How to reach them.
    Contact(Vec<Shown>),
    /// A section begins.
    Heading(SectionKind, String),
    /// An entry begins.
    Entry(Head),
    /// Running text.
    Paragraph(String),
    /// One point of a list.
    Bullet(String),
    /// Words in a row, with what they are (empty where nothing says so).
    Words(String, Vec<String>),
    /// A letter's day.
    Date(String),
    /// Whom a letter goes to, a line each.
    Recipient(Vec<String>),
    /// What a letter is about.
    Subject(String),
    /// How a letter begins.
    Salutation(String),
    /// How it ends.
    Closing(String),
    /// The name below it.
    Signature(String),
}
foothold_shared::redact_debug!(Shown, Head, Block);

/// The blocks of a document, none of them empty.
pub(crate) fn flow(document: Document<'_>) -> Vec<Block> {
    match document {
        Document::Resume(content) => resume(content),
        Document::Letter(content) => letter(content),
    }
}

/// What programs show as the document's title.
pub(crate) fn title(document: Document<'_>) -> String {
    let (name, rest) = match document {
        Document::Resume(content) => (&content.name, &content.headline.text),
        Document::Letter(content) => (&content.name, &content.subject),
    };
    joined(&[clean(name), clean(rest)], " – ")
}

/// Whose document it is.
pub(crate) fn author(document: Document<'_>) -> String {
    match document {
        Document::Resume(content) => clean(&content.name),
        Document::Letter(content) => clean(&content.name),
    }
}

/// Its language, as BCP 47 with the region that spelling checkers expect; "en" where what is given is none.
pub(crate) fn language(document: Document<'_>) -> String {
    let given = match document {
        Document::Resume(content) => &content.language,
        Document::Letter(content) => &content.language,
    };
    let given = given.trim().to_ascii_lowercase();
    let region = match given.as_str() {
        "en" => "US",
        "de" => "DE",
        "fr" => "FR",
        "es" => "ES",
        "it" => "IT",
        "nl" => "NL",
        "pt" => "PT",
        "pl" => "PL",
        _ if (2..=3).contains(&given.len()) && given.bytes().all(|b| b.is_ascii_lowercase()) => {
            return given;
        }
        _ => return "en-US".to_owned(),
    };
    format!("{given}-{region}")
}

fn resume(content: &ResumeContent) -> Vec<Block> {
    let mut blocks = Vec::new();
    head(&content.name, &mut blocks);
    put(clean(&content.headline.text), Block::Headline, &mut blocks);
    contact(&content.contact, &mut blocks);
    for section in &content.sections {
        let mut inner = Vec::new();
        for entry in &section.entries {
            self::entry(section, entry, &mut inner);
        }
        if !inner.is_empty() {
            let title = clean(&section.title);
            put(
                title,
                |title| Block::Heading(section.kind, title),
                &mut blocks,
            );
            blocks.append(&mut inner);
        }
    }
    blocks
}

fn letter(content: &LetterContent) -> Vec<Block> {
    let mut blocks = Vec::new();
    head(&content.name, &mut blocks);
    contact(&content.contact, &mut blocks);
    put(clean(&content.date), Block::Date, &mut blocks);
    let recipient = filled(content.recipient.iter().map(|line| clean(line)));
    if !recipient.is_empty() {
        blocks.push(Block::Recipient(recipient));
    }
    put(clean(&content.subject), Block::Subject, &mut blocks);
    put(clean(&content.salutation), Block::Salutation, &mut blocks);
    for paragraph in &content.paragraphs {
        put(
            sentences(&paragraph.statements),
            Block::Paragraph,
            &mut blocks,
        );
    }
    put(clean(&content.closing), Block::Closing, &mut blocks);
    put(clean(&content.name), Block::Signature, &mut blocks);
    blocks
}

fn head(name: &str, into: &mut Vec<Block>) {
    put(clean(name), Block::Name, into);
}

fn contact(items: &[ContactItem], into: &mut Vec<Block>) {
    let shown: Vec<Shown> = items
        .iter()
        .map(|item| Shown {
            text: clean(&item.text),
            url: url(&item.url),
        })
        .filter(|shown| !shown.text.is_empty())
        .collect();
    if !shown.is_empty() {
        into.push(Block::Contact(shown));
    }
}

fn entry(section: &DocumentSection, entry: &DocumentEntry, into: &mut Vec<Block>) {
    let words = filled(entry.words.iter().map(|word| clean(&word.text)));
    let mut head = Head {
        lead: clean(&entry.title),
        subtitle: clean(&entry.subtitle),
        place: clean(&entry.place),
        dates: clean(&entry.dates),
        link: link(&entry.link),
    };
    let only_a_label = head.subtitle.is_empty()
        && head.place.is_empty()
        && head.dates.is_empty()
        && head.link.is_none()
        && matches!(section.kind, SectionKind::Skills | SectionKind::Languages)
        && !words.is_empty();
    let label = if only_a_label {
        std::mem::take(&mut head.lead)
    } else {
        String::new()
    };
    if head.lead.is_empty() {
        head.lead = std::mem::take(&mut head.subtitle);
    }
    if head.lead.is_empty() {
        head.lead = std::mem::take(&mut head.place);
    }
    if head != Head::default() {
        into.push(Block::Entry(head));
    }
    put(sentences(&entry.paragraph), Block::Paragraph, into);
    for bullet in &entry.bullets {
        put(clean(&bullet.text), Block::Bullet, into);
    }
    if !words.is_empty() {
        into.push(Block::Words(label, words));
    }
}

/// An address as people read it, and the address.
fn link(address: &str) -> Option<Shown> {
    let said = clean(address);
    let bare = said
        .strip_prefix("https://")
        .or_else(|| said.strip_prefix("http://"))
        .unwrap_or(&said);
    let text = bare.trim_start_matches("www.").trim_end_matches('/');
    (!text.is_empty()).then(|| Shown {
        text: text.to_owned(),
        url: url(address),
    })
}

/// An address without spaces, of a kind that leads somewhere harmless; else none.
fn url(address: &str) -> String {
    let address = clean(address);
    let lower = address.to_ascii_lowercase();
    let known = ["https://", "http://", "mailto:", "tel:"]
        .iter()
        .any(|scheme| lower.starts_with(scheme) && lower.len() > scheme.len());
    if known && !address.contains(char::is_whitespace) {
        address
    } else {
        String::new()
    }
}

/// What stands between company, place, page and time in one line: a comma may be part of each of them.
pub(crate) const BETWEEN: &str = " · ";

/// How words in a row are divided: by commas, except where a word holds one.
pub(crate) fn divider(words: &[String]) -> &'static str {
    if words.iter().any(|word| word.contains(',')) {
        "; "
    } else {
        ", "
    }
}

fn sentences(statements: &[Statement]) -> String {
    let texts = filled(statements.iter().map(|statement| clean(&statement.text)));
    texts.join(" ")
}

fn filled(texts: impl Iterator<Item = String>) -> Vec<String> {
    texts.filter(|text| !text.is_empty()).collect()
}

/// The texts that say something.
pub(crate) fn joined(texts: &[String], by: &str) -> String {
    filled(texts.iter().cloned()).join(by)
}

fn put(text: String, block: impl FnOnce(String) -> Block, into: &mut Vec<Block>) {
    if !text.is_empty() {
        into.push(block(text));
    }
}
