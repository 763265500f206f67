//! The connection as it stands: whose it is, how fresh what is kept here is, and its end.

use super::confirm::Confirm;
use super::state::Options;
use crate::age;
use crate::browser::clock;
use crate::messages::{Connected, Failure, Status};
use crate::ui::icons::{Icon, Kind};
use leptos::prelude::*;

#[component]
pub(super) fn ConnectedCard(
    options: Options,
    status: Status,
    connected: Connected,
) -> impl IntoView {
    let now_ms = clock::now_ms();
    let revoked = connected.revoked;
    let profile = match &status.profile {
        None => "Not here yet".to_owned(),
        Some(profile) if profile.empty => "Empty: write it in the portal".to_owned(),
        Some(profile) => format!("Up to date {}", age::ago(now_ms, profile.synced_at_ms)),
    };
    let resume = match &status.resume {
        None => "None: upload one in the portal".to_owned(),
        Some(resume) => format!("{} ({})", resume.file_name, age::size(resume.size_bytes)),
    };
    let trouble = status
        .sync_failure
        .as_ref()
        .filter(|_| !revoked)
        .map(|f| f.words());
    let forbidden = matches!(status.sync_failure, Some(Failure::NotAllowed { .. }));
    let server = connected.server.clone();
    let waiting = status.waiting_receipts;
    let warning = match waiting {
        0 => "Your profile, résumé and receipts are deleted from this browser. Your account keeps them."
            .to_owned(),
        1 => "1 receipt was not sent yet and will be lost. Everything kept in this browser is deleted."
            .to_owned(),
        n => format!("{n} receipts were not sent yet and will be lost. Everything kept in this browser is deleted."),
    };
    view! {
        <section class="card p-6" aria-labelledby="account">
            <div class="flex flex-wrap items-center justify-between gap-2">
                <h2 id="account" tabindex="-1">{connected.email}</h2>
                {if revoked {
                    view! { <span class="pill amber"><Icon kind=Kind::Warning/>"No longer connected"</span> }.into_any()
                } else {
                    view! { <span class="pill good"><Icon kind=Kind::Tick/>"Connected"</span> }.into_any()
                }}
            </div>
            <dl class="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 mt-4">
                <dt class="text-slate">"Server"</dt><dd id="server-address">{connected.server}</dd>
                <dt class="text-slate">"Profile"</dt><dd id="profile-age">{profile}</dd>
                <dt class="text-slate">"Résumé"</dt><dd id="resume-name">{resume}</dd>
                {(waiting > 0).then(|| view! {
                    <dt class="text-slate">"Receipts"</dt><dd id="waiting">{waiting}" to be sent"</dd>
                })}
            </dl>
            {trouble.map(|words| view! {
                <div class="note amber mt-4 items-center" id="sync-failure">
                    <Icon kind=Kind::Warning/>
                    <p class="grow">{words}</p>
                    {forbidden.then(|| view! {
                        <button type="button" class="btn small flex-none" id="allow"
                            on:click=move |_| options.allow(server.clone())>
                            "Allow"
                        </button>
                    })}
                </div>
            })}
            <div class="flex flex-wrap gap-2 mt-5">
                {(!revoked).then(|| view! {
                    <button type="button" class="btn" id="sync" disabled=move || options.is_busy()
                        on:click=move |_| options.sync()>
                        {move || if options.is_busy() { "Syncing" } else { "Sync now" }}
                    </button>
                })}
                <Confirm id="disconnect" button="Disconnect" warning yes="Disconnect and delete"
                    on_yes=move || options.disconnect()/>
            </div>
        </section>
    }
}
