//! A letter of somebody who does not exist.

use crate::sample::{DID, contact, statement};
use foothold_shared::document::{LetterContent, LetterParagraph};

/// A letter.
pub(crate) fn letter() -> LetterContent {
    let paragraph = |texts: &[&str]| LetterParagraph {
        statements: texts
            .iter()
            .map(|text| statement(text, "work/0/0"))
            .collect(),
    };
    LetterContent {
        language: "en".to_owned(),
        name: "Zofia Łukasiewicz-Müller".to_owned(),
        contact: contact(),
        date: "21 November 2026".to_owned(),
        recipient: vec![
            "Harbour Analytics Ltd".to_owned(),
            "Dublin, Ireland".to_owned(),
        ],
        subject: "Application as Staff Engineer, Search".to_owned(),
        salutation: "Dear hiring team,".to_owned(),
        paragraphs: vec![
            paragraph(&[
                "your posting asks for someone who has run a ranking system that millions of people depend on.",
                "That has been my work since 2022: at Nordlicht Systems I lead a team of 8 engineers who deliver a real-time job-matching platform used by 2.5 million people.",
            ]),
            paragraph(&[
                DID[4],
                DID[2],
                "Both came from measuring first and building second, which is how your posting describes the team.",
            ]),
            paragraph(&[
                "I would be glad to show you how we got there, and to hear what keeps your search from being as fast as you want it.",
            ]),
        ],
        closing: "Kind regards,".to_owned(),
    }
}
