//! Résumés: upload, the one that forms get, download, delete.

use super::{heading, signed_in};
use crate::api::Api;
use crate::browser::{files, intl};
use crate::components::icon::{Icon, icon, small};
use crate::components::pill::{Tone, note, pill};
use crate::components::state_view::{empty, failure, skeleton};
use crate::format;
use crate::state::fetched::{Fetched, Now};
use crate::state::removal::use_removals;
use crate::state::session::use_api;
use crate::state::toasts::use_toasts;
use foothold_shared::resume::{ResumeFormat, ResumeView};
use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

/// The server's limit; told before a long upload, and checked there again.
const LARGEST_BYTES: i64 = 5 * 1024 * 1024;

/// The page.
pub(crate) fn page() -> AnyView {
    signed_in(resumes)
}

fn resumes() -> AnyView {
    let api = use_api();
    let list = Fetched::start(move || api.resumes());
    view! {
        {heading("Résumés", ().into_any())}
        <p class="text-slate -mt-4 mb-6 max-w-[60ch]">"Forms get the one marked “Used for forms”. “What is read” shows what an employer’s system sees in it, and fills your profile from it."</p>
        <p class="-mt-3 mb-6"><a href="/import">"Begin from a file you have"</a>" (LinkedIn, JSON Resume) without keeping it here, "<a href="/builder">"build a résumé here"</a>", or "<a href="/documents/new">"make one for a job"</a>"."</p>
        {drop_zone(api, list)}
        <div class="mt-8">{move || shown(api, list)}</div>
    }
    .into_any()
}

/// What is wrong with a file before it is sent.
fn check(name: &str, size: i64) -> Option<String> {
    if size == 0 {
        return Some(format!("“{name}” is empty. Save it again and upload that."));
    }
    (size > LARGEST_BYTES).then(|| {
        format!(
            "“{name}” has {}. The most we take is 5 MB: save it with smaller pictures, or as a PDF for screens.",
            format::size(size)
        )
    })
}

fn drop_zone(api: Api, list: Fetched<Vec<ResumeView>>) -> AnyView {
    let toasts = use_toasts();
    let over = RwSignal::new(false);
    let refused = RwSignal::new(None::<String>);
    let under_way = RwSignal::new(None::<(String, u32)>);
    let input = NodeRef::<Input>::new();

    let upload = move |file: File| {
        if under_way.with_untracked(Option::is_some) {
            return;
        }
        #[expect(clippy::cast_possible_truncation, reason = "a whole number of bytes")]
        let size = file.size() as i64;
        refused.set(check(&file.name(), size));
        if refused.with_untracked(Option::is_some) {
            return;
        }
        under_way.set(Some((file.name(), 0)));
        spawn_local(async move {
            let progress = move |share| {
                under_way.try_update(|under_way| {
                    if let Some((_, at)) = under_way {
                        *at = share;
                    }
                });
            };
            match api.upload_resume(&file, progress).await {
                Ok(resume) => {
                    toasts.say(format!("{} is uploaded.", resume.file_name));
                    list.again();
                }
                Err(problem) => drop(refused.try_set(Some(problem.detail))),
            }
            under_way.try_set(None);
        });
    };
    let chosen = move |_| {
        if let Some(input) = input.get_untracked() {
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                upload(file);
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
        let file = event.data_transfer().and_then(|data| data.files()?.get(0));
        if let Some(file) = file {
            upload(file);
        }
    };
    let progress = move || {
        under_way.get().map(|(name, share)| {
            let words = if share < 100 {
                format!("Uploading {name}: {share} %")
            } else {
                format!("Looking into {name}…")
            };
            view! {
                <div class="w-full max-w-md">
                    <progress max="100" value=share.to_string() aria-label=format!("Uploading {name}")></progress>
                    <p class="hint mt-2">{words}</p>
                </div>
            }
        })
    };
    view! {
        <div class="drop flex flex-col items-center gap-3 px-6 py-8 text-center" class=("over", move || over.get())
            on:dragover=move |event| { event.prevent_default(); over.set(true) }
            on:dragleave=move |_| over.set(false)
            on:drop=dropped>
            <div class="text-pine">{icon(Icon::Upload)}</div>
            <button class="btn" type="button" on:click=open_chooser>"Choose a file"</button>
            <p class="hidden sm:block text-slate">"or drop one here"</p>
            <p class="hint">"PDF or Word (.docx), up to 5 MB"</p>
            <input class="sr" node_ref=input id="resume-file" type="file" tabindex="-1" aria-label="Résumé file"
                accept=".pdf,.docx,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                on:change=chosen />
            {progress}
        </div>
        <div role="alert" class="mt-4 empty:hidden">
            {move || refused.get().map(|words| note(Tone::Brick, words.into_any()))}
        </div>
    }
    .into_any()
}

fn shown(api: Api, list: Fetched<Vec<ResumeView>>) -> AnyView {
    let removals = use_removals();
    match list.now.get() {
        Now::Loading => skeleton(2),
        Now::Failed(problem) => failure(&problem, move || list.again()),
        Now::Ready(all) => {
            let rows: Vec<_> = all
                .into_iter()
                .filter(|resume| !removals.hides(&resume.resume_id))
                .collect();
            if rows.is_empty() {
                let step = view! { <p class="hint">"Choose a file above."</p> };
                return empty(
                    Icon::File,
                    "No résumé yet",
                    "Upload the one you would send today. You can add others later and choose which one forms get.",
                    step.into_any(),
                );
            }
            let rows = rows
                .into_iter()
                .map(|resume| row(api, list, resume))
                .collect_view();
            view! { <ul class="grid gap-4">{rows}</ul> }.into_any()
        }
    }
}

fn row(api: Api, list: Fetched<Vec<ResumeView>>, resume: ResumeView) -> AnyView {
    let (toasts, removals) = (use_toasts(), use_removals());
    let name = resume.file_name.clone();
    let format = match resume.format {
        ResumeFormat::Pdf => "PDF",
        ResumeFormat::Docx => "Word",
    };
    let make_default = {
        let id = resume.resume_id.clone();
        move |_| {
            let id = id.clone();
            spawn_local(async move {
                match api.make_default(&id).await {
                    Ok(resume) => toasts.say(format!("Forms now get {}.", resume.file_name)),
                    Err(problem) => toasts.say(problem.detail),
                }
                list.again();
            });
        }
    };
    let download = {
        let (id, name) = (resume.resume_id.clone(), name.clone());
        move |_| {
            let (id, name) = (id.clone(), name.clone());
            spawn_local(async move {
                match api.resume_file(&id).await {
                    Ok(bytes) => files::download(&bytes, &name),
                    Err(problem) => toasts.say(problem.detail),
                }
            });
        }
    };
    let delete = {
        let (id, name) = (resume.resume_id.clone(), name.clone());
        move |_| {
            removals.remove(
                id.clone(),
                format!("{name} is deleted."),
                move |id, leaving| async move { api.delete_resume(&id, leaving).await },
                move || list.again(),
            );
        }
    };
    let mark = if resume.is_default {
        pill(Tone::Good, "Used for forms")
    } else {
        view! { <button class="btn small" type="button" on:click=make_default aria-label=format!("Use {name} for forms")>"Use for forms"</button> }
            .into_any()
    };
    view! {
        <li class="card grid gap-4 p-4 sm:px-6 sm:grid-cols-[minmax(0,1fr)_auto] items-center">
            <div class="min-w-0">
                <h2 class="text-base tracking-normal leading-normal">{name.clone()}</h2>
                <p class="hint figures mt-1">
                    {format!("{format} · {} · {} · ", format::size(resume.size_bytes), intl::date(resume.uploaded_at_ms))}
                    <span class="mono" title=format!("SHA-256 {}", resume.sha256)>{format::short_hash(&resume.sha256).to_owned()}</span>
                </p>
            </div>
            <div class="flex flex-wrap items-center gap-1">
                <div class="mr-2">{mark}</div>
                <a class="btn small" href=format!("/resumes/{}", resume.resume_id) aria-label=format!("What an employer’s system sees in {name}")>"What is read"</a>
                <a class="btn small" href=format!("/resumes/{}/report", resume.resume_id) aria-label=format!("Report on {name}")>"Report"</a>
                <button class="icon-btn" type="button" aria-label=format!("Download {name}") title="Download" on:click=download>{icon(Icon::Download)}</button>
                <button class="icon-btn danger" type="button" aria-label=format!("Delete {name}") title="Delete" on:click=delete>{small(Icon::Trash)}</button>
            </div>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn size_is_checked_before_the_upload() {
        assert!(check("cv.pdf", 0).is_some_and(|words| words.contains("empty")));
        assert!(check("cv.pdf", LARGEST_BYTES).is_none());
        assert!(check("cv.pdf", LARGEST_BYTES + 1).is_some_and(|words| words.contains("5 MB")));
    }
}
