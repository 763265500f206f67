//! The panel at the side: the same sheet as the popup's, which stays and keeps up with the page.

use crate::stand::{LIMIT, Stand};
use anyhow::{Context, Result};
use serde_json::{Value, json};

impl Stand {
    /// Opens the panel for the page in the page window, as the popup's button does, and stays there.
    async fn open_panel(&self) -> Result<i64> {
        let tab = self.tab().await?;
        self.open_own(&format!("panel.html?tab={tab}")).await?;
        self.settled().await?;
        Ok(tab)
    }
}

const FOCUSED: &str = "return document.activeElement.id === arguments[0]";

#[tokio::test(flavor = "multi_thread")]
async fn it_shows_what_the_popup_shows_and_keeps_up() -> Result<()> {
    let (stand, _account) = Stand::connected().await?;
    stand.open_page("/apply").await?;
    stand.open_panel().await?;
    assert_eq!(stand.text("#job").await?, "Night Baker");
    stand.fill().await?;
    stand
        .wait_text("#outcome", "5 fields filled, 1 needs you.")
        .await?;
    let first: String = stand
        .browser
        .run("return document.querySelector('#rows details').id", vec![])
        .await?;
    assert_eq!(first, "needs-you");

    // The person answers on the page: the panel says so by itself.
    stand.to_page().await?;
    stand.click("#terms").await?;
    stand.to_own().await?;
    stand.wait_text("#outcome", "5 fields filled.").await?;
    stand.wait_text("#answered", "I agree to the terms").await?;
    let open: bool = stand
        .browser
        .run("return !!document.querySelector('#next-open')", vec![])
        .await?;
    assert!(!open, "nothing is open");

    // One field back, from the panel; then another page in the same tab.
    stand
        .click("#filled li:nth-child(2) [data-do=undo]")
        .await?;
    stand.wait_text("#undone", "Last name").await?;
    assert_eq!(
        stand.values(&["first_name", "last_name"]).await?,
        ["Ada", ""]
    );
    stand.open_page("/job").await?;
    stand.to_own().await?;
    stand.wait("#idle").await?;
    stand.click("#next").await?;
    stand.wait("#no-form").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fill_by_somebody_else_is_shown() -> Result<()> {
    let (stand, _account) = Stand::connected().await?;
    stand.open_page("/apply").await?;
    let tab = stand.open_panel().await?;
    stand.wait("#fill").await?;
    // As the key does it, without the panel.
    let fill = "return await chrome.runtime.sendMessage({ kind: 'fill', tab: args[0], \
                wish: { overwrite: false, anyway: false } })";
    stand.in_own::<Value>(fill, vec![json!(tab)]).await?;
    stand.wait_text("#outcome", "5 fields filled").await
}

#[tokio::test(flavor = "multi_thread")]
async fn it_goes_with_the_tab_in_front_and_reads_nothing_unasked() -> Result<()> {
    let (stand, _account) = Stand::connected().await?;
    stand.open_page("/apply").await?;
    stand.open_own("panel.html").await?;
    stand.settled().await?;
    // A form comes to the front of the panel's window.
    let open = "const { id } = await chrome.tabs.create({ url: args[0], active: true }); return id";
    let address = stand.pages.at("/apply?second");
    let tab: i64 = stand.in_own(open, vec![json!(address)]).await?;
    stand.wait("#idle").await?;
    let untouched = "const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: args[0] }, \
                     func: () => typeof globalThis.__foothold }); return result";
    let agent: String = stand.in_own(untouched, vec![json!(tab)]).await?;
    assert_eq!(agent, "undefined", "nothing was put into the page");
    stand.click("#next").await?;
    stand.wait("#fill").await?;
    assert_eq!(stand.text("#job").await?, "Night Baker");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_next_open_question_is_shown_one_after_the_other() -> Result<()> {
    let (stand, _account) = Stand::connected().await?;
    stand.open_page("/open-questions").await?;
    let tab = stand.open_panel().await?;

    // Before a fill there is nothing to go to.
    let next = "return await chrome.runtime.sendMessage({ kind: 'next', tab: args[0] })";
    let early: Value = stand.in_own(next, vec![json!(tab)]).await?;
    assert_eq!(early["Err"]["kind"], "not_filled");

    stand.fill().await?;
    let mut places = Vec::new();
    // The required ones first, in the order of the page; then round again.
    for id in ["motto", "terms", "permit_yes", "motto"] {
        stand.click("#next-open").await?;
        stand.to_page().await?;
        stand
            .browser
            .wait_until(id, FOCUSED, vec![json!(id)], LIMIT)
            .await?;
        stand.to_own().await?;
        let place = format!("{} of 3", if id == "motto" { 1 } else { places.len() + 1 });
        stand.wait_text("#place", &place).await?;
        places.push(place);
    }
    assert_eq!(places, ["1 of 3", "2 of 3", "3 of 3", "1 of 3"]);

    // The button in the toolbar tells the place too.
    let title = "return await chrome.action.getTitle({ tabId: args[0] })";
    let title: String = stand.in_own(title, vec![json!(tab)]).await?;
    assert!(title.contains("open question 1 of 3"), "{title}");

    // What is answered is left out; when all are, the page says so.
    stand.to_page().await?;
    stand.write("#motto", "Bread first").await?;
    stand.click("#terms").await?;
    stand.click("#permit_yes").await?;
    stand.to_own().await?;
    let none = "for (;;) { const { Ok } = await chrome.runtime.sendMessage({ kind: 'open', tab: args[0] }); \
                if (Ok.open.length === 0) return await chrome.runtime.sendMessage({ kind: 'next', tab: args[0] }); }";
    let late: Value = stand.in_own(none, vec![json!(tab)]).await?;
    assert!(late["Ok"]["next"].is_null(), "{late}");
    let badge = "return await chrome.action.getBadgeText({ tabId: args[0] })";
    let badge: String = stand.in_own(badge, vec![json!(tab)]).await?;
    assert_eq!(badge, "✓");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_popup_opens_it() -> Result<()> {
    let (stand, _account) = Stand::connected().await?;
    stand.open_page("/apply").await?;
    stand.open_popup().await?;
    stand.click("#to-side").await?;
    // The popup's window closes when the panel stands.
    stand.to_page().await?;
    let deadline = tokio::time::Instant::now() + LIMIT;
    loop {
        let targets = stand.browser.cdp("Target.getTargets", json!({})).await?;
        let targets = targets["targetInfos"].as_array().context("no targets")?;
        let stands = |page: &str| {
            let address = |at: &Value| at["url"].as_str().is_some_and(|url| url.contains(page));
            targets.iter().any(address)
        };
        if stands("panel.html") {
            return Ok(());
        }
        anyhow::ensure!(
            tokio::time::Instant::now() < deadline,
            "no panel opens: {targets:#?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_by_hand_are_offered_and_each_is_decided() -> Result<()> {
    let (stand, account) = Stand::connected().await?;
    stand.open_page("/open-questions").await?;
    stand.open_panel().await?;
    stand.fill().await?;
    stand.to_page().await?;
    stand.write("#motto", "Bread first").await?;
    stand.write("#first_name", "Adelheid").await?;
    stand.click("#email").await?;
    stand.to_own().await?;
    stand
        .wait_text(
            "#corrections-title",
            "You gave 2 answers yourself. 1 can be remembered.",
        )
        .await?;
    stand.wait_text("#corrections", "Bread first").await?;

    // A fact of the profile belongs there.
    let profile: String = stand
        .browser
        .run(
            "return document.querySelector('[data-do=profile]').href",
            vec![],
        )
        .await?;
    assert_eq!(profile, format!("{}/profile", stand.backend.origin()));
    for (question, does) in [
        ("First name", "not"),
        ("What is your motto as a baker?", "year"),
    ] {
        let find = "return [...document.querySelectorAll('[data-correction]')] \
                    .find((at) => at.textContent.includes(arguments[0])).dataset.correction";
        let number: String = stand.browser.run(find, vec![json!(question)]).await?;
        let line = format!("[data-correction='{number}']");
        stand.click(&format!("{line} [data-do={does}]")).await?;
        let gone = "return !document.querySelector(arguments[0])";
        stand
            .browser
            .wait_until(question, gone, vec![json!(line)], LIMIT)
            .await?;
    }
    let card: bool = stand
        .browser
        .run("return !!document.querySelector('#corrections')", vec![])
        .await?;
    assert!(!card, "nothing is left to decide");

    // What was remembered is in the account, and nothing else.
    let deadline = tokio::time::Instant::now() + LIMIT;
    let answers = loop {
        let answers = account.answers()?;
        if !answers.is_empty() || tokio::time::Instant::now() > deadline {
            break answers;
        }
    };
    let questions: Vec<_> = answers
        .iter()
        .map(|one| one.answer.question.as_str())
        .collect();
    assert_eq!(questions.len(), 1);
    assert!(questions[0].starts_with("What is your motto as a baker?"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn it_says_that_the_application_was_sent() -> Result<()> {
    let (stand, _account) = Stand::connected().await?;
    stand.open_page("/application").await?;
    stand.open_panel().await?;
    stand.fill().await?;
    stand.wait_text("#sent", "I sent this").await?;
    stand.to_page().await?;
    stand.click("#terms").await?;
    stand.click("#send").await?;
    stand.to_own().await?;
    stand.wait_text("#submitted", "Sent").await?;
    stand
        .wait_text("#submitted", "have received your application")
        .await?;
    let asks: bool = stand
        .browser
        .run("return !!document.querySelector('#sent')", vec![])
        .await?;
    assert!(!asks, "there is nothing left to say");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn where_no_page_tells_it_asks() -> Result<()> {
    let (stand, _account) = Stand::connected().await?;
    stand.open_page("/to-silence").await?;
    stand.open_panel().await?;
    stand.fill().await?;
    stand.to_page().await?;
    stand.click("#terms").await?;
    stand.click("#send").await?;
    stand.to_own().await?;
    stand.wait_text("#unsure", "Did you send it?").await?;
    stand.click("#unsure #sent").await?;
    stand.wait_text("#submitted", "Sent").await
}
