//! The parts that are not about the work: place, pay, age, wishes.
//!
//! What must not happen here: an answer where neither side has said anything.

use super::wishes::Wishes;
use crate::demands::{Demands, WorkMode};
use crate::person::Person;
use foothold_shared::profile::WorkPlace;

/// Whether the place suits: the way of working that is wanted, the country and the town.
pub(super) fn place(person: &Person, demands: &Demands, wishes: &Wishes) -> Option<f32> {
    let accepted: &[WorkPlace] = &person.work_places;
    let way = match (demands.mode, accepted.is_empty()) {
        (WorkMode::Unsaid, _) | (_, true) => None,
        (WorkMode::Remote, _) => Some(accepted.contains(&WorkPlace::Remote)),
        (WorkMode::Hybrid, _) => {
            Some(accepted.contains(&WorkPlace::Hybrid) || accepted.contains(&WorkPlace::OnSite))
        }
        (WorkMode::OnSite, _) => Some(accepted.contains(&WorkPlace::OnSite)),
    };
    let town = {
        let mut wanted: Vec<&str> = wishes.places.iter().map(String::as_str).collect();
        if !person.city.is_empty() {
            wanted.push(&person.city);
        }
        let said = crate::text::fold(&demands.place);
        (!said.is_empty() && !wanted.is_empty()).then(|| {
            wanted.iter().any(|place| {
                let place = crate::text::fold(place);
                !place.is_empty() && format!(" {said} ").contains(&format!(" {place} "))
            })
        })
    };
    let country = demands
        .country
        .as_deref()
        .filter(|_| !person.country.is_empty())
        .map(|country| {
            country == person.country || wishes.countries.iter().any(|wanted| wanted == country)
        });
    let near = match (demands.mode, town, country) {
        (WorkMode::Remote, _, Some(same)) => Some(if same { 1.0 } else { 0.5 }),
        (WorkMode::Remote, _, None) => Some(0.9),
        (_, Some(true), _) => Some(1.0),
        (_, town, Some(true)) => Some(if town.is_none() { 0.8 } else { 0.6 }),
        (_, _, Some(false)) => Some(if person.relocate == Some(true) {
            0.55
        } else {
            0.15
        }),
        (_, Some(false), None) => Some(if person.relocate == Some(true) {
            0.6
        } else {
            0.4
        }),
        (_, None, None) => None,
    };
    match (way, near) {
        (Some(suits), Some(near)) => Some(near * if suits { 1.0 } else { 0.4 }),
        (Some(suits), None) => Some(if suits { 1.0 } else { 0.3 }),
        (None, near) => near,
    }
}

/// What it pays at most beside what is wanted.
pub(super) fn pay(demands: &Demands, wishes: &Wishes) -> Option<f32> {
    let (pay, wanted) = (demands.pay.as_ref()?, wishes.yearly_pay.as_ref()?);
    if pay.currency != wanted.currency || wanted.most <= 0.0 {
        return None;
    }
    let share = (pay.most / wanted.most) as f32;
    Some(((share - 0.6) / 0.4).clamp(0.0, 1.0))
}

/// New is better: half after three weeks.
pub(super) fn freshness(demands: &Demands, today: &str) -> Option<f32> {
    let days = days_of(today)? - days_of(demands.posted.as_deref()?)?;
    let weeks = f32::from(i16::try_from(days.clamp(0, 3_000)).unwrap_or(3_000)) / 21.0;
    Some(0.5_f32.powf(weeks))
}

/// A day as a number, by the rules of the Gregorian calendar.
pub(super) fn days_of(day: &str) -> Option<i64> {
    let mut parts = day.split('-');
    let year: i64 = parts.next()?.parse().ok()?;
    let month: i64 = parts.next()?.parse().ok()?;
    let date: i64 = parts.next()?.get(..2)?.parse().ok()?;
    if !(1..=12).contains(&month) || !(1..=31).contains(&date) {
        return None;
    }
    // Years that begin in March, so that the leap day is the last one.
    let shifted = if month <= 2 { year - 1 } else { year };
    let from_march = (month + 9) % 12;
    Some(
        shifted * 365 + shifted.div_euclid(4) - shifted.div_euclid(100)
            + shifted.div_euclid(400)
            + (153 * from_march + 2) / 5
            + date,
    )
}

/// How near the title is to those the person looks for.
pub(super) fn preferences(demands: &Demands, wishes: &Wishes) -> Option<f32> {
    wishes
        .titles
        .iter()
        .map(|wanted| wanted.nearness(&demands.titles))
        .reduce(f32::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_follow_each_other() {
        let between =
            |one: &str, two: &str| days_of(two).zip(days_of(one)).map(|(two, one)| two - one);
        assert_eq!(between("2026-02-28", "2026-03-01"), Some(1));
        assert_eq!(between("2024-02-28", "2024-03-01"), Some(2));
        assert_eq!(between("2025-12-31", "2026-01-01"), Some(1));
        assert_eq!(between("2000-01-01", "2001-01-01"), Some(366));
        assert_eq!(days_of("soon"), None);
    }
}
