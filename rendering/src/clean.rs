//! Words as they can be set: no control characters, no hidden ones, one space where there were several.
//!
//! What must not happen here: a letter, digit or sign that a person sees is changed or dropped.

use unicode_normalization::UnicodeNormalization as _;

/// A text in one line, as every format sets it.
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for sign in text.nfc().filter(|sign| !is_hidden(*sign)) {
        if sign.is_whitespace() || sign.is_control() {
            gap = true;
            continue;
        }
        if gap && !out.is_empty() {
            out.push(' ');
        }
        gap = false;
        out.push(sign);
    }
    out
}

/// Signs that show nothing and would travel along unseen: marks of direction (they can make a text show other than it
/// is), byte order marks, soft hyphens, and what Unicode calls no character. The joiners stay: scripts need them.
fn is_hidden(sign: char) -> bool {
    matches!(sign,
        '\u{AD}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E000}'..='\u{F8FF}'
        | '\u{FDD0}'..='\u{FDEF}' | '\u{E0000}'..='\u{E007F}' | '\u{F0000}'..='\u{10FFFF}')
        || sign as u32 & 0xFFFE == 0xFFFE
        || sign.is_control() && !sign.is_whitespace() && sign != '\0'
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn what_a_person_sees_stays_and_the_rest_goes() {
        assert_eq!(clean("  Led\t a team\n\nof  12 "), "Led a team of 12");
        assert_eq!(clean("C++ & C# <b>\"x\"</b>"), "C++ & C# <b>\"x\"</b>");
        assert_eq!(clean("Zo\u{65}\u{301} \u{202E}nimda\u{202C}"), "Zoé nimda");
        assert_eq!(
            clean("bell\u{7} nul\u{0}byte \u{FEFF}bom"),
            "bell nul byte bom"
        );
        assert_eq!(clean("می\u{200C}خواهم"), "می\u{200C}خواهم");
        assert_eq!(clean("\u{0}\u{1}\u{FFFF}"), "");
    }
}
