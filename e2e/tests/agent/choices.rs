//! Selects, radio buttons, checkboxes and answer buttons.

use crate::check;
use crate::stage::{Stage, select};
use anyhow::{Result, ensure};
use foothold_core::outcome::WriteResult::*;
use serde_json::json;

pub(crate) async fn choices_are_made(stage: &Stage) -> Result<()> {
    stage.show("choices.html").await?;
    check(stage, "country", select(2, "Germany"), Written, "Germany").await?;
    check(
        stage,
        "country",
        select(2, "Germany"),
        AlreadyThere,
        "Germany",
    )
    .await?;
    // The list moved: the words count, not the place.
    check(stage, "country", select(2, "France"), Written, "France").await?;
    check(stage, "country", select(2, "Spain"), NoOption, "France").await?;
    check(
        stage,
        "relocate-yes",
        stage.options("relocate-yes", &["Yes"]).await?,
        Written,
        "Yes",
    )
    .await?;
    check(
        stage,
        "skill-rust",
        stage.options("skill-rust", &["Rust", "Go", "SQL"]).await?,
        Written,
        "Rust; Go; SQL",
    )
    .await?;
    ensure!(
        stage.page("return window.clicks['skill-go'] ?? 0").await? == 0,
        "an option that was on was clicked"
    );
    check(
        stage,
        "stubborn",
        stage
            .options("stubborn", &["I agree to be asked twice"])
            .await?,
        Written,
        "I agree to be asked twice",
    )
    .await?;
    check(
        stage,
        "pressed-yes",
        stage.options("pressed-yes", &["No"]).await?,
        Written,
        "No",
    )
    .await?;
    check(
        stage,
        "pressed-yes",
        stage.options("pressed-yes", &["No"]).await?,
        AlreadyThere,
        "No",
    )
    .await?;
    check(
        stage,
        "styled-yes",
        stage.options("styled-yes", &["Yes"]).await?,
        Written,
        "Yes",
    )
    .await
}

pub(crate) async fn choices_are_undone(stage: &Stage) -> Result<()> {
    stage.show("choices.html").await?;
    let steps = vec![
        ("country", select(2, "Germany")),
        (
            "relocate-yes",
            stage.options("relocate-yes", &["Yes"]).await?,
        ),
        (
            "skill-rust",
            stage.options("skill-rust", &["Rust", "Go"]).await?,
        ),
        ("pressed-yes", stage.options("pressed-yes", &["Yes"]).await?),
    ];
    stage.write(steps).await?;
    let back = stage.undo(None).await?;
    ensure!(back.iter().all(|b| b.result == Undone), "{back:?}");
    let state = stage
        .page(
            "const on = (id) => document.getElementById(id).checked;
             return [document.getElementById('country').value, on('relocate-yes'), on('relocate-no'), on('skill-rust'),
               on('skill-go'), document.getElementById('pressed-yes').getAttribute('aria-pressed')]",
        )
        .await?;
    ensure!(
        state == json!(["", false, true, false, true, "false"]),
        "{state}"
    );
    Ok(())
}

pub(crate) async fn nothing_is_sent(stage: &Stage) -> Result<()> {
    stage.show("choices.html").await?;
    check(
        stage,
        "styled-yes",
        stage.options("styled-yes", &["No"]).await?,
        Written,
        "No",
    )
    .await?;
    let done = stage
        .write(vec![(
            "sending-yes",
            stage.options("sending-yes", &["Yes"]).await?,
        )])
        .await?
        .remove(0);
    ensure!(done.result == Failed && !done.detail.is_empty(), "{done:?}");
    ensure!(
        stage
            .page("return window.clicks['sending-yes'] ?? 0")
            .await?
            == 0,
        "a submit button was clicked"
    );
    ensure!(
        stage
            .page("return document.body.dataset.sent ?? ''")
            .await?
            == "",
        "the form was sent"
    );
    Ok(())
}
