//! Pages whose names hide the DOM, and pages that change without end.

use crate::check;
use crate::stage::{Stage, pick, select, text};
use anyhow::Result;
use foothold_core::outcome::WriteResult::*;

/// A form control or an image with a name hides the property of that name; and every few milliseconds something moves.
pub(crate) async fn a_page_that_hides_the_dom_and_never_rests_is_filled(
    stage: &Stage,
) -> Result<()> {
    stage.show("restless.html").await?;
    check(stage, "first", text("Ada"), Written, "Ada").await?;
    check(stage, "letter", text("Dear team"), Written, "Dear team").await?;
    check(stage, "land", select(1, "Ireland"), Written, "Ireland").await?;
    let yes = stage.options("move", &["Yes"]).await?;
    check(stage, "move", yes, Written, "Yes").await?;
    check(stage, "list", pick("", &["Glass"]), NoOption, "").await?;
    check(stage, "list", pick("", &["Metal"]), Written, "Metal").await
}
