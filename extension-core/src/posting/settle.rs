//! The smaller facts of a posting, settled: places with their countries, department, number, days, language.

use crate::page::TextBlock;

use super::claim::{Claim, Claims, Source};
use super::country::Evidence;
use super::dates::{self, Day, Order};
use super::fold::key;
use super::job::JobPosting;
use super::place::{self, Place};
use super::{choose, tongue};

/// How far behind its announcement a day may end, in bytes.
const REACH: usize = 52;

/// The places and the country they are in.
pub(crate) fn places(
    posting: &mut JobPosting,
    claims: &Claims,
    evidence: &Evidence,
    notes: &mut Vec<String>,
) {
    let mut places = choose::places(&claims.places, notes);
    for place in &mut places {
        place::settle(place, evidence);
    }
    posting.remote_from = claims.remote_from.iter().map(Place::text).collect();
    posting.remote_from.dedup();
    let nowhere = places.iter().all(|place| !choose::names_a_place(place));
    if nowhere && !claims.remote_from.is_empty() {
        places.clone_from(&claims.remote_from);
        notes.push("location: where the structured data lets remote workers be".to_owned());
    }
    posting.country = places
        .first()
        .and_then(|first| first.country)
        .filter(|code| {
            places
                .iter()
                .all(|place| place.country.is_none_or(|c| c == *code))
        })
        .map(str::to_owned);
    posting.locations = places.iter().map(Place::text).collect();
    posting.location = (!posting.locations.is_empty()).then(|| posting.locations.join("; "));
}

/// The term, the department and the number.
pub(crate) fn facts(posting: &mut JobPosting, claims: &Claims, notes: &mut Vec<String>) {
    let mut terms = claims.term.iter().collect::<Vec<_>>();
    terms.sort_by_key(|claim| claim.source);
    if let Some(first) = terms.first() {
        posting.term = Some(first.value.to_owned());
        if let Some(other) = terms.iter().find(|claim| claim.value != first.value) {
            notes.push(format!("term: {} says otherwise", other.source.name()));
        }
    }
    posting.department = text(&claims.department, "department", notes);
    posting.reference = text(&claims.reference, "reference", notes);
}

/// The first text by source: what a person sees stands.
fn text(claims: &[Claim<String>], name: &str, notes: &mut Vec<String>) -> Option<String> {
    let mut sorted = claims.iter().collect::<Vec<_>>();
    sorted.sort_by_key(|claim| claim.source);
    let chosen = *sorted.first()?;
    notes.push(format!("{name}: from {}", chosen.source.name()));
    let other = sorted.iter().find(|claim| {
        let (a, b) = (key(&claim.value), key(&chosen.value));
        claim.source != chosen.source && !a.contains(&b) && !b.contains(&a)
    });
    if let Some(other) = other {
        notes.push(format!("{name}: {} says otherwise", other.source.name()));
    }
    Some(chosen.value.clone())
}

/// The day it was posted and the last day to apply.
pub(crate) fn days(
    posting: &mut JobPosting,
    claims: &Claims,
    lang: &str,
    today: &str,
    notes: &mut Vec<String>,
) {
    let order = Order::of(lang, posting.country.as_deref());
    let today = Day::parse(today);
    let posted = day(&claims.posted, order, today, "posted", notes);
    let mut last = day(&claims.deadline, order, None, "valid through", notes);
    // A last day that is not after the first was put there by a template.
    if let (Some((posted, _)), Some((end, source))) = (posted, last)
        && end <= posted
    {
        notes.push(format!(
            "valid through: {} names a day before it was posted",
            source.name()
        ));
        last = None;
    }
    posting.posted = posted.map(|(day, _)| day.to_string());
    posting.valid_through = last.map(|(day, _)| day.to_string());
}

fn day(
    claims: &[Claim<String>],
    order: Order,
    today: Option<Day>,
    name: &str,
    notes: &mut Vec<String>,
) -> Option<(Day, Source)> {
    let mut sorted = claims.iter().collect::<Vec<_>>();
    sorted.sort_by_key(|claim| claim.source);
    let read = sorted
        .iter()
        .filter_map(|claim| {
            let day = match claim.source {
                Source::JsonLd | Source::Microdata => dates::of_data(&claim.value, order),
                _ => dates::first(&claim.value, order)
                    .filter(|(_, end)| *end <= REACH)
                    .map(|(day, _)| day)
                    .or_else(|| dates::relative(&claim.value, today)),
            }?;
            Some((day, claim.source))
        })
        .collect::<Vec<_>>();
    let chosen = *read.first()?;
    notes.push(format!("{name}: from {}", chosen.1.name()));
    if let Some((_, other)) = read.iter().find(|(day, _)| *day != chosen.0) {
        notes.push(format!("{name}: {} says otherwise", other.name()));
    }
    Some(chosen)
}

/// The language of the description, else of the page's text, else what the page says of itself.
pub(crate) fn language(posting: &JobPosting, found: &[&TextBlock], lang: &str) -> Option<String> {
    let described = posting
        .description
        .as_deref()
        .and_then(|text| tongue::of(text, lang));
    let shown = || {
        let text = found
            .iter()
            .filter(|block| block.tag != "label")
            .take(400)
            .map(|block| block.text.as_str())
            .collect::<Vec<_>>()
            .join("\n");
        tongue::of(&text, lang)
    };
    let said = || {
        lang.get(..2)
            .filter(|code| code.bytes().all(|b| b.is_ascii_alphabetic()))
            .map(str::to_ascii_lowercase)
    };
    described.or_else(shown).map(str::to_owned).or_else(said)
}
