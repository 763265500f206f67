//! One company: what its postings tell, its open jobs, what the person sent there.

use super::card::country;
use super::desk::Desk;
use super::panes::panes;
use super::why::why;
use crate::browser::intl;
use crate::components::icon::{Icon, small};
use crate::components::paged::{foot, shown};
use crate::components::pill::{Tone, note};
use crate::components::state_view::{failure, skeleton};
use crate::format::count;
use crate::jobs::words::{self, grouped};
use crate::pages::heading;
use crate::state::fetched::{Fetched, Now};
use crate::state::paged::Paged;
use foothold_shared::company::{CompanyPay, CompanyView};
use foothold_shared::job::FacetValue;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_params_map;

/// How many values of a kind are shown.
const SHOWN: usize = 6;

/// The page.
pub(super) fn company() -> AnyView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")).unwrap_or_default());
    view! {
        <a class="inline-flex items-center gap-1 mb-4" href="/companies">{small(Icon::Back)}"All companies"</a>
        {move || fetched(id.get())}
    }
    .into_any()
}

fn fetched(id: String) -> AnyView {
    let desk = Desk::start();
    let api = desk.api;
    let asked = StoredValue::new(id);
    let company = Fetched::start(move || async move { api.company(&asked.get_value()).await });
    (move || match company.now.get() {
        Now::Loading => skeleton(3),
        Now::Failed(problem) => failure(&problem, move || company.again()),
        Now::Ready(view) => whole(desk, view),
    })
    .into_any()
}

fn whole(desk: Desk, company: CompanyView) -> AnyView {
    let open = whole_number(company.open_jobs);
    let summary = match open {
        0 => "No open jobs now".to_owned(),
        many => count(many, "open job", "open jobs"),
    };
    let name = company.name.clone();
    view! {
        {heading(&company.name, ignoring(desk, &company))}
        <p class="text-slate mb-4">{summary}</p>
        {sent(&company)}
        <section class="card p-4 sm:p-6 mb-6" aria-label="What its postings tell">
            <h2>"What its postings tell"</h2>
            {facts(&company)}
        </section>
        {(open > 0).then(|| jobs(desk, name))}
    }
    .into_any()
}

fn whole_number(number: i64) -> usize {
    usize::try_from(number).unwrap_or_default()
}

/// The button that takes the company's jobs out of the matches, or lets them in again.
fn ignoring(desk: Desk, company: &CompanyView) -> AnyView {
    let ignored = RwSignal::new(company.ignored);
    let asking = RwSignal::new(false);
    let (id, name) = (company.company_id.clone(), company.name.clone());
    let press = move |_| {
        if asking.get_untracked() {
            return;
        }
        asking.set(true);
        let (id, name, wanted) = (id.clone(), name.clone(), !ignored.get_untracked());
        spawn_local(async move {
            match desk.api.ignore_company(&id, wanted).await {
                Ok(()) => {
                    ignored.try_set(wanted);
                    desk.toasts.say(if wanted {
                        format!("{name} stays out of your matches.")
                    } else {
                        format!("{name} may be among your matches again.")
                    });
                }
                Err(problem) => desk.toasts.say(format!("Not changed. {}", problem.detail)),
            }
            asking.try_set(false);
        });
    };
    view! {
        <button class="btn" type="button" id="ignore-company" aria-pressed=move || if ignored.get() { "true" } else { "false" }
            aria-disabled=move || asking.get().then_some("true") on:click=press>
            {move || if ignored.get() { "Show in my matches again" } else { "Keep out of my matches" }}
        </button>
    }
    .into_any()
}

/// What the person sent there.
fn sent(company: &CompanyView) -> AnyView {
    if company.applications.is_empty() {
        return ().into_any();
    }
    let rows = company
        .applications
        .iter()
        .map(|sent| {
            let title = if sent.title.is_empty() {
                "An application".to_owned()
            } else {
                sent.title.clone()
            };
            view! { <li>{format!("{title}, on {}", intl::date(sent.submitted_at_ms))}</li> }
        })
        .collect_view();
    let content = view! {
        <p>"You applied here. "<a href="/applications">"Your applications"</a></p>
        <ul class="list-disc pl-5 mt-1">{rows}</ul>
    };
    view! { <div class="mb-6">{note(Tone::Amber, content.into_any())}</div> }.into_any()
}

/// Each line with how many postings it rests on.
fn facts(company: &CompanyView) -> AnyView {
    let mut lines: Vec<(&'static str, String)> = Vec::new();
    let places: Vec<FacetValue> = company
        .places
        .iter()
        .map(|found| FacetValue {
            value: words::place(&found.place, country),
            count: found.jobs,
        })
        .collect();
    let ways: Vec<FacetValue> = company
        .remote
        .iter()
        .map(|way| FacetValue {
            value: words::of_value("remote", &way.value),
            count: way.count,
        })
        .collect();
    let sources: Vec<FacetValue> = company
        .sources
        .iter()
        .map(|source| FacetValue {
            value: source.source_name.clone(),
            count: source.jobs,
        })
        .collect();
    for (name, values) in [
        ("Titles", &company.titles),
        ("Places", &places),
        ("Ways of working", &ways),
    ] {
        let words = listed(values);
        if !words.is_empty() {
            lines.push((name, words));
        }
    }
    let pay: Vec<String> = company.pay.iter().map(paid).collect();
    if !pay.is_empty() {
        lines.push(("Pay in a year, as stated", pay.join("; ")));
    }
    if let Some(days) = company.median_open_days {
        let of = count(whole_number(company.median_of), "closed job", "closed jobs");
        lines.push((
            "Jobs stay open",
            format!("{days:.0} days in the middle (median of {of})"),
        ));
    }
    if company.reposted_jobs > 0 {
        let again = count(whole_number(company.reposted_jobs), "job", "jobs");
        lines.push(("Posted again", again));
    }
    if let (Some(first), Some(last)) = (company.first_seen_ms, company.last_seen_ms) {
        lines.push((
            "Seen here",
            format!("from {} to {}", intl::date(first), intl::date(last)),
        ));
    }
    lines.push(("Found at", listed(&sources)));
    let rows = lines
        .into_iter()
        .filter(|(_, words)| !words.is_empty())
        .map(|(name, words)| view! { <div><dt>{name}</dt><dd>{words}</dd></div> })
        .collect_view();
    let counted = whole_number(company.counted_jobs);
    let of = if company.counted_jobs < company.known_jobs {
        format!(
            "Counted over the newest {counted} of {} that were gathered here.",
            count(whole_number(company.known_jobs), "job", "jobs")
        )
    } else {
        format!(
            "Counted over the {} gathered here, open and closed.",
            count(counted, "job", "jobs")
        )
    };
    view! { <dl class="facts mt-4">{rows}</dl><p class="hint mt-4">{of}</p> }.into_any()
}

/// "Baker (3), Miller (2)".
fn listed(values: &[FacetValue]) -> String {
    let shown: Vec<String> = values
        .iter()
        .filter(|value| !value.value.is_empty())
        .take(SHOWN)
        .map(|value| format!("{} ({})", value.value, value.count))
        .collect();
    shown.join(", ")
}

fn paid(pay: &CompanyPay) -> String {
    let jobs = count(whole_number(pay.jobs), "job", "jobs");
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "pay is whole and positive"
    )]
    let sum = |sum: f64| grouped(sum.round().max(0.0) as u64);
    if (pay.min - pay.max).abs() < 1.0 {
        return format!("{} {} ({jobs})", pay.currency, sum(pay.min));
    }
    format!(
        "{} {} to {} ({jobs})",
        pay.currency,
        sum(pay.min),
        sum(pay.max)
    )
}

/// Its open jobs, the newest first.
fn jobs(desk: Desk, name: String) -> AnyView {
    let api = desk.api;
    let pairs = [("company", name), ("order", "newest".to_owned())];
    let list = Paged::start(move |cursor: Option<String>| {
        let pairs = pairs.clone();
        async move { api.search_jobs(&pairs, cursor.as_deref()).await }
    });
    let all = Signal::derive(move || list.items());
    let shown = shown(list, 3, move |_| {
        panes(
            desk,
            all,
            |_| ().into_any(),
            ().into_any(),
            foot(list, "Show more"),
            move || list.more(),
            move |id| why(desk, id),
        )
    });
    view! { <h2 class="mb-3">"Open jobs"</h2>{shown} }.into_any()
}
