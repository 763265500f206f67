//! The next version: made of this one and of what was changed; and the way to the earlier ones.

use super::Desk;
use crate::browser::clock;
use crate::components::look::writing_fields;
use crate::pages::documents::new::{generate, refusal};
use crate::state::profile_form::use_profile;
use crate::state::session::use_api;
use foothold_shared::document::DocumentKind;
use foothold_shared::generation::{DocumentSetBrief, DocumentSetView, GenerateDocuments};
use foothold_shared::problem::Problem;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// The other versions for the same job.
pub(super) fn other_versions(set: &DocumentSetView) -> AnyView {
    let api = use_api();
    let others = RwSignal::new(Vec::<DocumentSetBrief>::new());
    let (job, own) = (set.job_id.clone(), set.document_set_id.clone());
    spawn_local(async move {
        // Only a convenience: where the list does not come, the page stands without it.
        if let Ok(page) = api.document_sets(Some(&job), None, 10).await {
            let mut found = page.document_sets;
            found.retain(|set| set.document_set_id != own);
            drop(others.try_set(found));
        }
    });
    (move || {
        let others = others.get();
        (!others.is_empty()).then(|| {
            let links = others
                .into_iter()
                .map(|set| view! { <a href=format!("/documents/{}", set.document_set_id)>{format!("Version {}", set.version)}</a> })
                .collect_view();
            view! { <p class="mt-1 flex flex-wrap gap-x-3"><span class="text-slate">"Also:"</span>{links}</p> }
        })
    })
    .into_any()
}

/// What is asked of the server for the next version.
fn request(desk: Desk) -> (String, GenerateDocuments) {
    desk.set.with_value(|set| {
        let kinds = [
            (DocumentKind::Resume, set.resume.is_some()),
            (DocumentKind::Letter, set.letter.is_some()),
        ];
        let request = GenerateDocuments {
            options: Some(desk.options.get_untracked()),
            edits: Some(desk.changes.with_untracked(super::Changes::to_send)),
            previous: Some(set.document_set_id.clone()),
            kinds: kinds
                .into_iter()
                .filter(|(_, made)| *made)
                .map(|(kind, _)| kind)
                .collect(),
            ..GenerateDocuments::default()
        };
        (set.job_id.clone(), request)
    })
}

/// Language, length and tone, and the button.
pub(super) fn bar(desk: Desk) -> AnyView {
    let (api, profile, navigate) = (use_api(), use_profile(), use_navigate());
    let busy = RwSignal::new(false);
    let refused = RwSignal::new(None::<Problem>);
    let sent = StoredValue::new(None::<(GenerateDocuments, String)>);
    let make = move |_| {
        if busy.get_untracked() {
            return;
        }
        let (job_id, request) = request(desk);
        let known = sent.with_value(|sent| match sent {
            Some((before, key)) if *before == request => Some(key.clone()),
            _ => None,
        });
        let key = known.unwrap_or_else(clock::fresh_uuid);
        sent.set_value(Some((request.clone(), key.clone())));
        busy.set(true);
        refused.set(None);
        let navigate = navigate.clone();
        spawn_local(async move {
            profile.settle().await;
            let answer = generate(api, &job_id, &key, &request).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(id) => navigate(&format!("/documents/{id}"), NavigateOptions::default()),
                Err(problem) => refused.set(Some(problem)),
            }
        });
    };
    let says = move || {
        if busy.get() {
            "Making the next version…"
        } else if desk.changed() {
            "The files above are still those of this version. Make it again to have your changes in them."
        } else {
            "Change something above, or make it again from your profile as it is now."
        }
    };
    view! {
        <section class="card p-4 sm:p-6 mt-6" aria-labelledby="again-title">
            <h2 id="again-title">"The next version"</h2>
            <div class="mt-4">{writing_fields("again", desk.options)}</div>
            <div role="alert" class="mt-4 empty:hidden">{move || refused.get().map(|problem| refusal(&problem))}</div>
            <div class="mt-4 flex flex-wrap items-center gap-4">
                <button class="btn primary" type="button" id="again" on:click=make disabled=move || busy.get()>"Make again"</button>
                <p class="text-slate min-w-0" role="status">{says}</p>
            </div>
        </section>
    }
    .into_any()
}
