//! The jobs that fit the person, the best first, with the run that found them.

use super::desk::Desk;
use super::narrow::{Narrow, narrow};
use super::panes::panes;
use super::why::{short, why};
use super::worth::worth;
use super::{tabs, wanted};
use crate::api::may_pass;
use crate::browser::{clock, intl};
use crate::components::icon::Icon;
use crate::components::paged::{foot, shown};
use crate::components::state_view::{empty, skeleton};
use crate::format::count;
use crate::jobs::matches::MatchSearch;
use crate::jobs::words::age;
use crate::pages::heading;
use crate::state::paged::Paged;
use crate::state::profile_form::{Load, ProfileForm, use_profile};
use foothold_shared::job::JobCard;
use foothold_shared::matching::{MatchPage, MatchRunState, MatchRunView, MatchScore};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::HashMap;

/// How often a run that is under way is asked for its progress.
const ASK_MS: u32 = 1_000;
/// How often it is asked where nobody answered the last time.
const ASK_AGAIN_MS: u32 = 4_000;

/// The page.
pub(super) fn for_you() -> AnyView {
    let desk = Desk::start();
    let api = desk.api;
    let run = RwSignal::new(None::<MatchRunView>);
    let rounds = RwSignal::new(0_u32);
    let silent = RwSignal::new(false);
    let unfolded = RwSignal::new(false);
    let narrowed = Narrow::start(desk);
    watch(desk, run, rounds, silent);
    // Who comes here for the first time is asked what they look for; skipping it looks with the profile alone.
    let is_new = Memo::new(move |_| {
        run.with(|run| {
            run.as_ref()
                .is_some_and(|run| run.state == MatchRunState::Never)
        })
    });
    Effect::new(move || {
        if is_new.get() {
            unfolded.set(true);
        }
    });
    let start = move || {
        spawn_local(async move {
            match api.run_matches().await {
                Ok(view) => {
                    run.try_set(Some(view));
                    watch(desk, run, rounds, silent);
                }
                Err(problem) => desk.toasts.say(format!("Not started. {}", problem.detail)),
            }
        });
    };
    let expanded = move || if unfolded.get() { "true" } else { "false" };
    view! {
        {heading("Jobs for you", ().into_any())}
        {tabs("/jobs/for-you")}
        <div class="when-list" data-open=move || desk.opened.with(Option::is_some).then_some("true")>
            <div class="flex flex-wrap items-center gap-3 mb-4">
                <button class="btn primary" type="button" id="run-matches" aria-disabled=move || is_under_way(run).then_some("true")
                    on:click=move |_| if !untrack(|| is_under_way(run)) { start() }>"Look for matches now"</button>
                <button class="btn" type="button" id="wanted-button" aria-expanded=expanded aria-controls=move || unfolded.get().then_some("wanted")
                    on:click=move |_| unfolded.update(|unfolded| *unfolded = !*unfolded)>"What you look for"</button>
            </div>
            {progress(run, silent)}
            {move || unfolded.get().then(|| {
                let done = move || {
                    unfolded.set(false);
                    start();
                };
                wanted::form(is_new.get_untracked(), done)
            })}
            {narrow(narrowed)}
            {worth(api)}
        </div>
        {move || {
            rounds.track();
            results(desk, narrowed, run)
        }}
    }
    .into_any()
}

fn is_under_way(run: RwSignal<Option<MatchRunView>>) -> bool {
    run.with(|run| {
        run.as_ref()
            .is_some_and(|run| matches!(run.state, MatchRunState::Waiting | MatchRunState::Running))
    })
}

/// Asks how far the run is until it ends; then the list is asked for anew. `silent`: nobody answered the last time; then it
/// is asked on, since the run goes on without us.
fn watch(
    desk: Desk,
    run: RwSignal<Option<MatchRunView>>,
    rounds: RwSignal<u32>,
    silent: RwSignal<bool>,
) {
    spawn_local(async move {
        let view = match desk.api.match_run().await {
            Ok(view) => view,
            Err(problem) => {
                let is_here = silent.try_set(true).is_none();
                if is_here && may_pass(&problem) {
                    clock::after(ASK_AGAIN_MS, move || watch(desk, run, rounds, silent));
                }
                return;
            }
        };
        silent.try_set(false);
        let Some(before) = run.try_get_untracked() else {
            return;
        };
        // A run that began and ended between two questions is told by its end alone.
        let has_ended = before.is_some_and(|before| {
            let was = matches!(
                before.state,
                MatchRunState::Waiting | MatchRunState::Running
            );
            was || before.ended_at_ms != view.ended_at_ms
        });
        run.try_set(Some(view));
        let Some(is) = run.try_with_untracked(|_| untrack(|| is_under_way(run))) else {
            return;
        };
        if is {
            clock::after(ASK_MS, move || watch(desk, run, rounds, silent));
        } else if has_ended {
            rounds.try_update(|rounds| *rounds += 1);
        }
    });
}

fn progress(run: RwSignal<Option<MatchRunView>>, silent: RwSignal<bool>) -> AnyView {
    (move || {
        let view = run.get()?;
        let number = |many: i64| usize::try_from(many).unwrap_or_default();
        let words = match view.state {
            MatchRunState::Never => return None,
            MatchRunState::Waiting => "It begins within seconds.".to_owned(),
            MatchRunState::Running => format!("Looked at {} of {}.", number(view.looked), count(number(view.postings), "job", "jobs")),
            MatchRunState::Failed => {
                let again = view.next_at_ms.map(|at| format!(" It is tried again {}.", intl::date_time(at))).unwrap_or_default();
                format!("The last look broke off.{again}")
            }
            MatchRunState::Done => {
                let when = view.ended_at_ms.map(|at| format!("{}, {}", age(at, clock::now_ms()), intl::time(at))).unwrap_or_default();
                format!("{} found, {when}. New ones are looked for every day.", count(number(view.found), "match", "matches"))
            }
        };
        let bar = matches!(view.state, MatchRunState::Waiting | MatchRunState::Running).then(|| {
            let (done, all) = (view.looked.to_string(), view.postings.max(1).to_string());
            view! { <progress class="mt-2" value=done max=all aria-label="Jobs looked at"></progress> }
        });
        let quiet = move || silent.get().then(|| view! {
            <p class="text-slate">"The server does not answer. What it does goes on there; we ask again by ourselves."</p>
        });
        Some(view! { <div class="mb-4" role="status" id="run-state"><p class="text-slate">{words}</p>{quiet}{bar}</div> })
    })
    .into_any()
}

fn results(desk: Desk, narrowed: Narrow, run: RwSignal<Option<MatchRunView>>) -> AnyView {
    let (api, form) = (desk.api, use_profile());
    let search = narrowed.now.get();
    let is_narrowed = search.filters() > 0;
    let filters = search.pairs();
    let list = Paged::start(move |cursor: Option<String>| {
        let filters = filters.clone();
        async move { api.matches(&filters, cursor.as_deref()).await }
    });
    let matches = Memo::new(move |_| list.items());
    let scores = Memo::new(move |_| {
        let matches = matches.get().into_iter();
        matches
            .map(|one| (one.job.job_id, one.fit))
            .collect::<HashMap<String, MatchScore>>()
    });
    let jobs = Signal::derive(move || {
        let mut jobs: Vec<JobCard> = matches.get().into_iter().map(|one| one.job).collect();
        jobs.retain(|job| !desk.marked(job).1);
        jobs
    });
    let beside = move |job: &JobCard| match scores.with(|scores| scores.get(&job.job_id).cloned()) {
        Some(fit) => short(&fit),
        None => ().into_any(),
    };
    shown(list, 4, move |page: MatchPage| {
        if page.matches.is_empty() {
            if is_under_way(run) {
                return skeleton(3);
            }
            if is_narrowed {
                let all = move |_| narrowed.go(&MatchSearch::default());
                let step = view! { <button class="btn primary" type="button" on:click=all>"Show all matches"</button> };
                return empty(
                    Icon::Search,
                    "No match is like that",
                    "Take filters away, or look for matches again.",
                    step.into_any(),
                );
            }
            return nothing(run, form);
        }
        let foot = foot(list, "Show more");
        panes(
            desk,
            jobs,
            beside,
            ().into_any(),
            foot,
            move || list.more(),
            move |id| why(desk, id),
        )
    })
}

/// No match: what is missing for one, and the next step.
fn nothing(run: RwSignal<Option<MatchRunView>>, form: ProfileForm) -> AnyView {
    form.fetch();
    (move || {
        let run = run.get();
        // Until it is known what the profile says, it is not called empty.
        let says_nothing = form.load.get() == Load::Ready
            && form
                .profile
                .with(|profile| profile.work.is_empty() && profile.skills.is_empty() && profile.education.is_empty());
        if says_nothing {
            let step = view! { <a class="btn primary" href="/import">"Fill it from a résumé"</a>" "<a class="btn" href="/profile">"Write it"</a> };
            return empty(
                Icon::Person,
                "Your profile says nothing about your work yet",
                "Matches compare jobs with what you did and what you can. Say at least one job, school or skill.",
                step.into_any(),
            );
        }
        match run {
            // Before a run has ended its number of postings is not known yet, and zero would be a guess.
            Some(run) if run.state == MatchRunState::Done && run.postings == 0 => {
                let step = view! { <a class="btn primary" href="/jobs/boards">"Add a job board"</a> };
                empty(
                    Icon::Search,
                    "No jobs gathered yet",
                    "Add the careers page of a company you like. Once its jobs are here, they are compared with your profile by themselves.",
                    step.into_any(),
                )
            }
            Some(run) if run.state == MatchRunState::Done => {
                let step = view! { <a class="btn primary" href="/jobs/boards">"Add a job board"</a>" "<a class="btn" href="/profile">"Look at your profile"</a> };
                empty(
                    Icon::Search,
                    "No job is near enough to your work",
                    "None of the jobs here is the kind of work that your profile tells of. More boards bring more jobs, and new ones are looked at every day.",
                    step.into_any(),
                )
            }
            _ => {
                let step = view! { <a class="btn" href="/profile">"Look at your profile"</a> };
                empty(
                    Icon::Search,
                    "No matches yet",
                    "Matches come from your profile and the jobs gathered from your boards. Press Look for matches now.",
                    step.into_any(),
                )
            }
        }
    })
    .into_any()
}
