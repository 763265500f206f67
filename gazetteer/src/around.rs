//! What lies around a town.
//!
//! An area is told by whole cells of a grid and, where its edge cuts a cell, by the towns of it that are inside: few
//! names for many towns.
//! What must not happen here: a town that is farther away than was asked.

use std::collections::HashSet;

use crate::table::{TABLE, Town, km};

/// Cells are so many degrees wide and high.
const DEGREES: f64 = 0.25;
const ROWS: i32 = 720;
const COLUMNS: i32 = 1_440;

/// A cell of the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Cell {
    row: i32,
    column: i32,
}

impl Cell {
    /// The cell that a town lies in.
    #[must_use]
    pub fn of(town: &Town) -> Self {
        Self::at(town.latitude, town.longitude)
    }

    #[expect(clippy::cast_possible_truncation, reason = "degrees are few")]
    fn at(latitude: f64, longitude: f64) -> Self {
        Self {
            row: (((latitude + 90.0) / DEGREES).floor() as i32).clamp(0, ROWS - 1),
            column: (((longitude + 180.0) / DEGREES).floor() as i32).rem_euclid(COLUMNS),
        }
    }

    /// Its name, in letters and digits.
    #[must_use]
    pub fn key(self) -> String {
        format!("{}x{}", self.row, self.column)
    }

    fn is_within(self, centre: (f64, f64), most_km: f64) -> bool {
        let corner = |row: i32, column: i32| {
            let north = f64::from(self.row + row) * DEGREES - 90.0;
            let east = f64::from(self.column + column) * DEGREES - 180.0;
            km(centre, (north, east)) <= most_km
        };
        [(0, 0), (0, 1), (1, 0), (1, 1)]
            .into_iter()
            .all(|(row, column)| corner(row, column))
    }
}

/// An area: each of its towns lies in one of the cells or is named.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Around {
    /// Cells that lie in it as a whole.
    pub cells: Vec<Cell>,
    /// The towns outside these cells.
    pub towns: Vec<&'static Town>,
}

/// What lies at most so many kilometres from a town, itself included.
#[must_use]
pub fn around(town: &Town, most_km: f64) -> Around {
    const KM_A_DEGREE: f64 = 111.0;
    let centre = (town.latitude, town.longitude);
    let high = most_km / KM_A_DEGREE + DEGREES;
    let from = TABLE
        .towns
        .partition_point(|other| other.latitude < town.latitude - high);
    let mut area = Around::default();
    let mut cells: HashSet<Cell> = HashSet::new();
    for other in TABLE
        .towns
        .iter()
        .skip(from)
        .take_while(|other| other.latitude <= town.latitude + high)
        .filter(|other| km(centre, (other.latitude, other.longitude)) <= most_km)
    {
        let cell = Cell::of(other);
        if cells.contains(&cell) {
            continue;
        }
        if cell.is_within(centre, most_km) {
            cells.insert(cell);
        } else {
            area.towns.push(other);
        }
    }
    area.cells = cells.into_iter().collect();
    area.cells.sort_unstable();
    area
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::find;

    fn has(area: &Around, town: &Town) -> bool {
        area.cells.contains(&Cell::of(town)) || area.towns.contains(&town)
    }

    #[test]
    fn the_area_is_what_is_near_enough_and_nothing_else() {
        for (city, country, most_km) in [
            ("Lyon", "FR", 50.0),
            ("Essen", "DE", 100.0),
            ("Suva", "FJ", 200.0),
            ("Tromsø", "NO", 100.0),
            ("Lyon", "FR", 0.5),
        ] {
            let town = find(city, "", country).town().expect(city);
            let area = around(town, most_km);
            let mut count = 0;
            for other in &TABLE.towns {
                let is_near = town.km_to(other) <= most_km;
                assert_eq!(has(&area, other), is_near, "{city}: {other:?}");
                count += usize::from(is_near);
            }
            assert!(count >= 1, "{city}");
        }
    }

    #[test]
    fn an_area_takes_few_names() {
        let town = find("Essen", "", "DE").town().expect("Essen");
        let area = around(town, 200.0);
        let names = area.cells.len() + area.towns.len();
        assert!(names < 700, "{names}");
    }
}
