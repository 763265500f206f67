//! Importing jobs from a file of one's own: CSV or JSON.

use crate::api::may_pass;
use crate::components::icon::{Icon, small};
use crate::components::pill::{Tone, note};
use crate::format::{count, size};
use crate::state::session::use_api;
use foothold_shared::job::{JobImport, NewJobImport};
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// The server's limit; told before a long upload, and checked there again.
const LARGEST_BYTES: f64 = 4_000_000.0;

/// What became of a file.
#[derive(Clone)]
enum End {
    Taken(JobImport),
    Refused(String),
    /// The server did not take it now; the file is kept, to be sent again.
    Later(String, File),
}

/// The card with the button.
pub(super) fn import() -> AnyView {
    let api = use_api();
    let node = NodeRef::<Input>::new();
    let (end, asking) = (RwSignal::new_local(None::<End>), RwSignal::new(false));
    let take = move |file: File| {
        if let Some(words) = check(&file.name(), file.size()) {
            return end.set(Some(End::Refused(words)));
        }
        asking.set(true);
        end.set(None);
        let kept = file.clone();
        spawn_local(async move {
            let text = JsFuture::from(file.text())
                .await
                .ok()
                .and_then(|text| text.as_string());
            let answer = match text {
                None => End::Refused("The file could not be read. Choose it again.".to_owned()),
                Some(text) => {
                    let file = NewJobImport {
                        name: file.name(),
                        text,
                    };
                    match api.import_jobs(&file).await {
                        Ok(became) => End::Taken(became),
                        Err(problem) if may_pass(&problem) => End::Later(problem.detail, kept),
                        Err(problem) => End::Refused(problem.detail),
                    }
                }
            };
            end.try_set(Some(answer));
            asking.try_set(false);
        });
    };
    let chosen = move |_| {
        if let Some(input) = node.get_untracked() {
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                take(file);
            }
            // So that the same file can be chosen again.
            input.set_value("");
        }
    };
    let open = move |_| {
        if let Some(input) = node.get_untracked().filter(|_| !asking.get_untracked()) {
            input.click();
        }
    };
    view! {
        <section class="card p-4 sm:p-6 grid grid-cols-[minmax(0,1fr)] gap-4 content-start" aria-labelledby="import-title">
            <h2 id="import-title">"Import a file"</h2>
            <p class="text-slate">"A CSV file with a head line (title, company, location, url, description …) or a JSON list of postings, up to 4 MB. The same file again adds nothing. Everybody with an account here can find these jobs."</p>
            <div><button class="btn" type="button" aria-disabled=move || asking.get().then_some("true") on:click=open>
                {small(Icon::Upload)}<span>{move || if asking.get() { "Reading it…" } else { "Choose a file" }}</span>
            </button></div>
            <input class="sr" node_ref=node id="jobs-file" type="file" tabindex="-1" aria-label="A file of jobs" accept=".csv,.json,text/csv,application/json" on:change=chosen />
            <div role="status" class="empty:hidden">{move || end.get().map(|end| shown(end, take))}</div>
        </section>
    }
    .into_any()
}

/// What is wrong with a file before it is sent.
fn check(name: &str, bytes: f64) -> Option<String> {
    let lower = name.to_lowercase();
    if !lower.ends_with(".csv") && !lower.ends_with(".json") {
        return Some(format!(
            "“{name}” is neither CSV nor JSON. Save your list as one of them."
        ));
    }
    (bytes > LARGEST_BYTES).then(|| {
        #[expect(clippy::cast_possible_truncation, reason = "a whole number of bytes")]
        let size = size(bytes as i64);
        format!("“{name}” has {size}. The most we take is 4 MB; split it.")
    })
}

/// "3 jobs are new, 1 has changed, 2 were known."
fn summary(became: &JobImport) -> String {
    let number = |many: i64| usize::try_from(many).unwrap_or_default();
    let are = |many: i64| if many == 1 { "is" } else { "are" };
    let mut parts = vec![format!(
        "{} {} new",
        count(number(became.added), "job", "jobs"),
        are(became.added)
    )];
    if became.changed > 0 {
        let has = if became.changed == 1 { "has" } else { "have" };
        parts.push(format!("{} {has} changed", became.changed));
    }
    if became.same > 0 {
        let was = if became.same == 1 { "was" } else { "were" };
        parts.push(format!("{} {was} known", became.same));
    }
    parts.join(", ") + "."
}

fn shown(end: End, take: impl Fn(File) + 'static) -> AnyView {
    match end {
        End::Later(words, file) => {
            let file_name = file.name();
            let again = move |_| take(file.clone());
            let words_on = format!("Send “{}” again", file_name);
            let content = view! {
                <p>{words}</p>
                <button class="btn small mt-3" type="button" id="import-again" on:click=again>{words_on}</button>
            };
            note(Tone::Brick, content.into_any())
        }
        End::Refused(words) => note(Tone::Brick, words.into_any()),
        End::Taken(became) => {
            let none = became.added + became.changed + became.same == 0;
            let words = if none {
                "No job could be taken from this file.".to_owned()
            } else {
                summary(&became)
            };
            let refused = (!became.refused.is_empty()).then(|| {
                let rows = became
                    .refused
                    .into_iter()
                    .map(|why| view! { <li>{why}</li> })
                    .collect_view();
                view! { <p class="mt-2">"Not taken:"</p><ul class="list-disc pl-5">{rows}</ul> }
            });
            let content = view! { <p>{words}" "{(!none).then(|| view! { <a href="/jobs?order=newest">"See the jobs"</a> })}</p>{refused} };
            let tone = if none { Tone::Amber } else { Tone::Good };
            note(tone, content.into_any())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_became_of_a_file_is_told_in_a_sentence() {
        let became = |added, changed, same| JobImport {
            added,
            changed,
            same,
            refused: Vec::new(),
        };
        assert_eq!(summary(&became(1, 0, 0)), "1 job is new.");
        assert_eq!(
            summary(&became(3, 1, 2)),
            "3 jobs are new, 1 has changed, 2 were known."
        );
    }

    #[test]
    fn files_that_cannot_be_taken_are_told_before_they_are_sent() {
        assert!(check("jobs.CSV", 10.0).is_none());
        assert!(check("jobs.xlsx", 10.0).is_some_and(|words| words.contains("CSV")));
        assert!(check("jobs.json", 5_000_000.0).is_some_and(|words| words.contains("4 MB")));
    }
}
