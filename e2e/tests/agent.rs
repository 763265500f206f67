//! The page agent in a real Chromium: what it writes, what the page keeps, and what it says about it.
//!
//! The agent runs in an isolated world, as the extension runs it. One browser serves all cases.

mod stage;

use anyhow::{Result, ensure};
use foothold_core::outcome::WriteResult::{self, *};
use foothold_core::plan::WriteAction;
use serde_json::{Value, json};
use stage::{Stage, attach, pick, select, text};

#[tokio::test(flavor = "multi_thread")]
async fn the_agent_writes_what_is_planned_and_says_what_became_of_it() -> Result<()> {
    let stage = Stage::open().await?;
    let mut wrong = Vec::new();
    macro_rules! cases {
        ($($case:ident),+ $(,)?) => {$(
            if let Err(error) = $case(&stage).await {
                wrong.push(format!("{}: {error:#}", stringify!($case)));
            }
        )+};
    }
    cases!(
        text_fields_keep_their_values,
        pages_that_change_values_are_told,
        texts_are_undone,
        choices_are_made,
        choices_are_undone,
        nothing_is_sent,
        lists_are_searched,
        lists_without_the_answer_are_left,
        lists_are_undone,
        files_arrive,
        files_that_are_refused_are_told,
        drift_is_noticed,
        another_page_is_not_written,
        one_fill_at_a_time,
        a_field_is_shown_without_moving_the_page,
        both_sides_fold_alike,
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// Writes one field of a page and compares what becomes of it and what it holds.
async fn check(
    stage: &Stage,
    id: &str,
    action: WriteAction,
    result: WriteResult,
    kept: &str,
) -> Result<()> {
    let done = stage.write(vec![(id, action)]).await?.remove(0);
    ensure!(
        done.result == result && done.kept == kept,
        "{id}: {:?} with {:?} ({}), not {result:?} with {kept:?}",
        done.result,
        done.kept,
        done.detail,
    );
    Ok(())
}

async fn text_fields_keep_their_values(stage: &Stage) -> Result<()> {
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

async fn pages_that_change_values_are_told(stage: &Stage) -> Result<()> {
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

async fn texts_are_undone(stage: &Stage) -> Result<()> {
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

async fn choices_are_made(stage: &Stage) -> Result<()> {
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

async fn choices_are_undone(stage: &Stage) -> Result<()> {
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

async fn nothing_is_sent(stage: &Stage) -> Result<()> {
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

async fn lists_are_searched(stage: &Stage) -> Result<()> {
    stage.show("lists.html").await?;
    let city = || pick("Hamburg", &["Hamburg, Deutschland", "Hamburg, Germany"]);
    check(stage, "city", city(), Written, "Hamburg, Germany").await?;
    check(stage, "city", city(), AlreadyThere, "Hamburg, Germany").await?;
    check(
        stage,
        "school",
        pick("", &["South College"]),
        Written,
        "South College",
    )
    .await?;
    check(
        stage,
        "year",
        pick("", &["Class of 1950"]),
        Written,
        "Class of 1950",
    )
    .await?;
    let code = |query: &str, text: &str| pick(query, &[text]);
    check(
        stage,
        "code",
        code("germany", "Germany (+49)"),
        Written,
        "Germany (+49)",
    )
    .await?;
    check(
        stage,
        "code",
        code("+44", "Guernsey (+44)"),
        Written,
        "Guernsey (+44)",
    )
    .await?;
    ensure!(
        stage
            .page(
                "return document.querySelectorAll('#portal [role=listbox], .select__menu').length"
            )
            .await?
            == 0,
        "a list stayed open"
    );
    Ok(())
}

async fn lists_without_the_answer_are_left(stage: &Stage) -> Result<()> {
    stage.show("lists.html").await?;
    check(
        stage,
        "city",
        pick("Ham", &["Hamburg, Chile"]),
        NoOption,
        "",
    )
    .await?;
    check(
        stage,
        "school",
        pick("", &["College"]),
        NoOption,
        "Select One",
    )
    .await?;
    ensure!(
        stage
            .page(
                "return document.querySelectorAll('#portal [role=listbox], .select__menu').length"
            )
            .await?
            == 0,
        "a list stayed open"
    );
    ensure!(
        stage
            .page("return document.getElementById('city').value")
            .await?
            == "",
        "the query stayed"
    );
    Ok(())
}

async fn lists_are_undone(stage: &Stage) -> Result<()> {
    stage.show("lists.html").await?;
    stage
        .write(vec![
            ("city", pick("Hamm", &["Hamm, Germany"])),
            ("school", pick("", &["North College"])),
        ])
        .await?;
    let back = stage.undo(None).await?;
    ensure!(back.iter().all(|b| b.result == Undone), "{back:?}");
    ensure!(
        stage
            .page("return document.querySelector('.select__single-value').textContent")
            .await?
            == "",
        "the city stayed"
    );
    ensure!(
        stage
            .page("return document.getElementById('school').textContent")
            .await?
            == "Select One",
        "the school stayed"
    );
    Ok(())
}

async fn files_arrive(stage: &Stage) -> Result<()> {
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

async fn files_that_are_refused_are_told(stage: &Stage) -> Result<()> {
    stage.show("files.html").await?;
    check(stage, "refused", attach(), FileRefused, "").await?;
    check(stage, "images", attach(), FileRefused, "").await
}

async fn drift_is_noticed(stage: &Stage) -> Result<()> {
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

async fn another_page_is_not_written(stage: &Stage) -> Result<()> {
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

async fn one_fill_at_a_time(stage: &Stage) -> Result<()> {
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

async fn a_field_is_shown_without_moving_the_page(stage: &Stage) -> Result<()> {
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

/// The same table stands in `plan/words.rs`.
async fn both_sides_fold_alike(stage: &Stage) -> Result<()> {
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
