//! The command palette (Ctrl or Cmd and K): go to a page, change the theme, sign out.

use crate::browser::{dialog, focus, page};
use crate::pages::sign_out::use_sign_out;
use crate::state::session::use_session;
use crate::state::theme::{Theme, ThemeState};
use leptos::ev;
use leptos::html::Dialog;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// What a command does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Does {
    Go(&'static str),
    Theme(Theme),
    SignOut,
}

const SIGNED_IN: &[(&str, Does)] = &[
    ("Go to Home", Does::Go("/")),
    ("Go to Jobs", Does::Go("/jobs")),
    ("Go to Saved jobs", Does::Go("/jobs/saved")),
    ("Go to Companies", Does::Go("/companies")),
    ("Go to Job boards", Does::Go("/jobs/boards")),
    ("Go to Saved searches", Does::Go("/jobs/searches")),
    ("Go to Notifications", Does::Go("/notifications")),
    ("Go to Profile", Does::Go("/profile")),
    ("Go to Résumés", Does::Go("/resumes")),
    ("Go to Documents", Does::Go("/documents")),
    ("Make documents for a job", Does::Go("/documents/new")),
    ("Go to your own résumés", Does::Go("/builder")),
    ("Look at a letter", Does::Go("/letters")),
    ("Go to Applications", Does::Go("/applications")),
    ("Go to Answers", Does::Go("/answers")),
    ("Go to Receipts", Does::Go("/receipts")),
    ("Go to Extension", Does::Go("/extension")),
    ("Edit work history", Does::Go("/profile#work")),
    ("Edit education", Does::Go("/profile#education")),
    ("Edit right to work", Does::Go("/profile#right-to-work")),
    ("Theme: as the system", Does::Theme(Theme::System)),
    ("Theme: light", Does::Theme(Theme::Light)),
    ("Theme: dark", Does::Theme(Theme::Dark)),
    ("Sign out", Does::SignOut),
];

const SIGNED_OUT: &[(&str, Does)] = &[
    ("Go to the start page", Does::Go("/")),
    ("Sign in", Does::Go("/sign-in")),
    ("Create an account", Does::Go("/sign-up")),
    ("Theme: as the system", Does::Theme(Theme::System)),
    ("Theme: light", Does::Theme(Theme::Light)),
    ("Theme: dark", Does::Theme(Theme::Dark)),
];

/// The commands whose words all begin somewhere in the typed words; accents do not matter.
fn matching(list: &'static [(&'static str, Does)], typed: &str) -> Vec<(&'static str, Does)> {
    let fold = |text: &str| text.to_lowercase().replace('é', "e");
    let typed = fold(typed);
    list.iter()
        .filter(|(name, _)| {
            let name = fold(name);
            typed
                .split_whitespace()
                .all(|part| name.split([' ', ':']).any(|word| word.starts_with(part)))
        })
        .copied()
        .collect()
}

/// The palette and its key. `opened` opens it from elsewhere.
pub(crate) fn palette(opened: RwSignal<bool>) -> AnyView {
    let (session, sign_out) = (use_session(), use_sign_out());
    let theme = expect_context::<ThemeState>();
    let navigate = use_navigate();
    let node = NodeRef::<Dialog>::new();
    let typed = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let found = Memo::new(move |_| {
        let list = if session.is_in() {
            SIGNED_IN
        } else {
            SIGNED_OUT
        };
        typed.with(|typed| matching(list, typed))
    });

    let key = window_event_listener(ev::keydown, move |event| {
        if (event.ctrl_key() || event.meta_key()) && event.key().eq_ignore_ascii_case("k") {
            event.prevent_default();
            opened.update(|opened| *opened = !*opened);
        }
    });
    on_cleanup(move || key.remove());
    Effect::new(move || {
        if opened.get() {
            typed.set(String::new());
            at.set(0);
            dialog::open(node);
            focus::soon("palette-input");
        } else {
            dialog::close(node);
        }
    });

    let act = move |does: Does| {
        opened.set(false);
        match does {
            Does::Go(path) => navigate(path, NavigateOptions::default()),
            Does::Theme(chosen) => theme.0.set(chosen),
            Does::SignOut => sign_out.run(),
        }
    };
    let on_key = {
        let act = act.clone();
        move |event: ev::KeyboardEvent| {
            let last = found.with(Vec::len).saturating_sub(1);
            match event.key().as_str() {
                "ArrowDown" => at.update(|at| *at = if *at >= last { 0 } else { *at + 1 }),
                "ArrowUp" => at.update(|at| *at = at.checked_sub(1).unwrap_or(last)),
                "Enter" => {
                    if let Some((_, does)) =
                        found.with(|found| found.get(at.get_untracked()).copied())
                    {
                        act(does);
                    }
                }
                _ => return,
            }
            event.prevent_default();
        }
    };
    let rows = move || {
        let act = act.clone();
        let list = found.get();
        if list.is_empty() {
            return view! { <li class="px-4 py-3 text-slate">"Nothing by that name."</li> }
                .into_any();
        }
        list.into_iter()
            .enumerate()
            .map(|(i, (name, does))| {
                let act = act.clone();
                view! {
                    <li role="option" id=format!("palette-{i}") class="rounded-lg px-4 py-2.5 cursor-pointer"
                        class=("bg-moss", move || at.get() == i)
                        class=("font-semibold", move || at.get() == i)
                        aria-selected=move || if at.get() == i { "true" } else { "false" }
                        on:mousemove=move |_| at.set(i)
                        on:click=move |_| act(does)>
                        {name}
                    </li>
                }
            })
            .collect_view()
            .into_any()
    };
    view! {
        <dialog node_ref=node aria-label="Commands" on:close=move |_| opened.set(false)
            on:click=move |event| {
                // A click on the backdrop is a click on the dialog itself.
                if event.target() == event.current_target() { opened.set(false) }
            }>
            <div class="p-2">
                <input class="input" id="palette-input" type="text" role="combobox" aria-expanded="true"
                    aria-controls="palette-list" aria-label="Type a command" placeholder="Type a command"
                    aria-activedescendant=move || format!("palette-{}", at.get())
                    autocomplete="off" spellcheck="false"
                    prop:value=typed
                    on:input=move |event| { typed.set(event_target_value(&event)); at.set(0) }
                    on:keydown=on_key />
                <ul class="mt-2" id="palette-list" role="listbox" aria-label="Commands">{rows}</ul>
            </div>
        </dialog>
    }
    .into_any()
}

/// "⌘ K" or "Ctrl K".
pub(crate) fn key_words() -> &'static str {
    if page::is_apple() { "⌘ K" } else { "Ctrl K" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_find_commands_by_their_beginnings() {
        let names = |typed: &str| -> Vec<&str> {
            matching(SIGNED_IN, typed)
                .into_iter()
                .map(|(name, _)| name)
                .collect()
        };
        assert_eq!(names("resu"), ["Go to Résumés", "Go to your own résumés"]);
        assert_eq!(names("dark"), ["Theme: dark"]);
        assert_eq!(names("out sign"), ["Sign out"]);
        assert!(names("zebra").is_empty());
        assert_eq!(names("").len(), SIGNED_IN.len());
    }
}
