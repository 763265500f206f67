//! Which of eight languages a text is written in, by its commonest words.
//!
//! What must not happen here: an answer about a text too short to tell.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Words that are common in one language and rare in the others, not folded.
const WORDS: [(&str, &str); 8] = [
    (
        "en",
        "the and you with our your for of to we are will this that have from on be or is by their in a an as at",
    ),
    (
        "de",
        "und der die das wir sie mit für auf ist ein eine den dem des zur zum bei ihre deine du bist nicht oder auch im in von an",
    ),
    (
        "fr",
        "le les des et vous nous une pour dans avec sur du au aux est votre notre vos qui ou par sont la de en que ce d l à un",
    ),
    (
        "es",
        "el los las y para con una del por que se en al es su nuestro tu más como o un la de lo",
    ),
    (
        "it",
        "il gli della di e per con una che del nel nella le sono alla dei si è anche da al un la in i",
    ),
    (
        "nl",
        "het een de en van je wij voor met op bij zijn aan ons jij is te dat naar jouw ben om in",
    ),
    (
        "pt",
        "os as e para com uma do da você não que em na no por ao dos das mais seu é a o um de",
    ),
    (
        "pl",
        "i w z na do się oraz jest dla nie od po nasz twoje że przez lub co to są a",
    ),
];

/// Each common word, with a bit for every language that has it.
static KNOWN: LazyLock<HashMap<&'static str, u8>> = LazyLock::new(|| {
    let mut known = HashMap::new();
    for (at, (_, common)) in WORDS.iter().enumerate() {
        for word in common.split(' ') {
            *known.entry(word).or_default() |= 1 << at;
        }
    }
    known
});

/// The longest common word, in bytes.
const LONGEST: usize = 8;

/// ISO 639-1 code of the language; nothing where the text is too short or two languages are too close. `said` is what
/// the page calls its own language: it settles what is close.
pub(crate) fn of(text: &str, said: &str) -> Option<&'static str> {
    if let Some(language) = of_script(super::fold::clip(text, 3_000)) {
        return Some(language);
    }
    let mut counts = [0_usize; 8];
    for word in super::fold::clip(text, 12_000)
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty() && word.len() <= LONGEST)
    {
        let mask = match KNOWN.get(word) {
            Some(mask) => *mask,
            None if word.contains(char::is_uppercase) => KNOWN
                .get(word.to_lowercase().as_str())
                .copied()
                .unwrap_or_default(),
            None => continue,
        };
        for (at, count) in counts.iter_mut().enumerate() {
            *count += usize::from(mask >> at & 1 == 1);
        }
    }
    let best = (0..counts.len()).max_by_key(|at| counts[*at])?;
    let second = (0..counts.len())
        .filter(|at| *at != best)
        .map(|at| counts[at])
        .max()
        .unwrap_or_default();
    let own = (0..counts.len()).find(|at| {
        said.get(..2)
            .is_some_and(|code| code.eq_ignore_ascii_case(WORDS[*at].0))
    });
    if let Some(own) = own
        && counts[own] >= 2
        && counts[own] * 4 >= counts[best] * 3
    {
        return Some(WORDS[own].0);
    }
    (counts[best] >= 4 && counts[best] * 4 > second * 5).then_some(WORDS[best].0)
}

/// The language of a script that one language alone is written in, where most letters are of it.
fn of_script(text: &str) -> Option<&'static str> {
    const SCRIPTS: [(&str, std::ops::RangeInclusive<char>); 4] = [
        ("el", '\u{370}'..='\u{3ff}'),
        ("he", '\u{590}'..='\u{5ff}'),
        ("th", '\u{e00}'..='\u{e7f}'),
        ("ko", '\u{ac00}'..='\u{d7a3}'),
    ];
    // Most texts need no second look.
    if text.is_ascii() {
        return None;
    }
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    SCRIPTS.into_iter().find_map(|(language, script)| {
        let own = text.chars().filter(|c| script.contains(c)).count();
        (own >= 20 && own * 2 > letters).then_some(language)
    })
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, WORDS, of};

    #[test]
    fn no_common_word_is_too_long_to_be_seen() {
        let all = WORDS.iter().flat_map(|(_, common)| common.split(' '));
        assert!(all.map(str::len).max() <= Some(LONGEST));
    }

    #[test]
    fn languages_by_their_commonest_words() {
        for (text, language) in [
            (
                "You bake bread with the team and you are on your feet for most of the night.",
                Some("en"),
            ),
            (
                "Du bäckst mit dem Team das Brot und bist auch in der Nacht auf den Beinen.",
                Some("de"),
            ),
            (
                "Vous faites le pain avec les autres et vous êtes debout dans la nuit.",
                Some("fr"),
            ),
            (
                "Haces el pan con los demás y por la noche estás de pie para que el barrio desayune.",
                Some("es"),
            ),
            (
                "Fai il pane con gli altri e per la notte sei in piedi, anche nella bottega.",
                Some("it"),
            ),
            (
                "Je bakt het brood met een team en je bent in de nacht op de been voor ons.",
                Some("nl"),
            ),
            (
                "Você faz o pão com os outros e não fica sentado em uma noite, mas dorme no dia.",
                Some("pt"),
            ),
            (
                "Pieczesz chleb z zespołem i nie śpisz w nocy, bo to jest praca dla wytrwałych.",
                Some("pl"),
            ),
            ("Night Baker", None),
            ("", None),
        ] {
            assert_eq!(of(text, ""), language, "{text}");
        }
    }
}
