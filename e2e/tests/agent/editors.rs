//! Editors, zones to drop files on, sliders and steppers.

use crate::stage::{Stage, attach, text};
use crate::{check, held};
use anyhow::{Result, ensure};
use foothold_core::outcome::WriteResult::*;

const LETTER: &str = "Dear team,\n\nI build benches.\nRegards";

pub(crate) async fn texts_stand_in_editors(stage: &Stage) -> Result<()> {
    stage.show("editors.html").await?;
    let fields = stage.collect().await?.fields;
    let framed = fields.iter().find(|f| f.id == "framed_ifr");
    ensure!(
        framed.is_some_and(|f| f.labels.iter().any(|l| l.text == "Motivation")),
        "the editor in a frame has not the label of its text area"
    );
    for id in ["own", "free", "framed_ifr"] {
        let done = stage.write(vec![(id, text(LETTER))]).await?.remove(0);
        let words: Vec<&str> = done.kept.split_whitespace().collect();
        let wanted: Vec<&str> = LETTER.split_whitespace().collect();
        ensure!(
            done.result == Written && words == wanted && done.kept.contains('\n'),
            "{id}: {done:?}"
        );
    }
    ensure!(
        held(stage, "own")
            .await?
            .as_str()
            .is_some_and(|kept| kept.contains("benches")),
        "the editor's own text is another"
    );
    ensure!(
        held(stage, "framed")
            .await?
            .as_str()
            .is_some_and(|kept| kept.contains("benches")),
        "the form's text area got nothing"
    );
    let back = stage.undo(None).await?;
    ensure!(
        back.iter().all(|b| b.result == Undone && b.kept.is_empty()),
        "{back:?}"
    );
    Ok(())
}

pub(crate) async fn drop_zones_get_their_file(stage: &Stage) -> Result<()> {
    stage.show("editors.html").await?;
    // Zones carry no file input; one of them keeps it elsewhere.
    for id in ["only", "kept"] {
        check(stage, id, attach(), Written, "ada.pdf").await?;
        ensure!(
            held(stage, id).await? == "ada.pdf:6",
            "{id}: the page did not get it"
        );
    }
    check(stage, "more", attach(), Written, "ada.pdf").await
}

pub(crate) async fn sliders_and_steppers_are_set(stage: &Stage) -> Result<()> {
    stage.show("editors.html").await?;
    check(stage, "slide", text("8"), Written, "8").await?;
    check(stage, "step", text("7"), Written, "7").await
}
