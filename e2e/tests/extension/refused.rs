//! Where a page does not take a file from an extension: the file is in the downloads, and its field is shown.

use crate::account::RESUME_NAME;
use crate::stand::{LIMIT, Stand};
use crate::tailor::{ready, with_history};
use anyhow::Result;
use serde_json::{Value, json};
use std::path::Path;

/// Has the browser put downloads into a folder, without asking.
async fn download_to(stand: &Stand, folder: &Path) -> Result<()> {
    let behaviour = json!({ "behavior": "allow", "downloadPath": folder.to_string_lossy() });
    stand
        .browser
        .cdp("Browser.setDownloadBehavior", behaviour)
        .await?;
    Ok(())
}

/// Waits until a folder holds so many finished files; their names in order.
async fn downloaded(folder: &Path, count: usize) -> Result<Vec<String>> {
    let deadline = tokio::time::Instant::now() + LIMIT;
    let mut often = tokio::time::interval(std::time::Duration::from_millis(50));
    loop {
        let mut names: Vec<String> = std::fs::read_dir(folder)?
            .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
            .collect::<Result<_>>()?;
        names.retain(|name| !name.ends_with(".crdownload") && !name.starts_with('.'));
        names.sort();
        if names.len() >= count {
            return Ok(names);
        }
        anyhow::ensure!(
            tokio::time::Instant::now() < deadline,
            "only {names:?} came"
        );
        often.tick().await;
    }
}

const PRESS: &str = "const extension = await import('/foothold.js'); await extension.default(); \
                     await extension.on_command('fill', args[0])";

#[tokio::test(flavor = "multi_thread")]
async fn the_key_saves_what_was_written_for_the_job_and_shows_its_field() -> Result<()> {
    let (stand, account) = Stand::connected().await?;
    with_history(&account)?;
    let folder = tempfile::tempdir()?;
    download_to(&stand, folder.path()).await?;
    stand.open_page("/tailor/refuses").await?;
    stand.open_popup().await?;
    stand.click("#tailor").await?;
    ready(&stand, 1).await?;
    stand.click("#attach").await?;
    stand.wait("#fill").await?;
    let tab = stand.tab().await?;
    stand.in_own::<Value>(PRESS, vec![json!(tab)]).await?;
    let names = downloaded(folder.path(), 2).await?;
    assert!(names.iter().any(|name| name.ends_with(".pdf")), "{names:?}");
    assert!(
        names.iter().any(|name| name.ends_with(".docx")),
        "{names:?}"
    );
    assert!(names.iter().all(|name| name != RESUME_NAME), "{names:?}");
    stand.to_page().await?;
    let shown = "return document.activeElement.id === 'resume'";
    stand
        .browser
        .wait_until("the first field to be shown", shown, vec![], LIMIT)
        .await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_refuses_the_default_resume_finds_it_in_the_downloads() -> Result<()> {
    let (stand, _account) = Stand::connected().await?;
    let folder = tempfile::tempdir()?;
    download_to(&stand, folder.path()).await?;
    stand.open_page("/refuses-files").await?;
    stand.open_popup().await?;
    stand.fill().await?;
    stand
        .wait_text("#needs-you", "The file is in your downloads")
        .await?;
    assert_eq!(downloaded(folder.path(), 1).await?, [RESUME_NAME]);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_letter_goes_into_an_editor_and_can_be_copied_from_the_panel() -> Result<()> {
    let (stand, account) = Stand::connected().await?;
    with_history(&account)?;
    stand.open_page("/tailor/editor").await?;
    let tab = stand.tab().await?;
    stand.open_own(&format!("panel.html?tab={tab}")).await?;
    stand.settled().await?;
    stand.click("#tailor").await?;
    ready(&stand, 1).await?;
    stand.click("#copy-letter").await?;
    stand.wait_text("#copy-letter", "Copied").await?;
    stand.click("#attach").await?;
    stand.wait("#fill").await?;
    stand.fill().await?;

    stand.to_page().await?;
    let script = "return document.querySelector('#letter').innerText";
    let letter: String = stand.browser.run(script, vec![]).await?;
    assert!(
        letter.contains("Night Baker") && letter.contains('\n'),
        "{letter}"
    );
    // What was copied is that letter.
    stand.click("#notes").await?;
    let client = stand.browser.client();
    client
        .active_element()
        .await?
        .send_keys("\u{E009}v")
        .await?;
    let pasted = "return document.querySelector('#notes').value.trim().length > 0";
    stand
        .browser
        .wait_until("the letter to be pasted", pasted, vec![], LIMIT)
        .await?;
    let script = "return document.querySelector('#notes').value";
    let pasted: String = stand.browser.run(script, vec![]).await?;
    let words = |text: &str| {
        text.split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(words(&pasted), words(&letter));
    Ok(())
}
