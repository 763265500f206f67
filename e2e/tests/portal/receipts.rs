//! Receipts: the empty list, the list, and one receipt field by field.

use crate::stage::Stage;
use anyhow::Result;
use foothold_shared::receipt::{FieldResult, NewReceipt, ReceiptField};

pub(crate) fn receipt() -> NewReceipt {
    let field = |label: &str, result: FieldResult| ReceiptField {
        label: label.to_owned(),
        kind: None,
        result,
        value: None,
        kept: None,
        source: None,
        reason: None,
        file_sha256: None,
    };
    NewReceipt {
        receipt_id: "01900000-0000-7000-8000-000000000001".to_owned(),
        page_url: "https://jobs.quayside.example/apply/17".to_owned(),
        job_title: Some("Welder <img src=x onerror=\"window.hurt = 1\">".to_owned()),
        company: Some("Quayside Yards".to_owned()),
        filled_at_ms: 1_790_000_000_000,
        fields: vec![
            ReceiptField {
                value: Some("Inês".to_owned()),
                source: Some("your profile: given name".to_owned()),
                ..field("First name", FieldResult::Filled)
            },
            ReceiptField {
                value: Some("+351 912 345 678".to_owned()),
                kept: Some("351912345678".to_owned()),
                ..field("Phone", FieldResult::KeptDifferent)
            },
            ReceiptField {
                reason: Some("You have not answered this for Canada.".to_owned()),
                ..field("Do you need sponsorship?", FieldResult::Left)
            },
            ReceiptField {
                value: Some("Ferro.pdf".to_owned()),
                file_sha256: Some("ab".repeat(32)),
                ..field("Résumé", FieldResult::Filled)
            },
        ],
        submission: None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_list_says_what_will_be_there() -> Result<()> {
    let (stage, _api) = Stage::signed_in("/receipts").await?;
    stage.until_says("main", "No receipts yet").await?;
    stage.click("main a.primary").await?;
    stage.wait_for_page("/extension").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_tells_every_field_and_is_text_only() -> Result<()> {
    let (stage, api) = Stage::signed_in("/").await?;
    api.store_receipt(&receipt())?;
    stage.open("/receipts", "main li a").await?;
    stage.until_says("main li", "2 filled").await?;
    stage.until_says("main li", "2 open").await?;
    stage.click("main li a").await?;
    stage.wait("[aria-label=Fields] li").await?;
    for words in [
        "First name",
        "Inês",
        "your profile: given name",
        "Page changed it",
        "The page kept: 351912345678",
        "Left",
        "You have not answered this for Canada.",
        "abababab",
        "Quayside Yards",
    ] {
        stage.until_says("main", words).await?;
    }
    stage
        .until_says("main h1", "Welder <img src=x onerror=")
        .await?;
    let made: u64 = stage
        .browser
        .run(
            "return document.querySelectorAll('main img').length + (window.hurt ?? 0)",
            vec![],
        )
        .await?;
    assert_eq!(
        made, 0,
        "what a page or a person wrote is text, never markup"
    );
    let link: String = stage
        .browser
        .run(
            "return document.querySelector('main a[target=_blank]').href",
            vec![],
        )
        .await?;
    assert_eq!(link, "https://jobs.quayside.example/apply/17");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_palette_leads_there_and_back() -> Result<()> {
    let (stage, _api) = Stage::signed_in("/").await?;
    stage.until_says("main h1", "Home").await?;
    // Control down, k, everything up.
    stage.keys("\u{e009}k\u{e000}").await?;
    stage
        .until(
            "the focus in the palette",
            "return document.activeElement?.id === 'palette-input'",
            vec![],
        )
        .await?;
    stage.keys("recei").await?;
    stage.keys("\u{e007}").await?;
    stage.wait_for_page("/receipts").await?;
    stage
        .until(
            "the focus on the heading",
            "return document.activeElement?.id === 'title'",
            vec![],
        )
        .await?;
    Ok(())
}
