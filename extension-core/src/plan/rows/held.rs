//! What the rows of a page hold now.

use super::super::PlanContext;
use super::super::words::{fold, is_placeholder};
use super::likeness::{Facts, is_generic_row, year_in};
use crate::classify::sections::asks_level;
use crate::classify::{ClassifiedField, ClassifiedForm, Family, FieldKind as K};
use crate::page::{Control, PageSnapshot, RawField};
use std::collections::BTreeMap;

/// One row of the page.
#[derive(Debug, Clone)]
pub(super) struct PageRow {
    /// Its number, as `classify` counts the entries of a family.
    pub(super) number: usize,
    /// What it tells.
    pub(super) facts: Facts,
    /// The field that a person knows it by.
    pub(super) lead: u32,
    /// The fields that hold something.
    holding: Vec<u32>,
}

impl PageRow {
    /// Whether nothing stands in the way of writing an entry into it: it is empty, or what it holds is not the person's.
    pub(super) fn is_free(&self, context: &PlanContext) -> bool {
        context.overwrite
            || self
                .holding
                .iter()
                .all(|handle| context.page_wrote.contains(handle))
    }
}

/// The rows of a family, in the page's order.
pub(super) fn page_rows(
    form: &ClassifiedForm,
    snapshot: &PageSnapshot,
    family: Family,
    in_sections: &BTreeMap<u32, Family>,
) -> Vec<PageRow> {
    let raw: BTreeMap<u32, &RawField> = snapshot
        .fields
        .iter()
        .map(|field| (field.handle, field))
        .collect();
    let mut rows: Vec<PageRow> = Vec::new();
    for field in &form.fields {
        let Some(kind) = field.kind.filter(|kind| Family::of(*kind) == Some(family)) else {
            continue;
        };
        let in_family = in_sections.get(&field.handle) == Some(&family);
        let Some(raw) = raw.get(&field.handle).filter(|raw| raw.visible) else {
            continue;
        };
        if field.trap.is_some() || !(family.is_always_rows() || in_family) {
            continue;
        }
        if family == Family::Links && !is_generic_row(field.kind, field.handle, in_sections) {
            continue;
        }
        let at = rows
            .iter()
            .position(|row| row.number == field.entry)
            .unwrap_or_else(|| {
                rows.push(PageRow {
                    number: field.entry,
                    facts: Facts::default(),
                    lead: field.handle,
                    holding: Vec::new(),
                });
                rows.len() - 1
            });
        let row = &mut rows[at];
        if matches!(kind, K::WorkCompany | K::School) {
            row.lead = field.handle;
        }
        let text = held_text(field, raw);
        if !text.is_empty() && counts(kind, raw) {
            row.holding.push(field.handle);
            tell(&mut row.facts, kind, text, raw);
        }
    }
    rows
}

/// Whether a field with something in it makes a row somebody's: what pages put in by themselves does not.
fn counts(kind: K, raw: &RawField) -> bool {
    kind != K::WorkCurrent && (kind != K::Languages || !asks_level(raw))
}

fn tell(facts: &mut Facts, kind: K, text: String, raw: &RawField) {
    match kind {
        K::WorkCompany | K::School | K::Languages => facts.lead.push(text),
        K::WorkTitle | K::Degree | K::Discipline => facts.second.push(text),
        K::WorkStart | K::EduStart => facts.from = facts.from.or(year_in(&text)),
        K::WorkEnd | K::EduEnd => facts.to = facts.to.or(year_in(&text)),
        kind if Family::of(kind) == Some(Family::Links) && raw.options.is_empty() => {
            facts.lead.push(text);
        }
        _ => {}
    }
}

/// What a field holds, as a person reads it; empty where it only asks.
fn held_text(field: &ClassifiedField, raw: &RawField) -> String {
    let is_select = matches!(raw.control, Control::Select | Control::SelectMultiple);
    let chosen = field.options.iter().enumerate().filter(|(at, option)| {
        // The first option of a select, with an empty value, only says what to choose ("Month").
        let asks = is_select && *at == 0 && option.value.is_empty();
        option.selected && !asks && !is_placeholder(&option.text, &option.value, *at == 0)
    });
    let chosen: Vec<&str> = chosen.map(|(_, option)| option.text.as_str()).collect();
    if !chosen.is_empty() {
        return chosen.join(", ");
    }
    if is_select && !field.options.is_empty() {
        return String::new();
    }
    let value = raw.value.trim();
    let is_list = matches!(
        raw.control,
        Control::ComboBox | Control::ListboxButton | Control::Select | Control::SelectMultiple
    );
    if fold(value).is_empty() || is_list && is_placeholder(value, "", true) {
        return String::new();
    }
    value.to_owned()
}
