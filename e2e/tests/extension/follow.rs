//! From step to step: the next one is filled, nothing is pressed, and the end is known.

use crate::after::Filled;
use crate::stand::Stand;
use anyhow::Result;
use serde_json::{Value, json};

const EMAIL: &str = "ada.applies@example.org";

#[tokio::test(flavor = "multi_thread")]
async fn the_next_page_of_a_form_is_filled_when_the_person_gets_there() -> Result<()> {
    let (stand, account) = Stand::connected().await?;
    let page = Filled::open(&stand, "/step-1").await?;
    page.write("#nick", "Countess").await?;
    stand.end_worker().await?;
    page.click("#next").await?;
    let written = "return document.getElementById('email')?.value === arguments[0]";
    let on_page = |script: &'static str| {
        let browser = &stand.browser;
        async move {
            browser
                .wait_until(
                    "the next step to be filled",
                    script,
                    vec![json!(EMAIL)],
                    crate::stand::LIMIT,
                )
                .await
        }
    };
    stand.to_page().await?;
    on_page(written).await?;
    stand.to_own().await?;
    page.until("the next step to be watched", "(await chrome.storage.session.get(key('watch')))[key('watch')].pressed === null && (await last())?.rows.some((row) => row.label.startsWith('E-mail') && row.outcome === 'written')")
        .await?;
    assert_eq!(page.submitted().await?, Value::Null, "a step is no end");
    page.click("#send").await?;
    page.sent().await?;
    let receipts = page
        .at_server(&account, |api| Ok(Some(api.receipts()?)))
        .await?;
    assert_eq!(receipts.len(), 1, "one application, one receipt");
    let labels: Vec<_> = receipts[0]
        .fields
        .iter()
        .map(|field| field.label.as_str())
        .collect();
    assert!(
        labels.contains(&"First name") && labels.contains(&"E-mail address"),
        "{labels:?}"
    );
    let nick = receipts[0]
        .fields
        .iter()
        .find(|field| field.label == "Nickname at work");
    assert_eq!(
        nick.and_then(|field| field.kept.as_deref()),
        Some("Countess")
    );
    assert_eq!(account.applications()?.len(), 1);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn steps_in_one_document_are_followed_and_a_review_is_no_end() -> Result<()> {
    let (stand, account) = Stand::connected().await?;
    let page = Filled::open(&stand, "/steps-in-place").await?;
    page.click("#next").await?;
    page.until("the second step to be filled", "(await last())?.rows.some((row) => row.label.startsWith('E-mail') && row.outcome === 'written')")
        .await?;
    assert_eq!(stand.values(&["email"]).await?, [EMAIL]);
    page.click("#next").await?;
    stand.to_page().await?;
    stand.wait_text("h2", "Review your application").await?;
    stand.to_own().await?;
    assert!(page.submitted().await?["sent"].is_null());
    page.click("#next").await?;
    assert_eq!(page.sent().await?, "We have received your application.");
    let applications = page
        .at_server(&account, |api| Ok(Some(api.applications()?)))
        .await?;
    assert_eq!(applications.len(), 1);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_stands_beside_the_form_is_no_step_of_it() -> Result<()> {
    let (stand, account) = Stand::connected().await?;
    let page = Filled::open_application(&stand, "/beside-a-frame").await?;
    let inside = "const inside = document.getElementById('frame').contentDocument;";
    stand.to_page().await?;
    let next = format!(
        "{inside} inside.getElementById('terms').click(); inside.getElementById('send').click()"
    );
    stand.browser.run::<Value>(&next, vec![]).await?;
    let written = format!("{inside} return !!inside?.querySelector('#phone')?.value");
    stand
        .browser
        .wait_until(
            "the next step to be filled",
            &written,
            vec![],
            crate::stand::LIMIT,
        )
        .await?;
    stand.to_own().await?;
    page.until(
        "the next step to be told",
        "(await last())?.rows.some((row) => row.label.startsWith('Phone') && row.outcome === 'written')",
    )
    .await?;
    assert_eq!(stand.values(&["news"]).await?, [""]);
    let receipts = page
        .at_server(&account, |api| Ok(Some(api.receipts()?)))
        .await?;
    let beside = |receipt: &foothold_shared::receipt::NewReceipt| {
        receipt
            .fields
            .iter()
            .any(|field| field.label == "Your e-mail")
    };
    assert!(!receipts.iter().any(beside), "{receipts:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_want_to_be_followed_is_not() -> Result<()> {
    let (stand, _account) = Stand::connected().await?;
    let page = Filled::open(&stand, "/step-1").await?;
    let settings = json!({ "marks": true, "follow": false, "ask_to_remember": true });
    page.ask(json!({ "kind": "update_settings", "settings": settings }))
        .await?;
    page.click("#next").await?;
    stand.to_page().await?;
    stand.wait("#email").await?;
    stand.to_own().await?;
    page.judged().await?;
    assert_eq!(stand.values(&["email"]).await?, [""]);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tab_that_was_not_filled_is_left_alone() -> Result<()> {
    let (stand, _account) = Stand::connected().await?;
    stand.open_page("/apply").await?;
    let tab = stand.tab().await?;
    stand.open_page("/step-2").await?;
    stand.to_own().await?;
    // Somebody else's word about a tab that nobody watches is not believed.
    let lie = "const extension = await import('/foothold.js'); await extension.default(); \
               return [await extension.on_loaded(args[0]), await extension.on_page({ event: 'submitting', button: 'Submit', form: true, values: [] }, args[0], 'nobody')]";
    let answers: Value = stand.in_own(lie, vec![json!(tab)]).await?;
    assert_eq!(answers, json!([null, { "sent": false }]));
    let kept: Value = stand
        .in_own("return await chrome.storage.session.get(null)", vec![])
        .await?;
    assert!(kept.get(format!("watch:{tab}")).is_none());
    assert_eq!(stand.values(&["email"]).await?, [""]);
    Ok(())
}
