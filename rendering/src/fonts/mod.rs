//! The faces our PDFs are set in: what they cover, how wide they run, and the part of one that a document needs.
//!
//! What must not happen here: a character drawn as a box. [`coverage`] says beforehand what no face has.

pub(crate) mod coverage;
mod kerning;
pub(crate) mod ruler;
pub(crate) mod subset;

use std::sync::OnceLock;

/// A face.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Face {
    /// Noto Sans.
    Sans,
    /// Noto Sans Bold.
    SansBold,
    /// Noto Sans Italic.
    SansItalic,
    /// Noto Sans SemiCondensed.
    Narrow,
    /// Noto Sans SemiCondensed Bold.
    NarrowBold,
    /// Noto Sans SemiCondensed Italic.
    NarrowItalic,
    /// Noto Serif SemiCondensed.
    Serif,
    /// Noto Serif SemiCondensed Bold.
    SerifBold,
    /// Noto Serif SemiCondensed Italic.
    SerifItalic,
    /// Noto Serif Display SemiCondensed, for names.
    Display,
    /// DejaVu Sans: signs that the others lack.
    Symbols,
}

const FACES: usize = 11;

impl Face {
    /// The name a PDF gives it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Sans => "NotoSans-Regular",
            Self::SansBold => "NotoSans-Bold",
            Self::SansItalic => "NotoSans-Italic",
            Self::Narrow => "NotoSans-SemiCondensed",
            Self::NarrowBold => "NotoSans-SemiCondensedBold",
            Self::NarrowItalic => "NotoSans-SemiCondensedItalic",
            Self::Serif => "NotoSerif-SemiCondensed",
            Self::SerifBold => "NotoSerif-SemiCondensedBold",
            Self::SerifItalic => "NotoSerif-SemiCondensedItalic",
            Self::Display => "NotoSerifDisplay-SemiCondensed",
            Self::Symbols => "DejaVuSans",
        }
    }

    /// Whether it has serifs.
    pub(crate) fn has_serifs(self) -> bool {
        matches!(
            self,
            Self::Serif | Self::SerifBold | Self::SerifItalic | Self::Display
        )
    }

    /// Whether it is bold.
    pub(crate) fn is_bold(self) -> bool {
        matches!(self, Self::SansBold | Self::NarrowBold | Self::SerifBold)
    }

    /// Whether it slants.
    pub(crate) fn is_italic(self) -> bool {
        matches!(
            self,
            Self::SansItalic | Self::NarrowItalic | Self::SerifItalic
        )
    }

    fn file(self) -> &'static [u8] {
        match self {
            Self::Sans => include_bytes!("../../fonts/sans-regular.ttf"),
            Self::SansBold => include_bytes!("../../fonts/sans-bold.ttf"),
            Self::SansItalic => include_bytes!("../../fonts/sans-italic.ttf"),
            Self::Narrow => include_bytes!("../../fonts/narrow-regular.ttf"),
            Self::NarrowBold => include_bytes!("../../fonts/narrow-bold.ttf"),
            Self::NarrowItalic => include_bytes!("../../fonts/narrow-italic.ttf"),
            Self::Serif => include_bytes!("../../fonts/serif-regular.ttf"),
            Self::SerifBold => include_bytes!("../../fonts/serif-bold.ttf"),
            Self::SerifItalic => include_bytes!("../../fonts/serif-italic.ttf"),
            Self::Display => include_bytes!("../../fonts/display-regular.ttf"),
            Self::Symbols => include_bytes!("../../fonts/symbols.ttf"),
        }
    }

    /// The face, parsed once.
    ///
    /// # Panics
    /// When a file of ours is no font, which a test rules out.
    pub(crate) fn font(self) -> &'static ttf_parser::Face<'static> {
        static FONTS: [OnceLock<ttf_parser::Face<'static>>; FACES] =
            [const { OnceLock::new() }; FACES];
        FONTS[self as usize].get_or_init(|| {
            ttf_parser::Face::parse(self.file(), 0).expect("our own font files are fonts")
        })
    }

    /// The glyph of a character; `None` where the face has none.
    pub(crate) fn glyph(self, sign: char) -> Option<u16> {
        self.font()
            .glyph_index(sign)
            .map(|glyph| glyph.0)
            .filter(|glyph| *glyph != 0)
    }

    /// From font units to thousandths of the size.
    pub(crate) fn thousandths(self, units: f32) -> f32 {
        units * 1000.0 / f32::from(self.font().units_per_em())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Face; FACES] = [
        Face::Sans,
        Face::SansBold,
        Face::SansItalic,
        Face::Narrow,
        Face::NarrowBold,
        Face::NarrowItalic,
        Face::Serif,
        Face::SerifBold,
        Face::SerifItalic,
        Face::Display,
        Face::Symbols,
    ];

    #[test]
    fn every_face_is_a_font_with_outlines() {
        for face in ALL {
            assert!(face.font().tables().glyf.is_some(), "{face:?}");
        }
    }

    #[test]
    fn every_text_face_covers_the_promised_scripts() {
        let samples = "Zażółć gęślą jaźń Příliš žluťoučký kůň İstanbul ğş țară Þórður Ñandú Œuvre ß ẞ \
            Ξεσκεπάζω την ψυχοφθόρα βδελυγμία Съешь же ещё этих мягких булок Ґанок їжак Љубав ў \
            Nguyễn Thị Hồng Ánh Đặng Trường ¿¡ “”‘’„«»–—…•·€£₹₽₺°№ ©®™ ½²";
        for face in ALL.into_iter().filter(|face| *face != Face::Symbols) {
            for sign in samples.chars().filter(|sign| !sign.is_whitespace()) {
                assert!(face.glyph(sign).is_some(), "{face:?} lacks {sign}");
            }
        }
    }
}
