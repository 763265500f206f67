//! A form like iCIMS's: in a frame of its own or of another origin, labels in tables, a page loaded
//! for each step.

use crate::page::{click, enter_frame, submit, tick, wait};
use crate::stage::Stage;
use crate::{expect, page, person};
use anyhow::Result;
use fantoccini::Locator;
use serde_json::json;

const FRAME: &str = "#content_iframe";
const NEXT: &str = ".flow-next";
/// The row of the second question: "Will you require visa sponsorship now or in the future?"
const SPONSORSHIP: &str = "tr:nth-of-type(2)";

fn step(id: &str) -> String {
    format!("main[data-step={id}]")
}

/// Fills the step in the frame and goes into it.
async fn fill_step(stage: &Stage, id: &str) -> Result<()> {
    stage.to_page().await?;
    enter_frame(&stage.browser, FRAME).await?;
    wait(&stage.browser, &step(id)).await?;
    stage.fill_screen().await?;
    enter_frame(&stage.browser, FRAME).await?;
    page::assert_traps_untouched(&stage.browser).await
}

async fn fields_in_frame(stage: &Stage) -> Result<usize> {
    Ok(stage
        .browser
        .client()
        .find_all(Locator::Css(".ic-row"))
        .await?
        .len())
}

/// What both variants take from the profile on the first step.
const FIRST: [(&str, &str); 17] = [
    ("First Name", "Mara"),
    ("Last Name", "Lindqvist"),
    ("Email", "mara.lindqvist@mail.example"),
    ("Phone", "+1 503 555 0142"),
    ("Address Line 1", "14 Alder Street"),
    ("City", "Portland"),
    ("Country", "US"),
    ("State", "Oregon"),
    ("Postal Code", "97205"),
    ("WorkExperience[0] Job Title", "Senior Data Analyst"),
    ("WorkExperience[0] Company", "Cold Ferry Analytics"),
    ("WorkExperience[0] Start Date", "2021-03"),
    (
        "WorkExperience[0] Role Description",
        "Forecasts for refrigerated freight.",
    ),
    ("WorkExperience[1] Job Title", "Data Analyst"),
    ("WorkExperience[1] Company", "Northbank Maps"),
    ("WorkExperience[1] Start Date", "2017-09"),
    ("WorkExperience[1] End Date", "2021-02"),
];
const REST: [(&str, &str); 3] = [
    (
        "WorkExperience[1] Role Description",
        "Quality checks of street data.",
    ),
    (
        "Are you legally authorized to work in the United States?",
        "Yes",
    ),
    (
        "I have read the privacy notice and agree to the processing of my data",
        "on",
    ),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_paged_form_in_a_frame_of_another_origin() -> Result<()> {
    let (stage, _api) = Stage::connected(&person::profile()).await?;
    let browser = &stage.browser;
    let form = stage.jobs.form("pinebarrow-records-analyst");
    stage.open(&form, FRAME).await?;
    fill_step(&stage, "profile").await?;
    assert_eq!(fields_in_frame(&stage).await?, 2, "a row for each job");
    click(browser, NEXT).await?;

    fill_step(&stage, "questions").await?;
    // No page of this form names the country it hires for, so this one is the person's.
    let ticked: Vec<String> = browser
        .run(
            "return [...document.querySelectorAll(`${arguments[0]} input:checked`)].map((at) => at.value)",
            vec![json!(SPONSORSHIP)],
        )
        .await?;
    assert_eq!(ticked, Vec::<String>::new(), "nothing is guessed");
    tick(browser, SPONSORSHIP, "No").await?;
    tick(browser, "form", "I have read the privacy notice").await?;
    click(browser, NEXT).await?;

    fill_step(&stage, "eeo").await?;
    assert_eq!(stage.jobs.applications()?, 0, "only the person sends");
    let submission = stage.submission(&submit(browser, NEXT).await?)?;
    let mut expected = FIRST.to_vec();
    expected.extend(REST);
    expected.extend([
        (
            "Will you require visa sponsorship now or in the future?",
            "No",
        ),
        ("Gender", "Female"),
        ("Race", "White (Not Hispanic or Latino)"),
        ("Veteran Status", "I don't wish to answer"),
    ]);
    expect::submitted(&submission, &expected);
    expect::resume(&submission, "PersonProfileFields.Resume")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paged_form_in_a_frame_of_the_same_origin() -> Result<()> {
    let (stage, _api) = Stage::connected(&person::profile()).await?;
    let browser = &stage.browser;
    let form = stage.jobs.form("pinebarrow-ward-planner");
    stage.open(&form, FRAME).await?;
    fill_step(&stage, "profile").await?;
    click(browser, NEXT).await?;
    fill_step(&stage, "questions").await?;
    tick(browser, "form", "I have read the privacy notice").await?;
    let submission = stage.submission(&submit(browser, NEXT).await?)?;
    let mut expected = FIRST.to_vec();
    expected.extend(REST);
    expect::submitted(&submission, &expected);
    expect::resume(&submission, "PersonProfileFields.Resume")
}
