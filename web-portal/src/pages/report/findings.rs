//! What was found: what it costs, what to do about it, and where it stands.

use super::Desk;
use crate::components::pill::{Tone, pill};
use crate::report::words::{lost, part_name};
use foothold_shared::report::{ReportFinding, ReportPart, ReportPartName};
use leptos::prelude::*;

/// How many of the words that a finding is about are shown.
const SHOWN: usize = 3;

/// The id of a part's heading.
pub(super) fn part_id(name: ReportPartName) -> String {
    format!("part-{name:?}").to_lowercase()
}

/// The card: parts in the order of what they cost.
pub(super) fn card(desk: Desk) -> AnyView {
    let mut parts: Vec<ReportPart> = desk.view.with_value(|view| view.parts.clone());
    parts.sort_by(|a, b| (b.most - b.points).total_cmp(&(a.most - a.points)));
    let (open, fine): (Vec<_>, Vec<_>) = parts
        .into_iter()
        .partition(|part| !part.findings.is_empty());
    let fine: Vec<&str> = fine.iter().map(|part| part_name(part.name)).collect();
    let nothing = open
        .is_empty()
        .then(|| view! { <p class="text-slate mt-2">"Nothing was found that costs a point."</p> });
    let rows = open
        .into_iter()
        .map(|part| group(desk, part))
        .collect_view();
    view! {
        <section class="card p-4 sm:p-6" aria-labelledby="findings">
            <h2 id="findings" tabindex="-1">"What was found, and what to do"</h2>
            {nothing}
            {rows}
            {(!fine.is_empty()).then(|| view! { <p class="hint mt-4">{format!("Nothing to do about: {}.", fine.join(", "))}</p> })}
        </section>
    }
    .into_any()
}

fn group(desk: Desk, part: ReportPart) -> AnyView {
    let id = part_id(part.name);
    let labelled = id.clone();
    let rows = part
        .findings
        .iter()
        .enumerate()
        .map(|(at, finding)| row(desk, format!("{id}-{at}"), finding))
        .collect_view();
    view! {
        <section class="mt-5" aria-labelledby=labelled>
            <h3 id=id tabindex="-1">{part_name(part.name)}</h3>
            <p class="hint">{part.says}</p>
            <ul class="rule mt-1">{rows}</ul>
        </section>
    }
    .into_any()
}

fn row(desk: Desk, id: String, finding: &ReportFinding) -> AnyView {
    let cost = match lost(finding.lost) {
        Some(words) => pill(Tone::Amber, words),
        None => pill(Tone::Quiet, "To know"),
    };
    let more = finding.texts.len().saturating_sub(SHOWN);
    let quotes = finding
        .texts
        .iter()
        .take(SHOWN)
        .map(|text| view! { <li class="border-l-2 border-line pl-3 text-slate whitespace-pre-wrap">{text.clone()}</li> })
        .collect_view();
    view! {
        <li class="py-3 grid grid-cols-[minmax(0,1fr)] gap-2">
            <div class="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
                <p class="font-semibold min-w-0 basis-60 grow">{finding.says.clone()}</p>
                {cost}
            </div>
            {(!finding.todo.is_empty()).then(|| view! { <p>{finding.todo.clone()}</p> })}
            <ul class="grid gap-1 empty:hidden">{quotes}</ul>
            {(more > 0).then(|| view! { <p class="hint">{format!("And {more} more.")}</p> })}
            <div class="empty:hidden">{desk.show_button(format!("{id}-show"), &finding.says, &finding.spots, &finding.texts)}</div>
        </li>
    }
    .into_any()
}
