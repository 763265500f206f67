//! Applications: the empty list, status, note, filters, the way to the receipt; and that a receipt says it was sent.

use crate::receipts::receipt;
use crate::stage::Stage;
use anyhow::{Context as _, Result};
use foothold_e2e::api::Api;
use foothold_shared::application::{ApplicationStatus, ApplicationView, NewApplication};
use foothold_shared::receipt::Submission;
use serde_json::json;

const SENT_AT_MS: i64 = 1_790_000_100_000;

fn id(n: u32) -> String {
    format!("01900000-0000-7000-8000-{n:012}")
}

pub(crate) fn application(title: &str, minutes_later: i64) -> NewApplication {
    NewApplication {
        receipt_id: Some(receipt().receipt_id),
        page_url: "https://jobs.quayside.example/apply/17".to_owned(),
        job_title: Some(title.to_owned()),
        company: Some("Quayside Yards".to_owned()),
        location: Some("Porto".to_owned()),
        submitted_at_ms: SENT_AT_MS + minutes_later * 60_000,
        confirmation: Some("Thank you, <i>Inês</i>. We have your papers.".to_owned()),
    }
}

async fn stage_with_applications() -> Result<(Stage, Api)> {
    let (stage, api) = Stage::signed_in("/").await?;
    api.store_receipt(&receipt())?;
    api.record_application(&id(11), &application("Welder", 1))?;
    api.record_application(&id(12), &application("Rigger", 2))?;
    stage
        .open("/applications", "[aria-label=Applications] li")
        .await?;
    Ok((stage, api))
}

fn stored(api: &Api, n: u32) -> Result<ApplicationView> {
    let all = api.applications()?;
    let found = all.into_iter().find(|known| known.application_id == id(n));
    found.context("the application is there")
}

async fn titles(stage: &Stage) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll('[aria-label=Applications] h2')].map((e) => e.textContent)";
    stage.browser.run(script, vec![]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_list_says_what_will_be_there() -> Result<()> {
    let (stage, _api) = Stage::signed_in("/applications").await?;
    stage.until_says("main", "No applications yet").await?;
    stage.click("main a.primary").await?;
    stage.wait_for_page("/extension").await
}

#[tokio::test(flavor = "multi_thread")]
async fn applications_are_listed_and_lead_to_what_was_sent() -> Result<()> {
    let (stage, _api) = stage_with_applications().await?;
    assert_eq!(titles(&stage).await?, ["Rigger", "Welder"]);
    for words in [
        "Quayside Yards · Porto · jobs.quayside.example",
        "Thank you, <i>Inês</i>.",
    ] {
        stage
            .until_says("[aria-label=Applications] li", words)
            .await?;
    }
    stage
        .click("[aria-label=Applications] a[href^='/receipts/']")
        .await?;
    stage.until_says("main h1", "Welder <img").await?;
    // And from Home.
    stage.open("/", "a[href='/applications']").await?;
    stage.until_says("main section", "Rigger").await?;
    stage.click("main a[href='/answers']").await?;
    stage.wait_for_page("/answers").await
}

#[tokio::test(flavor = "multi_thread")]
async fn status_and_note_are_the_persons_to_change() -> Result<()> {
    let (stage, api) = stage_with_applications().await?;
    stage
        .choose(&format!("[id='status-{}']", id(11)), "Interview")
        .await?;
    stage.until_says(".toasts", "Welder: Interview.").await?;
    stage
        .until_says("[aria-label=Applications] li", "Interview since")
        .await?;
    assert_eq!(stored(&api, 11)?.status, ApplicationStatus::Interview);
    assert_eq!(stored(&api, 12)?.status, ApplicationStatus::Applied);

    stage.click("[aria-label='Add a note: Welder']").await?;
    let field = format!("[id='note-{}']", id(11));
    stage.write(&field, "Call Rui on Monday").await?;
    stage.click("main form button[type=submit]").await?;
    stage
        .until_says("[aria-label=Applications] li", "Call Rui on Monday")
        .await?;
    assert_eq!(stored(&api, 11)?.note, "Call Rui on Monday");

    stage.click("[aria-label='Edit the note: Welder']").await?;
    assert_eq!(stage.value(&field).await?, "Call Rui on Monday");
    let long = "const e = document.querySelector(arguments[0]);\
                e.value = 'x'.repeat(5001); e.dispatchEvent(new Event('input', { bubbles: true }));";
    stage.browser.run::<()>(long, vec![json!(field)]).await?;
    stage.click("main form button[type=submit]").await?;
    assert_eq!(
        stage.message_of(&field).await?,
        "Send at most 5000 characters."
    );
    assert_eq!(stored(&api, 11)?.note, "Call Rui on Monday");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_status_shows_its_own_applications_alone() -> Result<()> {
    let (stage, api) = stage_with_applications().await?;
    stage
        .choose(&format!("[id='status-{}']", id(12)), "Offer")
        .await?;
    stage.until_says(".toasts", "Rigger: Offer.").await?;
    stage.click("#status-3").await?;
    let alone = "const all = [...document.querySelectorAll('[aria-label=Applications] h2')].map((e) => e.textContent);\
                 return all.length === 1 && all[0] === arguments[0]";
    stage.until("offers", alone, vec![json!("Rigger")]).await?;
    stage.click("#status-1").await?;
    stage
        .until("the applied", alone, vec![json!("Welder")])
        .await?;
    stage.click("#status-4").await?;
    stage
        .until_says("main", "None of your applications stands like this.")
        .await?;

    stage.click("#status-0").await?;
    stage.click("[aria-label='Delete Welder']").await?;
    stage
        .until("the other one", alone, vec![json!("Rigger")])
        .await?;
    stage.open("/profile", "main h1").await?;
    stage
        .open("/applications", "[aria-label=Applications] li")
        .await?;
    assert_eq!(titles(&stage).await?, ["Rigger"]);
    assert_eq!(api.applications()?.len(), 1);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_list_goes_on_at_a_press() -> Result<()> {
    let (stage, api) = Stage::signed_in("/").await?;
    for n in 0..25 {
        api.record_application(
            &id(100 + n),
            &application(&format!("Job {n}"), i64::from(n)),
        )?;
    }
    stage
        .open("/applications", "[aria-label=Applications] li")
        .await?;
    assert_eq!(titles(&stage).await?.len(), 20);
    stage
        .click("main button.btn:last-of-type:not(.small)")
        .await?;
    stage
        .until_says("[aria-label=Applications] h2", "Job 0")
        .await?;
    assert_eq!(titles(&stage).await?.len(), 25);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_says_that_it_was_sent() -> Result<()> {
    let (stage, api) = Stage::signed_in("/").await?;
    let mut closed = receipt();
    closed.submission = Some(Submission {
        submitted_at_ms: SENT_AT_MS,
        confirmation: Some("Thank you, <b>Inês</b>.".to_owned()),
    });
    api.store_receipt(&closed)?;
    stage.open("/receipts", "main li a").await?;
    stage.until_says("main li .pill", "Sent").await?;
    stage.click("main li a").await?;
    stage.until_says("main .note", "The page said:").await?;
    stage
        .until_says("main blockquote", "Thank you, <b>Inês</b>.")
        .await?;
    stage
        .until_says("main", "what the form held when you sent it")
        .await?;
    Ok(())
}
