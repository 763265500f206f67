//! One set of documents in the list: the job, the version, the day, the files.

use super::{day, files, job_name};
use crate::components::icon::{Icon, small};
use crate::components::look::template_name;
use crate::format;
use crate::state::removal::use_removals;
use crate::state::session::use_api;
use foothold_shared::generation::DocumentSetBrief;
use leptos::prelude::*;

/// The row.
pub(super) fn row(set: DocumentSetBrief) -> AnyView {
    let (api, removals) = (use_api(), use_removals());
    let name = job_name(&set.posting);
    let address = format!("/documents/{}", set.document_set_id);
    let below = [
        format!("Version {}", set.version),
        day(set.created_at_ms),
        template_name(set.look.template).to_owned(),
        set.posting.location.clone(),
        format::host(&set.posting.url).to_owned(),
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .collect::<Vec<_>>()
    .join(" · ");
    let delete = {
        let (id, name, version) = (set.document_set_id.clone(), name.clone(), set.version);
        move |_| {
            removals.remove(
                id.clone(),
                format!("Version {version} for {name} is deleted."),
                move |id, leaving| async move { api.delete_document_set(&id, leaving).await },
                || {},
            );
        }
    };
    view! {
        <li class="card grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-3 p-4 sm:px-6 items-start">
            <div class="min-w-0">
                <h2 class="text-base tracking-normal leading-normal"><a class="text-ink" href=address>{name.clone()}</a></h2>
                <p class="hint figures mt-1">{below}</p>
            </div>
            <button class="icon-btn danger" type="button" aria-label=format!("Delete version {} for {name}", set.version) title="Delete"
                on:click=delete>{small(Icon::Trash)}</button>
            <div class="col-span-2">{files::buttons(&set.document_set_id, &set.files)}</div>
        </li>
    }
    .into_any()
}
