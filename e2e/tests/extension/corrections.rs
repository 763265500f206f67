//! What the person answers by hand: offered to be remembered, remembered, used, and never what nobody should keep.

use crate::after::Filled;
use crate::stand::Stand;
use anyhow::{Context as _, Result};
use foothold_shared::answer::NewAnswer;
use serde_json::{Value, json};

const ASKED: &str = "(await ask({ kind: 'corrections' })).corrections";

async fn offered(page: &Filled<'_>, count: usize) -> Result<Vec<Value>> {
    let enough = format!("{ASKED}.length >= {count} && {ASKED}");
    let found = page.until("the answers to be offered", &enough).await?;
    Ok(found.as_array().cloned().unwrap_or_default())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_by_hand_is_remembered_and_given_the_next_time() -> Result<()> {
    let (stand, account) = Stand::connected().await?;
    let page = Filled::open(&stand, "/shift").await?;
    page.choose("#shift", "Late").await?;
    page.click("#rye_no").await?;
    page.choose("#gender", "Female").await?;
    page.write("#secret", "hush hush").await?;
    page.write("#first_name", "Adelheid").await?;
    page.click("#email").await?;
    let offers = offered(&page, 3).await?;
    let rows: Vec<_> = offers
        .iter()
        .map(|one| {
            (
                one["question"].as_str(),
                one["answer"][0].as_str(),
                one["was"].as_str(),
                one["offer"].as_str(),
            )
        })
        .collect();
    assert!(
        rows.contains(&(
            Some("Which shift suits you best?"),
            Some("Late"),
            Some(""),
            Some("remember")
        )),
        "{rows:?}"
    );
    assert!(
        rows.contains(&(
            Some("Have you worked with rye dough?"),
            Some("No"),
            Some(""),
            Some("remember")
        )),
        "{rows:?}"
    );
    assert!(
        rows.contains(&(
            Some("First name"),
            Some("Adelheid"),
            Some("Ada"),
            Some("update_profile")
        )),
        "{rows:?}"
    );
    assert_eq!(
        rows.len(),
        3,
        "neither the password nor the gender: {rows:?}"
    );
    let everything: Value = stand
        .in_own("return await chrome.storage.session.get(null)", vec![])
        .await?;
    let everything = everything.to_string();
    assert!(!everything.contains("hush"), "a password is never read");

    let number = |question: &str| {
        let found = offers.iter().find(|one| one["question"] == question);
        found
            .map(|one| one["correction"].clone())
            .context("it is offered")
    };
    stand.end_worker().await?;
    let remember = json!({ "kind": "remember", "tab": page.tab, "correction": number("Which shift suits you best?")?, "keep_days": 365 });
    page.ask(remember).await?;
    let forget = json!({ "kind": "forget_correction", "tab": page.tab, "correction": number("Have you worked with rye dough?")? });
    let left = page.ask(forget).await?;
    assert_eq!(
        left["corrections"].as_array().map(Vec::len),
        Some(1),
        "{left}"
    );

    let answers = page
        .at_server(&account, |api| Ok(Some(api.answers()?)))
        .await?;
    assert_eq!(answers.len(), 1);
    let answer = &answers[0].answer;
    assert_eq!(answer.question, "Which shift suits you best?");
    assert_eq!(answer.options, ["Early", "Late"]);
    assert_eq!(answer.answer, ["Late"]);
    let year_ms = 365 * 24 * 60 * 60_000;
    assert_eq!(
        answer.expires_at_ms,
        Some(answer.remembered_at_ms + year_ms)
    );

    // The next form asks the same.
    let again = Filled::open(&stand, "/shift").await?;
    assert_eq!(stand.values(&["shift"]).await?, ["Late"]);
    let settings = json!({ "marks": true, "follow": true, "ask_to_remember": false });
    again
        .ask(json!({ "kind": "update_settings", "settings": settings }))
        .await?;
    let none = again
        .ask(json!({ "kind": "corrections", "tab": again.tab }))
        .await?;
    assert_eq!(none["corrections"], json!([]));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_of_the_account_arrive_and_the_expired_are_not_given() -> Result<()> {
    let (stand, account) = Stand::connected().await?;
    let remember = |id: &str, question: &str, options: [&str; 2], expires_at_ms: Option<i64>| {
        let answer = NewAnswer {
            question: question.to_owned(),
            options: options.map(str::to_owned).into(),
            answer: vec![options[0].to_owned()],
            remembered_at_ms: 1,
            expires_at_ms,
            ..NewAnswer::default()
        };
        account.put_answer(id, &answer)
    };
    let rye = "Have you worked with rye dough?";
    remember(
        "0d7e3c1a-5f1b-4c57-9a43-0c2f3f6a7b01",
        "Which shift suits you best?",
        ["Early", "Late"],
        None,
    )?;
    remember(
        "0d7e3c1a-5f1b-4c57-9a43-0c2f3f6a7b02",
        rye,
        ["Yes", "No"],
        Some(2),
    )?;
    stand.open_page("/shift").await?;
    stand.tab().await?;
    let sync = "return await chrome.runtime.sendMessage({ kind: 'sync', older_than_ms: 0 })";
    stand.in_own::<Value>(sync, vec![]).await?;
    Filled::open(&stand, "/shift").await?;
    let chosen: Value = {
        stand.to_page().await?;
        let read = "return [document.getElementById('shift').value, document.getElementById('rye_yes').checked]";
        stand.browser.run(read, vec![]).await?
    };
    assert_eq!(chosen, json!(["Early", false]));
    Ok(())
}
