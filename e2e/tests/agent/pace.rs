//! Long pages: the page's own work goes on while it is read, and what changes meanwhile is read again.

use crate::stage::Stage;
use anyhow::{Result, ensure};
use serde_json::Value;

/// Makes the page long: elements with text, and a form at its end.
const LONG: &str = "const box = document.createElement('div');\
    for (let i = 0; i < 2500; i += 1) { const p = document.createElement('p'); p.innerHTML = `Line <b>${i}</b> of <i>many</i>`; box.append(p); }\
    document.body.prepend(box);";

pub(crate) async fn long_pages_keep_their_own_work_going(stage: &Stage) -> Result<()> {
    stage.show("texts.html").await?;
    let short: Value = stage
        .agent("__foothold.collect().then(seen => ({ fields: seen.fields.length }))")
        .await?;
    stage.page(LONG).await?;
    // The page's own tasks are counted while the agent reads.
    stage
        .page("window.turns = 0; const bell = new MessageChannel(); bell.port1.onmessage = () => { window.turns += 1; bell.port2.postMessage(0); }; bell.port2.postMessage(0); window.turns = 0;")
        .await?;
    let read: Value = stage
        .agent("(async () => { const seen = await __foothold.collect(); return { fields: seen.fields.length, blocks: seen.job.blocks.length }; })()")
        .await?;
    // The text of a page is bounded, its fields are not: the form stands below all of the text.
    ensure!(
        read["blocks"].as_u64().is_some_and(|count| count >= 1500)
            && read["fields"] == short["fields"]
            && short["fields"].as_u64().is_some_and(|count| count > 0),
        "the page was not read whole: {read}, and without the text {short}"
    );
    // In one piece there would be none: no task of the page runs within a task of ours.
    let turns: Value = stage
        .agent("(async () => { const steps = [...Array(40)].map((_, i) => i); let at = 0; \
                const walk = function* () { for (const step of steps) { const from = performance.now(); while (performance.now() - from < 2); yield step; at += 1; } return at; }; \
                return __foothold.reading.inSlices(walk()); })()")
        .await?;
    ensure!(
        turns["value"] == 40 && turns["paused"] == true,
        "long work was not cut: {turns}"
    );
    Ok(())
}

pub(crate) async fn a_page_that_changes_meanwhile_is_read_again(stage: &Stage) -> Result<()> {
    stage.show("texts.html").await?;
    stage.page(LONG).await?;
    // A field comes while the first look is on its way, before the part that was read already.
    let seen: Value = stage
        .agent(
            "(async () => { const looks = []; let looked = 0; \
               const walk = function* () { looked += 1; const first = document.body.firstElementChild.id; const from = performance.now(); \
                 while (performance.now() - from < 12); yield; \
                 if (looked === 1) { const late = document.createElement('input'); late.id = 'late'; document.body.prepend(late); } \
                 yield; return first; }; \
               return { looked: await __foothold.reading.readSteadily(walk), times: looked }; })()",
        )
        .await?;
    ensure!(
        seen["looked"] == "late" && seen["times"] == 2,
        "the page was not read again: {seen}"
    );
    let fields = stage.collect().await?.fields;
    ensure!(
        fields.iter().any(|field| field.id == "late"),
        "the field that came late was not read"
    );
    Ok(())
}
