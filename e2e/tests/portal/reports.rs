//! Reports: a résumé's points as a sum, what to do about each, where it stands, what a posting asks for; suggestions taken
//! one by one and taken back.

use crate::access::findings;
use crate::stage::Stage;
use anyhow::{Context as _, Result};
use foothold_e2e::api::Api;
use foothold_e2e::pdf;
use foothold_shared::profile::{Profile, Skill, WorkEntry, YearMonth};
use serde_json::json;

const POSTING: &str =
    "Requirements\n- Three years of TIG welding\n- Blueprint reading\n- Knowledge of safety rules";

fn welder(profile: &mut Profile) {
    profile.name.given = "Ines".to_owned();
    profile.name.family = "Ferro".to_owned();
    profile.contact.email = "ines.ferro@mail.example".to_owned();
    profile.work.push(WorkEntry {
        id: "a".to_owned(),
        company: "North Docks".to_owned(),
        title: "Welder".to_owned(),
        start: Some(YearMonth {
            year: 2018,
            month: Some(4),
        }),
        current: true,
        description: "- Welded hulls of twelve ferries.\n- Led a team of six welders.".to_owned(),
        ..WorkEntry::default()
    });
    for name in ["TIG welding", "Blueprint reading"] {
        profile.skills.push(Skill {
            name: name.to_owned(),
            years: None,
        });
    }
}

async fn stage_with_a_resume() -> Result<(Stage, Api)> {
    let (stage, api) = Stage::signed_in("/answers").await?;
    api.change_profile(welder)?;
    let file = pdf::lines(
        &[
            "Ines Ferro",
            "Porto, Portugal",
            "Work experience",
            "Welder, North Docks",
            "2018 - Present",
            "Welded hulls of twelve ferries.",
            "Team player with a passion for excellence.",
            "Skills",
            "TIG welding",
        ],
        0,
    );
    api.upload_resume("Ferro.pdf", &file)?;
    stage
        .open("/resumes", "[aria-label='Report on Ferro.pdf']")
        .await?;
    stage.click("[aria-label='Report on Ferro.pdf']").await?;
    stage.wait("#score-number").await?;
    Ok((stage, api))
}

async fn choose_the_posting(stage: &Stage) -> Result<()> {
    stage.click("#paste-posting").await?;
    stage.write("#against-title", "Ferry welder").await?;
    stage.write("#against-company", "Quayside Yards").await?;
    stage.write("#against-text", POSTING).await?;
    stage.click("#measure").await?;
    stage
        .until_says("#against-now", "Ferry welder, Quayside Yards")
        .await
}

async fn measure_against_the_posting(stage: &Stage) -> Result<()> {
    choose_the_posting(stage).await?;
    stage.wait("#coverage").await
}

/// What the sum below the score comes to, the score, and the points that the findings lost; in tenths.
async fn tenths(stage: &Stage) -> Result<(i64, i64, i64)> {
    let script = "const tenths = (text) => Math.round(parseFloat(text.replace('−', '')) * 10);\
         const sum = document.querySelector('#score-sum').textContent.split('=')[0].split('+').map(tenths);\
         const lost = [...document.querySelectorAll('[aria-labelledby=findings] .pill')]\
           .map((pill) => pill.textContent).filter((text) => text.startsWith('−')).map(tenths);\
         const add = (all) => all.reduce((a, b) => a + b, 0);\
         return [add(sum), tenths(document.querySelector('#score-number').textContent), add(lost)]";
    let all: Vec<i64> = stage.browser.run(script, vec![]).await?;
    let [sum, score, lost] = all[..] else {
        anyhow::bail!("three numbers: {all:?}");
    };
    Ok((sum, score, lost))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_score_is_the_sum_of_what_is_shown() -> Result<()> {
    let (stage, _api) = stage_with_a_resume().await?;
    let (sum, score, lost) = tenths(&stage).await?;
    assert_eq!(sum, score);
    assert_eq!(score + lost, 1_000, "every missing point is explained");
    assert!(score < 1_000, "there is no e-mail in it");

    measure_against_the_posting(&stage).await?;
    let (sum, score, lost) = tenths(&stage).await?;
    assert_eq!((sum, score + lost), (score, 1_000));
    stage
        .until_says("[aria-labelledby=required] li", "TIG welding")
        .await?;
    stage
        .until_says(
            "[aria-labelledby=keywords] .pill",
            "In your profile, not in this résumé",
        )
        .await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_finding_leads_into_the_text_and_back() -> Result<()> {
    let (stage, _api) = stage_with_a_resume().await?;
    stage.until_says("#read-0", "Ines Ferro").await?;
    measure_against_the_posting(&stage).await?;
    let show = "[aria-labelledby=findings] button[id$='-show']";
    let button = stage.find(show).await?;
    let id = button.attr("id").await?.context("an id")?;
    stage.click(&format!("#{id}")).await?;
    stage.wait(".read-line.marked mark").await?;
    assert!(stage.focused().await?.starts_with("read-"));
    let found = findings(&stage, "a report with a marked line").await?;
    assert!(found.is_empty(), "{found:#?}");
    // The way back, by keyboard alone.
    stage.wait("#back-to-finding").await?;
    stage
        .browser
        .run::<()>("document.querySelector('#back-to-finding').focus()", vec![])
        .await?;
    stage.keys("\u{e007}").await?;
    let back =
        "return document.activeElement.id === arguments[0] && !document.querySelector('.marked')";
    stage.until("the finding", back, vec![json!(id)]).await?;
    // The file itself stands beside it.
    stage
        .browser
        .run::<()>("document.querySelector('#side-1').click()", vec![])
        .await?;
    stage.wait("iframe[src^='blob:']").await
}

#[tokio::test(flavor = "multi_thread")]
async fn suggestions_are_taken_one_by_one_and_taken_back() -> Result<()> {
    let (stage, api) = stage_with_a_resume().await?;
    measure_against_the_posting(&stage).await?;
    stage
        .wait("[aria-labelledby=suggestions] ins, [aria-labelledby=suggestions] del")
        .await?;
    let before = api.resumes()?;
    stage.click("#apply-0").await?;
    // The upload stays; a résumé of the builder has the change.
    stage.until_says("#report-version", "version").await?;
    assert_eq!(api.resumes()?, before);
    stage
        .until_says("#against-now", "Ferry welder, Quayside Yards")
        .await?;
    stage.wait("#score-number").await?;
    let version = "return document.querySelector('#report-version').textContent";
    let first: String = stage.browser.run(version, vec![]).await?;

    stage.click("#apply-0").await?;
    stage.until_says(".toast", "Applied: version").await?;
    let changed = "const now = document.querySelector('#report-version').textContent;\
                   return now !== arguments[0] && now";
    let second = stage
        .until("another version", changed, vec![json!(first)])
        .await?;
    let undo = "const toast = [...document.querySelectorAll('.toast')].find((t) => t.textContent.includes('Applied: version'));\
                toast?.querySelector('button').click(); return !!toast";
    stage.until("the undo", undo, vec![]).await?;
    stage.until_says(".toast", "Taken back").await?;
    stage
        .until("a third version", changed, vec![second])
        .await?;
    stage.wait("#apply-0").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_is_looked_at_and_mended() -> Result<()> {
    let (stage, api) = Stage::signed_in("/answers").await?;
    api.change_profile(welder)?;
    stage.open("/letters", "#letter-text").await?;
    stage.click("#look").await?;
    stage
        .until_says("main [role=alert]", "Paste or write")
        .await?;
    choose_the_posting(&stage).await?;
    let letter = "Dear hiring team,\n\nI am applying for the position of Ferry welder at Old Harbour Works. I am a team player with a passion for excellence.\n\n\
                  I weld hulls of ferries at North Docks.\n\nKind regards,\nInes Ferro";
    stage.write("#letter-text", letter).await?;
    stage.click("#look").await?;
    stage.wait("#score-number").await?;
    let (sum, score, lost) = tenths(&stage).await?;
    assert_eq!((sum, score + lost), (score, 1_000));
    stage
        .until_says("[aria-labelledby=suggestions]", "Apply")
        .await?;
    stage.click("#apply-0").await?;
    stage.until_says(".toast", "Applied to the letter").await?;
    assert_ne!(stage.value("#letter-text").await?, letter);
    let undo = "const toast = [...document.querySelectorAll('.toast')].find((t) => t.textContent.includes('Applied to the letter'));\
                toast?.querySelector('button').click(); return !!toast";
    stage.until("the undo", undo, vec![]).await?;
    let restored = "return document.querySelector('#letter-text').value === arguments[0]";
    stage
        .until("the text", restored, vec![json!(letter)])
        .await?;

    // What is worked on stays while one looks elsewhere, and is gone with the session.
    stage.click("a[href='/documents']").await?;
    stage.wait_for_page("/documents").await?;
    stage.click("a[href='/letters']").await?;
    stage
        .until("the text", restored, vec![json!(letter)])
        .await?;
    Ok(())
}
