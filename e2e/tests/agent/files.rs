//! Files that arrive, and files that pages refuse.

use crate::check;
use crate::stage::{Stage, attach};
use anyhow::{Result, ensure};
use foothold_core::outcome::WriteResult::*;

pub(crate) async fn files_arrive(stage: &Stage) -> Result<()> {
    stage.show("files.html").await?;
    for id in ["plain", "replaced", "dropped"] {
        check(stage, id, attach(), Written, "ada.pdf").await?;
        let bytes = stage.page(&format!("return window.bytes['{id}']")).await?;
        ensure!(bytes == "37,80,68,70,0,255", "{id} got {bytes}");
    }
    check(stage, "plain", attach(), AlreadyThere, "ada.pdf").await?;
    stage.show("files.html").await?;
    check(stage, "plain", attach(), Written, "ada.pdf").await?;
    let back = stage.undo(None).await?;
    ensure!(back[0].result == Undone, "{back:?}");
    ensure!(
        stage
            .page("return document.getElementById('plain').files.length")
            .await?
            == 0,
        "the file stayed"
    );
    Ok(())
}

pub(crate) async fn files_that_are_refused_are_told(stage: &Stage) -> Result<()> {
    stage.show("files.html").await?;
    check(stage, "refused", attach(), FileRefused, "").await?;
    check(stage, "images", attach(), FileRefused, "").await
}
