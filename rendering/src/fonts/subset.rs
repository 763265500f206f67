//! The part of a face that a document needs, as a TrueType file of its own with glyphs numbered anew.
//!
//! What must not happen here: a font from outside. Only our own files are cut, so their tables are what they say.

use super::Face;
use super::ruler::Ruler;
use std::collections::{BTreeMap, BTreeSet};
use ttf_parser::{GlyphId, Tag};

/// The glyphs of a face that a document uses.
pub(crate) struct Subset {
    face: Face,
    /// The face's glyph at each number of ours; the first is the one for what is missing.
    glyphs: Vec<u16>,
    /// Ours by the face's; the first, where there are several.
    numbers: BTreeMap<u16, u16>,
    /// Ours by character.
    signs: BTreeMap<char, u16>,
}

impl Subset {
    /// What these characters need, parts of composed letters with them.
    pub(crate) fn of(face: Face, signs: &BTreeSet<char>) -> Self {
        let mut subset = Self {
            face,
            glyphs: vec![0],
            numbers: BTreeMap::from([(0, 0)]),
            signs: BTreeMap::new(),
        };
        for sign in signs {
            // Each character has a number of its own, also where faces draw two alike: a reader of the PDF is told
            // what each number means, and must not take one for the other.
            let number = subset.glyphs.len() as u16;
            let glyph = face.glyph(*sign).unwrap_or(0);
            subset.glyphs.push(glyph);
            subset.numbers.entry(glyph).or_insert(number);
            subset.signs.insert(*sign, number);
        }
        // Grows while it is walked: a part may have parts.
        let mut next = 0;
        while let Some(glyph) = subset.glyphs.get(next).copied() {
            for (_, part) in parts(outline(face, glyph)) {
                let number = subset.glyphs.len() as u16;
                if *subset.numbers.entry(part).or_insert(number) == number {
                    subset.glyphs.push(part);
                }
            }
            next += 1;
        }
        subset
    }

    /// The number of a character's glyph.
    pub(crate) fn glyph(&self, sign: char) -> u16 {
        self.signs.get(&sign).copied().unwrap_or(0)
    }

    /// Each character with the number of its glyph.
    pub(crate) fn signs(&self) -> impl Iterator<Item = (char, u16)> + '_ {
        self.signs.iter().map(|(sign, number)| (*sign, *number))
    }

    /// The advances in order, in thousandths of the size.
    pub(crate) fn advances(&self) -> Vec<i64> {
        self.glyphs
            .iter()
            .map(|glyph| {
                let units = self.face.font().glyph_hor_advance(GlyphId(*glyph));
                let width = self.face.thousandths(f32::from(units.unwrap_or(0)));
                width.round() as i64
            })
            .collect()
    }

    /// The font file that a PDF carries: outlines, widths and which character is which.
    pub(crate) fn embedded(&self) -> Vec<u8> {
        let mut glyf = Vec::new();
        let mut loca = Vec::new();
        for glyph in &self.glyphs {
            loca.extend((glyf.len() as u32).to_be_bytes());
            let mut data = outline(self.face, *glyph).to_vec();
            for (at, part) in parts(outline(self.face, *glyph)) {
                let number = self.numbers.get(&part).copied().unwrap_or(0);
                if let Some(place) = data.get_mut(at..at + 2) {
                    place.copy_from_slice(&number.to_be_bytes());
                }
            }
            glyf.extend(data);
            glyf.resize(glyf.len().next_multiple_of(4), 0);
        }
        loca.extend((glyf.len() as u32).to_be_bytes());
        let cmap = cmap(&self.signs);
        self.assemble(vec![(*b"cmap", cmap), (*b"glyf", glyf), (*b"loca", loca)])
    }

    /// A font file without outlines, to measure with: `codes` stand for our characters, and pairs that the ruler met
    /// stand as close as it says.
    pub(crate) fn metrics(&self, codes: &BTreeMap<char, char>, ruler: &Ruler) -> Vec<u8> {
        let by_code: BTreeMap<char, u16> = codes
            .iter()
            .map(|(sign, code)| (*code, self.glyph(*sign)))
            .collect();
        let mut all_of: BTreeMap<u16, Vec<u16>> = BTreeMap::new();
        for number in self.signs.values() {
            let glyph = self.glyphs.get(usize::from(*number)).copied();
            all_of.entry(glyph.unwrap_or(0)).or_default().push(*number);
        }
        let mut pairs = Vec::new();
        for (left, right, by) in ruler.pairs_of(self.face) {
            let units = f32::from(by) * f32::from(self.face.font().units_per_em()) / 1000.0;
            for left in all_of.get(&left).into_iter().flatten() {
                for right in all_of.get(&right).into_iter().flatten() {
                    pairs.push((*left, *right, units.round() as i16));
                }
            }
        }
        pairs.sort_unstable();
        self.assemble(vec![
            (*b"cmap", cmap(&by_code)),
            (*b"glyf", vec![0; 4]),
            (*b"kern", kern(&pairs)),
            (*b"loca", vec![0; (self.glyphs.len() + 1) * 4]),
        ])
    }

    fn assemble(&self, mut tables: Vec<([u8; 4], Vec<u8>)>) -> Vec<u8> {
        let count = self.glyphs.len() as u16;
        let mut head = self.table(b"head");
        set(&mut head, 8, &[0; 4]);
        set(&mut head, 50, &1u16.to_be_bytes());
        let mut hhea = self.table(b"hhea");
        set(&mut hhea, 34, &count.to_be_bytes());
        let mut maxp = self.table(b"maxp");
        set(&mut maxp, 4, &count.to_be_bytes());
        let mut hmtx = Vec::with_capacity(self.glyphs.len() * 4);
        for glyph in &self.glyphs {
            let font = self.face.font();
            let advance = font.glyph_hor_advance(GlyphId(*glyph)).unwrap_or(0);
            let bearing = font.glyph_hor_side_bearing(GlyphId(*glyph)).unwrap_or(0);
            hmtx.extend(advance.to_be_bytes());
            hmtx.extend(bearing.to_be_bytes());
        }
        tables.extend([
            (*b"head", head),
            (*b"hhea", hhea),
            (*b"hmtx", hmtx),
            (*b"maxp", maxp),
        ]);
        tables.sort();
        file(&tables)
    }

    fn table(&self, tag: &[u8; 4]) -> Vec<u8> {
        table(self.face, tag).to_vec()
    }
}

fn table(face: Face, tag: &[u8; 4]) -> &'static [u8] {
    let raw = face.font().raw_face();
    raw.table(Tag::from_bytes(tag)).unwrap_or_default()
}

fn u16_at(data: &[u8], at: usize) -> u16 {
    match data.get(at..at + 2) {
        Some([high, low]) => u16::from_be_bytes([*high, *low]),
        _ => 0,
    }
}

fn set(data: &mut [u8], at: usize, bytes: &[u8]) {
    if let Some(place) = data.get_mut(at..at + bytes.len()) {
        place.copy_from_slice(bytes);
    }
}

/// The drawing of a glyph; empty for a space.
fn outline(face: Face, glyph: u16) -> &'static [u8] {
    let loca = table(face, b"loca");
    let is_long = u16_at(table(face, b"head"), 50) == 1;
    let offset = |number: usize| -> usize {
        if is_long {
            let high = usize::from(u16_at(loca, number * 4));
            high << 16 | usize::from(u16_at(loca, number * 4 + 2))
        } else {
            usize::from(u16_at(loca, number * 2)) * 2
        }
    };
    let range = offset(usize::from(glyph))..offset(usize::from(glyph) + 1);
    table(face, b"glyf").get(range).unwrap_or_default()
}

/// The parts of a composed letter: where in the outline the number stands, and the number.
fn parts(outline: &[u8]) -> Vec<(usize, u16)> {
    const WORDS: u16 = 1;
    const SCALE: u16 = 8;
    const MORE: u16 = 0x20;
    const TWO_SCALES: u16 = 0x40;
    const MATRIX: u16 = 0x80;
    let mut found = Vec::new();
    // A negative count of contours says that it is composed.
    if outline.len() < 10 || u16_at(outline, 0) < 0x8000 {
        return found;
    }
    let mut at = 10;
    while at + 4 <= outline.len() {
        let flags = u16_at(outline, at);
        found.push((at + 2, u16_at(outline, at + 2)));
        at += 4 + if flags & WORDS == 0 { 2 } else { 4 };
        at += match flags {
            flags if flags & SCALE != 0 => 2,
            flags if flags & TWO_SCALES != 0 => 4,
            flags if flags & MATRIX != 0 => 8,
            _ => 0,
        };
        if flags & MORE == 0 {
            break;
        }
    }
    found
}

/// A character map for the basic plane: a segment for each run of characters whose glyphs follow each other.
fn cmap(signs: &BTreeMap<char, u16>) -> Vec<u8> {
    let mut segments: Vec<(u16, u16, u16)> = Vec::new();
    for (sign, glyph) in signs {
        let Ok(code) = u16::try_from(*sign as u32) else {
            continue;
        };
        match segments.last_mut() {
            Some((start, end, first))
                if *end + 1 == code && *first + (*end - *start) + 1 == *glyph =>
            {
                *end = code;
            }
            _ => segments.push((code, code, *glyph)),
        }
    }
    segments.push((0xFFFF, 0xFFFF, 0));
    let count = segments.len() as u16;
    let (range, steps) = search(count);
    let mut body = Vec::new();
    let mut put = |value: u16| body.extend(value.to_be_bytes());
    put(4);
    put(16 + count * 8);
    put(0);
    put(count * 2);
    put(range * 2);
    put(steps);
    put((count - range) * 2);
    segments.iter().for_each(|(_, end, _)| put(*end));
    put(0);
    segments.iter().for_each(|(start, _, _)| put(*start));
    segments
        .iter()
        .for_each(|(start, _, glyph)| put(glyph.wrapping_sub(*start)));
    segments.iter().for_each(|_| put(0));
    // One table: for Windows, Unicode's basic plane.
    let mut out = vec![0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12];
    out.extend(body);
    out
}

fn kern(pairs: &[(u16, u16, i16)]) -> Vec<u8> {
    // More pairs than the table's own length can say occur in no document.
    let pairs = pairs.get(..pairs.len().min(10_000)).unwrap_or_default();
    let count = pairs.len() as u16;
    let (range, steps) = search(count.max(1));
    let mut out = Vec::new();
    let head = [0, 1, 0, 14 + count * 6, 1, count, range * 6, steps];
    for value in head {
        out.extend(value.to_be_bytes());
    }
    out.extend((count.saturating_sub(range) * 6).to_be_bytes());
    for (left, right, by) in pairs {
        out.extend(left.to_be_bytes());
        out.extend(right.to_be_bytes());
        out.extend(by.to_be_bytes());
    }
    out
}

/// The largest power of two that is not larger, and which power it is: TrueType's help for searching.
fn search(count: u16) -> (u16, u16) {
    let steps = count.max(1).ilog2() as u16;
    (1 << steps, steps)
}

fn file(tables: &[([u8; 4], Vec<u8>)]) -> Vec<u8> {
    let count = tables.len() as u16;
    let (range, steps) = search(count);
    let mut out = vec![0, 1, 0, 0];
    for value in [count, range * 16, steps, (count - range) * 16] {
        out.extend(value.to_be_bytes());
    }
    let mut at = 12 + 16 * tables.len();
    for (tag, data) in tables {
        out.extend(tag);
        out.extend(checksum(data).to_be_bytes());
        out.extend((at as u32).to_be_bytes());
        out.extend((data.len() as u32).to_be_bytes());
        at += data.len().next_multiple_of(4);
    }
    for (_, data) in tables {
        out.extend(data);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    out
}

fn checksum(data: &[u8]) -> u32 {
    data.chunks(4).fold(0, |sum: u32, chunk| {
        let mut word = [0; 4];
        for (place, byte) in word.iter_mut().zip(chunk) {
            *place = *byte;
        }
        sum.wrapping_add(u32::from_be_bytes(word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Counts the drawing steps of a glyph: equal for the same drawing.
    #[derive(Default, PartialEq, Debug)]
    struct Steps(Vec<(i32, i32)>);

    impl ttf_parser::OutlineBuilder for Steps {
        fn move_to(&mut self, x: f32, y: f32) {
            self.0.push((x as i32, y as i32));
        }
        fn line_to(&mut self, x: f32, y: f32) {
            self.0.push((x as i32, y as i32));
        }
        fn quad_to(&mut self, _: f32, _: f32, x: f32, y: f32) {
            self.0.push((x as i32, y as i32));
        }
        fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, x: f32, y: f32) {
            self.0.push((x as i32, y as i32));
        }
        fn close(&mut self) {}
    }

    #[test]
    fn a_part_of_a_font_draws_the_same_letters() -> anyhow::Result<()> {
        let text = "Zażółć Ệ Ъ Ώ ½ fi";
        for face in [Face::Sans, Face::SerifItalic, Face::NarrowBold] {
            let subset = Subset::of(face, &text.chars().collect());
            let file = subset.embedded();
            assert!(file.len() < 12_000, "{} bytes", file.len());
            let cut = ttf_parser::Face::parse(&file, 0)?;
            for sign in text.chars() {
                let glyph = cut.glyph_index(sign).expect("every character is in");
                assert_eq!(glyph.0, subset.glyph(sign), "{sign}");
                let whole = face.font().glyph_index(sign).expect("covered");
                let (mut ours, mut theirs) = (Steps::default(), Steps::default());
                cut.outline_glyph(glyph, &mut ours);
                face.font().outline_glyph(whole, &mut theirs);
                assert_eq!(ours, theirs, "{sign}");
                assert_eq!(
                    cut.glyph_hor_advance(glyph),
                    face.font().glyph_hor_advance(whole)
                );
            }
        }
        Ok(())
    }

    #[test]
    fn codes_stand_for_characters_and_pairs_keep_their_distance() -> anyhow::Result<()> {
        let ruler = Ruler::default();
        ruler.parts(Face::Sans, "AVĄ");
        let subset = Subset::of(Face::Sans, &"AVĄ".chars().collect());
        let codes = BTreeMap::from([('A', '!'), ('V', 'V'), ('Ą', 'á')]);
        let file = subset.metrics(&codes, &ruler);
        let font = ttf_parser::Face::parse(&file, 0)?;
        let glyph = |sign| font.glyph_index(sign).expect("mapped");
        assert_eq!(glyph('!').0, subset.glyph('A'));
        assert_eq!(glyph('á').0, subset.glyph('Ą'));
        let kern = font.tables().kern.expect("a table of pairs");
        let pairs = kern.subtables.into_iter().next().expect("one");
        assert!(
            pairs
                .glyphs_kerning(glyph('!'), glyph('V'))
                .expect("a pair")
                < 0
        );
        Ok(())
    }
}
