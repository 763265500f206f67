//! Jobs around a town: where a job is as words of the index, and what a search around a place asks for.
//!
//! A job's town and the cell of the map that it lies in are words like its other filters, so that a search around a
//! place is one look-up whatever else it asks for. Remote jobs go by the places that they name, if they name any.
//! What must not happen here: a place for a job that names none, or that names one of several towns of that name.

use foothold_boards::{Place, Posting, Remote};
use foothold_gazetteer::{Cell, Found, Town, around, find, find_line, likely_line};
use foothold_shared::job::{JobNear, JobPlace};

/// The longest distance that can be asked for.
pub(super) const MOST_KM: u32 = 200;
/// A job that is done at a place which nobody knows.
pub(super) const NOWHERE: &str = "qgnone";

/// The town of a place.
fn town(text: &str, city: &str, region: &str, country: &str) -> Option<&'static Town> {
    let found = if city.is_empty() {
        find_line(text)
    } else {
        find(city, region, country)
    };
    match found {
        Found::Town(town) => Some(town),
        Found::Several(_) | Found::Unknown => None,
    }
}

fn town_of(place: &Place) -> Option<&'static Town> {
    let part = |part: &Option<String>| part.clone().unwrap_or_default();
    town(
        &place.text,
        &part(&place.city),
        &part(&place.region),
        &part(&place.country),
    )
}

fn town_word(town: &Town) -> String {
    format!("qg{}", town.key())
}

fn cell_word(cell: Cell) -> String {
    format!("qw{}", cell.key())
}

/// Where a job is, as words.
pub(super) fn words(posting: &Posting) -> Vec<String> {
    let towns: Vec<&Town> = posting.places.iter().filter_map(town_of).collect();
    if towns.is_empty() {
        let is_somewhere = posting.remote != Some(Remote::Remote);
        return if is_somewhere {
            vec![NOWHERE.to_owned()]
        } else {
            Vec::new()
        };
    }
    towns
        .into_iter()
        .flat_map(|town| [town_word(town), cell_word(Cell::of(town))])
        .collect()
}

/// A place to search around.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Centre {
    asked: String,
    town: Option<(&'static Town, Vec<&'static Town>)>,
}

/// The places to search around; a search in one country means a town of it.
pub(super) fn centres(places: &[String], countries: &[String]) -> Vec<Centre> {
    let country = match countries {
        [one] => one.as_str(),
        _ => "",
    };
    places
        .iter()
        .map(|place| Centre {
            asked: place.clone(),
            town: likely_line(place, country),
        })
        .collect()
}

impl Centre {
    /// What jobs there have as words, at most so many kilometres away; `None` where nobody knows the place.
    pub(super) fn words(&self, most_km: u32) -> Option<Vec<String>> {
        let (town, _) = self.town.as_ref()?;
        let area = around(town, f64::from(most_km));
        let cells = area.cells.into_iter().map(cell_word);
        Some(cells.chain(area.towns.into_iter().map(town_word)).collect())
    }

    /// What is told of it.
    pub(super) fn view(&self) -> JobNear {
        let said = |town: &Town| JobPlace {
            text: town.said(),
            city: town.name.to_owned(),
            region: town.region.to_owned(),
            country: town.country.to_owned(),
        };
        let town = self.town.as_ref();
        JobNear {
            asked: self.asked.clone(),
            place: town.map(|(town, _)| said(town)),
            others: town
                .map(|(_, others)| others.iter().map(|town| said(town)).collect())
                .unwrap_or_default(),
        }
    }
}

/// How many kilometres the nearest of a job's places is from the nearest of these, whole ones.
pub(super) fn distance(places: &[JobPlace], centres: &[Centre]) -> Option<f64> {
    places
        .iter()
        .filter_map(|place| town(&place.text, &place.city, &place.region, &place.country))
        .flat_map(|town| {
            centres
                .iter()
                .filter_map(|centre| Some(centre.town.as_ref()?.0.km_to(town)))
        })
        .reduce(f64::min)
        .map(f64::round)
}
