//! A form in a frame of another origin.

use crate::stand::Stand;
use anyhow::Result;
use fantoccini::Locator;

#[tokio::test(flavor = "multi_thread")]
async fn a_frame_that_may_be_reached_is_filled_and_named() -> Result<()> {
    let (stand, _account) = Stand::connected().await?;
    stand.open_page("/embeds").await?;
    stand.open_popup().await?;
    assert_eq!(
        stand.text("#job").await?,
        "Night Baker",
        "the job is the page's"
    );
    stand
        .wait_text(
            "#frame",
            &format!("The form is in a frame from {}", stand.pages.other_host()),
        )
        .await?;
    stand.fill().await?;
    stand.wait_text("#outcome", "5 fields filled").await?;
    stand.to_page().await?;
    let client = stand.browser.client();
    client
        .find(Locator::Css("#frame"))
        .await?
        .enter_frame()
        .await?;
    let email: String = stand
        .browser
        .run("return document.getElementById('email').value", vec![])
        .await?;
    assert_eq!(email, "ada.applies@example.org");
    client.clone().enter_parent_frame().await?;
    stand.to_own().await?;
    stand.click("#undo-all").await?;
    stand.wait_text("#outcome", "5 taken back").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_frame_that_may_not_be_reached_is_offered_by_name() -> Result<()> {
    let stand = Stand::with_access(&["http://127.0.0.1/*"]).await?;
    stand.connect().await?;
    stand.open_page("/embeds").await?;
    stand.open_popup().await?;
    let host = stand.pages.other_host();
    stand
        .wait_text(
            "[data-offer]",
            &format!("This form is in a frame from {host}."),
        )
        .await?;
    stand
        .wait_text("[data-offer] button", "Allow Foothold to fill it")
        .await?;
    assert_eq!(
        stand.text("#fill").await?,
        "",
        "nothing can be filled before that"
    );
    Ok(())
}
