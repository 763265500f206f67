//! The jobs that fit: said once what is looked for, narrowed in the address, checked against what came of them.

use crate::stage::Stage;
use anyhow::Result;
use foothold_e2e::api::Api;
use foothold_shared::application::{ApplicationChange, ApplicationStatus, NewApplication};
use foothold_shared::profile::WorkEntry;
use serde_json::json;

const LIST: &str = "[aria-label=Jobs] .job-card";
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

fn address_of(n: usize) -> String {
    format!("https://yard.example/jobs/{n}")
}

/// Six jobs for a welder, and six at a bakery that fit less; every second one of each can be done from home.
fn import(api: &Api) -> Result<()> {
    let jobs: Vec<_> = (0..12)
        .map(|n| {
            let (title, company) = if n < 6 {
                (format!("Ship welder {n}"), format!("Yard {n}"))
            } else {
                (format!("Baker {n}"), format!("Oven {n}"))
            };
            json!({
                "id": n.to_string(), "title": title, "company": company, "location": "Porto, Portugal",
                "url": address_of(n), "description": "Requirements\n- Experience in welding",
                "workplace": if n % 2 == 0 { "hybrid" } else { "onsite" },
            })
        })
        .collect();
    api.import_jobs("yard.json", &json!(jobs).to_string())?;
    api.change_profile(|profile| {
        profile.work.push(WorkEntry {
            id: "1".to_owned(),
            company: "River Works".to_owned(),
            title: "Welder".to_owned(),
            ..Default::default()
        });
    })
}

async fn address(stage: &Stage) -> Result<String> {
    let script = "return location.pathname + location.search";
    stage.browser.run(script, vec![]).await
}

async fn listed(stage: &Stage) -> Result<usize> {
    let script = "return document.querySelectorAll(arguments[0]).length";
    stage.browser.run(script, vec![json!(LIST)]).await
}

/// Waits until every job of the list has these words, and there is one.
async fn until_all_say(stage: &Stage, words: &str) -> Result<()> {
    let script = "const all = [...document.querySelectorAll(arguments[0])];\
                  return all.length > 0 && all.every((e) => e.textContent.includes(arguments[1]))";
    stage
        .until(
            &format!("only {words}"),
            script,
            vec![json!(LIST), json!(words)],
        )
        .await
        .map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_new_is_asked_what_they_look_for_and_may_skip_it() -> Result<()> {
    let (stage, api) = Stage::signed_in("/").await?;
    import(&api)?;
    stage.open("/", "main a[href='/jobs/for-you']").await?;
    stage.click("main a[href='/jobs/for-you']").await?;
    stage
        .until_says("#wanted", "changed here at any time")
        .await?;
    stage.click("#skip-wanted").await?;
    stage.until_says(LIST, "Ship welder").await?;
    // It does not come back by itself, and is found when it is looked for.
    stage.open("/jobs/for-you", LIST).await?;
    let there = "return !document.querySelector('#wanted')";
    stage.until("no form", there, vec![]).await?;
    stage.click("#wanted-button").await?;
    stage.write("#want-roles", "Welder, Pipe fitter").await?;
    stage.choose("#want-days", "The last month").await?;
    stage.click("#wanted button[type=submit]").await?;
    stage.until("the form to close", there, vec![]).await?;
    stage.open("/jobs/for-you", "#wanted-button").await?;
    stage.click("#wanted-button").await?;
    stage.find("#want-roles").await?;
    assert_eq!(stage.value("#want-roles").await?, "Welder, Pipe fitter");
    assert_eq!(stage.value("#want-days").await?, "30");
    stage.open("/", "main ol").await?;
    stage
        .until_says("main ol", "You look for: Welder, Pipe fitter.")
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_address_keeps_how_matches_are_narrowed() -> Result<()> {
    let (stage, api) = Stage::signed_in("/").await?;
    import(&api)?;
    stage.open("/jobs/for-you", "#run-matches").await?;
    stage.click("#skip-wanted").await?;
    stage.wait(LIST).await?;
    let all = listed(&stage).await?;
    stage.click("#match-filters summary").await?;
    stage.choose("#match-remote", "Hybrid").await?;
    until_all_say(&stage, "Hybrid").await?;
    let hybrid = listed(&stage).await?;
    assert!(hybrid < all, "{hybrid} of {all}");
    // These jobs tell no day: they count as posted when they came.
    stage.choose("#match-days", "The last week").await?;
    stage
        .until_says("#match-filters summary", "Filters (2)")
        .await?;
    let here = address(&stage).await?;
    assert_eq!(here, "/jobs/for-you?remote=hybrid&days=7");
    // A reload and an open job keep it, back takes the last filter away.
    stage.open(&here, LIST).await?;
    until_all_say(&stage, "Hybrid").await?;
    stage.click(&format!("{LIST} a")).await?;
    stage.wait("#job-title").await?;
    assert!(address(&stage).await?.contains("remote=hybrid"));
    stage.browser.client().back().await?;
    stage
        .until_says("#match-filters summary", "Filters (2)")
        .await?;
    stage.choose("#match-country", "Iceland").await?;
    stage.until_says("main", "No match is like that").await?;
    stage.browser.client().back().await?;
    until_all_say(&stage, "Hybrid").await?;
    stage.choose("#match-country", "Iceland").await?;
    stage.click("main .tint button").await?;
    stage.wait(LIST).await?;
    assert_eq!(address(&stage).await?, "/jobs/for-you");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_portal_shows_what_the_scores_were_worth() -> Result<()> {
    let (stage, api) = Stage::signed_in("/").await?;
    import(&api)?;
    stage.open("/jobs/for-you", "#run-matches").await?;
    let none: bool = stage
        .browser
        .run("return !document.querySelector('#worth')", vec![])
        .await?;
    assert!(none, "who sent nothing has nothing to see");
    stage.click("#skip-wanted").await?;
    stage.wait(LIST).await?;
    let now_ms = crate::answers::now_ms(&stage).await?;
    for n in 0..12 {
        let id = format!("01900000-0000-7000-8000-0000000001{n:02}");
        api.record_application(
            &id,
            &NewApplication {
                page_url: address_of(n),
                submitted_at_ms: now_ms - 30 * DAY_MS,
                ..NewApplication::default()
            },
        )?;
        if n == 8 {
            stage.open("/jobs/for-you", "#worth").await?;
            stage.click("#worth summary").await?;
            stage
                .until_says("#worth", "Too few to say: 9 of 10")
                .await?;
        }
        // The welder's own trade answers, the bakeries do not.
        if n < 4 {
            let change = ApplicationChange {
                status: Some(ApplicationStatus::Interview),
                ..ApplicationChange::default()
            };
            api.change_application(&id, &change)?;
        }
    }
    stage.open("/jobs/for-you", "#worth").await?;
    stage.click("#worth summary").await?;
    stage
        .until_says("#worth", "A higher score has meant a better chance")
        .await?;
    let sums: Vec<u32> = stage
        .browser
        .run(
            "const rows = [...document.querySelectorAll('#worth tbody tr')];\
             return [0, 1].map((at) => rows.reduce((sum, row) => sum + Number(row.querySelectorAll('td')[at].textContent.split(' of ')[0]), 0))",
            vec![],
        )
        .await?;
    assert_eq!(sums, [4, 4], "answered, interviews");
    let all = "return [...document.querySelectorAll('#worth tbody td:last-child')]\
        .reduce((sum, one) => sum + Number(one.textContent.split(' of ')[1]), 0)";
    assert_eq!(stage.browser.run::<u32>(all, vec![]).await?, 12);
    Ok(())
}
