//! The collections of saved jobs: choosing one, making, renaming and deleting them; where the open job is, and its note.

use crate::api::Api;
use crate::browser::clock::fresh_uuid;
use crate::components::field::{FieldText, Typing, text_area, text_field};
use crate::components::select::select_field;
use crate::state::fetched::{Fetched, Now};
use crate::state::toasts::Toasts;
use foothold_shared::collection::{JobCollection, JobCollectionList, SavedJobChange};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What is shown of the saved jobs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) enum Chosen {
    /// All of them.
    #[default]
    All,
    /// Those in no collection.
    Loose,
    /// Those of a collection.
    In(String),
}

/// The collections, and which one is shown.
#[derive(Clone, Copy)]
pub(super) struct Collections {
    api: Api,
    toasts: Toasts,
    list: Fetched<JobCollectionList>,
    /// What is shown.
    pub(super) chosen: RwSignal<Chosen>,
    /// The name that is typed; `None` while none is.
    naming: RwSignal<Option<Naming>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Naming {
    /// Which collection gets the name; one that is not there yet is made.
    collection_id: String,
    is_new: bool,
    name: String,
}

impl Collections {
    /// Asks for them.
    pub(super) fn start(api: Api, toasts: Toasts) -> Self {
        Self {
            api,
            toasts,
            list: Fetched::start(move || api.job_collections()),
            chosen: RwSignal::new(Chosen::All),
            naming: RwSignal::new(None),
        }
    }

    fn with<T>(self, read: impl FnOnce(&JobCollectionList) -> T) -> Option<T> {
        self.list.now.with(|now| match now {
            Now::Ready(list) => Some(read(list)),
            _ => None,
        })
    }

    /// The collection a job is in; empty for none.
    fn of(self, job_id: &str) -> String {
        self.with(|list| {
            let note = list.notes.iter().find(|note| note.job_id == job_id);
            note.map(|note| note.collection_id.clone())
        })
        .flatten()
        .unwrap_or_default()
    }

    /// Whether a job is shown.
    pub(super) fn shows(self, job_id: &str) -> bool {
        match self.chosen.get() {
            Chosen::All => true,
            Chosen::Loose => self.of(job_id).is_empty(),
            Chosen::In(collection_id) => self.of(job_id) == collection_id,
        }
    }

    /// The way between the collections.
    pub(super) fn bar(self) -> AnyView {
        (move || {
            let list = self.with(Clone::clone)?;
            let button = move |chosen: Chosen, words: String| {
                let own = chosen.clone();
                let is_chosen = Signal::derive(move || self.chosen.get() == own);
                let pressed = move || if is_chosen.get() { "true" } else { "false" };
                view! {
                    <button class="btn small max-w-full whitespace-normal text-left wrap" class=("primary", is_chosen) type="button"
                        aria-pressed=pressed on:click=move |_| self.chosen.set(chosen.clone())>{words}</button>
                }
            };
            let own = list
                .collections
                .iter()
                .map(|one| button(Chosen::In(one.collection_id.clone()), format!("{} ({})", one.name, one.jobs)))
                .collect_view();
            let loose = (!list.collections.is_empty()).then(|| button(Chosen::Loose, "In no collection".to_owned()));
            let new = move |_| {
                self.naming.set(Some(Naming { collection_id: fresh_uuid(), is_new: true, name: String::new() }));
                crate::browser::focus::soon("collection-name");
            };
            Some(view! {
                <div class="flex flex-wrap items-center gap-2 mb-4" role="group" aria-label="Collections">
                    {button(Chosen::All, "All saved".to_owned())}
                    {own}
                    {loose}
                    <button class="link px-2 py-1" type="button" id="new-collection" on:click=new>"New collection"</button>
                </div>
                {move || self.form()}
                {move || self.about_chosen()}
            })
        })
        .into_any()
    }

    /// Rename and delete, for the collection that is shown.
    fn about_chosen(self) -> Option<AnyView> {
        let Chosen::In(collection_id) = self.chosen.get() else {
            return None;
        };
        if self.naming.with(Option::is_some) {
            return None;
        }
        let found = self.with(|list| {
            let mut all = list.collections.iter();
            all.find(|one| one.collection_id == collection_id).cloned()
        });
        let one: JobCollection = found.flatten()?;
        let (id, name) = (one.collection_id.clone(), one.name.clone());
        let rename = move |_| {
            self.naming.set(Some(Naming {
                collection_id: id.clone(),
                is_new: false,
                name: name.clone(),
            }));
            crate::browser::focus::soon("collection-name");
        };
        let sure = RwSignal::new(false);
        let delete = move |_| {
            if !sure.get_untracked() {
                return sure.set(true);
            }
            let one = one.clone();
            spawn_local(async move {
                match self.api.delete_job_collection(&one.collection_id).await {
                    Ok(()) => {
                        self.chosen.try_set(Chosen::All);
                        self.toasts.say(format!(
                            "{} is deleted. Its jobs are still saved.",
                            one.name
                        ));
                        self.list.again();
                    }
                    Err(problem) => self.toasts.say(format!("Not deleted. {}", problem.detail)),
                }
            });
        };
        Some(view! {
            <div class="flex flex-wrap items-center gap-3 mb-4">
                <button class="btn small" type="button" id="rename-collection" on:click=rename>"Rename"</button>
                <button class="btn small" type="button" id="delete-collection" on:click=delete>
                    {move || if sure.get() { "Delete for good? Its jobs stay saved" } else { "Delete" }}
                </button>
            </div>
        }
        .into_any())
    }

    /// The name of a new collection, or another one for one that is there.
    fn form(self) -> Option<AnyView> {
        let now = self.naming.get_untracked();
        // Drawn anew when it is opened or closed, not with each letter.
        let open = Memo::new(move |_| self.naming.with(Option::is_some));
        if !open.get() {
            return None;
        }
        let naming = self.naming.get_untracked().or(now)?;
        let typed = RwSignal::new(naming.name.clone());
        let wrong = RwSignal::new(None::<String>);
        let is_new = naming.is_new;
        let send = move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            let name = typed.get_untracked().trim().to_owned();
            if name.is_empty() {
                return wrong.set(Some("Give it a name.".to_owned()));
            }
            let id = naming.collection_id.clone();
            spawn_local(async move {
                match self.api.put_job_collection(&id, &name).await {
                    Ok(_) => {
                        self.naming.try_set(None);
                        self.list.again();
                        self.chosen.try_set(Chosen::In(id));
                    }
                    Err(problem) => drop(wrong.try_set(Some(problem.detail))),
                }
            });
        };
        let label = if is_new {
            "Name of the new collection"
        } else {
            "New name"
        };
        let field = FieldText::new("collection-name", label).error(wrong.into());
        Some(view! {
            <form class="card p-4 mb-4 flex flex-wrap items-end gap-3" on:submit=send novalidate>
                <div class="grow min-w-0">{text_field(field, Typing::TEXT.at_most(100), typed.into(), move |text| typed.set(text))}</div>
                <button class="btn primary" type="submit">{if is_new { "Make it" } else { "Rename" }}</button>
                <button class="btn quiet" type="button" on:click=move |_| self.naming.set(None)>"Cancel"</button>
            </form>
        }
        .into_any())
    }

    /// Where the open job is, and what the person noted of it.
    pub(super) fn about(self, job_id: &str) -> AnyView {
        let id = StoredValue::new(job_id.to_owned());
        // What is typed outlives the list, which comes anew when the job is moved.
        let typed = RwSignal::new(None::<String>);
        (move || {
            let list = self.with(Clone::clone)?;
            let id = id.get_value();
            let options: Vec<(String, String)> = list
                .collections
                .iter()
                .map(|one| (one.collection_id.clone(), one.name.clone()))
                .collect();
            let own = list.notes.into_iter().find(|note| note.job_id == id);
            let own = own.unwrap_or_default();
            let place = RwSignal::new(own.collection_id);
            let kept = StoredValue::new(own.note);
            let note = Signal::derive(move || typed.get().unwrap_or_else(|| kept.get_value()));
            let wrong = RwSignal::new(None::<String>);
            let moving = id.clone();
            let put = move |collection_id: String| {
                let (before, id) = (place.get_untracked(), moving.clone());
                place.set(collection_id.clone());
                let change = SavedJobChange { collection_id: Some(collection_id), note: None };
                spawn_local(async move {
                    match self.api.change_saved_job(&id, &change).await {
                        Ok(_) => self.list.again(),
                        Err(problem) => {
                            place.try_set(before);
                            self.toasts.say(format!("Not moved. {}", problem.detail));
                        }
                    }
                });
            };
            let keep = move |event: leptos::ev::SubmitEvent| {
                event.prevent_default();
                let (words, id) = (note.get_untracked(), id.clone());
                let change = SavedJobChange { collection_id: None, note: Some(words) };
                spawn_local(async move {
                    match self.api.change_saved_job(&id, &change).await {
                        Ok(now) => {
                            wrong.try_set(None);
                            typed.try_set(Some(now.note));
                            self.toasts.say("Your note is saved.");
                            self.list.again();
                        }
                        Err(problem) => drop(wrong.try_set(Some(problem.detail))),
                    }
                });
            };
            let changed = move || note.get().trim() != kept.get_value();
            let field = FieldText::new("job-note", "Your note").hint("Only you see it.").error(wrong.into());
            let collection = FieldText::new("job-collection", "Collection");
            let place = (!options.is_empty()).then(|| select_field(collection, Some("None"), options, place.into(), put));
            Some(view! {
                <form class="mt-6 border-t border-line pt-4 grid grid-cols-[minmax(0,1fr)] gap-4" on:submit=keep novalidate>
                    {place}
                    {text_area(field, note, move |text| typed.set(Some(text)))}
                    <div><button class="btn small" type="submit" id="save-note" aria-disabled=move || (!changed()).then_some("true")>"Save note"</button></div>
                </form>
            })
        })
        .into_any()
    }
}
