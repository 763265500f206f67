//! What an employer's system sees in a résumé, and the profile that takes from it.

use crate::stage::Stage;
use anyhow::Result;
use foothold_e2e::pdf;
use serde_json::json;

/// Uploads a file and opens what is read in it.
async fn open_reading(stage: &Stage, name: &str, bytes: &[u8]) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join(name);
    std::fs::write(&path, bytes)?;
    let input = stage.find_hidden("#resume-file").await?;
    input.send_keys(&path.display().to_string()).await?;
    stage.until_says("main li", name).await?;
    let link = format!("[aria-label='What an employer’s system sees in {name}']");
    stage.click(&link).await?;
    stage.until_says("main h1", "What an employer").await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_profile_takes_what_was_chosen_and_nothing_else() -> Result<()> {
    let (stage, _) = Stage::signed_in("/resumes").await?;
    let bytes = pdf::lines(
        &[
            "Mira Talvik",
            "mira.talvik@mail.example | +372 5123 4567 | Tartu, Estonia",
            "Experience",
            "Data Engineer, Harbour Lights Ltd",
            "Mar 2021 - Present",
            "Skills",
            "SQL, Tide tables",
        ],
        0,
    );
    open_reading(&stage, "Talvik.pdf", &bytes).await?;
    stage.until_says("main dd", "Harbour Lights Ltd").await?;
    stage.until_says("main ol li", "Mar 2021 - Present").await?;
    stage.wait("iframe[src^='blob:']").await?;
    stage.until_says("#take", "to my profile").await?;
    // Everything but the address and one skill is left out again, by keyboard.
    let keep = "let left = 0; for (const box of document.querySelectorAll('main li input[type=checkbox]')) {\
           const words = box.closest('li').textContent;\
           if (box.checked !== /mira.talvik@|Tide tables/.test(words)) { box.click(); left += 1; }\
         } return left";
    stage.until("boxes", keep, vec![]).await?;
    stage.until_says("#take", "Add 2 to my profile").await?;
    stage.click("#take").await?;
    stage
        .until_says(".toast", "2 are in your profile now.")
        .await?;
    stage
        .until_says("main p", "2 more are in your profile already.")
        .await?;
    let saved = stage
        .until(
            "the profile",
            "return fetch('/api/v1/me/profile').then((r) => r.json()).then((p) => [p.contact.email, p.skills.length, p.skills[0]?.name, p.work.length, p.name.given])",
            vec![],
        )
        .await?;
    assert_eq!(
        saved,
        json!(["mira.talvik@mail.example", 1, "Tide tables", 0, ""])
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_without_text_says_what_helps() -> Result<()> {
    let (stage, _) = Stage::signed_in("/resumes").await?;
    open_reading(&stage, "Blank.pdf", &pdf::lines(&[], 0)).await?;
    stage
        .until_says(".note", "No text can be read in this file")
        .await?;
    assert!(
        stage
            .browser
            .run::<bool>("return !document.querySelector('#take')", vec![])
            .await?
    );
    Ok(())
}
