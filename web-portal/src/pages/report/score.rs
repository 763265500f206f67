//! The score: a number, and the parts whose points are its sum.

use super::Desk;
use super::findings::part_id;
use crate::browser::focus;
use crate::report::words::{part_name, points};
use foothold_shared::report::ReportPart;
use leptos::prelude::*;

/// The card.
pub(super) fn card(desk: Desk) -> AnyView {
    let (score, parts) = desk
        .view
        .with_value(|view| (view.score, view.parts.clone()));
    let sum: Vec<String> = parts.iter().map(|part| points(part.points)).collect();
    let sum = format!("{} = {}", sum.join(" + "), points(score));
    let rows = parts.iter().map(row).collect_view();
    view! {
        <section class="card p-4 sm:p-6" aria-labelledby="score">
            <h2 id="score" tabindex="-1">"Score"</h2>
            <p class="mt-2 figures"><span class="text-5xl font-bold tracking-tight" id="score-number">{points(score)}</span><span class="text-slate">" of 100"</span></p>
            <p class="hint mt-2">"The sum of these parts, and nothing else. Every missing point is explained below."</p>
            <ul class="rule mt-3" aria-label="What the score is made of">{rows}</ul>
            {(!parts.is_empty()).then(|| view! { <p class="hint figures mt-3" id="score-sum">{sum}</p> })}
        </section>
    }
    .into_any()
}

fn row(part: &ReportPart) -> AnyView {
    let name = part_name(part.name);
    let said = format!("{} of {}", points(part.points), points(part.most));
    let words = if part.findings.is_empty() {
        view! { <span title=part.says.clone()>{name}</span> }.into_any()
    } else {
        let id = part_id(part.name);
        view! { <button class="link" type="button" title=part.says.clone() on:click=move |_| focus::reveal(id.clone(), false)>{name}</button> }
            .into_any()
    };
    view! {
        <li class="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 py-2 items-center">
            <span class="min-w-0">{words}</span>
            <span class="figures text-slate whitespace-nowrap">{said.clone()}</span>
            <progress class="col-span-2" value=part.points.to_string() max=part.most.to_string() aria-label=format!("{name}: {said}")></progress>
        </li>
    }
    .into_any()
}
