//! Signing in.

use super::arrive;
use crate::api::message_for;
use crate::components::field::{FieldText, Typing, password_field, text_field};
use crate::components::pill::{Tone, note};
use crate::format::safe_next;
use crate::state::session::{Session, use_api, use_session};
use foothold_shared::problem::Problem;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

/// The page.
pub(crate) fn page() -> AnyView {
    let session = use_session();
    let expired = session
        .now
        .with_untracked(|session| matches!(session, Session::Out { expired: true }));
    let why = expired.then(|| {
        note(
            Tone::Quiet,
            "Your session has ended. Sign in again to go on where you were.".into_any(),
        )
    });
    let below = view! { "New here? " <a href=with_next("/sign-up")>"Create an account"</a> };
    credentials(
        "Sign in",
        "Sign in",
        "",
        "current-password",
        why.into_any(),
        below.into_any(),
    )
}

/// The other page of the two, keeping where the person wanted to go.
pub(super) fn with_next(path: &str) -> String {
    let next = use_query_map().with_untracked(|query| query.get("next"));
    next.map_or_else(
        || path.to_owned(),
        |next| {
            format!(
                "{path}?next={}",
                String::from(js_sys::encode_uri_component(&next))
            )
        },
    )
}

/// What is wrong before the server is asked; empty where nothing is.
fn check(email: &str, password: &str, new: bool) -> Problem {
    let mut problem = Problem::default();
    let mut say = |field: &str, message: &str| {
        problem.errors.push(foothold_shared::problem::FieldProblem {
            field: field.to_owned(),
            code: "required".to_owned(),
            message: message.to_owned(),
        });
    };
    if email.trim().is_empty() {
        say("email", "Write your e-mail address.");
    } else if !email.contains('@') {
        say(
            "email",
            "An e-mail address has an @ in it, as in name@example.org.",
        );
    }
    if password.is_empty() {
        say("password", "Write your password.");
    } else if new && password.chars().count() < 10 {
        say(
            "password",
            "Use at least 10 characters. A short sentence works well.",
        );
    }
    problem
}

/// The form that both pages share.
pub(super) fn credentials(
    title: &'static str,
    button: &'static str,
    password_hint: &'static str,
    autocomplete: &'static str,
    above: AnyView,
    below: AnyView,
) -> AnyView {
    arrive(title, "email");
    let (session, api) = (use_session(), use_api());
    let new = autocomplete == "new-password";
    let navigate = use_navigate();
    let query = use_query_map();
    let (email, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let problem = RwSignal::new(None::<Problem>);
    let busy = RwSignal::new(false);

    // Also for who is signed in already and comes here by an old link.
    Effect::new(move || {
        if session.is_in() {
            let next = query
                .with_untracked(|query| query.get("next"))
                .unwrap_or_default();
            let options = NavigateOptions {
                replace: true,
                ..NavigateOptions::default()
            };
            navigate(safe_next(&next), options);
        }
    });

    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let (address, secret) = (email.get_untracked(), password.get_untracked());
        let found = check(&address, &secret, new);
        if !found.errors.is_empty() {
            let first = found.errors[0].field.clone();
            problem.set(Some(found));
            crate::browser::focus::soon(first);
            return;
        }
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            let address = address.trim().to_owned();
            let answer = if new {
                api.register(address, secret).await
            } else {
                api.login(address, secret).await
            };
            busy.set(false);
            match answer {
                Ok(account) => session.now.set(Session::In(account)),
                Err(refusal) => {
                    let first = refusal.errors.first().map(|error| error.field.clone());
                    problem.set(Some(refusal));
                    crate::browser::focus::soon(first.unwrap_or_else(|| "password".to_owned()));
                }
            }
        });
    };
    let about = move |field: &'static str| {
        Signal::derive(move || {
            problem.with(|problem| {
                problem
                    .as_ref()
                    .and_then(|problem| message_for(problem, field))
            })
        })
    };
    // What is said about a field stands beside it; all else stands above the form.
    let general = move || {
        problem.with(|problem| {
            let problem = problem.as_ref()?;
            let beside = problem
                .errors
                .iter()
                .any(|error| error.field == "email" || error.field == "password");
            (!beside).then(|| note(Tone::Brick, problem.detail.clone().into_any()))
        })
    };
    view! {
        <div class="mx-auto max-w-md pt-2 sm:pt-10">
            <h1 id="title" tabindex="-1" class="mb-6">{title}</h1>
            <form class="card grid gap-5 p-5 sm:p-8" novalidate method="post" on:submit=submit>
                {above}
                <div role="alert" class="empty:hidden">{general}</div>
                {text_field(
                    FieldText::new("email", "E-mail").error(about("email")),
                    Typing::of("email").autocomplete("username"),
                    email.into(),
                    move |value| email.set(value),
                )}
                {password_field(
                    FieldText::new("password", "Password").hint(password_hint).error(about("password")),
                    autocomplete,
                    password.into(),
                    move |value| password.set(value),
                )}
                <button class="btn primary" type="submit" aria-disabled=move || busy.get().then_some("true")>
                    {move || if busy.get() { "One moment…" } else { button }}
                </button>
            </form>
            <p class="mt-5 text-center text-slate">{below}</p>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(email: &str, password: &str, new: bool) -> Vec<String> {
        let fields = check(email, password, new).errors;
        fields.into_iter().map(|error| error.field).collect()
    }

    #[test]
    fn obvious_slips_are_told_at_once() {
        assert_eq!(wrong("", "", false), ["email", "password"]);
        assert_eq!(wrong("ada", "secret", false), ["email"]);
        assert_eq!(wrong("ada@example.org", "short", true), ["password"]);
        assert!(wrong("ada@example.org", "short", false).is_empty());
        assert!(wrong("ada@example.org", "long enough", true).is_empty());
    }
}
