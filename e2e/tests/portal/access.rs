//! Everybody can use it: names for every control, contrast in both themes, a focus that is seen.

use crate::applications::application;
use crate::receipts::receipt;
use crate::stage::Stage;
use anyhow::Result;
use foothold_shared::answer::NewAnswer;
use serde_json::json;

const AUDIT: &str = include_str!("audit.js");

/// Every finding of the audit on the page that is shown.
pub(crate) async fn findings(stage: &Stage, page: &str) -> Result<Vec<String>> {
    stage
        .until(
            "what comes from the server",
            "return !document.querySelector('main .skeleton')",
            vec![],
        )
        .await?;
    // Who uses keys sees the focus. Older browsers than those that a script can tell go by the last thing that was done.
    stage.keys("\u{e004}").await?;
    let mut all = Vec::new();
    for theme in ["light", "dark"] {
        stage
            .browser
            .cdp(
                "Emulation.setEmulatedMedia",
                json!({ "features": [
                    { "name": "prefers-color-scheme", "value": theme },
                    { "name": "prefers-reduced-motion", "value": "reduce" },
                ] }),
            )
            .await?;
        // Colours may still be on their way from the other theme.
        stage
            .until(
                "the colours to settle",
                "return document.getAnimations().every((a) => a.playState !== 'running')",
                vec![],
            )
            .await?;
        let found: Vec<String> = stage.browser.run(AUDIT, vec![]).await?;
        all.extend(
            found
                .into_iter()
                .map(|finding| format!("{page}, {theme}: {finding}")),
        );
    }
    Ok(all)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_audit_finds_what_is_wrong() -> Result<()> {
    let stage = Stage::empty().await?;
    stage.open("/sign-in", "#email").await?;
    stage
        .browser
        .run::<()>(
            "document.querySelector('main').insertAdjacentHTML('beforeend',\
               '<input id=\"bare\"><p id=\"faint\">faint</p><button id=\"dull\">dull</button><i id=\"email\"></i>');\
             document.querySelector('#faint').style.color = 'rgb(200, 200, 200)';\
             document.querySelector('#dull').style.outline = 'none'",
            vec![],
        )
        .await?;
    let found = findings(&stage, "broken").await?.join("\n");
    for part in [
        "no name: input#bare",
        "contrast",
        "faint",
        "focus not seen: button#dull",
        "two elements with the id email",
    ] {
        assert!(found.contains(part), "{part} is not in:\n{found}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_passes_the_audit() -> Result<()> {
    let stage = Stage::empty().await?;
    let mut all = Vec::new();
    for page in ["/", "/sign-in", "/sign-up", "/no-such-page"] {
        stage.open(page, "main h1").await?;
        all.extend(findings(&stage, page).await?);
    }
    // With messages beside the fields.
    stage.open("/sign-up", "#email").await?;
    stage.click("form button[type=submit]").await?;
    stage.message_of("#email").await?;
    all.extend(findings(&stage, "/sign-up with messages").await?);
    drop(stage);

    let (stage, api) = Stage::signed_in("/").await?;
    for page in [
        "/",
        "/resumes",
        "/extension",
        "/applications",
        "/answers",
        "/receipts",
    ] {
        stage.open(page, "main h1").await?;
        all.extend(findings(&stage, &format!("{page}, empty")).await?);
    }
    api.store_receipt(&receipt())?;
    let id = receipt().receipt_id;
    api.record_application(&id, &application("Welder", 1))?;
    let answer = NewAnswer {
        question: "Do you own a car?".to_owned(),
        options: vec!["Yes".to_owned(), "No".to_owned()],
        answer: vec!["Yes".to_owned(), "No".to_owned()],
        remembered_at_ms: 1,
        expires_at_ms: Some(2),
        ..NewAnswer::default()
    };
    api.put_answer(&id, &answer)?;
    stage.open("/answers", "main li .btn").await?;
    stage.click("main li .btn").await?;
    stage.wait("main form").await?;
    all.extend(findings(&stage, "/answers, editing").await?);
    stage.open("/applications", "main li .btn").await?;
    stage.click("main li .btn").await?;
    stage.wait("main form").await?;
    all.extend(findings(&stage, "/applications, writing a note").await?);
    for page in [
        "/",
        "/receipts",
        "/receipts/01900000-0000-7000-8000-000000000001",
    ] {
        stage.open(page, "main h1").await?;
        all.extend(findings(&stage, page).await?);
    }
    stage.open("/profile", "#add-work").await?;
    for list in [
        "work",
        "education",
        "certificates",
        "projects",
        "publications",
        "languages",
        "work_eligibility",
        "standard_answers",
    ] {
        stage.click(&format!("#add-{list}")).await?;
        stage.wait(&format!("#f-{list}-0-panel")).await?;
    }
    stage.write("#new-skill", "Welding").await?;
    stage.keys("\u{e007}").await?;
    stage.click("#skills .chip button").await?;
    stage
        .choose("#f-demographics-race_ethnicity", "Answer")
        .await?;
    stage
        .choose("#f-demographics-gender", "In my own words")
        .await?;
    stage.write("#f-contact-email", "nonsense").await?;
    stage.until_says("#save-state", "need").await?;
    all.extend(findings(&stage, "/profile").await?);
    assert!(all.is_empty(), "{all:#?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_chosen_theme_stays() -> Result<()> {
    let stage = Stage::empty().await?;
    stage.open("/", "main h1").await?;
    let paper = "return getComputedStyle(document.body).backgroundColor";
    let light: String = stage.browser.run(paper, vec![]).await?;
    stage.click("footer .choice label:last-child input").await?;
    stage
        .until(
            "the dark paper",
            "return getComputedStyle(document.body).backgroundColor !== arguments[0]",
            vec![json!(light)],
        )
        .await?;
    stage.open("/sign-in", "#email").await?;
    let kept: String = stage.browser.run(paper, vec![]).await?;
    assert_ne!(kept, light);
    Ok(())
}
