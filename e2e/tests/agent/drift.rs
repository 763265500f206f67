//! Pages that change between a plan and its writing, and fields that are shown.

use crate::stage::{Stage, text};
use anyhow::{Result, ensure};
use foothold_core::outcome::WriteResult::{self, *};
use serde_json::{Value, json};

pub(crate) async fn drift_is_noticed(stage: &Stage) -> Result<()> {
    stage.show("texts.html").await?;
    let plan = stage
        .plan(vec![
            ("plain", text("x")),
            ("controlled", text("y")),
            ("area", text("z")),
        ])
        .await?;
    stage
        .page(
            "document.getElementById('plain').name = 'other';
             document.getElementById('controlled').remove();
             const area = document.getElementById('area'); area.replaceWith(area.cloneNode());",
        )
        .await?;
    let done = stage.carry_out(&plan).await?;
    let results: Vec<WriteResult> = done.iter().map(|d| d.result).collect();
    // A field drawn anew is the same field while its identity is.
    ensure!(results == [Drifted, Gone, Written], "{done:?}");
    ensure!(
        stage
            .page("return document.getElementById('plain').value")
            .await?
            == "before",
        "a drifted field was written"
    );
    Ok(())
}

pub(crate) async fn another_page_is_not_written(stage: &Stage) -> Result<()> {
    stage.show("texts.html").await?;
    let mut plan = stage.plan(vec![("plain", text("x"))]).await?;
    plan.url = plan.url.replace("texts.html", "other.html");
    let done = stage.carry_out(&plan).await?;
    ensure!(done[0].result == Drifted, "{done:?}");
    plan.url = plan.url.replace("other.html", "texts.html?step=2#top");
    let done = stage.carry_out(&plan).await?;
    ensure!(done[0].result == Written, "{done:?}");
    Ok(())
}

pub(crate) async fn one_fill_at_a_time(stage: &Stage) -> Result<()> {
    stage.show("texts.html").await?;
    let plan = serde_json::to_value(stage.plan(vec![("plain", text("x"))]).await?)?;
    let both: Value = stage
        .agent(&format!(
            "Promise.all([__foothold.write({plan}, {{}}), __foothold.write({plan}, {{}})])"
        ))
        .await?;
    let result = |at: usize| both[at]["fields"][0]["result"].clone();
    ensure!(result(0) == "written" && result(1) == "failed", "{both}");
    Ok(())
}

pub(crate) async fn a_field_is_shown_without_moving_the_page(stage: &Stage) -> Result<()> {
    stage.show("texts.html").await?;
    let plan = stage.plan(vec![("area", text("x"))]).await?;
    let before = stage
        .page("return document.body.getBoundingClientRect().height")
        .await?;
    let handle = plan.steps[0].handle;
    let answer: Value = stage.agent(&format!("__foothold.reveal({handle})")).await?;
    ensure!(answer == json!({"ok": true}), "{answer}");
    ensure!(
        stage.page("return document.activeElement.id").await? == "area",
        "the field has no focus"
    );
    ensure!(
        stage
            .page("return document.body.getBoundingClientRect().height")
            .await?
            == before,
        "the page moved"
    );
    ensure!(
        stage
            .page("return document.getElementById('area').getAttribute('style') ?? ''")
            .await?
            == "",
        "a style stayed"
    );
    let answer: Value = stage.agent("__foothold.reveal(9999)").await?;
    ensure!(answer == json!({"ok": false}), "{answer}");
    Ok(())
}
