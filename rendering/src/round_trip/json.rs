//! JSON Resume, compared: every value of the content stands in one of its texts.
//!
//! What must not happen here: headings or dates as shown, which the schema does not carry.

use super::values::Part;
use super::{Loss, LossKind};
use crate::clean::clean;
use foothold_shared::document::{ResumeContent, SectionKind};
use serde_json::Value;
use std::collections::BTreeMap;

/// Compares what was written with the content.
pub(super) fn compare(content: &ResumeContent, written: &Value) -> Vec<Loss> {
    let mut texts = Vec::new();
    gather(written, &mut texts);
    let running = texts.join("\n");
    // What is said twice stands there twice.
    let mut values: BTreeMap<&str, usize> = BTreeMap::new();
    for text in &texts {
        *values.entry(bare(text)).or_default() += 1;
    }
    let mut losses = Vec::new();
    let mut expect = |part, text: &str| {
        let text = clean(text);
        if let Some(count) = values.get_mut(bare(&text)).filter(|count| **count > 0) {
            *count -= 1;
            return;
        }
        let whole = |piece: &str| piece.is_empty() || values.contains_key(piece);
        // Sentences stand together; parts of a place or a level stand in texts of their own.
        let found = match part {
            Part::Text => running.contains(&text),
            Part::Bullet => false,
            _ => {
                text.is_empty()
                    || text
                        .split_once(", ")
                        .is_some_and(|(head, tail)| whole(head) && whole(tail))
                    || text.contains(['(', ':', '–'])
                        && text
                            .split(['(', ')', ':', '–'])
                            .all(|piece| whole(piece.trim()))
            }
        };
        if !found {
            losses.push(Loss::new(LossKind::Missing, part, &text));
        }
    };
    expect(Part::Name, &content.name);
    expect(Part::Headline, &content.headline.text);
    for item in &content.contact {
        expect(Part::Contact, &item.text);
    }
    let entries = content.sections.iter().flat_map(|section| {
        let entries = section.entries.iter();
        entries.map(move |entry| (section.kind, entry))
    });
    for (kind, entry) in entries {
        // The schema has no groups of languages, and a summary no title.
        if !matches!(kind, SectionKind::Languages | SectionKind::Summary) {
            expect(Part::Title, &entry.title);
        }
        expect(Part::Subtitle, &entry.subtitle);
        expect(Part::Place, &entry.place);
        expect(Part::Link, &entry.link);
        for (part, statements) in [
            (Part::Text, &entry.paragraph),
            (Part::Bullet, &entry.bullets),
            (Part::Word, &entry.words),
        ] {
            for statement in statements.iter().filter(|one| !clean(&one.text).is_empty()) {
                expect(part, &statement.text);
            }
        }
    }
    losses
}

/// An address without what the two ways to write it differ in.
fn bare(text: &str) -> &str {
    text.trim_start_matches("https://")
        .trim_start_matches("http://")
        .trim_start_matches("www.")
        .trim_end_matches('/')
}

fn gather(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::String(text) => into.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| gather(value, into)),
        Value::Object(object) => object.values().for_each(|value| gather(value, into)),
        _ => {}
    }
}
