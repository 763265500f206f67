//! Languages people speak: their names in eight languages.
//!
//! The table is `data/languages.tsv` (ISO 639-1, names from CLDR).

use super::words::{Lang, fold, has_phrase};
use std::collections::HashMap;
use std::sync::OnceLock;

/// One language.
#[derive(Debug)]
pub(super) struct Tongue {
    /// ISO 639-1.
    pub(super) code: &'static str,
    names: Vec<&'static str>,
    folded: Vec<String>,
}

impl Tongue {
    /// Its name in a language of forms.
    pub(super) fn name(&self, lang: Lang) -> &'static str {
        self.names.get(lang as usize).copied().unwrap_or(self.code)
    }

    /// Whether a folded text names it.
    pub(super) fn is_in(&self, folded: &str) -> bool {
        self.folded.iter().any(|n| has_phrase(folded, n))
    }

    /// Everything it is called.
    pub(super) fn wordings(&self, lang: Lang) -> Vec<String> {
        let mut all = vec![self.name(lang).to_owned()];
        all.extend(self.names.iter().map(|n| (*n).to_owned()));
        all
    }
}

fn table() -> &'static [Tongue] {
    static TABLE: OnceLock<Vec<Tongue>> = OnceLock::new();
    TABLE.get_or_init(|| {
        include_str!("data/languages.tsv")
            .lines()
            .filter_map(parse)
            .collect()
    })
}

fn parse(line: &'static str) -> Option<Tongue> {
    let mut cells = line.split('\t');
    let code = cells.next().filter(|c| c.len() == 2)?;
    let names: Vec<&str> = cells.next()?.split('|').collect();
    let also = cells
        .next()
        .unwrap_or_default()
        .split('|')
        .filter(|n| !n.is_empty());
    let folded = names.iter().copied().chain(also).map(fold).collect();
    Some(Tongue {
        code,
        names,
        folded,
    })
}

/// The language of an ISO 639-1 code.
pub(super) fn by_code(code: &str) -> Option<&'static Tongue> {
    table()
        .iter()
        .find(|t| t.code.eq_ignore_ascii_case(code.trim()))
}

/// The languages that a folded text names.
pub(super) fn named_in(folded: &str) -> Vec<&'static Tongue> {
    let firsts = firsts();
    let mut found: Vec<usize> = folded
        .split(' ')
        .filter_map(|word| firsts.get(word))
        .flatten()
        .copied()
        .collect();
    found.sort_unstable();
    found.dedup();
    found
        .into_iter()
        .filter_map(|at| table().get(at))
        .filter(|tongue| tongue.is_in(folded))
        .collect()
}

/// The first words of the names, each with the places of its languages in the table: most lines hold none of them.
fn firsts() -> &'static HashMap<&'static str, Vec<usize>> {
    static FIRSTS: OnceLock<HashMap<&'static str, Vec<usize>>> = OnceLock::new();
    FIRSTS.get_or_init(|| {
        let mut firsts: HashMap<&'static str, Vec<usize>> = HashMap::new();
        for (at, tongue) in table().iter().enumerate() {
            for name in &tongue.folded {
                if let Some(first) = name.split(' ').next() {
                    firsts.entry(first).or_default().push(at);
                }
            }
        }
        firsts
    })
}
