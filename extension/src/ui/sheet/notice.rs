//! The lines above the screen: how old the profile is when that matters, and what went wrong beside it.

use super::open_options;
use super::state::Sheet;
use crate::age;
use crate::browser::clock;
use crate::messages::{Failure, Status};
use crate::ui::icons::{Icon, Kind};
use leptos::prelude::*;

/// A profile older than this is worth a word.
const OLD_MS: i64 = 24 * 60 * 60_000;

#[component]
pub(super) fn Notices(sheet: Sheet) -> impl IntoView {
    let of_status = move || {
        sheet
            .status()
            .and_then(|status| words(&status, clock::now_ms()))
    };
    view! {
        {move || of_status().map(|notice| view! {
            <div class="note amber flex-none rounded-none border-0 border-b py-2 text-sm" id="notice">
                <Icon kind=Kind::Warning/>
                <p class="grow">{notice.words}</p>
                {notice.connect.then(|| view! {
                    <button type="button" class="link font-semibold" on:click=move |_| open_options(sheet)>
                        "Open options" </button>
                })}
            </div>
        })}
        {move || sheet.trouble().map(|failure| view! {
            <div class="note brick flex-none rounded-none border-0 border-b py-2 text-sm" role="alert" id="trouble">
                <Icon kind=Kind::Cross/>
                <p>{failure.words()}</p>
            </div>
        })}
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Notice {
    words: String,
    connect: bool,
}

/// What a person should know before filling; nothing where all is well.
fn words(status: &Status, now_ms: i64) -> Option<Notice> {
    status.connected.as_ref()?;
    let profile = status.profile.as_ref()?;
    let from = age::ago(now_ms, profile.synced_at_ms);
    let notice = |words: String, connect| Some(Notice { words, connect });
    let waiting = match status.waiting_receipts {
        0 => String::new(),
        1 => " 1 receipt will be sent later.".to_owned(),
        n => format!(" {n} receipts will be sent later."),
    };
    if status
        .connected
        .as_ref()
        .is_some_and(|connected| connected.revoked)
    {
        return notice(
            format!("No longer connected to your account. Filling with the profile from {from}."),
            true,
        );
    }
    match &status.sync_failure {
        Some(Failure::Offline) => notice(
            format!("The server cannot be reached. Filling with the profile from {from}.{waiting}"),
            false,
        ),
        Some(failure) => notice(
            format!("{} Your profile here is from {from}.", failure.words()),
            matches!(failure, Failure::NotAllowed { .. }),
        ),
        None if profile.empty => notice(
            "Your profile is empty. Write it in the portal first.".to_owned(),
            false,
        ),
        None if now_ms - profile.synced_at_ms > OLD_MS => {
            notice(format!("Your profile here is from {from}."), false)
        }
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{Connected, ProfileState};

    const NOW_MS: i64 = 1_000 * 60 * 60_000;

    fn status(sync_failure: Option<Failure>, revoked: bool, age_ms: i64, empty: bool) -> Status {
        Status {
            connected: Some(Connected {
                server: "https://foothold.example".into(),
                email: "ada@example.org".into(),
                revoked,
            }),
            profile: Some(ProfileState {
                version: "1".into(),
                synced_at_ms: NOW_MS - age_ms,
                empty,
            }),
            sync_failure,
            ..Status::default()
        }
    }

    fn text(status: &Status) -> Option<String> {
        words(status, NOW_MS).map(|notice| notice.words)
    }

    #[test]
    fn a_fresh_profile_needs_no_words() {
        assert_eq!(text(&status(None, false, 1000, false)), None);
        assert_eq!(text(&Status::default()), None);
    }

    #[test]
    fn offline_says_how_old_the_profile_is() {
        let mut offline = status(Some(Failure::Offline), false, 3 * 60 * 60_000, false);
        offline.waiting_receipts = 2;
        assert_eq!(
            text(&offline).as_deref(),
            Some(
                "The server cannot be reached. Filling with the profile from 3 hours ago. \
                 2 receipts will be sent later."
            )
        );
    }

    #[test]
    fn a_revoked_device_is_told_to_connect_again() {
        let notice = words(&status(Some(Failure::Revoked), true, 0, false), NOW_MS);
        assert!(notice.is_some_and(|notice| notice.connect && notice.words.contains("just now")));
    }

    #[test]
    fn an_empty_or_old_profile_is_named() {
        assert!(text(&status(None, false, 0, true)).is_some_and(|text| text.contains("empty")));
        assert_eq!(
            text(&status(None, false, 50 * 60 * 60_000, false)).as_deref(),
            Some("Your profile here is from 2 days ago.")
        );
    }
}
