//! One click takes a fill back; what the person typed stays.

use crate::page::write;
use crate::stage::Stage;
use crate::{person, popup};
use anyhow::Result;
use foothold_e2e::browser::Browser;
use foothold_shared::receipt::FieldResult;

/// Everything the form holds now: texts, ticked boxes, attached files.
async fn held(browser: &Browser) -> Result<Vec<String>> {
    browser
        .run(
            "const texts = [...document.querySelectorAll('#application-form :is(input, textarea, select)')];\
             return texts.filter((field) => /radio|checkbox/.test(field.type) ? field.checked\
               : field.type === 'file' ? field.files.length : field.value)\
               .map((field) => `${field.name}=${field.value}`);",
            vec![],
        )
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fill_can_be_taken_back() -> Result<()> {
    let (stage, api) = Stage::connected(&person::profile()).await?;
    let browser = &stage.browser;
    let form = stage.jobs.form("quillmark-product-designer");
    stage.open(&form, "input[name=name]").await?;
    write(browser, "input[name=org]", "Between two jobs").await?;
    let before = held(browser).await?;
    stage.look().await?;
    stage.fill().await?;
    assert!(held(browser).await?.len() > 10);

    stage.to_popup().await?;
    let lines = popup::undo_all(browser).await?;
    // Nobody can untick a radio button, not by hand either: the popup says so of each of the two.
    let stays: Vec<_> = lines.iter().filter(|line| line.list == "filled").collect();
    assert_eq!(stays.len(), 2, "{lines:#?}");
    for line in stays {
        assert!(line.label.contains("authorized") || line.label.contains("sponsorship"));
        assert!(!line.why.is_empty(), "{line:?}");
    }
    stage.to_page().await?;
    let left: Vec<String> = held(browser)
        .await?
        .into_iter()
        .filter(|field| !field.starts_with("cards["))
        .collect();
    assert_eq!(left, before);

    let receipt = api.receipts()?.remove(0);
    let filled = receipt
        .fields
        .iter()
        .filter(|field| field.result == FieldResult::Filled);
    assert_eq!(filled.count(), 2, "the receipt says what was taken back");
    Ok(())
}
