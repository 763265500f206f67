//! Whether a text is none: what a file gives whose fonts do not say which letters their glyphs are. On paper it reads
//! well; a program gets "([SHULHQFH" for "Experience".
//!
//! What must not happen here: a text in some language that is taken for garbage. Other scripts than the Latin one are
//! believed.

use crate::fold::fold;
use crate::line::Line;

/// Fewer letters than these tell nothing.
const LEAST: usize = 80;
/// Of a hundred letters in any language of the Latin script, half or more are among the common ones; where glyphs are
/// numbered, a fifth is.
const COMMON_OF_HUNDRED: usize = 36;

/// Whether the letters of a text are not those of a language.
#[must_use]
pub fn is_garbled(lines: &[Line]) -> bool {
    let (mut latin, mut others, mut common) = (0, 0, 0);
    let parts = lines.iter().flat_map(|line| &line.parts);
    for sign in parts.flat_map(|part| fold(&part.text).chars().collect::<Vec<_>>()) {
        if sign.is_ascii_alphabetic() {
            latin += 1;
            common += usize::from(matches!(
                sign,
                'e' | 'a' | 'i' | 'o' | 'n' | 'r' | 's' | 't'
            ));
        } else if sign.is_alphabetic() {
            others += 1;
        }
    }
    latin >= LEAST && latin > others && common * 100 < latin * COMMON_OF_HUNDRED
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::Part;

    fn lines(texts: &[&str]) -> Vec<Line> {
        let line = |text: &&str| Line {
            parts: vec![Part {
                text: (*text).to_owned(),
                ..Part::default()
            }],
            ..Line::default()
        };
        texts.iter().map(line).collect()
    }

    /// What stands in a file whose glyphs are numbered from the space on, and nothing says so.
    fn numbered(text: &str) -> String {
        let shift = |sign: char| match u8::try_from(sign) {
            Ok(code @ 33..=126) => char::from(code.saturating_sub(29).max(4)),
            _ => sign,
        };
        text.chars()
            .map(shift)
            .filter(|sign| !sign.is_control())
            .collect()
    }

    const TEXTS: [&str; 5] = [
        "Experience Data Engineer, Harbour Lights Ltd (2019 - 2024) moved forty registers into one store for everybody",
        "Berufserfahrung Kraftfahrzeugmechatroniker, Werkstatt Oderbruch, Prüfung von Bremsen und Fahrwerken",
        "Doświadczenie zawodowe: kierownik budowy, przedsiębiorstwo w Szczecinie, nadzór nad trzema brygadami",
        "Опыт работы: инженер-конструктор, судостроительный завод, чертежи и расчёты корпусов",
        "SQL, C++, HTML5, CSS3, Node.js, PostgreSQL, Kubernetes, Terraform, AWS, GCP, CI/CD, REST, gRPC, GraphQL, TypeScript",
    ];

    #[test]
    fn texts_of_all_languages_are_texts() {
        for text in TEXTS {
            assert!(!is_garbled(&lines(&[text, text])), "{text}");
        }
        assert!(!is_garbled(&lines(
            &["+49 170 5550143 (01/2019 - 02/2024) 5,000 12% $40k 2023-05-01"; 6]
        )));
    }

    #[test]
    fn numbers_of_glyphs_are_none() {
        for text in &TEXTS[..3] {
            let shown = numbered(text);
            assert!(is_garbled(&lines(&[&shown, &shown])), "{shown}");
        }
    }
}
