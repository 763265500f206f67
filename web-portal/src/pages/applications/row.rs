//! One application: the job, its status, the person's note, the way to its receipt.

use super::{WHICH, sent};
use crate::api::message_for;
use crate::browser::{focus, intl};
use crate::components::field::{FieldText, text_area};
use crate::components::icon::{Icon, small};
use crate::components::pill::{Tone, pill};
use crate::components::select::select;
use crate::format;
use crate::pages::receipts::name;
use crate::state::removal::use_removals;
use crate::state::session::use_api;
use crate::state::toasts::use_toasts;
use foothold_shared::application::{ApplicationChange, ApplicationStatus, ApplicationView};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What a status is called.
fn status_words(status: ApplicationStatus) -> &'static str {
    WHICH
        .iter()
        .find(|word| word.value == Some(status))
        .map_or("", |word| word.words)
}

const fn tone(status: ApplicationStatus) -> Tone {
    match status {
        ApplicationStatus::Interview | ApplicationStatus::Offer => Tone::Good,
        ApplicationStatus::Applied | ApplicationStatus::Rejected | ApplicationStatus::Withdrawn => {
            Tone::Quiet
        }
    }
}

/// What the application is called, and what stands below: company, place and host.
fn names(view: &ApplicationView) -> (String, String) {
    let application = &view.application;
    let title = name(application.job_title.as_deref(), &application.page_url).to_owned();
    let below = [
        application.company.as_deref().unwrap_or_default(),
        application.location.as_deref().unwrap_or_default(),
        format::host(&application.page_url),
    ]
    .into_iter()
    .filter(|part| !part.is_empty() && *part != title)
    .collect::<Vec<_>>()
    .join(" · ");
    (title, below)
}

/// An application in a short list.
pub(crate) fn brief(view: ApplicationView) -> AnyView {
    let (title, below) = names(&view);
    view! {
        <li class="relative grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-2 px-4 py-4 sm:px-6 sm:grid-cols-[minmax(0,1fr)_auto] items-center hover:bg-moss">
            <div class="min-w-0">
                <a class="text-ink font-semibold no-underline hover:underline after:absolute after:inset-0 after:content-['']" href="/applications">{title}</a>
                <p class="hint">{below}</p>
            </div>
            <div class="flex flex-wrap items-center gap-2">
                {pill(tone(view.status), status_words(view.status))}
                <time class="hint whitespace-nowrap sm:w-44 sm:text-right">{intl::date_time(view.application.submitted_at_ms)}</time>
            </div>
        </li>
    }
    .into_any()
}

/// An application with everything that can be done about it.
pub(super) fn row(view: ApplicationView) -> AnyView {
    let (api, removals, toasts) = (use_api(), use_removals(), use_toasts());
    let id = view.application_id.clone();
    let (title, below) = names(&view);
    let said = view.application.confirmation.clone();
    let sent = intl::date_time(view.application.submitted_at_ms);
    let receipt = view.application.receipt_id.clone();
    let page = format::web_address(&view.application.page_url).map(str::to_owned);
    let now = RwSignal::new(view);
    let delete = {
        let (id, title) = (id.clone(), title.clone());
        move |_| {
            removals.remove(
                id.clone(),
                format!("{title} is deleted."),
                move |id, leaving| async move { api.delete_application(&id, leaving).await },
                || {},
            );
        }
    };
    let set_status = {
        let (id, title) = (id.clone(), title.clone());
        move |words: String| {
            let wanted = WHICH.iter().find(|word| word.words == words);
            let Some(status) = wanted.and_then(|word| word.value) else {
                return;
            };
            let change = ApplicationChange {
                status: Some(status),
                note: None,
            };
            let (id, title) = (id.clone(), title.clone());
            spawn_local(async move {
                match api.change_application(&id, &change).await {
                    Ok(changed) => {
                        toasts.say(format!("{title}: {}.", status_words(changed.status)));
                        now.try_set(changed);
                    }
                    Err(problem) => {
                        toasts.say(format!("Not changed. {}", problem.detail));
                        // Shows again what the server has.
                        now.try_update(|_| {});
                    }
                }
            });
        }
    };
    let status = Signal::derive(move || now.with(|now| status_words(now.status).to_owned()));
    let field = FieldText::new(format!("status-{id}"), "Status");
    let options = WHICH
        .iter()
        .filter(|word| word.value.is_some())
        .map(|word| (word.words.to_owned(), word.words.to_owned()))
        .collect();
    let control = select(&field, None, options, status, set_status);
    let since = move || {
        now.with(|now| {
            (now.status != ApplicationStatus::Applied).then(|| {
                format!(
                    "{} since {}",
                    status_words(now.status),
                    intl::date(now.status_at_ms)
                )
            })
        })
    };
    view! {
        <li class="card p-4 sm:px-6 sm:py-5 grid grid-cols-[minmax(0,1fr)] gap-4">
            <div class="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-3 sm:grid-cols-[minmax(0,1fr)_auto] items-start">
                <div class="min-w-0">
                    <h2 class="text-base tracking-normal leading-normal">{title.clone()}</h2>
                    <p class="text-slate">{below}</p>
                    <p class="hint mt-1">"Sent " <time>{sent}</time>{move || since().map(|words| format!(" · {words}"))}</p>
                </div>
                <div class="flex items-center gap-1">
                    <label class="sr" for=field.id.clone()>{format!("Status of {title}")}</label>
                    <div class="w-40">{control}</div>
                    <button class="icon-btn danger" type="button" aria-label=format!("Delete {title}") title="Delete" on:click=delete>{small(Icon::Trash)}</button>
                </div>
            </div>
            {said.map(|words| view! { <p class="border-l-2 border-line pl-3 text-slate whitespace-pre-wrap"><span class="sr">"The page said: "</span>{words}</p> })}
            {note(id, title.clone(), now)}
            {receipt.clone().map(|receipt| sent::files(receipt, &title))}
            <div class="flex flex-wrap gap-x-5 gap-y-1 text-sm">
                {receipt.map(|receipt| view! { <a href=format!("/receipts/{receipt}")>"What was sent"</a> })}
                {page.map(|page| view! { <a href=page target="_blank" rel="noopener noreferrer">"The form's page"</a> })}
            </div>
        </li>
    }
    .into_any()
}

/// The person's own note: shown, and a form to write it.
fn note(id: String, title: String, now: RwSignal<ApplicationView>) -> AnyView {
    let (api, toasts) = (use_api(), use_toasts());
    let draft = RwSignal::new(None::<String>);
    let error = RwSignal::new(None::<String>);
    // The form stays the same form while it is typed into.
    let writing = Memo::new(move |_| draft.with(Option::is_some));
    let text_id = format!("note-{id}");
    let open = {
        let text_id = text_id.clone();
        move |_| {
            draft.set(Some(now.with_untracked(|now| now.note.clone())));
            focus::soon(text_id.clone());
        }
    };
    let save = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(text) = draft.get_untracked() else {
            return;
        };
        let change = ApplicationChange {
            status: None,
            note: Some(text),
        };
        let id = id.clone();
        spawn_local(async move {
            match api.change_application(&id, &change).await {
                Ok(changed) => {
                    toasts.say("The note is saved.");
                    now.try_set(changed);
                    draft.try_set(None);
                    error.try_set(None);
                }
                Err(problem) => {
                    let words = message_for(&problem, "note").unwrap_or(problem.detail);
                    error.try_set(Some(words));
                }
            }
        });
    };
    (move || {
        if !writing.get() {
            let note = now.with(|now| now.note.clone());
            let words = if note.is_empty() { "Add a note" } else { "Edit the note" };
            let shown = (!note.is_empty())
                .then(|| view! { <p class="whitespace-pre-wrap">{note}</p> });
            return view! {
                {shown}
                <div><button class="btn small" type="button" aria-label=format!("{words}: {title}") on:click=open.clone()>{words}</button></div>
            }
            .into_any();
        }
        let field = FieldText::new(text_id.clone(), "Your note").error(error.into());
        let value = Signal::derive(move || draft.get().unwrap_or_default());
        view! {
            <form class="grid grid-cols-[minmax(0,1fr)] gap-3" novalidate on:submit=save.clone()>
                {text_area(field, value, move |text| draft.set(Some(text)))}
                <div class="flex flex-wrap gap-3">
                    <button class="btn primary small" type="submit">"Save"</button>
                    <button class="btn small" type="button" on:click=move |_| { draft.set(None); error.set(None) }>"Cancel"</button>
                </div>
            </form>
        }
        .into_any()
    })
    .into_any()
}
