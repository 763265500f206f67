//! The words that reports know lines and letters by, in eight languages: data (`data/report/<language>.tsv`), a key and
//! its words divided by `|`, folded.
//!
//! `strict`: whether a line that begins with no known word of doing does not begin with one (English, where nearly all
//! are known); elsewhere only `weak` beginnings are told. `action`, `endings`: beginnings that say what was done. `self`:
//! words of the first person. `outcome`, `numbers`: what says that something came of it. `buzz`, `cliche`: phrases that
//! everybody uses, in résumés and in letters. `greet`, `close`: how letters begin and end; `.general` those that greet
//! nobody, `.team` and `.best` what to write instead. `apply`, `at`: words of the sentence that says what for and where.
//! `months`, `heading`: how dates and headings are usually written.

use crate::fold::fold_words;
use std::collections::{BTreeMap, HashSet};
use std::sync::OnceLock;

/// The languages that have words.
const LANGUAGES: [(&str, &str); 8] = [
    ("en", include_str!("../../data/report/en.tsv")),
    ("de", include_str!("../../data/report/de.tsv")),
    ("fr", include_str!("../../data/report/fr.tsv")),
    ("es", include_str!("../../data/report/es.tsv")),
    ("it", include_str!("../../data/report/it.tsv")),
    ("nl", include_str!("../../data/report/nl.tsv")),
    ("pt", include_str!("../../data/report/pt.tsv")),
    ("pl", include_str!("../../data/report/pl.tsv")),
];

/// The words of one language.
pub(super) struct Words {
    pub(super) language: &'static str,
    strict: bool,
    action: HashSet<&'static str>,
    selves: HashSet<&'static str>,
    lists: BTreeMap<&'static str, Vec<&'static str>>,
}

/// How a line begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beginning {
    /// With what was done.
    Action,
    /// With "responsible for", an article and the like, or where the words are well known, with something else.
    Weak,
    /// Nobody can tell.
    Unknown,
}

/// The words of a language; `None` for one that has none.
pub(super) fn of(language: &str) -> Option<&'static Words> {
    static ALL: [OnceLock<Words>; 8] = [const { OnceLock::new() }; 8];
    let at = LANGUAGES
        .iter()
        .position(|(code, _)| language.get(..2) == Some(code))?;
    let (code, data) = LANGUAGES[at];
    Some(ALL[at].get_or_init(|| Words::parse(code, data)))
}

/// The words of English.
pub(super) fn english() -> &'static Words {
    static ENGLISH: OnceLock<Words> = OnceLock::new();
    ENGLISH.get_or_init(|| Words::parse(LANGUAGES[0].0, LANGUAGES[0].1))
}

/// All of them.
pub(super) fn all() -> impl Iterator<Item = &'static Words> {
    LANGUAGES.iter().filter_map(|(code, _)| of(code))
}

impl Words {
    fn parse(language: &'static str, data: &'static str) -> Self {
        let mut lists: BTreeMap<&'static str, Vec<&'static str>> = BTreeMap::new();
        for line in data.lines().filter(|line| !line.starts_with('#')) {
            if let Some((key, list)) = line.split_once('\t') {
                lists.entry(key).or_default().extend(list.split('|'));
            }
        }
        let set = |key: &str| lists.get(key).into_iter().flatten().copied().collect();
        Self {
            language,
            strict: lists.get("strict").is_some_and(|list| list == &["yes"]),
            action: set("action"),
            selves: set("self"),
            lists,
        }
    }

    /// The words of a key.
    pub(super) fn list(&self, key: &str) -> &[&'static str] {
        self.lists.get(key).map_or(&[], Vec::as_slice)
    }

    /// The first word of a key.
    pub(super) fn first(&self, key: &str) -> Option<&'static str> {
        self.list(key).first().copied()
    }

    /// The first phrase of a key that stands in a text; the text folded, with a space at both ends.
    pub(super) fn phrase_in(&self, key: &str, folded: &str) -> Option<&'static str> {
        self.list(key)
            .iter()
            .copied()
            .find(|phrase| holds(folded, phrase))
    }

    /// How a line begins.
    pub(super) fn beginning(&self, line: &str) -> Beginning {
        let folded = fold_words(line);
        let spaced = format!("{folded} ");
        let mut words = folded.split(' ').filter(|word| !word.is_empty());
        let Some(mut first) = words.next() else {
            return Beginning::Unknown;
        };
        if self
            .list("weak")
            .iter()
            .any(|weak| spaced.starts_with(weak) && spaced[weak.len()..].starts_with(' '))
        {
            return Beginning::Weak;
        }
        // "Successfully led", "Also built", "Co-founded"; "I" is told elsewhere.
        while first.ends_with("ly")
            || matches!(first, "also" | "then" | "co" | "re" | "self")
            || first == "i"
            || self.selves.contains(first)
        {
            match words.next() {
                Some(next) => first = next,
                None => break,
            }
        }
        let acts = |word: &str| {
            self.action.contains(word)
                || self
                    .list("endings")
                    .iter()
                    .any(|ending| word.len() > ending.len() + 1 && word.ends_with(ending))
        };
        let singular = first
            .strip_suffix("es")
            .filter(|stem| self.action.contains(stem))
            .or_else(|| first.strip_suffix('s'))
            .unwrap_or(first);
        if acts(first) || self.strict && acts(singular) {
            Beginning::Action
        } else if self.strict {
            Beginning::Weak
        } else {
            Beginning::Unknown
        }
    }

    /// Whether a line speaks in the first person.
    pub(super) fn speaks_of_self(&self, line: &str) -> bool {
        fold_words(line)
            .split(' ')
            .any(|word| self.selves.contains(word))
            || self.language == "en" && has_pronoun(line)
    }

    /// Whether a sentence begins in the first person.
    pub(super) fn begins_with_self(&self, sentence: &str) -> bool {
        let folded = fold_words(sentence);
        let first = folded.split(' ').next().unwrap_or_default();
        self.selves.contains(first) || self.language == "en" && first == "i"
    }

    /// Whether a line says a number, or what came of it.
    pub(super) fn has_outcome(&self, line: &str) -> bool {
        if line.chars().any(|sign| sign.is_ascii_digit()) {
            return true;
        }
        let folded = format!(" {} ", fold_words(line));
        self.phrase_in("outcome", &folded).is_some() || self.phrase_in("numbers", &folded).is_some()
    }

    /// What a section is usually headed with.
    pub(super) fn heading(&self, section: &str) -> Option<&'static str> {
        self.first(&format!("heading.{section}"))
    }
}

/// "I led", not "Phase I" and "I/O".
fn has_pronoun(line: &str) -> bool {
    let mut words = line.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let short = word.starts_with("I'") || word.starts_with("I’");
        let followed = words
            .peek()
            .is_some_and(|next| next.starts_with(char::is_lowercase));
        if short || word == "I" && followed {
            return true;
        }
    }
    false
}

/// Whether a phrase stands in a text as whole words.
pub(super) fn holds(folded: &str, phrase: &str) -> bool {
    let mut from = 0;
    while let Some(at) = folded[from..].find(phrase) {
        let (start, end) = (from + at, from + at + phrase.len());
        let before = folded[..start].ends_with(' ') || start == 0;
        let after = folded[end..].starts_with(' ') || end == folded.len();
        if before && after {
            return true;
        }
        from = end;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_are_folded_and_each_language_has_its_keys() {
        for words in all() {
            for key in [
                "action",
                "endings",
                "weak",
                "self",
                "outcome",
                "numbers",
                "buzz",
                "cliche",
                "greet",
                "greet.general",
                "close",
                "apply",
                "at",
            ] {
                let list = words.list(key);
                assert!(!list.is_empty(), "{} {key}", words.language);
                for word in list {
                    assert_eq!(*word, fold_words(word), "{} {key}", words.language);
                }
            }
            for key in ["months.short", "months.long"] {
                assert_eq!(words.list(key).len(), 12, "{} {key}", words.language);
            }
            assert!(
                words
                    .first("greet.team")
                    .is_some_and(|g| g.contains("{company}"))
            );
            assert!(words.first("close.best").is_some());
            for section in [
                "work",
                "education",
                "skills",
                "summary",
                "languages",
                "projects",
                "certificates",
                "publications",
                "contact",
            ] {
                let heading = words.heading(section).unwrap_or_default();
                let found = crate::read::headings::find(heading).map(|found| found.name());
                assert_eq!(found, Some(section), "{}: {heading}", words.language);
            }
        }
    }

    #[test]
    fn lines_begin_with_what_was_done() {
        let en = of("en").expect("English");
        for line in [
            "Led a team of four",
            "Successfully negotiated rates",
            "Manages the night shift",
            "Co-founded a choir",
            "Baking bread",
        ] {
            assert_eq!(en.beginning(line), Beginning::Action, "{line}");
        }
        for line in [
            "Responsible for the till",
            "The weekly order",
            "Night shifts",
        ] {
            assert_eq!(en.beginning(line), Beginning::Weak, "{line}");
        }
        let de = of("de-AT").expect("German");
        assert_eq!(de.beginning("Leitung der Backstube"), Beginning::Action);
        assert_eq!(
            de.beginning("Verantwortlich für die Kasse"),
            Beginning::Weak
        );
        assert_eq!(de.beginning("Kassendienst"), Beginning::Unknown);
        assert!(of("ja").is_none());
    }

    #[test]
    fn phrases_are_whole_words() {
        assert!(holds(" a team player here ", "team player"));
        assert!(!holds(" steam players ", "team player"));
    }
}
