//! One receipt, field by field.

use super::receipts::name;
use super::{arrive, signed_in};
use crate::browser::intl;
use crate::components::icon::{Icon, small};
use crate::components::pill::{Tone, note, pill};
use crate::components::state_view::{failure, skeleton};
use crate::format;
use crate::state::fetched::{Fetched, Now};
use crate::state::removal::use_removals;
use crate::state::session::use_api;
use foothold_shared::receipt::{FieldResult, ReceiptField, ReceiptView, Submission};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};

/// The page.
pub(crate) fn page() -> AnyView {
    signed_in(receipt)
}

fn receipt() -> AnyView {
    let api = use_api();
    let params = use_params_map();
    let id = move || {
        params
            .with_untracked(|params| params.get("id"))
            .unwrap_or_default()
    };
    let ask = move || {
        let id = id();
        async move { api.receipt(&id).await }
    };
    let receipt = Fetched::start(ask);
    view! {
        <a class="inline-flex items-center gap-1 mb-4" href="/receipts">{small(Icon::Back)}"All receipts"</a>
        {move || match receipt.now.get() {
            Now::Loading => skeleton(3),
            Now::Failed(problem) => failure(&problem, move || receipt.again()),
            Now::Ready(receipt) => whole(receipt),
        }}
    }
    .into_any()
}

/// What a result is called, and how it looks.
const fn result_words(result: FieldResult) -> (Tone, &'static str) {
    match result {
        FieldResult::Filled => (Tone::Good, "Filled"),
        FieldResult::KeptDifferent => (Tone::Amber, "Page changed it"),
        FieldResult::Left => (Tone::Quiet, "Left"),
        FieldResult::Failed => (Tone::Brick, "Not written"),
        FieldResult::Undone => (Tone::Quiet, "Undone"),
    }
}

/// How often each result came, in the order of the enum; results that did not come are left out.
fn counts(fields: &[ReceiptField]) -> Vec<(FieldResult, usize)> {
    [
        FieldResult::Filled,
        FieldResult::KeptDifferent,
        FieldResult::Failed,
        FieldResult::Left,
        FieldResult::Undone,
    ]
    .into_iter()
    .map(|result| {
        (
            result,
            fields.iter().filter(|field| field.result == result).count(),
        )
    })
    .filter(|(_, count)| *count > 0)
    .collect()
}

/// "visa_sponsorship" → "visa sponsorship".
fn kind_words(kind: &str) -> String {
    kind.replace('_', " ")
}

fn whole(view: ReceiptView) -> AnyView {
    let (api, removals, navigate) = (use_api(), use_removals(), use_navigate());
    let receipt = view.receipt;
    let title = name(receipt.job_title.as_deref(), &receipt.page_url).to_owned();
    arrive(&format!("Receipt: {title}"), "title");
    let company = receipt
        .company
        .clone()
        .filter(|company| !company.trim().is_empty());
    let address = match format::web_address(&receipt.page_url) {
        Some(url) => view! { <a href=url.to_owned() target="_blank" rel="noopener noreferrer">{receipt.page_url.clone()}</a> }.into_any(),
        None => receipt.page_url.clone().into_any(),
    };
    let pills = counts(&receipt.fields)
        .into_iter()
        .map(|(result, count)| {
            let (tone, words) = result_words(result);
            pill(tone, format!("{count} {}", words.to_lowercase()))
        })
        .collect_view();
    let delete = {
        let id = receipt.receipt_id.clone();
        move |_| {
            removals.remove(
                id.clone(),
                "The receipt is deleted.".to_owned(),
                move |id, leaving| async move { api.delete_receipt(&id, leaving).await },
                || {},
            );
            navigate("/receipts", NavigateOptions::default());
        }
    };
    let fields = receipt.fields.iter().map(field).collect_view();
    let last_words = last_words(receipt.submission.as_ref());
    let sent = receipt.submission.map(sent);
    view! {
        <div class="flex flex-wrap items-start justify-between gap-4">
            <div class="min-w-0">
                <h1 id="title" tabindex="-1">{title}</h1>
                <p class="mt-2 text-slate">{company.map(|company| format!("{company} · "))}<time>{intl::date_time(receipt.filled_at_ms)}</time></p>
                <p class="mt-1 text-sm">{address}</p>
            </div>
            <button class="btn danger small" type="button" on:click=delete>"Delete receipt"</button>
        </div>
        {sent}
        <div class="mt-5 mb-6 flex flex-wrap gap-2">{pills}</div>
        <ul class="card rule" aria-label="Fields">{fields}</ul>
        <p class="hint mt-4">{last_words}</p>
    }
    .into_any()
}

/// That the application was sent, and what the page said to it.
fn sent(submission: Submission) -> AnyView {
    let words = match &submission.confirmation {
        Some(_) => "The page said:",
        None => "You told Foothold that you sent it.",
    };
    let confirmation = submission
        .confirmation
        .map(|said| view! { <blockquote class="whitespace-pre-wrap">{said}</blockquote> });
    let content = view! {
        <p><strong>"Sent "<time>{intl::date_time(submission.submitted_at_ms)}</time>"."</strong>" "{words}</p>
        {confirmation}
        <p class="mt-1"><a href="/applications">"Your applications"</a></p>
    };
    view! { <div class="mt-5">{note(Tone::Good, content.into_any())}</div> }.into_any()
}

/// What the list above is, and is not.
fn last_words(submission: Option<&Submission>) -> &'static str {
    match submission {
        Some(Submission {
            confirmation: Some(_),
            ..
        }) => "This is what the extension wrote, and what the form held when you sent it.",
        _ => {
            "This is what the extension wrote and read back. What you changed by hand afterwards is not in it."
        }
    }
}

fn field(field: &ReceiptField) -> AnyView {
    let (tone, words) = result_words(field.result);
    // The source says it better than the kind, where there is one.
    let kind = || field.kind.as_deref().map(kind_words);
    let quiet = field.source.clone().or_else(kind);
    let value = field.value.clone().map(|value| {
        let undone = field.result == FieldResult::Undone;
        view! { <p class="whitespace-pre-wrap" class=("line-through", move || undone)>{value}</p> }
    });
    let kept = field.kept.clone().map(
        |kept| view! { <p class="text-amber whitespace-pre-wrap">"The page kept: " {kept}</p> },
    );
    let reason = field
        .reason
        .clone()
        .map(|reason| view! { <p class="text-slate">{reason}</p> });
    let hash = field.file_sha256.clone().map(|hash| {
        view! { <p class="hint">"File " <span class="mono" title=format!("SHA-256 {hash}")>{format::short_hash(&hash).to_owned()}</span></p> }
    });
    view! {
        <li class="grid gap-x-6 gap-y-1 px-4 py-4 sm:px-6 md:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)_11rem]">
            <div class="min-w-0">
                <p class="font-semibold">{field.label.clone()}</p>
                <p class="hint">{quiet}</p>
            </div>
            <div class="min-w-0">{value}{kept}{reason}{hash}</div>
            <div class="md:text-right">{pill(tone, words)}</div>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_only_what_came() {
        let of = |result| ReceiptField {
            label: "Question".to_owned(),
            kind: None,
            result,
            value: None,
            kept: None,
            source: None,
            reason: None,
            file_sha256: None,
        };
        let fields = [
            of(FieldResult::Left),
            of(FieldResult::Filled),
            of(FieldResult::Filled),
        ];
        assert_eq!(
            counts(&fields),
            [(FieldResult::Filled, 2), (FieldResult::Left, 1)]
        );
        assert_eq!(kind_words("visa_sponsorship"), "visa sponsorship");
    }
}
