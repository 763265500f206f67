//! Companies, found by name.

use super::tabs;
use crate::components::field::{FieldText, Typing, input};
use crate::components::icon::Icon;
use crate::components::state_view::{empty, failure, skeleton};
use crate::format::count;
use crate::pages::heading;
use crate::state::fetched::{Fetched, Now};
use crate::state::session::use_api;
use foothold_shared::company::CompanyCard;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

/// The page; the words looked for are in its address.
pub(super) fn companies() -> AnyView {
    let address = use_query_map();
    let words = Memo::new(move |_| {
        address
            .with(|address| address.get("q"))
            .unwrap_or_default()
            .trim()
            .to_owned()
    });
    let typed = RwSignal::new(String::new());
    Effect::new(move || typed.set(words.get()));
    let navigate = use_navigate();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let words = typed.get_untracked().trim().to_owned();
        let query = crate::api::jobs::query(&[("q", words.clone())]);
        let address = if words.is_empty() {
            "/companies".to_owned()
        } else {
            format!("/companies?{query}")
        };
        navigate(&address, NavigateOptions::default());
    };
    let field = FieldText::new("company-words", "Name of a company");
    view! {
        {heading("Companies", ().into_any())}
        {tabs("/companies")}
        <form class="flex gap-2 mb-6 max-w-xl" role="search" on:submit=send>
            <label class="sr" for="company-words">"Name of a company"</label>
            {input(&field, Typing::of("search").example("Name of a company").at_most(200), typed.into(), move |text| typed.set(text))}
            <button class="btn primary" type="submit">"Search"</button>
        </form>
        {move || found(words.get())}
    }
    .into_any()
}

fn found(words: String) -> AnyView {
    let api = use_api();
    let asked = StoredValue::new(words.clone());
    let list = Fetched::start(move || async move { api.companies(&asked.get_value()).await });
    (move || match list.now.get() {
        Now::Loading => skeleton(3),
        Now::Failed(problem) => failure(&problem, move || list.again()),
        Now::Ready(list) if list.companies.is_empty() => {
            let (title, words) = if words.is_empty() {
                (
                    "No companies yet",
                    "They come with the jobs of the boards that you add.",
                )
            } else {
                (
                    "No company of that name",
                    "Only companies whose jobs were gathered here are known.",
                )
            };
            let step = view! { <a class="btn primary" href="/jobs/boards">"Add a job board"</a> };
            empty(Icon::Search, title, words, step.into_any())
        }
        Now::Ready(list) => {
            let rows = list.companies.into_iter().map(row).collect_view();
            view! { <ul class="card rule" aria-label="Companies">{rows}</ul> }.into_any()
        }
    })
    .into_any()
}

fn row(company: CompanyCard) -> AnyView {
    let jobs = match usize::try_from(company.open_jobs).unwrap_or_default() {
        0 => "No open jobs".to_owned(),
        many => count(many, "open job", "open jobs"),
    };
    view! {
        <li class="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 p-4 sm:px-6">
            <a class="font-semibold min-w-0 break-words" href=format!("/companies/{}", company.company_id)>{company.name}</a>
            <span class="figures text-slate">{jobs}</span>
        </li>
    }
    .into_any()
}
