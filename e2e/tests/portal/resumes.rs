//! Uploading, choosing and deleting résumés.

use crate::stage::Stage;
use anyhow::Result;
use serde_json::json;
use std::path::Path;

/// A résumé of some weight, so that an upload takes a moment.
fn pdf(weight: usize) -> Vec<u8> {
    foothold_e2e::pdf::page("Ines Ferro, Welder and Engineer", weight)
}

/// Gives a file to the page, as the file chooser would.
async fn give(stage: &Stage, folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let path = folder.join(name);
    std::fs::write(&path, bytes)?;
    let input = stage.find_hidden("#resume-file").await?;
    Ok(input.send_keys(&path.display().to_string()).await?)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_shows_its_progress_and_then_the_file() -> Result<()> {
    let (stage, api) = Stage::signed_in("/resumes").await?;
    stage.until_says("main", "No résumé yet").await?;
    // What the bar shows is gone when the upload is done, so it is written down as it happens.
    stage
        .browser
        .run::<()>(
            "window.shares = []; new MutationObserver(() => {\
               const bar = document.querySelector('progress');\
               if (bar) window.shares.push(bar.value);\
             }).observe(document.querySelector('main'), { subtree: true, childList: true, attributes: true })",
            vec![],
        )
        .await?;
    stage.browser.cdp("Network.enable", json!({})).await?;
    stage
        .browser
        .cdp(
            "Network.emulateNetworkConditions",
            json!({ "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 2_000_000 }),
        )
        .await?;
    let folder = tempfile::tempdir()?;
    give(&stage, folder.path(), "Ferro.pdf", &pdf(1_500_000)).await?;
    stage.until_says("main li", "Ferro.pdf").await?;
    stage.until_says("main li", "Used for forms").await?;
    stage.until_says("main li", "PDF · 1.5 MB").await?;
    let shares: Vec<f64> = stage.browser.run("return window.shares", vec![]).await?;
    assert!(
        shares.iter().any(|share| *share > 0.0),
        "the bar moved: {shares:?}"
    );
    assert!(shares.is_sorted(), "and only forwards: {shares:?}");
    assert_eq!(api.resumes()?, [("Ferro.pdf".to_owned(), true)]);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_resume_is_refused_in_words() -> Result<()> {
    let (stage, api) = Stage::signed_in("/resumes").await?;
    let folder = tempfile::tempdir()?;
    give(
        &stage,
        folder.path(),
        "notes.pdf",
        b"Only the name says that this is a PDF.",
    )
    .await?;
    stage
        .until_says(
            "[role=alert]",
            "Unsupported format: please upload a PDF or a Word (.docx) file",
        )
        .await?;
    give(&stage, folder.path(), "huge.pdf", &pdf(5 * 1024 * 1024)).await?;
    stage
        .until_says("[role=alert]", "The most we take is 5 MB")
        .await?;
    give(&stage, folder.path(), "nothing.pdf", b"").await?;
    stage.until_says("[role=alert]", "is empty").await?;
    assert!(api.resumes()?.is_empty());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_default_changes_and_a_deletion_can_be_taken_back() -> Result<()> {
    let (stage, api) = Stage::signed_in("/resumes").await?;
    let folder = tempfile::tempdir()?;
    // Of different content: the same bytes twice are one résumé.
    for (name, weight) in [("Old.pdf", 10), ("New.pdf", 20)] {
        give(&stage, folder.path(), name, &pdf(weight)).await?;
        stage.until_says("main li", name).await?;
    }
    stage
        .click("[aria-label='Use New.pdf for forms'], [aria-label='Use Old.pdf for forms']")
        .await?;
    stage.until_says(".toast", "Forms now get").await?;
    let before = api.resumes()?;
    assert_eq!(
        before.iter().filter(|(_, is_default)| *is_default).count(),
        1
    );

    stage.click("[aria-label='Delete Old.pdf']").await?;
    stage.until_says(".toast", "Old.pdf is deleted").await?;
    stage
        .until(
            "one row",
            "return document.querySelectorAll('main li').length === 1",
            vec![],
        )
        .await?;
    assert_eq!(
        api.resumes()?.len(),
        2,
        "nothing is deleted while it can be taken back"
    );
    let undo = "[...document.querySelectorAll('.toast')].find((t) => t.textContent.includes('Old.pdf is deleted')).querySelector('button').click()";
    stage.browser.run::<()>(undo, vec![]).await?;
    stage
        .until(
            "both rows",
            "return document.querySelectorAll('main li').length === 2",
            vec![],
        )
        .await?;
    assert_eq!(api.resumes()?, before);

    stage.click("[aria-label='Delete Old.pdf']").await?;
    stage.until_says(".toast", "Old.pdf is deleted").await?;
    let dismiss = "[...document.querySelectorAll('.toast')].find((t) => t.textContent.includes('Old.pdf is deleted')).querySelector('[aria-label=Dismiss]').click()";
    stage.browser.run::<()>(dismiss, vec![]).await?;
    stage.until_says("main li", "Used for forms").await?;
    stage
        .until(
            "it to be gone for good",
            "return fetch('/api/v1/me/resumes').then((r) => r.json()).then((b) => b.resumes.length === 1)",
            vec![],
        )
        .await?;
    assert_eq!(api.resumes()?, [("New.pdf".to_owned(), true)]);
    Ok(())
}
