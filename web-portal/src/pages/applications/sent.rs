//! Which files went out with an application: the receipt names each by its hash, and the hash leads to the very version.

use crate::api::{Answer, Api};
use crate::browser::files;
use crate::components::icon::{Icon, small};
use crate::components::state_view::{failure, skeleton};
use crate::format;
use crate::pages::documents::job_name;
use crate::state::fetched::{Fetched, Now};
use crate::state::session::use_api;
use crate::state::toasts::use_toasts;
use foothold_shared::generation::DocumentSetBrief;
use foothold_shared::receipt::{FieldResult, NewReceipt};
use foothold_shared::resume::ResumeView;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A file that was attached.
#[derive(Clone, PartialEq, Eq)]
struct Attached {
    /// The form's question.
    label: String,
    /// What it was called; empty where the receipt does not say.
    name: String,
    sha256: String,
    /// When it was attached, epoch milliseconds.
    at_ms: i64,
}

/// Where a file that was attached is now.
#[derive(Clone, PartialEq, Eq)]
enum Origin {
    /// In a set of documents: which file of it.
    Set {
        set_id: String,
        version: u32,
        job: String,
        name: String,
        saved_as: String,
    },
    /// An uploaded résumé.
    Upload { resume_id: String, name: String },
    /// Nowhere any more.
    Gone,
}

/// The files of a receipt that stayed in the form.
fn attached(receipt: &NewReceipt) -> Vec<Attached> {
    let kept = |result| matches!(result, FieldResult::Filled | FieldResult::KeptDifferent);
    let fields = receipt.fields.iter().filter(|field| kept(field.result));
    fields
        .filter_map(|field| {
            Some(Attached {
                label: field.label.clone(),
                name: field.value.clone().unwrap_or_default(),
                sha256: field.file_sha256.clone()?,
                at_ms: receipt.filled_at_ms,
            })
        })
        .collect()
}

/// Of several sets with the same bytes the one that was the newest when the form was filled.
fn origin(file: &Attached, sets: &[DocumentSetBrief], uploads: &[ResumeView]) -> Origin {
    let of_then = sets.iter().find(|set| set.created_at_ms <= file.at_ms);
    let set = of_then.or(sets.last());
    if let Some(set) = set
        && let Some(made) = set.files.iter().find(|made| made.sha256 == file.sha256)
    {
        return Origin::Set {
            set_id: set.document_set_id.clone(),
            version: set.version,
            job: job_name(&set.posting),
            name: made.name.clone(),
            saved_as: made.download_name.clone(),
        };
    }
    let upload = uploads.iter().find(|one| one.sha256 == file.sha256);
    upload.map_or(Origin::Gone, |one| Origin::Upload {
        resume_id: one.resume_id.clone(),
        name: one.file_name.clone(),
    })
}

async fn look(api: Api, receipt_id: String) -> Answer<Vec<(Attached, Origin)>> {
    let files = attached(&api.receipt(&receipt_id).await?.receipt);
    if files.is_empty() {
        return Ok(Vec::new());
    }
    let uploads = api.resumes().await?;
    let mut found = Vec::new();
    for file in files {
        let sets = api.document_sets_with(&file.sha256).await?;
        let from = origin(&file, &sets, &uploads);
        found.push((file, from));
    }
    Ok(found)
}

/// The button, and below it the files. They are asked for when they are wanted.
pub(super) fn files(receipt_id: String, title: &str) -> AnyView {
    let opened = RwSignal::new(false);
    let label = format!("Documents that were sent: {title}");
    let shown = move || {
        opened.get().then(|| {
            let receipt_id = receipt_id.clone();
            let api = use_api();
            let found = Fetched::start(move || look(api, receipt_id.clone()));
            view! {
                <div class="mt-2">{move || match found.now.get() {
                    Now::Loading => skeleton(1),
                    Now::Failed(problem) => failure(&problem, move || found.again()),
                    Now::Ready(all) => list(all),
                }}</div>
            }
        })
    };
    view! {
        <div>
            <button class="btn small" type="button" aria-label=label aria-expanded=move || if opened.get() { "true" } else { "false" }
                on:click=move |_| opened.update(|opened| *opened = !*opened)>{small(Icon::File)}"Documents that were sent"</button>
            {shown}
        </div>
    }
    .into_any()
}

fn list(all: Vec<(Attached, Origin)>) -> AnyView {
    if all.is_empty() {
        return view! { <p class="text-slate">"Foothold attached no file to this form."</p> }
            .into_any();
    }
    let rows = all
        .into_iter()
        .map(|(file, origin)| row(file, origin))
        .collect_view();
    view! { <ul class="rule" aria-label="Documents that were sent">{rows}</ul> }.into_any()
}

fn row(file: Attached, origin: Origin) -> AnyView {
    let (api, toasts) = (use_api(), use_toasts());
    let name = match &origin {
        _ if !file.name.is_empty() => file.name.clone(),
        Origin::Set { saved_as, .. } => saved_as.clone(),
        Origin::Upload { name, .. } => name.clone(),
        Origin::Gone => "A file".to_owned(),
    };
    let from = match &origin {
        Origin::Set { set_id, version, job, .. } => {
            view! { <a href=format!("/documents/{set_id}")>{format!("Made for {job}, version {version}")}</a> }.into_any()
        }
        Origin::Upload { resume_id, .. } => {
            view! { <a href=format!("/resumes/{resume_id}")>"A résumé you uploaded"</a> }.into_any()
        }
        Origin::Gone => {
            view! { <span class="text-slate">"It is not here any more: it was deleted, or it was never kept."</span> }.into_any()
        }
    };
    let label = format!("Download {name}");
    let saved_as = name.clone();
    let is_here = origin != Origin::Gone;
    let save = move |_| {
        let (origin, saved_as) = (origin.clone(), saved_as.clone());
        spawn_local(async move {
            let bytes = match &origin {
                Origin::Set { set_id, name, .. } => api.document_file(set_id, name).await,
                Origin::Upload { resume_id, .. } => api.resume_file(resume_id).await,
                Origin::Gone => return,
            };
            match bytes {
                Ok(bytes) => files::download(&bytes, &saved_as),
                Err(problem) => toasts.say(problem.detail),
            }
        });
    };
    view! {
        <li class="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-3 items-center">
            <div class="min-w-0">
                <p class="font-semibold break-words">{name}</p>
                <p class="hint">{file.label}" · "<span class="mono" title=format!("SHA-256 {}", file.sha256)>{format::short_hash(&file.sha256).to_owned()}</span></p>
                <p class="mt-1">{from}</p>
            </div>
            {is_here.then(|| view! { <button class="icon-btn" type="button" aria-label=label title="Download" on:click=save>{small(Icon::Download)}</button> })}
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use foothold_shared::generation::GeneratedFile;
    use foothold_shared::receipt::ReceiptField;

    fn field(result: FieldResult, hash: Option<&str>) -> ReceiptField {
        ReceiptField {
            label: "Résumé".to_owned(),
            kind: None,
            result,
            value: Some("Ferro.pdf".to_owned()),
            kept: None,
            source: None,
            reason: None,
            file_sha256: hash.map(str::to_owned),
        }
    }

    #[test]
    fn only_files_that_stayed_in_the_form_were_sent() {
        let receipt = NewReceipt {
            receipt_id: "1".to_owned(),
            page_url: String::new(),
            job_title: None,
            company: None,
            filled_at_ms: 50,
            fields: vec![
                field(FieldResult::Filled, Some("aa")),
                field(FieldResult::Undone, Some("bb")),
                field(FieldResult::Filled, None),
            ],
            submission: None,
        };
        let hashes: Vec<String> = attached(&receipt)
            .into_iter()
            .map(|one| one.sha256)
            .collect();
        assert_eq!(hashes, ["aa"]);
    }

    #[test]
    fn the_version_is_the_one_of_then() {
        let file = Attached {
            label: "Résumé".to_owned(),
            name: String::new(),
            sha256: "aa".to_owned(),
            at_ms: 50,
        };
        let set = |version: u32, created_at_ms: i64, hash: &str| DocumentSetBrief {
            version,
            created_at_ms,
            files: vec![GeneratedFile {
                sha256: hash.to_owned(),
                ..GeneratedFile::default()
            }],
            ..DocumentSetBrief::default()
        };
        let version = |sets: &[DocumentSetBrief]| match origin(&file, sets, &[]) {
            Origin::Set { version, .. } => Some(version),
            _ => None,
        };
        assert_eq!(
            version(&[set(3, 60, "aa"), set(2, 40, "aa"), set(1, 20, "aa")]),
            Some(2)
        );
        assert_eq!(version(&[set(3, 60, "aa")]), Some(3));
        assert_eq!(version(&[set(3, 10, "bb")]), None);
    }
}
