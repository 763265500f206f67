//! Two devices edit one profile: nobody's work is overwritten unseen.

use crate::stage::Stage;
use anyhow::Result;
use foothold_e2e::api::Api;

/// The portal edits the address while another device changed the name and the summary.
async fn both_edit() -> Result<(Stage, Api)> {
    let (stage, api) = Stage::signed_in("/profile").await?;
    stage.wait("#f-address-city").await?;
    api.change_profile(|profile| {
        profile.name.given = "Inês".to_owned();
        profile.address.city = "Braga".to_owned();
    })?;
    // Both in one go, since leaving a field saves it.
    stage
        .browser
        .run::<()>(
            "for (const [id, text] of [['f-address-city', 'Porto'], ['f-summary', 'I weld bridges.']]) {\
               const field = document.getElementById(id);\
               field.value = text;\
               field.dispatchEvent(new Event('input', { bubbles: true }));\
             }",
            vec![],
        )
        .await?;
    stage.wait("#conflict").await?;
    for words in [
        "Name",
        "changed elsewhere",
        "Address",
        "changed in both",
        "changed here",
    ] {
        stage.until_says("#conflict li", words).await?;
    }
    Ok((stage, api))
}

#[tokio::test(flavor = "multi_thread")]
async fn keeping_mine_keeps_what_only_they_changed() -> Result<()> {
    let (stage, api) = both_edit().await?;
    stage.click("#conflict button.primary").await?;
    stage.saved().await?;
    let stored = api.profile()?;
    assert_eq!(stored.name.given, "Inês");
    assert_eq!(stored.address.city, "Porto");
    assert_eq!(stored.summary, "I weld bridges.");
    assert_eq!(stage.value("#f-name-given").await?, "Inês");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn loading_theirs_drops_what_was_changed_here() -> Result<()> {
    let (stage, api) = both_edit().await?;
    stage.click("#conflict button:not(.primary)").await?;
    stage
        .until(
            "their city",
            "return document.querySelector('#f-address-city').value === 'Braga'",
            vec![],
        )
        .await?;
    assert_eq!(stage.value("#f-summary").await?, "");
    assert_eq!(api.profile()?.summary, "");
    // From here on it saves as ever.
    stage.write("#f-summary", "I weld ships.").await?;
    stage.saved().await?;
    assert_eq!(api.profile()?.summary, "I weld ships.");
    Ok(())
}
