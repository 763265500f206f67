//! What the person looks for: roles, places, ways of working, how old postings may be, who is out.

use crate::api::message_for;
use crate::components::choice::checkbox;
use crate::components::field::{FieldText, Typing, text_field};
use crate::components::select::{options, select_field};
use crate::components::state_view::{failure, skeleton};
use crate::jobs::search::AGES;
use crate::state::fetched::{Fetched, Now};
use crate::state::session::use_api;
use crate::state::toasts::use_toasts;
use foothold_shared::job::JobRemote;
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

const LISTS: [List; 5] = [
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
        "platforms",
        "Job platforms",
        "Only from these (greenhouse, lever …). Empty: from all.",
        |wanted| &mut wanted.platforms,
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

/// The form. `saved` runs once the server has the changes.
pub(super) fn form(saved: impl Fn() + Copy + Send + Sync + 'static) -> AnyView {
    let api = use_api();
    let wanted = Fetched::start(move || api.job_preferences());
    (move || match wanted.now.get() {
        Now::Loading => skeleton(1),
        Now::Failed(problem) => failure(&problem, move || wanted.again()),
        Now::Ready(now) => fields(now, saved),
    })
    .into_any()
}

fn fields(mut start: JobPreferences, saved: impl Fn() + Copy + Send + Sync + 'static) -> AnyView {
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
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if asking.get_untracked() {
            return;
        }
        asking.set(true);
        let mut next = wanted.get_untracked();
        for ((.., list), text) in LISTS.iter().zip(&texts) {
            *list(&mut next) = split(&text.get_untracked());
        }
        spawn_local(async move {
            match api.save_job_preferences(&next).await {
                Ok(_) => {
                    problem.try_set(None);
                    toasts.say("What you look for is saved.");
                    saved();
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
            <div class="grid grid-cols-[minmax(0,1fr)] sm:grid-cols-2 gap-5">
                {rows}
                {age}
                <fieldset class="field"><legend>"Ways of working"</legend><div>{ways}</div></fieldset>
            </div>
            {refused}
            <div><button class="btn primary" type="submit" aria-disabled=move || asking.get().then_some("true")>"Save and look again"</button></div>
        </form>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn names_stand_between_commas() {
        assert_eq!(
            split(" Welder, Rigger;;\n Pilot ,"),
            ["Welder", "Rigger", "Pilot"]
        );
        assert!(split(" , ").is_empty());
    }
}
