//! How wide words are. Widths are in thousandths of the size, so that one measuring serves every size.

use super::{Face, coverage::face_of, kerning};
use std::cell::RefCell;
use std::collections::HashMap;

/// A word, or a part of one that stands in one face.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Part {
    /// Its face.
    pub(crate) face: Face,
    /// Its characters.
    pub(crate) text: String,
    /// Its width, in thousandths of the size.
    pub(crate) width: u32,
}

/// Measures, and remembers what it measured. One ruler serves one document; nothing of it outlives it.
#[derive(Default)]
pub(crate) struct Ruler {
    words: RefCell<HashMap<(Face, String), Vec<Part>>>,
    signs: RefCell<HashMap<(Face, char), (u16, f32)>>,
    pairs: RefCell<HashMap<(Face, u16, u16), i16>>,
}

impl Ruler {
    /// A word in the parts that stand in one face each. What no face has, the caller ruled out.
    pub(crate) fn parts(&self, face: Face, word: &str) -> Vec<Part> {
        let key = (face, word.to_owned());
        if let Some(parts) = self.words.borrow().get(&key) {
            return parts.clone();
        }
        let mut parts: Vec<Part> = Vec::new();
        for sign in word.chars() {
            let stands_in = face_of(sign, face).unwrap_or(face);
            match parts.last_mut() {
                Some(part) if part.face == stands_in => part.text.push(sign),
                _ => parts.push(Part {
                    face: stands_in,
                    text: sign.to_string(),
                    width: 0,
                }),
            }
        }
        for part in &mut parts {
            part.width = self.width(part.face, &part.text);
        }
        self.words.borrow_mut().insert(key, parts.clone());
        parts
    }

    /// The width of a text that stands in one face.
    pub(crate) fn width(&self, face: Face, text: &str) -> u32 {
        let mut width = 0.0;
        let mut before = None;
        for sign in text.chars() {
            let (glyph, advance) = self.sign(face, sign);
            if let Some(before) = before {
                width += f32::from(self.kern(face, before, glyph));
            }
            width += advance;
            before = Some(glyph);
        }
        width.round().max(0.0) as u32
    }

    /// The adjustment between two glyphs, in thousandths of the size.
    fn kern(&self, face: Face, left: u16, right: u16) -> i16 {
        *self
            .pairs
            .borrow_mut()
            .entry((face, left, right))
            .or_insert_with(|| kerning::between(face, left, right))
    }

    /// The adjustments met so far in a face, by the face's glyphs, those of nought left out.
    pub(super) fn pairs_of(&self, face: Face) -> Vec<(u16, u16, i16)> {
        self.pairs
            .borrow()
            .iter()
            .filter(|((of, _, _), by)| *of == face && **by != 0)
            .map(|((_, left, right), by)| (*left, *right, *by))
            .collect()
    }

    /// The glyph of a character and its advance in thousandths of the size.
    fn sign(&self, face: Face, sign: char) -> (u16, f32) {
        *self
            .signs
            .borrow_mut()
            .entry((face, sign))
            .or_insert_with(|| {
                let glyph = face.glyph(sign).unwrap_or(0);
                let units = face
                    .font()
                    .glyph_hor_advance(ttf_parser::GlyphId(glyph))
                    .unwrap_or(0);
                (glyph, face.thousandths(f32::from(units)))
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_as_wide_as_its_letters_and_what_stands_between_them() {
        let ruler = Ruler::default();
        let apart = ruler.width(Face::Sans, "A") + ruler.width(Face::Sans, "V");
        assert!(ruler.width(Face::Sans, "AV") < apart);
        let apart = 2 * ruler.width(Face::Sans, "n");
        assert_eq!(ruler.width(Face::Sans, "nn"), apart);
        assert!(ruler.width(Face::Narrow, "minimum") < ruler.width(Face::Sans, "minimum"));
    }

    #[test]
    fn signs_that_a_face_lacks_stand_in_the_face_of_signs() {
        let parts = Ruler::default().parts(Face::SerifBold, "A→B");
        let faces: Vec<(Face, &str)> = parts
            .iter()
            .map(|part| (part.face, part.text.as_str()))
            .collect();
        assert_eq!(
            faces,
            [
                (Face::SerifBold, "A"),
                (Face::Symbols, "→"),
                (Face::SerifBold, "B")
            ]
        );
    }
}
