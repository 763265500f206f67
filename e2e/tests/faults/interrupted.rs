//! The extension itself is interrupted: its worker is ended, it is updated, its server is away.

use crate::stand::{FILLED, FORM, Stand, row};
use anyhow::Result;
use serde_json::json;

/// A form that reads the résumé, and says that it works until `release` is called: a fill waits in the
/// middle for it.
fn reading_form() -> String {
    format!(
        "{FORM}<div id=status></div><script>\
         document.getElementById('resume').addEventListener('change', () => {{\
           document.getElementById('status').innerHTML = '<p role=status aria-busy=true class=loading-sign>Reading…</p>';\
         }});\
         window.release = () => {{ document.getElementById('status').innerHTML = ''; return true; }};\
         </script>"
    )
}

const IN_THE_MIDDLE: &str = "return !!document.querySelector('[aria-busy=true]')";

/// Fills until the form is filled, once: the agent may still carry out what it was told before, and says that it is busy.
async fn fill_anew(stand: &Stand, tab: i64) -> Result<()> {
    let deadline = tokio::time::Instant::now() + crate::stand::LIMIT;
    loop {
        let reply = stand.fill(tab).await?;
        let (outcome, why) = row(&reply, "Last name")?;
        if outcome == "already_there" || outcome == "written" {
            return assert_filled(stand).await;
        }
        anyhow::ensure!(
            tokio::time::Instant::now() < deadline,
            "still {outcome}: {why}"
        );
    }
}

async fn assert_filled(stand: &Stand) -> Result<()> {
    let held = stand.held().await?;
    for (id, value) in FILLED {
        assert_eq!(held[id], value, "{id}");
    }
    assert_eq!(held["why"], "", "nothing is written twice or elsewhere");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_worker_is_ended_in_the_middle_of_a_fill() -> Result<()> {
    let stand = Stand::start().await?;
    let tab = stand.open(&reading_form()).await?;
    stand.begin_fill(tab).await?;
    stand
        .wait_in_page("the page to read the résumé", IN_THE_MIDDLE)
        .await?;
    stand.end_worker().await?;
    let reply = stand.answer().await?;
    assert!(
        reply["Ok"].is_null(),
        "an ended worker cannot have said: {reply:#}"
    );
    assert!(stand.in_page::<bool>("return release()", vec![]).await?);

    // The next click starts a worker, and ends with a form that is filled once.
    fill_anew(&stand, tab).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_extension_is_updated_in_the_middle_of_a_fill() -> Result<()> {
    let mut stand = Stand::start().await?;
    let tab = stand.open(&reading_form()).await?;
    stand.begin_fill(tab).await?;
    stand
        .wait_in_page("the page to read the résumé", IN_THE_MIDDLE)
        .await?;
    stand.reload_extension().await?;
    assert!(stand.in_page::<bool>("return release()", vec![]).await?);
    // The connection and the profile are still there.
    let status = stand.ask(json!({ "kind": "status" })).await?;
    assert!(status["Ok"]["status"].is_object(), "{status:#}");
    fill_anew(&stand, tab).await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_network_the_form_is_filled_and_the_receipt_kept() -> Result<()> {
    let mut stand = Stand::start().await?;
    let tab = stand.open(FORM).await?;
    stand.backend.stop();
    stand.to_page().await?;
    stand
        .browser
        .cdp(
            "Network.emulateNetworkConditions",
            json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 }),
        )
        .await?;
    stand.to_own().await?;
    let reply = stand.fill(tab).await?;
    assert_eq!(row(&reply, "First name")?.0, "written");
    assert_eq!(reply["Ok"]["filled"]["receipt_kept"], true, "{reply:#}");
    assert_filled(&stand).await
}
