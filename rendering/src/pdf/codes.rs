//! One byte for each character: what genpdf is given to draw.
//!
//! Left to itself, genpdf embeds a font by asking it for every character that Unicode could ever have, ten
//! milliseconds a face. Instead it is told to use fonts that every reader of PDFs has, with the widths of ours; those
//! know a byte a character, so each face's characters get bytes of their own, and `finish` puts our fonts in. This is
//! how fonts were cut for PDFs before there was Unicode. A document with more characters than bytes gets several
//! tables for a face.

use crate::fonts::{Face, subset::Subset};
use crate::layout::Page;
use std::collections::{BTreeMap, BTreeSet};

/// The fonts that stand for ours while genpdf draws.
const STAND_INS: [printpdf::BuiltinFont; 12] = [
    printpdf::BuiltinFont::TimesRoman,
    printpdf::BuiltinFont::TimesBold,
    printpdf::BuiltinFont::TimesItalic,
    printpdf::BuiltinFont::TimesBoldItalic,
    printpdf::BuiltinFont::Helvetica,
    printpdf::BuiltinFont::HelveticaBold,
    printpdf::BuiltinFont::HelveticaOblique,
    printpdf::BuiltinFont::HelveticaBoldOblique,
    printpdf::BuiltinFont::Courier,
    printpdf::BuiltinFont::CourierOblique,
    printpdf::BuiltinFont::CourierBold,
    printpdf::BuiltinFont::CourierBoldOblique,
];

/// A table of bytes for some characters of a face.
pub(super) struct Table {
    pub(super) face: Face,
    /// The byte of a character, as the character that Windows-1252 has there.
    pub(super) codes: BTreeMap<char, char>,
}

impl Table {
    /// The character that a byte stands for.
    pub(super) fn sign(&self, code: char) -> char {
        let known = self.codes.iter().find(|(_, known)| **known == code);
        known.map_or(' ', |(sign, _)| *sign)
    }
}

/// The tables of a document, and the part of each face that it needs.
pub(super) struct Codes {
    pub(super) tables: Vec<Table>,
    pub(super) subsets: BTreeMap<Face, Subset>,
}

impl Codes {
    /// What the pages need.
    pub(super) fn of(pages: &[Page]) -> Self {
        let mut signs: BTreeMap<Face, BTreeSet<char>> = BTreeMap::new();
        for run in pages.iter().flatten().flat_map(|placed| &placed.line.runs) {
            signs.entry(run.face).or_default().extend(run.text.chars());
        }
        let mut tables = Vec::new();
        for (face, signs) in &signs {
            let signs: Vec<char> = signs.iter().copied().collect();
            let bytes: Vec<char> = bytes().collect();
            for part in signs.chunks(bytes.len()) {
                tables.push(Table {
                    face: *face,
                    codes: part.iter().copied().zip(bytes.iter().copied()).collect(),
                });
            }
        }
        Self {
            tables,
            subsets: signs
                .iter()
                .map(|(face, signs)| (*face, Subset::of(*face, signs)))
                .collect(),
        }
    }

    /// The font that stands for a table; `None` past the last, with more characters than a career could need.
    pub(super) fn stand_in(table: usize) -> Option<printpdf::BuiltinFont> {
        STAND_INS.get(table).copied()
    }

    /// The table that a stand-in's name means.
    pub(super) fn table_named(&self, name: &[u8]) -> Option<&Table> {
        let at = STAND_INS.iter().position(|font| {
            let known: &'static str = (*font).into();
            known.as_bytes() == name
        })?;
        self.tables.get(at)
    }

    /// A text in pieces that one table holds each.
    pub(super) fn pieces<'t>(&self, face: Face, text: &'t str) -> Vec<(usize, &'t str)> {
        let mut pieces: Vec<(usize, &str)> = Vec::new();
        let mut from = 0;
        for (at, sign) in text.char_indices() {
            let Some(table) = self.table_of(face, sign) else {
                continue;
            };
            let end = at + sign.len_utf8();
            match pieces.last_mut() {
                Some((last, piece)) if *last == table => {
                    *piece = text.get(from..end).unwrap_or(piece);
                }
                _ => {
                    from = at;
                    pieces.push((table, text.get(at..end).unwrap_or_default()));
                }
            }
        }
        pieces
    }

    fn table_of(&self, face: Face, sign: char) -> Option<usize> {
        self.tables
            .iter()
            .position(|table| table.face == face && table.codes.contains_key(&sign))
    }
}

/// The bytes that Windows-1252 and Latin 1 agree on, as characters; the one that shows as no hyphen left out.
fn bytes() -> impl Iterator<Item = char> {
    (' '..='~')
        .chain('\u{A1}'..='\u{FF}')
        .filter(|sign| *sign != '\u{AD}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flow::Block;
    use crate::fonts::ruler::Ruler;
    use crate::layout::Draft;
    use foothold_shared::document::DocumentLook;

    #[test]
    fn many_scripts_in_one_document_take_several_tables_and_lose_nothing() {
        let signs: String = ('\u{A1}'..='\u{24F}')
            .chain('\u{410}'..='\u{4FF}')
            .filter(|sign| Face::Sans.glyph(*sign).is_some())
            .collect();
        let ruler = Ruler::default();
        let blocks = [Block::Paragraph(signs.clone())];
        let draft = Draft::new(&blocks, &DocumentLook::default(), &ruler);
        let (_, pages) = draft.pages(0);
        let codes = Codes::of(&pages);
        assert!(codes.tables.len() >= 3);
        let pieces = codes.pieces(Face::Sans, &signs);
        let whole: String = pieces.iter().map(|(_, piece)| *piece).collect();
        assert_eq!(whole, signs);
    }
}
