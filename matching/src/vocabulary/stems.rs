//! Beginnings and parts of words that tell a field of work where no name is known: "Transport", "Schul…", "logist…".
//!
//! What must not happen here: a family, or a skill. A stem says what surrounds the work, never what it is.

use super::fields::Fields;
use crate::text::{self, Word};
use std::sync::LazyLock;

const DATA: &str = include_str!("../../data/stems.tsv");

struct Stem {
    fields: Fields,
    letters: String,
    /// Whether it may stand anywhere in a joined word.
    inside: bool,
}

static STEMS: LazyLock<Vec<Stem>> = LazyLock::new(|| {
    let mut stems: Vec<Stem> = DATA
        .lines()
        .filter(|line| !line.starts_with("# "))
        .filter_map(|line| line.split_once('\t'))
        .flat_map(|(fields, stems)| {
            let fields = Fields::parse(fields).unwrap_or_default();
            stems.split('|').map(move |stem| {
                let (letters, inside) = match stem.strip_prefix('*') {
                    Some(letters) => (letters, true),
                    None => (stem, false),
                };
                Stem {
                    fields,
                    letters: text::fold_word(letters),
                    inside,
                }
            })
        })
        .collect();
    stems.sort_by_key(|stem| std::cmp::Reverse(stem.letters.len()));
    stems
});

/// The fields that a word speaks of; `None` where no stem is known. The longest stem counts.
pub(super) fn fields_of(word: &Word) -> Option<&'static Fields> {
    STEMS
        .iter()
        .find(|stem| {
            word.folded.starts_with(&stem.letters)
                || stem.inside && word.folded.contains(&stem.letters)
        })
        .map(|stem| &stem.fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_of_the_data_is_sound() {
        let mut seen = std::collections::HashSet::new();
        for (number, line) in DATA.lines().enumerate() {
            if line.starts_with("# ") {
                continue;
            }
            let (fields, stems) = line.split_once('\t').expect("two columns");
            assert!(Fields::parse(fields).is_ok(), "line {}", number + 1);
            for stem in stems.split('|') {
                let letters = stem.trim_start_matches('*');
                assert!(
                    letters.chars().count() >= 4,
                    "line {}: {stem:?}",
                    number + 1
                );
                assert!(seen.insert(letters), "line {}: {stem:?} twice", number + 1);
            }
        }
    }

    #[test]
    fn parts_of_joined_words_are_known() {
        let strongest =
            |word: &str| fields_of(&text::words(word)[0]).map(|fields| fields.strongest(1)[0]);
        assert_eq!(strongest("Grundschulpädagogik"), Some("teaching"));
        assert_eq!(strongest("Transportu"), Some("logistics"));
        assert_eq!(strongest("Ristorazione"), Some("service"));
        assert_eq!(strongest("Zebra"), None);
    }
}
