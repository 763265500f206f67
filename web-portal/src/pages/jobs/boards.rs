//! The boards that jobs are gathered from, how they do, and how one adds to them.

use super::tabs;
use crate::browser::{clock, focus, intl};
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
                    focus::soon("board-url");
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
    let how = How::of(&board, now_ms);
    let state = pill(how.tone(), how.word());
    let mut times = Vec::new();
    if let Some(at) = board.succeeded_at_ms {
        times.push(format!(
            "Last answered {}, {}",
            age(at, now_ms),
            intl::time(at)
        ));
    }
    times.push(match how {
        How::LeftAlone => format!("left alone until {}", intl::date_time(board.next_at_ms)),
        _ if board.next_at_ms > now_ms => {
            format!("next asked {}", intl::date_time(board.next_at_ms))
        }
        _ => "asked again soon".to_owned(),
    });
    let problem = (!board.problem.is_empty()).then(|| {
        note(
            how.tone(),
            failing(&board, board.succeeded_at_ms.map(intl::date)).into_any(),
        )
    });
    let below = [board.source_name.as_str(), board.tenant.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty() && *part != title)
        .collect::<Vec<_>>()
        .join(" · ");
    let label = format!("Gather {title} now");
    let button_id = format!("gather-{}", board.board_id);
    view! {
        <li class="grid grid-cols-[minmax(0,1fr)] sm:grid-cols-[minmax(0,1fr)_auto] gap-3 items-center p-4 sm:px-6">
            <div class="min-w-0">
                <p class="font-semibold wrap">{title}</p>
                <p class="text-slate wrap">{below}</p>
                <p class="hint">{times.join(" · ")}</p>
            </div>
            <div class="flex flex-wrap items-center gap-3">
                <span class="figures">{jobs}</span>
                {state}
                <button class="btn small" type="button" id=button_id aria-label=label aria-disabled=move || asking.get().then_some("true") on:click=gather>"Gather now"</button>
            </div>
            {problem}
        </li>
    }
    .into_any()
}

/// How a board does: what a circuit breaker calls closed, open and half open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    /// Nobody asked it yet.
    New,
    /// It answered the last time.
    Works,
    /// It failed, and is not asked for a while.
    LeftAlone,
    /// It failed, and is asked once more now.
    TriedAgain,
}

impl How {
    fn of(board: &JobBoardView, now_ms: i64) -> Self {
        match (board.problem.is_empty(), board.succeeded_at_ms) {
            (false, _) if board.next_at_ms > now_ms => Self::LeftAlone,
            (false, _) => Self::TriedAgain,
            (true, Some(_)) => Self::Works,
            (true, None) => Self::New,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::New => "Not asked yet",
            Self::Works => "Works",
            Self::LeftAlone => "Failed",
            Self::TriedAgain => "Tried again",
        }
    }

    const fn tone(self) -> Tone {
        match self {
            Self::New => Tone::Quiet,
            Self::Works => Tone::Good,
            Self::LeftAlone => Tone::Brick,
            Self::TriedAgain => Tone::Amber,
        }
    }
}

/// What is wrong with a board, for how long, and what becomes of it. `worked_on`: the day it last answered.
fn failing(board: &JobBoardView, worked_on: Option<String>) -> String {
    let times = if board.failures > 1 {
        format!(" {} times in a row", board.failures)
    } else {
        String::new()
    };
    let since = match worked_on {
        Some(day) => format!(", since {day}"),
        None => ", and never answered".to_owned(),
    };
    let jobs = if board.jobs > 0 {
        " Its jobs stay meanwhile."
    } else {
        ""
    };
    format!(
        "It could not be gathered{times}{since}: {}. Each failure doubles the wait, up to two days.{jobs}",
        board.problem.trim_end_matches('.')
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn board(problem: &str, failures: i64, next_at_ms: i64) -> JobBoardView {
        JobBoardView {
            board_id: "b".to_owned(),
            source: "page".to_owned(),
            source_name: "Careers page".to_owned(),
            tenant: "https://mill.example/jobs".to_owned(),
            company: "Mill".to_owned(),
            jobs: 2,
            tried_at_ms: None,
            succeeded_at_ms: None,
            failures,
            problem: problem.to_owned(),
            next_at_ms,
        }
    }

    #[test]
    fn how_a_board_does_follows_from_its_last_answer_and_its_next_turn() {
        assert_eq!(How::of(&board("", 0, 0), 1), How::New);
        let works = JobBoardView {
            succeeded_at_ms: Some(1),
            ..board("", 0, 5)
        };
        assert_eq!(How::of(&works, 2), How::Works);
        assert_eq!(How::of(&board("it fails", 3, 9), 2), How::LeftAlone);
        assert_eq!(How::of(&board("it fails", 3, 2), 2), How::TriedAgain);
    }

    #[test]
    fn a_failing_board_says_for_how_long_and_what_of_its_jobs() {
        let said = failing(
            &board("there is no such board", 12, 9),
            Some("May 3".to_owned()),
        );
        assert!(said.starts_with(
            "It could not be gathered 12 times in a row, since May 3: there is no such board."
        ));
        assert!(said.contains("Its jobs stay"));
        let never = failing(&board("it ended", 1, 9), None);
        assert!(never.starts_with("It could not be gathered, and never answered: it ended."));
    }
}
