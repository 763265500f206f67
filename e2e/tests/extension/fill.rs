//! Filling one form, and taking it back.

use crate::account::{RESUME_NAME, resume};
use crate::stand::{LIMIT, Stand};
use anyhow::Result;
use foothold_shared::receipt::FieldResult;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

const ALL: [&str; 7] = [
    "first_name",
    "last_name",
    "email",
    "linkedin",
    "resume",
    "why",
    "terms",
];
const LINKEDIN: &str = "https://www.linkedin.com/in/ada-example";
const FILLED: [&str; 7] = [
    "Ada",
    "Example",
    "ada.applies@example.org",
    LINKEDIN,
    RESUME_NAME,
    "",
    "false",
];

#[tokio::test(flavor = "multi_thread")]
async fn a_form_is_filled_remembered_and_taken_back() -> Result<()> {
    let (stand, account) = Stand::connected().await?;
    stand.open_page("/apply?token=secret").await?;
    stand.open_popup().await?;
    stand.fill().await?;
    assert!(stand.text("#outcome").await?.starts_with("5 fields filled"));
    assert_eq!(stand.values(&ALL).await?, FILLED);
    assert_eq!(
        stand.text("[role=status]").await?,
        stand.text("#outcome").await?
    );

    // The receipt is here and in the account, without the address's query.
    stand.wait_text("#receipt", "kept").await?;
    wait_for_receipt(&stand, "sent").await?;
    let receipt = account.receipts()?.remove(0);
    assert_eq!(receipt.page_url, stand.pages.at("/apply"));
    assert_eq!(receipt.job_title.as_deref(), Some("Night Baker"));
    let filled = receipt
        .fields
        .iter()
        .filter(|field| field.result == FieldResult::Filled);
    assert_eq!(filled.count(), 5);
    let file = receipt
        .fields
        .iter()
        .find_map(|field| field.file_sha256.clone());
    assert_eq!(file, Some(hex::encode(Sha256::digest(resume()))));

    // The popup was closed, the worker was ended: the fill is still known, and one field goes back.
    stand.end_worker().await?;
    stand.open_popup().await?;
    stand.wait_text("#outcome", "5 fields filled").await?;
    stand
        .click("#filled li:nth-child(1) [data-do=undo]")
        .await?;
    stand.wait("#undone").await?;
    stand.settled().await?;
    assert_eq!(
        stand.values(&["first_name", "last_name"]).await?,
        ["", "Example"]
    );

    // Then all the rest.
    stand.click("#undo-all").await?;
    stand.wait_text("#outcome", "0 fields filled").await?;
    assert_eq!(stand.values(&ALL).await?, ["", "", "", "", "", "", "false"]);
    wait_for_receipt(&stand, "sent").await?;
    let receipts = account.receipts()?;
    assert_eq!(
        receipts.len(),
        1,
        "the later state replaces the earlier one"
    );
    assert!(
        receipts[0]
            .fields
            .iter()
            .all(|field| field.result != FieldResult::Filled)
    );

    // Leaving the page ends it.
    stand.open_page("/apply").await?;
    stand.open_popup().await?;
    stand.wait("#fill").await?;

    // The options list it, with its fields.
    stand.open_options().await?;
    stand.click("[data-receipt] summary").await?;
    stand
        .wait_text("[data-receipt] table", "Taken back")
        .await?;

    // Deleting them here leaves the account's alone.
    stand.click("#clear").await?;
    stand.click("#clear-yes").await?;
    stand.wait("#no-receipts").await?;
    assert_eq!(account.receipts()?.len(), 1);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_person_wrote_stays_unless_they_say_otherwise() -> Result<()> {
    let (stand, _account) = Stand::connected().await?;
    stand.open_page("/apply").await?;
    stand.write("#first_name", "Adelheid").await?;
    stand.open_popup().await?;
    assert_eq!(
        stand.text("#summary").await?,
        "7 fields found, 4 will be filled."
    );
    stand.fill().await?;
    assert_eq!(
        stand.values(&["first_name", "last_name"]).await?,
        ["Adelheid", "Example"]
    );

    stand.click("#again").await?;
    stand.wait("#fill").await?;
    stand.click("#overwrite").await?;
    stand.wait_text("#will-fill", "First name").await?;
    stand.settled().await?;
    stand.fill().await?;
    assert_eq!(stand.values(&["first_name"]).await?, ["Ada"]);
    stand.click("#undo-all").await?;
    stand.wait("#undone").await?;
    assert_eq!(
        stand.values(&["first_name"]).await?,
        ["Adelheid"],
        "undo brings it back"
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_strict_page_is_filled_as_any_other() -> Result<()> {
    let (stand, _account) = Stand::connected().await?;
    stand.open_page("/strict").await?;
    stand.open_popup().await?;
    stand.fill().await?;
    assert_eq!(stand.values(&ALL).await?, FILLED);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_page_makes_of_it_is_reported() -> Result<()> {
    let (stand, _account) = Stand::connected().await?;
    stand.open_page("/forgetful").await?;
    stand.open_popup().await?;
    stand.fill().await?;
    stand
        .wait_text("#needs-you [data-part=kept]", "EXAMPLE.")
        .await?;
    stand
        .wait_text("#needs-you [data-part=value]", "Example")
        .await?;

    // A file that the page does not take is offered for saving, and its field is shown.
    stand.open_page("/refuses-files").await?;
    stand.open_popup().await?;
    stand.fill().await?;
    stand.wait_text("#needs-you", "Save file").await?;
    stand.click("#needs-you [data-do=save]").await?;
    stand.to_page().await?;
    let focused = "return document.activeElement.id === 'resume'";
    stand
        .browser
        .wait_until("the file's field to be shown", focused, vec![], LIMIT)
        .await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_key_fills_without_the_popup_and_the_badge_tells() -> Result<()> {
    let (stand, _account) = Stand::connected().await?;
    let keys: Vec<String> = stand
        .in_own(
            "return (await chrome.commands.getAll()).map((key) => key.name)",
            vec![],
        )
        .await?;
    assert!(keys.contains(&"fill".to_owned()), "{keys:?}");
    stand.open_page("/apply").await?;
    let tab = stand.tab().await?;
    // A headless browser has no keyboard shortcuts: what the shortcut calls is called here.
    let press = "const extension = await import('/foothold.js'); await extension.default(); \
                 await extension.on_command('fill', args[0])";
    stand.in_own::<Value>(press, vec![json!(tab)]).await?;
    assert_eq!(stand.values(&ALL).await?, FILLED);
    assert_eq!(
        badge(&stand, tab).await?,
        (
            "1".to_owned(),
            "Foothold: 5 fields filled, 1 needs you.".to_owned()
        )
    );

    // The next page has nothing of it.
    stand.open_page("/empty").await?;
    stand.to_own().await?;
    assert_eq!(badge(&stand, tab).await?.0, "");
    // Where there is nothing to fill, it says so.
    stand.in_own::<Value>(press, vec![json!(tab)]).await?;
    assert_eq!(
        badge(&stand, tab).await?,
        (
            "!".to_owned(),
            "Foothold: No application form found on this page.".to_owned()
        )
    );
    Ok(())
}

async fn badge(stand: &Stand, tab: i64) -> Result<(String, String)> {
    let read = "return [await chrome.action.getBadgeText({tabId: args[0]}), await chrome.action.getTitle({tabId: args[0]})]";
    stand.in_own(read, vec![json!(tab)]).await
}

/// Waits until the newest receipt is in a state.
async fn wait_for_receipt(stand: &Stand, state: &str) -> Result<()> {
    stand
        .in_own::<Value>(
            "const state = async () => (await chrome.storage.local.get('receipts')).receipts?.entries[0]?.entry.state.kind;\
             while (await state() !== args[0]) await new Promise((go) => {\
               const listener = () => { chrome.storage.onChanged.removeListener(listener); go(); };\
               chrome.storage.onChanged.addListener(listener);\
               state().then((now) => { if (now === args[0]) listener(); }); });",
            vec![json!(state)],
        )
        .await
        .map(drop)
}
