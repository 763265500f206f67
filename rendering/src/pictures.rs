//! Pictures among the letters (emoji): a PDF leaves out those that our fonts lack, and says which.
//!
//! They decorate; the words beside them say what is meant. What must not happen here: a letter, digit or sign of a
//! script that is left out. What is no picture and has no face is refused instead ([`crate::RenderError::Script`]).

use crate::Document;
use crate::clean::clean;
use crate::flow::flow;
use crate::fonts::{Face, coverage::face_of};
use crate::pdf::texts;
use foothold_shared::document::{LetterContent, ResumeContent, Statement};

/// A document as a PDF shows it.
pub(crate) enum Printed<'a> {
    /// As it is.
    Whole(Document<'a>),
    /// A résumé without the pictures that no face has.
    Resume(Box<ResumeContent>),
    /// A letter likewise.
    Letter(Box<LetterContent>),
}

impl Printed<'_> {
    pub(crate) fn of(document: Document<'_>) -> Printed<'_> {
        if left_out(document).is_empty() {
            return Printed::Whole(document);
        }
        match document {
            Document::Resume(content) => {
                let mut content = Box::new(content.clone());
                resume_texts(&mut content, &mut strip);
                Printed::Resume(content)
            }
            Document::Letter(content) => {
                let mut content = Box::new(content.clone());
                letter_texts(&mut content, &mut strip);
                Printed::Letter(content)
            }
        }
    }

    pub(crate) fn document(&self) -> Document<'_> {
        match self {
            Self::Whole(document) => *document,
            Self::Resume(content) => Document::Resume(content),
            Self::Letter(content) => Document::Letter(content),
        }
    }
}

/// The pictures that a PDF of this document leaves out, each once, in their order; empty for most.
#[must_use]
pub fn left_out(document: Document<'_>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for block in flow(document) {
        for picture in texts(&block)
            .into_iter()
            .flat_map(|(_, text)| pictures(text))
        {
            if !found.contains(&picture) {
                found.push(picture);
            }
        }
    }
    found
}

/// The pictures in a text that no face has, each with what belongs to it: a tone of skin, the second letter of a flag,
/// what is joined to it.
fn pictures(text: &str) -> Vec<String> {
    let is_flag = |sign: char| matches!(sign, '\u{1F1E6}'..='\u{1F1FF}');
    let mut found: Vec<String> = Vec::new();
    let mut open = false;
    for sign in text.chars() {
        let last = found.last_mut().filter(|_| open);
        if is_lacking(sign) {
            let belongs = |picture: &str| {
                is_part(sign)
                    || picture.ends_with('\u{200D}')
                    || is_flag(sign) && picture.chars().count() == 1 && picture.starts_with(is_flag)
            };
            match last {
                Some(picture) if belongs(picture) => picture.push(sign),
                _ => found.push(sign.to_string()),
            }
            open = true;
        } else if is_joiner(sign) {
            if let Some(picture) = last {
                picture.push(sign);
            }
        } else {
            open = false;
        }
    }
    for picture in &mut found {
        picture.truncate(picture.trim_end_matches(is_joiner).len());
    }
    found
}

/// What stands between the parts of a picture and shows nothing.
fn is_joiner(sign: char) -> bool {
    matches!(sign, '\u{200D}' | '\u{FE0F}')
}

/// Whether a sign is a picture, or belongs to one, and no face has it.
fn is_lacking(sign: char) -> bool {
    let picture = matches!(sign, '\u{2190}'..='\u{2BFF}' | '\u{3030}' | '\u{303D}' | '\u{3297}' | '\u{3299}'
        | '\u{1F000}'..='\u{1FBFF}')
        || is_part(sign);
    picture && face_of(sign, Face::Serif).is_none()
}

/// What changes a picture and is none by itself: tones of skin and hair, what puts a key around a digit.
fn is_part(sign: char) -> bool {
    matches!(sign, '\u{1F3FB}'..='\u{1F3FF}' | '\u{1F9B0}'..='\u{1F9B3}' | '\u{20E3}')
}

fn strip(text: &mut String) {
    if text.contains(is_lacking) {
        // What joined two pictures joins nothing now.
        let kept: String = text
            .chars()
            .filter(|sign| !is_lacking(*sign) && !is_joiner(*sign))
            .collect();
        *text = clean(&kept);
    }
}

fn resume_texts(content: &mut ResumeContent, change: &mut dyn FnMut(&mut String)) {
    change(&mut content.name);
    change(&mut content.headline.text);
    content
        .contact
        .iter_mut()
        .for_each(|item| change(&mut item.text));
    for section in &mut content.sections {
        change(&mut section.title);
        for entry in &mut section.entries {
            for text in [
                &mut entry.title,
                &mut entry.subtitle,
                &mut entry.place,
                &mut entry.dates,
                &mut entry.link,
            ] {
                change(text);
            }
            for list in [&mut entry.paragraph, &mut entry.bullets, &mut entry.words] {
                statements(list, change);
            }
        }
    }
}

fn letter_texts(content: &mut LetterContent, change: &mut dyn FnMut(&mut String)) {
    for text in [
        &mut content.name,
        &mut content.date,
        &mut content.subject,
        &mut content.salutation,
        &mut content.closing,
    ] {
        change(text);
    }
    content
        .contact
        .iter_mut()
        .for_each(|item| change(&mut item.text));
    content.recipient.iter_mut().for_each(&mut *change);
    for paragraph in &mut content.paragraphs {
        statements(&mut paragraph.statements, change);
    }
}

fn statements(list: &mut [Statement], change: &mut dyn FnMut(&mut String)) {
    list.iter_mut().for_each(|one| change(&mut one.text));
}

#[cfg(test)]
mod tests {
    use super::*;
    use foothold_shared::document::{DocumentEntry, DocumentSection};

    fn said(text: &str) -> Statement {
        Statement {
            text: text.to_owned(),
            ..Statement::default()
        }
    }

    #[test]
    fn pictures_go_and_letters_signs_and_digits_stay() {
        for (text, printed) in [
            ("Shipped 🚀 for all", "Shipped for all"),
            ("👩🏽‍🔬 Chemist", "Chemist"),
            ("✔ Done → well ★", "✔ Done → well ★"),
            ("1\u{FE0F}\u{20E3} First", "1 First"),
            ("🇵🇹 Porto", "Porto"),
            ("王小明 🚀", "王小明"),
            ("می\u{200C}خواهم", "می\u{200C}خواهم"),
        ] {
            let mut own = text.to_owned();
            strip(&mut own);
            assert_eq!(own, printed);
        }
    }

    #[test]
    fn what_belongs_to_a_picture_is_told_with_it() {
        assert_eq!(pictures("👩🏽‍🔬 🇵🇹🇨🇱 a 🚀🚀 b"), ["👩🏽‍🔬", "🇵🇹", "🇨🇱", "🚀", "🚀"]);
        assert_eq!(pictures("✔ é 王"), Vec::<String>::new());
    }

    #[test]
    fn what_goes_is_told_once_and_all_else_is_as_it_was() {
        let content = ResumeContent {
            name: "Ana 🌊".to_owned(),
            headline: said("Sailor"),
            sections: vec![DocumentSection {
                entries: vec![DocumentEntry {
                    bullets: vec![said("🚀"), said("Rowed 🌊🏽 far")],
                    ..DocumentEntry::default()
                }],
                ..DocumentSection::default()
            }],
            ..ResumeContent::default()
        };
        assert_eq!(left_out(Document::Resume(&content)), ["🌊", "🚀", "🌊🏽"]);
        let printed = Printed::of(Document::Resume(&content));
        let Document::Resume(shown) = printed.document() else {
            panic!("a résumé");
        };
        assert_eq!(shown.name, "Ana");
        assert_eq!(shown.headline, content.headline);
        assert_eq!(shown.sections[0].entries[0].bullets[1].text, "Rowed far");
        assert_eq!(content.name, "Ana 🌊");
        let plain = ResumeContent {
            name: "Ana".to_owned(),
            ..ResumeContent::default()
        };
        assert!(matches!(
            Printed::of(Document::Resume(&plain)),
            Printed::Whole(_)
        ));
    }
}
