//! One click takes a fill back; what the person typed stays.

use crate::page::write;
use crate::stage::Stage;
use crate::{person, popup};
use anyhow::Result;
use foothold_e2e::browser::Browser;

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
    assert!(lines.iter().all(|line| line.list != "filled"), "{lines:#?}");
    stage.to_page().await?;
    assert_eq!(held(browser).await?, before);

    let receipt = api.receipts()?.remove(0);
    let filled = receipt
        .fields
        .iter()
        .filter(|field| field.result == foothold_shared::receipt::FieldResult::Filled);
    assert_eq!(filled.count(), 0, "the receipt says that it was taken back");
    Ok(())
}
