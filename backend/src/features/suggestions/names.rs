//! A person's name, taken apart.

use foothold_shared::profile::Name;

/// Words that belong to the family name behind them.
const PARTICLES: &[&str] = &[
    "van", "von", "der", "den", "de", "del", "della", "da", "das", "dos", "do", "di", "du", "la",
    "le", "ten", "ter", "zu", "zur", "af", "av", "al", "el", "bin", "ibn", "ben", "mac", "st",
];
/// Suffixes as passports have them.
const SUFFIXES: &[&str] = &["jr", "sr", "ii", "iii", "iv"];

/// The parts of a name as written on a résumé: "Mira Anna van Talvik Jr." What stands behind a comma is a title, or a
/// family name that was put first, and of that nobody can be sure: then there is no name.
pub(super) fn split(text: &str) -> Option<Name> {
    let (text, behind) = text.split_once(',').unwrap_or((text, ""));
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let mut suffix = is_suffix(behind.trim()).then(|| behind.trim().to_owned());
    if suffix.is_none() && words.len() > 2 && words.last().is_some_and(|last| is_suffix(last)) {
        suffix = words.pop().map(str::to_owned);
    }
    if words.len() < 2 {
        return None;
    }
    let last = words.len() - 1;
    let family_from = (1..=last)
        .find(|&at| words[at..last].iter().all(|word| is_particle(word)))
        .unwrap_or(last);
    Some(Name {
        given: tidy(&words[..1]),
        middle: tidy(&words[1..family_from]),
        family: tidy(&words[family_from..]),
        suffix: suffix.unwrap_or_default(),
        preferred: String::new(),
    })
}

fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word.to_lowercase().trim_end_matches('.'))
}

fn is_suffix(word: &str) -> bool {
    SUFFIXES.contains(&word.to_lowercase().trim_end_matches('.'))
}

/// Words set in capitals for their looks alone become words again.
fn tidy(words: &[&str]) -> String {
    let text = words.join(" ");
    let shouted = text.chars().filter(|sign| sign.is_alphabetic()).count() > 2
        && !text.chars().any(char::is_lowercase);
    if !shouted {
        return text;
    }
    let mut first = true;
    let mut said = String::with_capacity(text.len());
    for sign in text.chars() {
        if first {
            said.push(sign);
        } else {
            said.extend(sign.to_lowercase());
        }
        first = !sign.is_alphanumeric();
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_apart() {
        for (text, given, middle, family, suffix) in [
            ("Mira Talvik", "Mira", "", "Talvik", ""),
            ("MIRA TALVIK-ÖÖ", "Mira", "", "Talvik-Öö", ""),
            ("Mira Anna Talvik", "Mira", "Anna", "Talvik", ""),
            ("Joost van der Meer", "Joost", "", "van der Meer", ""),
            ("Ana J. de la Vega", "Ana", "J.", "de la Vega", ""),
            ("Tom Reed Jr.", "Tom", "", "Reed", "Jr."),
            ("Tom Reed, III", "Tom", "", "Reed", "III"),
            ("Ada Ross, PhD", "Ada", "", "Ross", ""),
        ] {
            let name = split(text).expect(text);
            let parts = (&*name.given, &*name.middle, &*name.family, &*name.suffix);
            assert_eq!(parts, (given, middle, family, suffix), "{text}");
        }
        assert!(split("Mira").is_none(), "one word may be either");
        assert!(split("Talvik, Mira").is_none(), "turned around");
    }
}
