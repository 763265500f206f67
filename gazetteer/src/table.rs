//! The towns, read once.
//!
//! What must not happen here: deciding which town a text means.

use std::collections::HashMap;
use std::sync::LazyLock;

use foothold_core::places::region_name;
use foothold_core::posting::values::fold;

/// A town.
#[derive(Debug, PartialEq)]
pub struct Town {
    /// Its name; the usual English one, where it has one.
    pub name: &'static str,
    /// Its state, province or region; empty where the table knows none.
    pub region: &'static str,
    /// ISO 3166-1 alpha-2.
    pub country: &'static str,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// How many people live there, in thousands.
    pub thousands: u32,
    /// What its region is called, folded, and its letters.
    pub(crate) regions: &'static [String],
}

impl Town {
    /// Kilometres to another one, as the crow flies.
    #[must_use]
    pub fn km_to(&self, other: &Self) -> f64 {
        km(
            (self.latitude, self.longitude),
            (other.latitude, other.longitude),
        )
    }

    /// The town as people write it: "Portland, Oregon".
    #[must_use]
    pub fn said(&self) -> String {
        if self.region.is_empty() || self.region == self.name {
            return self.name.to_owned();
        }
        format!("{}, {}", self.name, self.region)
    }

    /// What tells it from every other town, in letters and digits: the same as long as its coordinates are.
    #[must_use]
    pub fn key(&self) -> String {
        let milli = |degrees: f64| (degrees * 1_000.0).round();
        format!(
            "{}x{}",
            milli(self.latitude + 90.0),
            milli(self.longitude + 180.0)
        )
    }
}

/// Kilometres between two points, each degrees north and east (haversine, on a sphere).
pub(crate) fn km(one: (f64, f64), other: (f64, f64)) -> f64 {
    const EARTH_KM: f64 = 6_371.0;
    let (north, east) = (
        (other.0 - one.0).to_radians(),
        (other.1 - one.1).to_radians(),
    );
    let half = (north / 2.0).sin().powi(2)
        + one.0.to_radians().cos() * other.0.to_radians().cos() * (east / 2.0).sin().powi(2);
    2.0 * EARTH_KM * half.clamp(0.0, 1.0).sqrt().asin()
}

/// The towns of a name: where each stands, and whether it is its first name.
pub(crate) type Named = Vec<(u32, bool)>;

/// All towns.
pub(crate) struct Table {
    /// From south to north.
    pub(crate) towns: Vec<Town>,
    /// By folded name.
    pub(crate) names: HashMap<String, Named>,
}

pub(crate) static TABLE: LazyLock<Table> =
    LazyLock::new(|| read(include_str!("../data/towns.tsv")));

/// A region's name in the one form that names of one region share.
pub(crate) fn region_key(country: &str, text: &str) -> String {
    fold(region_name(country, text).unwrap_or(text))
}

fn read(text: &'static str) -> Table {
    let mut lines: Vec<(Town, &'static str)> = Vec::with_capacity(70_000);
    let (mut country, mut region) = ("", "");
    let mut regions: &'static [String] = &[];
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some(head) = line.strip_prefix('=') {
            let mut cells = head.split('\t');
            country = cells.next().unwrap_or_default();
            let letters = cells.next().unwrap_or_default();
            let names = cells.next().unwrap_or_default();
            region = names.split('|').next().unwrap_or_default();
            let mut keys: Vec<String> = names
                .split('|')
                .chain([letters])
                .filter(|name| !name.is_empty())
                .flat_map(|name| [fold(name), region_key(country, name)])
                .collect();
            keys.sort();
            keys.dedup();
            // The table lives as long as the program.
            regions = Vec::leak(keys);
            continue;
        }
        let mut cells = line.split('\t');
        let (Some(names), Some(latitude), Some(longitude), Some(thousands)) = (
            cells.next(),
            cells.next().and_then(|cell| cell.parse().ok()),
            cells.next().and_then(|cell| cell.parse().ok()),
            cells.next().and_then(|cell| cell.parse().ok()),
        ) else {
            continue;
        };
        let town = Town {
            name: names.split('|').next().unwrap_or_default(),
            region,
            country,
            latitude,
            longitude,
            thousands,
            regions,
        };
        lines.push((town, names));
    }
    lines.sort_by(|(one, _), (other, _)| one.latitude.total_cmp(&other.latitude));
    let mut towns = Vec::with_capacity(lines.len());
    let mut names: HashMap<String, Named> = HashMap::with_capacity(lines.len() * 3 / 2);
    for (at, (town, all)) in (0_u32..).zip(lines) {
        for (place, name) in all.split('|').enumerate() {
            names.entry(fold(name)).or_default().push((at, place == 0));
        }
        towns.push(town);
    }
    Table { towns, names }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        let text = include_str!("../data/towns.tsv");
        let lines = text
            .lines()
            .filter(|line| !line.starts_with(['#', '=']))
            .count();
        assert_eq!(TABLE.towns.len(), lines);
        for town in &TABLE.towns {
            assert!(!town.name.is_empty() && town.country.len() == 2, "{town:?}");
            assert!((-90.0..=90.0).contains(&town.latitude), "{town:?}");
            assert!((-180.0..=180.0).contains(&town.longitude), "{town:?}");
        }
    }

    #[test]
    fn no_two_towns_of_one_name_share_a_key() {
        let mut keys = HashMap::new();
        for town in &TABLE.towns {
            let known = keys.insert((town.key(), town.name), town);
            assert!(known.is_none(), "{town:?} {known:?}");
            assert!(town.key().chars().all(|sign| sign.is_ascii_alphanumeric()));
        }
    }

    #[test]
    fn distances_are_those_of_the_map() {
        // Between the towers of Cologne's cathedral and of Düsseldorf's town hall, and once around half the world.
        assert!((km((50.941, 6.958), (51.226, 6.772)) - 34.3).abs() < 0.5);
        assert!((km((0.0, 0.0), (0.0, 180.0)) - 20_015.0).abs() < 1.0);
        assert!((km((10.0, 179.9), (10.0, -179.9)) - 21.9).abs() < 0.1);
    }
}
