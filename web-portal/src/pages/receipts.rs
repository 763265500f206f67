//! The list of receipts, newest first.

use super::{heading, signed_in};
use crate::browser::intl;
use crate::components::icon::Icon;
use crate::components::paged::{foot, shown};
use crate::components::pill::{Tone, pill};
use crate::components::state_view::empty;
use crate::format;
use crate::state::paged::Paged;
use crate::state::removal::use_removals;
use crate::state::session::use_api;
use foothold_shared::receipt::ReceiptSummary;
use leptos::prelude::*;

/// How many come at once.
const AT_ONCE: u32 = 20;

/// The page.
pub(crate) fn page() -> AnyView {
    signed_in(list)
}

fn list() -> AnyView {
    let (api, removals) = (use_api(), use_removals());
    let list = Paged::start(move |cursor: Option<String>| async move {
        api.receipts(cursor.as_deref(), AT_ONCE).await
    });
    let shown = shown(list, 3, move |_| {
        let mut all = list.items();
        all.retain(|receipt| !removals.hides(&receipt.receipt_id));
        if all.is_empty() {
            let step =
                view! { <a class="btn primary" href="/extension">"Set up the extension"</a> };
            return empty(
                Icon::Receipt,
                "No receipts yet",
                "Each form the extension fills leaves one: what was written, where, and what was left for you.",
                step.into_any(),
            );
        }
        rows(all)
    });
    view! {
        {heading("Receipts", ().into_any())}
        {shown}
        {foot(list, "Show older")}
    }
    .into_any()
}

/// Receipts as rows, each a link to all of it.
pub(super) fn rows(receipts: Vec<ReceiptSummary>) -> AnyView {
    let rows = receipts.into_iter().map(row).collect_view();
    view! { <ul class="card rule overflow-hidden">{rows}</ul> }.into_any()
}

/// What a receipt is called: the job, else the place it was filled at.
pub(super) fn name<'a>(job_title: Option<&'a str>, page_url: &'a str) -> &'a str {
    match job_title.map(str::trim) {
        Some(title) if !title.is_empty() => title,
        _ => format::host(page_url),
    }
}

fn row(receipt: ReceiptSummary) -> AnyView {
    let title = name(receipt.job_title.as_deref(), &receipt.page_url).to_owned();
    let below = [
        receipt.company.as_deref().unwrap_or_default(),
        format::host(&receipt.page_url),
    ]
    .into_iter()
    .filter(|part| !part.is_empty() && *part != title)
    .collect::<Vec<_>>()
    .join(" · ");
    let open = (receipt.open > 0).then(|| pill(Tone::Quiet, format!("{} open", receipt.open)));
    view! {
        <li class="relative grid gap-x-6 gap-y-2 px-4 py-4 sm:px-6 sm:grid-cols-[minmax(0,1fr)_auto] items-center hover:bg-moss">
            <div class="min-w-0">
                <a class="text-ink font-semibold no-underline hover:underline after:absolute after:inset-0 after:content-['']" href=format!("/receipts/{}", receipt.receipt_id)>{title}</a>
                <p class="hint">{below}</p>
            </div>
            <div class="flex flex-wrap items-center gap-2">
                {receipt.submitted_at_ms.map(|_| pill(Tone::Good, "Sent"))}
                {pill(Tone::Good, format!("{} filled", receipt.filled))}
                {open}
                <time class="hint whitespace-nowrap sm:w-44 sm:text-right">{intl::date_time(receipt.filled_at_ms)}</time>
            </div>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receipt_is_named_by_the_job_or_the_place() {
        let url = "https://jobs.example.org/apply/1";
        assert_eq!(name(Some("Engineer"), url), "Engineer");
        assert_eq!(name(Some(" "), url), "jobs.example.org");
        assert_eq!(name(None, url), "jobs.example.org");
    }
}
