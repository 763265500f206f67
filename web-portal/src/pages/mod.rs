//! One file a page. What they have in common: a title, a heading that takes the focus, and who may see them.

pub(crate) mod answers;
pub(crate) mod applications;
pub(crate) mod builder;
pub(crate) mod documents;
pub(crate) mod extension;
pub(crate) mod home;
pub(crate) mod import;
pub(crate) mod jobs;
pub(crate) mod letters;
pub(crate) mod not_found;
pub(crate) mod notifications;
pub(crate) mod profile;
pub(crate) mod receipt;
pub(crate) mod receipts;
pub(crate) mod report;
pub(crate) mod resume;
pub(crate) mod resumes;
pub(crate) mod sign_in;
pub(crate) mod sign_out;
pub(crate) mod sign_up;
mod welcome;

use crate::browser::{focus, page};
use crate::components::state_view::{failure, skeleton};
use crate::state::session::{Session, use_api, use_session};
use foothold_shared::problem::Problem;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use std::cell::Cell;

/// A page's heading. Coming from another page it takes the focus, so that a screen reader says where one is.
pub(crate) fn heading(title: &str, beside: AnyView) -> AnyView {
    arrive(title, "title");
    view! {
        <div class="flex flex-wrap items-end justify-between gap-4 mb-6">
            <h1 id="title" tabindex="-1">{title.to_owned()}</h1>
            {beside}
        </div>
    }
    .into_any()
}

/// Sets the window's title and, coming from another page, moves the focus.
pub(crate) fn arrive(title: &str, focus_on: &'static str) {
    thread_local! {
        static FIRST: Cell<bool> = const { Cell::new(true) };
    }
    page::set_title(title);
    if !FIRST.replace(false) {
        focus::soon(focus_on);
    }
}

/// Shows a page to who is signed in, and leads everybody else to the sign-in and back.
pub(crate) fn signed_in(page: fn() -> AnyView) -> AnyView {
    let (session, api) = (use_session(), use_api());
    let navigate = use_navigate();
    let location = use_location();
    let who = Memo::new(move |_| match session.now.get() {
        Session::Unknown => Who::Unknown,
        Session::Unreachable => Who::Unreachable,
        Session::Out { .. } => Who::Nobody,
        Session::In(account) => Who::Somebody(account.account_id),
    });
    Effect::new(move || {
        if who.get() == Who::Nobody {
            let query = location.search.get_untracked();
            let mark = if query.is_empty() { "" } else { "?" };
            let here = [
                &location.pathname.get_untracked(),
                mark,
                &query,
                &location.hash.get_untracked(),
            ]
            .concat();
            let next = String::from(js_sys::encode_uri_component(&here));
            let options = NavigateOptions {
                replace: true,
                ..NavigateOptions::default()
            };
            navigate(&format!("/sign-in?next={next}"), options);
        }
    });
    (move || match who.get() {
        Who::Unknown | Who::Nobody => skeleton(3),
        Who::Unreachable => failure(&unreachable(), move || session.check(api)),
        Who::Somebody(_) => page(),
    })
    .into_any()
}

#[derive(Clone, PartialEq, Eq)]
enum Who {
    Unknown,
    Unreachable,
    Nobody,
    Somebody(String),
}

fn unreachable() -> Problem {
    Problem {
        detail: "We cannot reach the server. Check your connection and try again.".to_owned(),
        ..Problem::default()
    }
}
