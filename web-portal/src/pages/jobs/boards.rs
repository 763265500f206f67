//! The boards that jobs are gathered from, how they do, and how one adds to them.

use super::tabs;
use crate::browser::{clock, intl};
use crate::components::field::{FieldText, Typing, text_field};
use crate::components::icon::Icon;
use crate::components::pill::{Tone, note, pill};
use crate::components::state_view::{empty, failure, skeleton};
use crate::format::count;
use crate::jobs::words::age;
use crate::pages::heading;
use crate::state::fetched::{Fetched, Now};
use crate::state::session::use_api;
use crate::state::toasts::use_toasts;
use foothold_shared::job::{JobBoardList, JobBoardView, KeyedSource};
use leptos::prelude::*;
use leptos::task::spawn_local;

type Boards = Fetched<JobBoardList>;

/// The page.
pub(super) fn boards() -> AnyView {
    let api = use_api();
    let boards = Fetched::start(move || api.job_boards());
    let list = move || match boards.now.get() {
        Now::Loading => skeleton(3),
        Now::Failed(problem) => failure(&problem, move || boards.again()),
        Now::Ready(list) if list.boards.is_empty() => {
            let locked = locked(&list.keyed);
            let none = empty(
                Icon::Plug,
                "No boards yet",
                "Begin with the careers page of a company you like, or import a file.",
                ().into_any(),
            );
            view! { {none}{locked} }.into_any()
        }
        Now::Ready(list) => {
            let locked = locked(&list.keyed);
            let rows = list
                .boards
                .into_iter()
                .map(|board| row(board, boards))
                .collect_view();
            view! { <ul class="card rule" aria-label="Boards">{rows}</ul>{locked} }.into_any()
        }
    };
    view! {
        {heading("Job boards", ().into_any())}
        {tabs("/jobs/boards")}
        <div class="grid grid-cols-[minmax(0,1fr)] lg:grid-cols-2 gap-6 mb-8">{add(boards)}{super::import::import()}</div>
        {list}
    }
    .into_any()
}

/// The sources that nothing comes from, because this server has no key of theirs.
fn locked(keyed: &[KeyedSource]) -> Option<AnyView> {
    let names: Vec<&str> = keyed
        .iter()
        .filter(|source| !source.has_key)
        .map(|source| source.source_name.as_str())
        .collect();
    (!names.is_empty()).then(|| {
        let words = format!(
            "{} can be gathered, too, but only with a key, which the people who run this server set.",
            names.join(" and ")
        );
        view! { <p class="hint mt-4" id="locked-sources">{words}</p> }.into_any()
    })
}

fn add(boards: Boards) -> AnyView {
    let (api, toasts) = (use_api(), use_toasts());
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<String>);
    let asking = RwSignal::new(false);
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let url = typed.get_untracked().trim().to_owned();
        if asking.get_untracked() {
            return;
        }
        if url.is_empty() {
            return wrong.set(Some("Paste the address of a careers page.".to_owned()));
        }
        asking.set(true);
        wrong.set(None);
        spawn_local(async move {
            match api.add_job_board(&url).await {
                Ok(board) => {
                    toasts.say(format!(
                        "{} is added. Its jobs come within minutes.",
                        name(&board)
                    ));
                    typed.try_set(String::new());
                    boards.again();
                }
                Err(problem) => {
                    let words = crate::api::message_for(&problem, "url").unwrap_or(problem.detail);
                    wrong.try_set(Some(words));
                }
            }
            asking.try_set(false);
        });
    };
    let field = FieldText::new("board-url", "Address of a careers page, a posting or a feed")
        .hint("Greenhouse, Lever, Ashby, Workable, Personio, Workday and many others are recognised, also behind a company's own page.")
        .error(wrong.into());
    let typing = Typing::of("url").example("https://").at_most(2_000);
    view! {
        <form class="card p-4 sm:p-6 grid grid-cols-[minmax(0,1fr)] gap-4 content-start" on:submit=send novalidate>
            <h2>"Add a board"</h2>
            {text_field(field, typing, typed.into(), move |text| typed.set(text))}
            <div><button class="btn primary" type="submit" aria-disabled=move || asking.get().then_some("true")>
                {move || if asking.get() { "Looking at it…" } else { "Add" }}
            </button></div>
        </form>
    }
    .into_any()
}

/// What people call a board.
fn name(board: &JobBoardView) -> String {
    [&board.company, &board.tenant, &board.source_name]
        .into_iter()
        .find(|name| !name.is_empty())
        .cloned()
        .unwrap_or_default()
}

fn row(board: JobBoardView, boards: Boards) -> AnyView {
    let (api, toasts) = (use_api(), use_toasts());
    let now_ms = clock::now_ms();
    let asking = RwSignal::new(false);
    let id = board.board_id.clone();
    let title = name(&board);
    let called = title.clone();
    let gather = move |_| {
        if asking.get_untracked() {
            return;
        }
        asking.set(true);
        let (id, called) = (id.clone(), called.clone());
        spawn_local(async move {
            match api.gather_job_board(&id).await {
                Ok(_) => {
                    toasts.say(format!("{called} is asked within a minute."));
                    boards.again();
                }
                Err(problem) => toasts.say(format!("Not asked. {}", problem.detail)),
            }
            asking.try_set(false);
        });
    };
    let jobs = count(
        usize::try_from(board.jobs).unwrap_or_default(),
        "job",
        "jobs",
    );
    let state = match (board.succeeded_at_ms, board.problem.is_empty()) {
        (_, false) => pill(Tone::Brick, "Failed"),
        (Some(_), true) => pill(Tone::Good, "Works"),
        (None, true) => pill(Tone::Quiet, "Not asked yet"),
    };
    let mut times = Vec::new();
    if let Some(at) = board.succeeded_at_ms {
        times.push(format!(
            "Last answered {}, {}",
            age(at, now_ms),
            intl::time(at)
        ));
    }
    if board.next_at_ms > now_ms {
        times.push(format!("next asked {}", intl::date_time(board.next_at_ms)));
    } else {
        times.push("asked again soon".to_owned());
    }
    let problem = (!board.problem.is_empty()).then(|| {
        let again = if board.failures > 1 {
            format!(" ({} times in a row)", board.failures)
        } else {
            String::new()
        };
        note(
            Tone::Brick,
            format!("It could not be gathered{again}: {}", board.problem).into_any(),
        )
    });
    let below = [board.source_name.as_str(), board.tenant.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty() && *part != title)
        .collect::<Vec<_>>()
        .join(" · ");
    let label = format!("Gather {title} now");
    view! {
        <li class="grid grid-cols-[minmax(0,1fr)] sm:grid-cols-[minmax(0,1fr)_auto] gap-3 items-center p-4 sm:px-6">
            <div class="min-w-0">
                <p class="font-semibold">{title}</p>
                <p class="text-slate">{below}</p>
                <p class="hint">{times.join(" · ")}</p>
            </div>
            <div class="flex flex-wrap items-center gap-3">
                <span class="figures">{jobs}</span>
                {state}
                <button class="btn small" type="button" aria-label=label aria-disabled=move || asking.get().then_some("true") on:click=gather>"Gather now"</button>
            </div>
            {problem}
        </li>
    }
    .into_any()
}
