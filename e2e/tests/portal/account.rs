//! Signing up, signing in, and sessions that end.

use crate::stage::{EMAIL, PASSWORD, Stage};
use anyhow::{Result, bail};
use foothold_e2e::api::Api;

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";

/// Presses Tab until the element with this id, or with these words, has the focus.
async fn tab_to(stage: &Stage, wanted: &str) -> Result<()> {
    let mut seen = Vec::new();
    for _ in 0..30 {
        stage.keys(TAB).await?;
        let focused = stage.focused().await?;
        if focused == wanted {
            return Ok(());
        }
        seen.push(focused);
    }
    bail!("Tab never reached {wanted}; it went over {seen:?}")
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_up_needs_no_mouse() -> Result<()> {
    let stage = Stage::empty().await?;
    stage.open("/", "main h1").await?;
    stage.keys(TAB).await?;
    assert_eq!(
        stage.focused().await?,
        "Skip to the page",
        "the first stop skips the navigation"
    );
    tab_to(&stage, "Sign up").await?;
    stage.keys(ENTER).await?;
    stage
        .until(
            "the focus in the form",
            "return document.activeElement?.id === 'email'",
            vec![],
        )
        .await?;
    stage.keys(EMAIL).await?;
    tab_to(&stage, "password").await?;
    stage.keys(PASSWORD).await?;
    stage.keys(ENTER).await?;
    stage.wait_for_page("/").await?;
    stage.until_says("main h1", "Home").await?;
    Api::login(stage.backend.origin(), EMAIL, PASSWORD)?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_can_be_seen_and_slips_are_told_beside_it() -> Result<()> {
    let stage = Stage::empty().await?;
    stage.open("/sign-up", "#email").await?;
    stage.write("#email", EMAIL).await?;
    stage.write("#password", "short").await?;
    stage.click("[aria-label='Show password']").await?;
    let kind: String = stage
        .browser
        .run("return document.querySelector('#password').type", vec![])
        .await?;
    assert_eq!(kind, "text");
    stage.click("form button[type=submit]").await?;
    let message = stage.message_of("#password").await?;
    assert!(message.contains("at least 10 characters"), "{message}");
    assert_eq!(
        stage.focused().await?,
        "password",
        "the focus goes to what is wrong"
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_password_is_told_and_the_right_one_leads_on() -> Result<()> {
    let stage = Stage::empty().await?;
    Api::register(stage.backend.origin(), EMAIL, PASSWORD)?;
    stage.open("/resumes", "#email").await?;
    stage.write("#email", EMAIL).await?;
    stage.write("#password", "not the password").await?;
    stage.click("form button[type=submit]").await?;
    stage.until_says("[role=alert] .note", "password").await?;
    stage.write("#password", PASSWORD).await?;
    stage.click("form button[type=submit]").await?;
    stage.wait_for_page("/resumes").await?;
    stage.until_says("main h1", "Résumés").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_taken_address_is_told() -> Result<()> {
    let stage = Stage::empty().await?;
    Api::register(stage.backend.origin(), EMAIL, PASSWORD)?;
    stage.open("/sign-up", "#email").await?;
    stage.write("#email", EMAIL).await?;
    stage.write("#password", PASSWORD).await?;
    stage.click("form button[type=submit]").await?;
    stage
        .until(
            "what is wrong",
            "return document.querySelector('form .message, form .note.brick')?.textContent.trim()",
            vec![],
        )
        .await?;
    let path: String = stage
        .browser
        .run("return location.pathname", vec![])
        .await?;
    assert_eq!(path, "/sign-up");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expired_access_token_is_renewed_unseen() -> Result<()> {
    let (stage, api) = Stage::signed_in("/profile").await?;
    forget_cookie(&stage, "foothold_access", "/api/v1").await?;
    stage.write("#f-name-given", "Inês").await?;
    stage.saved().await?;
    assert_eq!(api.profile()?.name.given, "Inês");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn when_the_session_ends_no_edit_is_lost() -> Result<()> {
    let (stage, api) = Stage::signed_in("/profile").await?;
    stage.wait("#f-name-given").await?;
    forget_cookie(&stage, "foothold_access", "/api/v1").await?;
    forget_cookie(&stage, "foothold_refresh", "/api/v1/token/refresh").await?;
    stage.write("#f-name-given", "Inês").await?;
    stage.until_says(".note", "session has ended").await?;
    stage.write("#email", EMAIL).await?;
    stage.write("#password", PASSWORD).await?;
    stage.click("form button[type=submit]").await?;
    stage.wait_for_page("/profile").await?;
    stage.saved().await?;
    assert_eq!(stage.value("#f-name-given").await?, "Inês");
    assert_eq!(api.profile()?.name.given, "Inês");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_saves_first_and_leaves_nothing_behind() -> Result<()> {
    let (stage, api) = Stage::signed_in("/profile").await?;
    stage.write("#f-name-family", "Ferro").await?;
    stage.click("header button.quiet:last-of-type").await?;
    stage.until_says("main h1", "Job applications").await?;
    assert_eq!(api.profile()?.name.family, "Ferro");
    stage.open("/profile", "#email").await?;
    let shown: bool = stage
        .browser
        .run("return document.body.textContent.includes('Ferro')", vec![])
        .await?;
    assert!(!shown);
    Ok(())
}

async fn forget_cookie(stage: &Stage, name: &str, path: &str) -> Result<()> {
    let parameters = serde_json::json!({
        "name": name, "url": format!("{}{path}", stage.backend.origin()),
    });
    stage
        .browser
        .cdp("Network.deleteCookies", parameters)
        .await
        .map(drop)
}
