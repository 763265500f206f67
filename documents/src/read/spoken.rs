//! Languages that people speak: which lines and items name some, and how well.
//!
//! What must not happen here: "Thai massage" or "Python" taken for a language, a level that the text does not say.

use foothold_core::plan::languages_in;
use foothold_shared::profile::{LanguageLevel, LanguageSkill};

use super::headings;
use super::skills::{label_of, labelled};
use crate::fold::fold_words;
use crate::line::Line;

/// How words begin, folded, that name a language or how well one is spoken: enough to tell what a section is about.
const STARTS: &str = "engl angl ingl engel angiel fren franz franc frans germ deutsch allem alem tedesc duits niemiec \
    span espa spag hiszp castel ital wlos portug dutch nieder neerl nederl oland holend polish polsk polni polon russ \
    rosyj chin mandar canton japan japon giapp korean corean arab hindi urdu tamil telug bengal punjab marath gujar \
    kannad malay turk turc greek griech grec swed schwed sued norw norsk dani dansk finn suomi ukrain czech tschech \
    slov hung ungar roman ruman bulgar croat kroat serb hebre persi farsi thai vietn indon swahil catal euskera basqu \
    gael irish welsh latin eston latvi lithu yoruba igbo hausa zulu afrik breton maori sign gebard native mother \
    mutter matern madreling moeder ojczyst fluent b1 b2 c1 c2 a1 a2";

/// Words that stand beside a language and say how well it is spoken, folded; and those that join two.
const BESIDE: &str = "a1 a2 b1 b2 c1 c2 niveau level stufe nivel livello poziom basic basics beginner elementary \
    intermediate upper advanced conversational proficient proficiency professional working limited full business good \
    very excellent native mother tongue first second fluent fluency bilingual spoken written reading writing speaking \
    language speaker muttersprache grundkenntnisse kenntnisse fliessend verhandlungssicher gut gute sehr grundlagen \
    wort schrift sprache muttersprachler langue maternelle courant lu parle ecrit bilingue debutant notions notion bon \
    bonne scolaire bases nativo nativa basico intermedio avanzado fluido lengua materna alto medio bueno hablado \
    escrito nociones madrelingua buono buona ottimo ottima scolastico fluente moedertaal vloeiend goed uitstekend \
    ojczysty biegly biegle komunikatywny podstawowy dobry and und et y e i en";

/// Words that say of several languages at once how well they are spoken, folded.
const OF_EACH: &str = "both all each beide beides alle jeweils deux tous toutes ambos ambas todos todas entrambi \
    entrambe tutti tutte allebei obie oba wszystkie";

/// Words of one's own language, folded.
const NATIVE: [&str; 15] = [
    "native",
    "mother tongue",
    "first language",
    "muttersprache",
    "muttersprachler",
    "muttersprachlich",
    "langue maternelle",
    "lengua materna",
    "nativo",
    "nativa",
    "madrelingua",
    "moedertaal",
    "lingua materna",
    "jezyk ojczysty",
    "ojczysty",
];

fn is_among(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|one| one == word)
}

/// Whether a section of languages names one that people speak, or how well.
pub(super) fn are_spoken(lines: &[Line]) -> bool {
    let begins = |word: &str| {
        STARTS
            .split_ascii_whitespace()
            .any(|start| word.starts_with(start))
    };
    lines
        .iter()
        .any(|line| fold_words(&line.text()).split(' ').any(begins))
}

/// "Languages: German (native), English (C1)" among skills or schools: a line of languages that people speak.
pub(super) fn is_of_languages(line: &Line) -> bool {
    let text = labelled(line);
    label_of(&text).is_some_and(|(label, list)| {
        !list.trim().is_empty() && headings::find(label) == Some(headings::Section::Languages)
    }) && are_spoken(std::slice::from_ref(line))
}

/// Whether an item of a list is a language and how well it is spoken, and nothing else: "Englisch gut (B2–C1)", but not
/// "Business German for nurses". Behind a language and a colon anything may be said of it.
pub(super) fn is_spoken(item: &str) -> bool {
    let named = label_of(item).map_or(item, |(label, _)| label);
    let mut depth = 0_usize;
    let said: String = named
        .chars()
        .filter(|sign| {
            match sign {
                '(' | '[' => depth += 1,
                ')' | ']' => depth = depth.saturating_sub(1),
                _ => return depth == 0,
            }
            false
        })
        .collect();
    names(&said)
        && fold_words(&said)
            .split(' ')
            .all(|word| is_among(BESIDE, word) || names(word))
}

/// Whether a word stands beside a language and says how well it is spoken.
pub(super) fn is_beside(word: &str) -> bool {
    is_among(BESIDE, &fold_words(word))
}

/// Whether a text names a language.
pub(super) fn names(text: &str) -> bool {
    !languages_in(text).is_empty()
}

/// The languages that an item of a résumé's list names, each with the level that the item says of it; none where it
/// names none.
///
/// Of several languages in one item it says a level only where its words are of each of them.
///
/// ```
/// let found = foothold_documents::read::languages_of("Italian and German (both mother tongue)");
/// assert_eq!(found.len(), 2);
/// ```
#[must_use]
pub fn languages_of(item: &str) -> Vec<LanguageSkill> {
    let codes = languages_in(item);
    let folded = fold_words(item);
    let is_of_each = codes.len() <= 1
        || folded.split(' ').any(|word| is_among(OF_EACH, word))
        || label_of(item).is_some_and(|(label, _)| languages_in(label).len() == codes.len());
    let level = level_of(&folded).filter(|_| is_of_each);
    codes
        .into_iter()
        .map(|code| LanguageSkill {
            language: code.to_owned(),
            level,
        })
        .collect()
}

/// How well a language is spoken, where folded words say so that mean one level only.
fn level_of(folded: &str) -> Option<LanguageLevel> {
    const LEVELS: [(&str, LanguageLevel); 6] = [
        ("a1", LanguageLevel::A1),
        ("a2", LanguageLevel::A2),
        ("b1", LanguageLevel::B1),
        ("b2", LanguageLevel::B2),
        ("c1", LanguageLevel::C1),
        ("c2", LanguageLevel::C2),
    ];
    let folded = format!(" {folded} ");
    let says = |words: &str| folded.contains(&format!(" {words} "));
    let named: Vec<LanguageLevel> = LEVELS
        .into_iter()
        .filter(|(word, _)| says(word))
        .map(|(_, level)| level)
        .collect();
    match named[..] {
        [level] => Some(level),
        [] => NATIVE
            .iter()
            .any(|words| says(words))
            .then_some(LanguageLevel::Native),
        // "B2/C1" says neither.
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_and_its_level_are_told_from_all_else() {
        for item in [
            "English",
            "Englisch gut (B2–C1)",
            "Deutsch Muttersprache",
            "italien notions",
            "Anglais B2 (écrit aisé)",
            "Vietnamese (fluent)",
            "Inglés: First Certificate (B2)",
            "Italian and German (both mother tongue, school-leaving exam in German)",
        ] {
            assert!(is_spoken(item), "{item}");
        }
        for item in [
            "Thai massage",
            "French pastry",
            "Python",
            "Business German for nurses",
            "(English)",
            "reading",
            "",
        ] {
            assert!(!is_spoken(item), "{item}");
        }
    }

    #[test]
    fn each_language_of_an_item_is_found_with_what_is_said_of_it() {
        use LanguageLevel as L;
        for (item, found) in [
            ("Spanish (B1)", vec![("es", Some(L::B1))]),
            ("English, fluent", vec![("en", None)]),
            ("French B2/C1", vec![("fr", None)]),
            (
                "Italian and German (both mother tongue)",
                vec![("it", Some(L::Native)), ("de", Some(L::Native))],
            ),
            (
                "Español y catalán: lengua materna",
                vec![("es", Some(L::Native)), ("ca", Some(L::Native))],
            ),
            // Of which of them is open.
            ("English and French (B2)", vec![("en", None), ("fr", None)]),
            ("Tide tables", vec![]),
        ] {
            let mut read: Vec<_> = languages_of(item)
                .into_iter()
                .map(|one| (one.language, one.level))
                .collect();
            let mut found: Vec<_> = found
                .into_iter()
                .map(|(code, level)| (code.to_owned(), level))
                .collect();
            read.sort_by(|one, other| one.0.cmp(&other.0));
            found.sort_by(|one, other| one.0.cmp(&other.0));
            assert!(read == found, "{item}");
        }
    }
}
