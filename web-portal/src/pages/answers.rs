//! Remembered answers: search, edit, how long they count, forget.

mod editor;

use super::{heading, signed_in};
use crate::browser::intl::Names;
use crate::browser::{clock, intl};
use crate::components::choice::{Word, choice};
use crate::components::field::{FieldText, Typing, text_field};
use crate::components::icon::{Icon, small};
use crate::components::pill::{Tone, pill};
use crate::components::state_view::{empty, failure, skeleton};
use crate::format;
use crate::remembered::{Standing, is_found, standing};
use crate::state::fetched::{Fetched, Now};
use crate::state::removal::use_removals;
use crate::state::session::use_api;
use foothold_shared::answer::{NewAnswer, RememberedAnswer};
use leptos::prelude::*;

/// Which answers are shown.
const WHICH: &[Word<bool>] = &[
    Word {
        value: false,
        words: "All",
        unsaid: false,
    },
    Word {
        value: true,
        words: "Expiring or expired",
        unsaid: false,
    },
];

/// The page.
pub(crate) fn page() -> AnyView {
    signed_in(answers)
}

fn answers() -> AnyView {
    let (api, removals) = (use_api(), use_removals());
    let list = Fetched::start(move || api.answers());
    let search = RwSignal::new(String::new());
    let only_ending = RwSignal::new(false);
    let shown = move || match list.now.get() {
        Now::Loading => skeleton(3),
        Now::Failed(problem) => failure(&problem, move || list.again()),
        Now::Ready(all) => {
            let there: Vec<_> = all
                .into_iter()
                .filter(|known| !removals.hides(&known.answer_id))
                .collect();
            if there.is_empty() {
                return nothing_yet();
            }
            view! {
                {tools(search, only_ending)}
                {found(list, there, search, only_ending)}
            }
            .into_any()
        }
    };
    view! {
        {heading("Answers", ().into_any())}
        <p class="text-slate -mt-4 mb-6 max-w-[60ch]">
            "What you answered by hand and asked Foothold to remember. It is given again only where the same question is asked with the same options. "
            <a href="/profile#answers">"Standard answers"</a>" are in your profile."
        </p>
        {shown}
    }
    .into_any()
}

fn nothing_yet() -> AnyView {
    let step = view! { <a class="btn primary" href="/extension">"Set up the extension"</a> };
    empty(
        Icon::Answer,
        "No answers remembered yet",
        "After a form is filled, answer what was left for you. The extension then asks whether to remember it.",
        step.into_any(),
    )
}

fn tools(search: RwSignal<String>, only_ending: RwSignal<bool>) -> AnyView {
    view! {
        <div class="grid grid-cols-[minmax(0,1fr)] gap-4 mb-6 sm:grid-cols-[minmax(0,1fr)_auto] items-end">
            {text_field(FieldText::new("search", "Search"), Typing::of("search").example("A word of the question or the answer"),
                search.into(), move |text| search.set(text))}
            {choice(FieldText::new("which", "Show"), WHICH, only_ending.into(), move |only| only_ending.set(only))}
        </div>
    }
    .into_any()
}

fn found(
    list: Fetched<Vec<RememberedAnswer>>,
    there: Vec<RememberedAnswer>,
    search: RwSignal<String>,
    only_ending: RwSignal<bool>,
) -> AnyView {
    let now_ms = clock::now_ms();
    let ids = Memo::new({
        let there = there.clone();
        move |_| {
            let (only_ending, search) = (only_ending.get(), search.get());
            there
                .iter()
                .filter(|known| {
                    is_found(&known.answer, &search)
                        && (!only_ending || standing(&known.answer, now_ms).wants_a_look())
                })
                .map(|known| known.answer_id.clone())
                .collect::<Vec<_>>()
        }
    });
    let rows = there
        .into_iter()
        .map(|known| {
            let id = known.answer_id.clone();
            let hidden = move || ids.with(|ids| !ids.contains(&id));
            view! { <li class="card" hidden=hidden>{row(list, known, now_ms)}</li> }
        })
        .collect_view();
    let count = move || {
        let number = ids.with(Vec::len);
        if number == 0 {
            "Nothing like that is remembered.".to_owned()
        } else {
            format::count(number, "answer", "answers")
        }
    };
    view! {
        <p class="hint mb-3" role="status">{count}</p>
        <ul class="grid grid-cols-[minmax(0,1fr)] gap-4" aria-label="Remembered answers">{rows}</ul>
    }
    .into_any()
}

/// How an answer stands, as a pill.
fn standing_pill(standing: Standing) -> AnyView {
    match standing {
        Standing::Kept => pill(Tone::Quiet, "Kept for ever"),
        Standing::Until(end) => pill(Tone::Quiet, format!("Until {}", intl::date(end))),
        Standing::Soon(end) => pill(Tone::Amber, format!("Expires soon: {}", intl::date(end))),
        Standing::Expired(end) => pill(Tone::Amber, format!("Expired on {}", intl::date(end))),
    }
}

/// "Asked at jobs.example · answered on 21 November 2026 · for Germany only".
fn origin_words(answer: &NewAnswer) -> String {
    let day = intl::date(answer.remembered_at_ms);
    let first = match answer.host.as_deref() {
        Some(host) => format!("Asked at {host} · answered on {day}"),
        None => format!("Answered on {day}"),
    };
    match answer.country.as_deref() {
        Some(code) => {
            let country = intl::name_of(Names::Country, code);
            format!("{first} · for jobs in {country} only")
        }
        None => first,
    }
}

fn row(list: Fetched<Vec<RememberedAnswer>>, known: RememberedAnswer, now_ms: i64) -> AnyView {
    let (api, removals) = (use_api(), use_removals());
    let editing = RwSignal::new(false);
    let question = known.answer.question.clone();
    let edit_id = format!("edit-{}", known.answer_id);
    let delete = {
        let id = known.answer_id.clone();
        move |_| {
            removals.remove(
                id.clone(),
                "The answer is forgotten.".to_owned(),
                move |id, leaving| async move { api.delete_answer(&id, leaving).await },
                move || list.again(),
            );
        }
    };
    let said = known.answer.answer.join(" · ");
    let origin = origin_words(&known.answer);
    let mark = standing_pill(standing(&known.answer, now_ms));
    let close = {
        let id = edit_id.clone();
        move || {
            editing.set(false);
            crate::browser::focus::soon(id.clone());
        }
    };
    view! {
        <div class="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-3 p-4 sm:px-6 sm:py-5 sm:grid-cols-[minmax(0,1fr)_auto] items-start">
            <div class="min-w-0">
                <h2 class="text-base tracking-normal leading-normal">{question.clone()}</h2>
                <p class="mt-1 whitespace-pre-wrap" hidden=move || editing.get()>{said}</p>
                <p class="hint mt-1">{origin}</p>
            </div>
            <div class="flex flex-wrap items-center gap-1">
                <div class="mr-2">{mark}</div>
                <button class="btn small" type="button" id=edit_id aria-label=format!("Edit: {question}")
                    aria-expanded=move || if editing.get() { "true" } else { "false" }
                    on:click=move |_| editing.update(|editing| *editing = !*editing)>"Edit"</button>
                <button class="icon-btn danger" type="button" aria-label=format!("Forget: {question}") title="Forget" on:click=delete>{small(Icon::Trash)}</button>
            </div>
        </div>
        {move || editing.get().then(|| editor::editor(list, known.clone(), close.clone()))}
    }
    .into_any()
}
