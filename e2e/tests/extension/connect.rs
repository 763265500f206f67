//! The options page: connecting, being disconnected by the account's owner, and leaving.

use crate::account::{self, RESUME_NAME};
use crate::stand::Stand;
use anyhow::Result;
use foothold_e2e::api::DEVICE;
use serde_json::{Value, json};

async fn try_to_connect(stand: &Stand, server: &str, token: &str) -> Result<()> {
    stand.write("#server", server).await?;
    stand.write("#token", token).await?;
    stand.click("#connect").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_connects_once_and_mistakes_are_explained() -> Result<()> {
    let stand = Stand::start().await?;
    stand.open_options().await?;
    for (server, token, place, words) in [
        ("", "x", "#server-message", "Enter the address"),
        (
            "http://foothold.example.org",
            "x",
            "#server-message",
            "Use https",
        ),
        (
            "https://me:secret@foothold.example.org",
            "x",
            "#server-message",
            "user name",
        ),
        (
            stand.backend.origin(),
            " ",
            "#token-message",
            "Paste the token",
        ),
        (
            stand.backend.origin(),
            "not-a-token",
            "#token-message",
            "does not accept this token",
        ),
        (
            &stand.pages.at(""),
            "x",
            "#server-message",
            "not a Foothold server",
        ),
        (
            "http://127.0.0.1:9",
            "x",
            "#server-message",
            "cannot be reached",
        ),
    ] {
        try_to_connect(&stand, server, token).await?;
        stand.wait_text(place, words).await?;
    }

    let account = account::with_profile(stand.backend.origin())?;
    let token = account.device_token()?;
    // The address of any page of the portal does.
    let pasted = format!("{}/extension", stand.backend.origin());
    try_to_connect(&stand, &pasted, &token).await?;
    stand.wait_text("#account", "ada@example.org").await?;
    stand
        .wait_text("#server-address", stand.backend.origin())
        .await?;
    stand
        .wait_text("#profile-age", "Up to date just now")
        .await?;
    stand.wait_text("#resume-name", RESUME_NAME).await?;

    // What stays on disk holds another token than the one that was pasted.
    let connection: Value = stand
        .in_own(
            "return (await chrome.storage.local.get('connection')).connection",
            vec![],
        )
        .await?;
    assert_eq!(connection["server"], stand.backend.origin());
    assert!(
        connection["refresh_token"]
            .as_str()
            .is_some_and(|kept| kept != token)
    );
    let local: Value = stand
        .in_own("return chrome.storage.local.get(null)", vec![])
        .await?;
    assert!(
        local.get("access").is_none(),
        "the access token is in memory only"
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn tokens_rotate_and_an_ended_device_is_told_so() -> Result<()> {
    let (stand, account) = Stand::connected().await?;
    let token = "return (await chrome.storage.local.get('connection')).connection.refresh_token";
    let first: String = stand.in_own(token, vec![]).await?;
    // As after a quarter of an hour: the access token is over.
    stand
        .in_own::<Value>("await chrome.storage.session.remove('access')", vec![])
        .await?;
    stand.click("#sync").await?;
    stand.wait_text("#said", "Everything is up to date").await?;
    let second: String = stand.in_own(token, vec![]).await?;
    assert_ne!(first, second, "each refresh token works once");

    // The worker may be ended at any time; what it needs is in storage.
    stand.end_worker().await?;
    stand.open_options().await?;
    stand.click("#sync").await?;
    stand.wait_text("#said", "Everything is up to date").await?;

    let devices = account.sessions()?;
    let device = devices.iter().find(|device| device.name == DEVICE);
    account.revoke(
        &device
            .expect("the extension is a device of the account")
            .session_id,
    )?;
    stand
        .in_own::<Value>("await chrome.storage.session.remove('access')", vec![])
        .await?;
    stand.click("#sync").await?;
    stand.wait_text("main", "No longer connected").await?;
    stand.wait("#connect").await?;

    // Filling goes on with the profile that is here, and the popup says so.
    stand.open_page("/apply").await?;
    stand.open_popup().await?;
    stand
        .wait_text("#notice", "No longer connected to your account")
        .await?;
    stand.wait_text("#summary", "will be filled").await?;

    // Connecting again is enough.
    stand.open_options().await?;
    let fresh = account.device_token()?;
    try_to_connect(&stand, stand.backend.origin(), &fresh).await?;
    stand.wait_text("main", "Connected").await?;
    stand.wait("#sync").await
}

#[tokio::test(flavor = "multi_thread")]
async fn disconnecting_deletes_everything_here_and_ends_the_device() -> Result<()> {
    let (stand, account) = Stand::connected().await?;
    stand.open_page("/apply").await?;
    stand.open_popup().await?;
    stand.fill().await?;
    stand.open_options().await?;
    stand.wait("[data-receipt]").await?;
    stand.click("#disconnect").await?;
    stand.click("#disconnect-yes").await?;
    stand.wait("#connect").await?;
    stand.wait("#no-receipts").await?;
    for area in ["local", "session"] {
        let left: Value = stand
            .in_own(
                "return chrome.storage[args[0]].get(null)",
                vec![json!(area)],
            )
            .await?;
        assert_eq!(left, json!({}), "storage.{area}");
    }
    let devices = account.sessions()?;
    assert!(
        devices.iter().all(|device| device.name != DEVICE),
        "{devices:?}"
    );
    Ok(())
}
