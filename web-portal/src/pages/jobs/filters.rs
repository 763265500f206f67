//! The filters of the search, with how many jobs each value has.

use crate::browser::intl::{Names, name_of, named};
use crate::components::choice::checkbox;
use crate::components::field::{FieldText, Typing, text_field};
use crate::components::icon::{Icon, small};
use crate::components::select::{options, select_field};
use crate::format::whole_number;
use crate::jobs::search::{AGES, DISTANCES, Search, known};
use crate::jobs::words::{grouped, of_value};
use foothold_shared::job::{Facet, JobPage};
use leptos::prelude::*;

/// The filters with boxes to tick, and their names for people.
const GROUPS: [(&str, &str); 8] = [
    ("remote", "Way of working"),
    ("employment", "Kind of job"),
    ("seniority", "Seniority"),
    ("country", "Country"),
    ("language", "Language of the posting"),
    ("company", "Company"),
    ("source", "Source"),
    ("visa", "Work permit"),
];

/// All countries by their names, to choose one.
pub(super) fn countries() -> Vec<(String, String)> {
    named(Names::Country)
        .into_iter()
        .map(|(code, name)| (code.to_owned(), name))
        .collect()
}

/// The words of a value, whatever the filter.
pub(super) fn value_words(filter: &str, value: &str) -> String {
    match filter {
        "country" => name_of(Names::Country, &value.to_ascii_uppercase()),
        "language" => name_of(Names::Language, value),
        _ => of_value(filter, value),
    }
}

/// The values to offer: the known ones, those of the jobs found, and what is chosen whatever was found; each with its
/// count where it was counted.
fn offered(filter: &str, facets: &[Facet], chosen: &[String]) -> Vec<(String, Option<i64>)> {
    let counted = facets.iter().find(|facet| facet.filter == filter);
    let counted = counted.map_or(&[][..], |facet| facet.values.as_slice());
    let mut values: Vec<(String, Option<i64>)> = Vec::new();
    let all = known(filter)
        .iter()
        .map(|(value, _)| *value)
        .chain(counted.iter().map(|one| one.value.as_str()))
        .chain(chosen.iter().map(String::as_str));
    for value in all {
        if values.iter().all(|(had, _)| had != value) {
            let count = counted.iter().find(|one| one.value == value);
            values.push((value.to_owned(), count.map(|one| one.count)));
        }
    }
    values
}

/// The panel. `go` takes the changed search to the address.
pub(super) fn panel(
    search: Memo<Search>,
    page: Signal<Option<JobPage>>,
    go: impl Fn(Search) + Copy + Send + Sync + 'static,
) -> AnyView {
    let groups = GROUPS
        .into_iter()
        .map(|(filter, title)| group(filter, title, search, page, go))
        .collect_view();
    let counted = move || {
        page.with(|page| {
            let page = page.as_ref()?;
            (page.facets_of < page.total).then(|| {
                #[expect(clippy::cast_sign_loss, reason = "a count")]
                let of = grouped(page.facets_of.max(0) as u64);
                view! { <p class="hint mt-4">{format!("Counted over the newest {of} of these jobs.")}</p> }
            })
        })
    };
    view! {
        <section class="card p-4 sm:p-6 mb-6" id="filters" aria-label="Filters">
            <div class="grid grid-cols-[minmax(0,1fr)] sm:grid-cols-2 lg:grid-cols-4 gap-6">
                {place(search, go)}
                {age(search, go)}
                {pay(search, go)}
                {groups}
            </div>
            {counted}
        </section>
    }
    .into_any()
}

fn group(
    filter: &'static str,
    title: &'static str,
    search: Memo<Search>,
    page: Signal<Option<JobPage>>,
    go: impl Fn(Search) + Copy + Send + Sync + 'static,
) -> AnyView {
    let values = Memo::new(move |_| {
        let chosen = search.with(|search| search.values(filter).to_vec());
        page.with(|page| {
            offered(
                filter,
                page.as_ref().map_or(&[], |page| &page.facets),
                &chosen,
            )
        })
    });
    let boxes = move || {
        let values = values.get();
        if values.is_empty() {
            return view! { <p class="hint">"The jobs found do not tell."</p> }.into_any();
        }
        values
            .into_iter()
            .enumerate()
            .map(|(at, (value, count))| {
                let mut words = value_words(filter, &value);
                if let Some(count) = count {
                    words.push_str(&format!(" ({count})"));
                }
                let own = value.clone();
                let chosen = Signal::derive(move || {
                    search.with(|search| search.values(filter).contains(&own))
                });
                checkbox(format!("filter-{filter}-{at}"), words, chosen, move |on| {
                    let mut next = search.get_untracked();
                    next.set(filter, &value, on);
                    go(next);
                })
            })
            .collect_view()
            .into_any()
    };
    view! { <fieldset class="field"><legend>{title}</legend><div class="filter-values">{boxes}</div></fieldset> }.into_any()
}

fn place(search: Memo<Search>, go: impl Fn(Search) + Copy + 'static) -> AnyView {
    let (typed, distance) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let wrong = RwSignal::new(None::<String>);
    Effect::new(move || {
        let (place, km) = search.with(|search| {
            let place = search.values("place").first().cloned();
            (place.unwrap_or_default(), search.within_km)
        });
        typed.set(place);
        distance.set(km.map(|km| km.to_string()).unwrap_or_default());
    });
    // Both are sent together, whichever of them is used; a distance chosen first waits for its town.
    let send = move || {
        let mut next = search.get_untracked();
        next.put("place", &typed.get_untracked());
        next.within_km = distance.get_untracked().parse().ok();
        if next.within_km.is_some() && next.values("place").is_empty() {
            return wrong.set(Some("Write the town, too.".to_owned()));
        }
        wrong.set(None);
        go(next);
    };
    let field = FieldText::new("filter-place", "Town or region");
    let far = FieldText::new("filter-within", "How far").error(wrong.into());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        send();
    };
    let measured = move |km: String| {
        distance.set(km);
        send();
    };
    view! {
        <div class="grid grid-cols-[minmax(0,1fr)] gap-4">
            <form class="flex items-end gap-2" on:submit=submit>
                <div class="grow min-w-0">{text_field(field, Typing::TEXT.at_most(300), typed.into(), move |text| typed.set(text))}</div>
                <button class="btn" type="submit" aria-label="Use this place">{small(Icon::Check)}</button>
            </form>
            {select_field(far, Some("By its name only"), options(DISTANCES), distance.into(), measured)}
        </div>
    }
    .into_any()
}

fn age(search: Memo<Search>, go: impl Fn(Search) + Copy + 'static) -> AnyView {
    let days = Signal::derive(move || {
        search.with(|search| search.days.map(|days| days.to_string()).unwrap_or_default())
    });
    select_field(
        FieldText::new("filter-days", "Posted"),
        Some("At any time"),
        options(AGES),
        days,
        move |days| {
            let mut next = search.get_untracked();
            next.days = days.parse().ok();
            go(next);
        },
    )
}

fn pay(search: Memo<Search>, go: impl Fn(Search) + Copy + 'static) -> AnyView {
    let (least, currency) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let wrong = RwSignal::new(None::<String>);
    Effect::new(move || {
        wrong.set(None);
        match search.with(|search| search.pay.clone()) {
            Some((had_least, had)) => {
                least.set(had_least.to_string());
                currency.set(had);
            }
            None => least.set(String::new()),
        }
    });
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (least, currency) = (least.get_untracked(), currency.get_untracked());
        let mut next = search.get_untracked();
        next.pay = match (least.trim(), whole_number(&least)) {
            ("", _) => None,
            (_, Some(_)) if currency.is_empty() => {
                return wrong.set(Some("Choose the currency, too.".to_owned()));
            }
            (_, Some(least)) => Some((least, currency)),
            (_, None) => {
                return wrong.set(Some("Write a whole number, such as 45,000.".to_owned()));
            }
        };
        wrong.set(None);
        go(next);
    };
    let field = FieldText::new("filter-pay", "Pay in a year, at least")
        .hint("Jobs that tell no pay are left out then.")
        .error(wrong.into());
    let code = FieldText::new("filter-currency", "Currency");
    let currencies = named(Names::Currency)
        .into_iter()
        .map(|(code, _)| (code.to_owned(), code.to_owned()))
        .collect();
    view! {
        <form class="grid grid-cols-[minmax(0,1fr)_auto] gap-2 items-start sm:col-span-2" on:submit=send>
            {text_field(field, Typing::TEXT.digits().at_most(12), least.into(), move |text| least.set(text))}
            <div class="flex items-end gap-2">
                {select_field(code, Some("–"), currencies, currency.into(), move |code| currency.set(code))}
                <button class="btn" type="submit" aria-label="Use this pay">{small(Icon::Check)}</button>
            </div>
        </form>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use foothold_shared::job::FacetValue;

    #[test]
    fn chosen_values_stay_offered_and_counts_are_only_what_was_counted() {
        let facets = [Facet {
            filter: "company".to_owned(),
            values: vec![FacetValue {
                value: "Quayside".to_owned(),
                count: 3,
            }],
        }];
        assert_eq!(
            offered(
                "company",
                &facets,
                &["Lights".to_owned(), "Quayside".to_owned()]
            ),
            [
                ("Quayside".to_owned(), Some(3)),
                ("Lights".to_owned(), None)
            ]
        );
        let remote = offered("remote", &facets, &[]);
        assert_eq!(remote.len(), 3);
        assert!(remote.iter().all(|(_, count)| count.is_none()));
    }
}
