//! How Foothold behaves on pages: three switches, kept at once.

use super::state::Options;
use crate::messages::Settings;
use leptos::prelude::*;

/// A switch: its id, its words, what it means, and where it stands.
struct Switch {
    id: &'static str,
    words: &'static str,
    hint: &'static str,
    read: fn(&Settings) -> bool,
    write: fn(&mut Settings, bool),
}

const SWITCHES: [Switch; 3] = [
    Switch {
        id: "setting-marks",
        words: "Mark fields on the page",
        hint: "After a fill a small sign at each field says what it holds and why, or that it needs you.",
        read: |settings| settings.marks,
        write: |settings, on| settings.marks = on,
    },
    Switch {
        id: "setting-follow",
        words: "Follow me through the steps",
        hint: "When you go on to the next step of an application that Foothold filled, it fills that step too. \
               You press Next and Submit yourself.",
        read: |settings| settings.follow,
        write: |settings, on| settings.follow = on,
    },
    Switch {
        id: "setting-remember",
        words: "Ask to remember my answers",
        hint: "When you answer a question by hand, Foothold offers to remember the answer. It keeps nothing unasked.",
        read: |settings| settings.ask_to_remember,
        write: |settings, on| settings.ask_to_remember = on,
    },
];

#[component]
pub(super) fn SettingsCard(options: Options) -> impl IntoView {
    view! {
        <section class="card p-6" id="settings" aria-labelledby="settings-title">
            <h2 id="settings-title">"On a job page"</h2>
            {move || options.settings().map(|settings| view! {
                <div class="flex flex-col gap-1 mt-2">
                    {SWITCHES.iter().map(|switch| view! { <Row options settings switch/> }).collect_view()}
                </div>
            })}
        </section>
    }
}

#[component]
fn Row(options: Options, settings: Settings, switch: &'static Switch) -> impl IntoView {
    let hint_id = format!("{}-hint", switch.id);
    view! {
        <label class="check">
            <input type="checkbox" id=switch.id aria-describedby=hint_id.clone()
                prop:checked=(switch.read)(&settings)
                on:change=move |event| {
                    let mut wanted = settings;
                    (switch.write)(&mut wanted, event_target_checked(&event));
                    options.update_settings(wanted);
                }/>
            <span class="flex flex-col">
                <span class="font-medium">{switch.words}</span>
                <span class="hint" id=hint_id>{switch.hint}</span>
            </span>
        </label>
    }
}
