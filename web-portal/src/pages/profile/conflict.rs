//! Somebody saved another version of the profile: shows what differs and lets the person choose.

use crate::browser::dialog as modal;
use crate::profile::merge::ChangedBy;
use crate::state::profile_form::ProfileForm;
use leptos::html::Dialog;
use leptos::prelude::*;

const fn by_words(by: ChangedBy) -> &'static str {
    match by {
        ChangedBy::Here => "changed here",
        ChangedBy::Elsewhere => "changed elsewhere",
        ChangedBy::Both => "changed in both",
    }
}

/// The dialog; it opens when there is a conflict and cannot be waved away.
pub(super) fn dialog(form: ProfileForm) -> AnyView {
    let node = NodeRef::<Dialog>::new();
    Effect::new(move || {
        if form.conflict.with(Option::is_some) {
            modal::open(node);
        } else {
            modal::close(node);
        }
    });
    let rows = move || {
        form.differences()
            .into_iter()
            .map(|(section, by)| {
                view! {
                    <li class="flex flex-wrap justify-between gap-x-4 py-2">
                        <span class="font-semibold">{section.title()}</span>
                        <span class="text-slate">{by_words(by)}</span>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <dialog node_ref=node id="conflict" aria-labelledby="conflict-title" on:cancel=|event: leptos::ev::Event| event.prevent_default()>
            <div class="p-5 sm:p-7">
                <h2 id="conflict-title">"Your profile was changed elsewhere"</h2>
                <p class="mt-2 text-slate">"Another tab or device saved it while you were editing here. These sections differ:"</p>
                <ul class="rule my-4">{rows}</ul>
                <p class="hint">"“Keep mine” keeps what you changed here and takes over what was only changed elsewhere. “Load theirs” drops what you changed here."</p>
                <div class="mt-5 flex flex-wrap gap-3">
                    <button class="btn primary" type="button" on:click=move |_| form.keep_mine()>"Keep mine"</button>
                    <button class="btn" type="button" on:click=move |_| form.load_theirs()>"Load theirs"</button>
                </div>
            </div>
        </dialog>
    }
    .into_any()
}
