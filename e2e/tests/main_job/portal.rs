//! The whole way as a person goes it the first time, everything in the browser: sign up, profile,
//! résumé, connecting, filling, submitting, receipt.

use crate::page::{click, click_text, submit, wait, write};
use crate::stage::Stage;
use crate::{expect, page, person, popup};
use anyhow::Result;
use foothold_e2e::api::Api;
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn from_signing_up_to_the_receipt() -> Result<()> {
    let stage = Stage::empty().await?;
    let browser = &stage.browser;
    let portal = stage.backend.origin().to_owned();

    // Sign up.
    stage.open(&format!("{portal}/sign-up"), "#email").await?;
    write(browser, "#email", person::ACCOUNT).await?;
    write(browser, "#password", person::PASSWORD).await?;
    click(browser, "form button[type=submit]").await?;
    browser
        .wait_until(
            "the portal to let the person in",
            "return !location.pathname.startsWith('/sign-up')",
            vec![],
            page::LIMIT,
        )
        .await?;

    // Write some of the profile by hand; it saves itself.
    stage
        .open(&format!("{portal}/profile"), "[autocomplete=given-name]")
        .await?;
    write(browser, "[autocomplete=given-name]", "Mara").await?;
    write(browser, "[autocomplete=family-name]", "Lindqvist").await?;
    write(
        browser,
        "#contact input[type=email]",
        "mara.lindqvist@mail.example",
    )
    .await?;
    let api = Api::login(&portal, person::ACCOUNT, person::PASSWORD)?;
    browser
        .wait_until(
            "the profile to be saved",
            "return /^Saved/.test(document.querySelector('#save-state')?.textContent ?? '')",
            vec![],
            page::LIMIT,
        )
        .await?;
    let saved = api.profile()?;
    assert_eq!(saved.name.given, "Mara");
    assert_eq!(saved.name.family, "Lindqvist");
    assert_eq!(saved.contact.email, "mara.lindqvist@mail.example");
    // The rest through the API, as a third party would.
    api.save_profile(&person::profile())?;

    // Upload the résumé.
    let folder = tempfile::tempdir()?;
    let file = folder.path().join(person::RESUME_NAME);
    std::fs::write(&file, person::resume())?;
    stage
        .open(&format!("{portal}/resumes"), "#resume-file")
        .await?;
    page::type_keys(browser, "#resume-file", &file.display().to_string()).await?;
    browser
        .wait_until(
            "the résumé in the list",
            "return [...document.querySelectorAll('main li')]\
               .some((row) => row.textContent.includes(arguments[0]))",
            vec![json!(person::RESUME_NAME)],
            page::LIMIT,
        )
        .await?;

    // Make a token and connect the extension with what the page shows.
    stage
        .open(&format!("{portal}/extension"), "#device-name")
        .await?;
    click_text(browser, "button", "Create a token").await?;
    wait(browser, "#token").await?;
    let shown: (String, String) = browser
        .run(
            "return [document.querySelector('#server-address').value, \
             document.querySelector('#token').value]",
            vec![],
        )
        .await?;
    assert_eq!(shown.0, portal);
    stage.connect(&shown.1).await?;

    // Read the job, open its form, look, fill.
    stage
        .open(
            &format!("{}/jobs/tidewell-data-engineer", stage.jobs.origin()),
            ".button",
        )
        .await?;
    click(browser, ".button").await?;
    wait(browser, "#first_name").await?;
    let understood = stage.look().await?;
    assert_eq!(
        popup::text(browser, "#job").await?,
        "Data Engineer, Forecasting"
    );
    let company = popup::text(browser, "#company").await?;
    assert!(company.contains("Tidewell Instruments"), "{company}");
    assert!(understood.iter().any(|line| line.list == "will-fill"));
    let filled = stage.fill().await?;
    expect::no_trouble(&filled);
    page::assert_traps_untouched(browser).await?;

    // The rest is the person's.
    write(
        browser,
        crate::forms::greenhouse::NIGHT,
        "The gauge at pier four.",
    )
    .await?;
    crate::forms::greenhouse::consent(browser).await?;
    let application = submit(browser, "[data-qa=submit]").await?;
    let submission = stage.submission(&application)?;
    expect::resume(&submission, "resume")?;
    assert_eq!(submission.values()["First Name"], "Mara");

    // The receipt in the portal lists what was filled.
    stage
        .open(&format!("{portal}/receipts"), "main a[href^='/receipts/']")
        .await?;
    click(browser, "main a[href^='/receipts/']").await?;
    wait(browser, "[aria-label=Fields] li").await?;
    let listed: String = browser
        .run("return document.querySelector('main').textContent", vec![])
        .await?;
    assert!(listed.contains("Data Engineer, Forecasting"), "{listed}");
    for line in filled.iter().filter(|line| line.list == "filled") {
        assert!(listed.contains(&line.label), "{} is not listed", line.label);
        assert!(listed.contains(&line.value), "{} is not listed", line.value);
    }
    let receipt = api.receipts()?.remove(0);
    let file = receipt
        .fields
        .iter()
        .find_map(|field| field.file_sha256.clone());
    assert_eq!(file, Some(person::resume_sha256()));
    Ok(())
}
