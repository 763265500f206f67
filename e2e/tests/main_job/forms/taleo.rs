//! A form like Taleo's: a page loaded for every step, labels in the cell beside, months in two lists,
//! the résumé in a frame with a form of its own.

use crate::page::{click, enter_frame, submit, tick, wait};
use crate::stage::Stage;
use crate::{expect, person};
use anyhow::Result;

const NEXT: &str = ".flow-next";

fn step(id: &str) -> String {
    format!("main[data-step={id}]")
}

#[tokio::test(flavor = "multi_thread")]
async fn step_by_step_with_files_in_a_frame() -> Result<()> {
    let (stage, _api) = Stage::connected(&person::profile()).await?;
    let browser = &stage.browser;
    let form = stage.jobs.form("greywacke-mapping-analyst");
    stage.open(&form, &step("personal")).await?;
    stage.fill_screen().await?;
    click(browser, NEXT).await?;

    wait(browser, &step("history")).await?;
    stage.fill_screen().await?;
    click(browser, NEXT).await?;

    // The extension puts the file into the frame's form; sending it off is the person's.
    wait(browser, &step("attachments")).await?;
    enter_frame(browser, "#attachments").await?;
    wait(browser, "#attach").await?;
    stage.to_page().await?;
    stage.fill_screen().await?;
    enter_frame(browser, "#attachments").await?;
    click(browser, "#attach").await?;
    wait(browser, "#attached li").await?;
    stage.to_page().await?;
    click(browser, NEXT).await?;

    wait(browser, &step("questions")).await?;
    stage.fill_screen().await?;
    tick(browser, "form", "Yes, I have read").await?;
    click(browser, NEXT).await?;

    wait(browser, &step("review")).await?;
    assert_eq!(stage.jobs.applications()?, 0, "only the person sends");
    let submission = stage.submission(&submit(browser, NEXT).await?)?;
    expect::submitted(
        &submission,
        &[
            ("First Name", "Mara"),
            ("Last Name", "Lindqvist"),
            ("Address Line 1", "14 Alder Street"),
            ("City", "Portland"),
            ("Postal Code", "97205"),
            ("Country", "US"),
            ("Email", "mara.lindqvist@mail.example"),
            ("Phone", "+1 503 555 0142"),
            ("work[0] Company", "Cold Ferry Analytics"),
            ("work[0] Job Title", "Senior Data Analyst"),
            ("work[0] I currently work here", "on"),
            ("work[0] Start Date", "2021-03"),
            (
                "work[0] Role Description",
                "Forecasts for refrigerated freight.",
            ),
            ("work[1] Company", "Northbank Maps"),
            ("work[1] Job Title", "Data Analyst"),
            ("work[1] Start Date", "2017-09"),
            ("work[1] End Date", "2021-02"),
            ("work[1] Role Description", "Quality checks of street data."),
            (
                "education[0] School or University",
                "Willamette Institute of Technology",
            ),
            ("education[0] Field of Study", "Statistics"),
            ("education[0] Degree", "Master's Degree"),
            (
                "Are you legally authorized to work in the United States?",
                "Yes",
            ),
            ("Are you willing to relocate?", "No"),
            (
                "Yes, I have read and consent to the terms and conditions",
                "on",
            ),
        ],
    );
    expect::resume(&submission, "attachedFile")
}
