//! Single values of a posting, for callers that have no page: what a job board's answer names by itself, read with the
//! same words and rules as a page.
//!
//! What must not happen here: a rule of its own. Each function asks the file that knows.

use super::country::{self, Evidence, find, find_part};
use super::fold::{self, clip};
use super::place::{self, Place};
use super::{Salary, cities, dates, employment, json_ld, markup, money, period, remote, salary};
use super::{title, tongue};

/// Lower case, no accents, anything but letters and digits a single space: for comparing.
#[must_use]
pub fn fold(text: &str) -> String {
    fold::fold(text)
}

/// Letters and digits only, folded: "Camber Creative" and "camber-creative" are one.
#[must_use]
pub fn key(text: &str) -> String {
    fold::key(text)
}

/// Whether a folded text holds a folded phrase as whole words.
#[must_use]
pub fn has_phrase(folded: &str, phrase: &str) -> bool {
    fold::has_phrase(folded, phrase)
}

/// White space folded, invisible characters out.
#[must_use]
pub fn tidy(text: &str) -> String {
    fold::tidy(text)
}

/// A place by its parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NamedPlace {
    /// As a person reads it.
    pub text: String,
    /// The town, where the text names one.
    pub city: Option<String>,
    /// State, province or region, as written.
    pub region: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<&'static str>,
}

/// The text on one line, without markup, as a person reads it.
#[must_use]
pub fn plain(html: &str) -> String {
    markup::plain(clip(html, 40_000))
}

/// A job's title without what announces it ("Job: …") or follows it ("… - Application").
#[must_use]
pub fn title(text: &str) -> String {
    title::of_heading(&markup::plain(clip(text, 2_000)))
}

/// Whether a template left its place unfilled ("null", "n/a", "{{title}}").
#[must_use]
pub fn is_placeholder(text: &str) -> bool {
    json_ld::is_placeholder(text)
}

/// `full_time`, `part_time`, `contract`, `temporary`, `internship`, `apprenticeship` or `volunteer`, in a value that is
/// about employment.
#[must_use]
pub fn employment(text: &str) -> Option<&'static str> {
    employment::of_unit(clip(text, 400))
}

/// What a title itself says of the kind of employment: apprenticeships and internships, and how much where that stands
/// beside the job: "Barista (Part-Time)", "Butikssäljare deltid".
#[must_use]
pub fn employment_of_title(text: &str) -> Option<&'static str> {
    employment::apprenticeship(text).or_else(|| {
        employment::kinds(text)
            .contains(&"internship")
            .then_some("internship")
            .filter(|_| {
                // "Stage manager" and "Praktiker" are trades.
                let folded = fold::fold(text);
                !["stage", "praktik", "beca"]
                    .iter()
                    .any(|word| fold::has_phrase(&folded, word))
            })
            .or_else(|| employment::beside_title(text))
    })
}

/// `permanent` or `fixed`, where a value says one of them.
#[must_use]
pub fn term(text: &str) -> Option<&'static str> {
    employment::term(text)
}

/// The same in a short text, which must be about employment as a whole: "Unbefristet", "Contract van bepaalde duur (1 jaar)".
#[must_use]
pub fn term_badge(text: &str) -> Option<&'static str> {
    employment::term_badge(text)
}

/// `remote`, `hybrid` or `onsite`, in a value that is about the place of work.
#[must_use]
pub fn remote(text: &str) -> Option<&'static str> {
    remote::one(&remote::ways(clip(text, 300)))
}

/// What a title says of the place of work: "Data Engineer (Remote)".
#[must_use]
pub fn remote_of_title(text: &str) -> Option<&'static str> {
    remote::title(clip(text, 400))
}

/// What one sentence or line of a description says of this job's place of work.
#[must_use]
pub fn remote_of_line(text: &str) -> Option<&'static str> {
    remote::prose(clip(text, 1_000))
}

/// A text about a place without its words for remote and hybrid, folded: "Remote, Canada" leaves "canada".
#[must_use]
pub fn without_ways(text: &str) -> String {
    remote::without_ways(text)
}

/// What per the pay is: `year`, `month`, `week`, `day` or `hour`.
#[must_use]
pub fn period(text: &str) -> Option<&'static str> {
    period::of_unit(clip(text, 80))
}

/// The ISO 4217 code of a currency by code, sign or word; empty where it is none. A sign that several countries share
/// ("$") goes by the country.
#[must_use]
pub fn currency(text: &str, country: Option<&str>) -> String {
    money::settle(&money::code(clip(text, 40)), country, "")
}

/// The pay in a value that is about pay ("$18 - $22/hr", "45k EUR"); nothing where it names several.
#[must_use]
pub fn pay(text: &str, country: Option<&str>, language: &str) -> Option<Salary> {
    let pay = salary::agree(&salary::labelled(clip(text, 400), ""))?;
    (pay.largest() > 1.0).then(|| settled(pay, country, language))
}

/// The pay that a description states in so many words, by its lines; nothing where they name several.
#[must_use]
pub fn pay_of_description(markdown: &str, country: Option<&str>, language: &str) -> Option<Salary> {
    let mut found = Vec::new();
    let mut before = "";
    for line in markdown
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(600)
    {
        if line.contains(|c: char| c.is_ascii_digit()) {
            let mut pays = salary::prose(line);
            if pays.is_empty() && line.len() <= 80 && salary::announces(before) {
                pays.extend(salary::badge(line.trim_start_matches(['-', '*', ' ', '#'])));
            }
            found.extend(pays);
        }
        before = line;
    }
    salary::agree(&found).map(|pay| settled(pay, country, language))
}

/// Sums by themselves, made a pay range: ends in order, placeholders out, a year assumed where it can be nothing else.
#[must_use]
pub fn pay_of_sums(
    min: Option<f64>,
    max: Option<f64>,
    currency: &str,
    period: Option<&str>,
) -> Option<Salary> {
    let sum = |value: Option<f64>| value.filter(|v| v.is_finite() && *v > 1.0 && *v < 1e12);
    let (mut min, mut max) = (sum(min), sum(max));
    if let (Some(low), Some(high)) = (min, max)
        && low > high
    {
        (min, max) = (max, min);
    }
    let mut pay = Salary {
        min,
        max,
        currency: currency.to_owned(),
        period: period.unwrap_or_default().to_owned(),
    };
    if min.is_none() && max.is_none() {
        return None;
    }
    salary::assume_year(&mut pay);
    Some(pay)
}

fn settled(mut pay: Salary, country: Option<&str>, language: &str) -> Salary {
    pay.currency = money::settle(&pay.currency, country, language);
    salary::assume_year(&mut pay);
    pay
}

/// The places that a line names ("Lyon, France; Remote - Canada"), each by itself.
#[must_use]
pub fn places(text: &str) -> Vec<NamedPlace> {
    place::labelled(clip(text, 2_000))
        .into_iter()
        .flat_map(apart)
        .map(|mut place| {
            // "Denver, CO": the city says which of two countries a code is meant in.
            place::settle(&mut place, &Evidence::default());
            place
        })
        .map(named)
        .collect()
}

/// "Hamburg, Berlin" is two towns and no town in a region.
fn apart(place: Place) -> Vec<Place> {
    let towns = place.segments.len() > 1
        && place.segments.iter().all(|segment| {
            cities::is_city(segment) && find_part(segment).is_none() && find(segment).is_none()
        });
    if !towns {
        return vec![place];
    }
    place
        .segments
        .into_iter()
        .map(|town| Place::of([town]))
        .collect()
}

/// The ISO 3166-1 alpha-2 code of a country in a field for it, by name or by code of two or three letters.
#[must_use]
pub fn country(text: &str) -> Option<&'static str> {
    country::of_field(text.trim())
}

/// A place given by its parts; each may be empty, codes are written out.
#[must_use]
pub fn place_of(city: &str, region: &str, country: &str) -> Vec<NamedPlace> {
    let code = country::of_field(country.trim());
    place::of_address(clip(city, 400), clip(region, 200), clip(country, 200))
        .into_iter()
        .map(|mut place| {
            place.country = code.or(place.country);
            named(place)
        })
        .collect()
}

fn named(place: Place) -> NamedPlace {
    let mut named = NamedPlace {
        text: place.text(),
        country: place.country,
        ..NamedPlace::default()
    };
    for (at, segment) in place.segments.iter().enumerate() {
        let whole = segment.len() > 2 || at > 0;
        let code = find(segment).or_else(|| (at > 0).then(|| country::of_field(segment)).flatten());
        let is_country = whole && code.is_some() && (code == place.country);
        if at == 0
            && !is_country
            && !is_way(segment)
            && find_part(segment).is_none_or(|_| cities::is_city(segment))
        {
            named.city = Some(segment.clone());
        } else if !is_country && !is_way(segment) && named.region.is_none() {
            named.region = Some(segment.clone());
        }
    }
    if let Some(city) = &named.city
        && named.country.is_none()
        && place.segments.len() == 1
    {
        named.country = cities::country_of(city);
    }
    named
}

/// No town and no region: "Remote", "Worldwide", "EMEA", "Remote (US)".
fn is_way(segment: &str) -> bool {
    let country = || country::of_field(&remote::without_ways(segment)).is_some();
    if !remote::ways(segment).is_empty() && country() {
        return true;
    }
    !remote::badge(segment).is_empty()
        || !remote::ways(segment).is_empty() && place::is_qualified_remote(segment)
        || place::is_qualified_remote(&format!("Remote {segment}"))
}

/// ISO 639-1 language of a text; nothing where it is too short to tell. `said` is what the source calls it.
#[must_use]
pub fn language(text: &str, said: &str) -> Option<&'static str> {
    tongue::of(text, said)
}

/// The day (`YYYY-MM-DD`) that a text names, "Posted 5 Days Ago" among them where `today` is given.
#[must_use]
pub fn day(text: &str, country: Option<&str>, today: &str) -> Option<String> {
    let order = dates::Order::of("", country);
    let text = clip(text, 200);
    dates::of_data(text, order)
        .or_else(|| dates::relative(text, dates::Day::parse(today)))
        .map(|day| day.to_string())
}

/// The job postings in a page's `application/ld+json` scripts, however they are wrapped or broken: each as JSON, and
/// whether it stood in a list.
#[must_use]
pub fn postings_in(scripts: &[String]) -> Vec<(serde_json::Value, bool)> {
    json_ld::find(scripts)
        .0
        .into_iter()
        .map(|node| (node.posting, node.listed))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn parts(place: &NamedPlace) -> (&str, &str, &str) {
        (
            place.city.as_deref().unwrap_or_default(),
            place.region.as_deref().unwrap_or_default(),
            place.country.unwrap_or_default(),
        )
    }

    #[test]
    fn places_by_their_parts() {
        for (text, expect) in [
            ("Ghent, Belgium", ("Ghent", "", "BE")),
            ("Tulsa, OK", ("Tulsa", "OK", "US")),
            (
                "Tulsa, Oklahoma, United States",
                ("Tulsa", "Oklahoma", "US"),
            ),
            ("Canada", ("", "", "CA")),
            ("Remote - Canada", ("", "", "CA")),
            ("Remote, Germany", ("", "", "DE")),
            ("Munich", ("Munich", "", "DE")),
            ("New York", ("New York", "", "US")),
            ("Remote", ("", "", "")),
            ("Remote (US)", ("", "", "US")),
            ("Worldwide", ("", "", "")),
        ] {
            let found = places(text);
            assert_eq!(
                found.iter().map(parts).collect::<Vec<_>>(),
                [expect],
                "{text}"
            );
        }
        assert_eq!(
            parts(&place_of("Tulsa", "OK", "us")[0]),
            ("Tulsa", "OK", "US")
        );
        assert_eq!(parts(&place_of("", "", "be")[0]), ("", "", "BE"));
    }

    #[test]
    fn pay_by_its_sums_and_words() {
        let pay = pay("$18 - $22/hr", Some("CA"), "").expect("a range");
        assert_eq!(
            (pay.min, pay.max, pay.currency.as_str(), pay.period.as_str()),
            (Some(18.0), Some(22.0), "CAD", "hour")
        );
        let pay = pay_of_sums(Some(90_000.0), Some(0.0), "EUR", None).expect("a sum");
        assert_eq!(
            (pay.min, pay.max, pay.period.as_str()),
            (Some(90_000.0), None, "year")
        );
        assert_eq!(pay_of_sums(Some(0.0), None, "EUR", None), None);
    }

    #[test]
    fn a_city_tells_which_country_its_code_is_of() {
        for (text, country) in [
            ("Denver, CO", Some("US")),
            ("Chicago, IL", Some("US")),
            ("Haifa, IL", Some("IL")),
            ("Utrecht, NL", Some("NL")),
            ("Somewhere, CO", None),
        ] {
            let found = places(text);
            assert_eq!(found[0].country, country, "{text}");
        }
    }

    #[test]
    fn a_title_says_how_much_one_works_beside_the_job() {
        for (title, kind) in [
            ("Barista (Part-Time)", Some("part_time")),
            ("Butikssäljare deltid", Some("part_time")),
            ("Nurse - Full Time", Some("full_time")),
            ("Bäcker (Vollzeit / Teilzeit)", None),
            ("Bäcker in Vollzeit oder Teilzeit", None),
            ("Part-Time Faculty Coordinator", None),
            ("Contract Manager", None),
        ] {
            assert_eq!(employment_of_title(title), kind, "{title}");
        }
    }
}
