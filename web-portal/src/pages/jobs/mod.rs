//! Jobs: the search, the saved ones, the boards they come from.

mod boards;
mod card;
mod collections;
mod companies;
mod company;
mod desk;
mod detail;
mod filters;
mod for_you;
mod import;
mod narrow;
mod panes;
mod saved;
mod search;
mod searches;
mod wanted;
mod why;
mod worth;

use super::signed_in;
use leptos::prelude::*;

/// The pages of jobs, with their names.
const TABS: [(&str, &str); 6] = [
    ("/jobs", "Search"),
    ("/jobs/for-you", "For you"),
    ("/jobs/saved", "Saved"),
    ("/jobs/searches", "Searches"),
    ("/companies", "Companies"),
    ("/jobs/boards", "Boards"),
];

/// The search.
pub(crate) fn page() -> AnyView {
    signed_in(search::search)
}

/// The jobs that fit.
pub(crate) fn for_you_page() -> AnyView {
    signed_in(for_you::for_you)
}

/// The saved jobs.
pub(crate) fn saved_page() -> AnyView {
    signed_in(saved::saved)
}

/// The saved searches.
pub(crate) fn searches_page() -> AnyView {
    signed_in(searches::searches)
}

/// What a saved search finds.
pub(crate) fn one_search_page() -> AnyView {
    signed_in(searches::open::open)
}

/// The companies.
pub(crate) fn companies_page() -> AnyView {
    signed_in(companies::companies)
}

/// One company.
pub(crate) fn company_page() -> AnyView {
    signed_in(company::company)
}

/// The boards.
pub(crate) fn boards_page() -> AnyView {
    signed_in(boards::boards)
}

/// The way between the pages of jobs.
fn tabs(here: &'static str) -> AnyView {
    let all = TABS
        .into_iter()
        .map(|(path, name)| view! { <a href=path aria-current=(path == here).then_some("page")>{name}</a> })
        .collect_view();
    view! { <nav class="tabs" aria-label="Jobs">{all}</nav> }.into_any()
}
