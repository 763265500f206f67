//! Documents for a job: made from a pasted posting, read, changed and made again. Résumés of the builder: begun from
//! the profile, edited, compared, brought back.

use crate::applications::application;
use crate::receipts::receipt;
use crate::stage::Stage;
use anyhow::Result;
use foothold_e2e::api::Api;
use foothold_shared::profile::{Profile, Skill, WorkEntry, YearMonth};
use foothold_shared::receipt::FieldResult;
use serde_json::json;

const POSTING: &str = "Quayside Yards builds ferries in Porto.\n\nRequirements\n- Three years of TIG welding\n\
                       - Experience in leading a team\n- Knowledge of safety rules\n\nWhat you do\n\
                       - Weld hulls and frames\n- Train apprentices";

fn welder(profile: &mut Profile) {
    profile.name.given = "Ines".to_owned();
    profile.name.family = "Ferro".to_owned();
    profile.contact.email = "ines.ferro@mail.example".to_owned();
    profile.summary = "Welder who has built ferries for seven years.".to_owned();
    profile.work.push(WorkEntry {
        id: "a".to_owned(),
        company: "North Docks".to_owned(),
        title: "Welder".to_owned(),
        start: Some(YearMonth {
            year: 2018,
            month: Some(4),
        }),
        current: true,
        description: "- Welded hulls of twelve ferries.\n- Led a team of six welders.\n\
                      - Trained four apprentices in safety rules."
            .to_owned(),
        ..WorkEntry::default()
    });
    for name in ["TIG welding", "Blueprint reading"] {
        profile.skills.push(Skill {
            name: name.to_owned(),
            years: None,
        });
    }
}

async fn stage_of_a_welder(page: &str) -> Result<(Stage, Api)> {
    let (stage, api) = Stage::signed_in("/answers").await?;
    api.change_profile(welder)?;
    stage.open(page, "main h1").await?;
    Ok((stage, api))
}

async fn make(stage: &Stage) -> Result<()> {
    stage.write("#job-title", "Ferry welder").await?;
    stage.write("#job-company", "Quayside Yards").await?;
    stage.write("#job-text", POSTING).await?;
    stage.click("#make").await?;
    stage.until_says("h1", "Ferry welder, Quayside Yards").await
}

/// Presses the line of the document that says this.
async fn press_line(stage: &Stage, words: &str) -> Result<()> {
    let press = "const line = [...document.querySelectorAll('.doc-words')]\
                 .find((e) => e.textContent.includes(arguments[0])); line?.click(); return !!line";
    stage
        .until(&format!("the line {words:?}"), press, vec![json!(words)])
        .await
        .map(drop)
}

/// Presses the visible button with these words.
async fn press(stage: &Stage, words: &str) -> Result<()> {
    let press = "const button = [...document.querySelectorAll('main button')]\
                 .find((e) => e.checkVisibility() && e.textContent.trim() === arguments[0]);\
                 button?.click(); return !!button";
    stage
        .until(&format!("the button {words:?}"), press, vec![json!(words)])
        .await
        .map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn documents_are_made_changed_and_made_again() -> Result<()> {
    let (stage, _api) = stage_of_a_welder("/documents").await?;
    stage.until_says("main", "No documents yet").await?;
    stage.click("a.primary[href='/documents/new']").await?;
    make(&stage).await?;
    stage.until_says("main", "Version 1").await?;
    stage
        .wait("iframe[title='Preview, as it will be printed']")
        .await?;

    let line = "Led a team of six welders";
    stage
        .until_says(".doc-facts", "Rests on “Led a team")
        .await?;
    let facts: String = stage
        .browser
        .run(
            "const line = [...document.querySelectorAll('.doc-words')].find((e) => e.textContent.includes(arguments[0]));\
             return document.getElementById(line.getAttribute('aria-describedby')).textContent",
            vec![json!(line)],
        )
        .await?;
    assert!(
        facts.contains("Rests on “Led a team of six welders.”"),
        "{facts}"
    );

    press_line(&stage, line).await?;
    stage
        .write(".doc-line textarea", "Led six welders on the night shift.")
        .await?;
    press(&stage, "Use these words").await?;
    stage.until_says(".doc-line", "Your words").await?;
    press_line(&stage, "Trained four apprentices").await?;
    press(&stage, "Leave out").await?;
    stage.until_says(".doc-line", "Left out").await?;

    stage.click("#again").await?;
    stage.until_says("main", "Version 2").await?;
    stage
        .until_says(".doc-words", "Led six welders on the night shift.")
        .await?;
    let gone = "return ![...document.querySelectorAll('.doc-words')].some((e) => e.textContent.startsWith('Trained four'))";
    stage.until("the line to be left out", gone, vec![]).await?;
    stage.until_says("main a", "Version 1").await?;

    stage
        .open("/documents", "[aria-label=Documents] li")
        .await?;
    stage
        .until_says("[aria-label=Documents] li", "Version 2")
        .await?;
    for words in ["PDF", "Word", "Text", "JSON Resume"] {
        stage
            .until_says("[aria-label=Documents] li button", words)
            .await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_begins_and_ends_as_the_person_says() -> Result<()> {
    let (stage, _api) = stage_of_a_welder("/documents/new").await?;
    make(&stage).await?;
    let usual: String = stage
        .browser
        .run(
            "return document.querySelector('#letter-salutation').textContent",
            vec![],
        )
        .await?;
    stage.click("#letter-salutation").await?;
    stage
        .write("#letter-salutation-words", "Dear Ms Silva,")
        .await?;
    stage.keys("\u{e007}").await?;
    stage.until_says("#letter-salutation", "Your words").await?;
    assert_eq!(stage.focused().await?, "letter-salutation");
    stage.click("#letter-closing").await?;
    stage
        .write("#letter-closing-words", "With best wishes,")
        .await?;
    press(&stage, "Use these words").await?;
    stage.click("#again").await?;
    stage.until_says("main", "Version 2").await?;
    stage
        .until_says("#letter-salutation", "Dear Ms Silva,")
        .await?;
    stage
        .until_says("#letter-closing", "With best wishes,")
        .await?;
    // Taken back, the usual words come with the next version.
    stage.click("#letter-salutation").await?;
    press(&stage, "Use the usual words").await?;
    stage
        .until_says("#letter-salutation", "The usual words come back")
        .await?;
    stage.click("#again").await?;
    stage.until_says("main", "Version 3").await?;
    stage.until_says("#letter-salutation", &usual).await
}

#[tokio::test(flavor = "multi_thread")]
async fn headings_speak_the_language_of_the_resume() -> Result<()> {
    let (stage, _api) = stage_of_a_welder("/builder").await?;
    press(&stage, "New from your profile").await?;
    stage.wait("#draft-language").await?;
    stage.choose("#draft-language", "German").await?;
    stage.click("#save-draft").await?;
    stage.until_says("#draft-state", "Saved, version 2").await?;
    let titles = "return fetch('/api/v1/me/resume-drafts').then((r) => r.json())\
        .then((list) => fetch('/api/v1/me/resume-drafts/' + list.drafts[0].draft_id)).then((r) => r.json())\
        .then((view) => view.draft.content.sections.map((section) => section.title).join(' '))";
    let titles = stage.until("the titles", titles, vec![]).await?;
    assert_eq!(titles, json!("Profil Berufserfahrung Kenntnisse"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_application_leads_to_the_very_documents_that_were_sent() -> Result<()> {
    let (stage, api) = stage_of_a_welder("/documents/new").await?;
    make(&stage).await?;
    let hash = "return fetch('/api/v1/me/document-sets').then((r) => r.json())\
        .then((page) => page.document_sets[0].files.find((file) => file.name === 'resume.pdf').sha256)";
    let hash = stage.until("the file's hash", hash, vec![]).await?;
    let mut receipt = receipt();
    receipt.fields[0].label = "Your CV".to_owned();
    receipt.fields[0].result = FieldResult::Filled;
    receipt.fields[0].value = Some("Ines-Ferro-Resume.pdf".to_owned());
    receipt.fields[0].file_sha256 = hash.as_str().map(str::to_owned);
    receipt.fields[1].result = FieldResult::Filled;
    receipt.fields[1].file_sha256 = Some("0".repeat(64));
    api.store_receipt(&receipt)?;
    api.record_application(&receipt.receipt_id, &application("Ferry welder", 1))?;
    stage
        .open(
            "/applications",
            "[aria-label='Documents that were sent: Ferry welder']",
        )
        .await?;
    stage
        .click("[aria-label='Documents that were sent: Ferry welder']")
        .await?;
    let list = "[aria-label='Documents that were sent'] li";
    stage
        .until_says(list, "Made for Ferry welder, Quayside Yards, version 1")
        .await?;
    stage.until_says(list, "It is not here any more").await?;
    stage
        .click(&format!("{list} a[href^='/documents/']"))
        .await?;
    stage.until_says("h1", "Ferry welder, Quayside Yards").await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_one_question_is_answered_once() -> Result<()> {
    let (stage, _api) = stage_of_a_welder("/documents/new").await?;
    make(&stage).await?;
    stage.wait("[aria-labelledby=question] button").await?;
    stage.click("[aria-labelledby=question] button").await?;
    stage
        .until_says("[aria-labelledby=question]", "Noted")
        .await?;
    stage.browser.client().refresh().await?;
    stage.wait("#again").await?;
    let asked: bool = stage
        .browser
        .run(
            "return !!document.querySelector('[aria-labelledby=question]')",
            vec![],
        )
        .await?;
    assert!(!asked);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_is_said_in_words() -> Result<()> {
    let (stage, _api) = Stage::signed_in("/documents/new").await?;
    stage.click("#make").await?;
    stage.until_says("[role=alert]", "Send the posting").await?;
    stage.write("#job-title", "Ferry welder").await?;
    stage.write("#job-text", POSTING).await?;
    stage.click("#make").await?;
    stage.wait("[role=alert] a[href='/profile']").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_resume_of_ones_own_has_versions() -> Result<()> {
    let (stage, _api) = stage_of_a_welder("/builder").await?;
    stage
        .until_says("main", "No résumé of your own yet")
        .await?;
    press(&stage, "New from your profile").await?;
    stage.wait("#draft-name").await?;
    stage
        .wait("iframe[title='Résumé, as it will be printed']")
        .await?;
    stage.write("#draft-name", "Yards").await?;
    stage.write("#draft-tags", "welding, Porto").await?;
    stage.write("#head-line", "Ferry welder").await?;
    stage.until_says("#draft-state", "Not saved yet").await?;
    stage.click("#save-draft").await?;
    stage.until_says("#draft-state", "Saved, version 2").await?;

    stage
        .click("[aria-label='Compare version 1 with the newest']")
        .await?;
    stage
        .until_says("[aria-label='What changed'] li", "Ferry welder")
        .await?;
    stage.click("[aria-label='Bring version 1 back']").await?;
    stage.until_says("#draft-state", "Saved, version 3").await?;
    assert_eq!(stage.value("#head-line").await?, "Welder");

    // What was typed and not saved is saved on the way out.
    stage.write("#draft-name", "Harbour").await?;
    stage.click("a[href='/builder']").await?;
    stage.until_says(".toast", "Your résumé is saved").await?;
    stage
        .open("/builder", "[aria-label='Your own résumés'] li")
        .await?;
    stage
        .until_says("[aria-label='Your own résumés'] li", "Harbour")
        .await
}
