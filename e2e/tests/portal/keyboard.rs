//! The jobs with keys alone: into the page, into a job and back, commands, and taking back.

use crate::stage::Stage;
use anyhow::Result;
use serde_json::json;

const LIST: &str = "[aria-label=Jobs] .job-card";
const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";
const CONTROL: &str = "\u{e009}";
const RELEASE: &str = "\u{e000}";

async fn stage_with_jobs(page: &str) -> Result<Stage> {
    let (stage, api) = Stage::signed_in("/").await?;
    let jobs: Vec<_> = (0..30)
        .map(|n| {
            json!({"id": n.to_string(), "title": format!("Welder {n}"), "company": format!("Yard {n}"),
                "url": format!("https://jobs.quayside.example/{n}"), "description": "Ships are mended."})
        })
        .collect();
    api.import_jobs("yard.json", &json!(jobs).to_string())?;
    stage.open(page, LIST).await?;
    Ok(stage)
}

async fn focus(stage: &Stage, selector: &str) -> Result<()> {
    let script = "document.querySelector(arguments[0]).focus()";
    stage.browser.run(script, vec![json!(selector)]).await
}

async fn until_focused(stage: &Stage, selector: &str) -> Result<()> {
    let script = "return document.activeElement?.matches(arguments[0])";
    let what = format!("{selector} to have the focus");
    stage
        .until(&what, script, vec![json!(selector)])
        .await
        .map(drop)
}

/// Presses a key together with Control.
async fn control(stage: &Stage, key: &str) -> Result<()> {
    stage.keys(&format!("{CONTROL}{key}{RELEASE}")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_leads_past_the_navigation_into_a_job_and_back() -> Result<()> {
    let stage = stage_with_jobs("/jobs").await?;
    stage.keys(TAB).await?;
    until_focused(&stage, ".skip").await?;
    let seen = "const box = document.activeElement.getBoundingClientRect(); return box.top >= 0 && box.height > 0";
    stage.until("the skip link to show", seen, vec![]).await?;
    stage.keys(ENTER).await?;
    until_focused(&stage, "main").await?;

    focus(&stage, &format!("{LIST}:nth-child(3) a")).await?;
    stage.keys(ENTER).await?;
    until_focused(&stage, "#job-title").await?;
    // The next stop is in the job, and not one of the many that are left in the list.
    stage.keys(TAB).await?;
    let inside = "return !!document.activeElement?.closest('.pane-detail')";
    stage.until("the focus in the job", inside, vec![]).await?;
    stage.keys(ESCAPE).await?;
    until_focused(&stage, &format!("{LIST}:nth-child(3) a")).await?;
    // The job stays open beside the list; Enter goes to it again.
    stage.keys(ENTER).await?;
    until_focused(&stage, "#job-title").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pointer_leaves_the_focus_in_the_list() -> Result<()> {
    let stage = stage_with_jobs("/jobs").await?;
    stage.click(&format!("{LIST} a")).await?;
    stage.wait("#job-title").await?;
    until_focused(&stage, &format!("{LIST} a")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_commands_hold_the_focus_and_give_it_back() -> Result<()> {
    let stage = stage_with_jobs("/jobs").await?;
    focus(&stage, "#filters-button").await?;
    control(&stage, "k").await?;
    until_focused(&stage, "#palette-input").await?;
    for _ in 0..4 {
        stage.keys(TAB).await?;
        let out = "const at = document.activeElement; return at !== document.body && !at.closest('dialog')";
        assert!(!stage.browser.run::<bool>(out, vec![]).await?);
    }
    focus(&stage, "#palette-input").await?;
    stage.keys(ESCAPE).await?;
    until_focused(&stage, "#filters-button").await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_key_did_a_key_takes_back() -> Result<()> {
    let stage = stage_with_jobs("/jobs?q=welder").await?;
    stage.keys("j").await?;
    until_focused(&stage, &format!("{LIST} a")).await?;
    stage.keys("h").await?;
    stage.until_says("main [role=status]", "1 hidden").await?;
    // The message is read out where it stands.
    stage
        .until_says("[role=status][aria-live] .toast", "is hidden")
        .await?;
    // In a field the key is the field's own.
    focus(&stage, "#job-words").await?;
    control(&stage, "z").await?;
    stage.until_says("main [role=status]", "1 hidden").await?;
    focus(&stage, "#filters-button").await?;
    control(&stage, "z").await?;
    let shown =
        "return !document.querySelector('main [role=status]').textContent.includes('hidden')";
    stage
        .until("the job to be back", shown, vec![])
        .await
        .map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_drawn_anew_keeps_the_focus() -> Result<()> {
    let stage = stage_with_jobs("/jobs?q=welder").await?;
    for name in ["Ships", "Boats"] {
        stage.open("/jobs?q=welder", "#keep-search").await?;
        stage.click("#keep-search").await?;
        stage.write("#search-name", name).await?;
        stage.click("#keep-form button[type=submit]").await?;
        stage.until_says(".toasts", name).await?;
    }
    stage
        .open("/jobs/searches", "[aria-label='Alerts of Ships']")
        .await?;
    focus(&stage, "[aria-label='Alerts of Ships']").await?;
    stage.keys(ENTER).await?;
    stage
        .choose("main li select[id^=pace]", "Once a day")
        .await?;
    focus(&stage, "main li form button[type=submit]").await?;
    stage.keys(ENTER).await?;
    stage.until_says("main li", "Tells daily").await?;
    until_focused(&stage, "[aria-label='Alerts of Ships']").await?;
    // Deleting leads on to the next, and the last to the heading.
    for _ in 0..2 {
        focus(&stage, "main li [data-removes]").await?;
        let here: String = stage.focused().await?;
        stage.keys(ENTER).await?;
        let moved = "const at = document.activeElement; return at.id !== arguments[0] && at.matches('[data-removes], #title')";
        stage
            .until("the focus to move on", moved, vec![json!(here)])
            .await?;
    }
    until_focused(&stage, "#title").await?;
    control(&stage, "z").await?;
    stage.wait("main li [data-removes]").await
}
