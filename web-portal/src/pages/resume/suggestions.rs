//! What of a file the profile could take: the person chooses, nothing else is written.

use crate::api::{Answer, Api, Versioned};
use crate::components::pill::{Tone, note, pill};
use crate::components::state_view::{failure, skeleton};
use crate::state::fetched::{Fetched, Now};
use crate::state::profile_form::use_profile;
use crate::state::session::use_api;
use crate::state::toasts::use_toasts;
use foothold_shared::reading::{ChosenSuggestions, Suggestion, SuggestionKind, SuggestionList};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;
use web_sys::File;

/// Where suggestions come from.
#[derive(Clone)]
pub(crate) enum Source {
    /// A stored résumé.
    Resume(String),
    /// A file that is here, and nowhere else.
    File(File),
}

impl Source {
    async fn list(self, api: Api) -> Answer<SuggestionList> {
        match self {
            Self::Resume(id) => api.suggestions(&id).await,
            Self::File(file) => api.look_into(&file).await,
        }
    }

    async fn apply(self, api: Api, chosen: &ChosenSuggestions) -> Answer<Versioned> {
        match self {
            Self::Resume(id) => api.apply_suggestions(&id, chosen).await,
            Self::File(file) => api.apply_import(&file, chosen).await,
        }
    }
}

type Held = StoredValue<Source, LocalStorage>;

/// The section.
pub(crate) fn section(source: Source) -> AnyView {
    let (api, form) = (use_api(), use_profile());
    let source = StoredValue::new_local(source);
    let list = Fetched::start(move || async move {
        // What was typed on the profile's page and is not saved yet counts.
        form.settle().await;
        source.get_value().list(api).await
    });
    view! {
        <section class="mt-10" aria-labelledby="use">
            <h2 id="use">"Use this for my profile"</h2>
            <p class="text-slate mt-1 mb-4 max-w-[70ch]">"Choose what your profile takes over. Nothing is written before you press the button."</p>
            {move || match list.now.get() {
                Now::Loading => skeleton(2),
                Now::Failed(problem) => failure(&problem, move || list.again()),
                Now::Ready(all) => choices(source, list, all),
            }}
        </section>
    }
    .into_any()
}

/// What is new is chosen from the start; what would replace the person's words is not.
fn chosen_at_first(all: &[Suggestion]) -> BTreeSet<String> {
    all.iter()
        .filter(|one| one.kind == SuggestionKind::New)
        .map(|one| one.suggestion_id.clone())
        .collect()
}

fn button_words(count: usize) -> String {
    match count {
        0 => "Choose something first".to_owned(),
        1 => "Add 1 to my profile".to_owned(),
        count => format!("Add {count} to my profile"),
    }
}

fn choices(source: Held, list: Fetched<SuggestionList>, all: SuggestionList) -> AnyView {
    let (api, toasts, form) = (use_api(), use_toasts(), use_profile());
    let (same, open): (Vec<Suggestion>, Vec<Suggestion>) = all
        .suggestions
        .into_iter()
        .partition(|one| one.kind == SuggestionKind::Same);
    let agree = (!same.is_empty()).then(|| {
        let words = if same.len() == 1 {
            "1 more is in your profile already.".to_owned()
        } else {
            format!("{} more are in your profile already.", same.len())
        };
        view! { <p class="hint mt-4">{words}</p> }
    });
    if open.is_empty() {
        let words = if let Some(words) = super::verdict(all.status) {
            words
        } else if same.is_empty() {
            "Nothing in this file could be told apart well enough to be suggested."
        } else {
            "Your profile says all of this already."
        };
        return note(Tone::Quiet, words.into_any());
    }
    let chosen = RwSignal::new(chosen_at_first(&open));
    let busy = RwSignal::new(false);
    let refused = RwSignal::new(None::<String>);
    let apply = move |_| {
        let suggestion_ids: Vec<String> =
            chosen.with_untracked(|all| all.iter().cloned().collect());
        if busy.get_untracked() || suggestion_ids.is_empty() {
            return;
        }
        busy.set(true);
        refused.set(None);
        spawn_local(async move {
            form.settle().await;
            let count = suggestion_ids.len();
            let chosen = ChosenSuggestions { suggestion_ids };
            match source.get_value().apply(api, &chosen).await {
                Ok(stored) => {
                    form.written(&stored);
                    toasts.say(if count == 1 {
                        "1 is in your profile now.".to_owned()
                    } else {
                        format!("{count} are in your profile now.")
                    });
                    list.again();
                }
                Err(problem) => {
                    let stale = problem.status == 409 || problem.status == 412;
                    drop(refused.try_set(Some(problem.detail)));
                    if stale {
                        list.again();
                    }
                }
            }
            busy.try_set(false);
        });
    };
    let rows = open.into_iter().map(|one| row(one, chosen)).collect_view();
    view! {
        <ul class="card rule">{rows}</ul>
        {agree}
        <div role="alert" class="mt-4 empty:hidden">
            {move || refused.get().map(|words| note(Tone::Brick, words.into_any()))}
        </div>
        <div class="mt-6 flex flex-wrap items-center gap-4">
            <button class="btn primary" type="button" id="take" on:click=apply
                disabled=move || busy.get() || chosen.with(BTreeSet::is_empty)>{move || button_words(chosen.with(BTreeSet::len))}</button>
            <a href="/profile">"Open your profile"</a>
        </div>
    }
    .into_any()
}

fn row(one: Suggestion, chosen: RwSignal<BTreeSet<String>>) -> AnyView {
    let id = one.suggestion_id.clone();
    let is_chosen = {
        let id = id.clone();
        move || chosen.with(|all| all.contains(&id))
    };
    let choose = move |event| {
        chosen.update(|all| {
            if event_target_checked(&event) {
                all.insert(id.clone());
            } else {
                all.remove(&id);
            }
        });
    };
    let unsure = (one.confidence < super::values::UNSURE).then(|| pill(Tone::Amber, "Not sure"));
    let replaces = (one.kind == SuggestionKind::Changed).then(|| {
        view! { <span class="block text-slate whitespace-pre-wrap break-words">"Replaces: " <span class="line-through">{one.from.clone()}</span></span> }
    });
    view! {
        <li class="px-4 py-3 sm:px-6">
            <label class="check w-full">
                <input type="checkbox" prop:checked=is_chosen on:change=choose />
                <span class="grid gap-x-4 sm:grid-cols-[8rem_minmax(0,1fr)] min-w-0 flex-1">
                    <span class="hint">{one.what.clone()}</span>
                    <span class="min-w-0">
                        <span class="whitespace-pre-wrap break-words">{one.to.clone()}</span>
                        " "{unsure}
                        {replaces}
                    </span>
                </span>
            </label>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_new_is_chosen_at_first() {
        let of = |id: &str, kind| Suggestion {
            suggestion_id: id.to_owned(),
            kind,
            ..Suggestion::default()
        };
        let all = [
            of("a", SuggestionKind::New),
            of("b", SuggestionKind::Changed),
            of("c", SuggestionKind::Same),
        ];
        assert_eq!(chosen_at_first(&all), BTreeSet::from(["a".to_owned()]));
        assert_eq!(button_words(1), "Add 1 to my profile");
    }
}
