//! A gathered posting as matching reads it.
//!
//! What must not happen here: a value that the posting does not state.

use chrono::DateTime;
use foothold_boards::{Employment, Posting, Remote};
use foothold_core::posting::{JobPosting, Salary};

/// The way of working, as it is indexed; empty where nobody says.
pub(super) fn remote(posting: &Posting) -> &'static str {
    match posting.remote {
        Some(Remote::Remote) => "remote",
        Some(Remote::Hybrid) => "hybrid",
        Some(Remote::Onsite) => "onsite",
        None => "",
    }
}

/// The country of the work; of a remote job the one that it may be done from. Empty where none, or several, are named.
pub(super) fn country(posting: &Posting) -> String {
    let places = if posting.places.iter().any(|place| place.country.is_some()) {
        &posting.places
    } else {
        &posting.remote_from
    };
    let mut named = places.iter().filter_map(|place| place.country.as_deref());
    match named.next() {
        Some(first) if named.all(|other| other == first) => first.to_owned(),
        _ => String::new(),
    }
}

/// A time's day in UTC, `YYYY-MM-DD`.
pub(super) fn day_of(ms: i64) -> String {
    DateTime::from_timestamp_millis(ms)
        .unwrap_or_default()
        .format("%Y-%m-%d")
        .to_string()
}

/// The posting in the words of matching.
pub(super) fn read(posting: &Posting) -> JobPosting {
    let places: Vec<String> = posting
        .places
        .iter()
        .map(|place| place.text.clone())
        .collect();
    let country = country(posting);
    JobPosting {
        title: Some(posting.title.clone()),
        company: posting.company.clone(),
        location: (!places.is_empty()).then(|| places.join("; ")),
        locations: places,
        country: (!country.is_empty()).then_some(country),
        remote: Some(remote(posting))
            .filter(|name| !name.is_empty())
            .map(str::to_owned),
        employment_type: (posting.employment == Some(Employment::Internship))
            .then(|| "internship".to_owned()),
        salary: salary(posting),
        posted: posting.posted_ms.map(day_of),
        language: posting.language.clone(),
        description: Some(described(posting)),
        requirements: posting.requirements.clone(),
        ..JobPosting::default()
    }
}

/// The description, and the skills that the source lists beside it.
fn described(posting: &Posting) -> String {
    if posting.skills.is_empty() {
        return posting.description.clone();
    }
    format!("{}\n\n{}", posting.description, posting.skills.join(", "))
}

/// What it pays, in a year where the source's own period tells that.
fn salary(posting: &Posting) -> Option<Salary> {
    let pay = posting.salary.as_ref()?;
    let yearly = pay.yearly.as_ref()?;
    Some(Salary {
        min: yearly.min,
        max: yearly.max,
        currency: pay.currency.clone(),
        period: "year".to_owned(),
    })
}

/// What is known of the employer's industry, in the posting's words: its topics and department.
pub(super) fn industry(posting: &Posting) -> String {
    let mut words = posting.skills.join(" ");
    if let Some(department) = &posting.department {
        words.push(' ');
        words.push_str(department);
    }
    words
}
