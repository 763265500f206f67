//! The extension: how to load it, how to connect it, and what is connected.

use super::{heading, signed_in};
use crate::api::{Api, message_for};
use crate::browser::{focus, intl, page as window_page};
use crate::components::copy::copyable;
use crate::components::field::{FieldText, Typing, text_field};
use crate::components::pill::{Tone, note, pill};
use crate::components::state_view::{failure, skeleton};
use crate::state::fetched::{Fetched, Now};
use crate::state::removal::use_removals;
use crate::state::session::use_api;
use foothold_shared::account::{OpenSession, SessionKind};
use foothold_shared::problem::Problem;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The page.
pub(crate) fn page() -> AnyView {
    signed_in(extension)
}

fn extension() -> AnyView {
    let api = use_api();
    let sessions = Fetched::start(move || api.sessions());
    view! {
        {heading("Extension", ().into_any())}
        <p class="text-slate -mt-4 mb-8 max-w-[60ch]">"The extension fills forms in your browser. It looks at a page only when you ask it to, and it never presses Submit."</p>
        <div class="grid gap-8 lg:grid-cols-2 items-start">
            <section class="card p-5 sm:p-7" aria-labelledby="load">
                <h2 id="load" class="mb-5">"Load it into Chrome"</h2>
                <ol class="steps grid gap-6">
                    <li><p class="font-semibold">"Open the list of extensions"</p>
                        <p class="text-slate mt-1 mb-3">"Paste this address into a new tab. A page cannot link there."</p>
                        {copyable("extensions-address", "Address of the list", "Address", "chrome://extensions".to_owned())}</li>
                    <li><p class="font-semibold">"Turn on “Developer mode”"</p>
                        <p class="text-slate mt-1">"The switch is at the upper right."</p></li>
                    <li><p class="font-semibold">"Press “Load unpacked”"</p>
                        <p class="text-slate mt-1">"Choose the folder " <code>"dist/extension"</code> " inside Foothold’s own folder."</p></li>
                    <li><p class="font-semibold">"Pin it"</p>
                        <p class="text-slate mt-1">"Press the puzzle piece beside the address bar, then the pin beside Foothold."</p></li>
                    <li><p class="font-semibold">"Connect it"</p>
                        <p class="text-slate mt-1">"Open its options and paste the server address and a token."</p></li>
                </ol>
            </section>
            <div class="grid gap-8">{connect(api, sessions)}{connected(api, sessions)}</div>
        </div>
    }
    .into_any()
}

fn connect(api: Api, sessions: Fetched<Vec<OpenSession>>) -> AnyView {
    let name = RwSignal::new("Chrome on this computer".to_owned());
    let token = RwSignal::new(None::<(String, String)>);
    let problem = RwSignal::new(None::<Problem>);
    let busy = RwSignal::new(false);
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let wanted = name.get_untracked().trim().to_owned();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            match api.connect_device(wanted.clone()).await {
                Ok(device) => {
                    token.try_set(Some((wanted, device.refresh_token)));
                    sessions.again();
                    focus::soon("token");
                }
                Err(refusal) => drop(problem.try_set(Some(refusal))),
            }
            busy.try_set(false);
        });
    };
    let about_name = Signal::derive(move || {
        problem.with(|problem| {
            let problem = problem.as_ref()?;
            Some(message_for(problem, "name").unwrap_or_else(|| problem.detail.clone()))
        })
    });
    let form = move || {
        view! {
            <form class="grid gap-4" novalidate on:submit=submit>
                {text_field(
                    FieldText::new("device-name", "Name of this device").hint("So that you know it in the list below.").error(about_name),
                    Typing::TEXT.at_most(80),
                    name.into(),
                    move |value| name.set(value),
                )}
                <div><button class="btn primary" type="submit" aria-disabled=move || busy.get().then_some("true")>"Create a token"</button></div>
            </form>
        }
        .into_any()
    };
    let shown = move || {
        match token.get() {
        None => form(),
        Some((device, secret)) => view! {
            <div class="grid gap-4">
                {note(Tone::Amber, format!("The token for “{device}” is shown this once. Paste it now; you can always make another.").into_any())}
                {copyable("server-address", "Server address", "Address", window_page::origin())}
                {copyable("token", "Token", "Token", secret)}
                <div><button class="btn" type="button" on:click=move |_| token.set(None)>"Done"</button></div>
            </div>
        }
        .into_any(),
    }
    };
    view! {
        <section class="card p-5 sm:p-7" aria-labelledby="connect">
            <h2 id="connect" class="mb-4">"Connect it to your account"</h2>
            {shown}
        </section>
    }
    .into_any()
}

fn connected(api: Api, sessions: Fetched<Vec<OpenSession>>) -> AnyView {
    let removals = use_removals();
    let rows = move || match sessions.now.get() {
        Now::Loading => skeleton(1),
        Now::Failed(problem) => failure(&problem, move || sessions.again()),
        Now::Ready(mut list) => {
            list.retain(|session| !removals.hides(&session.session_id));
            list.sort_by_key(|session| (!session.current, -session.last_used_at_ms));
            let rows = list
                .into_iter()
                .map(|session| row(api, sessions, session))
                .collect_view();
            view! { <ul class="rule">{rows}</ul> }.into_any()
        }
    };
    view! {
        <section class="card p-5 sm:p-7" aria-labelledby="connected">
            <h2 id="connected" class="mb-2">"Connected"</h2>
            {rows}
        </section>
    }
    .into_any()
}

fn row(api: Api, sessions: Fetched<Vec<OpenSession>>, session: OpenSession) -> AnyView {
    let removals = use_removals();
    let name = session.name.clone();
    let kind = match session.kind {
        SessionKind::Cookie => "Signed in here in a browser",
        SessionKind::Token => "Connected with a token",
    };
    let end = {
        let (id, name) = (session.session_id.clone(), name.clone());
        move |_| {
            removals.remove(
                id.clone(),
                format!("“{name}” is disconnected."),
                move |id, _leaving| async move { api.end_session(&id).await },
                move || sessions.again(),
            );
        }
    };
    let right = if session.current {
        pill(Tone::Good, "This browser")
    } else {
        view! { <button class="btn danger small" type="button" aria-label=format!("Disconnect {name}") on:click=end>"Disconnect"</button> }
            .into_any()
    };
    view! {
        <li class="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-4">
            <div class="min-w-0">
                <p class="font-semibold">{name.clone()}</p>
                <p class="hint">{kind}", last used "<time>{intl::date_time(session.last_used_at_ms)}</time></p>
            </div>
            {right}
        </li>
    }
    .into_any()
}
