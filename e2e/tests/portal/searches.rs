//! Saved searches: kept from a search, telling of new jobs, renamed, deleted; and the ways to be told.

use crate::stage::Stage;
use anyhow::Result;
use foothold_e2e::api::Api;
use serde_json::json;

const ROW: &str = "[aria-label='Saved searches'] > li";

fn import(api: &Api, jobs: &[(&str, &str)]) -> Result<()> {
    let rows: Vec<_> = jobs
        .iter()
        .map(|(id, title)| {
            json!({
                "id": id, "title": title, "company": format!("Quayside {id}"), "location": "Porto, Portugal",
                "url": format!("https://jobs.quayside.example/{id}"), "description": "Ships are mended.",
            })
        })
        .collect();
    api.import_jobs("yard.json", &json!(rows).to_string())
}

/// Waits until the server has so many new notifications for the person.
async fn until_told(stage: &Stage, many: i64) -> Result<()> {
    let script = "return fetch('/api/v1/me/notifications/unread').then((answer) => answer.json())\
                  .then((count) => count.unread === arguments[0])";
    let what = format!("{many} new notifications");
    stage
        .until(&what, script, vec![json!(many)])
        .await
        .map(drop)
}

/// Keeps the search for welders and lets it tell as they come in.
async fn keep_welders(stage: &Stage) -> Result<()> {
    stage.open("/jobs?q=welder", "#keep-search").await?;
    stage.click("#keep-search").await?;
    assert_eq!(stage.value("#search-name").await?, "welder");
    stage.write("#search-name", "Ships").await?;
    stage.choose("#search-pace", "As they come in").await?;
    stage.click("#keep-form button[type=submit]").await?;
    stage.until_says(".toasts", "“Ships” is saved").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_that_is_kept_tells_of_what_comes_in() -> Result<()> {
    let (stage, api) = Stage::signed_in("/jobs/searches").await?;
    stage.until_says("main", "No saved searches").await?;
    import(&api, &[("1", "Welder"), ("2", "Pilot")])?;
    keep_welders(&stage).await?;
    stage.open("/jobs/searches", ROW).await?;
    stage.until_says(ROW, "Tells as they come in, here").await?;
    import(&api, &[("3", "Welder by night"), ("4", "Diver")])?;
    until_told(&stage, 1).await?;
    stage.open("/jobs/searches", ROW).await?;
    stage.until_says(ROW, "1 new").await?;
    stage.until_says("#bell .badge", "1").await?;

    stage.click("#bell").await?;
    stage.wait_for_page("/notifications").await?;
    stage.until_says("main li", "1 new job: Ships").await?;
    stage.until_says("main li", "Welder by night").await?;
    stage.click("main li p a").await?;
    stage.wait_for_page("/jobs").await?;
    stage
        .until_says("[aria-label=Jobs]", "Welder by night")
        .await?;
    assert_eq!(stage.value("#job-words").await?, "welder");
    let rung = "return !document.querySelector('#bell .badge')";
    stage.until("the bell to be quiet", rung, vec![]).await?;
    stage.open("/jobs/searches", ROW).await?;
    let seen = "return !document.querySelector(arguments[0]).textContent.includes('1 new')";
    stage
        .until("the search to be looked at", seen, vec![json!(ROW)])
        .await
        .map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn notifications_are_read_and_deleted() -> Result<()> {
    let (stage, api) = Stage::signed_in("/notifications").await?;
    stage.until_says("main", "No notifications").await?;
    import(&api, &[("1", "Welder")])?;
    keep_welders(&stage).await?;
    import(&api, &[("2", "Welder two")])?;
    until_told(&stage, 1).await?;
    stage.open("/notifications", "main li").await?;
    stage.until_says("main li .pill", "New").await?;
    stage.click("#read-all").await?;
    let quiet = "return !document.querySelector('main li .pill') && !document.querySelector('#bell .badge')";
    stage.until("nothing to be new", quiet, vec![]).await?;
    stage.click("main li button[title=Delete]").await?;
    stage.until_says("main", "No notifications").await?;
    // It can be taken back while the message stands.
    stage.click(".toast button:not([aria-label])").await?;
    stage.wait("main li").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_is_renamed_set_and_deleted() -> Result<()> {
    let (stage, api) = Stage::signed_in("/jobs").await?;
    import(&api, &[("1", "Welder")])?;
    keep_welders(&stage).await?;
    stage.open("/jobs/searches", ROW).await?;
    stage.click("[aria-label='Rename Ships']").await?;
    stage.write("main form input", "Boats").await?;
    stage.click("main li form button[type=submit]").await?;
    stage.until_says(ROW, "Boats").await?;
    stage.click("[aria-label='Alerts of Boats']").await?;
    stage
        .choose("main li select[id^=pace]", "Once a week")
        .await?;
    stage
        .choose("main li select[id^=weekday]", "Wednesday")
        .await?;
    stage.choose("main li select[id^=hour]", "18:00").await?;
    stage.click("main li form button[type=submit]").await?;
    stage
        .until_says(ROW, "Tells every Wednesday at 18:00, here")
        .await?;
    stage.click("[aria-label='Delete Boats']").await?;
    stage.until_says("main", "No saved searches").await?;
    stage.click(".toast button:not([aria-label])").await?;
    stage.until_says(ROW, "Boats").await
}

#[tokio::test(flavor = "multi_thread")]
async fn ways_that_are_not_there_are_said_and_not_offered() -> Result<()> {
    let (stage, api) = Stage::signed_in("/jobs").await?;
    import(&api, &[("1", "Welder")])?;
    keep_welders(&stage).await?;
    stage.open("/jobs/searches", "#webhook-card").await?;
    stage
        .until_says("#mail-card", "This server sends no e-mail")
        .await?;
    stage.click("[aria-label='Alerts of Ships']").await?;
    stage
        .until_says("main li fieldset", "Here in the portal")
        .await?;
    let boxes = "return document.querySelectorAll('main li fieldset input').length === 1";
    stage
        .until("only one way to be offered", boxes, vec![])
        .await?;
    stage
        .write("#webhook-url", "http://hooks.example/x")
        .await?;
    stage.click("#webhook-set").await?;
    let message = stage.message_of("#webhook-url").await?;
    assert!(message.contains("https://"), "{message}");
    // A name that no look-up knows is taken: it is called when there is something to tell.
    stage
        .write("#webhook-url", "https://hooks.quayside.example/x")
        .await?;
    stage.click("#webhook-set").await?;
    stage.wait("#webhook-secret input").await?;
    let secret = stage.value("#webhook-secret input").await?;
    assert!(secret.starts_with("whsec_"), "a secret");
    stage
        .until_says("main li fieldset", "At your webhook")
        .await?;
    stage.open("/jobs/searches", "#webhook-card").await?;
    stage.until_says("#webhook-card", "On").await?;
    let hidden = "return !document.querySelector('#webhook-secret')";
    stage.until("the secret to be gone", hidden, vec![]).await?;
    // A secret that programs know, and the whole webhook, go only when it is pressed twice.
    stage.click("#webhook-renew").await?;
    stage
        .until_says("#webhook-renew", "make a new secret")
        .await?;
    stage.click("#webhook-renew").await?;
    // For a day both sign, and the older one can be ended by hand.
    stage
        .until_says("#webhook-old-secret", "The old secret signs too until")
        .await?;
    assert_ne!(stage.value("#webhook-secret input").await?, secret);
    stage.click("#webhook-end-old").await?;
    stage
        .until_says("#webhook-end-old", "Yes, end it now")
        .await?;
    stage.click("#webhook-end-old").await?;
    let ended = "return !document.querySelector('#webhook-old-secret')";
    stage.until("the old secret to end", ended, vec![]).await?;
    stage.click("#webhook-delete").await?;
    stage.until_says("#webhook-delete", "for good").await?;
    stage.until_says("#webhook-renew", "New secret").await?;
    stage.click("#webhook-delete").await?;
    stage.until_says("#webhook-set", "Set webhook").await
}
