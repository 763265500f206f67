//! The file as it was uploaded: a PDF in a frame, everything else as a download.

use crate::browser::files::{self, Shown};
use crate::components::icon::{Icon, small};
use crate::state::session::use_api;
use crate::state::toasts::use_toasts;
use foothold_shared::resume::{ResumeFormat, ResumeView};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The original.
pub(crate) fn card(resume: &ResumeView) -> AnyView {
    let download = download(resume);
    let content = match resume.format {
        ResumeFormat::Pdf => frame(resume),
        ResumeFormat::Docx => view! {
            <p class="text-slate mt-2">"A browser cannot show Word files. Download it to look at it beside this page."</p>
        }
        .into_any(),
    };
    view! {
        <section class="card p-4 sm:p-6" aria-labelledby="original">
            <div class="flex flex-wrap items-center justify-between gap-3">
                <h2 id="original">"Your file"</h2>
                <button class="btn small" type="button" on:click=download>{small(Icon::Download)}"Download"</button>
            </div>
            {content}
        </section>
    }
    .into_any()
}

fn download(resume: &ResumeView) -> impl Fn(leptos::ev::MouseEvent) + 'static {
    let (api, toasts) = (use_api(), use_toasts());
    let (id, name) = (resume.resume_id.clone(), resume.file_name.clone());
    move |_| {
        let (id, name) = (id.clone(), name.clone());
        spawn_local(async move {
            match api.resume_file(&id).await {
                Ok(bytes) => files::download(&bytes, &name),
                Err(problem) => toasts.say(problem.detail),
            }
        });
    }
}

/// The PDF. Phones show none within a page, so there is only the download.
fn frame(resume: &ResumeView) -> AnyView {
    let api = use_api();
    let shown = RwSignal::new_local(None::<Shown>);
    let failed = RwSignal::new(None::<String>);
    let id = resume.resume_id.clone();
    spawn_local(async move {
        match api.resume_file(&id).await {
            Ok(bytes) => drop(shown.try_set(Shown::of(&bytes))),
            Err(problem) => drop(failed.try_set(Some(problem.detail))),
        }
    });
    let name = resume.file_name.clone();
    view! {
        <p class="hint mt-2 sm:hidden">"Download it to look at it beside this page."</p>
        <div class="hidden sm:block mt-4">
            {move || failed.get().map(|words| view! { <p class="text-slate">{words}</p> })}
            {move || shown.with(|shown| shown.as_ref().map(|shown| view! {
                <iframe class="w-full h-[70vh] rounded-lg border border-line" src=format!("{}#toolbar=0&navpanes=0&view=FitH", shown.address())
                    title=format!("{name}, as you uploaded it")></iframe>
            }))}
        </div>
    }
    .into_any()
}
