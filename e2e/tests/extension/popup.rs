//! What the popup says in each state, before anything is filled.

use crate::stand::Stand;
use anyhow::Result;
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn each_state_says_what_it_is_and_what_to_do() -> Result<()> {
    let stand = Stand::start().await?;

    // Not connected: one next step.
    stand.open_page("/apply").await?;
    stand.open_popup().await?;
    stand
        .wait_text("#failed", "Connect Foothold to your account")
        .await?;
    stand.wait_text("#next", "Connect Foothold").await?;

    stand.connect().await?;

    // A form: the job, and what will happen to each field.
    stand.open_page("/apply").await?;
    stand.open_popup().await?;
    assert_eq!(stand.text("#job").await?, "Night Baker");
    assert!(stand.text("#company").await?.contains("Oven and Sons"));
    let fill = stand.labels("will-fill").await?;
    assert_eq!(fill.len(), 5, "{fill:?}");
    let summary = stand.text("#summary").await?;
    assert_eq!(summary, "7 fields found, 5 will be filled.");
    let needs_you = stand.labels("needs-you").await?;
    assert!(
        needs_you
            .iter()
            .any(|label| label.contains("I agree to the terms")),
        "{needs_you:?}"
    );
    let focused: String = stand
        .browser
        .run("return document.activeElement.id", vec![])
        .await?;
    assert_eq!(focused, "fill", "Enter fills");
    assert_eq!(
        stand.text("[role=status]").await?,
        summary,
        "what is seen is also heard"
    );

    // A row shows its field on the page.
    stand.click("#will-fill li button").await?;
    stand.to_page().await?;
    stand
        .browser
        .wait_until(
            "the field to have the focus",
            "return document.activeElement.id",
            vec![],
            crate::stand::LIMIT,
        )
        .await?;
    let focused: String = stand
        .browser
        .run("return document.activeElement.id", vec![])
        .await?;
    assert_eq!(focused, "first_name");

    // The job's page without a form: what it understood, and where to go.
    stand.open_page("/job").await?;
    stand.open_popup().await?;
    stand.wait("#no-form").await?;
    assert_eq!(stand.text("#job").await?, "Night Baker");

    // Something else entirely.
    stand.open_page("/empty").await?;
    stand.open_popup().await?;
    assert_eq!(
        stand.text("#no-form").await?,
        "No application form found on this page"
    );
    assert_eq!(stand.text("#job").await?, "");

    // A page of the browser's own, and a tab that is gone.
    let version = "return (await chrome.tabs.create({url: 'chrome://version', active: false})).id";
    let own_tab: i64 = stand.in_own(version, vec![]).await?;
    for (tab, words) in [
        (own_tab, "belongs to the browser"),
        (999_999_999, "The tab is closed"),
    ] {
        stand.open_own(&format!("popup.html?tab={tab}")).await?;
        stand.settled().await?;
        stand.wait_text("#failed", words).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn without_access_the_popup_says_how_to_give_it() -> Result<()> {
    // Access to the server's name alone: as if the toolbar button had not been pressed on this page.
    let stand = Stand::with_access(&["http://127.0.0.1/*"]).await?;
    stand.connect().await?;
    stand.to_page().await?;
    let address = stand.pages.at("/apply").replace("127.0.0.1", "localhost");
    stand.browser.goto(&address).await?;
    stand.open_own("options.html").await?;
    // Without access a tab has no address; it is the one that is no page of the extension.
    let tab: i64 = stand
        .in_own(
            "return (await chrome.tabs.query({})).find((tab) => !tab.url).id",
            vec![],
        )
        .await?;
    stand.open_own(&format!("popup.html?tab={tab}")).await?;
    stand.settled().await?;
    stand
        .wait_text("#failed", "has not given Foothold access to this page")
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_extensions_own_pages_may_ask() -> Result<()> {
    let (stand, _account) = Stand::connected().await?;
    stand.open_page("/apply").await?;
    let tab = stand.tab().await?;
    // A script in the page's process asks the worker for the résumé.
    let ask = "const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: args[0] }, \
               func: () => Promise.race([chrome.runtime.sendMessage({ kind: 'resume_file' }) \
                 .then((answer) => JSON.stringify(answer ?? null), (error) => 'refused: ' + error.message), \
               ]) }); return result";
    let answer: String = stand.in_own(ask, vec![json!(tab)]).await?;
    assert!(
        answer.starts_with("refused") || answer == "null",
        "{answer}"
    );
    // And reads the storage.
    let read = "const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: args[0] }, \
                func: () => Promise.all(['local', 'session'].map((area) => chrome.storage[area].get(null) \
                  .then((all) => Object.keys(all).join(), () => 'refused'))) }); return result";
    let seen: Vec<String> = stand.in_own(read, vec![json!(tab)]).await?;
    assert_eq!(seen, ["refused", "refused"]);
    Ok(())
}
