//! Rows of repeated sections: which row of the page is which entry of the profile, and which rows are to be added.
//!
//! Boards fill rows from the résumé, in their own order. A row that tells of an entry of the profile is that entry's,
//! whatever its place; empty rows take the entries that are left, newest first; what is left then is to be added.
//! What must not happen here: an entry in two rows, a row of the person's own that is written over, a guess which of
//! two rows is meant.

mod held;
mod likeness;
#[cfg(test)]
mod tests;

use super::PlanContext;
use super::words::fold;
use crate::classify::{ClassifiedField, ClassifiedForm, Family, Section};
use crate::page::PageSnapshot;
use foothold_shared::profile::Profile;
use held::{PageRow, page_rows};
use likeness::{Facts, entries, likeness};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The most rows that a section may get.
const MOST_ROWS: usize = 10;

/// Rows that are to be added to a section before its fields can be planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RowPlan {
    /// The agent's number of the button that adds one.
    pub add: u32,
    /// What the rows are for.
    pub family: Family,
    /// What the section is called.
    pub heading: String,
    /// How many rows stand there now.
    pub standing: usize,
    /// How many are to be added.
    pub missing: usize,
}

/// The rows that the profile needs and the page does not have yet, section by section.
#[must_use]
pub fn rows(
    form: &ClassifiedForm,
    snapshot: &PageSnapshot,
    profile: &Profile,
    context: &PlanContext,
) -> Vec<RowPlan> {
    let placed = Rows::of(form, snapshot, profile, context);
    let mut seen = BTreeSet::new();
    let mut plans = Vec::new();
    for section in &form.sections {
        let Some(family) = section.family else {
            continue;
        };
        // A second section of the same family is for something else that the profile does not keep apart.
        if !seen.insert(family) {
            continue;
        }
        let standing = section.rows.len();
        let room = MOST_ROWS.saturating_sub(standing);
        let left = placed.without_row(family);
        let missing = left
            .iter()
            .filter(|facts| !is_told(facts, section))
            .count()
            .min(room);
        if missing > 0 {
            plans.push(RowPlan {
                add: section.add,
                family,
                heading: section.heading.clone(),
                standing,
                missing,
            });
        }
    }
    plans
}

/// Whether the section's text already names an entry: boards put finished rows away as text.
fn is_told(facts: &Facts, section: &Section) -> bool {
    let text = format!(" {} ", fold(&section.text));
    let name = facts.lead.first().map(|lead| fold(lead));
    name.is_some_and(|name| !name.is_empty() && text.contains(&format!(" {name} ")))
}

/// Which entry of the profile a row of the page is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// This one, counted from 0.
    Entry(usize),
    /// None: somebody filled it with something that the profile does not have. Its field that says so.
    Stranger(u32),
    /// None: every entry has a row already.
    Spare,
}

/// Which row is whose, over all families of a form.
#[derive(Debug, Default)]
pub(super) struct Rows {
    places: BTreeMap<(Family, usize), Place>,
    left: BTreeMap<Family, Vec<Facts>>,
    in_sections: BTreeMap<u32, Family>,
}

impl Rows {
    /// Finds each row's entry.
    pub(super) fn of(
        form: &ClassifiedForm,
        snapshot: &PageSnapshot,
        profile: &Profile,
        context: &PlanContext,
    ) -> Self {
        let mut all = Self::default();
        for section in &form.sections {
            let Some(family) = section.family else {
                continue;
            };
            for handle in section.rows.iter().flatten() {
                all.in_sections.insert(*handle, family);
            }
        }
        for family in [
            Family::Work,
            Family::Education,
            Family::Languages,
            Family::Links,
        ] {
            let rows = page_rows(form, snapshot, family, &all.in_sections);
            let entries = entries(family, form, profile, &all.in_sections);
            let (places, used) = place(&rows, &entries, all_shown(form, family, &rows), context);
            for (row, place) in places {
                all.places.insert((family, row), place);
            }
            let left = entries.into_iter().enumerate();
            let left = left.filter(|(entry, _)| !used.contains(entry));
            all.left
                .insert(family, left.map(|(_, facts)| facts).collect());
        }
        all
    }

    /// The place of a row, by the number that `classify` gave it.
    pub(super) fn place(&self, family: Family, row: usize) -> Option<Place> {
        self.places.get(&(family, row)).copied()
    }

    /// The family of the section that a field stands in, where that takes further rows.
    pub(super) fn section_of(&self, handle: u32) -> Option<Family> {
        self.in_sections.get(&handle).copied()
    }

    /// The addresses that a section of links gets, row by row, where a field stands in one and takes any of them.
    pub(super) fn links_of<'p>(
        &self,
        form: &ClassifiedForm,
        profile: &'p Profile,
        field: &ClassifiedField,
    ) -> Option<Vec<&'p str>> {
        likeness::is_generic_row(field.kind, field.handle, &self.in_sections)
            .then(|| likeness::link_entries(form, profile, &self.in_sections))
    }

    fn without_row(&self, family: Family) -> &[Facts] {
        self.left
            .get(&family)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }
}

/// Whether a person sees every row: pages keep a hidden one as the pattern for those that are added.
fn all_shown(form: &ClassifiedForm, family: Family, rows: &[PageRow]) -> bool {
    form.fields.iter().all(|field| {
        field.kind.and_then(Family::of) != Some(family)
            || rows.iter().any(|row| row.number == field.entry)
    })
}

/// The place of each row, and the entries that have one.
fn place(
    rows: &[PageRow],
    entries: &[Facts],
    all_shown: bool,
    context: &PlanContext,
) -> (BTreeMap<usize, Place>, BTreeSet<usize>) {
    let mut pairs = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        for (entry, facts) in entries.iter().enumerate() {
            if let Some(score) = likeness(&row.facts, facts) {
                pairs.push((score, at, entry));
            }
        }
    }
    // The most alike first; among equals the page's order, then the profile's.
    pairs.sort_by_key(|(score, at, entry)| (std::cmp::Reverse(*score), *at, *entry));
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
    let mut used = BTreeSet::new();
    for (_, at, entry) in pairs {
        if !taken.contains_key(&at) && used.insert(entry) {
            taken.insert(at, entry);
        }
    }
    // Nothing to go round: each row keeps its own number.
    let keep_numbers = all_shown && taken.is_empty() && rows.iter().all(|row| row.is_free(context));
    let mut places = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        let place = if let Some(entry) = taken.get(&at) {
            Place::Entry(*entry)
        } else if row.is_free(context) {
            let next = if keep_numbers {
                Some(row.number).filter(|own| *own < entries.len())
            } else {
                (0..entries.len()).find(|entry| !used.contains(entry))
            };
            next.map_or(Place::Spare, |entry| {
                used.insert(entry);
                Place::Entry(entry)
            })
        } else {
            Place::Stranger(row.lead)
        };
        places.insert(row.number, place);
    }
    (places, used)
}
