//! Connecting a device, and disconnecting it.

use crate::stage::Stage;
use anyhow::Result;
use foothold_shared::account::SessionKind;

#[tokio::test(flavor = "multi_thread")]
async fn a_device_gets_its_token_once_and_can_be_disconnected() -> Result<()> {
    let (stage, api) = Stage::signed_in("/extension").await?;
    stage.write("#device-name", "Workshop laptop").await?;
    stage.click("section form button[type=submit]").await?;
    stage.wait("#token").await?;
    assert!(stage.value("#token").await?.len() > 20);
    assert_eq!(
        stage.value("#server-address").await?,
        stage.backend.origin()
    );
    stage.until_says("section li", "Workshop laptop").await?;
    let is_there = || -> Result<bool> {
        let device = |session: &foothold_shared::account::OpenSession| {
            session.name == "Workshop laptop" && session.kind == SessionKind::Token
        };
        Ok(api.sessions()?.iter().any(device))
    };
    assert!(is_there()?);
    // On Home it is the extension; the program that registered the account with its password is not.
    stage.open("/", "main ol").await?;
    stage
        .until_says("main ol", "Connected: Workshop laptop.")
        .await?;

    // Coming back, the token is not shown again.
    stage.open("/extension", "#device-name").await?;
    let shown: bool = stage
        .browser
        .run("return !!document.querySelector('#token')", vec![])
        .await?;
    assert!(!shown);

    stage
        .click("[aria-label='Disconnect Workshop laptop']")
        .await?;
    stage.click(".toast [aria-label=Dismiss]").await?;
    stage
        .until(
            "the device to be gone",
            "return fetch('/api/v1/me/sessions').then((r) => r.json()).then((all) => !all.some((s) => s.name === 'Workshop laptop'))",
            vec![],
        )
        .await?;
    assert!(!is_there()?);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_without_a_name_is_told() -> Result<()> {
    let (stage, _api) = Stage::signed_in("/extension").await?;
    stage.write("#device-name", " ").await?;
    stage.click("section form button[type=submit]").await?;
    assert!(!stage.message_of("#device-name").await?.is_empty());
    Ok(())
}
