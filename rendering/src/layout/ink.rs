//! Texts as words that were measured.

use crate::fonts::coverage::settle;
use crate::fonts::ruler::{Part, Ruler};
use crate::look::{Kind, Look};

/// A measured piece of text of one kind.
#[derive(Clone, PartialEq)]
pub(super) struct Ink {
    pub(super) kind: Kind,
    pub(super) part: Part,
    pub(super) link: Option<String>,
}

impl Ink {
    /// Its width in points.
    pub(super) fn width(&self, look: &Look) -> f32 {
        self.part.width as f32 / 1000.0 * look.style(self.kind).size
    }
}

/// A word: lines break before it and nowhere else, unless it is wider than a line.
#[derive(Clone, PartialEq, Default)]
pub(super) struct Word {
    /// What stands before it where it does not begin a line: a space, a divider.
    pub(super) lead: Vec<Ink>,
    /// The word.
    pub(super) inks: Vec<Ink>,
}

/// A text of one kind.
pub(super) struct Span<'t> {
    pub(super) kind: Kind,
    pub(super) text: &'t str,
    pub(super) link: Option<&'t str>,
}

impl<'t> Span<'t> {
    pub(super) fn new(kind: Kind, text: &'t str) -> Self {
        Self {
            kind,
            text,
            link: None,
        }
    }
}

/// Measures texts.
pub(super) struct Pen<'a> {
    pub(super) look: &'a Look,
    pub(super) ruler: &'a Ruler,
}

impl Pen<'_> {
    /// A text, taken as one.
    pub(super) fn inks(&self, kind: Kind, text: &str, link: Option<&str>) -> Vec<Ink> {
        let parts = self.ruler.parts(self.look.style(kind).face, text);
        parts
            .into_iter()
            .map(|part| Ink {
                kind,
                part,
                link: link.filter(|link| !link.is_empty()).map(str::to_owned),
            })
            .collect()
    }

    /// Texts after each other, a space between them, as words.
    pub(super) fn words(&self, spans: &[Span<'_>]) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::new();
        for span in spans {
            let text = settle(span.text);
            for word in text.split_whitespace() {
                let inks = self.inks(span.kind, word, span.link);
                match words.last_mut() {
                    // Readers of PDFs take a hyphen that ends a line for a word's division and drop it.
                    Some(before) if ends_in_hyphen(before) => {
                        before.inks.extend(self.inks(span.kind, " ", span.link));
                        before.inks.extend(inks);
                    }
                    Some(before) => {
                        // Within a link the space belongs to it, else it is of the text before.
                        let of = before.inks.last();
                        let lead = match of {
                            Some(ink) if ink.link.as_deref() == span.link => {
                                self.inks(ink.kind, " ", span.link)
                            }
                            _ => self.inks(Kind::Body, " ", None),
                        };
                        words.push(Word { lead, inks });
                    }
                    None => words.push(Word {
                        lead: Vec::new(),
                        inks,
                    }),
                }
            }
        }
        words
    }

    /// Texts that are kept in one piece, with a divider between them where they share a line.
    pub(super) fn items<'t>(
        &self,
        kind: Kind,
        divider: &str,
        items: impl Iterator<Item = (&'t str, &'t str)>,
    ) -> Vec<Word> {
        let mut words = Vec::new();
        for (text, link) in items {
            let text = settle(text);
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let lead = if words.is_empty() {
                Vec::new()
            } else {
                self.inks(kind, divider, None)
            };
            words.push(Word {
                lead,
                inks: self.inks(kind, &text, Some(link)),
            });
        }
        words
    }
}

fn ends_in_hyphen(word: &Word) -> bool {
    word.inks
        .last()
        .is_some_and(|ink| ink.part.text.ends_with('-'))
}
