//! Without a server: filling goes on, and what could not be sent is sent later.

use crate::account::{self, profile, resume};
use crate::stand::Stand;
use anyhow::Result;
use serde_json::Value;

const WAKE: &str = "const extension = await import('/foothold.js'); await extension.default(); await extension.on_wake()";

#[tokio::test(flavor = "multi_thread")]
async fn a_fill_without_the_server_keeps_its_receipt_until_it_can_be_sent() -> Result<()> {
    let (mut stand, account) = Stand::connected().await?;
    stand.backend.stop();
    stand.open_page("/apply").await?;
    stand.open_popup().await?;
    stand.fill().await?;
    assert_eq!(stand.values(&["first_name"]).await?, ["Ada"]);

    // Opened again: it says that it is offline, and how old the profile is.
    stand.in_own::<Value>(WAKE, vec![]).await?;
    stand.open_popup().await?;
    stand
        .wait_text(
            "#notice",
            "The server cannot be reached. Filling with the profile from",
        )
        .await?;
    stand
        .wait_text("#notice", "1 receipt will be sent later")
        .await?;
    let alarms: Vec<String> = stand
        .in_own(
            "return (await chrome.alarms.getAll()).map((alarm) => alarm.name)",
            vec![],
        )
        .await?;
    assert_eq!(alarms, ["retry"], "it will be tried again by itself");
    stand.open_options().await?;
    stand.wait_text("[data-receipt]", "To be sent").await?;
    stand.wait_text("#waiting", "1").await?;

    // The server is back: the alarm, or the network's return, sends what waits.
    stand.backend.restart().await?;
    stand.in_own::<Value>(WAKE, vec![]).await?;
    assert_eq!(account.receipts()?.len(), 1);
    stand.open_options().await?;
    stand.wait_text("[data-receipt]", "In your account").await?;
    stand.in_own::<Value>(WAKE, vec![]).await?;
    assert_eq!(account.receipts()?.len(), 1, "once is enough");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_profile_arrives_while_the_popup_is_open() -> Result<()> {
    let stand = Stand::start().await?;
    let account = account::register(stand.backend.origin())?;
    stand.open_options().await?;
    stand.write("#server", stand.backend.origin()).await?;
    stand.write("#token", &account.device_token()?).await?;
    stand.click("#connect").await?;
    stand.wait_text("#profile-age", "Empty").await?;
    stand.wait_text("#resume-name", "None").await?;

    stand.open_page("/apply").await?;
    stand.open_popup().await?;
    stand.wait_text("#notice", "Your profile is empty").await?;
    stand.wait_text("#fill", "Nothing to fill").await?;

    // The person writes it in the portal, then comes back; the browser was offline for a moment.
    account.save_profile(&profile())?;
    account.upload_resume("Ada.pdf", &resume())?;
    stand
        .browser
        .run::<()>("window.dispatchEvent(new Event('online'))", vec![])
        .await?;
    stand.wait_text("#summary", "5 will be filled").await?;
    stand.wait_text("#will-fill", "Ada.pdf").await
}
