//! The server goes away while a person writes.

use crate::stage::Stage;
use anyhow::Result;

#[tokio::test(flavor = "multi_thread")]
async fn an_edit_made_offline_is_kept_and_saved_later() -> Result<()> {
    let (mut stage, api) = Stage::signed_in("/profile").await?;
    stage.wait("#f-name-given").await?;
    stage.backend.stop();
    stage.write("#f-name-given", "Inês").await?;
    stage.until_says("#save-state", "Offline").await?;
    let asks: bool = stage
        .browser
        .run("const leave = new Event('beforeunload', { cancelable: true }); return !window.dispatchEvent(leave)", vec![])
        .await?;
    assert!(asks, "closing the tab asks first");
    stage.backend.restart().await?;
    stage.saved().await?;
    assert_eq!(api.profile()?.name.given, "Inês");
    let asks: bool = stage
        .browser
        .run("const leave = new Event('beforeunload', { cancelable: true }); return !window.dispatchEvent(leave)", vec![])
        .await?;
    assert!(!asks, "nothing is left to lose");
    Ok(())
}
