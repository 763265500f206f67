//! How much closer two letters stand than their widths say, from the font's positioning table.

use super::Face;
use ttf_parser::GlyphId;
use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};

/// The adjustment between two glyphs in thousandths of the size; 0 for most.
pub(super) fn between(face: Face, left: u16, right: u16) -> i16 {
    let Some(table) = face.font().tables().gpos else {
        return 0;
    };
    let (left, right) = (GlyphId(left), GlyphId(right));
    for lookup in table.lookups {
        for pair in lookup.subtables.into_iter::<PositioningSubtable<'_>>() {
            let PositioningSubtable::Pair(pair) = pair else {
                break;
            };
            // The first subtable that names the pair decides, also when it says nought.
            if let Some(units) = named(&pair, left, right) {
                return face.thousandths(f32::from(units)).round() as i16;
            }
        }
    }
    0
}

fn named(pair: &PairAdjustment<'_>, left: GlyphId, right: GlyphId) -> Option<i16> {
    let index = pair.coverage().get(left)?;
    let (first, _) = match pair {
        PairAdjustment::Format1 { sets, .. } => sets.get(index)?.get(right)?,
        PairAdjustment::Format2 {
            classes, matrix, ..
        } => matrix.get((classes.0.get(left), classes.1.get(right)))?,
    };
    Some(first.x_advance)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_lean_together_stand_closer() {
        for face in [Face::Sans, Face::SerifBold, Face::Narrow, Face::Display] {
            let glyph = |sign| face.glyph(sign).expect("a Latin letter");
            assert!(between(face, glyph('A'), glyph('V')) < 0, "{face:?}");
            assert_eq!(between(face, glyph('n'), glyph('n')), 0, "{face:?}");
        }
    }
}
