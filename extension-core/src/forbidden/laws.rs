//! The laws: where each counts, which topics, what it says, and its name.
//!
//! The table is `data/laws.tsv`. Only laws that speak of applicants or of hiring, and only as far as their text is sure.
//! Sources: the statutes themselves as published.

use super::Topic;
use std::sync::OnceLock;

/// Where a law counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    /// In a country (ISO 3166-1 alpha-2).
    Country(&'static str),
    /// In a state or province, by its English name.
    Region(&'static str, &'static str),
    /// In every member state of the European Union.
    Eu,
}

/// What a law says to the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// Employers may not ask.
    MayNotAsk,
    /// Employers may not ask before they make an offer.
    NotBeforeOffer,
    /// Employers may not ask in an application form.
    NotOnForm,
    /// Asking may be allowed, deciding by the answer is not.
    MustNotCount,
    /// Employers may ask as far as it matters for the job.
    OnlyRelevant,
    /// What is spent need not be told.
    SpentNeedNot,
}

/// One law.
#[derive(Debug)]
pub(super) struct Law {
    pub(super) place: Where,
    pub(super) topics: Vec<Topic>,
    pub(super) says: Says,
    pub(super) statute: &'static str,
    /// From which day on (`YYYY-MM-DD`), where that matters still; else empty.
    pub(super) since: &'static str,
}

/// The member states of the European Union.
pub(super) const EU: &[&str] = &[
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT",
    "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// All laws of the table, in its order.
pub(super) fn laws() -> &'static [Law] {
    static TABLE: OnceLock<Vec<Law>> = OnceLock::new();
    TABLE.get_or_init(|| lines().filter_map(parse).collect())
}

fn lines() -> impl Iterator<Item = &'static str> {
    include_str!("data/laws.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
}

fn parse(line: &'static str) -> Option<Law> {
    let mut cells = line.split('\t');
    let place = match cells.next()? {
        "EU" => Where::Eu,
        place => match place.split_once(':') {
            Some((country, region)) => Where::Region(country, region),
            None => Where::Country(place),
        },
    };
    let says = match cells.next()? {
        "MayNotAsk" => Says::MayNotAsk,
        "NotBeforeOffer" => Says::NotBeforeOffer,
        "NotOnForm" => Says::NotOnForm,
        "MustNotCount" => Says::MustNotCount,
        "OnlyRelevant" => Says::OnlyRelevant,
        "SpentNeedNot" => Says::SpentNeedNot,
        _ => return None,
    };
    let topics: Option<Vec<Topic>> = cells.next()?.split(',').map(Topic::named).collect();
    Some(Law {
        place,
        topics: topics?,
        says,
        statute: cells.next().filter(|name| !name.is_empty())?,
        since: cells.next().unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forbidden::Place;

    #[test]
    fn every_line_of_the_table_is_read() {
        assert_eq!(laws().len(), lines().count());
    }

    #[test]
    fn every_place_of_a_law_is_one_of_the_tables_of_places() {
        for law in laws() {
            let (country, region) = match law.place {
                Where::Region(country, region) => (country, Some(region)),
                Where::Country(country) => (country, None),
                Where::Eu => continue,
            };
            let place = Place::of(Some(country), region).expect("a country of the table");
            assert_eq!(place.region.as_deref(), region, "{}", law.statute);
            assert_eq!(place.country, country);
        }
        for country in EU {
            assert!(Place::of(Some(country), None).is_some(), "{country}");
        }
    }
}
