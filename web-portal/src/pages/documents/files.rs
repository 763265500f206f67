//! The files of a set, each with a button that saves it.

use crate::browser::{files, intl};
use crate::components::icon::{Icon, small};
use crate::format;
use crate::state::session::use_api;
use crate::state::toasts::use_toasts;
use foothold_shared::document::{DocumentFormat, DocumentKind};
use foothold_shared::generation::GeneratedFile;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The day a document was made or saved.
pub(crate) fn day(at_ms: i64) -> String {
    intl::date_time(at_ms)
}

/// What a kind of document is called.
pub(super) const fn kind_name(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Resume => "Résumé",
        DocumentKind::Letter => "Letter",
    }
}

const fn format_name(format: DocumentFormat) -> &'static str {
    match format {
        DocumentFormat::Pdf => "PDF",
        DocumentFormat::Docx => "Word",
        DocumentFormat::Text => "Text",
        DocumentFormat::JsonResume => "JSON Resume",
    }
}

/// The buttons, a row for the résumé and one for the letter.
pub(super) fn buttons(set_id: &str, all: &[GeneratedFile]) -> AnyView {
    [DocumentKind::Resume, DocumentKind::Letter]
        .into_iter()
        .map(|kind| {
            let own: Vec<_> = all.iter().filter(|file| file.kind == kind).collect();
            (!own.is_empty()).then(|| {
                let buttons = own
                    .into_iter()
                    .map(|file| button(set_id, file))
                    .collect_view();
                view! {
                    <div class="flex flex-wrap items-center gap-2 mt-2">
                        <span class="hint w-16">{kind_name(kind)}</span>
                        {buttons}
                    </div>
                }
            })
        })
        .collect_view()
        .into_any()
}

fn button(set_id: &str, file: &GeneratedFile) -> AnyView {
    let (api, toasts) = (use_api(), use_toasts());
    let (set_id, name, saved_as) = (
        set_id.to_owned(),
        file.name.clone(),
        file.download_name.clone(),
    );
    let words = format_name(file.format);
    let pages = file
        .pages
        .map(|pages| {
            let pages = usize::try_from(pages).unwrap_or_default();
            format!(", {}", format::count(pages, "page", "pages"))
        })
        .unwrap_or_default();
    let size = format::size(i64::from(file.size_bytes));
    let label = format!("Download {saved_as} ({words}{pages}, {size})");
    let title = format!("{saved_as} · {size}");
    let save = move |_| {
        let (set_id, name, saved_as) = (set_id.clone(), name.clone(), saved_as.clone());
        spawn_local(async move {
            match api.document_file(&set_id, &name).await {
                Ok(bytes) => files::download(&bytes, &saved_as),
                Err(problem) => toasts.say(problem.detail),
            }
        });
    };
    view! { <button class="btn small" type="button" aria-label=label title=title on:click=save>{small(Icon::Download)}{words}</button> }
        .into_any()
}
