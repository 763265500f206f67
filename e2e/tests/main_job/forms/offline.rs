//! Without the server a form is filled from what the browser keeps; the receipt follows later.

use crate::page::{LIMIT, submit, tick};
use crate::stage::Stage;
use crate::{expect, person, popup};
use anyhow::Result;

#[tokio::test(flavor = "multi_thread")]
async fn without_the_server_a_form_is_filled_all_the_same() -> Result<()> {
    let (mut stage, api) = Stage::connected(&person::profile()).await?;
    stage.backend.stop();
    let form = stage.jobs.form("quillmark-product-designer");
    stage.open(&form, "input[name=name]").await?;
    stage.look().await?;
    let filled = stage.fill().await?;
    expect::no_trouble(&filled);
    let browser = &stage.browser;
    tick(
        browser,
        "#application-form",
        "I have read the privacy notice",
    )
    .await?;
    let submission = stage.submission(&submit(browser, "#btn-submit").await?)?;
    assert_eq!(submission.values()["Full name"], "Mara Lindqvist");
    expect::resume(&submission, "resume")?;

    // The extension says so, and that a receipt waits.
    stage.to_popup().await?;
    let options = stage.extension.address("options.html");
    browser.goto(&options).await?;
    browser
        .wait_until(
            "the receipt to be waiting",
            "return document.querySelector('#waiting')?.textContent.startsWith('1')",
            vec![],
            LIMIT,
        )
        .await?;

    stage.backend.restart().await?;
    let browser = &stage.browser;
    crate::page::click(browser, "#sync").await?;
    browser
        .wait_until(
            "the receipt to be sent",
            "return !!document.querySelector('#sync') && !document.querySelector('#waiting') \
             && !document.querySelector('#sync-failure')",
            vec![],
            LIMIT,
        )
        .await?;
    let receipts = api.receipts()?;
    assert_eq!(receipts.len(), 1);
    assert!(
        popup::text(browser, "#receipts")
            .await?
            .contains("In your account")
    );
    Ok(())
}
