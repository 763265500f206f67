//! Which entry of a repeated section a field belongs to: work 0, work 1, …
//!
//! Rows of sections that take further ones count first, then rows the page shows, then numbers in names, then repetition:
//! a second "Company" begins a second entry, and where every name comes several times in a row, each entry is a column.

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

/// What names an entry, and therefore stands in it once.
const fn names_entry(kind: K) -> bool {
    matches!(kind, K::WorkCompany | K::WorkTitle | K::School | K::Degree)
}

/// The entry of each field of a table with a column for each entry ("Company | _ | _", "Title | _ | _"), from the
/// kinds in the order of the page; nothing where the names do not say so.
fn by_columns(kinds: &[K]) -> Option<Vec<usize>> {
    let runs: Vec<&[K]> = kinds.chunk_by(|one, next| one == next).collect();
    let mut lengths = runs
        .iter()
        .filter(|run| names_entry(run[0]))
        .map(|run| run.len());
    let columns = lengths.next().filter(|length| *length > 1)?;
    let mut others = lengths.peekable();
    others.peek()?;
    if !others.all(|length| length == columns) || runs.iter().any(|run| run.len() % columns != 0) {
        return None;
    }
    // A cell may hold several fields of a kind: month and year.
    Some(
        runs.iter()
            .flat_map(|run| (0..run.len()).map(move |at| at * columns / run.len()))
            .collect(),
    )
}

fn number_family(drafts: &mut [Draft<'_>], rows: &BTreeMap<u32, Row>, belongs: impl Fn(K) -> bool) {
    let own: Vec<(K, bool)> = drafts
        .iter()
        .filter(|draft| draft.trap.is_none())
        .filter_map(|draft| {
            let kind = draft.kind.filter(|kind| belongs(*kind))?;
            let is_free = !rows.contains_key(&draft.field.handle) && key_of(draft).is_empty();
            Some((kind, is_free))
        })
        .collect();
    if own.iter().all(|(_, is_free)| *is_free) {
        let kinds: Vec<K> = own.iter().map(|(kind, _)| *kind).collect();
        if let Some(columns) = by_columns(&kinds) {
            let fields = drafts
                .iter_mut()
                .filter(|draft| draft.trap.is_none() && draft.kind.is_some_and(&belongs));
            for (draft, entry) in fields.zip(columns) {
                draft.entry = entry;
            }
            return;
        }
    }
    let mut keys: Vec<String> = Vec::new();
    let mut seen: Vec<K> = Vec::new();
    let mut entry = 0_usize;
    let mut section: &[String] = &[];
    for draft in drafts.iter_mut().filter(|draft| draft.trap.is_none()) {
        let Some(kind) = draft.kind.filter(|kind| belongs(*kind)) else {
            continue;
        };
        let key = rows
            .get(&draft.field.handle)
            .map_or_else(|| key_of(draft), |row| row.key.clone());
        if key.is_empty() {
            // "Highest degree" by itself, and then a part of the form about schools: the same entry.
            if seen.len() == 1 && section != draft.field.section.as_slice() {
                seen.clear();
            }
            section = &draft.field.section;
            // Dates may be asked in parts (month, year), so only a name that comes back begins a new entry.
            if names_entry(kind) && seen.contains(&kind) {
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
    fn a_column_for_each_entry() {
        let (company, title, start) = (K::WorkCompany, K::WorkTitle, K::WorkStart);
        assert_eq!(
            by_columns(&[company, company, title, title, start, start, start, start]),
            Some(vec![0, 1, 0, 1, 0, 0, 1, 1])
        );
        // One under the other, or not the same number of each.
        assert_eq!(by_columns(&[company, title, company, title]), None);
        assert_eq!(by_columns(&[company, company, title]), None);
        assert_eq!(by_columns(&[company, company]), None);
    }

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
