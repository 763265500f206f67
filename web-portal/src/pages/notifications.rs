//! The notifications, the latest first.

use super::{heading, signed_in};
use crate::browser::{focus, intl};
use crate::components::icon::{Icon, icon, small};
use crate::components::paged::{foot, shown};
use crate::components::pill::{Tone, pill};
use crate::components::state_view::empty;
use crate::state::bell::{Bell, use_bell};
use crate::state::paged::Paged;
use crate::state::removal::use_removals;
use crate::state::session::use_api;
use crate::state::toasts::use_toasts;
use foothold_shared::notification::{Notification, NotifiedJob};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::HashSet;

/// How many come at once.
const AT_ONCE: u32 = 20;

/// The page.
pub(crate) fn page() -> AnyView {
    signed_in(list)
}

/// What was marked as seen here since the list came.
#[derive(Clone, Copy)]
struct Seen {
    ids: RwSignal<HashSet<String>>,
    bell: Bell,
}

impl Seen {
    fn is_new(self, one: &Notification) -> bool {
        !one.read && !self.ids.with(|ids| ids.contains(&one.notification_id))
    }

    fn mark(self, ids: impl IntoIterator<Item = String>) {
        self.ids.update(|seen| seen.extend(ids));
        self.bell.ask();
    }
}

fn list() -> AnyView {
    let (api, removals, toasts) = (use_api(), use_removals(), use_toasts());
    let seen = Seen {
        ids: RwSignal::new(HashSet::new()),
        bell: use_bell(),
    };
    let list = Paged::start(move |cursor: Option<String>| async move {
        api.notifications(cursor.as_deref(), AT_ONCE).await
    });
    let all = Memo::new(move |_| {
        let mut all = list.items();
        all.retain(|one| !removals.hides(&one.notification_id));
        all
    });
    let read_all = move |_| {
        let Some(latest) =
            all.with_untracked(|all| all.first().map(|one| one.notification_id.clone()))
        else {
            return;
        };
        spawn_local(async move {
            match api.read_notifications(&latest).await {
                Ok(()) => {
                    let ids = all.get_untracked().into_iter();
                    seen.mark(ids.map(|one| one.notification_id));
                }
                Err(problem) => toasts.say(format!("Not marked as read. {}", problem.detail)),
            }
        });
    };
    let has_new = move || {
        all.with(|all| all.iter().any(|one| seen.is_new(one))) || seen.bell.unread.get() > 0
    };
    let beside = view! {
        <div class="flex flex-wrap gap-3">
            <a class="btn small" href="/jobs/searches">"Choose what you are told"</a>
            {move || (has_new() && !all.with(Vec::is_empty)).then(|| view! {
                <button class="btn small" type="button" id="read-all" on:click=read_all>"Mark all as read"</button>
            })}
        </div>
    };
    let shown = shown(list, 3, move |_| {
        if all.with(Vec::is_empty) {
            let step = view! { <a class="btn primary" href="/jobs">"Search jobs"</a> };
            return empty(
                Icon::Bell,
                "No notifications",
                "Save a search, and you are told here when a new job comes in for it.",
                step.into_any(),
            );
        }
        let rows = move || {
            let rows = all.get().into_iter();
            rows.map(|one| row(one, seen)).collect_view()
        };
        view! { <ul class="card rule overflow-hidden" aria-label="Notifications">{rows}</ul> }
            .into_any()
    });
    view! {
        {heading("Notifications", beside.into_any())}
        {shown}
        {foot(list, "Show older")}
    }
    .into_any()
}

fn row(one: Notification, seen: Seen) -> AnyView {
    let (api, removals) = (use_api(), use_removals());
    let id = one.notification_id.clone();
    let (title, at_ms) = (one.title.clone(), one.made_at_ms);
    let read = {
        let id = id.clone();
        move || {
            let id = id.clone();
            spawn_local(async move {
                if api.read_notification(&id).await.is_ok() {
                    seen.mark([id]);
                }
            });
        }
    };
    let opened = read.clone();
    let head = if one.link.is_empty() {
        view! { <span class="font-semibold wrap">{title.clone()}</span> }.into_any()
    } else {
        let click = move |_| opened();
        view! { <a class="text-ink font-semibold wrap" href=one.link.clone() on:click=click>{title.clone()}</a> }
            .into_any()
    };
    let text = (!one.text.is_empty()).then(|| view! { <p class="mt-1">{one.text.clone()}</p> });
    let jobs = one.jobs.iter().cloned().map(job).collect_view();
    let jobs = (!one.jobs.is_empty()).then(|| view! { <ul class="mt-2 grid gap-1">{jobs}</ul> });
    let rest = (one.more_jobs > 0)
        .then(|| view! { <p class="hint mt-1">{format!("And {} more.", one.more_jobs)}</p> });
    let is_new = {
        let one = one.clone();
        Memo::new(move |_| seen.is_new(&one))
    };
    let mark = move || {
        let read = read.clone();
        let label = format!("Mark as read: {title}");
        is_new.get().then(|| {
            view! {
                <button class="icon-btn" type="button" aria-label=label title="Mark as read" on:click=move |_| read()>{icon(Icon::Check)}</button>
            }
        })
    };
    let label = format!("Delete: {}", one.title);
    let delete_id = format!("delete-{id}");
    let delete = move |_| {
        let bell = seen.bell;
        focus::past_removed();
        removals.remove(
            id.clone(),
            "Notification deleted.".to_owned(),
            move |id, leaving| async move { api.delete_notification(&id, leaving).await },
            move || bell.ask(),
        );
    };
    view! {
        <li class="grid gap-x-6 gap-y-2 px-4 py-4 sm:px-6 grid-cols-[minmax(0,1fr)_auto] items-start">
            <div class="min-w-0">
                <p class="flex flex-wrap items-center gap-x-3 gap-y-1">{head}{move || is_new.get().then(|| pill(Tone::Amber, "New"))}</p>
                {text}
                {jobs}
                {rest}
                <p class="hint mt-1"><time>{intl::date_time(at_ms)}</time></p>
            </div>
            <div class="flex">
                {mark}
                <button class="icon-btn danger" type="button" id=delete_id data-removes="" aria-label=label title="Delete" on:click=delete>{icon(Icon::Trash)}</button>
            </div>
        </li>
    }
    .into_any()
}

fn job(job: NotifiedJob) -> AnyView {
    let below = [job.company, job.place]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    let href = format!("/jobs?job={}", job.job_id);
    view! {
        <li class="flex gap-2 min-w-0">
            <span class="text-slate mt-1" aria-hidden="true">{small(Icon::Chevron)}</span>
            <span class="min-w-0 break-words"><a href=href>{job.title}</a>" "<span class="hint">{below}</span></span>
        </li>
    }
    .into_any()
}
