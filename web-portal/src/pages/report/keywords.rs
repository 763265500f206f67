//! What the posting asks for, required first, and where the document says it.

use super::Desk;
use crate::components::pill::{Tone, pill};
use crate::report::words::{coverage, section_name, standing};
use foothold_shared::reading::Spot;
use foothold_shared::report::{KeywordPlace, KeywordStanding, ReportKeyword};
use leptos::prelude::*;

/// How many places of one demand are shown.
const SHOWN: usize = 3;

/// The card; nothing where no posting was given.
pub(super) fn card(desk: Desk) -> AnyView {
    let (all, measured) = desk
        .view
        .with_value(|view| (view.keywords.clone(), view.posting.is_some()));
    if all.is_empty() {
        let words = if measured {
            "This posting names nothing that could be looked for."
        } else {
            "Choose a job or paste a posting above to see what it asks for and where you say it."
        };
        return view! {
            <section class="card p-4 sm:p-6" aria-labelledby="keywords">
                <h2 id="keywords">"What the posting asks for"</h2>
                <p class="text-slate mt-2">{words}</p>
            </section>
        }
        .into_any();
    }
    let said = coverage(&all);
    let group = |required: bool, title: &'static str, id: &'static str| {
        let rows: Vec<_> = all
            .iter()
            .enumerate()
            .filter(|(_, one)| one.required == required)
            .map(|(at, one)| row(desk, at, one))
            .collect();
        (!rows.is_empty()).then(|| {
            view! {
                <h3 class="mt-4" id=id>{title}</h3>
                <ul class="rule mt-1" aria-labelledby=id>{rows}</ul>
            }
        })
    };
    view! {
        <section class="card p-4 sm:p-6" aria-labelledby="keywords">
            <h2 id="keywords">"What the posting asks for"</h2>
            <p class="hint figures mt-1" id="coverage">{format!("This {} says {said}.", desk.what())}</p>
            {group(true, "Required", "required")}
            {group(false, "Welcome", "welcome")}
        </section>
    }
    .into_any()
}

const fn tone(standing: KeywordStanding) -> Tone {
    match standing {
        KeywordStanding::Found | KeywordStanding::Synonym => Tone::Good,
        KeywordStanding::InProfileOnly => Tone::Amber,
        KeywordStanding::Missing => Tone::Quiet,
    }
}

fn row(desk: Desk, at: usize, one: &ReportKeyword) -> AnyView {
    let places = one
        .places
        .iter()
        .take(SHOWN)
        .map(|place| {
            let said = if place.text.is_empty() { String::new() } else { format!(": “{}”", place.text) };
            view! { <li class="hint"><span class="font-semibold">{section_name(&place.section).to_owned()}</span>{said}</li> }
        })
        .collect_view();
    let in_document = one.standing != KeywordStanding::InProfileOnly;
    let (spots, texts): (Vec<Spot>, Vec<String>) = if in_document {
        let spots = one
            .places
            .iter()
            .filter_map(|place: &KeywordPlace| place.spot.clone());
        let texts = one.places.iter().map(|place| place.text.clone());
        (spots.collect(), texts.collect())
    } else {
        (Vec::new(), Vec::new())
    };
    view! {
        <li class="py-3 grid grid-cols-[minmax(0,1fr)] gap-1">
            <div class="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
                <p class="min-w-0 basis-40 grow">{one.asked.clone()}</p>
                {pill(tone(one.standing), standing(one.standing, desk.what()))}
            </div>
            <ul class="grid gap-1 empty:hidden">{places}</ul>
            <div class="empty:hidden">{desk.show_button(format!("keyword-{at}-show"), &one.asked, &spots, &texts)}</div>
        </li>
    }
    .into_any()
}
