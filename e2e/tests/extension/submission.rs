//! Whether the application was sent: by a new page, in place, in a frame, offline, elsewhere, or not at all.

use crate::after::Filled;
use crate::stand::Stand;
use anyhow::{Context as _, Result};
use foothold_shared::receipt::FieldResult;
use serde_json::{Value, json};

const WAKE: &str = "const extension = await import('/foothold.js'); await extension.default(); await extension.on_wake()";

#[tokio::test(flavor = "multi_thread")]
async fn a_sent_form_closes_its_receipt_with_what_was_really_sent() -> Result<()> {
    let (stand, account) = Stand::connected().await?;
    let page = Filled::open(&stand, "/application").await?;
    assert_eq!(page.submitted().await?, Value::Null);
    page.write("#last_name", "Lovelace").await?;
    page.write("#why", "I like bread.").await?;
    page.click("#terms").await?;
    // The worker may be ended at any moment.
    stand.end_worker().await?;
    page.click("#send").await?;
    let confirmation = page.sent().await?;
    let confirmation = confirmation.as_str().context("a confirmation")?.to_owned();
    assert!(
        confirmation.contains("received your application for Night Baker"),
        "{confirmation}"
    );

    let receipt = page
        .at_server(&account, |api| Ok(api.receipts()?.pop()))
        .await?;
    let submission = receipt.submission.context("the receipt is closed")?;
    assert_eq!(
        submission.confirmation.as_deref(),
        Some(confirmation.as_str())
    );
    assert!(submission.submitted_at_ms >= receipt.filled_at_ms);
    let field = |label: &str| {
        receipt
            .fields
            .iter()
            .find(|field| field.label.contains(label))
    };
    let name = field("Last name").context("the last name")?;
    assert_eq!(name.result, FieldResult::KeptDifferent);
    assert_eq!(
        (name.value.as_deref(), name.kept.as_deref()),
        (Some("Example"), Some("Lovelace"))
    );
    let why = field("Why do you want").context("the question")?;
    assert_eq!(
        (why.result, why.kept.as_deref()),
        (FieldResult::Left, Some("I like bread."))
    );
    let first = field("First name").context("the first name")?;
    assert_eq!(
        (first.result, first.kept.as_deref()),
        (FieldResult::Filled, None)
    );
    let terms = field("I agree").context("the consent")?;
    assert_eq!(terms.kept, None, "consent is the person's alone");

    let applications = account.applications()?;
    assert_eq!(applications.len(), 1);
    let application = &applications[0].application;
    assert_eq!(application.job_title.as_deref(), Some("Night Baker"));
    assert_eq!(
        application.receipt_id.as_deref(),
        Some(receipt.receipt_id.as_str())
    );
    assert_eq!(application.page_url, stand.pages.at("/application"));
    assert_eq!(
        application.confirmation.as_deref(),
        Some(confirmation.as_str())
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_answers_in_place_is_understood() -> Result<()> {
    let (stand, account) = Stand::connected().await?;
    let page = Filled::open(&stand, "/in-place").await?;
    // Keeping a draft sends nothing.
    page.click("#draft").await?;
    // Errors: nothing was sent.
    page.click("#send").await?;
    page.until("the errors", "(await chrome.storage.session.get(key('watch')))[key('watch')].pressed === null && (await chrome.storage.session.get(key('fill')))[key('fill')].frames[0].held")
        .await?;
    assert_eq!(page.submitted().await?, Value::Null);
    page.write("#why", "Bread.").await?;
    stand.end_worker().await?;
    page.click("#send").await?;
    assert_eq!(
        page.sent().await?,
        "Application submitted\nWe read it within a week."
    );
    stand.end_worker().await?;
    stand.in_own::<Value>(WAKE, vec![]).await?;
    // Whoever asks later hears the same, and nothing is recorded twice.
    assert!(!page.submitted().await?["sent"].is_null());
    let applications = page
        .at_server(&account, |api| Ok(Some(api.applications()?)))
        .await?;
    assert_eq!(applications.len(), 1);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_server_it_is_recorded_later_and_once() -> Result<()> {
    let (mut stand, account) = Stand::connected().await?;
    stand.backend.stop();
    {
        let page = Filled::open(&stand, "/application").await?;
        page.click("#terms").await?;
        page.click("#send").await?;
        page.sent().await?;
        page.until(
            "the application to wait",
            "(await chrome.storage.local.get('outbox')).outbox.waiting[0]?.attempts > 0",
        )
        .await?;
    }
    stand.backend.restart().await?;
    for _ in 0..2 {
        stand.in_own::<Value>(WAKE, vec![]).await?;
    }
    assert_eq!(account.applications()?.len(), 1);
    assert!(account.receipts()?[0].submission.is_some());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn where_no_page_tells_the_person_does() -> Result<()> {
    let stand = Stand::with_access(&["http://127.0.0.1/*"]).await?;
    let account = stand.connect().await?;
    for path in ["/to-elsewhere", "/to-silence"] {
        let page = Filled::open(&stand, path).await?;
        page.click("#terms").await?;
        page.click("#send").await?;
        page.until("not to be known", "(await last())?.submitted?.unsure")
            .await?;
        let view = page.ask(json!({ "kind": "sent", "tab": page.tab })).await?;
        let sent = &view["filled"]["submitted"]["sent"];
        assert!(
            sent["at_ms"].is_i64() && sent["confirmation"].is_null(),
            "{view}"
        );
        let receipt = page
            .at_server(&account, |api| Ok(api.receipts()?.into_iter().next()))
            .await?;
        let submission = receipt.submission.context("the receipt is closed")?;
        assert_eq!(submission.confirmation, None);
    }
    assert_eq!(account.applications()?.len(), 2);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_comes_back_with_errors_was_not_sent() -> Result<()> {
    let (stand, account) = Stand::connected().await?;
    let page = Filled::open(&stand, "/refuses").await?;
    page.click("#terms").await?;
    page.click("#send").await?;
    stand.to_page().await?;
    stand.wait("[role=alert]").await?;
    stand.to_own().await?;
    page.judged().await?;
    assert_eq!(page.submitted().await?, Value::Null);
    assert!(account.applications()?.is_empty());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_in_a_frame_tells_in_its_frame() -> Result<()> {
    let (stand, _account) = Stand::connected().await?;
    let page = Filled::open(&stand, "/holds-frame").await?;
    stand.to_page().await?;
    let press = "const page = document.getElementById('frame').contentDocument; \
                 page.getElementById('terms').click(); page.getElementById('send').click()";
    stand.browser.run::<Value>(press, vec![]).await?;
    stand.to_own().await?;
    let confirmation = page.sent().await?;
    assert!(
        confirmation
            .as_str()
            .is_some_and(|text| text.contains("received your application"))
    );
    Ok(())
}
