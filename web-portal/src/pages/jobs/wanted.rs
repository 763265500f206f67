//! What the person looks for: roles, places, ways of working, how old postings may be, who is out.

use crate::api::message_for;
use crate::browser::focus;
use crate::browser::intl::{Names, name_of, named};
use crate::components::choice::checkbox;
use crate::components::field::{FieldText, Typing, text_field};
use crate::components::select::{options, select_field};
use crate::components::state_view::{failure, skeleton};
use crate::format::whole_number;
use crate::jobs::search::AGES;
use crate::jobs::words::of_value;
use crate::state::fetched::{Fetched, Now};
use crate::state::session::use_api;
use crate::state::toasts::use_toasts;
use foothold_shared::job::{JobBoardView, JobRemote};
use foothold_shared::matching::JobPreferences;
use foothold_shared::problem::Problem;
use leptos::prelude::*;
use leptos::task::spawn_local;

const WAYS: [(JobRemote, &str, &str); 3] = [
    (JobRemote::Remote, "want-remote", "Remote"),
    (JobRemote::Hybrid, "want-hybrid", "Hybrid"),
    (JobRemote::Onsite, "want-onsite", "On site"),
];

/// One list of names, typed with commas between them.
type List = (
    &'static str,
    &'static str,
    &'static str,
    fn(&mut JobPreferences) -> &mut Vec<String>,
);

const LISTS: [List; 4] = [
    (
        "roles",
        "Roles",
        "Titles of work you look for, with commas between them.",
        |wanted| &mut wanted.roles,
    ),
    (
        "places",
        "Places",
        "Towns or regions that suit, beside your own.",
        |wanted| &mut wanted.places,
    ),
    (
        "ignored_companies",
        "Never show these employers",
        "",
        |wanted| &mut wanted.ignored_companies,
    ),
    (
        "ignored_industries",
        "Never show these industries",
        "",
        |wanted| &mut wanted.ignored_industries,
    ),
];

/// The names between the commas.
fn split(text: &str) -> Vec<String> {
    let names = text.split([',', ';', '\n']).map(str::trim);
    names
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The form. `done` runs once the server has the changes, or where someone new says nothing.
pub(super) fn form(is_new: bool, done: impl Fn() + Copy + Send + Sync + 'static) -> AnyView {
    let api = use_api();
    let wanted = Fetched::start(move || async move {
        let wanted = api.job_preferences().await?;
        // Without the list the platforms that were chosen are offered, and nothing else is lost.
        let boards = api.job_boards().await.map(|list| list.boards);
        Ok((wanted, platforms_of(&boards.unwrap_or_default())))
    });
    (move || match wanted.now.get() {
        Now::Loading => skeleton(1),
        Now::Failed(problem) => failure(&problem, move || wanted.again()),
        Now::Ready((now, platforms)) => fields(now, &platforms, is_new, done),
    })
    .into_any()
}

/// Where jobs are gathered from, each once, by their names in data.
fn platforms_of(boards: &[JobBoardView]) -> Vec<String> {
    let mut names: Vec<String> = boards.iter().map(|board| board.source.clone()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The platforms to tick: those that jobs come from here, and what was chosen before.
fn platforms(wanted: RwSignal<JobPreferences>, gathered: &[String]) -> AnyView {
    let mut all = wanted.with_untracked(|wanted| wanted.platforms.clone());
    all.extend(gathered.iter().cloned());
    all.sort_unstable();
    all.dedup();
    if all.is_empty() {
        let hint = view! { <p class="hint">"No boards are gathered from yet. "<a href="/jobs/boards">"Add one"</a></p> };
        return platform_set(hint.into_any());
    }
    let boxes = all
        .into_iter()
        .map(|name| {
            let (id, words) = (format!("want-platform-{name}"), of_value("source", &name));
            let own = name.clone();
            let chosen =
                Signal::derive(move || wanted.with(|wanted| wanted.platforms.contains(&own)));
            checkbox(id, words, chosen, move |on| {
                wanted.update(|wanted| {
                    wanted.platforms.retain(|had| *had != name);
                    if on {
                        wanted.platforms.push(name.clone());
                    }
                });
            })
        })
        .collect_view();
    let hint = view! { <p class="hint">"None ticked: from all."</p> };
    platform_set(view! { <div class="filter-values">{boxes}</div>{hint} }.into_any())
}

fn platform_set(content: AnyView) -> AnyView {
    view! { <fieldset class="field" id="want-platforms"><legend>"Job platforms"</legend>{content}</fieldset> }.into_any()
}

fn fields(
    mut start: JobPreferences,
    gathered: &[String],
    is_new: bool,
    done: impl Fn() + Copy + Send + Sync + 'static,
) -> AnyView {
    let (api, toasts) = (use_api(), use_toasts());
    let texts: Vec<RwSignal<String>> = LISTS
        .iter()
        .map(|(.., list)| RwSignal::new(list(&mut start).join(", ")))
        .collect();
    let wanted = RwSignal::new(start);
    let problem = RwSignal::new(None::<Problem>);
    let asking = RwSignal::new(false);
    let rows = LISTS
        .iter()
        .zip(&texts)
        .map(|((name, label, hint, _), text)| {
            let text = *text;
            // What is wrong with one of the list's values stands under `roles/0` or the like.
            let wrong = Signal::derive(move || {
                problem.with(|problem| {
                    let problem = problem.as_ref()?;
                    let found = problem.errors.iter().find(|error| {
                        let field = error.field.trim_start_matches('/');
                        field.split(['/', '.', '[']).next() == Some(name)
                    });
                    found
                        .map(|error| error.message.clone())
                        .or_else(|| message_for(problem, name))
                })
            });
            let field = FieldText::new(format!("want-{name}"), *label)
                .hint(hint)
                .error(wrong);
            text_field(
                field,
                Typing::TEXT.at_most(2_000),
                text.into(),
                move |typed| text.set(typed),
            )
        })
        .collect_view();
    let ways = WAYS
        .into_iter()
        .map(|(way, id, words)| {
            let value = Signal::derive(move || wanted.with(|wanted| wanted.remote.contains(&way)));
            checkbox(id.to_owned(), words, value, move |on| {
                wanted.update(|wanted| {
                    wanted.remote.retain(|had| *had != way);
                    if on {
                        wanted.remote.push(way);
                    }
                });
            })
        })
        .collect_view();
    let days = Signal::derive(move || {
        wanted.with(|wanted| {
            wanted
                .posted_days
                .map(|days| days.to_string())
                .unwrap_or_default()
        })
    });
    let age = select_field(
        FieldText::new("want-days", "Posted"),
        Some("At any time"),
        options(AGES),
        days,
        move |days| {
            wanted.update(|wanted| wanted.posted_days = days.parse().ok());
        },
    );
    let countries = Countries::start(wanted);
    let pay = Pay::start(wanted);
    let (country_field, pay_field) = (countries.view(problem), pay.view(problem));
    let platforms = platforms(wanted, gathered);
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if asking.get_untracked() {
            return;
        }
        let mut next = wanted.get_untracked();
        let (named, paid) = (countries.put(&mut next), pay.put(&mut next));
        if !(named && paid) {
            return focus::first_invalid();
        }
        asking.set(true);
        for ((.., list), text) in LISTS.iter().zip(&texts) {
            *list(&mut next) = split(&text.get_untracked());
        }
        spawn_local(async move {
            match api.save_job_preferences(&next).await {
                Ok(_) => {
                    problem.try_set(None);
                    toasts.say("What you look for is saved.");
                    done();
                }
                Err(refused) => drop(problem.try_set(Some(refused))),
            }
            asking.try_set(false);
        });
    };
    let refused = move || {
        problem.with(|problem| {
            problem.as_ref().map(
                |problem| view! { <p class="message" role="alert">{problem.detail.clone()}</p> },
            )
        })
    };
    view! {
        <form class="card p-4 sm:p-6 mb-6 grid grid-cols-[minmax(0,1fr)] gap-5" id="wanted" on:submit=send>
            <h2>"What you look for"</h2>
            {is_new.then(|| view! { <p class="text-slate -mt-3">"Say as much as you like: all of it can be left empty, and changed here at any time."</p> })}
            <div class="grid grid-cols-[minmax(0,1fr)] sm:grid-cols-2 gap-5">
                {rows}
                {country_field}
                {pay_field}
                {age}
                <fieldset class="field"><legend>"Ways of working"</legend><div>{ways}</div></fieldset>
                {platforms}
            </div>
            {refused}
            <div class="flex flex-wrap gap-3">
                <button class="btn primary" type="submit" aria-disabled=move || asking.get().then_some("true")>{if is_new { "Save and look for jobs" } else { "Save and look again" }}</button>
                {is_new.then(|| view! { <button class="btn quiet" type="button" id="skip-wanted" on:click=move |_| done()>"Skip: look with my profile"</button> })}
            </div>
        </form>
    }
    .into_any()
}

/// The countries, typed by name.
#[derive(Clone, Copy)]
struct Countries {
    typed: RwSignal<String>,
    wrong: RwSignal<Option<String>>,
}

impl Countries {
    fn start(wanted: RwSignal<JobPreferences>) -> Self {
        let names: Vec<String> = wanted.with_untracked(|wanted| {
            let codes = wanted.countries.iter();
            codes.map(|code| name_of(Names::Country, code)).collect()
        });
        Self {
            typed: RwSignal::new(names.join(", ")),
            wrong: RwSignal::new(None),
        }
    }

    fn view(self, problem: RwSignal<Option<Problem>>) -> AnyView {
        let wrong = Signal::derive(move || {
            let refused = || problem.with(|problem| message_for(problem.as_ref()?, "countries"));
            self.wrong.get().or_else(refused)
        });
        let field = FieldText::new("want-countries", "Countries")
            .hint("Countries that suit, beside your own, with commas between them.")
            .error(wrong);
        text_field(
            field,
            Typing::TEXT.at_most(2_000),
            self.typed.into(),
            move |typed| self.typed.set(typed),
        )
    }

    /// Whether all of them are countries.
    fn put(self, wanted: &mut JobPreferences) -> bool {
        let known = named(Names::Country);
        let mut codes: Vec<String> = Vec::new();
        for name in split(&self.typed.get_untracked()) {
            match code_of(&name, &known) {
                Some(code) if codes.iter().any(|had| had == code) => {}
                Some(code) => codes.push(code.to_owned()),
                None => {
                    self.wrong.set(Some(format!(
                        "We do not know the country “{name}”. Check how it is written."
                    )));
                    return false;
                }
            }
        }
        self.wrong.set(None);
        wanted.countries = codes;
        true
    }
}

/// The code of a country by its name in the page's language, or by the code itself.
fn code_of<'k>(name: &str, known: &'k [(&'static str, String)]) -> Option<&'k str> {
    let lower = name.to_lowercase();
    known
        .iter()
        .find(|(code, called)| called.to_lowercase() == lower || code.to_lowercase() == lower)
        .map(|(code, _)| *code)
}

/// What the work should pay in a year.
#[derive(Clone, Copy)]
struct Pay {
    sum: RwSignal<String>,
    currency: RwSignal<String>,
    wrong: RwSignal<Option<String>>,
}

impl Pay {
    fn start(wanted: RwSignal<JobPreferences>) -> Self {
        let (sum, currency) = wanted.with_untracked(|wanted| {
            let sum = wanted.yearly_pay.map(|sum| sum.to_string());
            (sum.unwrap_or_default(), wanted.currency.clone())
        });
        Self {
            sum: RwSignal::new(sum),
            currency: RwSignal::new(currency),
            wrong: RwSignal::new(None),
        }
    }

    fn view(self, problem: RwSignal<Option<Problem>>) -> AnyView {
        let wrong = Signal::derive(move || {
            let refused = || {
                problem.with(|problem| {
                    let problem = problem.as_ref()?;
                    message_for(problem, "yearly_pay").or_else(|| message_for(problem, "currency"))
                })
            };
            self.wrong.get().or_else(refused)
        });
        let field = FieldText::new("want-pay", "Pay in a year, at least")
            .hint("Jobs that state less get fewer points; those that tell no pay lose none.")
            .error(wrong);
        let currencies = named(Names::Currency)
            .into_iter()
            .map(|(code, _)| (code.to_owned(), code.to_owned()))
            .collect();
        let code = FieldText::new("want-currency", "Currency");
        view! {
            <div class="grid grid-cols-[minmax(0,1fr)_auto] gap-2 items-start">
                {text_field(field, Typing::TEXT.digits().at_most(12), self.sum.into(), move |sum| self.sum.set(sum))}
                {select_field(code, Some("–"), currencies, self.currency.into(), move |code| self.currency.set(code))}
            </div>
        }
        .into_any()
    }

    /// Whether it is a sum with its currency, or none.
    fn put(self, wanted: &mut JobPreferences) -> bool {
        let (sum, currency) = (self.sum.get_untracked(), self.currency.get_untracked());
        let wrong = match (sum.trim(), whole_number(&sum)) {
            ("", _) => {
                wanted.yearly_pay = None;
                wanted.currency = String::new();
                None
            }
            (_, None) => Some("Write a whole number, such as 45,000."),
            (_, Some(_)) if currency.is_empty() => Some("Choose the currency, too."),
            (_, Some(sum)) => {
                wanted.yearly_pay = Some(sum);
                wanted.currency = currency;
                None
            }
        };
        self.wrong.set(wrong.map(str::to_owned));
        wrong.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::{code_of, split};

    #[test]
    fn countries_are_known_by_name_and_by_code() {
        let known = [("NO", "Norway".to_owned()), ("FR", "France".to_owned())];
        assert_eq!(code_of("norway", &known), Some("NO"));
        assert_eq!(code_of("fr", &known), Some("FR"));
        assert_eq!(code_of("Narnia", &known), None);
    }

    #[test]
    fn names_stand_between_commas() {
        assert_eq!(
            split(" Welder, Rigger;;\n Pilot ,"),
            ["Welder", "Rigger", "Pilot"]
        );
        assert!(split(" , ").is_empty());
    }
}
