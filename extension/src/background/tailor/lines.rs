//! A document's content as lines: what a sheet shows of it, and the letter as text for a field that asks for it.

use crate::messages::{DocumentLine, LineRole};
use foothold_shared::document::{
    DocumentEntry, LetterContent, LetterParagraph, ResumeContent, Statement,
};

/// A résumé's lines, in the order of the page.
pub(crate) fn resume(content: &ResumeContent) -> Vec<DocumentLine> {
    let mut lines = vec![plain(LineRole::Title, content.name.clone())];
    lines.push(said(LineRole::Text, &content.headline));
    let contact: Vec<&str> = content.contact.iter().map(|item| &*item.text).collect();
    lines.push(plain(LineRole::Text, contact.join(" \u{b7} ")));
    for section in &content.sections {
        lines.push(plain(LineRole::Heading, section.title.clone()));
        for one in &section.entries {
            entry(one, &mut lines);
        }
    }
    lines.retain(|line| !line.text.is_empty());
    lines
}

fn entry(entry: &DocumentEntry, lines: &mut Vec<DocumentLine>) {
    let words: Vec<&str> = entry.words.iter().map(|word| &*word.text).collect();
    let head = [&entry.title, &entry.subtitle, &entry.place];
    let head: Vec<&str> = head
        .into_iter()
        .map(|part| &**part)
        .filter(|part| !part.is_empty())
        .collect();
    let head = head.join(", ");
    if words.is_empty() {
        lines.push(DocumentLine {
            aside: entry.dates.clone(),
            ..plain(LineRole::Entry, head)
        });
    } else {
        let words = words.join(", ");
        let text = if head.is_empty() {
            words
        } else {
            format!("{head}: {words}")
        };
        lines.push(plain(LineRole::Text, text));
    }
    lines.extend(entry.paragraph.iter().map(|one| said(LineRole::Text, one)));
    lines.extend(entry.bullets.iter().map(|one| said(LineRole::Bullet, one)));
}

/// A letter's lines, sentence by sentence.
pub(crate) fn letter(content: &LetterContent) -> Vec<DocumentLine> {
    let mut lines: Vec<DocumentLine> = content
        .recipient
        .iter()
        .chain([&content.date])
        .map(|line| plain(LineRole::Text, line.clone()))
        .collect();
    lines.push(plain(LineRole::Title, content.subject.clone()));
    lines.push(plain(LineRole::Entry, content.salutation.clone()));
    for paragraph in &content.paragraphs {
        let sentences = paragraph.statements.iter();
        lines.extend(sentences.map(|one| said(LineRole::Text, one)));
    }
    lines.push(plain(LineRole::Entry, content.closing.clone()));
    lines.push(plain(LineRole::Entry, content.name.clone()));
    lines.retain(|line| !line.text.is_empty());
    lines
}

/// A letter as a person types it into a form: without head, date and addresses.
pub(crate) fn text(content: &LetterContent) -> String {
    let sentences = |paragraph: &LetterParagraph| {
        let all = paragraph.statements.iter().map(|one| &*one.text);
        all.collect::<Vec<_>>().join(" ")
    };
    let mut parts = vec![content.salutation.clone()];
    parts.extend(content.paragraphs.iter().map(sentences));
    parts.push(
        format!("{}\n{}", content.closing, content.name)
            .trim()
            .to_owned(),
    );
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

fn plain(role: LineRole, text: String) -> DocumentLine {
    DocumentLine {
        role,
        text,
        aside: String::new(),
        facts: Vec::new(),
    }
}

fn said(role: LineRole, statement: &Statement) -> DocumentLine {
    DocumentLine {
        facts: statement.facts.clone(),
        ..plain(role, statement.text.clone())
    }
}
