//! Which country or state a text of a posting names: the look-ups of `places`, with what postings mean otherwise left out.
//!
//! What must not happen here: a word of the page taken for a code or a country. What is doubtful names nothing.

use super::claim::Claims;
use super::fold::fold;
use super::{cities, sites};
use crate::page::PageSnapshot;
use crate::places::{countries, regions};

/// Codes that stand for their country by themselves, in capitals. The others are words, titles and
/// states more often ("AI", "PM", "QA", "NC").
const SPOKEN_CODES: &str = "AE AR AT AU BE BG BR CA CH CL CN CO CR CY CZ DE DK EE EG ES FI FR GB GR HK HR HU ID IE IL IN IS IT \
    JP KE KR LT LU LV MA MT MX MY NG NL NO NZ PE PH PK PL PT RO RS SA SE SG SI SK TH TN TR TW UA US UY VN ZA";

/// Names of countries, folded, that are a first name, a town or another word more often.
const OTHERWISE: &[&str] = &[
    "chad",
    "dominica",
    "dominique",
    "grenade",
    "guadalupe",
    "indie",
    "jordan",
    "maurice",
    "mauricio",
    "montserrat",
    "norfolk",
    "reunion",
    "salvador",
    "san martin",
    "santa elena",
    "santa helena",
    "santa lucia",
];

/// Countries whose states stand where a country could ("Austin, TX").
const WITH_STATES: [&str; 3] = ["US", "CA", "AU"];

/// Regions of the United States that have a country code of their own and go by it.
const OUTLYING: [&str; 5] = ["AS", "GU", "MP", "UM", "VI"];

/// The country a text names, whole: by name in several languages, or by code in capitals.
pub(crate) fn find(text: &str) -> Option<&'static str> {
    let text = text.trim();
    if text.is_empty() || text.len() > 60 {
        return None;
    }
    if text.len() == 2 {
        // Two letters are a code only in capitals: "in", "no" and "it" are words.
        let spoken = text == "UK" || SPOKEN_CODES.split_whitespace().any(|code| code == text);
        return countries::by_code(text)
            .filter(|_| spoken)
            .map(|country| country.code);
    }
    let country = countries::called(text)?;
    // A city-state is its city, "Granada" and "Georgia" are not the islands and the country.
    let folded = fold(text);
    let city = cities::is_city(text) && fold(country.english()) != folded;
    (!city && !OTHERWISE.contains(&folded.as_str()) && find_part(text).is_none())
        .then_some(country.code)
}

/// The country that a field for the country holds, by name or by code of two or three letters.
pub(crate) fn of_field(text: &str) -> Option<&'static str> {
    countries::named(text)
        .or_else(|| countries::by_code(text))
        .map(|country| country.code)
}

/// The English name of a country code.
pub(crate) fn name(code: &str) -> Option<&'static str> {
    countries::by_code(code).map(countries::Country::english)
}

/// The state or province a text names, whole, as country code and part code. Codes count in capitals only.
pub(crate) fn find_part(text: &str) -> Option<(&'static str, &'static str)> {
    let text = text.trim();
    WITH_STATES
        .iter()
        .find_map(|country| {
            regions::abbreviated(country, text)
                .or_else(|| regions::called(country, text))
                .map(|region| (*country, region.abbreviation))
        })
        .filter(|(country, part)| *country != "US" || !OUTLYING.contains(part))
        // Northern or Northwest Territories: either.
        .filter(|_| text != "NT")
}

/// Where the page as a whole speaks from: for texts that two countries read differently ("WA", "$").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Evidence {
    /// The country, where everything that tells one tells the same.
    pub(crate) country: Option<&'static str>,
}

impl Evidence {
    /// By the structured data, the end of the host's name and the region of the page's language.
    pub(crate) fn of(snapshot: &PageSnapshot, claims: &Claims) -> Self {
        let data = claims
            .places
            .iter()
            .filter(|claim| !claim.source.is_visible())
            .flat_map(|claim| &claim.value)
            .find_map(|place| place.country);
        let host = sites::host(&snapshot.url);
        let end = host
            .rsplit('.')
            .next()
            .unwrap_or_default()
            .to_ascii_uppercase();
        // Ends of names that are sold to everybody say nothing.
        let host = Some(end)
            .filter(|end| end == "UK" || SPOKEN_CODES.split_whitespace().any(|code| code == end))
            .filter(|end| {
                !matches!(
                    end.as_str(),
                    "CO" | "ME" | "IO" | "AI" | "TV" | "IS" | "IN" | "CH" | "TO" | "US" | "EU"
                )
            })
            .and_then(|end| of_field(&end));
        let region = snapshot
            .lang
            .split_once('-')
            .map(|(_, region)| region.to_ascii_uppercase())
            .filter(|region| region.len() == 2 && region != "US")
            .and_then(|region| of_field(&region));
        let mut told = [data, host, region].into_iter().flatten();
        let first = told.next();
        Self {
            country: first.filter(|first| told.all(|other| other == *first)),
        }
    }
}

/// The state or province of one country that a text names, by its code in capitals or by name.
pub(crate) fn part_of(country: &str, text: &str) -> Option<&'static str> {
    regions::abbreviated(country, text.trim())
        .or_else(|| regions::called(country, text))
        .map(|region| region.abbreviation)
}

/// The currency of a country that calls it dollar (or peso, written `$`).
pub(crate) fn dollar(code: &str) -> Option<&'static str> {
    let currency = countries::by_code(code)?.currency;
    matches!(
        currency,
        "CAD" | "AUD" | "NZD" | "SGD" | "HKD" | "MXN" | "ARS" | "CLP" | "COP" | "TWD" | "USD"
    )
    .then_some(currency)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_in_several_languages() {
        for (text, code) in [
            ("Germany", Some("DE")),
            ("Deutschland", Some("DE")),
            ("Österreich", Some("AT")),
            ("Bangladesh", Some("BD")),
            ("Singapore", Some("SG")),
            ("United States of America", Some("US")),
            ("U.S.", Some("US")),
            ("AT", Some("AT")),
            ("UK", Some("GB")),
            ("at", None),
            ("Atlantis", None),
        ] {
            assert_eq!(find(text), code, "{text}");
        }
    }

    #[test]
    fn words_that_mean_something_else_more_often() {
        for text in [
            "QA", "PM", "AND", "PER", "Granada", "Georgia", "Salvador", "Maurice",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }

    #[test]
    fn a_field_for_the_country_means_one() {
        for (text, code) in [
            ("QA", Some("QA")),
            ("deu", Some("DE")),
            ("Georgia", Some("GE")),
            ("uk", Some("GB")),
            ("", None),
            ("Texas", None),
        ] {
            assert_eq!(of_field(text), code, "{text}");
        }
    }

    #[test]
    fn parts_by_name_and_by_capital_code() {
        for (text, part) in [
            ("Ontario", Some(("CA", "ON"))),
            ("TX", Some(("US", "TX"))),
            ("WA", Some(("US", "WA"))),
            ("Georgia", Some(("US", "GA"))),
            ("Washington, D.C.", Some(("US", "DC"))),
            ("in", None),
            ("AS", None),
            ("NT", None),
            ("Guam", None),
            ("", None),
        ] {
            assert_eq!(find_part(text), part, "{text}");
        }
    }

    #[test]
    fn dollars_by_country() {
        assert_eq!(dollar("CA"), Some("CAD"));
        assert_eq!(dollar("DE"), None);
    }
}
