//! The search: words, filters, order, all in the address; what it finds, page after page.

use super::desk::Desk;
use super::filters::{panel, value_words};
use super::panes::panes;
use super::searches::keep::keep;
use super::tabs;
use super::why::why;
use crate::api::jobs::query;
use crate::components::field::{FieldText, Typing, input};
use crate::components::icon::{Icon, small};
use crate::components::paged::{foot, shown};
use crate::components::select::{options, select};
use crate::components::state_view::empty;
use crate::jobs::search::Search;
use crate::jobs::words::grouped;
use crate::pages::heading;
use crate::state::fetched::Now;
use crate::state::paged::Paged;
use foothold_shared::job::{JobPage, JobPlace};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The page.
pub(super) fn search() -> AnyView {
    let desk = Desk::start();
    let address = use_query_map();
    let search = Memo::new(move |_| {
        address.with(|address| Search::read(|name| address.get_all(name).unwrap_or_default()))
    });
    let go = move |next: Search| {
        let query = query(&next.pairs());
        desk.go(
            &if query.is_empty() {
                "/jobs".to_owned()
            } else {
                format!("/jobs?{query}")
            },
            false,
        );
    };
    let unfolded = RwSignal::new(false);
    let page = RwSignal::new(None::<JobPage>);
    view! {
        {heading("Jobs", ().into_any())}
        {tabs("/jobs")}
        <div class="when-list" data-open=move || desk.opened.with(Option::is_some).then_some("true")>
            {bar(search, go, unfolded)}
            {chips(search, go)}
            {keep(search)}
            {move || unfolded.get().then(|| panel(search, page.into(), go))}
        </div>
        {move || results(desk, search.get(), page, go)}
    }
    .into_any()
}

fn bar(
    search: Memo<Search>,
    go: impl Fn(Search) + Copy + Send + Sync + 'static,
    unfolded: RwSignal<bool>,
) -> AnyView {
    let typed = RwSignal::new(String::new());
    Effect::new(move || typed.set(search.with(|search| search.words.clone())));
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut next = search.get_untracked();
        next.words = typed.get_untracked().trim().to_owned();
        go(next);
    };
    let words = FieldText::new("job-words", "Search");
    let order = FieldText::new("job-order", "Order");
    let orders = options(&[
        ("relevance", "Best fit of the words"),
        ("newest", "Newest first"),
    ]);
    let order_now = Signal::derive(move || {
        let newest = search.with(|search| search.newest);
        if newest {
            "newest".to_owned()
        } else {
            "relevance".to_owned()
        }
    });
    let reorder = move |order: String| {
        let mut next = search.get_untracked();
        next.newest = order == "newest";
        go(next);
    };
    let expanded = move || if unfolded.get() { "true" } else { "false" };
    let filters = move || match search.with(Search::filters) {
        0 => "Filters".to_owned(),
        many => format!("Filters ({many})"),
    };
    view! {
        <div class="flex flex-wrap items-center gap-3 mb-4">
            <form class="flex gap-2 grow basis-80 min-w-0" role="search" on:submit=send>
                <label class="sr" for="job-words">"Title, skill or company"</label>
                {input(&words, Typing::of("search").example("Title, skill or company").at_most(300), typed.into(), move |text| typed.set(text))}
                <button class="btn primary" type="submit">"Search"</button>
            </form>
            <button class="btn" type="button" id="filters-button" aria-expanded=expanded aria-controls=move || unfolded.get().then_some("filters")
                on:click=move |_| unfolded.update(|unfolded| *unfolded = !*unfolded)>{filters}</button>
            <div class="w-56">
                <label class="sr" for="job-order">"Order"</label>
                {select(&order, None, orders, order_now, reorder)}
            </div>
        </div>
    }
    .into_any()
}

/// What narrows the search, each to be taken away.
fn chips(search: Memo<Search>, go: impl Fn(Search) + Copy + Send + Sync + 'static) -> AnyView {
    (move || {
        let now = search.get();
        if now.filters() == 0 {
            return None;
        }
        let mut all: Vec<AnyView> = Vec::new();
        for (filter, value) in now.chosen() {
            let mut next = now.clone();
            next.set(filter, &value, false);
            let mut words = value_words(filter, &value);
            if let Some(km) = now.within_km.filter(|_| filter == "place") {
                words.push_str(&format!(", within {km} km"));
            }
            all.push(chip(words, move || go(next.clone())));
        }
        if let Some((least, currency)) = &now.pay {
            let next = Search { pay: None, ..now.clone() };
            let words = format!("{currency} {} or more", grouped(u64::from(*least)));
            all.push(chip(words, move || go(next.clone())));
        }
        if let Some(days) = now.days {
            let next = Search { days: None, ..now.clone() };
            let words = if days == 1 { "Last day".to_owned() } else { format!("Last {days} days") };
            all.push(chip(words, move || go(next.clone())));
        }
        let cleared = Search { words: now.words.clone(), newest: now.newest, ..Search::default() };
        Some(view! {
            <div class="flex flex-wrap items-center gap-2 mb-4" role="group" aria-label="Filters in use">
                {all}
                <button class="link px-2 py-1" type="button" on:click=move |_| go(cleared.clone())>"Clear all"</button>
            </div>
        })
    })
    .into_any()
}

fn chip(words: String, remove: impl Fn() + 'static) -> AnyView {
    let label = format!("Without {words}");
    view! {
        <span class="chip"><button type="button" class="chip-remove" aria-label=label on:click=move |_| remove()>
            <span class="min-w-0 break-words">{words}</span>{small(Icon::Close)}
        </button></span>
    }
    .into_any()
}

fn results(
    desk: Desk,
    search: Search,
    page: RwSignal<Option<JobPage>>,
    go: impl Fn(Search) + Copy + Send + Sync + 'static,
) -> AnyView {
    let api = desk.api;
    let pairs = search.pairs();
    let list = Paged::start(move |cursor: Option<String>| {
        let pairs = pairs.clone();
        async move { api.search_jobs(&pairs, cursor.as_deref()).await }
    });
    Effect::new(move || {
        list.first.now.with(|now| {
            if let Now::Ready(ready) = now {
                page.set(Some(ready.clone()));
            }
        });
    });
    let with_hidden = RwSignal::new(false);
    let all = Memo::new(move |_| list.items());
    let jobs = Signal::derive(move || {
        let mut all = all.get();
        all.retain(|job| with_hidden.get() || !desk.marked(job).1);
        all
    });
    let hidden = move || {
        let many = all.with(|all| all.iter().filter(|job| desk.marked(job).1).count());
        (many > 0).then(|| {
            let words = move || if with_hidden.get() { "Leave hidden ones out" } else { "Show hidden ones" };
            view! { <button class="link" type="button" on:click=move |_| with_hidden.update(|with| *with = !*with)>{format!("{many} hidden. ")}{words}</button> }
        })
    };
    let asks = search.asks();
    let searched = search.clone();
    let cleared = Search {
        newest: search.newest,
        ..Search::default()
    };
    shown(list, 4, move |page: JobPage| {
        if page.jobs.is_empty() {
            if !asks {
                return no_jobs();
            }
            let cleared = cleared.clone();
            let around = around(&page, &searched, go);
            let step = view! { <button class="btn primary" type="button" on:click=move |_| go(cleared.clone())>"Clear the search"</button> };
            let none = empty(
                Icon::Search,
                "No job is like that",
                "Try fewer words, or take filters away.",
                step.into_any(),
            );
            return view! { {around}{none} }.into_any();
        }
        let head = view! {
            <p class="text-slate mb-3 flex flex-wrap gap-x-4" role="status"><span>{total(&page)}</span>{hidden}</p>
            {around(&page, &searched, go)}
        };
        let foot = foot(list, "Show more");
        panes(
            desk,
            jobs,
            |_| ().into_any(),
            head.into_any(),
            foot,
            move || list.more(),
            move |id| why(desk, id),
        )
    })
}

/// Around which towns was searched, which others have the name, and what could not be placed.
fn around(
    page: &JobPage,
    search: &Search,
    go: impl Fn(Search) + Copy + Send + Sync + 'static,
) -> AnyView {
    let lines = page
        .near
        .iter()
        .map(|near| {
            let Some(place) = &near.place else {
                return view! { <p>{format!("We do not know where “{}” is. Jobs that name it are shown.", near.asked)}</p> }.into_any();
            };
            let others = near
                .others
                .iter()
                .map(|other| {
                    let mut next = search.clone();
                    let words = near_words(other);
                    next.set("place", &near.asked, false);
                    next.within_km = search.within_km;
                    next.set("place", &words, true);
                    view! { <button class="link" type="button" on:click=move |_| go(next.clone())>{words}</button> }
                })
                .collect_view();
            let also = (!near.others.is_empty()).then_some("Others of that name:");
            view! {
                <p class="flex flex-wrap gap-x-3 gap-y-1"><span>{format!("Around {}.", near_words(place))}</span>{also}{others}</p>
            }
            .into_any()
        })
        .collect_view();
    let nowhere = (page.nowhere > 0).then(|| {
        #[expect(clippy::cast_sign_loss, reason = "a count")]
        let many = grouped(page.nowhere.max(0) as u64);
        let words = if page.nowhere == 1 {
            "1 more job names no town we know, so it is left out.".to_owned()
        } else {
            format!("{many} more jobs name no town we know, so they are left out.")
        };
        view! { <p>{words}</p> }
    });
    view! { <div class="hint mb-3 grid gap-1 empty:hidden" id="around">{lines}{nowhere}</div> }
        .into_any()
}

/// "Portland, Maine, United States": as a search takes it back.
fn near_words(place: &JobPlace) -> String {
    format!("{}, {}", place.text, super::card::country(&place.country))
}

fn total(page: &JobPage) -> String {
    #[expect(clippy::cast_sign_loss, reason = "a count")]
    let many = grouped(page.total.max(0) as u64);
    match page.total {
        _ if page.more_than_total => format!("More than {many} jobs"),
        1 => "1 job".to_owned(),
        _ => format!("{many} jobs"),
    }
}

fn no_jobs() -> AnyView {
    let step = view! { <a class="btn primary" href="/jobs/boards">"Add a job board"</a> };
    empty(
        Icon::Search,
        "No jobs gathered yet",
        "Paste the address of a careers page you like, and its jobs come here by themselves and stay up to date.",
        step.into_any(),
    )
}
