//! Marks beside the fields after a fill.

use crate::signs::{self, Sign};
use crate::stand::{LIMIT, Stand};
use anyhow::Result;
use serde_json::{Value, json};

/// What a page could notice of the marks: its size, how its fields stand, and where Tab goes.
const LOOK: &str = "return [document.documentElement.scrollWidth, document.documentElement.scrollHeight, \
     document.querySelectorAll('form *').length, \
     [...document.querySelectorAll('input, textarea, button')].map((at) => { \
       const { x, y, width, height } = at.getBoundingClientRect(); return [x, y, width, height].join(); }).join('|')]";

async fn filled(path: &str) -> Result<Stand> {
    let (stand, _account) = Stand::connected().await?;
    stand.open_page(path).await?;
    stand.open_popup().await?;
    stand.fill().await?;
    Ok(stand)
}

fn states(signs: &[Sign]) -> Vec<&str> {
    signs.iter().map(|sign| sign.state.as_str()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_field_says_what_it_holds_and_why_and_the_page_stays_as_it_is() -> Result<()> {
    let (stand, _account) = Stand::connected().await?;
    stand.open_page("/apply").await?;
    let before: Value = stand.browser.run(LOOK, vec![]).await?;
    stand.open_popup().await?;
    stand.fill().await?;
    stand.to_page().await?;
    let signs = signs::wait(&stand, "every field is marked", |signs| signs.len() == 7).await?;
    assert_eq!(
        states(&signs),
        [
            "filled",
            "filled",
            "filled",
            "filled",
            "filled",
            "left",
            "needs-you"
        ]
    );
    assert!(signs.iter().all(|sign| sign.shown), "{signs:#?}");
    let after: Value = stand.browser.run(LOOK, vec![]).await?;
    assert_eq!(before, after, "nothing on the page moved");

    // Where each comes from and why, and no value of the person's.
    for (question, words) in [
        ("First name", "Filled"),
        ("I agree to the terms", "Needs you"),
        ("Why do you want to bake", "Left as it is"),
    ] {
        assert!(
            signs
                .iter()
                .any(|sign| sign.label.contains(question) && sign.label.contains(words)),
            "{question}: {signs:#?}"
        );
    }
    for value in ["Ada", "ada.applies", "linkedin.com/in"] {
        assert!(signs.iter().all(|sign| !sign.label.contains(value)));
    }

    // The page cannot look in, and Tab does not go there.
    let seen: Value = stand
        .browser
        .run(
            "const at = document.querySelector('foothold-marks'); \
             return [at.shadowRoot, at.childNodes.length, at.parentNode.localName]",
            vec![],
        )
        .await?;
    assert_eq!(seen, json!([null, 0, "html"]));
    let focused: Value = stand
        .browser
        .run(
            "document.querySelector('form button').focus(); return document.activeElement.textContent",
            vec![],
        )
        .await?;
    assert_eq!(focused, "Submit application");
    stand
        .browser
        .cdp(
            "Input.dispatchKeyEvent",
            json!({ "type": "keyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9 }),
        )
        .await?;
    let focused: String = stand
        .browser
        .run("return document.activeElement.localName", vec![])
        .await?;
    assert_ne!(focused, "foothold-marks");

    // Reading the page again finds the same fields.
    stand.to_own().await?;
    stand.click("#again").await?;
    stand.settled().await?;
    assert!(stand.text("#summary").await?.starts_with("7 fields found"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mark_stands_at_its_field_and_goes_with_it() -> Result<()> {
    let stand = filled("/apply").await?;
    stand.to_page().await?;
    let sign = signs::of(&stand, "First name", "filled").await?;
    let beside = async |sign: &Sign| -> Result<bool> {
        let (x, y, width) = signs::place(&stand, sign).await?;
        assert!((width - 24.0).abs() < 0.5, "large enough to hit: {width}");
        let corner: [f64; 2] = stand
            .browser
            .run(
                "const { right, top } = document.getElementById('first_name').getBoundingClientRect(); return [right, top]",
                vec![],
            )
            .await?;
        Ok((x - corner[0]).abs() < 12.0 && (y - corner[1]).abs() < 12.0)
    };
    assert!(beside(&sign).await?);

    // The page moves the field: in the flow, and by scrolling something around it.
    for change in [
        "document.querySelector('h1').style.marginTop = '120px'",
        "const form = document.querySelector('form'); form.style.cssText = 'height: 200px; overflow: auto'; form.scrollTop = 20",
    ] {
        stand.browser.run::<Value>(change, vec![]).await?;
        let deadline = tokio::time::Instant::now() + LIMIT;
        while !beside(&signs::of(&stand, "First name", "filled").await?).await? {
            anyhow::ensure!(
                tokio::time::Instant::now() < deadline,
                "the mark stays behind after {change}"
            );
        }
    }

    // Scrolled out of its box, it is not shown.
    let away = "document.querySelector('form').scrollTop = 150; return true";
    stand.browser.run::<bool>(away, vec![]).await?;
    signs::wait(&stand, "the mark of a field out of sight goes", |signs| {
        signs
            .iter()
            .any(|sign| sign.label.contains("First name") && !sign.shown)
    })
    .await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_strict_policy_of_the_page_does_not_touch_them() -> Result<()> {
    let stand = filled("/strict").await?;
    stand.to_page().await?;
    let sign = signs::of(&stand, "First name", "filled").await?;
    let (_, _, width) = signs::place(&stand, &sign).await?;
    assert!((width - 24.0).abs() < 0.5, "its styles count: {width}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_of_the_persons_changes_its_mark() -> Result<()> {
    let stand = filled("/apply").await?;
    stand.to_page().await?;
    signs::of(&stand, "I agree to the terms", "needs-you").await?;
    stand.click("#terms").await?;
    let sign = signs::of(&stand, "I agree to the terms", "yours").await?;
    assert!(sign.label.contains("Answered"), "{}", sign.label);
    stand.click("#terms").await?;
    signs::of(&stand, "I agree to the terms", "needs-you").await?;

    stand.write("#last_name", "Sample").await?;
    let sign = signs::of(&stand, "Last name", "yours").await?;
    assert!(sign.label.contains("Changed since the fill"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn they_go_with_the_fill_and_when_nobody_wants_them() -> Result<()> {
    let stand = filled("/apply").await?;
    stand.to_page().await?;
    signs::wait(&stand, "marks", |signs| signs.len() == 7).await?;

    // One field is taken back: its mark goes.
    stand.to_own().await?;
    stand
        .click("#filled li:nth-child(1) [data-do=undo]")
        .await?;
    stand.wait("#undone").await?;
    stand.to_page().await?;
    signs::wait(&stand, "its mark goes", |signs| {
        signs.len() == 6 && signs.iter().all(|sign| !sign.label.contains("First name"))
    })
    .await?;

    // Hidden and shown again from the popup.
    stand.to_own().await?;
    stand.wait_text("#marks", "Hide marks on the page").await?;
    stand.click("#marks").await?;
    stand.wait_text("#marks", "Show marks on the page").await?;
    stand.to_page().await?;
    signs::wait(&stand, "hidden", <[Sign]>::is_empty).await?;
    stand.to_own().await?;
    stand.click("#marks").await?;
    stand.to_page().await?;
    signs::wait(&stand, "shown", |signs| signs.len() == 6).await?;

    // All is taken back.
    stand.to_own().await?;
    stand.click("#undo-all").await?;
    stand.wait_text("#outcome", "0 fields filled").await?;
    stand.to_page().await?;
    signs::wait(&stand, "none are left", <[Sign]>::is_empty).await?;

    // And with the setting off there are none at all.
    stand.open_options().await?;
    stand.click("#setting-marks").await?;
    stand.wait_text("#said", "Kept.").await?;
    stand.open_popup().await?;
    stand.click("#again").await?;
    stand.settled().await?;
    stand.fill().await?;
    stand.wait_text("#marks", "Show marks on the page").await?;
    stand.to_page().await?;
    assert_eq!(signs::read(&stand).await?, []);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_mark_offers_is_done() -> Result<()> {
    let stand = filled("/apply").await?;
    stand.to_page().await?;
    let sign = signs::of(&stand, "Last name", "filled").await?;
    signs::click(&stand, &sign).await?;
    signs::press(&stand, "Undo").await?;
    signs::wait(&stand, "the field is taken back", |signs| {
        signs.len() == 6 && signs.iter().all(|sign| !sign.label.contains("Last name"))
    })
    .await?;
    assert_eq!(stand.values(&["last_name"]).await?, [""]);

    stand.to_page().await?;
    let sign = signs::of(&stand, "First name", "filled").await?;
    signs::click(&stand, &sign).await?;
    signs::press(&stand, "Next open question").await?;
    let focused = "return document.activeElement.id === 'terms'";
    stand
        .browser
        .wait_until(
            "the open question to have the focus",
            focused,
            vec![],
            LIMIT,
        )
        .await?;

    let sign = signs::of(&stand, "First name", "filled").await?;
    signs::click(&stand, &sign).await?;
    signs::press(&stand, "Hide marks").await?;
    signs::wait(&stand, "no marks", <[Sign]>::is_empty).await?;
    // They stay away when something else is taken back.
    stand.open_popup().await?;
    stand.wait_text("#marks", "Show marks on the page").await?;
    stand
        .click("#filled li:nth-child(1) [data-do=undo]")
        .await?;
    stand.wait_text("#outcome", "2 taken back").await?;
    stand.to_page().await?;
    assert_eq!(signs::read(&stand).await?, []);
    Ok(())
}
