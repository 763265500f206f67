//! Dates: calendars that open at a box, boxes with an order of their own, and parts that listen to keys.

use crate::check;
use crate::stage::{Stage, text};
use anyhow::{Result, ensure};
use foothold_core::outcome::WriteResult::*;
use foothold_core::plan::WriteAction;

fn day(date: &str, text: &str) -> WriteAction {
    WriteAction::PickDate {
        date: date.to_owned(),
        text: text.to_owned(),
    }
}

pub(crate) async fn days_are_taken_in_calendars(stage: &Stage) -> Result<()> {
    stage.show("dates.html").await?;
    check(stage, "fp", day("2027-03-01", ""), Written, "2027-03-01").await?;
    check(stage, "fp", day("1988-12-31", ""), Written, "1988-12-31").await?;
    // Typed where the order is known, else taken: a day that both months on show have, and one years away.
    check(
        stage,
        "typed",
        day("2027-03-05", "03/05/2027"),
        Written,
        "03/05/2027",
    )
    .await?;
    check(stage, "shown", day("2027-03-05", ""), Written, "03/05/2027").await?;
    check(stage, "shown", day("1994-06-29", ""), Written, "06/29/1994").await?;
    check(
        stage,
        "dialog",
        day("2027-02-03", ""),
        Written,
        "Feb 3, 2027",
    )
    .await?;
    check(
        stage,
        "dialog",
        day("2027-02-03", ""),
        AlreadyThere,
        "Feb 3, 2027",
    )
    .await?;
    let open = stage
        .page("return [...document.querySelectorAll('.cal')].filter((at) => at.checkVisibility()).length")
        .await?;
    ensure!(open == 0, "a calendar stayed open");
    let back = stage.undo(None).await?;
    let shown = back
        .iter()
        .find(|b| b.kept.is_empty() && b.result == Undone);
    ensure!(
        shown.is_some(),
        "no box to type into was emptied again: {back:?}"
    );
    Ok(())
}

pub(crate) async fn days_out_of_reach_are_told(stage: &Stage) -> Result<()> {
    stage.show("dates.html").await?;
    let done = stage
        .write(vec![("dialog", day("2026-11-03", ""))])
        .await?
        .remove(0);
    ensure!(
        done.result == Failed && done.kept.is_empty() && done.detail.contains("day"),
        "{done:?}"
    );
    Ok(())
}

pub(crate) async fn parts_of_dates_are_typed(stage: &Stage) -> Result<()> {
    stage.show("dates.html").await?;
    check(stage, "part", text("11"), Written, "11").await
}
