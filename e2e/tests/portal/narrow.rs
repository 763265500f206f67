//! 360 px: nothing needs scrolling sideways, whatever people write.

use crate::applications::application;
use crate::receipts::receipt;
use crate::stage::Stage;
use anyhow::Result;
use foothold_shared::answer::NewAnswer;
use foothold_shared::profile::{EducationEntry, Skill, StandardAnswer, WorkEntry};
use serde_json::json;

const SIGNED_OUT: [&str; 4] = ["/", "/sign-in", "/sign-up", "/no-such-page"];
const SIGNED_IN: [&str; 13] = [
    "/import",
    "/letters",
    "/documents",
    "/documents/new",
    "/builder",
    "/",
    "/profile",
    "/resumes",
    "/extension",
    "/applications",
    "/answers",
    "/receipts",
    "/receipts/01900000-0000-7000-8000-000000000001",
];

/// That nothing of a page sticks out of the window.
pub(crate) async fn check(stage: &Stage, page: &str) -> Result<()> {
    stage.open(page, "main h1").await?;
    stage
        .until(
            "what comes from the server",
            "return !document.querySelector('main .skeleton')",
            vec![],
        )
        .await?;
    // What sticks out, by name, so that a failure says what to mend.
    let out: Vec<String> = stage
        .browser
        .run(
            "const wide = document.documentElement.clientWidth;\
             return document.documentElement.scrollWidth <= wide ? [] :\
               [...document.querySelectorAll('body *')]\
                 .filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > wide + 0.5)\
                 .map((e) => `${e.tagName}.${e.className}: ${e.textContent.slice(0, 40)}`);",
            vec![],
        )
        .await?;
    assert!(out.is_empty(), "{page} is wider than the window: {out:#?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_scrolls_sideways_on_a_phone() -> Result<()> {
    let narrow = json!({ "width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": false });
    let stage = Stage::empty().await?;
    stage
        .browser
        .cdp("Emulation.setDeviceMetricsOverride", narrow.clone())
        .await?;
    for page in SIGNED_OUT {
        check(&stage, page).await?;
    }
    drop(stage);

    let (stage, api) = Stage::signed_in("/").await?;
    let long = "Donaudampfschifffahrtsgesellschaftskapitän".repeat(4);
    api.change_profile(|profile| {
        profile.name.given = long.chars().take(100).collect();
        profile.summary.clone_from(&long);
        profile.work.push(WorkEntry {
            id: "1".to_owned(),
            company: long.clone(),
            title: long.clone(),
            ..WorkEntry::default()
        });
        profile.education.push(EducationEntry {
            id: "2".to_owned(),
            school: long.clone(),
            ..EducationEntry::default()
        });
        profile.skills.push(Skill {
            name: long.chars().take(100).collect(),
            years: None,
        });
        profile
            .work_eligibility
            .push(foothold_shared::profile::WorkEligibility {
                country: "GS".to_owned(),
                ..Default::default()
            });
        profile.standard_answers.push(StandardAnswer {
            id: "3".to_owned(),
            question: long.clone(),
            answer: long.clone(),
        });
    })?;
    let mut wide = receipt();
    wide.job_title = Some(long.clone());
    wide.page_url = format!(
        "https://jobs.quayside.example/{}",
        "a/very-long-way-".repeat(10)
    );
    wide.fields[0].label.clone_from(&long);
    wide.fields[0].value = Some(long.clone());
    wide.fields[1].kept = Some(long.clone());
    api.store_receipt(&wide)?;
    let mut sent = application(&long, 1);
    sent.confirmation = Some(long.clone());
    sent.location = Some(long.clone());
    api.record_application(&wide.receipt_id, &sent)?;
    let answer = NewAnswer {
        question: long.clone(),
        options: vec![long.clone(), "No".to_owned()],
        answer: vec![long.clone()],
        host: Some("a-very-long-name.of.a-host.quayside.example".to_owned()),
        country: Some("GS".to_owned()),
        remembered_at_ms: 1,
        expires_at_ms: Some(2),
    };
    api.put_answer(&wide.receipt_id, &answer)?;
    stage
        .browser
        .cdp("Emulation.setDeviceMetricsOverride", narrow)
        .await?;
    for page in SIGNED_IN {
        check(&stage, page).await?;
    }
    // The tab bar is how one moves here.
    stage.click(".tabbar a[href='/resumes']").await?;
    stage.wait_for_page("/resumes").await
}
