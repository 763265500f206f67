//! The parts that are not about the work: place, pay, age, wishes.
//!
//! What must not happen here: an answer where neither side has said anything.

use super::wishes::Wishes;
use crate::demands::{Demands, WorkMode};
use crate::person::Person;
use foothold_gazetteer::Town;
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
    // A town that one can travel to every day is as good as one's own, within limits.
    let way_there = nearest(person, demands, wishes).map(|way| commute(way.km));
    let near = match (demands.mode, town, country) {
        (WorkMode::Remote, _, Some(same)) => Some(if same { 1.0 } else { 0.5 }),
        (WorkMode::Remote, _, None) => Some(0.9),
        (_, Some(true), _) => Some(1.0),
        (_, _, country) if country != Some(false) && way_there.is_some_and(|near| near > 0.0) => {
            way_there
        }
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

/// The way from where the person wants to work to where the work is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Way {
    /// The person's own town, or one that they named.
    pub(super) from: &'static Town,
    /// Whether it is their own.
    pub(super) is_home: bool,
    /// The posting's.
    pub(super) to: &'static Town,
    /// As the crow flies.
    pub(super) km: f64,
}

/// The shortest way; `None` where a side names no town that is known.
pub(super) fn nearest(person: &Person, demands: &Demands, wishes: &Wishes) -> Option<Way> {
    let home = person.town.map(|town| (town, true));
    let wanted = wishes.towns.iter().map(|town| (*town, false));
    home.into_iter()
        .chain(wanted)
        .flat_map(|(from, is_home)| {
            demands.towns.iter().map(move |to| Way {
                from,
                is_home,
                to,
                km: from.km_to(to),
            })
        })
        .min_by(|one, other| one.km.total_cmp(&other.km))
}

/// How good a way is for every day: in full up to half an hour's or so, nothing from 100 km on.
pub(super) fn commute(km: f64) -> f32 {
    match km {
        ..=30.0 => 1.0,
        ..=60.0 => 0.85,
        ..=100.0 => 0.7,
        _ => 0.0,
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
    fn a_town_within_reach_counts_and_another_country_does_not() {
        let person = |city: &str, country: &str| Person {
            city: city.to_owned(),
            country: country.to_owned(),
            town: foothold_gazetteer::find(city, "", country).town(),
            ..Person::default()
        };
        let job = |place: &str, country: &str| Demands {
            place: place.to_owned(),
            country: Some(country.to_owned()),
            towns: foothold_gazetteer::find(place, "", country)
                .town()
                .into_iter()
                .collect(),
            ..Demands::default()
        };
        let value = |person: &Person, job: &Demands, wishes: &Wishes| {
            place(person, job, wishes).expect("both sides name a place")
        };
        let none = Wishes::default();
        let home = person("Leiden", "NL");
        assert_eq!(value(&home, &job("The Hague", "NL"), &none), 1.0);
        assert_eq!(value(&home, &job("Utrecht", "NL"), &none), 0.85);
        assert_eq!(value(&home, &job("Groningen", "NL"), &none), 0.6);
        // Over a border is another labour market, however near.
        assert_eq!(
            value(&person("Aachen", "DE"), &job("Maastricht", "NL"), &none),
            0.15
        );
        let wishes = Wishes {
            places: vec!["Groningen".to_owned()],
            towns: foothold_gazetteer::find("Groningen", "", "NL")
                .town()
                .into_iter()
                .collect(),
            ..Wishes::default()
        };
        assert_eq!(value(&home, &job("Assen", "NL"), &wishes), 1.0);
    }

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
