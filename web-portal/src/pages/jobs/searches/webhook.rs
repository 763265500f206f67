//! The webhook: where it is, its secret while it is new, a test, and switching it on again.

use super::Shown;
use super::ways::trouble;
use crate::browser::intl;
use crate::components::copy::copyable;
use crate::components::field::{FieldText, Typing, text_field};
use crate::components::pill::{Tone, note, pill};
use crate::format::count;
use crate::state::session::use_api;
use crate::state::toasts::use_toasts;
use foothold_shared::notification::WebhookView;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The card.
pub(super) fn webhook(known: Option<WebhookView>, shown: Shown) -> AnyView {
    let (api, toasts) = (use_api(), use_toasts());
    let url = RwSignal::new(
        known
            .as_ref()
            .map(|hook| hook.url.clone())
            .unwrap_or_default(),
    );
    let wrong = RwSignal::new(None::<String>);
    let secret = shown.secret;
    let asking = RwSignal::new(false);
    // What a call answers. The card is drawn anew with what the server knows.
    let take = move |view: WebhookView| {
        if view.secret.is_some() {
            secret.try_set(view.secret);
        }
        shown.channels.again();
    };
    let set = move || {
        if asking.get_untracked() {
            return;
        }
        asking.set(true);
        wrong.set(None);
        spawn_local(async move {
            match api.set_webhook(url.get_untracked().trim()).await {
                Ok(view) => {
                    toasts.say("The webhook is set and switched on.");
                    take(view);
                }
                Err(problem) => {
                    let words = crate::api::message_for(&problem, "url").unwrap_or(problem.detail);
                    wrong.try_set(Some(words));
                }
            }
            asking.try_set(false);
        });
    };
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        set();
    };
    // What became of the last test stays to be read: the receiver is mended beside it.
    let tested = RwSignal::new(None::<(Tone, String)>);
    let testing = RwSignal::new(false);
    let test = move |_| {
        if testing.get_untracked() {
            return;
        }
        testing.set(true);
        tested.set(None);
        spawn_local(async move {
            let said = match api.test_webhook().await {
                Ok(went) if went.delivered => (Tone::Good, "The webhook took the test.".to_owned()),
                Ok(went) => (
                    Tone::Brick,
                    format!("The webhook did not take the test. {}", went.problem),
                ),
                Err(problem) => (Tone::Amber, format!("Not tested. {}", problem.detail)),
            };
            tested.try_set(Some(said));
            testing.try_set(false);
        });
    };
    let sure = RwSignal::new(None::<Sure>);
    // What cannot be taken back is pressed twice.
    let is_sure = move |what: Sure| {
        let is = sure.get_untracked() == Some(what);
        sure.set((!is).then_some(what));
        is
    };
    let renew = move |_| {
        if !is_sure(Sure::Renew) {
            return;
        }
        spawn_local(async move {
            match api.renew_webhook_secret().await {
                Ok(view) => take(view),
                Err(problem) => toasts.say(format!("The secret stays. {}", problem.detail)),
            }
        });
    };
    let end_old = move |_| {
        if !is_sure(Sure::EndOld) {
            return;
        }
        spawn_local(async move {
            match api.end_old_webhook_secret().await {
                Ok(()) => {
                    toasts.say("The old secret signs nothing more.");
                    shown.channels.again();
                }
                Err(problem) => toasts.say(format!("The old secret stays. {}", problem.detail)),
            }
        });
    };
    let remove = move |_| {
        if !is_sure(Sure::Delete) {
            return;
        }
        spawn_local(async move {
            match api.delete_webhook().await {
                Ok(()) => {
                    toasts.say("The webhook is deleted.");
                    secret.try_set(None);
                    shown.channels.again();
                }
                Err(problem) => toasts.say(format!("Not deleted. {}", problem.detail)),
            }
        });
    };
    let field = FieldText::new("webhook-url", "Address")
        .hint("For programs of your own: we call this https address with each alert.")
        .error(wrong.into());
    let typing = Typing::of("url").example("https://").at_most(2_000);
    let state = known.as_ref().map(how);
    let about = view! {
        <p class="hint">"Each call is signed (standardwebhooks.com). One that is not taken is repeated for two days, ever later, or when your server says so (Retry-After, a day at most); a webhook that takes nothing for a day is switched off, and you are told. "<a href="/docs" rel="external">"For developers"</a></p>
    };
    let secret_shown = move || {
        secret.get().map(|text| {
            view! {
                <div class="grid gap-2" id="webhook-secret">
                    {note(Tone::Amber, "Copy the secret now. It signs each call and is not shown again.".into_any())}
                    {copyable("secret", "Secret", "Secret", text)}
                </div>
            }
        })
    };
    let words = match known.as_ref().map(|hook| hook.on) {
        None => "Set webhook",
        Some(true) => "Save",
        Some(false) => "Switch on again",
    };
    let more = known.is_some().then(|| {
        view! {
            <button class="btn" type="button" id="webhook-test" aria-disabled=move || testing.get().then_some("true") on:click=test>
                {move || if testing.get() { "Calling it…" } else { "Send a test" }}
            </button>
            <button class="btn quiet" type="button" id="webhook-renew" on:click=renew>
                {move || if sure.get() == Some(Sure::Renew) { "Yes, make a new secret" } else { "New secret" }}
            </button>
            <button class="btn quiet danger" type="button" id="webhook-delete" on:click=remove>
                {move || if sure.get() == Some(Sure::Delete) { "Yes, delete it for good" } else { "Delete webhook" }}
            </button>
        }
    });
    let old = known
        .as_ref()
        .and_then(|hook| hook.old_secret_until_ms)
        .map(|until_ms| {
            view! {
                <div class="flex flex-wrap items-center gap-3" id="webhook-old-secret">
                    <p class="hint m-0">{format!("The old secret signs too until {}: put the new one in place by then.", intl::date_time(until_ms))}</p>
                    <button class="btn quiet danger" type="button" id="webhook-end-old" on:click=end_old>
                        {move || if sure.get() == Some(Sure::EndOld) { "Yes, end it now" } else { "End the old secret now" }}
                    </button>
                </div>
            }
        });
    view! {
        <form class="card p-4 sm:p-6 grid grid-cols-[minmax(0,1fr)] gap-3 content-start" id="webhook-card" on:submit=send novalidate>
            <h3>"Webhook"</h3>
            {state}
            {text_field(field, typing, url.into(), move |text| url.set(text))}
            {secret_shown}
            {old}
            <div class="flex flex-wrap gap-3">
                <button class="btn" type="submit" id="webhook-set" aria-disabled=move || asking.get().then_some("true")>{words}</button>
                {more}
            </div>
            <div role="status" class="empty:hidden" id="webhook-tested">{move || tested.get().map(|(tone, words)| note(tone, words.into_any()))}</div>
            {about}
        </form>
    }
    .into_any()
}

/// What is done only when it is pressed twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sure {
    Renew,
    EndOld,
    Delete,
}

/// How it does.
fn how(hook: &WebhookView) -> AnyView {
    let state = match (hook.on, hook.failures) {
        (false, _) => pill(Tone::Brick, "Switched off"),
        (true, 0) => pill(Tone::Good, "On"),
        (true, _) if hook.paused_until_ms.is_some() => pill(Tone::Amber, "Left alone"),
        (true, _) => pill(Tone::Amber, "Does not answer"),
    };
    let last = hook
        .delivered_at_ms
        .map(|at_ms| view! { <span class="hint">{format!("Last took a call {}", intl::date_time(at_ms))}</span> });
    let problem = (!hook.problem.is_empty()).then(|| {
        let many = usize::try_from(hook.failures).unwrap_or_default();
        let times = match (hook.on, many) {
            (true, 2..) => format!("{} in a row were not taken. ", count(many, "call", "calls")),
            _ => String::new(),
        };
        trouble(format!("{times}{}", hook.problem))
    });
    let pause = hook.paused_until_ms.filter(|_| hook.on).map(|until_ms| {
        view! { <p class="hint" id="webhook-paused">{format!("It asked us to wait. The next call goes out {}.", intl::date_time(until_ms))}</p> }
    });
    view! {
        <p class="flex flex-wrap items-center gap-3">{state}{last}</p>
        {problem}
        {pause}
    }
    .into_any()
}
