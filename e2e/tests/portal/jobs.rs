//! Jobs: searching with the address as memory, reading, saving and hiding, boards, matches.

use crate::applications::application;
use crate::stage::Stage;
use anyhow::Result;
use foothold_e2e::api::Api;
use serde_json::json;

const LIST: &str = "[aria-label=Jobs] .job-card";

/// Thirty jobs: a welder's, a long one with markup in it, and harbour pilots enough for a second page.
fn import(api: &Api) -> Result<()> {
    let mut rows = vec![
        json!({
            "id": "1", "title": "Welder", "company": "Quayside Yards Lda", "location": "Porto, Portugal",
            "url": "https://jobs.quayside.example/1", "apply_url": "https://jobs.quayside.example/1/apply",
            "employment_type": "Full time", "salary": "EUR 24000 - 30000 per year",
            "description": "<h2>The yard</h2><p>We mend <b>ships</b>.</p><ul><li>Two years of welding required</li></ul><p><a href=\"javascript:alert(1)\">press</a> &lt;img src=x onerror=alert(1)&gt;</p>",
        }),
        json!({
            "id": "2", "title": "Lighthouse keeper ".repeat(12), "company": "Example Lights", "location": "Faro, Portugal",
            "url": "https://lights.example/2", "description": "A quiet job.",
        }),
    ];
    rows.extend((3..31).map(|n| {
        json!({
            "id": n.to_string(), "title": format!("Harbour pilot {n}"), "company": "North Sea Pilots",
            "location": "Hamburg, Germany", "url": format!("https://pilots.example/{n}"), "description": "Ships in, ships out.",
        })
    }));
    api.import_jobs("yard.json", &json!(rows).to_string())
}

async fn stage_with_jobs(page: &str) -> Result<(Stage, Api)> {
    let (stage, api) = Stage::signed_in("/").await?;
    import(&api)?;
    stage.open(page, LIST).await?;
    Ok((stage, api))
}

async fn address(stage: &Stage) -> Result<String> {
    let script = "return location.pathname + location.search";
    stage.browser.run(script, vec![]).await
}

async fn until_listed(stage: &Stage, many: usize) -> Result<()> {
    let script = "return document.querySelectorAll(arguments[0]).length === arguments[1]";
    let what = format!("{many} jobs in the list");
    stage
        .until(&what, script, vec![json!(LIST), json!(many)])
        .await
        .map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn without_jobs_the_page_says_how_to_begin() -> Result<()> {
    let (stage, _api) = Stage::signed_in("/jobs").await?;
    stage.until_says("main", "No jobs gathered yet").await?;
    stage.click("main a.primary").await?;
    stage.wait_for_page("/jobs/boards").await?;
    stage.until_says("main", "No boards yet").await?;
    stage.write("#board-url", "not an address").await?;
    stage.click("main form button[type=submit]").await?;
    let message = stage.message_of("#board-url").await?;
    assert!(!message.is_empty());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_address_keeps_the_search_and_back_brings_it_back() -> Result<()> {
    let (stage, _api) = stage_with_jobs("/jobs").await?;
    stage.until_says("main [role=status]", "30 jobs").await?;
    until_listed(&stage, 25).await?;
    stage.click("#show-more").await?;
    until_listed(&stage, 30).await?;
    stage.write("#job-words", "welder").await?;
    stage.click("form[role=search] button").await?;
    until_listed(&stage, 1).await?;
    assert_eq!(address(&stage).await?, "/jobs?q=welder");
    stage.browser.client().back().await?;
    until_listed(&stage, 25).await?;
    assert_eq!(stage.value("#job-words").await?, "");

    stage.click("#filters-button").await?;
    stage.until_says("#filters label", "Portugal (2)").await?;
    let box_of = "const label = [...document.querySelectorAll('#filters label')]\
                  .find((e) => e.textContent.startsWith(arguments[0])); label.click(); return true";
    stage
        .browser
        .run::<bool>(box_of, vec![json!("Portugal")])
        .await?;
    until_listed(&stage, 2).await?;
    assert!(address(&stage).await?.to_lowercase().contains("country=pt"));
    stage.write("#filter-pay", "20,000").await?;
    stage.click("[aria-label='Use this pay']").await?;
    let message = stage.message_of("#filter-pay").await?;
    assert!(message.contains("currency"), "{message}");
    stage.choose("#filter-currency", "EUR").await?;
    stage.click("[aria-label='Use this pay']").await?;
    until_listed(&stage, 1).await?;
    let here = address(&stage).await?;
    stage.open(&here, LIST).await?;
    until_listed(&stage, 1).await?;
    stage
        .click("[aria-label='Without EUR 20,000 or more']")
        .await?;
    until_listed(&stage, 2).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_is_read_saved_and_hidden() -> Result<()> {
    let (stage, api) = stage_with_jobs("/jobs?q=welder").await?;
    let id = "01900000-0000-7000-8000-00000000000a";
    let mut sent = application("Fitter", 1);
    sent.company = Some("Quayside Yards".to_owned());
    api.record_application(id, &sent)?;
    stage.open("/jobs?q=welder", LIST).await?;
    stage.click(&format!("{LIST} a")).await?;
    stage.until_says("#job-title", "Welder").await?;
    stage
        .until_says(".pane-detail", "You already applied to")
        .await?;
    stage
        .until_says(".pane-detail", "Two years of welding")
        .await?;
    // Markup shows as what it says, and runs nothing.
    let safe: bool = stage
        .browser
        .run(
            "const all = document.querySelector('.prose');\
             return !!all.querySelector('strong') && !all.querySelector('img, script, [href^=javascript]')",
            vec![],
        )
        .await?;
    assert!(safe);
    let apply: Vec<String> = stage
        .browser
        .run(
            "const a = document.querySelector('#apply'); return [a.href, a.target, a.rel]",
            vec![],
        )
        .await?;
    assert_eq!(
        apply,
        [
            "https://jobs.quayside.example/1/apply",
            "_blank",
            "noopener"
        ]
    );
    stage.click("#save-job").await?;
    stage.until_says("#save-job", "Saved").await?;
    stage.until_says(LIST, "Saved").await?;
    stage.open("/jobs/saved", LIST).await?;
    until_listed(&stage, 1).await?;

    stage.open("/jobs?q=welder", LIST).await?;
    stage.keys("j").await?;
    let focused = "return document.activeElement?.matches('.job-card a')";
    stage
        .until("the first job focused", focused, vec![])
        .await?;
    stage.keys("h").await?;
    until_listed(&stage, 0).await?;
    stage.until_says("main [role=status]", "1 hidden").await?;
    stage.click(".toast button").await?;
    until_listed(&stage, 1).await?;
    stage.open("/jobs/saved", LIST).await?;
    until_listed(&stage, 1).await
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_phone_the_job_takes_the_place_of_the_list() -> Result<()> {
    let (stage, _api) = Stage::signed_in("/").await?;
    import(&_api)?;
    stage
        .browser
        .cdp(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": false }),
        )
        .await?;
    stage.open("/jobs?q=lighthouse", LIST).await?;
    let narrow =
        "return document.documentElement.scrollWidth <= document.documentElement.clientWidth";
    assert!(stage.browser.run::<bool>(narrow, vec![]).await?);
    stage.click(&format!("{LIST} a")).await?;
    stage.wait("#job-title").await?;
    assert!(stage.browser.run::<bool>(narrow, vec![]).await?);
    let listed =
        "return [...document.querySelectorAll(arguments[0])].some((e) => e.checkVisibility())";
    assert!(!stage.browser.run::<bool>(listed, vec![json!(LIST)]).await?);
    stage.click(".pane-detail .back").await?;
    stage.wait(LIST).await?;
    assert_eq!(address(&stage).await?, "/jobs?q=lighthouse");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn matches_come_with_their_reasons_and_take_a_thumb() -> Result<()> {
    let (stage, api) = Stage::signed_in("/").await?;
    import(&api)?;
    api.change_profile(|profile| {
        profile.work.push(foothold_shared::profile::WorkEntry {
            id: "1".to_owned(),
            company: "River Works".to_owned(),
            title: "Welder".to_owned(),
            ..Default::default()
        });
    })?;
    stage.open("/jobs/for-you", "#run-matches").await?;
    stage.click("#run-matches").await?;
    stage.until_says(LIST, "Welder").await?;
    stage.click(&format!("{LIST} a")).await?;
    stage.click("#why summary").await?;
    stage.until_says("#why li", "Title").await?;
    stage.click("#thumb-down").await?;
    stage
        .until(
            "the thumb",
            "return document.querySelector('#thumb-down')?.getAttribute('aria-pressed') === 'true'",
            vec![],
        )
        .await?;
    stage.choose("#thumb-reason", "The place").await
}
