//! Places: reading one from a line of text, writing one from its parts, and knowing when two are the same.

use super::cities;
use super::country::{self, Evidence};
use super::fold::{fold, key, tidy};
use super::remote;

/// A place by its parts, as a page writes it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Place {
    /// The segments, the most specific first: "Lyon", "France".
    pub(crate) segments: Vec<String>,
    /// ISO code, where a segment tells it.
    pub(crate) country: Option<&'static str>,
}

impl Place {
    /// Builds a place from segments, leaving out empty ones and repetitions.
    pub(crate) fn of(segments: impl IntoIterator<Item = String>) -> Self {
        let mut kept: Vec<String> = Vec::new();
        for segment in segments {
            let segment = tidy(&segment).trim_matches([',', ';', '/', ' ']).to_owned();
            let segment = without_postcode(&segment).to_owned();
            let folded = fold(&segment);
            // "New York, New York" is a city and its state; "Wien, Wien" is said twice.
            let twice =
                kept.iter().any(|k| fold(k) == folded) && country::find_part(&segment).is_none();
            if folded.is_empty() || twice {
                continue;
            }
            kept.push(segment);
        }
        let country = kept.iter().rev().find_map(|s| country_in(s));
        Self {
            segments: kept,
            country,
        }
    }

    /// As a person reads it.
    pub(crate) fn text(&self) -> String {
        self.segments.join(", ")
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.segments.is_empty()
    }

    /// Whether this place tells at least as much as the other and names the same.
    pub(crate) fn covers(&self, other: &Self) -> bool {
        !other.is_empty()
            && other.segments.iter().all(|theirs| {
                self.segments.iter().any(|ours| same_segment(ours, theirs))
                    || country::find(theirs).is_some_and(|code| self.country == Some(code))
            })
    }
}

/// "37081 Göttingen" as "Göttingen", "37402" as nothing: a postal code is for letters.
fn without_postcode(segment: &str) -> &str {
    let bare = ["D-", "A-", "CH-", "F-", "I-", "L-", "B-"]
        .iter()
        .find_map(|land| segment.strip_prefix(land))
        .unwrap_or(segment);
    let digits = bare
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(bare.len());
    if !(4..=5).contains(&digits) {
        return segment;
    }
    let rest = bare[digits..].trim_start();
    if rest.is_empty() || (bare[digits..].starts_with(' ') && rest.starts_with(char::is_uppercase))
    {
        rest
    } else {
        segment
    }
}

/// "Perth WA", "Goiânia - GO": a city and its state, written without a comma.
fn city_and_state(text: &str) -> Option<(&str, &str)> {
    let (city, state) = text.trim().rsplit_once(' ')?;
    let (city, dashed) = match city.trim_end().strip_suffix(['-', '–', '/']) {
        Some(city) => (city.trim_end(), true),
        None => (city, false),
    };
    let code = (2..=3).contains(&state.len()) && state.bytes().all(|b| b.is_ascii_uppercase());
    let named = city.split(' ').count() <= 4 && city.starts_with(char::is_uppercase);
    let part = |country: &str| country::part_of(country, state).is_some();
    // Without a comma any two words could be this: the city must be known, or the dash be Brazil's.
    let sure = (cities::is_city(city) || cities::country_of(city).is_some())
        && ["US", "AU", "CA", "BR"].into_iter().any(part);
    let brazil = dashed && part("BR") && !["US", "AU", "CA"].into_iter().any(part);
    (code && named && (sure || brazil)).then_some((city, state))
}

fn same_segment(a: &str, b: &str) -> bool {
    let (ka, kb) = (key(a), key(b));
    ka == kb
        || country::find(a).is_some() && country::find(a) == country::find(b)
        || country::find_part(a).is_some() && country::find_part(a) == country::find_part(b)
}

/// A country or a part of one at the end of a segment: "TX 78501", "10115 Berlin, DE", "Remote - Canada".
fn country_in(segment: &str) -> Option<&'static str> {
    // "DE" is Germany and Delaware: two letters that are both say nothing by themselves.
    if segment.len() == 2
        && country::find(segment).is_some()
        && country::find_part(segment).is_some()
    {
        return None;
    }
    if let Some(code) = country::find(segment) {
        return Some(code);
    }
    if let Some((code, _)) = country::find_part(segment) {
        return Some(code);
    }
    let mut pieces = segment.split([' ', '-', '(', ')', '/', '|']).map(str::trim);
    // "TX 78501"
    if let Some(first) = pieces.next()
        && let Some((code, part)) = country::find_part(first)
        && first == part
        && segment[first.len()..]
            .trim_start()
            .starts_with(|c: char| c.is_ascii_digit())
    {
        return Some(code);
    }
    segment
        .split([',', '(', ')', '|', '/'])
        .flat_map(|piece| piece.split(" - "))
        .map(str::trim)
        .filter(|piece| piece.len() > 1)
        .find_map(country::find)
}

/// Settles a code that two countries use, by the city before it and by where the page speaks from: "Perth, WA" on an
/// Australian page, "Oakland, CA".
pub(crate) fn settle(place: &mut Place, evidence: &Evidence) {
    let Some(code) = place.segments.iter().skip(1).rev().find(|s| s.len() <= 3) else {
        return;
    };
    let Some(city) = place.segments.first() else {
        return;
    };
    // A country that is spelled out beside the code leaves nothing to settle.
    let spelled = place
        .segments
        .iter()
        .any(|s| s.len() > 3 && country_in(s).is_some() && country::find_part(s).is_none());
    if spelled || code.len() < 2 {
        return;
    }
    let candidates = ["US", "AU", "CA", "BR"]
        .into_iter()
        .filter(|country| country::part_of(country, code).is_some())
        .chain(country::find(code))
        .collect::<Vec<_>>();
    if candidates.len() < 2 {
        return;
    }
    let by_city = cities::country_of(city).filter(|country| candidates.contains(country));
    let by_page = evidence
        .country
        .filter(|country| candidates.contains(country));
    place.country = match (by_city, by_page) {
        (Some(city), Some(page)) if city != page => None,
        (city, page) => city.or(page).or(place.country),
    };
}

/// The places a labelled line names. Several are split at semicolons, bars and "or".
pub(crate) fn labelled(text: &str) -> Vec<Place> {
    let text = tidy(text);
    text.split([';', '|', '•', '·', '\n'])
        .flat_map(|piece| piece.split(" or "))
        .flat_map(|piece| piece.split(" / "))
        .filter_map(|piece| {
            let piece = piece.trim().trim_end_matches(['/', '-', ',', '–']).trim();
            let place = line(piece);
            (!place.is_empty()).then_some(place)
        })
        .take(30)
        .collect()
}

fn line(text: &str) -> Place {
    let text = without_site(text);
    // "Remote - Remote (anywhere)" says one thing twice.
    let mut parts: Vec<&str> = text.split(" - ").map(str::trim).collect();
    if parts.len() == 2 && fold(parts[1]).starts_with(&fold(parts[0])) {
        parts.remove(0);
    }
    let text = parts.join(" - ");
    if let Some((city, state)) = city_and_state(&text) {
        return Place::of([city.to_owned(), state.to_owned()]);
    }
    // Commas within brackets belong to the bracket.
    let mut segments = vec![String::new()];
    let mut depth = 0_i32;
    for c in text.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ => {}
        }
        if c == ',' && depth <= 0 {
            segments.push(String::new());
        } else if let Some(last) = segments.last_mut() {
            last.push(c);
        }
    }
    Place::of(segments)
}

/// "Denver, CO - North yard": what follows a whole place names a building, not a place.
fn without_site(text: &str) -> &str {
    let Some((place, _)) = text.split_once(" - ") else {
        return text;
    };
    let Some((_, last)) = place.rsplit_once(',') else {
        return text;
    };
    let last = last.trim();
    if country::find(last).is_some() || country::find_part(last).is_some() {
        place
    } else {
        text
    }
}

/// Whether a short text looks like a place by itself: it ends in a country or a state, or is one.
pub(crate) fn looks_like(text: &str) -> bool {
    if text.len() > 90 || text.contains(['€', '$', '£', '?', '!', '@', ':']) {
        return false;
    }
    let bare = tidy(text);
    if country::find(&bare).is_some() && bare.len() > 2 {
        return true;
    }
    if let Some((head, last)) = bare.rsplit_once(',') {
        let last = last.trim().trim_end_matches('.');
        let known = country::find(last).is_some()
            || country::find_part(last).is_some()
            || country_in(last).is_some();
        return known && head.split_whitespace().count() <= 8;
    }
    if city_and_state(&bare).is_some() {
        return true;
    }
    // "Remote (anywhere)", "Remote - US", "Remote in Germany".
    is_qualified_remote(&bare)
}

/// A word for remote, with where from: "Remote (any location)", "Remote - Canada".
pub(crate) fn is_qualified_remote(text: &str) -> bool {
    let folded = fold(text);
    if remote::ways(text).first() != Some(&"remote") {
        return false;
    }
    let rest = remote::without_ways(text);
    let rest = rest.trim_start_matches("in ").trim_start_matches("from ");
    !rest.is_empty()
        && (country::find(rest).is_some()
            || matches!(
                rest,
                "any location"
                    | "any"
                    | "worldwide"
                    | "global"
                    | "emea"
                    | "europe"
                    | "eu"
                    | "latam"
                    | "apac"
                    | "americas"
                    | "north america"
                    | "europa"
            ))
        || folded == "worldwide"
}

/// The place in structured data: parts that only a machine reads ("IDF", "9") left out, codes written out.
pub(crate) fn of_address(locality: &str, region: &str, country_text: &str) -> Vec<Place> {
    let code = country::of_field(country_text);
    // Codes are written out; a name stays as the page writes it.
    let country_name = code
        .filter(|_| country_text.trim().len() <= 3)
        .and_then(country::name)
        .map_or_else(|| tidy(country_text), str::to_owned);
    let localities = labelled(locality);
    let region = tidy(region);
    let spelled = region.len() > 3 && !region.chars().any(|c| c.is_ascii_digit());
    let wide = matches!(code, Some("US" | "CA" | "AU" | "BR" | "IN" | "MX") | None);
    let part = country::find_part(&region).is_some();
    let keep_region = !region.is_empty()
        && (spelled || part || (wide && region.len() >= 2))
        && !region.chars().all(|c| c.is_ascii_digit())
        // "London" with the region "London, UK" says nothing more.
        && !localities
            .iter()
            .flat_map(|p| &p.segments)
            .any(|s| has_word(&region, s) || has_word(s, &region));
    if localities.is_empty() {
        let place = Place::of([
            if keep_region { region } else { String::new() },
            country_name,
        ]);
        return if place.is_empty() {
            Vec::new()
        } else {
            vec![place]
        };
    }
    localities
        .into_iter()
        .map(|locality| {
            let mut segments = locality.segments;
            if keep_region {
                segments.push(region.clone());
            }
            // "Denver, CO" with the country behind it is whole already.
            let told = segments.last().is_some_and(|last| {
                country::find(last).is_some()
                    || (country::find_part(last).is_some() && !keep_region)
            });
            if !told || segments.len() == 1 {
                segments.push(country_name.clone());
            }
            let mut place = Place::of(segments);
            place.country = code.or(place.country);
            place
        })
        .collect()
}

fn has_word(text: &str, word: &str) -> bool {
    super::fold::has_phrase(&fold(text), &fold(word))
}

/// Whether two lines name the same place. Used to compare a reading with what a person read.
///
/// Segments are compared folded; countries and states meet by name and by code; postal codes, streets and words for
/// remote work do not count. One line may tell more than the other (country, region, the building), but the most
/// specific segment of the expected line must be in the read one, and where both name a country it must be the same.
pub fn is_same(expected: &str, read: &str) -> bool {
    let (expected_places, read_places) = (labelled(expected), labelled(read));
    if expected_places.is_empty() || read_places.is_empty() {
        return false;
    }
    expected_places
        .iter()
        .all(|e| read_places.iter().any(|r| same_place(e, r)))
}

fn same_place(expected: &Place, read: &Place) -> bool {
    if let (Some(a), Some(b)) = (expected.country, read.country)
        && a != b
    {
        return false;
    }
    let words = |place: &Place| {
        place
            .segments
            .iter()
            .map(|s| meanings(s))
            .filter(|m| !m.is_empty())
            .collect::<Vec<_>>()
    };
    let (theirs, ours) = (words(expected), words(read));
    let Some(most_specific) = theirs.first() else {
        // Nothing but "Remote": the other must name no place either.
        return ours.is_empty();
    };
    let same = |a: &Vec<String>, b: &Vec<String>| {
        a.iter().any(|a| {
            b.iter()
                .any(|b| a == b || super::fold::has_phrase(a, b) || super::fold::has_phrase(b, a))
        })
    };
    let holds =
        |list: &[Vec<String>], meant: &Vec<String>| list.iter().any(|other| same(other, meant));
    holds(&ours, most_specific)
        && (theirs.iter().all(|t| holds(&ours, t)) || ours.iter().all(|o| holds(&theirs, o)))
}

/// What a segment may mean, as it compares: codes for countries and states, no postal codes, no words for remote.
fn meanings(segment: &str) -> Vec<String> {
    let mut meant = Vec::new();
    let rest = remote::without_ways(segment);
    let rest = rest
        .split(' ')
        .filter(|w| {
            !w.chars().any(|c| c.is_ascii_digit())
                && !matches!(
                    *w,
                    "any"
                        | "location"
                        | "office"
                        | "hq"
                        | "headquarters"
                        | "area"
                        | "metropolitan"
                        | "greater"
                        | "region"
                )
        })
        .collect::<Vec<_>>()
        .join(" ");
    for text in [segment, rest.as_str(), rest.to_uppercase().as_str()] {
        if let Some(code) = country::find(text) {
            meant.push(format!("country {}", code.to_lowercase()));
        }
        if let Some((country, part)) = country::find_part(text) {
            meant.push(format!(
                "part {} {}",
                country.to_lowercase(),
                part.to_lowercase()
            ));
        }
    }
    if !rest.is_empty() {
        meant.push(rest);
    }
    meant.dedup();
    meant
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_read_as_a_person_writes_them() {
        for (locality, region, country, text) in [
            ("Wien", "9", "AT", "Wien, Austria"),
            (
                "Leeds",
                "Leeds, UK",
                "United Kingdom",
                "Leeds, United Kingdom",
            ),
            (
                "Boise",
                "Idaho",
                "United States",
                "Boise, Idaho, United States",
            ),
            (
                "Boise, ID - North yard - Shop",
                "",
                "United States of America",
                "Boise, ID",
            ),
            ("Lyon", "ARA", "FR", "Lyon, France"),
            ("", "", "DE", "Germany"),
            ("", "", "", ""),
        ] {
            let places = of_address(locality, region, country);
            let read = places
                .iter()
                .map(Place::text)
                .collect::<Vec<_>>()
                .join("; ");
            assert_eq!(read, text, "{locality} {region} {country}");
        }
    }

    #[test]
    fn looking_like_a_place_needs_a_country_or_state() {
        for (text, looks) in [
            ("Porto, Portugal", true),
            ("Tulsa, OK", true),
            ("Tulsa, OK 74103", true),
            ("Remote (any location)", true),
            ("Remote - Canada", true),
            ("Germany", true),
            ("Remote", false),
            ("Sales, Marketing", false),
            ("Engineering", false),
            ("DE", false),
        ] {
            assert_eq!(looks_like(text), looks, "{text}");
        }
    }

    #[test]
    fn the_same_place_in_other_words() {
        for (expected, read, same) in [
            ("Bath, United Kingdom", "Bath", true),
            ("Bath, United Kingdom", "Bath, England, UK", true),
            ("Boise, ID", "Boise, Idaho, United States", true),
            ("Boise, ID", "Boise, ID - North yard, USA", true),
            ("Lyon, France", "Paris, France", false),
            ("Lyon, France", "France", false),
            ("Lyon; Paris", "Lyon, France", false),
            ("Remote", "Remote (any location)", true),
            ("Remote", "Lyon", false),
            ("Paris, France", "Paris, TX", false),
        ] {
            assert_eq!(is_same(expected, read), same, "{expected} / {read}");
        }
    }
}
