//! The start: for who is signed in, the next steps and the last receipts; for everybody else, what Foothold does.

use super::{applications, heading, receipts, welcome};
use crate::components::icon::{Icon, icon, small};
use crate::components::state_view::skeleton;
use crate::format;
use crate::profile::completeness::{self, Gap};
use crate::state::fetched::{Fetched, Now};
use crate::state::profile_form::{Load, use_profile};
use crate::state::removal::use_removals;
use crate::state::session::{Session, use_api, use_session};
use leptos::prelude::*;

/// The page.
pub(crate) fn page() -> AnyView {
    let session = use_session();
    let nobody = Memo::new(move |_| {
        session
            .now
            .with(|session| matches!(session, Session::Out { .. }))
    });
    (move || {
        if nobody.get() {
            welcome::page()
        } else {
            super::signed_in(home)
        }
    })
    .into_any()
}

fn home() -> AnyView {
    let form = use_profile();
    form.fetch();
    view! {
        {heading("Home", ().into_any())}
        <p class="text-slate -mt-4 mb-8">{move || greeting(form.profile.with(|profile| {
            if profile.name.preferred.trim().is_empty() { profile.name.given.clone() } else { profile.name.preferred.clone() }
        }).trim())}</p>
        <ol class="grid gap-4">{steps()}</ol>
        {last_applications()}
        {last_receipts()}
        {more_places()}
    }
    .into_any()
}

fn greeting(name: &str) -> String {
    if name.is_empty() {
        "A few things, and forms fill themselves.".to_owned()
    } else {
        format!("Hello, {name}. Here is where things stand.")
    }
}

/// One thing to do before forms fill themselves.
#[derive(Clone, Copy)]
struct Step {
    title: &'static str,
    link: &'static str,
    /// The words on its button while it is to do.
    go: &'static str,
    /// Whether it is done; nothing while that is not known.
    done: Memo<Option<bool>>,
    words: Memo<String>,
}

/// The steps. Only the first that is still to do asks for a click.
fn steps() -> AnyView {
    let steps = [profile_step(), resume_step(), extension_step(), jobs_step()];
    let first = Memo::new(move |_| steps.iter().position(|step| step.done.get() == Some(false)));
    steps
        .into_iter()
        .enumerate()
        .map(|(i, step)| row(step, Memo::new(move |_| first.get() == Some(i))))
        .collect_view()
        .into_any()
}

/// One step: a sign that says whether it is done, what there is, and where to go on.
fn row(step: Step, is_first: Memo<bool>) -> AnyView {
    let sign = move || match step.done.get() {
        Some(true) => {
            let sign = icon(Icon::Check);
            view! { <span class="grid place-items-center w-10 h-10 rounded-full bg-moss text-pine">{sign}<span class="sr">"Done"</span></span> }.into_any()
        }
        Some(false) => {
            let sign = icon(Icon::Chevron);
            view! { <span class="grid place-items-center w-10 h-10 rounded-full bg-amber-tint text-amber">{sign}<span class="sr">"To do"</span></span> }.into_any()
        }
        None => view! { <span class="block w-10 h-10 rounded-full skeleton"></span> }.into_any(),
    };
    let button = move || match step.done.get() {
        Some(false) => step.go,
        _ => "Open",
    };
    view! {
        <li class="card grid grid-cols-[auto_minmax(0,1fr)] sm:grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-4 gap-y-3 p-4 sm:px-6 sm:py-5">
            <div class="self-start sm:self-center">{sign}</div>
            <div class="min-w-0">
                <h2 class="text-lg">{step.title}</h2>
                <p class="text-slate">{move || step.words.get()}</p>
            </div>
            <div class="col-start-2 sm:col-start-3">
                <a class="btn small" class=("primary", move || is_first.get()) href=step.link
                    aria-label=move || format!("{}: {}", button(), step.title)>{button}</a>
            </div>
        </li>
    }
    .into_any()
}

/// "Forms often ask for: phone, street and 3 more."
fn gap_words(gaps: &[Gap]) -> String {
    if gaps.is_empty() {
        return "Nothing that forms often ask for is missing.".to_owned();
    }
    let first: Vec<_> = gaps.iter().take(3).map(|gap| gap.what.as_str()).collect();
    let rest = gaps.len() - first.len();
    let tail = if rest > 0 {
        format!(" and {rest} more")
    } else {
        String::new()
    };
    format!("Forms often ask for: {}{tail}.", first.join(", "))
}

fn profile_step() -> Step {
    let form = use_profile();
    let gaps = Memo::new(move |_| {
        let ready = form.load.with(|load| *load == Load::Ready);
        ready.then(|| form.profile.with(completeness::gaps))
    });
    Step {
        title: "Your profile",
        link: "/profile",
        go: "Go on",
        done: Memo::new(move |_| gaps.with(|gaps| gaps.as_ref().map(Vec::is_empty))),
        words: Memo::new(move |_| {
            gaps.with(|gaps| gaps.as_deref().map(gap_words).unwrap_or_default())
        }),
    }
}

fn resume_step() -> Step {
    let (api, removals) = (use_api(), use_removals());
    let resumes = Fetched::start(move || api.resumes());
    let default = Memo::new(move |_| match resumes.now.get() {
        Now::Ready(list) => Some(
            list.into_iter()
                .filter(|resume| !removals.hides(&resume.resume_id))
                .find(|resume| resume.is_default)
                .map(|resume| {
                    format!("{} ({})", resume.file_name, format::size(resume.size_bytes))
                }),
        ),
        _ => None,
    });
    Step {
        title: "Your résumé",
        link: "/resumes",
        go: "Upload",
        done: Memo::new(move |_| default.with(|default| default.as_ref().map(Option::is_some))),
        words: Memo::new(move |_| match default.get() {
            None => String::new(),
            Some(None) => "Upload a PDF or a Word file, and forms get it attached.".to_owned(),
            Some(Some(file)) => format!("Forms get {file}."),
        }),
    }
}

fn extension_step() -> Step {
    let api = use_api();
    let sessions = Fetched::start(move || api.sessions());
    let devices = Memo::new(move |_| match sessions.now.get() {
        Now::Ready(list) => Some(
            list.into_iter()
                .filter(|session| session.is_device)
                .map(|session| session.name)
                .collect::<Vec<_>>(),
        ),
        _ => None,
    });
    Step {
        title: "The extension",
        link: "/extension",
        go: "Set up",
        done: Memo::new(move |_| {
            devices.with(|devices| devices.as_ref().map(|list| !list.is_empty()))
        }),
        words: Memo::new(move |_| match devices.get() {
            None => String::new(),
            Some(list) if list.is_empty() => {
                "Load it into your browser and connect it to your account.".to_owned()
            }
            Some(list) => format!("Connected: {}.", list.join(", ")),
        }),
    }
}

fn jobs_step() -> Step {
    let api = use_api();
    let wanted = Fetched::start(move || api.job_preferences());
    let roles = Memo::new(move |_| match wanted.now.get() {
        Now::Ready(wanted) => Some(wanted.roles),
        _ => None,
    });
    Step {
        title: "Jobs for you",
        link: "/jobs/for-you",
        go: "Say what you look for",
        done: Memo::new(move |_| roles.with(|roles| roles.as_ref().map(|roles| !roles.is_empty()))),
        words: Memo::new(move |_| match roles.get() {
            None => String::new(),
            Some(roles) if roles.is_empty() => {
                "Say what work you look for and where, and jobs that fit come with their reasons."
                    .to_owned()
            }
            Some(roles) => format!("You look for: {}.", roles.join(", ")),
        }),
    }
}

fn last_applications() -> AnyView {
    let (api, removals) = (use_api(), use_removals());
    let last = Fetched::start(move || api.applications(None, None, 3));
    let list = move || match last.now.get() {
        Now::Loading => skeleton(1),
        Now::Failed(problem) => view! { <p class="text-slate">{problem.detail}</p> }.into_any(),
        Now::Ready(page) => {
            let shown: Vec<_> = page
                .applications
                .into_iter()
                .filter(|known| !removals.hides(&known.application_id))
                .collect();
            if shown.is_empty() {
                view! { <p class="text-slate">"Nothing sent yet. What you send is noted here."</p> }
                    .into_any()
            } else {
                let rows = shown.into_iter().map(applications::brief).collect_view();
                view! { <ul class="card rule overflow-hidden">{rows}</ul> }.into_any()
            }
        }
    };
    view! {
        <section class="mt-12" aria-labelledby="applications">
            <div class="flex items-baseline justify-between gap-4 mb-4">
                <h2 id="applications">"Last applications"</h2>
                <a class="inline-flex items-center gap-1" href="/applications">"All applications"{small(Icon::Chevron)}</a>
            </div>
            {list}
        </section>
    }
    .into_any()
}

/// What the tab bar of a phone has no room for.
fn more_places() -> AnyView {
    view! {
        <p class="mt-12 flex flex-wrap gap-x-6 gap-y-2">
            <a class="inline-flex items-center gap-1" href="/documents">"Documents"{small(Icon::Chevron)}</a>
            <a class="inline-flex items-center gap-1" href="/answers">"Remembered answers"{small(Icon::Chevron)}</a>
            <a class="inline-flex items-center gap-1" href="/extension">"Extension and devices"{small(Icon::Chevron)}</a>
        </p>
    }
    .into_any()
}

fn last_receipts() -> AnyView {
    let (api, removals) = (use_api(), use_removals());
    let last = Fetched::start(move || api.receipts(None, 3));
    let list = move || match last.now.get() {
        Now::Loading => skeleton(1),
        Now::Failed(problem) => view! { <p class="text-slate">{problem.detail}</p> }.into_any(),
        Now::Ready(page) => {
            let shown: Vec<_> = page
                .receipts
                .into_iter()
                .filter(|receipt| !removals.hides(&receipt.receipt_id))
                .collect();
            if shown.is_empty() {
                view! { <p class="text-slate">"No form filled yet. Each one will leave a receipt here."</p> }.into_any()
            } else {
                receipts::rows(shown)
            }
        }
    };
    view! {
        <section class="mt-12" aria-labelledby="last">
            <div class="flex items-baseline justify-between gap-4 mb-4">
                <h2 id="last">"Last receipts"</h2>
                <a class="inline-flex items-center gap-1" href="/receipts">"All receipts"{small(Icon::Chevron)}</a>
            </div>
            {list}
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_called_by_an_empty_name() {
        assert_eq!(greeting(""), "A few things, and forms fill themselves.");
        assert_eq!(greeting("Ada"), "Hello, Ada. Here is where things stand.");
    }
}
