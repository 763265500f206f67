//! States, provinces and cantons: names and abbreviations.
//!
//! The table is `data/regions.tsv` (ISO 3166-2, with other usual names).

use crate::folding::{Marks, has_phrase, tokens};
use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

/// One region, folded.
#[derive(Debug)]
pub(crate) struct Region {
    country: &'static str,
    /// The usual abbreviation ("NC"); empty where it has none in letters.
    pub(crate) abbreviation: &'static str,
    /// Its name.
    pub(crate) name: &'static str,
    names: Vec<String>,
    /// The abbreviation, folded.
    short: String,
}

fn fold(text: &str) -> String {
    crate::folding::fold(text, Marks::Meant)
}

fn table() -> &'static [Region] {
    static TABLE: OnceLock<Vec<Region>> = OnceLock::new();
    TABLE.get_or_init(|| {
        include_str!("data/regions.tsv")
            .lines()
            .filter_map(parse)
            .collect()
    })
}

fn parse(line: &'static str) -> Option<Region> {
    let mut cells = line.split('\t');
    let country = cells.next().filter(|c| c.len() == 2)?;
    let abbreviation = cells.next()?;
    let name = cells.next()?;
    let also = cells
        .next()
        .unwrap_or_default()
        .split('|')
        .filter(|n| !n.is_empty());
    let names = std::iter::once(name).chain(also).map(fold).collect();
    Some(Region {
        country,
        abbreviation,
        name,
        names,
        short: fold(abbreviation),
    })
}

/// The region of a country that a text names, by name or abbreviation.
pub(crate) fn find(country: &str, text: &str) -> Option<&'static Region> {
    let folded = fold(text);
    table().iter().find(|r| {
        r.country.eq_ignore_ascii_case(country)
            && (r.names.contains(&folded) || (!folded.is_empty() && r.short == folded))
    })
}

/// The regions of each folded name, in the table's order.
fn by_name(folded: &str) -> &'static [&'static Region] {
    static NAMES: LazyLock<HashMap<&'static str, Vec<&'static Region>>> = LazyLock::new(|| {
        let mut names = HashMap::<_, Vec<&'static Region>>::new();
        for region in table() {
            for name in &region.names {
                let regions = names.entry(name.as_str()).or_default();
                if regions
                    .last()
                    .is_none_or(|last| !std::ptr::eq(*last, region))
                {
                    regions.push(region);
                }
            }
        }
        names
    });
    NAMES.get(folded).map_or(&[], Vec::as_slice)
}

/// The region of a country that a text as a whole is a name of. Abbreviations are not names.
pub(crate) fn called(country: &str, text: &str) -> Option<&'static Region> {
    by_name(&fold(text))
        .iter()
        .find(|r| r.country == country)
        .copied()
}

/// The region of a country that has exactly this abbreviation, in capitals.
pub(crate) fn abbreviated(country: &str, text: &str) -> Option<&'static Region> {
    static SHORT: LazyLock<HashMap<&'static str, Vec<&'static Region>>> = LazyLock::new(|| {
        let mut short = HashMap::<_, Vec<&'static Region>>::new();
        for region in table().iter().filter(|r| !r.abbreviation.is_empty()) {
            short.entry(region.abbreviation).or_default().push(region);
        }
        short
    });
    SHORT
        .get(text)?
        .iter()
        .find(|r| r.country == country)
        .copied()
}

/// The region of any country that a folded text names in full.
pub(crate) fn find_any(folded: &str) -> Option<&'static Region> {
    by_name(folded).first().copied()
}

/// The countries with a region that a folded text names in full.
pub(crate) fn countries_of(folded: &str) -> Vec<&'static str> {
    by_name(folded).iter().map(|r| r.country).collect()
}

/// The countries with a region that a folded text names, in full or by its abbreviation.
pub(crate) fn all_named(folded: &str) -> Vec<&'static str> {
    let mut named = countries_of(folded);
    let short = table()
        .iter()
        .filter(|r| !r.short.is_empty() && r.short == folded);
    named.extend(short.map(|r| r.country));
    named
}

impl Region {
    /// How well a folded option names this region: 0 not at all, 4 exactly.
    ///
    /// "NC - North Carolina" is North Carolina and never California: an abbreviation counts only
    /// as a whole word, and another region's name beside it rules the option out.
    pub(crate) fn fit(&self, folded: &str) -> u8 {
        let abbreviation = self.short.as_str();
        if self.names.iter().any(|n| n == folded)
            || (!abbreviation.is_empty() && abbreviation == folded)
        {
            return 4;
        }
        let longer = |other: &Region| {
            other.country == self.country
                && other.name != self.name
                && other
                    .names
                    .iter()
                    .any(|o| has_phrase(folded, o) && !self.names.iter().any(|n| has_phrase(n, o)))
        };
        if self.names.iter().any(|n| has_phrase(folded, n)) && !table().iter().any(longer) {
            return 2;
        }
        let words = tokens(folded);
        let code = !abbreviation.is_empty() && words.len() <= 3 && words.contains(&abbreviation);
        // "US-NC", "NC (USA)": an abbreviation beside its country.
        let country = fold(self.country);
        let rest_is_country = words
            .iter()
            .all(|w| *w == abbreviation || *w == country || *w == "usa");
        if code && rest_is_country { 2 } else { 0 }
    }

    /// The name, the abbreviation and the other names.
    pub(crate) fn wordings(&self) -> Vec<String> {
        let mut all = vec![self.name.to_owned()];
        if !self.abbreviation.is_empty() {
            all.push(self.abbreviation.to_owned());
            all.push(format!("{} - {}", self.abbreviation, self.name));
            all.push(format!("{} ({})", self.name, self.abbreviation));
        }
        all.extend(self.names.iter().skip(1).cloned());
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(country: &str, region: &str, option: &str, fit: u8) {
        let found = find(country, region).expect("a region of the table");
        assert_eq!(found.fit(&fold(option)), fit, "{region} / {option}");
    }

    #[test]
    fn abbreviations_count_as_whole_words() {
        check("US", "NC", "NC - North Carolina", 2);
        check("US", "CA", "NC - North Carolina", 0);
        check("US", "California", "CA", 4);
        check("US", "Virginia", "West Virginia", 0);
        check("US", "West Virginia", "West Virginia", 4);
        check("US", "Kansas", "AR - Arkansas", 0);
        check("US", "NC", "US-NC", 2);
        check("DE", "BY", "Bavaria", 4);
        check("DE", "Bavaria", "Bayern", 4);
        check("DE", "Sachsen", "Niedersachsen", 0);
        check("DE", "Sachsen", "Sachsen-Anhalt", 0);
        check("CA", "Québec", "Quebec", 4);
        check("AU", "NSW", "New South Wales", 4);
    }
}
