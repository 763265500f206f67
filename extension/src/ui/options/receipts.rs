//! The receipts kept in this browser: what was filled where, field by field.

use super::confirm::Confirm;
use super::state::Options;
use crate::browser::clock;
use crate::browser::tasks::spawn;
use crate::messages::{ReceiptEntry, ReceiptState};
use crate::ui::worker;
use foothold_shared::receipt::{FieldResult, NewReceipt, ReceiptField};
use leptos::prelude::*;

#[component]
pub(super) fn Receipts(options: Options) -> impl IntoView {
    view! {
        <section class="card p-6" id="receipts" aria-labelledby="receipts-title">
            <h2 id="receipts-title">"Receipts"</h2>
            {move || {
                let receipts = options.receipts();
                if receipts.is_empty() {
                    return view! {
                        <p class="mt-2 text-slate" id="no-receipts">
                            "Each fill leaves a receipt here: the page, the time, every field and what was written. There is none yet."
                        </p>
                    }.into_any();
                }
                view! {
                    <p class="mt-2 text-slate">"The last 200 are kept in this browser; your account keeps all that were sent."</p>
                    <ul class="mt-4 border-t border-line">
                        {receipts.into_iter().map(|entry| view! { <Entry options entry/> }).collect_view()}
                    </ul>
                    <div class="flex flex-wrap gap-2 mt-5">
                        <button type="button" class="btn" id="export" on:click=move |_| options.export_receipts()>
                            "Export as JSON"
                        </button>
                        <Confirm id="clear" button="Delete all" yes="Delete them"
                            warning="The receipts in this browser are deleted. Those your account has stay there.".to_owned()
                            on_yes=move || options.clear_receipts()/>
                    </div>
                }.into_any()
            }}
        </section>
    }
}

#[component]
fn Entry(options: Options, entry: ReceiptEntry) -> impl IntoView {
    let detail = RwSignal::new(None::<NewReceipt>);
    let receipt_id = entry.receipt_id.clone();
    let load = move |_| {
        if detail.get_untracked().is_some() {
            return;
        }
        let receipt_id = receipt_id.clone();
        spawn(async move {
            match worker::find_receipt(receipt_id).await {
                Ok(found) => detail.set(found),
                Err(failure) => options.fail(failure),
            }
        });
    };
    let title = entry
        .job_title
        .unwrap_or_else(|| "Application form".to_owned());
    let place = entry
        .company
        .unwrap_or_else(|| crate::address::host_of(&entry.page_url));
    let (state, state_class) = match entry.state {
        ReceiptState::Sent => ("In your account".to_owned(), "pill good"),
        ReceiptState::Waiting { .. } => ("To be sent".to_owned(), "pill amber"),
        ReceiptState::Refused { .. } => ("Not accepted".to_owned(), "pill brick"),
    };
    let refused = match entry.state {
        ReceiptState::Refused { detail } => Some(detail),
        _ => None,
    };
    let open = entry.open;
    let counts = format!("{} filled, {open} not", entry.filled);
    view! {
        <li class="border-b border-line">
            <details class="py-2" data-receipt=entry.receipt_id on:toggle=load>
                <summary class="py-1"><span class="inline-flex flex-wrap items-center gap-x-4 gap-y-1 w-[calc(100%-1.5rem)] align-middle">
                    <span class="flex flex-col grow min-w-[14rem]">
                        <span class="font-semibold">{title}</span>
                        <span class="hint">{place}", "<time>{clock::local_time(entry.filled_at_ms)}</time></span>
                    </span>
                    <span class="hint figures">{counts}</span>
                    <span class=state_class>{state}</span>
                </span></summary>
                {refused.map(|words| view! { <p class="note brick mt-2">{words}</p> })}
                <p class="hint mt-2">{entry.page_url}</p>
                {move || detail.get().map(|receipt| view! { <Fields fields=receipt.fields/> })}
            </details>
        </li>
    }
}

#[component]
fn Fields(fields: Vec<ReceiptField>) -> impl IntoView {
    view! {
        <div class="overflow-x-auto mt-2">
            <table class="text-sm">
                <thead>
                    <tr class="border-b border-line">
                        <th scope="col" class="py-1 pr-4">"Question"</th>
                        <th scope="col" class="py-1 pr-4">"Result"</th>
                        <th scope="col" class="py-1">"Value, or why not"</th>
                    </tr>
                </thead>
                <tbody>
                    {fields.into_iter().map(|field| view! { <FieldRow field/> }).collect_view()}
                </tbody>
            </table>
        </div>
    }
}

#[component]
fn FieldRow(field: ReceiptField) -> impl IntoView {
    let result = match field.result {
        FieldResult::Filled => "Filled",
        FieldResult::KeptDifferent => "Page changed it",
        FieldResult::Left => "Left",
        FieldResult::Failed => "Not written",
        FieldResult::Undone => "Taken back",
    };
    let value = field.value.or(field.reason).unwrap_or_default();
    view! {
        <tr class="border-b border-line align-top">
            <td class="py-1 pr-4 min-w-[11rem]">{field.label}</td>
            <td class="py-1 pr-4 whitespace-nowrap">{result}</td>
            <td class="py-1">
                {value}
                {field.kept.map(|kept| view! { <span class="block text-amber">"The page shows: "{kept}</span> })}
                {field.file_sha256.map(|hash| view! { <span class="block hint mono break-all">"SHA-256 "{hash}</span> })}
            </td>
        </tr>
    }
}
