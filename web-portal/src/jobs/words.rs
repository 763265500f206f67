//! A job's parts as a person reads them. What a posting does not say has no words.

use super::search::known;
use foothold_shared::job::{
    JobCard, JobEmployment, JobPay, JobPlace, JobRemote, JobSeniority, JobVisa,
};
use serde::Serialize;

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// "today", "yesterday", "3 days ago", "5 weeks ago", "more than a year ago". A day in the future is today's: clocks
/// differ.
pub(crate) fn age(at_ms: i64, now_ms: i64) -> String {
    match (now_ms - at_ms).div_euclid(DAY_MS) {
        ..=0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        days @ 2..=13 => format!("{days} days ago"),
        days @ 14..=59 => format!("{} weeks ago", days / 7),
        days @ 60..=364 => format!("{} months ago", days / 30),
        _ => "more than a year ago".to_owned(),
    }
}

/// The sources that jobs come from, by their names in data.
const SOURCES: &[(&str, &str)] = &[
    ("greenhouse", "Greenhouse"),
    ("lever", "Lever"),
    ("lever_eu", "Lever (EU)"),
    ("ashby", "Ashby"),
    ("smartrecruiters", "SmartRecruiters"),
    ("workable", "Workable"),
    ("recruitee", "Recruitee"),
    ("personio", "Personio"),
    ("teamtailor", "Teamtailor"),
    ("workday", "Workday"),
    ("rippling", "Rippling"),
    ("bamboohr", "BambooHR"),
    ("breezy", "Breezy"),
    ("pinpoint", "Pinpoint"),
    ("remotive", "Remotive"),
    ("remoteok", "Remote OK"),
    ("arbeitnow", "Arbeitnow"),
    ("themuse", "The Muse"),
    ("jobicy", "Jobicy"),
    ("hackernews", "Hacker News"),
    ("usajobs", "USAJOBS"),
    ("adzuna", "Adzuna"),
    ("feed", "Feeds"),
    ("page", "Careers pages"),
    ("csv", "CSV files"),
    ("json", "JSON files"),
    ("stand", "Local job portal"),
];

/// The words of a filter's value; the value itself where the jobs name it.
pub(crate) fn of_value(filter: &str, value: &str) -> String {
    let table = if filter == "source" {
        SOURCES
    } else {
        known(filter)
    };
    let found = table.iter().find(|(known, _)| *known == value);
    found.map_or(value, |(_, words)| words).to_owned()
}

/// The words of a value of the wire: the filters' own names for it.
fn of_wire(filter: &str, value: &impl Serialize) -> String {
    let name = serde_json::to_value(value).ok();
    let name = name.as_ref().and_then(|name| name.as_str());
    name.map_or_else(String::new, |name| of_value(filter, name))
}

/// "Remote".
pub(crate) fn remote(value: JobRemote) -> String {
    of_wire("remote", &value)
}

/// "Full time".
pub(crate) fn employment(value: JobEmployment) -> String {
    of_wire("employment", &value)
}

/// "Senior".
pub(crate) fn seniority(value: JobSeniority) -> String {
    of_wire("seniority", &value)
}

/// "Sponsors visas".
pub(crate) fn visa(value: JobVisa) -> String {
    of_wire("visa", &value)
}

/// A place as the source writes it; `country` names a code.
pub(crate) fn place(place: &JobPlace, country: impl Fn(&str) -> String) -> String {
    if !place.text.is_empty() {
        return place.text.clone();
    }
    let name = if place.country.is_empty() {
        String::new()
    } else {
        country(&place.country)
    };
    let parts = [place.city.as_str(), &place.region, &name];
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// "Porto, Faro and 3 more".
pub(crate) fn places(list: &[JobPlace], country: impl Fn(&str) -> String) -> String {
    let mut names: Vec<String> = Vec::new();
    for one in list {
        let name = place(one, &country);
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    match names.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [one, two, rest @ ..] => format!("{one}, {two} and {} more", rest.len()),
    }
}

/// "50,000".
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// "50,000" or, below a hundred, "17.50".
fn amount(value: f64) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "pay is never negative, and no wage comes near the end of the numbers"
    )]
    let cents = (value.max(0.0) * 100.0).round() as u64;
    if cents < 10_000 && !cents.is_multiple_of(100) {
        return format!("{}.{:02}", cents / 100, cents % 100);
    }
    grouped((cents + 50) / 100)
}

/// "50,000 – 60,000", "from 50,000", "up to 60,000".
fn span(min: Option<f64>, max: Option<f64>) -> Option<String> {
    let words = match (min.map(amount), max.map(amount)) {
        (Some(min), Some(max)) if min == max => min,
        (Some(min), Some(max)) => format!("{min} – {max}"),
        (Some(min), None) => format!("from {min}"),
        (None, Some(max)) => format!("up to {max}"),
        (None, None) => return None,
    };
    Some(words)
}

/// "EUR 50,000 – 60,000 a year"; nothing where no sum is told.
pub(crate) fn pay(pay: &JobPay) -> Option<String> {
    let words = span(pay.min, pay.max)?;
    let period = if pay.period.is_empty() {
        String::new()
    } else {
        format!(" {} {}", article(&pay.period), pay.period)
    };
    Some(
        format!("{} {words}{period}", pay.currency)
            .trim()
            .to_owned(),
    )
}

/// "About EUR 41,600 a year", where the posting tells it for another time: ours, for comparing.
pub(crate) fn yearly(pay: &JobPay) -> Option<String> {
    if pay.period == "year" {
        return None;
    }
    let words = span(pay.yearly_min, pay.yearly_max)?;
    Some(format!("{} {words} a year", pay.currency).trim().to_owned())
}

fn article(period: &str) -> &'static str {
    if period == "hour" { "an" } else { "a" }
}

/// What stands below a job's title: company and places.
pub(crate) fn below(card: &JobCard, country: impl Fn(&str) -> String) -> String {
    let parts = [card.company.clone(), places(&card.places, country)];
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

/// The short facts of a card: way of working, kind, rank.
pub(crate) fn traits(card: &JobCard) -> Vec<String> {
    [
        card.remote.map(remote),
        card.employment.map(employment),
        card.seniority.map(seniority),
    ]
    .into_iter()
    .flatten()
    .filter(|words| !words.is_empty())
    .collect()
}

/// Why a job cannot be applied for any more; nothing while it can.
pub(crate) fn closed(why: &str) -> Option<&'static str> {
    match why {
        "" => None,
        "expired" => Some("Its last day has passed"),
        "gone" => Some("No longer on its board"),
        _ => Some("Closed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages() {
        let now = 2_000 * DAY_MS;
        for (days, words) in [
            (-3, "today"),
            (0, "today"),
            (1, "yesterday"),
            (2, "2 days ago"),
            (14, "2 weeks ago"),
            (59, "8 weeks ago"),
            (60, "2 months ago"),
            (364, "12 months ago"),
            (365, "more than a year ago"),
        ] {
            assert_eq!(age(now - days * DAY_MS, now), words);
        }
    }

    fn paid(min: Option<f64>, max: Option<f64>, period: &str) -> JobPay {
        JobPay {
            min,
            max,
            currency: "EUR".to_owned(),
            period: period.to_owned(),
            ..JobPay::default()
        }
    }

    #[test]
    fn pay_as_the_posting_says_it() {
        let year = paid(Some(50_000.0), Some(61_500.0), "year");
        assert_eq!(pay(&year).as_deref(), Some("EUR 50,000 – 61,500 a year"));
        assert_eq!(yearly(&year), None);
        let hour = JobPay {
            yearly_min: Some(36_400.0),
            ..paid(Some(17.5), None, "hour")
        };
        assert_eq!(pay(&hour).as_deref(), Some("EUR from 17.50 an hour"));
        assert_eq!(yearly(&hour).as_deref(), Some("EUR from 36,400 a year"));
        assert_eq!(
            pay(&paid(Some(900.0), Some(900.0), "month")).as_deref(),
            Some("EUR 900 a month")
        );
        assert_eq!(pay(&paid(None, None, "year")), None);
        let bare = JobPay {
            max: Some(1_000_000.0),
            ..JobPay::default()
        };
        assert_eq!(pay(&bare).as_deref(), Some("up to 1,000,000"));
    }

    #[test]
    fn places_are_told_once_and_in_short() {
        let at = |text: &str, country: &str| JobPlace {
            text: text.to_owned(),
            country: country.to_owned(),
            ..JobPlace::default()
        };
        let named = |code: &str| format!("<{code}>");
        assert_eq!(places(&[], named), "");
        assert_eq!(
            places(&[at("Porto", "PT"), at("Porto", "")], named),
            "Porto"
        );
        assert_eq!(
            places(&[at("", "PT"), at("Faro", "PT")], named),
            "<PT> and Faro"
        );
        let many = [at("A", ""), at("B", ""), at("C", ""), at("D", "")];
        assert_eq!(places(&many, named), "A, B and 2 more");
    }

    #[test]
    fn every_value_of_the_wire_has_words() {
        assert_eq!(remote(JobRemote::Onsite), "On site");
        assert_eq!(employment(JobEmployment::Volunteer), "Volunteer");
        assert_eq!(seniority(JobSeniority::Mid), "Some experience");
        assert_eq!(visa(JobVisa::MustBeAllowed), "Right to work needed");
        assert_eq!(of_value("company", "Quayside"), "Quayside");
        assert_eq!(closed(""), None);
        assert!(closed("expired").is_some() && closed("other").is_some());
    }
}
