//! A town by what people write.
//!
//! Towns share names. Country and region decide where they are given; else the one that is far larger than the others
//! of its name, and where none is, nobody says.
//! What must not happen here: a region or a country taken for a town.

use foothold_core::posting::values::{fold, places};

use crate::table::{TABLE, Town, region_key};

/// One town is meant where it is so many times larger than the next of its name.
const LARGER: f64 = 4.0;
/// A name that is not a town's first one counts only so much: many towns have nicknames that are other towns' names.
const OTHER_NAME: f64 = 0.1;
/// Two of one name that are so near to each other are one: a town and its centre.
const SAME_KM: f64 = 20.0;
/// The most towns that are told of beside the likely one.
const MOST_OTHERS: usize = 5;

/// What a name says.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// This town.
    Town(&'static Town),
    /// One of these, the largest first.
    Several(Vec<&'static Town>),
    /// No town that is known.
    Unknown,
}

impl Found {
    /// The town, where the name says which.
    #[must_use]
    pub fn town(&self) -> Option<&'static Town> {
        match self {
            Self::Town(town) => Some(town),
            Self::Several(_) | Self::Unknown => None,
        }
    }
}

/// The town of this name; `region` and `country` (ISO 3166-1 alpha-2) may be empty.
#[must_use]
pub fn find(city: &str, region: &str, country: &str) -> Found {
    let ranked = ranked(city, region, country);
    let Some((first, size)) = ranked.first() else {
        return Found::Unknown;
    };
    let rival = ranked
        .iter()
        .skip(1)
        .find(|(town, _)| town.km_to(first) > SAME_KM);
    match rival {
        Some((_, rival)) if size / rival < LARGER => Found::Several(
            ranked
                .iter()
                .map(|(town, _)| *town)
                .take(MOST_OTHERS + 1)
                .collect(),
        ),
        _ => Found::Town(first),
    }
}

/// The town that is most likely meant, and others of its name: for what a person types and can correct.
#[must_use]
pub fn likely(
    city: &str,
    region: &str,
    country: &str,
) -> Option<(&'static Town, Vec<&'static Town>)> {
    let mut ranked = ranked(city, region, country).into_iter();
    let (first, _) = ranked.next()?;
    let others = ranked
        .map(|(town, _)| town)
        .filter(|town| town.km_to(first) > SAME_KM)
        .take(MOST_OTHERS)
        .collect();
    Some((first, others))
}

/// The town that a line names ("Portland, OR"), as [`find`] decides.
#[must_use]
pub fn find_line(line: &str) -> Found {
    match parts(line) {
        Some((city, region, country)) => find(&city, &region, country),
        None => Found::Unknown,
    }
}

/// The town that a line names, as [`likely`] decides; `country` where the line says none.
#[must_use]
pub fn likely_line(line: &str, country: &str) -> Option<(&'static Town, Vec<&'static Town>)> {
    let (city, region, said) = parts(line)?;
    likely(&city, &region, if said.is_empty() { country } else { said })
}

fn parts(line: &str) -> Option<(String, String, &'static str)> {
    let place = places(line).into_iter().next()?;
    let city = place.city?;
    // Where the line is the town alone, its country is only what the reader of places makes of it.
    let is_alone = fold(line) == fold(&city);
    let country = place.country.filter(|_| !is_alone).unwrap_or_default();
    Some((city, place.region.unwrap_or_default(), country))
}

/// The towns of a name, the one that is most likely meant first, each with how much speaks for it.
fn ranked(city: &str, region: &str, country: &str) -> Vec<(&'static Town, f64)> {
    let country = country.trim();
    let whole = fold(city);
    let mut found = named(&whole, country);
    if found.is_empty() {
        found = spellings(city, whole)
            .iter()
            .map(|name| named(name, country))
            .find(|found| !found.is_empty())
            .unwrap_or_default();
    }
    if !region.trim().is_empty() {
        let folded = fold(region);
        let in_region = |town: &Town| {
            let asked = region_key(town.country, region);
            town.regions
                .iter()
                .any(|known| *known == asked || *known == folded)
        };
        // A county or a borough is none of the table's regions: then it says nothing.
        if found.iter().any(|(town, _)| in_region(town)) {
            found.retain(|(town, _)| in_region(town));
        }
    }
    found.sort_by(|(a, one), (b, other)| {
        other
            .total_cmp(one)
            .then(a.latitude.total_cmp(&b.latitude))
            .then(a.longitude.total_cmp(&b.longitude))
    });
    found
}

fn named(name: &str, country: &str) -> Vec<(&'static Town, f64)> {
    let Some(places) = TABLE.names.get(name) else {
        return Vec::new();
    };
    places
        .iter()
        .filter_map(|(at, is_first)| {
            let town = TABLE.towns.get(usize::try_from(*at).ok()?)?;
            let size = f64::from(town.thousands) * if *is_first { 1.0 } else { OTHER_NAME };
            Some((town, size))
        })
        .filter(|(town, _)| country.is_empty() || town.country.eq_ignore_ascii_case(country))
        .collect()
}

/// Words beside a town's name that say nothing of which town it is.
const BESIDE: &[&str] = &[
    "area",
    "arrondissement",
    "bay",
    "cedex",
    "center",
    "central",
    "centre",
    "city",
    "downtown",
    "e",
    "er",
    "greater",
    "grossraum",
    "metro",
    "metropolitan",
    "of",
    "raum",
    "region",
];

/// Shortened words at the beginning of names.
const SHORT: &[(&str, &str)] = &[
    ("ft", "fort"),
    ("mt", "mount"),
    ("st", "saint"),
    ("ste", "sainte"),
];

/// How a name may stand in the table: as it is written (`whole`, folded), spelled out, and without what stands beside it.
fn spellings(city: &str, whole: String) -> Vec<String> {
    if whole.is_empty() {
        return Vec::new();
    }
    let mut all = vec![whole.clone()];
    let mut add = |name: String| {
        if !name.is_empty() && !all.contains(&name) {
            all.push(name);
        }
    };
    let longer = |name: &str| {
        let (first, rest) = name.split_once(' ')?;
        let (_, word) = SHORT.iter().find(|(short, _)| *short == first)?;
        Some(format!("{word} {rest}"))
    };
    if let Some(name) = longer(&whole) {
        add(name);
    }
    if let Some(rest) = whole.strip_prefix("saint ") {
        add(format!("st {rest}"));
    }
    add(format!("{whole} city"));
    // "Halle (Saale)" and "Frankfurt/Main" stand under their first part, too.
    let head = city.split(['(', '/', '|', ';']).next().unwrap_or_default();
    add(fold(head));
    let bare: Vec<&str> = whole
        .split(' ')
        .filter(|word| {
            let is_number = word.starts_with(|sign: char| sign.is_ascii_digit());
            !is_number && !BESIDE.contains(word)
        })
        .collect();
    let bare = bare.join(" ");
    if let Some(name) = longer(&bare) {
        add(name);
    }
    add(bare);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(found: &Found) -> String {
        match found {
            Found::Town(town) => format!("{} {}", town.said(), town.country),
            Found::Several(towns) => format!("{} of that name", towns.len()),
            Found::Unknown => "unknown".to_owned(),
        }
    }

    #[test]
    fn names_in_several_languages_lead_to_one_town() {
        for (name, country, town) in [
            ("München", "DE", "Munich"),
            ("Muenchen", "", "Munich"),
            ("Köln", "", "Köln"),
            ("Cologne", "", "Köln"),
            ("Wien", "AT", "Vienna"),
            ("Roma", "", "Rome"),
            ("Lisboa", "PT", "Lisbon"),
            ("Den Haag", "NL", "The Hague"),
            ("Genève", "CH", "Geneva"),
            ("Warszawa", "", "Warsaw"),
            ("LYON", "", "Lyon"),
            ("São Paulo", "BR", "São Paulo"),
            ("Łódź", "", "Łódź"),
            ("New York", "US", "New York City"),
            ("Frankfurt", "DE", "Frankfurt am Main"),
        ] {
            let found = find(name, "", country).town();
            assert_eq!(found.map(|town| town.name), Some(town), "{name}");
        }
    }

    #[test]
    fn what_stands_beside_a_name_is_passed_over() {
        for (line, town) in [
            ("69003 Lyon", "Lyon, Auvergne-Rhône-Alpes FR"),
            ("Greater Lyon Area", "Lyon, Auvergne-Rhône-Alpes FR"),
            ("Lyon 3e Arrondissement", "Lyon, Auvergne-Rhône-Alpes FR"),
            ("St. Louis, MO", "Missouri US"),
            ("Halle (Saale)", "DE"),
            ("San Francisco Bay Area, CA", "California US"),
        ] {
            let found = said(&find_line(line));
            assert!(found.ends_with(town), "{line}: {found}");
        }
    }

    #[test]
    fn region_and_country_decide_between_towns_of_one_name() {
        for (line, town) in [
            ("Portland, OR", "Portland, Oregon US"),
            ("Portland, Maine", "Portland, Maine US"),
            ("Portland, ME, USA", "Portland, Maine US"),
            ("London, Ontario", "London, Ontario CA"),
            ("London", "London, England GB"),
            ("London, ON, Canada", "London, Ontario CA"),
            ("Paris, TX", "Paris, Texas US"),
            ("Frankfurt (Oder), Brandenburg", "Brandenburg DE"),
            ("Birmingham, AL", "Birmingham, Alabama US"),
            ("Birmingham, United Kingdom", "Birmingham, England GB"),
        ] {
            let found = said(&find_line(line));
            assert!(found.ends_with(town), "{line}: {found}");
        }
    }

    #[test]
    fn what_is_no_town_or_one_of_several_is_said_so() {
        assert!(matches!(find("Springfield", "", "US"), Found::Several(_)));
        assert!(matches!(find("Cambridge", "", ""), Found::Several(_)));
        for line in ["Bavaria", "Germany", "Remote", "", "Nowhereville", "12345"] {
            assert_eq!(said(&find_line(line)), "unknown", "{line}");
        }
        assert_eq!(find("Lyon", "", "NO"), Found::Unknown);
    }

    #[test]
    fn what_a_person_types_is_taken_as_the_likely_one() {
        let (town, others) = likely_line("Cambridge", "").expect("a town");
        let all: Vec<&str> = [town]
            .iter()
            .chain(&others)
            .map(|town| town.region)
            .collect();
        assert!(
            all.contains(&"England") && all.contains(&"Massachusetts"),
            "{all:?}"
        );
        let (town, _) = likely_line("Cambridge", "US").expect("a town");
        assert_eq!(town.region, "Massachusetts");
        assert!(likely_line("Nowhereville", "").is_none());
    }
}
