//! Begin from a file: the person chooses a file they have, and then what of it their profile takes.

use super::resume::suggestions::{Source, section};
use super::{heading, signed_in};
use crate::components::icon::{Icon, icon};
use crate::components::pill::{Tone, note};
use crate::format;
use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;
use web_sys::File;

/// The server's limit; told before a long upload, and checked there again.
const LARGEST_BYTES: f64 = 5.0 * 1024.0 * 1024.0;

/// What can be begun from, and where people get it.
const KINDS: [(&str, &str); 3] = [
    ("Your résumé", "as PDF or Word (.docx)"),
    (
        "LinkedIn",
        "your profile saved as PDF, or your data as ZIP (Settings, Data privacy, Get a copy of your data)",
    ),
    ("JSON Resume", "as .json, from another tool"),
];

/// The page.
pub(crate) fn page() -> AnyView {
    signed_in(import)
}

fn import() -> AnyView {
    let chosen = RwSignal::new_local(None::<File>);
    let refused = RwSignal::new(None::<String>);
    let take = move |file: File| {
        let words = check(&file.name(), file.size());
        let fits = words.is_none();
        refused.set(words);
        if fits {
            chosen.set(Some(file));
        }
    };
    let kinds = KINDS
        .into_iter()
        .map(|(name, words)| {
            view! { <li><span class="font-semibold">{name}</span>": "<span class="text-slate">{words}</span></li> }
        })
        .collect_view();
    view! {
        {heading("Begin from a file you have", ().into_any())}
        <ul class="-mt-2 mb-6 grid gap-1 list-disc pl-5 max-w-[70ch]">{kinds}</ul>
        {drop_zone(take)}
        <div role="alert" class="mt-4 empty:hidden">
            {move || refused.get().map(|words| note(Tone::Brick, words.into_any()))}
        </div>
        {move || chosen.get().map(|file| view! {
            <p class="mt-6 break-words">"From "<span class="font-semibold">{file.name()}</span></p>
            {section(Source::File(file))}
        })}
        <p class="hint mt-8 max-w-[70ch]">"The file is read and forgotten. To have a résumé attached to forms, "<a href="/resumes">"keep it under Résumés"</a>"."</p>
    }
    .into_any()
}

/// What is wrong with a file before it is sent.
fn check(name: &str, size: f64) -> Option<String> {
    if size == 0.0 {
        return Some(format!("“{name}” is empty. Save it again and choose that."));
    }
    (size > LARGEST_BYTES).then(|| {
        #[expect(clippy::cast_possible_truncation, reason = "a whole number of bytes")]
        let size = format::size(size as i64);
        format!("“{name}” has {size}. The most we take is 5 MB.")
    })
}

fn drop_zone(take: impl Fn(File) + Copy + 'static) -> AnyView {
    let over = RwSignal::new(false);
    let input = NodeRef::<Input>::new();
    let chosen = move |_| {
        if let Some(input) = input.get_untracked() {
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                take(file);
            }
            // So that the same file can be chosen again.
            input.set_value("");
        }
    };
    let open_chooser = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let dropped = move |event: ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        if let Some(file) = event.data_transfer().and_then(|data| data.files()?.get(0)) {
            take(file);
        }
    };
    view! {
        <div class="drop flex flex-col items-center gap-3 px-6 py-8 text-center" class=("over", move || over.get())
            on:dragover=move |event| { event.prevent_default(); over.set(true) }
            on:dragleave=move |_| over.set(false)
            on:drop=dropped>
            <div class="text-pine">{icon(Icon::Upload)}</div>
            <button class="btn" type="button" on:click=open_chooser>"Choose a file"</button>
            <p class="hidden sm:block text-slate">"or drop one here"</p>
            <p class="hint">"PDF, Word, JSON or ZIP, up to 5 MB"</p>
            <input class="sr" node_ref=input id="import-file" type="file" tabindex="-1" aria-label="A file about you"
                accept=".pdf,.docx,.json,.zip,application/pdf,application/json,application/zip" on:change=chosen />
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_cannot_be_taken_are_told_before_they_are_sent() {
        assert!(check("a.pdf", 10.0).is_none());
        assert!(check("a.pdf", 0.0).is_some_and(|words| words.contains("empty")));
        assert!(check("a.zip", 6_000_000.0).is_some_and(|words| words.contains("5 MB")));
    }
}
