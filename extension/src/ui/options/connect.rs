//! The form that connects this browser to an account: the server's address and a token from the portal.

use super::state::Options;
use crate::messages::Failure;
use crate::ui::icons::{Icon, Kind};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

#[component]
pub(super) fn ConnectForm(options: Options, server: String) -> impl IntoView {
    let address = RwSignal::new(server);
    let token = RwSignal::new(String::new());
    let of_server = move || options.failure().filter(is_about_server).map(|f| f.words());
    let of_token = move || {
        options
            .failure()
            .filter(|f| !is_about_server(f))
            .map(|f| f.words())
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        options.connect(address.get_untracked(), token.get_untracked());
    };
    view! {
        <section class="card p-6" aria-labelledby="connect-title">
            <h2 id="connect-title">"Connect to your account"</h2>
            <p class="mt-2">
                "In the portal, open Extension and make a token for this browser. Paste it here with the \
                 address of the portal. Your browser will ask whether Foothold may talk to that one address."
            </p>
            <form class="flex flex-col gap-4 mt-4" on:submit=submit novalidate>
                <Field id="server" label="Server address" value=address problem=Signal::derive(of_server)
                    hint="The address you open the portal with." placeholder="https://foothold.example.org" kind="url"/>
                <Field id="token" label="Token" value=token problem=Signal::derive(of_token)
                    hint="It works once. This browser gets its own key in exchange." placeholder="" kind="password"/>
                <div>
                    <button type="submit" class="btn primary" id="connect" disabled=move || options.is_busy()>
                        {move || if options.is_busy() { "Connecting" } else { "Connect" }}
                    </button>
                </div>
            </form>
        </section>
    }
}

#[component]
fn Field(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    placeholder: &'static str,
    kind: &'static str,
    value: RwSignal<String>,
    problem: Signal<Option<String>>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let message_id = format!("{id}-message");
    let described = format!("{hint_id} {message_id}");
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input class="input" id=id type=kind placeholder=placeholder autocomplete="off" spellcheck="false"
                autocapitalize="none" prop:value=move || value.get()
                aria-invalid=move || problem.get().is_some().to_string() aria-describedby=described
                on:input=move |event| value.set(event_target_value(&event))/>
            <p class="hint" id=hint_id>{hint}</p>
            <div id=message_id>
                {move || problem.get().map(|words| view! {
                    <p class="message"><Icon kind=Kind::Cross/>{words}</p>
                })}
            </div>
        </div>
    }
}

const fn is_about_server(failure: &Failure) -> bool {
    matches!(
        failure,
        Failure::Address { .. }
            | Failure::NotAllowed { .. }
            | Failure::NotFoothold
            | Failure::Offline
    )
}
