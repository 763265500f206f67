//! A document as it will be printed: the server sets it, a frame shows it, and it follows each change.

use crate::browser::clock;
use crate::browser::files::{self, Shown};
use crate::components::icon::{Icon, small};
use crate::components::pill::{Tone, note};
use crate::format;
use crate::state::session::use_api;
use crate::state::toasts::use_toasts;
use foothold_shared::generation::DocumentPreview;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How long nothing must change before the server is asked, in milliseconds.
const PAUSE_MS: u32 = 500;

/// The frame. `name` is what the document is called and, with an ending, what it is saved under.
pub(crate) fn preview(name: &'static str, document: Signal<DocumentPreview>) -> AnyView {
    let api = use_api();
    let shown = RwSignal::new_local(None::<Shown>);
    let pages = RwSignal::new(None::<u32>);
    let refused = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    // Each look has a number; an answer to an earlier one has come too late.
    let latest = StoredValue::new(0_u32);
    let timer = StoredValue::new_local(None::<TimeoutHandle>);
    let ask = move |number: u32, document: DocumentPreview| {
        spawn_local(async move {
            let answer = api.preview(&document).await;
            if latest.try_get_value() != Some(number) {
                return;
            }
            match answer {
                Ok(found) => {
                    pages.try_set(found.count);
                    drop(shown.try_set(Shown::of(&found.pdf)));
                    drop(refused.try_set(None));
                }
                // The last good pages stay in sight below the message.
                Err(problem) => drop(refused.try_set(Some(problem.detail))),
            }
            busy.try_set(false);
        });
    };
    Effect::new(move |first: Option<()>| {
        let document = document.get();
        let number = latest.try_update_value(|latest| {
            *latest += 1;
            *latest
        });
        let number = number.unwrap_or_default();
        busy.set(true);
        if let Some(earlier) = timer.try_update_value(Option::take).flatten() {
            earlier.clear();
        }
        if first.is_none() {
            ask(number, document);
        } else {
            let handle = clock::after(PAUSE_MS, move || ask(number, document));
            timer.try_update_value(|timer| *timer = handle);
        }
    });
    on_cleanup(move || {
        if let Some(handle) = timer.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    });
    let state = move || match (busy.get(), pages.get()) {
        (true, _) => "Setting the pages…".to_owned(),
        (false, Some(pages)) => {
            format::count(usize::try_from(pages).unwrap_or_default(), "page", "pages")
        }
        (false, None) => String::new(),
    };
    view! {
        <div role="alert" class="mb-4 empty:hidden">{move || refused.get().map(|words| note(Tone::Amber, words.into_any()))}</div>
        <p class="hint figures mb-2" role="status">{state}</p>
        {move || shown.with(|shown| shown.as_ref().map(|shown| view! {
            <iframe class="hidden sm:block w-full h-[75vh] rounded-lg border border-line" title=format!("{name}, as it will be printed")
                src=format!("{}#toolbar=0&navpanes=0&view=FitH", shown.address())></iframe>
        }))}
        {save_button(name, document)}
    }
    .into_any()
}

/// Phones show no PDF within a page; they, and everybody else, can save what is shown.
fn save_button(name: &'static str, document: Signal<DocumentPreview>) -> AnyView {
    let (api, toasts) = (use_api(), use_toasts());
    let save = move |_| {
        let wanted = document.get_untracked();
        spawn_local(async move {
            match api.preview(&wanted).await {
                Ok(found) => files::download(&found.pdf, &format!("{name}.pdf")),
                Err(problem) => toasts.say(problem.detail),
            }
        });
    };
    view! { <button class="btn quiet small mt-3" type="button" on:click=save>{small(Icon::Download)}"Save this preview"</button> }
        .into_any()
}
