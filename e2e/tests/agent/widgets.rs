//! Lists as the libraries build them: drawn over native selects, drawn in part, in portals, with chips.

use crate::stage::{Stage, pick, select};
use crate::{check, held};
use anyhow::{Result, ensure};
use foothold_core::outcome::WriteResult::*;
use foothold_core::plan::{PickChoice, WriteAction};

fn several(texts: &[&str]) -> WriteAction {
    WriteAction::PickMany {
        choices: texts
            .iter()
            .map(|text| PickChoice {
                query: (*text).to_owned(),
                accept: vec![(*text).to_owned()],
            })
            .collect(),
    }
}

/// No list of the page is open any more.
async fn all_closed(stage: &Stage, id: &str) -> Result<()> {
    let open = stage
        .page(
            "return document.querySelectorAll('#portal > *, .s2-container--open, .vx-select-dropdown, .mui-modal, \
             .pac-container, [class$=__menu]').length",
        )
        .await?;
    ensure!(open == 0, "{id}: a list stayed open");
    Ok(())
}

/// The field, what to type, the option that is there, and one that is not.
const LISTS: [(&str, &str, &str, &str); 7] = [
    ("downed", "Cherry", "Cherry", "Mango"),
    ("pointed", "", "Family", "Silver"),
    ("modal", "", "1 month", "5 years"),
    ("virtual", "", "Class of 1950", "Class of 3000"),
    ("endless", "", "School 71", "School 999"),
    ("place", "Hamburg", "Hamburg, Germany", "Hamburg, Chile"),
    ("remote", "", "North University", "North College"),
];

pub(crate) async fn lists_take_the_answer_and_no_other(stage: &Stage) -> Result<()> {
    stage.show("widgets.html").await?;
    for (id, query, there, missing) in LISTS {
        let before = held(stage, id).await?;
        let done = stage.write(vec![(id, pick(query, &[missing]))]).await?;
        ensure!(done[0].result == NoOption, "{id}: {:?}", done[0]);
        let after = held(stage, id).await?;
        ensure!(after == before, "{id} was left with {after}, not {before}");
        all_closed(stage, id).await?;
        check(stage, id, pick(query, &[there]), Written, there).await?;
        all_closed(stage, id).await?;
        check(stage, id, pick(query, &[there]), AlreadyThere, there).await?;
    }
    ensure!(
        held(stage, "place").await? == "Hamburg/Germany",
        "the place was typed and not taken"
    );
    Ok(())
}

pub(crate) async fn native_selects_and_their_drawings_agree(stage: &Stage) -> Result<()> {
    stage.show("widgets.html").await?;
    check(stage, "drawn", select(1, "Ireland"), Written, "Ireland").await?;
    check(stage, "told", select(1, "Bachelor"), Written, "Bachelor").await?;
    let shown = stage
        .page("return ['drawn', 'told'].map((id) => document.getElementById(`${id}-shown`).textContent).join()")
        .await?;
    ensure!(shown == "Ireland,Bachelor", "a person sees {shown}");
    let back = stage.undo(None).await?;
    ensure!(back.iter().all(|b| b.result == Undone), "{back:?}");
    let shown = stage
        .page("return document.getElementById('drawn-shown').textContent")
        .await?;
    ensure!(shown == "Choose", "the drawing kept {shown}");
    Ok(())
}

pub(crate) async fn several_answers_are_kept(stage: &Stage) -> Result<()> {
    stage.show("widgets.html").await?;
    let done = stage
        .write(vec![("many", several(&["Rust", "SQL", "Cobol"]))])
        .await?
        .remove(0);
    ensure!(
        done.result == Written && done.kept == "Rust; SQL" && done.detail.contains("Cobol"),
        "{done:?}"
    );
    ensure!(
        held(stage, "many").await? == "Rust|SQL",
        "the page holds something else"
    );
    check(
        stage,
        "many",
        several(&["Rust", "SQL"]),
        AlreadyThere,
        "Rust; SQL",
    )
    .await?;
    check(
        stage,
        "prompt",
        several(&["German", "English"]),
        Written,
        "German; English",
    )
    .await?;
    all_closed(stage, "prompt").await?;
    // What looks like a list for several and keeps one only is left as it was.
    check(stage, "one", several(&["Red", "Blue"]), Failed, "").await?;
    ensure!(held(stage, "one").await? == "", "an answer stayed");
    check(stage, "many", several(&["Cobol"]), NoOption, "Rust; SQL").await
}

pub(crate) async fn lists_that_can_be_emptied_are_undone(stage: &Stage) -> Result<()> {
    stage.show("widgets.html").await?;
    let done = stage
        .write(vec![
            ("many", several(&["Rust", "SQL"])),
            ("prompt", several(&["German", "English"])),
            ("downed", pick("Cherry", &["Cherry"])),
            ("pointed", pick("", &["Family"])),
        ])
        .await?;
    ensure!(done.iter().all(|d| d.result == Written), "{done:?}");
    let back = stage.undo(None).await?;
    for (at, id) in ["many", "prompt", "downed"].into_iter().enumerate() {
        ensure!(back[at].result == Undone, "{id}: {:?}", back[at]);
        ensure!(held(stage, id).await? == "", "{id} kept an answer");
    }
    // A list that has no way to be emptied says so, and keeps what it has.
    ensure!(
        back[3].result == Failed && back[3].kept == "Family" && !back[3].detail.is_empty(),
        "{:?}",
        back[3]
    );
    Ok(())
}
