//! One set of documents: what it says and why, what it looks like, and the way to the next version.

mod again;
mod apply;
mod letter;
mod line;
mod rating;
mod sections;
mod shown;
mod why;

use super::facts::FactWords;
use super::{day, files, job_name};
use crate::components::icon::{Icon, small};
use crate::components::state_view::{failure, skeleton};
use crate::pages::{arrive, signed_in};
use crate::state::fetched::{Fetched, Now};
use crate::state::profile_form::{Load, use_profile};
use crate::state::session::use_api;
use apply::Changes;
use foothold_shared::document::DocumentOptions;
use foothold_shared::generation::DocumentSetView;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    /// The set as it was made.
    set: StoredValue<DocumentSetView>,
    /// What the person changed since.
    changes: RwSignal<Changes>,
    /// How the next version should be.
    options: RwSignal<DocumentOptions>,
    /// What the ids of facts mean.
    words: Memo<FactWords>,
}

impl Desk {
    fn of(set: DocumentSetView) -> Self {
        let form = use_profile();
        form.fetch();
        Self {
            changes: RwSignal::new(Changes {
                edits: set.edits.clone(),
                ..Changes::default()
            }),
            options: RwSignal::new(set.options.clone()),
            words: Memo::new(move |_| {
                // Before the profile is here nothing can be said of it, least of all that it lacks something.
                let is_here = form.load.with(|load| *load == Load::Ready);
                if is_here {
                    form.profile.with(FactWords::of)
                } else {
                    FactWords::default()
                }
            }),
            set: StoredValue::new(set),
        }
    }

    /// Whether there is something to make anew.
    fn changed(self) -> bool {
        self.set.with_value(|set| {
            self.options.with(|options| *options != set.options)
                || self
                    .changes
                    .with(|changes| !changes.wordings.is_empty() || changes.edits != set.edits)
        })
    }
}

/// The page.
pub(crate) fn page() -> AnyView {
    signed_in(documents)
}

fn documents() -> AnyView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")).unwrap_or_default());
    view! {
        <a class="inline-flex items-center gap-1 mb-4" href="/documents">{small(Icon::Back)}"All documents"</a>
        // The next version is the same page with another id.
        {move || one(id.get())}
    }
    .into_any()
}

fn one(id: String) -> AnyView {
    let api = use_api();
    let found = Fetched::start(move || {
        let id = id.clone();
        async move { api.document_set(&id).await }
    });
    (move || match found.now.get() {
        Now::Loading => skeleton(3),
        Now::Failed(problem) => failure(&problem, move || found.again()),
        Now::Ready(set) => whole(set),
    })
    .into_any()
}

fn whole(set: DocumentSetView) -> AnyView {
    let title = job_name(&set.posting);
    arrive(&title, "title");
    let below = format!("Version {} · {}", set.version, day(set.created_at_ms));
    let downloads = files::buttons(&set.document_set_id, &set.files);
    let others = again::other_versions(&set);
    let id = set.document_set_id.clone();
    let desk = Desk::of(set);
    view! {
        <div class="flex flex-wrap items-end justify-between gap-4 mb-6">
            <div class="min-w-0">
                <h1 id="title" tabindex="-1">{title}</h1>
                <p class="hint figures mt-2">{below}</p>
                {others}
            </div>
            <div class="grid gap-3 justify-items-start">
                {downloads}
                <a class="btn small" href=format!("/documents/{id}/report")>"How good are they?"</a>
            </div>
        </div>
        {why::notes(desk)}
        <div class="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-2 items-start">
            <div class="grid grid-cols-[minmax(0,1fr)] gap-6">
                {sections::card(desk)}
                {letter::card(desk)}
                {why::cards(desk)}
            </div>
            <div class="grid grid-cols-[minmax(0,1fr)] gap-6 lg:sticky lg:top-4">
                {shown::card(desk)}
                {rating::card(desk)}
            </div>
        </div>
        {again::bar(desk)}
    }
    .into_any()
}
