//! Remembered answers: the empty list, search, edit, how long they count, forgetting.

use crate::stage::Stage;
use anyhow::{Context as _, Result};
use foothold_e2e::api::Api;
use foothold_shared::answer::NewAnswer;
use serde_json::json;

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
const CAR: &str = "01900000-0000-7000-8000-00000000000a";
const SHIFTS: &str = "01900000-0000-7000-8000-00000000000b";
const SHIP: &str = "01900000-0000-7000-8000-00000000000c";

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// One answer from a list that expires in `now_ms` plus ten days, one of several options that expired, one in writing.
fn remember_three(api: &Api, now_ms: i64) -> Result<()> {
    let car = NewAnswer {
        question: "Do you own a car <b>today</b>?".to_owned(),
        options: texts(&["Yes", "No"]),
        answer: texts(&["No"]),
        country: Some("PT".to_owned()),
        host: Some("jobs.quayside.example".to_owned()),
        remembered_at_ms: now_ms - 3 * DAY_MS,
        expires_at_ms: Some(now_ms + 10 * DAY_MS),
    };
    let shifts = NewAnswer {
        question: "Which shifts suit you?".to_owned(),
        options: texts(&["Early", "Late", "Night"]),
        answer: texts(&["Late", "Night"]),
        remembered_at_ms: now_ms - 9 * DAY_MS,
        expires_at_ms: Some(now_ms - DAY_MS),
        ..NewAnswer::default()
    };
    let ship = NewAnswer {
        question: "Tell us about a ship you like".to_owned(),
        answer: texts(&["The old ferry."]),
        remembered_at_ms: now_ms - 5 * DAY_MS,
        ..NewAnswer::default()
    };
    api.put_answer(CAR, &car)?;
    api.put_answer(SHIFTS, &shifts)?;
    api.put_answer(SHIP, &ship)
}

/// The browser's own time: what it calls today is today.
pub(crate) async fn now_ms(stage: &Stage) -> Result<i64> {
    stage.browser.run("return Date.now()", vec![]).await
}

async fn stage_with_answers() -> Result<(Stage, Api)> {
    let (stage, api) = Stage::signed_in("/").await?;
    remember_three(&api, now_ms(&stage).await?)?;
    stage
        .open("/answers", "[aria-label='Remembered answers'] li")
        .await?;
    Ok((stage, api))
}

/// The questions that can be seen, in their order.
async fn questions(stage: &Stage) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll('[aria-label=\"Remembered answers\"] h2')]\
                  .filter((e) => e.checkVisibility()).map((e) => e.textContent)";
    stage.browser.run(script, vec![]).await
}

fn stored(api: &Api, id: &str) -> Result<NewAnswer> {
    let all = api.answers()?;
    let found = all.into_iter().find(|known| known.answer_id == id);
    Ok(found.context("the answer is there")?.answer)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_memory_says_how_it_fills() -> Result<()> {
    let (stage, _api) = Stage::signed_in("/answers").await?;
    stage
        .until_says("main", "No answers remembered yet")
        .await?;
    stage.click("main a.primary").await?;
    stage.wait_for_page("/extension").await
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_are_listed_searched_and_told_when_they_end() -> Result<()> {
    let (stage, _api) = stage_with_answers().await?;
    for words in [
        "Expires soon",
        "Expired on",
        "Kept for ever",
        "Late · Night",
        "Asked at jobs.quayside.example",
        "for jobs in Portugal only",
        "Do you own a car <b>today</b>?",
        "3 answers",
    ] {
        stage.until_says("main", words).await?;
    }
    stage.write("#search", "SHIP ferry").await?;
    stage.until_says("main [role=status]", "1 answer").await?;
    assert_eq!(questions(&stage).await?, ["Tell us about a ship you like"]);
    stage.write("#search", "zebra").await?;
    stage
        .until_says("main [role=status]", "Nothing like that is remembered.")
        .await?;
    stage.write("#search", " ").await?;
    stage.click("#which-1").await?;
    stage.until_says("main [role=status]", "2 answers").await?;
    assert_eq!(
        questions(&stage).await?,
        ["Do you own a car <b>today</b>?", "Which shifts suit you?"]
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_and_its_end_can_be_changed() -> Result<()> {
    let (stage, api) = stage_with_answers().await?;
    let before = stored(&api, CAR)?;
    stage.click(&format!("[id='edit-{CAR}']")).await?;
    stage.choose(&format!("[id='answer-{CAR}']"), "Yes").await?;
    stage.click("main form button[type=submit]").await?;
    stage.until_says(".toasts", "The answer is saved.").await?;
    let changed = stored(&api, CAR)?;
    assert_eq!(changed.answer, ["Yes"]);
    assert_eq!(
        changed.expires_at_ms, before.expires_at_ms,
        "a day that stays keeps its moment"
    );
    assert!(
        changed.remembered_at_ms > before.remembered_at_ms,
        "it was given now"
    );
    assert_eq!(
        (&changed.options, &changed.country),
        (&before.options, &before.country)
    );
    stage
        .until(
            "the form closed",
            "return !document.querySelector('main form')",
            vec![],
        )
        .await?;
    assert_eq!(stage.focused().await?, format!("edit-{CAR}"));

    // Boxes for a question with several answers, in the order of the options.
    let before = stored(&api, SHIFTS)?;
    stage.click(&format!("[id='edit-{SHIFTS}']")).await?;
    stage.click(&format!("[id='answer-{SHIFTS}-0']")).await?;
    stage.click(&format!("[id='answer-{SHIFTS}-2']")).await?;
    let clear = "const e = document.getElementById(arguments[0]);\
                 e.value = ''; e.dispatchEvent(new Event('input', { bubbles: true }));";
    stage
        .browser
        .run::<()>(clear, vec![json!(format!("until-{SHIFTS}"))])
        .await?;
    stage.click("main form button[type=submit]").await?;
    stage
        .until(
            "the form closed",
            "return !document.querySelector('main form')",
            vec![],
        )
        .await?;
    let changed = stored(&api, SHIFTS)?;
    assert_eq!(changed.answer, ["Early", "Late"]);
    assert_eq!(changed.expires_at_ms, None);
    assert!(changed.remembered_at_ms > before.remembered_at_ms);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_answer_is_refused_in_words_beside_it() -> Result<()> {
    let (stage, api) = stage_with_answers().await?;
    stage.click(&format!("[id='edit-{SHIP}']")).await?;
    let field = format!("[id='answer-{SHIP}']");
    stage.write(&field, " ").await?;
    stage.click("main form button[type=submit]").await?;
    assert_eq!(stage.message_of(&field).await?, "This must not be empty.");
    assert_eq!(stored(&api, SHIP)?.answer, ["The old ferry."]);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forgotten_answer_can_be_taken_back_until_the_message_goes() -> Result<()> {
    let (stage, api) = stage_with_answers().await?;
    let forget = "[aria-label='Forget: Which shifts suit you?']";
    stage.click(forget).await?;
    stage.until_says("main [role=status]", "2 answers").await?;
    stage.click(".toasts button").await?;
    stage.until_says("main [role=status]", "3 answers").await?;
    assert_eq!(api.answers()?.len(), 3);
    stage.click(forget).await?;
    stage.until_says("main [role=status]", "2 answers").await?;
    // Leaving the page does what was pending.
    stage.open("/profile", "main h1").await?;
    stage
        .open("/answers", "[aria-label='Remembered answers'] li")
        .await?;
    stage.until_says("main [role=status]", "2 answers").await?;
    Ok(())
}
