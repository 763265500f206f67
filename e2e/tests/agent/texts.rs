//! Text fields: values, what pages make of them, and taking them back.

use crate::check;
use crate::stage::{Stage, text};
use anyhow::{Result, ensure};
use foothold_core::outcome::WriteResult::{self, *};
use serde_json::{Value, json};

pub(crate) async fn text_fields_keep_their_values(stage: &Stage) -> Result<()> {
    stage.show("texts.html").await?;
    check(stage, "controlled", text("Ada"), Written, "Ada").await?;
    ensure!(
        stage.page("return window.state").await? == "Ada",
        "the page's state has another value"
    );
    check(stage, "plain", text("after"), Written, "after").await?;
    let events = stage.page("return window.events.join(' ')").await?;
    ensure!(
        events == "focus keydown beforeinput input keyup change blur",
        "events: {events}"
    );
    check(stage, "plain", text("after"), AlreadyThere, "after").await?;
    check(
        stage,
        "masked",
        text("5551234567"),
        Written,
        "(555) 1234567",
    )
    .await?;
    check(stage, "date", text("2027-03-01"), Written, "2027-03-01").await?;
    check(stage, "month", text("2021-03"), Written, "2021-03").await?;
    check(stage, "number", text("7"), Written, "7").await?;
    check(stage, "area", text("One\nTwo"), Written, "One\nTwo").await?;
    check(stage, "rich", text("Dear team"), Written, "Dear team").await?;
    check(stage, "spin", text("3"), Written, "3").await?;
    check(stage, "spin-box", text("2021"), Written, "2021").await?;
    check(stage, "inside", text("shadow"), Written, "shadow").await?;
    check(stage, "fixed", text("other"), Failed, "fixed").await
}

pub(crate) async fn pages_that_change_values_are_told(stage: &Stage) -> Result<()> {
    stage.show("texts.html").await?;
    check(stage, "forgetful", text("Ada"), KeptDifferent, "").await?;
    let done = stage
        .write(vec![("shouting", text("Ada"))])
        .await?
        .remove(0);
    ensure!(
        done.result == KeptDifferent && done.kept == "ADA!",
        "{done:?}"
    );
    Ok(())
}

pub(crate) async fn texts_are_undone(stage: &Stage) -> Result<()> {
    stage.show("texts.html").await?;
    let steps = vec![
        ("controlled", text("Ada")),
        ("plain", text("after")),
        ("rich", text("Dear team")),
        ("area", text("One")),
    ];
    let done = stage.write(steps).await?;
    let plain = done[1].handle;
    // Looking again puts the agent in again and numbers the fields afresh.
    stage.inject().await?;
    stage.collect().await?;
    let back = stage.undo(Some(&[plain])).await?;
    ensure!(
        back.len() == 1 && back[0].result == Undone && back[0].kept == "before",
        "{back:?}"
    );
    // What the person changed since then is theirs.
    stage
        .page("document.getElementById('area').value = 'mine'")
        .await?;
    let back = stage.undo(None).await?;
    let results: Vec<WriteResult> = back.iter().map(|b| b.result).collect();
    ensure!(results == [Undone, Undone, Failed], "{back:?}");
    ensure!(
        stage.page("return window.state").await? == "",
        "the page's state was not put back"
    );
    ensure!(
        stage
            .page("return document.getElementById('area').value")
            .await?
            == "mine",
        "an edit was lost"
    );
    ensure!(
        stage
            .page("return document.getElementById('rich').innerText.trim()")
            .await?
            == "",
        "rich text stayed"
    );
    Ok(())
}

/// The same table stands in `plan/words.rs`.
pub(crate) async fn both_sides_fold_alike(stage: &Stage) -> Result<()> {
    stage.show("texts.html").await?;
    for (text, folded) in [
        ("  Straße  (Nr.) ", "strasse nr"),
        ("Don’t", "dont"),
        ("C++ / C#", "c++ c#"),
        ("5+ years", "5+ years"),
        ("Germany (+49)", "germany +49"),
        ("Germany+49", "germany +49"),
        ("Łódź", "lodz"),
        ("Côte d'Ivoire", "cote divoire"),
        ("—", ""),
    ] {
        let found: Value = stage
            .agent(&format!("__foothold.hand.fold({})", json!(text)))
            .await?;
        ensure!(found == folded, "{text}: {found}");
    }
    Ok(())
}
