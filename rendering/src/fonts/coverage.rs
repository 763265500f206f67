//! What can be set, and in which face each character of a text stands.

use super::Face;

/// Characters that show nothing and that no face needs: what chooses between shapes of a sign, and joiners. Where a
/// joiner means something, the letters beside it are in a script that the faces lack, and the text is refused anyway.
fn is_silent(sign: char) -> bool {
    matches!(
        sign,
        '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{34F}'
    )
}

/// A character as it is set. The hyphen that does not break, and its long-lost relatives, are read back as other
/// characters than the one people search for, so all are the plain one; spaces of all widths are spaces.
fn plain(sign: char) -> char {
    match sign {
        '\u{2010}' | '\u{2011}' | '\u{FE63}' | '\u{FF0D}' => '-',
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => ' ',
        _ => sign,
    }
}

/// A text as it is set: what shows nothing left out, hyphens and spaces plain, letters that came joined apart.
pub(crate) fn settle(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars().filter(|sign| !is_silent(*sign)) {
        match sign {
            '\u{FB00}' => out.push_str("ff"),
            '\u{FB01}' => out.push_str("fi"),
            '\u{FB02}' => out.push_str("fl"),
            '\u{FB03}' => out.push_str("ffi"),
            '\u{FB04}' => out.push_str("ffl"),
            // The wide forms that East Asian keyboards write.
            '\u{FF01}'..='\u{FF5E}' if plain(sign) == sign => {
                out.extend(char::from_u32(sign as u32 - 0xFEE0));
            }
            sign => out.push(plain(sign)),
        }
    }
    out
}

/// The face that has this character: the one asked for, or the one of signs.
pub(crate) fn face_of(sign: char, wanted: Face) -> Option<Face> {
    if wanted.glyph(sign).is_some() {
        Some(wanted)
    } else {
        Face::Symbols.glyph(sign).map(|_| Face::Symbols)
    }
}

/// The words of a text that cannot be set.
pub(crate) fn missing<'t>(text: &'t str, wanted: Face) -> impl Iterator<Item = &'t str> + 't {
    text.split_whitespace().filter(move |word| {
        settle(word)
            .chars()
            .any(|sign| !sign.is_whitespace() && face_of(sign, wanted).is_none())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_other_scripts_are_named_and_signs_are_not() {
        let text = "Zoë → 王小明 ✔\u{FE0F} מרים ≥ 5 🚀 e\u{301}tude";
        let words: Vec<&str> = missing(text, Face::Serif).collect();
        assert_eq!(words, ["王小明", "מרים", "🚀"]);
    }

    #[test]
    fn hyphens_are_the_one_people_search_for() {
        assert_eq!(
            settle("state\u{2011}of\u{2010}the\u{A0}art"),
            "state-of-the art"
        );
        assert_eq!(settle("e\u{FB03}cient Ｒｕｓｔ"), "efficient Rust");
        assert_eq!(settle("✔\u{FE0F}"), "✔");
    }
}
