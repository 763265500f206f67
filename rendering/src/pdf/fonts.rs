//! The fonts of a PDF: each face's part, its widths, and what each glyph means.

use crate::fonts::{Face, subset::Subset};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// Adds a face's part to a document.
pub(super) fn add(document: &mut Document, face: Face, subset: &Subset) -> ObjectId {
    let data = subset.embedded();
    let name = format!("{}+{}", tag(&data), face.name());
    let font = face.font();
    let scaled = |units: i16| Object::Integer(face.thousandths(f32::from(units)).round() as i64);
    let bounds = font.global_bounding_box();
    let length = data.len() as i64;
    let file = document.add_object(Stream::new(dictionary! { "Length1" => length }, data));
    let italic = if face.is_italic() { -12 } else { 0 };
    let descriptor = document.add_object(dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => Object::Name(name.clone().into_bytes()),
        "FontFamily" => Object::string_literal(face.name().split('-').next().unwrap_or_default()),
        "Flags" => flags(face),
        "FontBBox" => vec![
            scaled(bounds.x_min), scaled(bounds.y_min), scaled(bounds.x_max), scaled(bounds.y_max),
        ],
        "ItalicAngle" => italic,
        "Ascent" => scaled(font.ascender()),
        "Descent" => scaled(font.descender()),
        "CapHeight" => scaled(font.capital_height().unwrap_or(font.ascender())),
        "StemV" => if face.is_bold() { 140 } else { 80 },
        "FontWeight" => if face.is_bold() { 700 } else { 400 },
        "FontFile2" => file,
    });
    let widths = subset.advances().into_iter().map(Object::Integer).collect();
    let descendant = document.add_object(dictionary! {
        "Type" => "Font",
        "Subtype" => "CIDFontType2",
        "BaseFont" => Object::Name(name.clone().into_bytes()),
        "CIDSystemInfo" => dictionary! {
            "Registry" => Object::string_literal("Adobe"),
            "Ordering" => Object::string_literal("Identity"),
            "Supplement" => 0,
        },
        "FontDescriptor" => descriptor,
        "DW" => 0,
        "W" => vec![0.into(), Object::Array(widths)],
        "CIDToGIDMap" => "Identity",
    });
    let meaning = document.add_object(Stream::new(
        Dictionary::new(),
        to_unicode(subset).into_bytes(),
    ));
    document.add_object(dictionary! {
        "Type" => "Font",
        "Subtype" => "Type0",
        "BaseFont" => Object::Name(name.into_bytes()),
        "Encoding" => "Identity-H",
        "DescendantFonts" => vec![descendant.into()],
        "ToUnicode" => meaning,
    })
}

/// Six capital letters, as PDFs mark a part of a font; other parts have others.
fn tag(data: &[u8]) -> String {
    let hash = Sha256::digest(data);
    hash.iter()
        .take(6)
        .map(|byte| char::from(b'A' + byte % 26))
        .collect()
}

fn flags(face: Face) -> i64 {
    const SERIF: i64 = 1 << 1;
    const NOT_ONLY_LATIN: i64 = 1 << 2;
    const ITALIC: i64 = 1 << 6;
    const BOLD: i64 = 1 << 18;
    let one = |is: bool, flag: i64| if is { flag } else { 0 };
    NOT_ONLY_LATIN
        | one(face.has_serifs(), SERIF)
        | one(face.is_italic(), ITALIC)
        | one(face.is_bold(), BOLD)
}

/// What each glyph is read as.
fn to_unicode(subset: &Subset) -> String {
    let mut out = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
         /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
         /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
         1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    let signs: Vec<(char, u16)> = subset.signs().collect();
    for part in signs.chunks(100) {
        let _ = writeln!(out, "{} beginbfchar", part.len());
        for (sign, glyph) in part {
            let _ = write!(out, "<{glyph:04X}> <");
            for unit in sign.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "{unit:04X}");
            }
            out.push_str(">\n");
        }
        out.push_str("endbfchar\n");
    }
    out.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    out
}

/// A text as PDFs hold those that are not drawn.
pub(super) fn text(text: &str) -> Object {
    if text.is_ascii() {
        return Object::string_literal(text);
    }
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}
