//! By which ways the person can be told: the e-mail address and whether it is confirmed, and the webhook.

use super::Shown;
use super::webhook::webhook;
use crate::components::pill::{Tone, note, pill};
use crate::components::state_view::{failure, skeleton};
use crate::state::fetched::Now;
use crate::state::session::use_api;
use crate::state::toasts::use_toasts;
use foothold_shared::notification::{MailState, NotificationChannels};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Both cards.
pub(super) fn ways(shown: Shown) -> AnyView {
    let cards = move || match shown.channels.now.get() {
        Now::Loading => skeleton(1),
        Now::Failed(problem) => failure(&problem, move || shown.channels.again()),
        Now::Ready(ways) => {
            let mail = mail(&ways, shown);
            view! {
                <div class="grid grid-cols-[minmax(0,1fr)] lg:grid-cols-2 gap-6">{mail}{webhook(ways.webhook, shown)}</div>
            }
            .into_any()
        }
    };
    view! {
        <section class="mt-10" aria-labelledby="ways-title">
            <h2 class="mb-4" id="ways-title">"How you can be told"</h2>
            {cards}
        </section>
    }
    .into_any()
}

fn mail(ways: &NotificationChannels, shown: Shown) -> AnyView {
    let content = if ways.mail_available {
        address(ways, shown)
    } else {
        let words = "This server sends no e-mail: the people who run it have set up no mail server. You are told here, and at a webhook if you set one.";
        view! { <p class="text-slate">{words}</p> }.into_any()
    };
    view! {
        <div class="card p-4 sm:p-6 grid grid-cols-[minmax(0,1fr)] gap-3 content-start" id="mail-card"><h3>"E-mail"</h3>{content}</div>
    }
    .into_any()
}

fn address(ways: &NotificationChannels, shown: Shown) -> AnyView {
    let (api, toasts) = (use_api(), use_toasts());
    let asking = RwSignal::new(false);
    let to = ways.mail_address.clone();
    let ask = move |_| {
        if asking.get_untracked() {
            return;
        }
        asking.set(true);
        spawn_local(async move {
            match api.ask_to_confirm_mail().await {
                Ok(()) => toasts.say("A message is on its way. Open the link in it."),
                Err(problem) => toasts.say(problem.detail),
            }
            shown.channels.again();
            asking.try_set(false);
        });
    };
    let (state, words, button) = match ways.mail_state {
        MailState::Confirmed => (
            pill(Tone::Good, "Confirmed"),
            "Each e-mail has a link that stops it.",
            None,
        ),
        MailState::Asked => (
            pill(Tone::Amber, "Waits for you"),
            "We sent a message to this address. Open the link in it, within two days. Look among unwanted messages, too.",
            Some("Send another message"),
        ),
        MailState::Unconfirmed => (
            pill(Tone::Quiet, "Not confirmed"),
            "E-mails go only to an address whose owner confirmed it.",
            Some("Send a message to confirm it"),
        ),
        MailState::Refused => (
            pill(Tone::Brick, "Refuses e-mail"),
            "This address refused what we sent. When it works again, confirm it once more.",
            Some("Send a message to confirm it"),
        ),
    };
    let check_again = matches!(ways.mail_state, MailState::Asked).then(|| {
        view! { <button class="btn quiet" type="button" on:click=move |_| shown.channels.again()>"I opened it"</button> }
    });
    let button = button.map(|words| {
        view! {
            <button class="btn" type="button" id="confirm-mail" aria-disabled=move || asking.get().then_some("true") on:click=ask>{words}</button>
        }
    });
    view! {
        <p class="flex flex-wrap items-center gap-3 min-w-0"><span class="break-words min-w-0">{to}</span>{state}</p>
        <p class="text-slate">{words}</p>
        <div class="flex flex-wrap gap-3">{button}{check_again}</div>
    }
    .into_any()
}

/// What went wrong, in the webhook's card.
pub(super) fn trouble(words: String) -> AnyView {
    note(
        Tone::Brick,
        view! { <p role="alert">{words}</p> }.into_any(),
    )
}
