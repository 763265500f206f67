//! Which entry of a repeated section a field belongs to: work 0, work 1, …
//!
//! Rows of sections that take further ones count first, then rows the page shows, then numbers in names, then repetition: a second "Company" begins a second entry.

use crate::classify::FieldKind as K;
use crate::classify::decide::Draft;
use crate::classify::sections::{Family, Section};
use std::collections::BTreeMap;

/// Numbers the entries of each family, each from 0.
pub(crate) fn number(drafts: &mut [Draft<'_>], sections: &[Section]) {
    let rows = rows_of(sections);
    for family in [Family::Work, Family::Education] {
        number_family(drafts, &rows, |kind| Family::of(kind) == Some(family));
    }
    for draft in drafts {
        let Some(row) = rows.get(&draft.field.handle) else {
            continue;
        };
        let own = draft.kind.and_then(Family::of);
        if own.is_some() && own == row.family && own.is_some_and(|family| !family.is_always_rows())
        {
            draft.entry = row.number;
        }
    }
}

/// A row of a section that takes further ones.
struct Row {
    family: Option<Family>,
    /// Counted over all sections of its family.
    number: usize,
    key: String,
}

/// The row of each field that stands in one.
fn rows_of(sections: &[Section]) -> BTreeMap<u32, Row> {
    let mut rows = BTreeMap::new();
    let mut counts: BTreeMap<Option<Family>, usize> = BTreeMap::new();
    for (at, section) in sections.iter().enumerate() {
        for handles in &section.rows {
            let count = counts.entry(section.family).or_default();
            for handle in handles {
                let row = Row {
                    family: section.family,
                    number: *count,
                    key: format!("section {at} row {count}"),
                };
                rows.insert(*handle, row);
            }
            *count += 1;
        }
    }
    rows
}

fn number_family(drafts: &mut [Draft<'_>], rows: &BTreeMap<u32, Row>, belongs: impl Fn(K) -> bool) {
    let mut keys: Vec<String> = Vec::new();
    let mut seen: Vec<K> = Vec::new();
    let mut entry = 0_usize;
    for draft in drafts.iter_mut().filter(|draft| draft.trap.is_none()) {
        let Some(kind) = draft.kind.filter(|kind| belongs(*kind)) else {
            continue;
        };
        let key = rows
            .get(&draft.field.handle)
            .map_or_else(|| key_of(draft), |row| row.key.clone());
        if key.is_empty() {
            // Dates may be asked in parts (month, year), so only a name that comes back begins a new entry.
            let names_entry = matches!(kind, K::WorkCompany | K::WorkTitle | K::School | K::Degree);
            if names_entry && seen.contains(&kind) {
                entry += 1;
                seen.clear();
            }
            seen.push(kind);
            draft.entry = entry;
            continue;
        }
        let at = keys
            .iter()
            .position(|known| *known == key)
            .unwrap_or_else(|| {
                keys.push(key);
                keys.len() - 1
            });
        draft.entry = at;
        entry = entry.max(at);
        seen.push(kind);
    }
}

/// The row's key, else the first number in a name that also says words ("education[1][school]").
fn key_of(draft: &Draft<'_>) -> String {
    if !draft.field.row.is_empty() {
        return draft.field.row.clone();
    }
    let hooks =
        draft.field.attributes.iter().filter(|(name, _)| {
            name.ends_with("data-automation-id") || name.ends_with("data-fkit-id")
        });
    let texts = [draft.field.name.as_str(), draft.field.id.as_str()]
        .into_iter()
        .chain(hooks.map(|(_, value)| value.as_str()));
    texts
        .filter(|text| text.contains(|letter: char| letter.is_ascii_alphabetic()))
        .find_map(numbered)
        .unwrap_or_default()
}

/// "workExperience-10--jobTitle" → "workexperience 10"; a number at the very end of a word of its own only.
fn numbered(text: &str) -> Option<String> {
    let parts: Vec<&str> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    let at = parts
        .iter()
        .position(|part| part.len() <= 4 && part.chars().all(|letter| letter.is_ascii_digit()))?;
    if at + 1 >= parts.len() && parts.len() < 3 {
        return None;
    }
    Some(parts[at].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_names() {
        assert_eq!(
            numbered("workExperience-10--jobTitle").as_deref(),
            Some("10")
        );
        assert_eq!(numbered("education[1][school]").as_deref(), Some("1"));
        assert_eq!(numbered("input-5"), None);
        assert_eq!(numbered("company"), None);
    }
}
