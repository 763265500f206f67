//! JSON Resume, compared: every value of the content stands in one of its texts.
//!
//! What must not happen here: headings or dates as shown, which the schema does not carry.

use super::values::Part;
use super::{Loss, LossKind};
use crate::clean::clean;
use foothold_shared::document::ResumeContent;
use serde_json::Value;

/// Compares what was written with the content.
pub(super) fn compare(content: &ResumeContent, written: &Value) -> Vec<Loss> {
    let mut texts = Vec::new();
    gather(written, &mut texts);
    let whole = texts.join("\n");
    let mut losses = Vec::new();
    let mut expect = |part, text: &str| {
        let text = clean(text);
        // Parts of a place or a level stand in texts of their own.
        let found = whole.contains(&text)
            || text
                .split([',', '(', ')', ':', '–'])
                .map(str::trim)
                .all(|piece| whole.contains(piece));
        if !found {
            losses.push(Loss::new(LossKind::Missing, part, &text));
        }
    };
    expect(Part::Name, &content.name);
    expect(Part::Headline, &content.headline.text);
    for item in &content.contact {
        expect(Part::Contact, &item.text);
    }
    for entry in content.sections.iter().flat_map(|one| &one.entries) {
        expect(Part::Title, &entry.title);
        expect(Part::Subtitle, &entry.subtitle);
        expect(Part::Place, &entry.place);
        expect(Part::Link, &entry.link);
        for (part, statements) in [
            (Part::Text, &entry.paragraph),
            (Part::Bullet, &entry.bullets),
            (Part::Word, &entry.words),
        ] {
            for statement in statements {
                expect(part, &statement.text);
            }
        }
    }
    losses
}

fn gather(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::String(text) => into.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| gather(value, into)),
        Value::Object(object) => object.values().for_each(|value| gather(value, into)),
        _ => {}
    }
}
